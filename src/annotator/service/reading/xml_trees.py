"""Trees of XML and XHTML from elsewhere: no entities, no network, bounded in depth."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from annotator.core.document_errors import DamagedDocumentError
from annotator.core.reading_errors import DamagedMarkupError, MissingExtraError
from annotator.service.reading.html_trees import html_tree, refuse_without_memory

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

_DECLARED_ENTITY = re.compile(rb"<\s*!\s*ENTITY", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!DOCTYPE\b", re.IGNORECASE)
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = frozenset((b"lt", b"gt", b"amp", b"quot", b"apos"))
_BROKEN = "it is not well-formed"
# UTF-16, in which the patterns above would see nothing.
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def xml_tree(path: Path, data: bytes, *, part: str) -> _Element:
    """Return the root of a part of a document in a format that declares no types of its own.

    Raises:
        DamagedDocumentError: it is not well-formed, nested too deeply or declares entities.
        ReaderMemoryError: there is no memory for all of it.
        MissingExtraError: lxml is not installed.
    """
    plain = _narrow(path, data, part=part)
    if _DOCTYPE.search(plain):
        raise DamagedDocumentError(path, part=part, reason="it declares a document type")
    return _parsed(path, plain, part=part)


def xml_bytes(root: _Element) -> bytes:
    """Return a tree as a part of a document again."""
    from lxml import etree  # noqa: PLC0415 - part of an extra

    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def xhtml_tree(path: Path, data: bytes, *, part: str) -> _Element:
    """Return the root of a page, its tags without namespaces, whether well-formed or not.

    Raises:
        DamagedDocumentError: it is empty, nested too deeply or declares entities.
        MissingExtraError: lxml is not installed.
    """
    plain = _narrow(path, data, part=part)
    try:
        root = _parsed(path, _NAMED.sub(_numbered, plain), part=part)
    except DamagedDocumentError as error:
        if error.reason != _BROKEN:
            raise
        root = _mended(path, plain, part=part)
    for element in root.iter("{*}*"):
        element.tag = element.tag.rpartition("}")[2].lower()
    return root


def _narrow(path: Path, data: bytes, *, part: str) -> bytes:
    """Return a part in UTF-8 where it was wide, without entities of its own."""
    if data.startswith(_WIDE):
        data = _from_wide(path, data, part=part)
    if _DECLARED_ENTITY.search(data):
        raise DamagedDocumentError(path, part=part, reason="it declares entities")
    return data


def _from_wide(path: Path, data: bytes, *, part: str) -> bytes:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    big = data.startswith((b"\xfe\xff", b"\0"))
    try:
        text = data.decode("utf-16" if marked else "utf-16-be" if big else "utf-16-le")
    except UnicodeDecodeError as error:
        raise DamagedDocumentError(path, part=part, reason="it is no UTF-16") from error
    # What it declares of its encoding no longer holds.
    return re.sub(r"\A<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")


def _parsed(path: Path, data: bytes, *, part: str) -> _Element:
    try:
        from lxml import (  # noqa: PLC0415 - part of an extra
            etree,
        )
    except ImportError as error:
        raise MissingExtraError(path, what="documents", extra="documents") from error
    # Bounded in depth all the same; without entities, no text is longer than its part.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        refuse_without_memory(path, parser.error_log)
        raise DamagedDocumentError(path, part=part, reason=_reason(error)) from error
    if any(node.tag is etree.Entity for node in root.iter(etree.Entity)):
        raise DamagedDocumentError(path, part=part, reason="it refers to entities")
    return root


def _reason(error: Exception) -> str:
    said = str(error)
    return "it is nested too deeply" if "xcessive depth" in said else _BROKEN


def _mended(path: Path, data: bytes, *, part: str) -> _Element:
    """Return what a browser would make of a page that is not well-formed."""
    try:
        root = html_tree(path, data, encoding=_encoding(data))
    except DamagedMarkupError as error:
        raise DamagedDocumentError(path, part=part, reason=error.reason) from error
    if root is None:
        raise DamagedDocumentError(path, part=part, reason="it holds nothing")
    return root


def _encoding(data: bytes) -> str | None:
    """Return UTF-8 where a page is that, else leave it to what the page declares."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _numbered(found: re.Match[bytes]) -> bytes:
    """Return a character that HTML has a name for by its number, which XML understands."""
    if found[1] in _OF_XML:
        return found[0]
    characters = html5.get(found[1].decode("ascii") + ";", "")
    return "".join(f"&#{ord(one)};" for one in characters).encode("ascii") or found[0]
