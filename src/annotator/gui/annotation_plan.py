"""Planning an import of annotations in another thread than the window's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.service.exchange import plan_import
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.watch import StoppedError, Watch

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.annotation_planning import ImportWishes
    from annotator.service.incoming import Plan
    from annotator.service.project import Project


def planned(
    project: Project, path: Path, wishes: ImportWishes, watch: Watch, *, name: str = ""
) -> Plan | None:
    """Plan an import through a second connection; None where that was cancelled.

    ``name`` is that of the format, if somebody says it.
    """
    try:
        options = ExchangeOptions(format=name)
        with project.reading_beside() as queries:
            return plan_import(
                queries, project.surroundings, path, options, wishes=wishes, watch=watch
            )
    except StoppedError:
        return None
