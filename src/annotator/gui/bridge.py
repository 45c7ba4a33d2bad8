"""The one place where code points meet Qt's UTF-16 units.

A page's document has one block for each paragraph of the article, and Qt's end of a block
takes one unit as the newline does, so a position in the document is the article's in UTF-16.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.core.offsets import Utf16Map
from annotator.core.paragraphs import Paragraphs
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

    from annotator.core.editable_sentences import EditableSentences

# What Qt would take for the end of a block or silently drop, and what is shown in its place,
# unit for unit. U+2028 stays: it breaks the line and not the block.
STAND_INS = str.maketrans(
    {
        "\r": "␍",
        "\u2029": "¶",
        "\ufdd0": "\ufffd",
        "\ufdd1": "\ufffd",
        "\ufffc": "\ufffd",
        "\ufffe": "\ufffd",
        "\ufeff": "\u2060",
    }
)
_HARMFUL = re.compile("[{}]".format("".join(map(chr, STAND_INS))))


class Bridge:
    r"""The positions of one article in code points and in its document.

    Building costs two scans of the text, a conversion O(log n).

    >>> bridge = Bridge("😀 a\nb")
    >>> bridge.unit(2), bridge.position(3), bridge.block_at(4)
    (3, 2, 1)
    """

    __slots__ = ("_paragraphs", "_units")

    def __init__(self, text: str) -> None:
        self._paragraphs = Paragraphs(text)
        self._units = Utf16Map(text)

    def __len__(self) -> int:
        """Return the number of blocks."""
        return len(self._paragraphs)

    @property
    def length(self) -> int:
        """The length of the article in code points."""
        return self._paragraphs.length

    def unit(self, position: int) -> int:
        """Return the document's position of a code point."""
        return self._units.to_utf16(position)

    def position(self, unit: int) -> int:
        """Return the code point at a position of the document, which never splits a pair."""
        return self._units.to_code_point(min(max(unit, 0), self._units.length))

    def span(self, start_unit: int, end_unit: int) -> Span:
        """Return the span between two positions of the document."""
        return Span(self.position(start_unit), self.position(end_unit))

    def block_at(self, position: int) -> int:
        """Return the number of the block that holds a code point."""
        return self._paragraphs.at(position)

    def block_span(self, block: int) -> Span:
        """Return the span of a block, its newline not counted."""
        return Span(self._paragraphs.start(block), self._paragraphs.end(block))

    def shown(self, blocks: Sequence[int]) -> str:
        r"""Return what the document holds for consecutive blocks, joined by newlines.

        >>> Bridge("a\rb\nc").shown(range(2))
        'a␍b\nc'
        """
        if not blocks:
            return ""
        first, last = blocks[0], blocks[-1]
        return shown("\n".join(self.words(block) for block in range(first, last + 1)))

    def words(self, block: int) -> str:
        """Return the article's text in a block."""
        return self._paragraphs.text(block)


class LiveBridge(Bridge):
    """The positions of an article while its text is edited, asked of both sides at each call.

    The document says where a block starts, the article what stands in it; no word is read back
    from the document. Blocks that are not loaded yet have no position there.
    """

    __slots__ = ("_document", "_sentences")

    def __init__(self, sentences: EditableSentences, document: QTextDocument) -> None:
        super().__init__("")
        self._sentences = sentences
        self._document = document

    def __len__(self) -> int:
        """Return the number of blocks."""
        return self._sentences.paragraph_count

    @property
    def length(self) -> int:
        """The length of the article in code points."""
        return self._sentences.length

    def unit(self, position: int) -> int:
        """Return the document's position of a code point, its end where that is not loaded."""
        place = self._sentences.place_at(position)
        block = self._document.findBlockByNumber(place.number)
        if not block.isValid():
            return self._document.characterCount() - 1
        return block.position() + utf16_length(place.paragraph.text[: position - place.start])

    def position(self, unit: int) -> int:
        """Return the code point at a position of the document, which never splits a pair."""
        block = self._document.findBlock(min(max(unit, 0), self._document.characterCount() - 1))
        place = self._sentences.paragraph(block.blockNumber())
        inside = Utf16Map(place.paragraph.text)
        return place.start + inside.to_code_point(min(unit - block.position(), inside.length))

    def block_at(self, position: int) -> int:
        """Return the number of the block that holds a code point."""
        return self._sentences.place_at(position).number

    def block_span(self, block: int) -> Span:
        """Return the span of a block, its newline not counted."""
        place = self._sentences.paragraph(block)
        return Span(place.start, place.start + len(place.paragraph.text))

    def words(self, block: int) -> str:
        """Return the article's text in a block."""
        return self._sentences.paragraph(block).paragraph.text


def shown(text: str) -> str:
    r"""Return what the document holds for a text, unit for unit.

    >>> shown("a\rb")
    'a␍b'
    """
    return text.translate(STAND_INS) if _HARMFUL.search(text) else text


def places(text: str, units: Sequence[int]) -> list[int]:
    """Return the code points of a text that stand at some of its units.

    >>> places("😀 a", [0, 2, 4])
    [0, 1, 3]
    """
    of_text = Utf16Map(text)
    return [of_text.to_code_point(unit) for unit in units]


def utf16_length(text: str) -> int:
    """Return how many of the document's units a text takes.

    >>> utf16_length("a😀")
    3
    """
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
