"""Reading a WebAnno TSV file of version 3: its sentences become a text, its cells highlights.

The file tells the text of each sentence and where its tokens are, in UTF-16 units of the whole;
what lay between two sentences it does not tell, and a line end, after spaces where there is room,
stands for it. Lines of one sentence in a row, as old versions wrote them, are lines of its text.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import ForeignArticle, ForeignHighlight
from annotator.core.offsets import OffsetOutsideTextError, Utf16Map
from annotator.formats.shared.article_texts import text_refusal
from annotator.formats.shared.layer_labels import Kind, kind_of, label_and_note
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.webanno_columns import (
    Layer,
    cells_of,
    has_links,
    layer_of,
    unescaped,
)
from annotator.service.reading.encodings import marked_encoding
from annotator.service.reading.files import LARGEST_ARTICLE
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from annotator.core.foreign_values import ForeignItem

FORMAT = "#FORMAT=WebAnno TSV 3"
_TEXT = "#Text="
_MARK = "\ufeff"
_UNIT = re.compile(r"\d+-\d+(?:\.\d+)?")
# The token that a relation leads to, and which annotations on both ends are meant.
_NAMED = re.compile(r"(\d+-\d+(?:\.\d+)?)(?:\[\d+_\d+\])?")
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
_COLUMNS = 3
# Each is looked at for each token.
_MOST_LAYERS = 1_000


class _Unit(NamedTuple):
    start: int
    end: int
    words: str
    columns: list[str]
    place: str


@dataclass(slots=True)
class _Found:
    """One highlight while its units are read."""

    layer: Layer
    start: int
    end: int
    place: str
    values: dict[str, str] = field(default_factory=dict)


def read_webanno(
    path: Path, file: BinaryIO, *, title: str, place: str = "", reviewer: str = ""
) -> Iterator[ForeignItem]:
    """Yield the article that a file holds, what is wrong with it, and what was left out."""
    head = file.read(len(_MARK.encode()))
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=marked_encoding(head) or "utf-8", newline="\n")
    document = _Document(path, f"{place}, " if place else "")
    try:
        document.read(text)
    except UnicodeError:
        document.damaged(document.line, "it is no UTF-8")
    finally:
        text.detach()
    yield from document.items(title, place, reviewer)


class _Document:
    """A file while it is read, line by line."""

    def __init__(self, path: Path, before: str) -> None:
        self._path, self._before = path, before
        self.line = 0
        self._layers: list[Layer] = []
        self._lines: list[str] = []
        self._units: list[_Unit] = []
        self._text: list[str] = []
        self._length = 0
        self._found: dict[tuple[int, int], _Found] = {}
        self._problems: list[DamagedAnnotationsError] = []
        self._left: Counter[str] = Counter()
        self._ids: set[str] = set()
        self._named: list[tuple[str, str]] = []

    def damaged(self, line: int, reason: str) -> None:
        """Keep what is wrong at a line."""
        self._problems.append(
            DamagedAnnotationsError(self._path, place=f"{self._before}line {line}", reason=reason)
        )

    def read(self, text: io.TextIOBase) -> None:
        """Take up all lines."""
        while line := text.readline(LARGEST_ARTICLE):
            self.line += 1
            self._take(line.rstrip("\r\n").removeprefix(_MARK))
        self._end_sentence()

    def _take(self, line: str) -> None:
        if line.startswith(_TEXT):
            if self._units:
                self._end_sentence()
            self._lines.append(line.removeprefix(_TEXT))
        elif line.startswith("#"):
            layer = layer_of(line, sum(one.width for one in self._layers))
            if layer is not None and len(self._layers) < _MOST_LAYERS:
                self._layers.append(layer)
            elif layer is not None:
                self.damaged(self.line, f"it has more than {_MOST_LAYERS:,} layers")
        elif line.strip():
            self._take_unit(line)
        else:
            self._end_sentence()

    def _take_unit(self, line: str) -> None:
        columns = line.split("\t")
        span = _SPAN.fullmatch(columns[1]) if len(columns) >= _COLUMNS else None
        if span is None or not _UNIT.fullmatch(columns[0]):
            self.damaged(self.line, "it is no token")
            return
        start, end = int(span[1]), int(span[2])
        if end < start or end > LARGEST_ARTICLE:
            self.damaged(self.line, "its positions are no stretch of a text")
            return
        self._ids.add(columns[0])
        place = f"{self._before}line {self.line}"
        self._units.append(_Unit(start, end, columns[2], columns[_COLUMNS:], place))

    def _end_sentence(self) -> None:
        lines, units = self._lines, self._units
        self._lines, self._units = [], []
        if not units:
            if lines:
                self.damaged(self.line, "a sentence has no tokens")
            return
        start, words, fits = _sentence("\n".join(lines), units)
        if not fits:
            self.damaged(self.line, "the tokens of a sentence are not in its text")
        if start < self._length:
            self.damaged(self.line, "a sentence begins before the one above it ends")
            return
        gap = start - self._length
        between = "\n" if self._text else " "
        self._text += [between.rjust(gap) if gap else "", words]
        self._length = start + Utf16Map(words).length
        for unit in units:
            self._mark(unit)

    def _mark(self, unit: _Unit) -> None:
        """Take up the annotations on a unit, which may go on from units before it."""
        for number, layer in enumerate(self._layers):
            links = has_links(layer, unit.columns)
            for cell in cells_of(layer, unit.columns):
                if not layer.is_span:
                    self._left[Kind.CHAIN if layer.is_chain else Kind.RELATION] += 1
                    self._named += [
                        (unit.place, one[1])
                        for words in cell.values.values()
                        if (one := _NAMED.fullmatch(words))
                    ]
                    continue
                self._left[Kind.RELATION] += links
                # One without a number is on this unit alone.
                key = (number, cell.number or -len(self._found) - 1)
                found = self._found.get(key)
                if found is None:
                    found = _Found(layer, unit.start, unit.end, unit.place)
                    self._found[key] = found
                found.start, found.end = min(found.start, unit.start), max(found.end, unit.end)
                for name, words in cell.values.items():
                    found.values.setdefault(name, words)

    def items(self, title: str, place: str, reviewer: str) -> Iterator[ForeignItem]:
        """Yield all that was found."""
        highlights = tuple(self._highlights(reviewer))
        yield from self._problems
        text = "".join(self._text)
        refusal = text_refusal(text)
        if refusal:
            yield DamagedAnnotationsError(self._path, place=place or title, reason=refusal)
        elif text or self._layers:
            yield ForeignArticle(
                title=title, text=text, highlights=highlights, place=place, faults=self._faults
            )
        for what, count in sorted(self._left.items()):
            if count:
                yield left_out(self._path, what, count)

    def _faults(self) -> Iterator[str]:
        for place, name in self._named:
            if name not in self._ids:
                yield Remark.PLACED.of(place=place, said=Remark.NO_END.of(id=name))

    def _highlights(self, reviewer: str) -> Iterator[ForeignHighlight]:
        for one in self._found.values():
            kind = kind_of(one.layer.type, one.layer.features)
            if kind is not Kind.HIGHLIGHT:
                self._left[kind] += kind is not Kind.TECHNICAL
                continue
            label, note = label_and_note(one.layer.type, one.values)
            yield ForeignHighlight(
                ((one.start, one.end),),
                label,
                reviewer=reviewer,
                claim={"note": note} if note else {},
                place=one.place,
            )


def _sentence(told: str, units: list[_Unit]) -> tuple[int, str, bool]:
    """Return where a sentence begins, its text, and whether its tokens are in that.

    Old versions escaped nothing, so that what fits tells.
    """
    plain = unescaped(told)
    for text in dict.fromkeys((plain, told)):
        start = _start(text, units[0])
        if start >= 0 and _has(text, start, units):
            return start, text, True
    return max(0, _start(plain, units[0])), plain, False


def _start(text: str, first: _Unit) -> int:
    before = max(0, text.find(unescaped(first.words)))
    return first.start - Utf16Map(text[:before]).length


def _has(text: str, start: int, units: list[_Unit]) -> bool:
    places = Utf16Map(text)
    try:
        words = [
            text[places.to_code_point(one.start - start) : places.to_code_point(one.end - start)]
            for one in units
        ]
    except OffsetOutsideTextError:
        return False
    return all(
        found in {one.words, unescaped(one.words)} for found, one in zip(words, units, strict=True)
    )
