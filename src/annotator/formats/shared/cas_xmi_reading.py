"""Reading a CAS out of its XMI, element by element; its type system is not needed.

A type's name is its namespace and tag, its features are attributes. All of them are words there,
so what refers to others is told from numbers by nothing, and both are no labels.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.core.document_errors import DamagedDocumentError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.formats.shared.cas_content import CasContent, Structure, is_of_use
from annotator.formats.shared.xml_parts import XmlParts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from xml.etree.ElementTree import Element

WANTED = "UIMA CAS XMI"
XMI = "http://www.omg.org/XMI"
_ID = f"{XMI} id"
_NAMESPACE = re.compile(r"http:///(.*)\.ecore")
# A layer without a package of its own.
_NO_PACKAGE = "uima/noNamespace"
_OWN = frozenset(("begin", "end", "sofa"))


def check_cas_xmi(path: Path, chunks: Iterable[bytes]) -> None:
    """Refuse what does not begin as a CAS does.

    Raises:
        DamagedDocumentError: it is damaged there already.
        NotAnnotationsError: it is some other XML.
    """
    parts = XmlParts(path, part="its first element", wanted=None)
    next(parts.read(chunks), None)
    _refuse_other(path, parts)


def read_cas_xmi(path: Path, chunks: Iterable[bytes], *, place: str = "") -> CasContent:
    """Return what a CAS holds; what is behind a damaged place in it is lost, and told.

    Raises:
        NotAnnotationsError: it is some other XML.
    """
    content = CasContent(path, place)
    parts = XmlParts(path, part=place or "its elements", wanted=None)
    number = 0
    try:
        for number, element in enumerate(parts.read(chunks), 1):
            _refuse_other(path, parts)
            if is_of_use(_type_name(element.tag)):
                where = f"{place}, element {number}".removeprefix(", ")
                content.add(_structure(element, where))
    except DamagedDocumentError as error:
        if not number:
            raise
        content.problems.append(error)
    _refuse_other(path, parts)
    return content


def _refuse_other(path: Path, parts: XmlParts) -> None:
    if parts.root.tag != "XMI" or not parts.namespace.startswith("http://"):
        raise NotAnnotationsError(path, wanted=WANTED)


def _structure(element: Element, place: str) -> Structure:
    attributes = element.attrib
    # Lists of words stand inside, each in an element of its own; a single one is a feature too.
    features = {name: words for name, words in attributes.items() if _is_feature(name)}
    for child in element:
        if child.text and child.tag not in features:
            features[child.tag] = child.text
    return Structure(
        type=_type_name(element.tag),
        features=features,
        id=attributes.get(_ID, ""),
        sofa=attributes.get("sofa", ""),
        start=attributes.get("begin"),
        end=attributes.get("end"),
        place=place,
    )


def _is_feature(name: str) -> bool:
    return " " not in name and name not in _OWN


@lru_cache(maxsize=1024)
def _type_name(tag: str) -> str:
    """Return the name of the type whose elements have a tag.

    >>> _type_name("http:///webanno/custom.ecore Claim"), _type_name("Claim")
    ('webanno.custom.Claim', 'Claim')
    """
    namespace, _, short = tag.rpartition(" ")
    found = _NAMESPACE.fullmatch(namespace)
    package = found[1] if found else ""
    return short if package in {"", _NO_PACKAGE} else f"{package.replace('/', '.')}.{short}"
