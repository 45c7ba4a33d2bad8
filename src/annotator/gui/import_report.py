"""What became of the files that were opened, in a sentence and, where need be, more lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.gui.failures import sentence_on
from annotator.gui.plain import number
from annotator.gui.step_titles import isolated
from annotator.service.import_reports import ADDED, ALREADY_THERE, REFUSED, REVISED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.service.import_reports import FileReport


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The sentence, the lines below it, whether a file was refused, and the article to show.

    Without a ``sentence`` there is nothing to tell that the window does not show.
    """

    sentence: str
    details: tuple[str, ...]
    failed: bool
    article_id: str | None


def report_on(files: Sequence[FileReport]) -> ImportReport:
    """Sum up what became of files: what is new is shown, else what was there already."""
    added = [file for file in files if file.status == ADDED]
    there = [file for file in files if file.status == ALREADY_THERE]
    revised = [file for file in files if file.status == REVISED]
    refused = [_reason(file) for file in files if file.status == REFUSED]
    known = [file.id for file in (*added, *revised, *there) if file.id is not None]
    details = (*refused, *(_tr("{0} is in the project already.").format(one.file) for one in there))
    if len(files) == 1:
        sentence, details = (details[0] if details else _revised(revised)), ()
    else:
        counts = (
            (_tr("{0} added"), len(added)),
            (_tr("{0} with a newer text"), len(revised)),
            (_tr("{0} already there"), len(there)),
            (_tr("{0} refused"), len(refused)),
            (_tr("{0} finished no more"), sum(one.reopened for one in files)),
        )
        sentence = " · ".join(words.format(number(count)) for words, count in counts if count)
    return ImportReport(sentence, details, bool(refused), known[0] if known else None)


def _revised(files: Sequence[FileReport]) -> str:
    if not files:
        return ""
    told = _tr("“{0}” has its newer text now.")
    if files[0].reopened:
        told = _tr("“{0}” has its newer text now. It was finished, and is open again.")
    return told.format(isolated(files[0].title))


def _reason(file: FileReport) -> str:
    return sentence_on(file.error) if file.error is not None else str(file.reason)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportReport", text)
