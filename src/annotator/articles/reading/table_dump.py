"""What readers of tables and dumps have in common: rows in, articles and columns out."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.articles.reading.tables import Table, articles_of, columns_of
from annotator.service.reading.dump_files import opened, surveyed, text_of

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.service.article_ports import ReadArticle, ReadOptions
    from annotator.service.column_mappings import Column
    from annotator.service.reading.grids import Row


class TableDump:
    """Reads a file that is one table; a reader of one kind says how it becomes that."""

    name = ""

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle | AnnotatorError]:
        """Yield the articles of a dump, and for each row that is none the reason.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        with self._table(path, options) as table:
            yield from articles_of(table, options)

    def columns(self, path: Path, options: ReadOptions) -> tuple[Column, ...]:
        """Return the columns that the header or the first rows name, with a few of their values.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        with self._table(path, options) as table:
            return columns_of(table)

    def _table(self, path: Path, options: ReadOptions) -> AbstractContextManager[Table]:
        raise NotImplementedError


class TextDump(TableDump):
    """Reads a text of rows; a reader of one kind says which ``rows`` a text has."""

    def rows(self, path: Path, text: io.TextIOWrapper) -> Iterator[Row | AnnotatorError]:
        """Yield the rows of a text, and for each that is broken the reason."""
        raise NotImplementedError

    @contextmanager
    def _table(self, path: Path, options: ReadOptions) -> Iterator[Table]:
        with opened(path) as file:
            survey = surveyed(path, file, options, reader=self.name)
            with text_of(file, survey) as text:
                yield Table(path, survey, self.rows(path, text))
