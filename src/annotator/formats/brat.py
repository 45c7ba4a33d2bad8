"""brat's standoff files: a text and its annotations beside each other, in a folder or archive.

What brat has no place for travels in notes of a kind of its own, which brat keeps with the
annotation they are about and deletes with it, and in files beside that brat does not look at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.core.foreign_values import ForeignFile, Holds, Reading, Spaces
from annotator.formats.shared.brat_documents import ANN, TXT, holds_documents
from annotator.formats.shared.brat_reading import faults_in, read_beside, read_documents
from annotator.formats.shared.brat_writing import write_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

_FIRST_LINE = re.compile(
    rb"\s*(?:T\d+\t\S+[ \t]-?\d+[ \t]-?\d+|[ERAMN]\d+\t\S+ |#\d+\t\S+ \w+\t|\*\t\S+ T\d+ )"
)


class BratFormat:
    """Reads and writes folders of brat, with fragments, notes, and the types' configuration."""

    name = "brat"
    title = "brat"
    suffixes = (ANN, TXT, ".zip")
    reads = True
    writes = True
    folder = True
    extra = ""
    variants = ()
    holds = frozenset(Holds)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the pairs in a folder or archive, or by the first line of one's annotations."""
        if path.suffix in {ANN, TXT} and not path.is_dir():
            return _is_of_pair(path)
        return holds_documents(path, head)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what the documents of a folder or archive hold, or those of one pair.

        Raises:
            AnnotatorError: nothing can be read.

        """
        beside = read_beside(path)
        # Many a tool writes such files, and not all of them count as brat does.
        return ForeignFile(
            self.name,
            lambda: read_documents(path, options.encoding, beside.ids),
            project=beside.project,
            reading=Reading(),
            settled=bool(beside.project),
            labels=beside.labels,
            whole=bool(beside.ids),
            guideline=beside.guideline,
            faults=lambda: faults_in(path, options.encoding, beside),
            spaces=Spaces.BLANKS,
            verdicts=beside.verdicts,
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write a folder; nothing is lost.

        Raises:
            FileProblemError: the system refuses, or the disk is full.

        """
        del options
        write_folder(sent, target)
        return ()


def _is_of_pair(path: Path) -> bool:
    """Tell whether a file is one of a text and its annotations."""
    annotations, text = path.with_suffix(ANN), path.with_suffix(TXT)
    try:
        with annotations.open("rb") as file:
            head = file.read(4096)
        there = text.is_file()
    except (OSError, ValueError):
        return False
    return there and (not head.strip() or _FIRST_LINE.match(head) is not None)
