"""Columns of tables and what they were mapped to, remembered for tables with the same columns."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from annotator.core.errors import AnnotatorError
from annotator.paths import config_dir
from annotator.service.article_ports import ARTICLE_FIELDS
from annotator.settings import settings_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.service.article_ports import ReadOptions

_log = logging.getLogger(__name__)
NAME = "column-mappings.json"
MOST_REMEMBERED = 100
# What would weigh too much in the file is not worth remembering.
MOST_COLUMNS = 200
LONGEST_NAME = 200
_KEY = "mappings"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, a few of its values, and the field it is taken for where one is."""

    name: str
    samples: tuple[str, ...] = ()
    field: str = ""


@runtime_checkable
class TableReader(Protocol):
    """A reader of tables or dumps, whose columns can be mapped to fields of an article."""

    def columns(self, path: Path, options: ReadOptions) -> tuple[Column, ...]:
        """Return a file's columns in their order, by its first rows; ``mapping`` is not looked at.

        Raises:
            AnnotatorError: the file cannot be read; it names the file and the remedy.

        """
        ...


class ColumnMappings:
    """The mappings that a person chose, by the names of a table's columns in whatever order.

    Best effort: what cannot be read is as if nothing had been remembered.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        fields: tuple[str, ...] = ARTICLE_FIELDS,
        name: str = NAME,
    ) -> None:
        """Look into a file; without one, into this user's of that name, for these fields."""
        self._path, self._fields, self._name = path, fields, name

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is remembered at all."""
        return not self._entries()

    def remembered(self, columns: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return what these columns were mapped to the last time; empty where they are new."""
        names = set(columns)
        wanted = sorted(names)
        for entry in self._entries():
            if entry["columns"] == wanted:
                return tuple(
                    (field, column)
                    for field, column in entry["mapping"].items()
                    if field in self._fields and column in names | {""}
                )
        return ()

    def remember(self, columns: Iterable[str], mapping: Iterable[tuple[str, str]]) -> None:
        """Keep what these columns were mapped to; a column of no name keeps a field empty."""
        names = sorted(set(columns))
        if len(names) > MOST_COLUMNS or any(len(name) > LONGEST_NAME for name in names):
            return
        others = [one for one in self._entries() if one["columns"] != names]
        kept = [{"columns": names, "mapping": dict(mapping)}, *others][:MOST_REMEMBERED]
        try:
            settings_file.write(self._file(), {_KEY: kept})
        except AnnotatorError as error:
            _log.warning("A mapping of columns is not remembered: %s", error)

    def _file(self) -> Path:
        return self._path or config_dir() / self._name

    def _entries(self) -> list[dict[str, Any]]:
        try:
            held = settings_file.read(self._file()).get(_KEY)
        except AnnotatorError as error:
            _log.debug("No mappings of columns are remembered: %s", error)
            return []
        return [one for one in held if _is_entry(one)] if isinstance(held, list) else []


def mapped_columns(
    columns: Iterable[Column], mapping: Iterable[tuple[str, str]]
) -> tuple[Column, ...]:
    """Return columns with the fields that a mapping gives them, beside what else was guessed.

    >>> mapped_columns([Column("a"), Column("b", field="text")], [("text", "a")])
    (Column(name='a', samples=(), field='text'), Column(name='b', samples=(), field=''))
    """
    chosen = dict(mapping)
    fields = {name: field for field, name in chosen.items()}
    return tuple(
        replace(one, field=fields.get(one.name, "" if one.field in chosen else one.field))
        for one in columns
    )


def _is_entry(found: object) -> bool:
    if not isinstance(found, dict):
        return False
    columns, mapping = found.get("columns"), found.get("mapping")
    return (
        isinstance(columns, list)
        and all(isinstance(one, str) for one in columns)
        and isinstance(mapping, dict)
        and all(isinstance(one, str) for one in mapping.values())
    )
