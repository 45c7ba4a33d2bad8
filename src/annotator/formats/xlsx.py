"""Workbooks of spreadsheet programs (XLSX): one row for each span of a highlight.

The columns are those of ``shared.table_rows``. Times are text in ISO 8601, control characters are
said as workbooks say them, and what is longer than a cell may be is cut and reported.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NoColumnForError
from annotator.core.foreign_values import Holds
from annotator.core.formula_guard import guarded
from annotator.core.table_errors import NoRowsError, NoSuchColumnError
from annotator.formats.shared.cells import cut
from annotator.formats.shared.record_columns import LOOKED_AT, columns_of
from annotator.formats.shared.record_tables import read_table, table_columns
from annotator.formats.shared.table_rows import COLUMNS, rows_of
from annotator.formats.shared.workbook_writing import Sheet, write_workbook
from annotator.service.exchange_ports import Loss
from annotator.service.reading.archive import has_entry, opened_packed
from annotator.service.reading.grids import Cells, Row, header_of, rows_under
from annotator.service.reading.sheets import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignFile
    from annotator.formats.shared.record_tables import Grid
    from annotator.formats.shared.table_rows import Cell
    from annotator.service.column_mappings import Column
    from annotator.service.exchange_ports import ExchangeOptions, Sent

_OWN = {"annotation_id", "quote", "prefix", "suffix", "note", "created", "modified", "claim_id",
        "restated", "justification", "evidence", "cue"}  # fmt: skip
_SHEET = Sheet("highlights", COLUMNS, frozenset(COLUMNS) - _OWN)


class XlsxFormat:
    """Reads the first sheet whose columns are those of highlights, and those that go on with it."""

    name = "xlsx"
    title = "Excel workbook"
    suffixes = (".xlsx",)
    reads = True
    writes = True
    folder = False
    extra = "tables"
    variants = ()
    holds = frozenset(Holds) - {Holds.CODEBOOK, Holds.SIGNS, Holds.GUIDE, Holds.TEXT, Holds.EMPTY}

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by an archive that has a workbook in it."""
        return head.startswith(b"PK\x03\x04") and has_entry(path, b"xl/workbook.xml")

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a workbook holds.

        Raises:
            AnnotatorError: it cannot be read, or does not show where its highlights are.

        """
        with _book(path) as book:
            sheets = _sheets(path, book, options)
        return read_table(path, options, lambda: _grid(path, sheets), tool=self.name)

    def columns(self, path: Path, options: ExchangeOptions) -> tuple[Column, ...]:
        """Return the columns with their first values, and what they are taken for.

        Raises:
            AnnotatorError: it cannot be read.

        """
        del options
        with _book(path) as book:
            sheets = tuple(one for one in book.sheets if next(book.cells(one), None) is not None)
        return table_columns(path, lambda: _grid(path, sheets[:1]))

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write the workbook; there is no row for an article without highlights.

        Raises:
            CannotWriteError: there are more highlights than a workbook can be read with.
            FileProblemError: the file cannot be written.

        """
        cells = _Cells(guard=options.guard)
        write_workbook(target, _SHEET, map(cells.row, rows_of(sent)))
        if not cells.number_cut:
            return ()
        return (Loss("long cells", cells.number_cut, "cut to the 32,767 characters of a cell"),)


class _Cells:
    """Makes rows fit for a workbook, and counts what did not fit."""

    def __init__(self, *, guard: bool) -> None:
        self.number_cut = 0
        self._guard = guard

    def row(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(self._cell(one) if isinstance(one, str) else one for one in row)

    def _cell(self, cell: str) -> str:
        whole = guarded(cell, guard=self._guard)
        fit = cut(whole)
        self.number_cut += fit is not whole
        return fit


@contextmanager
def _book(path: Path) -> Iterator[Workbook]:
    with opened_packed(path, wanted="workbook (XLSX)") as archive, path.open("rb") as data:
        book = Workbook(path, data, archive)
        try:
            yield book
        finally:
            book.close()


@contextmanager
def _grid(path: Path, sheets: tuple[str, ...]) -> Iterator[Grid]:
    with _book(path) as book:
        yield _rows_of(book, sheets)


def _rows_of(book: Workbook, sheets: tuple[str, ...]) -> Grid:
    for number, sheet in enumerate(sheets):
        cells = book.cells(sheet)
        if number:  # its header is that of the first
            next(cells, None)
        yield from cells


def _sheets(path: Path, book: Workbook, options: ExchangeOptions) -> tuple[str, ...]:
    """Return the first sheet with columns of highlights, and the later ones with the same."""
    fitting: tuple[str, ...] | None = None
    found: list[str] = []
    refusals: list[AnnotatorError] = []
    for sheet in book.sheets:
        try:
            header = _header(path, book, sheet, options)
        except (NoColumnForError, NoSuchColumnError) as error:
            refusals.append(error)
            continue
        if header and fitting in {None, header}:
            fitting = header
            found.append(sheet)
    if not found:
        raise refusals[0] if refusals else NoRowsError(path)
    return tuple(found)


def _header(path: Path, book: Workbook, sheet: str, options: ExchangeOptions) -> tuple[str, ...]:
    """Return the columns of a sheet; none where it is empty.

    Raises:
        NoColumnForError: they do not show where highlights are.
        NoSuchColumnError: a column was named that is not there.

    """
    cells = book.cells(sheet)
    first = next(cells, None)
    if isinstance(first, AnnotatorError):
        raise first
    if not isinstance(first, Cells):
        return ()
    header = header_of(first.values)
    rows = islice(rows_under(path, header, cells), LOOKED_AT)
    columns_of(path, header, [one.values for one in rows if isinstance(one, Row)], options.mapping)
    return header
