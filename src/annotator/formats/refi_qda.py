"""Projects of the REFI-QDA standard (.qdpx), as programs for qualitative analysis swap them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.core.foreign_values import ForeignFile, Holds
from annotator.formats.shared.refi_codes import TOOL
from annotator.formats.shared.refi_reading import read_project, read_sources
from annotator.formats.shared.refi_readings import is_ours, reading_of
from annotator.formats.shared.refi_writing import write_project
from annotator.service.reading.archive import has_entry

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

NVIVO_VARIANT = "nvivo"
_NAMES = (b"project.qde", b"Project.qde", b"PROJECT.QDE")
# What comes first in an archive need not be among the last entries of its table of contents.
_FIRST = re.compile(rb"PK\x03\x04.{26}project\.qde", re.DOTALL | re.IGNORECASE)


class RefiQdaFormat:
    """Reads and writes the projects of NVivo, MAXQDA, ATLAS.ti, QualCoder and their like."""

    name = "refi-qda"
    title = "REFI-QDA project"
    suffixes = (".qdpx",)
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = (NVIVO_VARIANT,)
    # Of long quotes only the beginning is written.
    holds = frozenset(Holds) - {Holds.GUIDE, Holds.QUOTE}

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the project in the archive that it is."""
        if _FIRST.match(head):
            return True
        return head.startswith(b"PK\x03\x04") and any(has_entry(path, name) for name in _NAMES)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a project holds.

        Raises:
            AnnotatorError: the archive cannot be read, or is no such project.

        """
        del options
        project = read_project(path)
        return ForeignFile(
            TOOL,
            lambda: read_sources(path, project),
            reading=reading_of(project.origin),
            settled=is_ours(project.origin),
            labels=project.codes.ordered,
            whole=is_ours(project.origin),
            faults=lambda: project.codes.faults,
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> tuple[Loss, ...]:
        """Write a project whose positions every program reads alike.

        Raises:
            CannotWriteError: the project is larger than any that would be read again.
            FileProblemError: the system refuses, or the disk is full.

        """
        write_project(sent, target, nvivo=options.variant == NVIVO_VARIANT)
        return ()
