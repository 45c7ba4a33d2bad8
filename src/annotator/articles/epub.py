"""Electronic books (.epub): the chapters in their order, as one article."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from annotator.articles.reading.documents import Document, document_article
from annotator.articles.reading.dublin_core import DublinCore
from annotator.articles.reading.visible_text import visible_lines
from annotator.core.document_errors import (
    DamagedDocumentError,
    ProtectedBookError,
    WrongFormatError,
)
from annotator.service.reading.archive import Archive, has_entry, opened_archive
from annotator.service.reading.declared import declared_direction, primary_language, web_address
from annotator.service.reading.files import file_bytes
from annotator.service.reading.xml_trees import xhtml_tree, xml_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.article_ports import ReadArticle, ReadOptions

WANTED = "electronic book (.epub)"
CONTAINER, ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_MIMETYPE = b"application/epub+zip"
_OPF = "{http://www.idpf.org/2007/opf}"
_SOURCE = "{http://purl.org/dc/elements/1.1/}source"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
# Fonts are scrambled in free books too.
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PICTURES = ("img", "svg", "image", "video", "audio")


class EpubReader:
    """Reads books without protection; tables of contents and what lies beside are left out."""

    name = "electronic book"
    suffixes = (".epub",)
    extra = "documents"
    apart = True
    variants = ()

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the type that such archives begin with, or by the file that leads to the book."""
        if head[30:38] == b"mimetype":
            return _MIMETYPE in head[38:200]
        return head.startswith(b"PK\x03\x04") and has_entry(path, CONTAINER.encode())

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read a whole book as one article.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        del options
        data = file_bytes(path)
        with opened_archive(path, data, wanted=WANTED) as archive:
            book = _Book(path, archive)
            chapters = [book.chapter(name) for name in book.names]
        text = "\n".join(line for chapter in chapters for line in chapter.lines)
        core = book.core
        left_out = book.left_out or any(chapter.pictures for chapter in chapters)
        yield document_article(
            path,
            Document(data=data, text=text, core=core, left_out=left_out),
            reader=self.name,
            published=core.day(),
            url=next(filter(None, map(web_address, core.values(_SOURCE))), ""),
            language=core.language or _first(chapter.language for chapter in chapters),
            direction=_first(chapter.direction for chapter in chapters),
        )


@dataclass(frozen=True, slots=True)
class _Chapter:
    """One page of a book."""

    lines: tuple[str, ...]
    language: str
    direction: str
    pictures: bool


class _Book:
    """What a book's package says of it: its metadata, and its pages in their order."""

    def __init__(self, path: Path, archive: Archive) -> None:
        self._path, self._archive = path, archive
        self._package = _package_name(path, archive)
        root = xml_tree(path, archive.read(self._package), part=self._package)
        self.core = DublinCore(root)
        self.left_out = False
        self.names = tuple(self._spine(root))
        if not _protected(path, archive).isdisjoint(self.names):
            raise ProtectedBookError(path)

    def chapter(self, name: str) -> _Chapter:
        """Return what a page of the book shows."""
        root = xhtml_tree(self._path, self._archive.read(name), part=name)
        bodies = [root, *root.iter("body")]
        return _Chapter(
            lines=tuple(visible_lines(root)),
            language=_first(
                primary_language(one.get(_XML_LANGUAGE) or one.get("lang")) for one in bodies
            ),
            direction=_first(declared_direction(one.get("dir")) for one in bodies),
            pictures=next(root.iter(*_PICTURES), None) is not None,
        )

    def _spine(self, root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml carries no types
        items = {item.get("id"): item for item in root.iter(f"{_OPF}item")}
        seen = set()
        for reference in root.iter(f"{_OPF}itemref"):
            item = items.get(reference.get("idref"))
            if item is None or item.get("media-type") not in _PAGES:
                continue
            if "nav" in item.get("properties", "").split():
                continue
            name = _joined(self._package, item.get("href", ""))
            if reference.get("linear") == "no":
                self.left_out = True
            elif name not in seen:
                seen.add(name)
                yield name


def _package_name(path: Path, archive: Archive) -> str:
    if CONTAINER not in archive:
        raise WrongFormatError(path, wanted=WANTED)
    root = xml_tree(path, archive.read(CONTAINER), part=CONTAINER)
    names = [one.get("full-path", "") for one in root.iter("{*}rootfile")]
    if not names:
        raise DamagedDocumentError(path, part=CONTAINER, reason="it leads to no book")
    return str(names[0])


def _protected(path: Path, archive: Archive) -> set[str]:
    """Return the names of the members that only a shop's programs can decipher."""
    if ENCRYPTION not in archive:
        return set()
    root = xml_tree(path, archive.read(ENCRYPTION), part=ENCRYPTION)
    return {
        _joined("", reference.get("URI", ""))
        for one in root.iter("{*}EncryptedData")
        if not any(m.get("Algorithm") in _OF_FONTS for m in one.iter("{*}EncryptionMethod"))
        for reference in one.iter("{*}CipherReference")
    }


def _joined(base: str, reference: str) -> str:
    """Return the name in the archive that a reference in another member means."""
    plain = unquote(reference.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), plain))


def _first(values: Iterator[str]) -> str:
    return next(filter(None, values), "")
