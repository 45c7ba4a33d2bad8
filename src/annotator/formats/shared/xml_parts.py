"""XML from elsewhere, read piece by piece: no document types, no network, bounded in all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement
from xml.parsers.expat import ExpatError, ParserCreate

from annotator.core.document_errors import DamagedDocumentError
from annotator.service.reading.files import LARGEST_ARTICLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

_MOST_LEVELS = 200
# A tag that is longer than a text may be has no end.
_LONGEST_TAG = LARGEST_ARTICLE
_NAMES_BETWEEN = " "
_CHILD = 2
# So many children of an element that may come in parts are in memory.
_AT_ONCE = 2_000


class Beginning(Element):
    """A part of an element, of which more comes next."""


class _BadXmlError(ValueError):
    """XML that is not read on; its text says why."""


class XmlParts:
    """The elements of an XML document that are wanted, each with all that is in it.

    Tags have no namespaces here. Of an element with others inside, the text is left out. ``root``
    is the root's tag and attributes, once the first part came or all was read. Without ``wanted``
    it is the root's children, and their tags have their namespaces and a space before them.

    An element with very many children comes in parts where ``parted`` agrees, which is given what
    is open from the wanted element on. All but the last are ``Beginning``; each has the same
    attributes, and again the children with tags among ``kept`` that came before.
    """

    def __init__(
        self,
        path: Path,
        *,
        part: str,
        wanted: frozenset[str] | None,
        kept: frozenset[str] = frozenset(),
        parted: Callable[[Sequence[Element]], bool] | None = None,
    ) -> None:
        self._path, self._part, self._wanted = path, part, wanted
        self._kept, self._parted = kept, parted
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
        elif self._parted and not len(self._open[-1]) % _AT_ONCE and self._parted(self._open):
            self._ready.append(self._beginning())

    def _beginning(self) -> Element:
        """Return what is open with all that is in it, and take that out but for what is kept."""
        made: Element | None = None
        for element in reversed(self._open):
            children = list(element)
            element[:] = [one for one in children if one.tag in self._kept]
            if made is not None:
                element.append(children[-1])
                children[-1] = made
            made = Beginning(element.tag, element.attrib)
            made.extend(children)
        assert made is not None  # noqa: S101 - asked while something is open
        return made

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
