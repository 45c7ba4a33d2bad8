"""Projects as INCEpTION and WebAnno export them: the work of everyone, and what was settled.

Each user becomes a reviewer, and so does the curation. Read are annotations in UIMA CAS JSON, XMI
and WebAnno TSV, as each was chosen for the export. What is there as Java objects alone is never
read, and one sentence says how to export it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.foreign_values import ForeignFile, Holds, Reading, Unit
from annotator.formats.shared.inception_reading import (
    PROJECT,
    WANTED,
    check_project,
    read_project,
)
from annotator.service.reading.archive import BEGINNING, names_at_end

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent


class InceptionProjectFormat:
    """Reads project archives; each user becomes a reviewer, and so does the curation."""

    name = "inception-project"
    title = WANTED
    suffixes = (".zip",)
    reads = True
    writes = False
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(
        (Holds.OVERLAP, Holds.NOTE, Holds.REVIEWER, Holds.TEXT, Holds.TITLE,
         Holds.METADATA, Holds.EMPTY)
    )  # fmt: skip

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the description of a project in the archive, which comes first or last."""
        if not head.startswith(BEGINNING):
            return False
        if PROJECT.encode() in head[:100]:
            return True
        return any(one.startswith(PROJECT) for one in names_at_end(path))

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a project holds.

        Raises:
            AnnotatorError: it cannot be read, is something else, or has annotations only for Java.

        """
        del options
        check_project(path)
        return ForeignFile(
            self.name, lambda: read_project(path), reading=Reading(Unit.UTF16), settled=True
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> tuple[Loss, ...]:
        """Refuse, since such files are read alone."""
        raise NotImplementedError
