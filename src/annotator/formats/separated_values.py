"""Tables of separated values: one row for each span of a highlight, in UTF-8.

CSV is written with a byte order mark, for Excel's sake, every cell in quotation marks, and lines
that end with CR and LF (RFC 4180). TSV has neither mark nor quotation marks: a tab in a cell is
written as a backslash and ``t``, a line end as backslash and ``n`` or ``r``, a backslash as two, a
quotation mark at a cell's beginning with a backslash before it. The columns: ``shared.table_rows``.
"""

from __future__ import annotations

import csv
import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.core.foreign_values import Holds
from annotator.core.formula_guard import guarded
from annotator.formats.shared.cells import escaped
from annotator.formats.shared.record_columns import LOOKED_AT, guessed_columns, is_enough
from annotator.formats.shared.record_tables import read_table, table_columns
from annotator.formats.shared.table_rows import COLUMNS, rows_of
from annotator.service.article_ports import ReadOptions
from annotator.service.reading.dump_files import beginning_of, opened, surveyed, text_of
from annotator.service.reading.encodings import marked_encoding
from annotator.service.reading.grids import Cells, header_of
from annotator.service.reading.separated_lines import NONE, SeparatedLines, separator_of
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignFile
    from annotator.formats.shared.record_tables import Grid
    from annotator.service.column_mappings import Column
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

LARGEST_TABLE = 8_000_000_000
_MARK = "\ufeff"
HOLDS = frozenset(Holds) - {Holds.CODEBOOK, Holds.SIGNS, Holds.GUIDE, Holds.TEXT, Holds.EMPTY}
"""What a table of highlights holds."""


class CsvFormat:
    """Reads tables with commas, semicolons or bars between cells; writes commas."""

    name = "csv"
    title = "CSV"
    suffixes = (".csv",)
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = ()
    holds = HOLDS

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first line that names columns of highlights, with no tabs between them."""
        separator, columns = _columns_in(path, head)
        return separator not in {"\t", ""} and is_enough(columns)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a table holds.

        Raises:
            AnnotatorError: it cannot be read, or does not show where its highlights are.

        """
        return read_table(path, options, lambda: _grid(path, options), tool=self.name)

    def columns(self, path: Path, options: ExchangeOptions) -> tuple[Column, ...]:
        """Return the columns with their first values, and what they are taken for.

        Raises:
            AnnotatorError: it cannot be read.

        """
        return table_columns(path, lambda: _grid(path, options))

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write the table; there is no row for an article without highlights.

        Raises:
            FileProblemError: the file cannot be written.

        """
        with replacing(target) as file:
            file.write(_MARK)
            writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
            writer.writerow(COLUMNS)
            for row in rows_of(sent):
                writer.writerow(
                    [
                        guarded(cell, guard=options.guard) if isinstance(cell, str) else cell
                        for cell in row
                    ]
                )
        return ()


class TsvFormat:
    """Reads tables with tabs between cells, quoted or escaped; writes them escaped."""

    name = "tsv"
    title = "TSV"
    suffixes = (".tsv", ".tab")
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = ()
    holds = HOLDS

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first line that names columns of highlights, with tabs between them."""
        separator, columns = _columns_in(path, head)
        return separator == "\t" and is_enough(columns)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a table holds.

        Raises:
            AnnotatorError: it cannot be read, or does not show where its highlights are.

        """
        grid = lambda: _grid(path, options, usual="\t")  # noqa: E731 - what opens it each time
        return read_table(path, options, grid, tool=self.name, escapes=True)

    def columns(self, path: Path, options: ExchangeOptions) -> tuple[Column, ...]:
        """Return the columns with their first values, and what they are taken for.

        Raises:
            AnnotatorError: it cannot be read.

        """
        return table_columns(path, lambda: _grid(path, options, usual="\t"))

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write the table; there is no row for an article without highlights.

        Raises:
            FileProblemError: the file cannot be written.

        """
        with replacing(target) as file:
            file.write("\t".join(COLUMNS) + "\n")
            for row in rows_of(sent):
                cells = (escaped(guarded(str(cell), guard=options.guard)) for cell in row)
                file.write("\t".join(cells) + "\n")
        return ()


@contextmanager
def _grid(path: Path, options: ExchangeOptions, *, usual: str = ",") -> Iterator[Grid]:
    with opened(path, limit=LARGEST_TABLE) as file:
        chosen = ReadOptions(encoding=options.encoding)
        survey = surveyed(path, file, chosen, reader="table")
        separator = separator_of(beginning_of(file, survey), path.suffix.lower())
        with text_of(file, survey) as text:
            yield SeparatedLines(path, text, usual if separator == NONE else separator).cells()


def _columns_in(path: Path, head: bytes) -> tuple[str, dict[str, str]]:
    """Return what separates the cells of a table and what its columns hold; nothing in no table."""
    mark = marked_encoding(head)
    text = head.decode(mark or "utf-8", "replace").lstrip(_MARK)
    if not text or text.lstrip()[:1] in {"{", "[", "<", "%"} or "\0" in text:
        return "", {}
    separator = separator_of(text, path.suffix.lower())
    if separator == NONE:
        return "", {}
    cells = SeparatedLines(path, io.StringIO(text, newline=""), separator).cells()
    rows = [one.values for one in cells if isinstance(one, Cells) and any(one.values)]
    if not rows:
        return "", {}
    header = header_of(rows[0])
    # The last row may be cut off where the first bytes end.
    sample = [dict(zip(header, row, strict=False)) for row in rows[1 : LOOKED_AT + 1]]
    return separator, guessed_columns(header, sample[:-1] or sample)
