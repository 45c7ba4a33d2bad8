"""What a table or a dump offers to the fields of an article: its columns, with some values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, or a key of a dump, with what stands in it first."""

    name: str
    samples: tuple[str, ...] = ()


@runtime_checkable
class TableReader(Protocol):
    """A reader of files in which columns are mapped to the fields of an article."""

    def columns(self, path: Path) -> Sequence[Column]:
        """Return a file's columns in their order.

        Raises:
            AnnotatorError: the file cannot be read.

        """
        ...


def columns_of(reader: object, path: Path) -> tuple[Column, ...]:
    """Return what a file offers to be mapped; nothing where its reader knows no columns."""
    return tuple(reader.columns(path)) if isinstance(reader, TableReader) else ()
