"""Cells out of lines of separated values, with quotation marks that may never be closed."""

from __future__ import annotations

import csv
import re
from collections import Counter, deque
from typing import TYPE_CHECKING

from annotator.core.table_errors import DamagedRowError
from annotator.service.reading.files import LARGEST_ARTICLE
from annotator.service.reading.grids import Cells

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.errors import AnnotatorError

_SEPARATORS = ",;\t|"
# What separates the cells of a single column: nothing that a text has.
NONE = "\x1f"
_TOLD = re.compile(r"\s*\"?sep=([^\r\n])\"?\r?\n", re.IGNORECASE)
_LOOKED_AT = 30
# Each one never closed costs a look at all that follows it.
_MOST_UNCLOSED = 20


def separator_of(sample: str, suffix: str) -> str:
    r"""Return what separates the cells of a table, by its beginning and the name's ending.

    >>> separator_of("title;text\nA, b;C, d, e\n", ".csv")
    ';'
    """
    told = _TOLD.match(sample)
    if told:
        return told[1]
    csv.field_size_limit(LARGEST_ARTICLE)
    rated = {one: _agreement(sample, one) for one in _SEPARATORS}
    best = max(_SEPARATORS, key=rated.__getitem__)
    if suffix in (".tsv", ".tab") and "\t" in sample.split("\n", 1)[0]:
        return "\t"
    return best if rated[best] > (0.0, 0) else NONE


def _agreement(sample: str, separator: str) -> tuple[float, int]:
    """Return the share of rows with as many cells as the first one has, and their number."""
    rows: list[list[str]] = []
    try:
        rows.extend(
            row for row in csv.reader(sample.splitlines(keepends=True), delimiter=separator)
        )
    except csv.Error:
        return 0.0, 0
    rows = [row for row in rows[: max(1, len(rows) - 1)] if row][:_LOOKED_AT]
    counts = Counter(map(len, rows))
    if not rows or len(rows[0]) == 1:
        return 0.0, 0
    return counts[len(rows[0])] / len(rows), len(rows[0])


class SeparatedLines:
    """The rows in a text, each read by itself.

    A quotation mark that is never closed would swallow all that follows: its line is refused,
    and what follows is read.
    """

    def __init__(self, path: Path, text: io.TextIOBase, separator: str) -> None:
        self._path, self._text, self._separator = path, text, separator
        self._waiting: deque[str] = deque()
        self._taken: list[str] = []
        self._unclosed = 0
        self._ended = False

    def cells(self) -> Iterator[Cells | AnnotatorError]:
        """Yield the rows with their numbers, of which blank ones and the header have some too."""
        csv.field_size_limit(LARGEST_ARTICLE)
        reader = csv.reader(self._lines(), delimiter=self._separator)
        number = 0
        while True:
            self._taken = []
            number += 1
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield self._refused(number, str(error))
                continue
            if number == 1 and _TOLD.fullmatch("".join(self._taken)):
                continue
            if self._is_unclosed():
                yield self._refused(number, "a quotation mark is not closed")
                self._put_back()
                reader = csv.reader(self._lines(), delimiter=self._separator)
                continue
            yield Cells(number, values)

    def _lines(self) -> Iterator[str]:
        weight = 0
        while line := self._next_line():
            weight = weight + len(line) if self._taken else len(line)
            if weight > LARGEST_ARTICLE:
                message = f"it is longer than {LARGEST_ARTICLE:,} characters"
                raise csv.Error(message)
            self._taken.append(line)
            yield line
        self._ended = True

    def _next_line(self) -> str:
        if self._waiting:
            return self._waiting.popleft()
        return self._text.readline(LARGEST_ARTICLE)

    def _is_unclosed(self) -> bool:
        if not self._ended or self._unclosed >= _MOST_UNCLOSED:
            return False
        return sum(line.count('"') for line in self._taken) % 2 == 1

    def _put_back(self) -> None:
        """Have the lines after the first one that was taken read again."""
        self._unclosed += 1
        self._ended = False
        self._waiting.extend(self._taken[1:])

    def _refused(self, number: int, reason: str) -> AnnotatorError:
        return DamagedRowError(self._path, place=f"row {number}", reason=reason)
