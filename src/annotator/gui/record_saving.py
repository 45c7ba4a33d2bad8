"""Keeping what is typed into a claim record: a moment after the typing, one undo step a visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.request_errors import NotFoundError
from annotator.service.claim_commands import SetEvidence
from annotator.service.commands import DescribeClaim

if TYPE_CHECKING:
    from annotator.core.errors import AnnotatorError
    from annotator.gui.record_form import RecordForm
    from annotator.gui.reviewing import Reviewing
    from annotator.service.changes import Changes
    from annotator.service.commands import Command

# A crash loses no more than what was typed in this time.
SAVE_AFTER_MS = 400


@dataclass(frozen=True, slots=True)
class _Visit:
    """One stay in one field of one highlight's record."""

    highlight_id: str
    field: str


class RecordSaving(QObject):
    """Writes what a person types into the form, and tells the form what is not written yet.

    Before anything else is written, undone or opened, what was typed is written first.
    """

    def __init__(self, reviewing: Reviewing, form: RecordForm) -> None:
        super().__init__(form)
        self._reviewing, self._form = reviewing, form
        self._visit: _Visit | None = None
        self._newest: int | None = None
        self._gone = False
        # True while a write waits for another program to let go of the file.
        self._waits = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SAVE_AFTER_MS)
        self.timer.timeout.connect(self.flush)
        form.edited.connect(self._take)
        reviewing.settling.connect(self.flush)
        reviewing.leaving.connect(self.end_visit)
        reviewing.failed.connect(self._notice)
        reviewing.page.highlight_chosen.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _take(self, field: str) -> None:
        """Begin to wait with what a person altered in a field."""
        highlight_id = self._form.highlight_id
        if highlight_id is None:
            return
        visit = _Visit(highlight_id, field)
        if visit != self._visit:
            self.end_visit()
            self._visit = visit
        self._form.unsaved = field
        # Not anew with each letter: whoever types without a pause is kept all the same.
        if not self.timer.isActive():
            self.timer.start()

    def flush(self) -> None:
        """Write what was typed and not written yet; one write after the other."""
        if self._waits:
            self.timer.start()
        else:
            self._write()

    def _write(self) -> None:
        visit, field = self._visit, self._form.unsaved
        self.timer.stop()
        if visit is None or field is None:
            return
        if self._reviewing.page.editing is not None:
            self.timer.start()
            return
        self._form.unsaved, self._gone = None, False
        command = self._command(visit)
        kept: list[Changes] = []

        def take(changes: Changes) -> None:
            kept.append(changes)
            self._take_kept(visit, changes)

        self._reviewing.execute(command, take, continues=self._newest)
        if not kept:
            # What could not be written stays in the field, unless nothing is left to describe.
            self._waits = self._reviewing.waiting.count > 0
            self._form.unsaved = None if self._gone else field

    def _take_kept(self, visit: _Visit, changes: Changes) -> None:
        """Take note that typing is on the disk, at once or after another program's writing."""
        self._waits = False
        if self._form.unsaved == visit.field and not self.timer.isActive():
            self._form.unsaved = None
        if visit == self._visit and changes.sequence:
            self._newest = changes.sequence

    def _command(self, visit: _Visit) -> Command:
        value = self._form.field(visit.field).value()
        if visit.field == "evidence":
            return SetEvidence(visit.highlight_id, value)
        return DescribeClaim(visit.highlight_id, ((visit.field, value),))

    def end_visit(self) -> None:
        """Write what is left; what is typed from now on is another step."""
        self._write()
        if self._visit is not None:
            self._form.forget_typing(self._visit.field)
        self._visit, self._newest = None, None

    def _follow(self, _key: object) -> None:
        highlight = self._reviewing.highlight(self._reviewing.page.chosen_highlight)
        if self._visit is not None and (
            highlight is None or highlight.id != self._visit.highlight_id
        ):
            self.end_visit()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """End the visit with the focus in another field; in another program, only write."""
        if self._visit is None:
            return
        if now is None or not self._form.window().isAncestorOf(now):
            self.flush()
        elif self._form.field_at(now) != self._visit.field:
            self.end_visit()

    def _notice(self, error: AnnotatorError) -> None:
        self._gone = self._gone or isinstance(error, NotFoundError)
        self._waits = False
