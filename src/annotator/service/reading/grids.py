"""Rows of cells under a header, as spreadsheets and files of separated values have them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.errors import AnnotatorError
from annotator.core.table_errors import DamagedRowError
from annotator.service.reading.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WITHOUT_HEADER = "rows without a header"
MOST_COLUMNS = 1_000


class Row(NamedTuple):
    """One row: where it stands in its file, and its values by column."""

    place: str
    values: dict[str, Any]


class Cells(NamedTuple):
    """The cells of one row and its number, the first row of a file or sheet being 1."""

    number: int
    values: Sequence[Any]


def header_of(cells: Sequence[object]) -> tuple[str, ...]:
    """Return the names in a first row; a cell without one, or with one again, gets its own.

    >>> header_of(["text", None, "text"])
    ('text', 'column 2', 'text (2)')
    """
    names: list[str] = []
    for number, cell in enumerate(cells[:MOST_COLUMNS], 1):
        name = " ".join(plain(cell).split()) or f"column {number}"
        again = 1
        distinct = name
        while distinct in names:
            again += 1
            distinct = f"{name} ({again})"
        names.append(distinct)
    return tuple(names)


def numbered_header(cells: Sequence[object]) -> tuple[str, ...]:
    """Return names for the columns of rows without a header."""
    return tuple(f"column {number}" for number in range(1, len(cells[:MOST_COLUMNS]) + 1))


def rows_under(
    path: Path, header: Sequence[str], cells: Iterator[Cells | AnnotatorError], *, sheet: str = ""
) -> Iterator[Row | AnnotatorError]:
    """Yield rows by the columns of their header; what has more cells than it is no row of it."""
    for one in cells:
        if isinstance(one, AnnotatorError):
            yield one
            continue
        number, values = one
        place = f"{sheet}row {number}"
        if not any(map(_is_filled, values)):
            continue
        if any(map(_is_filled, values[len(header) :])):
            reason = f"it has {len(values)} cells for {len(header)} columns"
            yield DamagedRowError(path, place=place, reason=reason)
            continue
        yield Row(place, dict(zip(header, values, strict=False)))


def _is_filled(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None
