"""Workbooks of spreadsheet programs (XLSX): one article a row, of each sheet that has texts."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from annotator.articles.reading.tables import WITH_MARKUP, Table, articles_of, columns_of
from annotator.core.errors import AnnotatorError
from annotator.core.table_errors import NoRowsError
from annotator.service.reading.archive import has_entry, opened_archive
from annotator.service.reading.dump_files import Survey
from annotator.service.reading.files import file_bytes, source_of
from annotator.service.reading.grids import (
    WITHOUT_HEADER,
    Cells,
    header_of,
    numbered_header,
    rows_under,
)
from annotator.service.reading.sheets import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.article_ports import ReadArticle, ReadOptions
    from annotator.service.column_mappings import Column


class WorkbookReader:
    """Reads XLSX: values as they are shown, not what computes them; hidden sheets are left out."""

    name = "workbook"
    suffixes = (".xlsx", ".xlsm")
    extra = "tables"
    apart = True
    variants = (WITH_MARKUP, WITHOUT_HEADER)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by an archive that has a workbook in it."""
        return head.startswith(b"PK\x03\x04") and has_entry(path, b"xl/workbook.xml")

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle | AnnotatorError]:
        """Yield the articles of all sheets, and for each row, or sheet, without one the reason.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        with self._tables(path, options) as tables:
            refusals: list[AnnotatorError] = []
            found = False
            for table in tables:
                try:
                    for one in articles_of(table, options):
                        found = True
                        yield one
                except AnnotatorError as error:
                    refusals.append(error)
            if not found:
                raise refusals[0] if refusals else NoRowsError(path)
            yield from refusals

    def columns(self, path: Path, options: ReadOptions) -> tuple[Column, ...]:
        """Return the columns of all sheets, first those of one that shows where its texts are.

        What is chosen among them holds for each sheet that has such a column.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        with self._tables(path, options) as tables:
            found = [columns_of(table) for table in tables]
        if not found:
            raise NoRowsError(path)
        found.sort(key=lambda one: all(column.field != "text" for column in one))
        return _joined(found)

    @contextmanager
    def _tables(self, path: Path, options: ReadOptions) -> Iterator[Iterator[Table]]:
        data = file_bytes(path)
        survey = Survey(source_of(path, data, encoding="UTF-8", reader=self.name))
        with opened_archive(path, data, wanted="workbook (XLSX)") as archive:
            book = Workbook(path, BytesIO(data), archive)
            try:
                yield self._each(path, book, survey, options)
            finally:
                book.close()

    def _each(
        self, path: Path, book: Workbook, survey: Survey, options: ReadOptions
    ) -> Iterator[Table]:
        several = len(book.sheets) > 1
        columns = [_header(next(book.cells(one), None), options) for one in book.sheets]
        known = tuple(dict.fromkeys(chain.from_iterable(columns))) if several else ()
        for sheet, header in zip(book.sheets, columns, strict=True):
            cells = book.cells(sheet)
            first = next(cells, None)
            if isinstance(first, AnnotatorError):
                raise first
            if first is None:
                continue
            with_first = options.variant == WITHOUT_HEADER
            rest: Iterator[Cells | AnnotatorError] = chain([first], cells) if with_first else cells
            rows = rows_under(path, header, rest, sheet=f"sheet “{sheet}”, " if several else "")
            yield Table(path, survey, rows, header, sheet if several else "", known)


def _header(first: Cells | AnnotatorError | None, options: ReadOptions) -> tuple[str, ...]:
    if first is None or isinstance(first, AnnotatorError):
        return ()
    named = numbered_header if options.variant == WITHOUT_HEADER else header_of
    return named(first.values)


def _joined(sheets: list[tuple[Column, ...]]) -> tuple[Column, ...]:
    """Return each column once, and no two of them for the same field."""
    found: dict[str, Column] = {}
    taken: set[str] = set()
    for column in chain.from_iterable(sheets):
        if column.name not in found:
            field = "" if column.field in taken else column.field
            found[column.name] = replace(column, field=field)
            taken.add(field)
    return tuple(found.values())
