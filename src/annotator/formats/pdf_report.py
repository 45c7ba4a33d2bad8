"""A report to print and to file: the marked articles on numbered pages, as PDF.

It is drawn by the printer that whoever started the program lent. The project as JSON Lines is
attached, and a line at the end tells the SHA-256 of all before it: by both the file is verified.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import CannotWriteError
from annotator.core.foreign_values import Holds
from annotator.formats.shared.json_lines import objects_by_line, written
from annotator.formats.shared.jsonl_reading import GENERATOR, our_lines
from annotator.formats.shared.jsonl_writing import lines_of
from annotator.formats.shared.pdf_attachment import LARGEST as LARGEST_FILE
from annotator.formats.shared.pdf_attachment import attached
from annotator.formats.shared.pdf_seal import seal, seal_faults
from annotator.formats.shared.report import report_of
from annotator.service.printing import Attachment, lent_printer
from annotator.service.reading.files import file_bytes
from annotator.service.writing import unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.core.foreign_values import ForeignFile
    from annotator.formats.shared.json_lines import Found
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

ATTACHMENT = "highlights.jsonl"
# Qt packs an attachment in memory.
LARGEST = 90_000_000
# As Qt writes it, which is how most writers write names that are no plain ASCII.
_CREATOR = b"/Creator (\xfe\xff" + GENERATOR.encode("utf-16-be") + b")"


class PdfReportFormat:
    """Prints the marked articles."""

    name = "pdf-report"
    title = "PDF report"
    suffixes = (".pdf",)
    reads = False
    writes = True
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(Holds)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by what a PDF says of who made it."""
        del path
        return head.startswith(b"%PDF-") and _CREATOR in head

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return the highlights in what is attached, for them to be verified.

        Raises:
            NotAnnotationsError: nothing of this program is attached.
            FileProblemError: it is not there, no file, unreadable, empty or too large.

        """
        del options
        data = attached(path, ATTACHMENT, wanted=self.title)

        def faults() -> Iterator[tuple[str, str]]:
            yield from lines.faults()
            yield from seal_faults(file_bytes(path, limit=LARGEST_FILE))

        def objects() -> Iterator[Found | AnnotatorError]:
            return objects_by_line(path, _lines(data))

        lines = our_lines(path, objects, tool=self.name)
        return replace(lines, faults=faults)

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Print the file; nothing is lost.

        Raises:
            NoPrinterError: nobody lent a printer.
            CannotWriteError: there are too many highlights to be printed and attached.
            UnwritableFileError: the file cannot be written.

        """
        del options
        attachment = Attachment(ATTACHMENT, "application/x-ndjson", _attached(sent))
        try:
            lent_printer()(report_of(sent), attachment, target)
            seal(target)
        except OSError as error:
            raise unwritable(target, error) from error
        return ()


def _attached(sent: Sent) -> Iterator[bytes]:
    """Yield the lines of a project, as many as can be in memory at once."""
    size = 0
    for one in lines_of(sent):
        line = (written(one) + "\n").encode()
        size += len(line)
        if size > LARGEST:
            raise CannotWriteError(
                "so many highlights",
                form="A PDF report",
                remedy="write an HTML report, or parts of the project with a filter",
            )
        yield line


def _lines(data: bytes) -> Iterator[str | UnicodeError]:
    """Yield lines, each decoded by itself: a bad one spoils no other."""
    for line in BytesIO(data):
        try:
            yield line.decode()
        except UnicodeError as error:
            yield error
