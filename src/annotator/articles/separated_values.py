"""Tables of separated values: commas, semicolons or tabs between cells, one article a row."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from annotator.articles.reading.table_dump import TableDump
from annotator.articles.reading.tables import WITH_MARKUP, Table
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
from annotator.service.reading.text_files import ClaimedByName

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.article_ports import ReadOptions
    from annotator.service.reading.grids import Cells


class SeparatedValuesReader(ClaimedByName, TableDump):
    """Reads CSV and TSV, whatever separates the cells; the first row names the columns."""

    name = "CSV"
    suffixes = (".csv", ".tsv", ".tab")
    extra = ""
    apart = False
    variants = (WITH_MARKUP, WITHOUT_HEADER)

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
