"""Columns of tables, and keys of lines, that somebody says hold highlights; remembered for later.

Whoever says it once is not asked again for files with the same columns.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from annotator.core.exchange_errors import UnknownAnnotationsError
from annotator.service.column_mappings import ColumnMappings
from annotator.service.exchange import chosen_format
from annotator.service.exchange_ports import EXCHANGE_FIELDS, ExchangeOptions

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.column_mappings import Column
    from annotator.service.exchange_ports import AnnotationFormat
    from annotator.service.ports import Surroundings

NAME = "exchange-columns.json"


@runtime_checkable
class MappedFormat(Protocol):
    """A format of tables or lines, whose columns can be mapped to what a highlight has."""

    def columns(self, path: Path, options: ExchangeOptions) -> tuple[Column, ...]:
        """Return a file's columns with their first values; none where the file says itself.

        Raises:
            AnnotatorError: the file cannot be read; it names the file and the remedy.

        """
        ...


@dataclass(frozen=True, slots=True)
class FileColumns:
    """The columns of a file, read in one format, and how they are to be read."""

    form: AnnotationFormat
    columns: tuple[Column, ...]
    options: ExchangeOptions

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(one.name for one in self.columns)

    @property
    def mapping(self) -> dict[str, str]:
        """The columns by their fields: as was said, else as they are taken for."""
        said = dict(self.options.mapping)
        return said or {one.field: one.name for one in self.columns if one.field}


def remembered_columns() -> ColumnMappings:
    """Return the mappings of columns of highlights that this user chose."""
    return ColumnMappings(fields=EXCHANGE_FIELDS, name=NAME)


def columns_in(
    path: Path, surroundings: Surroundings, options: ExchangeOptions
) -> FileColumns | None:
    """Return the columns of a file; None where it has none that somebody could map.

    The format is the one that the options name or the file is in, else the one that its name
    speaks of.

    Raises:
        AnnotatorError: the file cannot be read, or there is no such format.

    """
    try:
        form: AnnotationFormat | None = chosen_format(path, surroundings, options)
    except UnknownAnnotationsError:
        ending = path.suffix.lower()
        known = (one for one in surroundings.formats() if ending in one.suffixes)
        form = next((one for one in known if isinstance(one, MappedFormat)), None)
    if form is None or not isinstance(form, MappedFormat):
        return None
    columns = form.columns(path, options)
    return FileColumns(form, columns, replace(options, format=form.name)) if columns else None


def recalled(
    path: Path, surroundings: Surroundings, options: ExchangeOptions, mappings: ColumnMappings
) -> ExchangeOptions:
    """Return options with what was said of the same columns the last time.

    The file is opened only where something is remembered, and nothing is said now.

    Raises:
        AnnotatorError: the file cannot be read, or there is no such format.

    """
    if options.mapping or mappings.is_empty:
        return options
    found = columns_in(path, surroundings, options)
    mapping = mappings.remembered(found.names) if found is not None else ()
    return replace(found.options, mapping=mapping) if found is not None and mapping else options


def keep_columns(
    path: Path, surroundings: Surroundings, options: ExchangeOptions, mappings: ColumnMappings
) -> None:
    """Remember what options say of a file's columns, if they do.

    Raises:
        AnnotatorError: the file cannot be read, or there is no such format.

    """
    found = columns_in(path, surroundings, options) if options.mapping else None
    if found is not None:
        mappings.remember(found.names, options.mapping)
