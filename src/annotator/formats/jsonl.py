"""JSON Lines: one highlight a line, with its place in three offset units.

``start`` and ``end`` count code points, ``start_utf16`` and the rest what their names say, all of
the article's text with LF line ends and without byte order mark. A highlight of several spans
carries them in ``spans`` and their words in ``quotes``; ``start`` and ``end`` then hold its hull,
and ``quote`` the hull's text. One that lost its text has that in ``lost_quote``; if it waits for a
place in a newer text, it has ``unplaced`` with the outcome, the words that were around it, and
where it may belong. The texts are not in the file; the format ``project-jsonl`` has them.

Lines of other programs are read, too, with a list of highlights or with one each: what their keys
hold is told by name and content, or mapped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.foreign_values import Holds
from annotator.formats.shared.json_lines import first_object, written
from annotator.formats.shared.jsonl_reading import fits_lines, line_columns, read_lines
from annotator.formats.shared.jsonl_writing import highlights_of
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.core.foreign_values import ForeignFile
    from annotator.service.column_mappings import Column
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent


class JsonlFormat:
    """Writes one highlight a line; reads such lines, and those of other programs."""

    name = "jsonl"
    title = "JSON Lines"
    suffixes = (".jsonl", ".ndjson")
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(Holds) - {
        Holds.CODEBOOK,
        Holds.SIGNS,
        Holds.GUIDE,
        Holds.TEXT,
        Holds.METADATA,
        Holds.EMPTY,
    }

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first object that is of this program, or has highlights in no other's way."""
        return fits_lines(first_object(path, head))

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file holds.

        Raises:
            AnnotatorError: it cannot be read, or does not show where its highlights are.

        """
        return read_lines(path, options, tool=self.name)

    def columns(self, path: Path, options: ExchangeOptions) -> tuple[Column, ...]:
        """Return the keys with their first values; none where the lines are of this program.

        Raises:
            AnnotatorError: it cannot be read.

        """
        return line_columns(path, options)

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write the file, empty where there is no highlight.

        Raises:
            FileProblemError: the file cannot be written.

        """
        del options
        with replacing(target) as file:
            for line in highlights_of(sent):
                file.write(written(line) + "\n")
        return ()
