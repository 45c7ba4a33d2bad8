"""Tables of highlights, whoever wrote them, as files of annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from annotator.core.errors import AnnotatorError
from annotator.core.foreign_values import ForeignFile, Reading
from annotator.core.formula_guard import unguarded
from annotator.core.table_errors import NoRowsError
from annotator.formats.shared.cells import unescaped
from annotator.formats.shared.known_keys import misspelled
from annotator.formats.shared.record_articles import OURS, Record, RecordArticles
from annotator.formats.shared.record_columns import LOOKED_AT, columns_of, shown_columns
from annotator.formats.shared.table_rows import COLUMNS
from annotator.service.reading.grids import Row, header_of, rows_under

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.column_mappings import Column
    from annotator.service.exchange_ports import ExchangeOptions
    from annotator.service.reading.grids import Cells

Grid: TypeAlias = "Iterator[Cells | AnnotatorError]"
Opened: TypeAlias = Callable[[], AbstractContextManager[Grid]]


class _Shape(NamedTuple):
    """What the beginning of a table shows."""

    columns: dict[str, str]
    ours: bool


def read_table(
    path: Path, options: ExchangeOptions, opened: Opened, *, tool: str, escapes: bool = False
) -> ForeignFile:
    """Return what a table holds; ``opened`` gives its rows, the first one naming the columns.

    ``escapes`` tells that a table of this program has tabs and line ends escaped.

    Raises:
        AnnotatorError: it has no rows, or no columns that could be highlights.

    """
    with opened() as grid:
        header, rows = _rows(path, grid)
        sample = [one.values for one in islice(rows, LOOKED_AT) if isinstance(one, Row)]
    ours = set(OURS) <= set(header)
    shape = _Shape(columns_of(path, header, sample, options.mapping), ours)

    def items() -> Iterator[ForeignItem]:
        with opened() as grid:
            _, rows = _rows(path, grid)
            found = RecordArticles(path, shape.columns, ours=ours)
            yield from found.items(_records(rows, shape, escapes=escapes and ours))

    def faults() -> Iterator[tuple[str, str]]:
        return (
            ("its header", one) for one in misspelled(header, frozenset(COLUMNS if ours else ()))
        )

    return ForeignFile(
        tool, items, reading=Reading() if ours else None, settled=ours, faults=faults
    )


def table_columns(path: Path, opened: Opened) -> tuple[Column, ...]:
    """Return the columns of a table with their first values, and what they are taken for.

    Raises:
        AnnotatorError: it has no rows.

    """
    with opened() as grid:
        header, rows = _rows(path, grid)
        sample = [one.values for one in islice(rows, LOOKED_AT) if isinstance(one, Row)]
    return shown_columns(header, sample)


def _rows(path: Path, grid: Grid) -> tuple[tuple[str, ...], Iterator[Row | AnnotatorError]]:
    for one in grid:
        if isinstance(one, AnnotatorError):
            raise one
        if any(one.values):
            header = header_of(one.values)
            return header, rows_under(path, header, grid)
    raise NoRowsError(path)


def _records(
    rows: Iterator[Row | AnnotatorError], shape: _Shape, *, escapes: bool
) -> Iterator[Record | AnnotatorError]:
    # Taking an apostrophe out of an article's text would move all that is behind it.
    as_is = shape.columns.get("text", "")
    for row in rows:
        if isinstance(row, AnnotatorError):
            yield row
            continue
        values = row.values
        for name, value in values.items():
            if isinstance(value, str) and name != as_is:
                whole = unescaped(value) if escapes and "\\" in value else value
                values[name] = unguarded(whole) if whole.startswith("'") else whole
        yield Record(row.place, values)
