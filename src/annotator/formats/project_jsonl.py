"""A whole project as JSON Lines: its labels, reviewers, articles with their texts, highlights.

Each line has a ``type``. One of the type "project" comes first, then the "label" and "reviewer"
lines; before its highlights comes an "article" with metadata, text, and where sentences end.
The lines of highlights have the keys that those of the format ``jsonl`` have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.foreign_values import Holds
from annotator.formats.shared.json_lines import first_object, objects_in, written
from annotator.formats.shared.jsonl_reading import fits_project, our_lines
from annotator.formats.shared.jsonl_writing import lines_of
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.core.foreign_values import ForeignFile
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent


class ProjectJsonlFormat:
    """Writes and reads JSON Lines that lose nothing."""

    name = "project-jsonl"
    title = "JSON Lines of a whole project"
    suffixes = (".jsonl", ".ndjson")
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(Holds)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first line that tells of a project."""
        return fits_project(first_object(path, head))

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file holds.

        Raises:
            AnnotatorError: it cannot be read.

        """
        return our_lines(path, lambda: objects_in(path, options), tool=self.name)

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write the file; nothing is lost.

        Raises:
            FileProblemError: the file cannot be written.

        """
        del options
        with replacing(target) as file:
            for line in lines_of(sent):
                file.write(written(line) + "\n")
        return ()
