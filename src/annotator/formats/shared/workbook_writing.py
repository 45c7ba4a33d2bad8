"""Workbooks (XLSX) written row by row, the same bytes for the same rows."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from annotator.core.exchange_errors import CannotWriteError
from annotator.core.file_errors import UnwritableFileError
from annotator.formats.shared.cells import sayable_in_xml
from annotator.service.reading.archive import LARGEST_PACKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from annotator.formats.shared.table_rows import Cell

# What is larger is not unpacked again, its other parts included.
LARGEST_SHEETS = LARGEST_PACKED - 20_000_000
MOST_ROWS = 1_048_576
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_LETTERS = 26
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# The first row stays in view.
_SHEET_BEGIN = (
    f'{_DECLARED}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane'
    ' ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    "</sheetViews><sheetData>"
)
_SHEET_END = "</sheetData></worksheet>"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written: its title, the names of its columns, and those whose cells say the same.

    What stands in ``repeating`` columns is written once, and its number in each cell.
    """

    title: str
    header: Sequence[str]
    repeating: frozenset[str] = frozenset()


def write_workbook(target: Path, sheet: Sheet, rows: Iterable[Sequence[Cell]]) -> None:
    """Write a workbook; rows that one sheet has no room for go on in others with the same header.

    Empty cells are left out. No cell may be longer than a workbook allows.

    Raises:
        CannotWriteError: it would be larger than any that is read again.
        UnwritableFileError: the system refuses, or the disk is full.

    """
    shared: dict[str, int] = {}
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
            names = _write_sheets(book, sheet, iter(rows), shared)
            for name, part in _parts(names, shared):
                with _member(book, name) as file:
                    file.write((_DECLARED + part).encode())
    except OSError as error:
        raise UnwritableFileError(target, reason=error.strerror or str(error)) from error


def _write_sheets(
    book: zipfile.ZipFile, sheet: Sheet, rows: Iterator[Sequence[Cell]], shared: dict[str, int]
) -> list[str]:
    columns = [
        (_letters(number), name in sheet.repeating) for number, name in enumerate(sheet.header, 1)
    ]
    names: list[str] = []
    size = 0
    row = next(rows, None)
    while row is not None or not names:
        names.append(sheet.title if not names else f"{sheet.title} {len(names) + 1}")
        with _member(book, f"xl/worksheets/sheet{len(names)}.xml") as file:
            size += file.write((_SHEET_BEGIN + _row(1, columns, sheet.header, shared)).encode())
            number = 1
            while row is not None and number < MOST_ROWS:
                number += 1
                size += file.write(_row(number, columns, row, shared).encode())
                if size > LARGEST_SHEETS:
                    raise CannotWriteError(
                        "so many highlights", form="A workbook", remedy="export them as CSV"
                    )
                row = next(rows, None)
            file.write(_SHEET_END.encode())
    return names


@contextmanager
def _member(book: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    info = zipfile.ZipInfo(name, _EARLIEST)
    info.compress_type = zipfile.ZIP_DEFLATED
    with book.open(info, "w", force_zip64=True) as file:
        yield file


def _row(
    number: int,
    columns: Sequence[tuple[str, bool]],
    cells: Sequence[Cell],
    shared: dict[str, int],
) -> str:
    pairs = zip(columns, cells, strict=True)
    shown = "".join(
        _cell(f"{letter}{number}", cell, shared if repeats else None)
        for (letter, repeats), cell in pairs
        if cell != ""
    )
    return f'<row r="{number}">{shown}</row>'


def _cell(place: str, cell: Cell, shared: dict[str, int] | None) -> str:
    if isinstance(cell, int):
        return f'<c r="{place}"><v>{cell}</v></c>'
    # Readers do not agree on what a shared text with such a sign says.
    if shared is not None and "_x" not in cell:
        number = shared.setdefault(cell, len(shared))
        return f'<c r="{place}" t="s"><v>{number}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is>{_text(cell)}</is></c>'


def _text(cell: str) -> str:
    kept = "" if cell.isalnum() else ' xml:space="preserve"'
    return f"<t{kept}>{escape(sayable_in_xml(cell))}</t>"


def _letters(number: int) -> str:
    """Return a column's letters.

    >>> _letters(1), _letters(26), _letters(27)
    ('A', 'Z', 'AA')
    """
    before, last = divmod(number - 1, _LETTERS)
    return (_letters(before) if before else "") + chr(ord("A") + last)


def _parts(names: Sequence[str], shared: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the parts of a workbook beside its sheets: shared texts, and where everything is."""
    texts = "".join(f"<si>{_text(one)}</si>" for one in shared)
    yield "xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">{texts}</sst>'
    numbered = [(number, f"xl/worksheets/sheet{number}.xml") for number in range(1, len(names) + 1)]
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet"'
        f' Target="worksheets/sheet{number}.xml"/>'
        for number, _ in numbered
    )
    texts_at = (
        f'<Relationship Id="rId{len(names) + 1}" Type="{_OFFICE}/sharedStrings"'
        ' Target="sharedStrings.xml"/>'
    )
    yield "xl/_rels/workbook.xml.rels", _relations(relations + texts_at)
    book = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    yield "_rels/.rels", _relations(book)
    overrides = "".join(
        f'<Override PartName="/{path}" ContentType="{_SPREADSHEET}.worksheet+xml"/>'
        for _, path in numbered
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml"'
        f' ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml"'
        f' ContentType="{_SPREADSHEET}.sharedStrings+xml"/>{overrides}</Types>'
    )
    yield "[Content_Types].xml", types


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
