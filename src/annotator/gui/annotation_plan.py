"""Planning an import of annotations in another thread than the window's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import NoColumnForError, UnknownAnnotationsError
from annotator.core.table_errors import NoSuchColumnError
from annotator.service.annotation_planning import ImportWishes
from annotator.service.exchange import plan_import
from annotator.service.exchange_columns import (
    columns_in,
    keep_columns,
    recalled,
    remembered_columns,
)
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.exchange_columns import FileColumns
    from annotator.service.incoming import Plan
    from annotator.service.project import Project


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is to be read, and its annotations to be taken in."""

    options: ExchangeOptions = field(default_factory=ExchangeOptions)
    wishes: ImportWishes = field(default_factory=ImportWishes)


def planned(
    project: Project, path: Path, asked: Asked, watch: Watch
) -> tuple[Plan, ExchangeOptions] | FileColumns | None:
    """Plan an import through a second connection; None where that was cancelled.

    The plan comes with the options that it was made with. Where the file does not show what its
    columns hold, these are returned.
    """
    mappings, surroundings = remembered_columns(), project.surroundings
    try:
        options = recalled(path, surroundings, asked.options, mappings)
        with project.reading_beside() as queries:
            plan = plan_import(
                queries, surroundings, path, options, wishes=asked.wishes, watch=watch
            )
    except StoppedError:
        return None
    except (NoColumnForError, NoSuchColumnError, UnknownAnnotationsError):
        found = columns_in(path, surroundings, asked.options)
        if found is None:
            raise
        return found
    keep_columns(path, surroundings, asked.options, mappings)
    return plan, options
