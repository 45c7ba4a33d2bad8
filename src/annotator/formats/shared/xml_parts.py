"""XML from elsewhere, read piece by piece: no document types, no network, bounded in all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement
from xml.parsers.expat import ExpatError, ParserCreate

from annotator.core.document_errors import DamagedDocumentError
from annotator.service.reading.files import LARGEST_ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_MOST_LEVELS = 200
# A tag that is longer than a text may be has no end.
_LONGEST_TAG = LARGEST_ARTICLE
_NAMES_BETWEEN = " "
_CHILD = 2


class _BadXmlError(ValueError):
    """XML that is not read on; its text says why."""


class XmlParts:
    """The elements of an XML document that are wanted, each with all that is in it.

    Tags have no namespaces here. Of an element with others inside, the text is left out. ``root``
    is the root's tag and attributes, once the first part came or all was read. Without ``wanted``
    it is the root's children, and their tags have their namespaces and a space before them.
    """

    def __init__(self, path: Path, *, part: str, wanted: frozenset[str] | None) -> None:
        self._path, self._part, self._wanted = path, part, wanted
        self.root = Element("")
        self.namespace = ""
        self._level = 0
        self._open: list[Element] = []
        self._words: list[str] = []
        self._length = 0
        self._ready: list[Element] = []

    def read(self, chunks: Iterable[bytes]) -> Iterator[Element]:
        """Yield the wanted elements of a document in their order; those inside others with them.

        Raises:
            DamagedDocumentError: it is not well-formed, nested too deeply or declares a type.
        """
        parser = ParserCreate(namespace_separator=_NAMES_BETWEEN)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = _refuse_type
        fed = 0
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)  # noqa: FBT003 - the parser knows no keywords
                fed += len(chunk)
                _refuse_endless(fed - parser.CurrentByteIndex)
                yield from self._taken()
            parser.Parse(b"", True)  # noqa: FBT003 - the parser knows no keywords
        except (ExpatError, _BadXmlError, ValueError, LookupError) as error:
            raise DamagedDocumentError(
                self._path, part=self._part, reason=_reason(error)
            ) from error
        yield from self._taken()

    def _taken(self) -> list[Element]:
        ready, self._ready = self._ready, []
        return ready

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(_NAMES_BETWEEN)
        self._level += 1
        if self._level == 1:
            self.root, self.namespace = Element(tag, attributes), namespace
        if self._level > _MOST_LEVELS:
            raise _BadXmlError("it is nested too deeply")
        if self._open:
            self._open.append(SubElement(self._open[-1], tag, attributes))
        elif self._wanted is None and self._level == _CHILD:
            self._open.append(Element(name, attributes))
        elif self._wanted is not None and tag in self._wanted:
            self._open.append(Element(tag, attributes))
        self._words, self._length = [], 0

    def _end(self, name: str) -> None:
        del name
        self._level -= 1
        if not self._open:
            return
        element = self._open.pop()
        if not len(element):
            element.text = "".join(self._words)
        self._words, self._length = [], 0
        if not self._open:
            self._ready.append(element)

    def _text(self, words: str) -> None:
        if not self._open:
            return
        self._words.append(words)
        self._length += len(words)
        if self._length > LARGEST_ARTICLE:
            raise _BadXmlError("a paragraph in it has no end")


def _refuse_endless(waiting: int) -> None:
    if waiting > _LONGEST_TAG:
        raise _BadXmlError("a tag in it has no end")


def _refuse_type(*declared: object) -> None:
    del declared
    raise _BadXmlError("it declares a document type")


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, _BadXmlError) else "it is not well-formed"
