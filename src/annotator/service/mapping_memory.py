"""Mappings of columns that a person chose once, taken up again for files with the same columns."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.reading_errors import ReaderStoppedError
from annotator.service.column_mappings import TableReader

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.article_ports import ArticleReader, ReadOptions
    from annotator.service.column_mappings import ColumnMappings

_log = logging.getLogger(__name__)


class MappingMemory:
    """What one import looks up in the mappings, and keeps there; best effort, both.

    A file's columns are asked for where an answer can matter alone, since that opens the file.
    """

    def __init__(self, mappings: ColumnMappings) -> None:
        self._mappings = mappings
        self._empty = mappings.is_empty
        self._kept: set[tuple[tuple[str, ...], tuple[tuple[str, str], ...]]] = set()

    def recalled(self, reader: ArticleReader, path: Path, options: ReadOptions) -> ReadOptions:
        """Return what was chosen, with the mapping of the last time where none was chosen now.

        Raises:
            ReaderStoppedError: reading was stopped meanwhile.

        """
        if options.mapping or self._empty:
            return options
        names = _names(reader, path, options)
        return replace(options, mapping=self._mappings.remembered(names)) if names else options

    def keep(self, reader: ArticleReader, path: Path, options: ReadOptions) -> None:
        """Remember a mapping that a person chose and that brought articles.

        Raises:
            ReaderStoppedError: reading was stopped meanwhile.

        """
        names = _names(reader, path, options)
        mapping = tuple((field, _spelled(name, names)) for field, name in options.mapping)
        if names and (names, mapping) not in self._kept:
            self._kept.add((names, mapping))
            self._mappings.remember(names, mapping)
            self._empty = False


def _names(reader: ArticleReader, path: Path, options: ReadOptions) -> tuple[str, ...]:
    """Return the names of a file's columns; none where it has none or they cannot be read."""
    if not isinstance(reader, TableReader):
        return ()
    try:
        return tuple(column.name for column in reader.columns(path, options))
    except ReaderStoppedError:
        raise
    except AnnotatorError as error:
        _log.debug("No columns are looked up: %s", error)  # reading the file tells why
        return ()


def _spelled(name: str, names: tuple[str, ...]) -> str:
    """Return a column's name as its file spells it, which a person need not."""
    wanted = name.strip().casefold()
    alike = (one for one in names if name and one.strip().casefold() == wanted)
    return name if name in names else next(alike, name)
