"""Prints reports into PDF files: marked articles on numbered pages, with a legend.

Lines under the text are drawn as the page in the window draws them; several labels over the same
words have a line each, and every highlight is named where it begins.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QFile,
    QFileDevice,
    QHashSeed,
    QIODevice,
    QTemporaryFile,
    QUuid,
)
from PySide6.QtGui import QPainter, QPdfWriter

from annotator.gui.pdf_paragraph import Piece, Writing, heading_font, small_font, text_font
from annotator.gui.pdf_sheet import Sheet, set_pages

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtCore import QByteArray

    from annotator.core.records import Label
    from annotator.service.printing import Attachment, Fact, Mark, Report, ReportedArticle, Run

CREATOR = "Fact Annotator"
_LONGEST_TITLE = 200
# Where Qt tells the time of printing; further on stands what was printed.
_HEAD = 8_192
_INFO_DATE = re.compile(rb"(?<=Date \(D:)\d{14}")
_XMP_DATE = re.compile(rb"(?<=Date=\")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_NEVER = "1970-01-01T00:00:00.000Z"
_ISOLATED = "\u2068{}\u2069"
# Keeps a name at the word that it belongs to.
_NARROW = "\u202f"


def print_report(report: Report, attachment: Attachment, target: Path) -> None:
    """Write a report as a PDF file that carries an attachment; pages go to the disk one by one.

    The time in it is that of the last change to the project; the time zone stays that of this
    computer, and which fonts are taken depends on those that it has.

    Raises:
        OSError: the file cannot be written.

    """
    _require_application()
    QHashSeed.setDeterministicGlobalSeed()  # or the fonts stand in any order
    try:
        _print(report, attachment, target)
    finally:
        QHashSeed.resetRandomGlobalSeed()
    _set_time(target, report.changed or _NEVER)


def _print(report: Report, attachment: Attachment, target: Path) -> None:
    data = _gathered(attachment)
    file = QFile(str(target))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    writer = QPdfWriter(file)
    set_pages(writer)
    title = report.title[:_LONGEST_TITLE]
    writer.setTitle(title)
    writer.setCreator(CREATOR)
    writer.setDocumentId(QUuid(report.id))
    writer.addFileAttachment(attachment.name, data, attachment.media_type)
    painter = QPainter(writer)
    sheet = Sheet(writer, painter, title)
    try:
        _Printed(sheet, report).draw()
        sheet.end()
    finally:
        painter.end()
        file.close()
    if file.error() != QFileDevice.FileError.NoError:
        raise OSError(file.errorString())


def _gathered(attachment: Attachment) -> QByteArray:
    """Return the bytes of an attachment, which are in memory once."""
    file = QTemporaryFile()
    if not file.open():
        raise OSError(file.errorString())
    for piece in attachment.data:
        if file.write(piece) != len(piece):
            raise OSError(file.errorString())
    file.seek(0)
    return file.readAll()


def _require_application() -> None:
    """Make an application where there is none, since fonts want one; it needs no screen."""
    if QCoreApplication.instance() is None:
        if sys.platform == "linux":
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from annotator.gui.launch import qt_application  # noqa: PLC0415 - the window has one

        qt_application()


def _set_time(target: Path, time: str) -> None:
    """Change the times in a file, in their places: what points into it still does."""
    day_and_time = time[:19]
    digits = re.sub(r"\D", "", day_and_time).encode()
    with target.open("rb+") as file:
        head = _INFO_DATE.sub(digits, file.read(_HEAD))
        file.seek(0)
        file.write(_XMP_DATE.sub(day_and_time.encode(), head))


class _Printed:
    """Draws a report from top to bottom."""

    def __init__(self, sheet: Sheet, report: Report) -> None:
        self._sheet, self._report = sheet, report
        self._labels = report.labels

    def draw(self) -> None:
        """Draw the legend, and below it the articles, each from the second on a new page."""
        self._heading(self._report.title, size=18)
        for number, label in enumerate(self._labels):
            self._legend(number, label)
        for number, article in enumerate(self._report.articles()):
            if number:
                self._sheet.new_page()
            self._sheet.space(28)
            self._article(article)

    def _writing(self) -> Writing:
        return Writing(self._sheet, self._labels)

    def _heading(self, words: str, *, size: float = 14) -> None:
        writing = self._writing()
        writing.add(Piece(words.strip() or "Untitled"))
        self._sheet.keep(size * 4)
        writing.draw(heading_font(size))
        self._sheet.space(size / 3)

    def _legend(self, number: int, label: Label) -> None:
        writing = self._writing()
        writing.add(Piece(label.letter, name_of=number))
        writing.add(Piece(f"{_NARROW} "))
        writing.add(Piece(label.name, (number,), bold=True))
        if label.definition:
            writing.add(Piece(f"  {label.definition}", muted=True))
        writing.draw(small_font(), spacing=1.5)
        self._sheet.space(3)

    def _article(self, article: ReportedArticle) -> None:
        self._heading(article.title)
        self._facts(article.facts)
        self._sheet.space(10)
        for runs in article.paragraphs():
            self._paragraph(runs, article.direction)
        begun = False
        for mark in article.marks():
            if not begun:
                self._sheet.space(14)
                self._heading("Highlights", size=11)
                begun = True
            self._mark(mark)

    def _paragraph(self, runs: Iterable[Run], direction: str) -> None:
        writing = self._writing()
        for run in runs:
            for label, number in run.begins:
                name = f"{self._labels[label].letter}{number}"
                writing.add(Piece(_ISOLATED.format(name) + _NARROW, name_of=label, raised=True))
            if run.more:
                writing.add(
                    Piece(_ISOLATED.format(f"+{run.more}") + _NARROW, name_of=-1, raised=True)
                )
            writing.add(Piece(run.text, run.labels, ends=run.ends))
        writing.draw(text_font(), spacing=1.75, direction=direction)

    def _mark(self, mark: Mark) -> None:
        label = self._labels[mark.label]
        writing = self._writing()
        writing.add(Piece(f"{label.letter}{mark.number}", name_of=mark.label))
        writing.add(Piece(f"{_NARROW} "))
        writing.add(Piece(_ISOLATED.format(label.name), bold=True))
        lost = "" if mark.placed else " (no longer in the text)"
        writing.add(Piece(f" · {_ISOLATED.format(mark.reviewer)}{lost}", muted=True))
        self._sheet.keep(32)
        writing.draw(small_font(), direction="ltr")
        self._words(mark.quote)
        self._facts(mark.facts)
        self._sheet.space(7)

    def _words(self, words: str) -> None:
        for line in words.split("\n"):
            writing = self._writing()
            writing.add(Piece(line))
            writing.draw(small_font())

    def _facts(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            for number, line in enumerate(fact.value.split("\n")):
                writing = self._writing()
                if not number:
                    writing.add(Piece(f"{fact.name}:  ", muted=True))
                writing.add(Piece(_ISOLATED.format(line)))
                writing.draw(small_font(), direction="ltr")
