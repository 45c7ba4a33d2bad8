"""Tables of separated values: commas, semicolons or tabs between cells, one article a row."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from annotator.articles.reading.tables import WITH_MARKUP, Table, articles_of, columns_of
from annotator.core.errors import AnnotatorError
from annotator.core.table_errors import NoRowsError
from annotator.service.reading.dump_files import beginning_of, opened, surveyed, text_of
from annotator.service.reading.grids import (
    WITHOUT_HEADER,
    header_of,
    numbered_header,
    rows_under,
)
from annotator.service.reading.separated_lines import SeparatedLines, separator_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.article_ports import ReadArticle, ReadOptions
    from annotator.service.column_mappings import Column
    from annotator.service.reading.grids import Cells


class SeparatedValuesReader:
    """Reads CSV and TSV, whatever separates the cells; the first row names the columns."""

    name = "CSV"
    suffixes = (".csv", ".tsv", ".tab")
    extra = ""
    apart = False
    variants = (WITH_MARKUP, WITHOUT_HEADER)

    def fits(self, path: Path, head: bytes) -> bool:
        """Claim nothing: any text may have commas in it."""
        del path, head
        return False

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle | AnnotatorError]:
        """Yield the articles of a table, and for each row that is none the reason.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        with self._table(path, options) as table:
            yield from articles_of(table, options)

    def columns(self, path: Path, options: ReadOptions) -> tuple[Column, ...]:
        """Return the columns that the first row names, with a few of their values.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        with self._table(path, options) as table:
            return columns_of(table)

    @contextmanager
    def _table(self, path: Path, options: ReadOptions) -> Iterator[Table]:
        with opened(path) as file:
            survey = surveyed(path, file, options, reader=self.name)
            separator = separator_of(beginning_of(file, survey), path.suffix.lower())
            with text_of(file, survey) as text:
                cells = SeparatedLines(path, text, separator).cells()
                first = _first(cells)
                if first is None:
                    raise NoRowsError(path)
                if options.variant == WITHOUT_HEADER:
                    header = numbered_header(first.values)
                    cells = chain([first], cells)
                else:
                    header = header_of(first.values)
                yield Table(path, survey, rows_under(path, header, cells), header)


def _first(cells: Iterator[Cells | AnnotatorError]) -> Cells | None:
    """Take the first row with anything in it.

    Raises:
        AnnotatorError: it cannot be read, so that nothing names the columns.

    """
    for one in cells:
        if isinstance(one, AnnotatorError):
            raise one
        if any(one.values):
            return one
    return None
