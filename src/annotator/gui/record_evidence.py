"""The evidence of a claim record: entries that are added, described, ordered and removed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.core.claim_fields import STANCES
from annotator.core.claim_hints import looks_like_date, looks_like_link
from annotator.core.records import Evidence
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.record_fields import LineField, TextField
from annotator.gui.record_words import choice_title, field_help, field_title
from annotator.gui.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

_LINES = ("url", "archive_url", "title", "accessed")
_OPEN, _CLOSED = "▾", "▸"
_ELIDED = Qt.TextElideMode.ElideRight
HEAD_EDGES = 14
RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class EvidenceEntry(QFrame):
    """One piece of evidence: a line that unfolds into its fields.

    Alt+Up and Alt+Down move it, Alt+Delete removes it.
    """

    edited = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.head = QPushButton()
        self.head.setObjectName("fold")
        self.head.setCheckable(True)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.head.toggled.connect(self._unfold)
        self.up = _small("↑", self.tr("Move up (Alt+Up)"))
        self.down = _small("↓", self.tr("Move down (Alt+Down)"))
        self.remove = _small("✕", self.tr("Remove this evidence (Alt+Delete)"))
        self.up.clicked.connect(lambda _checked=False: self.moved.emit(-1))
        self.down.clicked.connect(lambda _checked=False: self.moved.emit(1))
        self.remove.clicked.connect(lambda _checked=False: self.removed.emit())
        self.lines = {name: LineField(field_title(name), hint=field_help(name)) for name in _LINES}
        stances = [(key, choice_title("stance", key)) for key in STANCES]
        self.stance = Segments(field_title("stance"), stances)
        self.quote = TextField(field_title("quote"), hint=field_help("quote"))
        self.hint = plain_label("muted", wrapped=True)
        self.body = QWidget()
        self._lay_out()
        for line in self.lines.values():
            line.edited.connect(self._take)
        self.stance.edited.connect(self._take)
        self.quote.edited.connect(self._take)
        self.body.hide()
        self.show_evidence(evidence)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.head, 1)
        for button in (self.up, self.down, self.remove):
            line.addWidget(button)
        inside = QGridLayout(self.body)
        inside.setContentsMargins(6, 4, 6, 6)
        inside.setHorizontalSpacing(8)
        inside.setVerticalSpacing(6)
        inside.setColumnStretch(1, 1)
        fields: list[tuple[str, QWidget]] = [
            *self.lines.items(),
            ("stance", self.stance),
            ("quote", self.quote),
        ]
        for row, (name, field) in enumerate(fields):
            inside.addWidget(plain_label("muted", field_title(name)), row, 0)
            inside.addWidget(field, row, 1)
        inside.addWidget(self.hint, len(fields), 0, 1, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4, 4, 4, 4)
        whole.setSpacing(0)
        whole.addLayout(line)
        whole.addWidget(self.body)

    def value(self) -> Evidence:
        """Return the piece of evidence as it stands here."""
        words = {name: field.value() for name, field in self.lines.items()}
        return Evidence(**words, stance=self.stance.value(), quote=self.quote.value())

    def show_evidence(self, evidence: Evidence) -> None:
        """Show another piece of evidence."""
        for name, field in self.lines.items():
            field.show_value(getattr(evidence, name))
        self.stance.show_value(evidence.stance)
        self.quote.show_value(evidence.quote)
        self._describe()

    def forget_typing(self) -> None:
        """Let undo take back nothing that was typed up to now."""
        self.quote.forget_typing()
        for line in self.lines.values():
            line.forget_typing()

    def unfold(self, name: str = "url") -> None:
        """Show all fields and give one of the lines the keys."""
        self.head.setChecked(True)
        self.lines[name].setFocus(Qt.FocusReason.TabFocusReason)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in order."""
        buttons = (self.head, self.up, self.down, self.remove)
        return (*buttons, *self.lines.values(), *self.stance.segments, self.quote)

    def _unfold(self, unfolded: bool) -> None:  # noqa: FBT001 - what the signal carries
        self.body.setVisible(unfolded)
        self._describe()

    def _take(self) -> None:
        self._describe()
        self.edited.emit()

    def _describe(self) -> None:
        evidence = self.value()
        name = evidence.title or evidence.url or self.tr("No link yet")
        stance = choice_title("stance", evidence.stance)
        sign = _OPEN if self.head.isChecked() else _CLOSED
        text = " · ".join(part for part in (stance, name) if part)
        room = self.head.width() - HEAD_EDGES
        shown = self.head.fontMetrics().elidedText(f"{sign}  {text}", _ELIDED, room)
        self.head.setText(shown.replace("&", "&&"))
        self.head.setToolTip(tooltip(evidence.url or text))
        self.head.setAccessibleName(self.tr("Evidence: {0}").format(text))
        hints = "\n".join(self._hints(evidence))
        self.hint.setText(hints)
        self.hint.setVisible(bool(hints))

    def _hints(self, evidence: Evidence) -> list[str]:
        hints = []
        if evidence.url and not looks_like_link(evidence.url):
            hints.append(self.tr("The link does not look like an address on the web."))
        if evidence.archive_url and not looks_like_link(evidence.archive_url):
            hints.append(self.tr("The archived copy does not look like an address on the web."))
        if evidence.accessed and not looks_like_date(evidence.accessed):
            hints.append(self.tr("Write a date like 2026-03-14, so that it can be sorted."))
        return hints

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the line to the room there is."""
        super().resizeEvent(event)
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move or remove the entry by keys."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        with_alt = alone == Qt.KeyboardModifier.AltModifier
        if with_alt and key in steps:
            self.moved.emit(steps[key])
        elif with_alt and key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class _NewLink(LineField):
    """The line under the entries: what is typed into it becomes one when it is left.

    Return asks for more to be said of it.
    """

    left = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in RETURNS and not event.modifiers() & ~_KEYPAD and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class EvidenceField(QWidget):
    """All evidence of a claim record, in order; ``edited`` comes with every alteration.

    ``restacked`` comes when the places where Tab stops are others.
    """

    edited = Signal()
    restacked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.entries: list[EvidenceEntry] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add_line = _NewLink(self.tr("Add a link to {0}").format(name))
        self.add_line.setPlaceholderText(self.tr("Add a link…"))
        self.add_line.edited.connect(self.edited)
        self.add_line.left.connect(self._take_link)
        self.add_line.entered.connect(self._describe_link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._rows)
        layout.addWidget(self.add_line)
        self.setFocusProxy(self.add_line)

    def value(self) -> tuple[Evidence, ...]:
        """Return all evidence, a link that is being typed included."""
        typed = self.add_line.text().strip()
        entries = [entry.value() for entry in self.entries]
        return (*entries, Evidence(url=typed)) if typed else tuple(entries)

    def show_value(self, value: Sequence[Evidence]) -> None:
        """Show other evidence; entries that are unfolded stay so."""
        if tuple(value) == self.value():
            return
        self.add_line.clear()
        while len(self.entries) > len(value):
            self._drop(self.entries[-1])
        for entry, evidence in zip(self.entries, value, strict=False):
            entry.show_evidence(evidence)
        for evidence in value[len(self.entries) :]:
            self._add(evidence)
        self._settle()

    def forget_typing(self) -> None:
        """Let undo take back nothing that was typed up to now."""
        self.add_line.forget_typing()
        for entry in self.entries:
            entry.forget_typing()

    def _take_link(self) -> None:
        typed = self.add_line.text().strip()
        if typed:
            self.add_line.clear()
            today = datetime.now().astimezone().date().isoformat()
            self._add(Evidence(url=typed, accessed=today))
            self._settle()
            self.edited.emit()

    def _describe_link(self) -> None:
        """Make an entry of what was typed, and go on in it where the link is behind."""
        self._take_link()
        self.entries[-1].unfold("archive_url")

    def _add(self, evidence: Evidence) -> None:
        entry = EvidenceEntry(evidence)
        entry.edited.connect(self.edited)
        entry.moved.connect(lambda step: self._move(entry, step))
        entry.removed.connect(lambda: self._remove(entry))
        self.entries.append(entry)
        self._rows.addWidget(entry)
        entry.show()

    def _move(self, entry: EvidenceEntry, step: int) -> None:
        place = self.entries.index(entry)
        target = place + step
        if not 0 <= target < len(self.entries):
            return
        focus = entry.focusWidget()
        self.entries.insert(target, self.entries.pop(place))
        self._rows.removeWidget(entry)
        self._rows.insertWidget(target, entry)
        self._settle()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _remove(self, entry: EvidenceEntry) -> None:
        place = self.entries.index(entry)
        self._drop(entry)
        self._settle()
        left = self.entries[min(place, len(self.entries) - 1)].head if self.entries else None
        (left or self.add_line).setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _drop(self, entry: EvidenceEntry) -> None:
        self.entries.remove(entry)
        self._rows.removeWidget(entry)
        entry.hide()
        entry.deleteLater()

    def _settle(self) -> None:
        for place, entry in enumerate(self.entries):
            entry.up.setEnabled(place > 0)
            entry.down.setEnabled(place < len(self.entries) - 1)
        self.restacked.emit()
        self.updateGeometry()

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in order: entry by entry, then the line under them."""
        return (*(stop for entry in self.entries for stop in entry.stops()), self.add_line)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the column be as narrow as it has to."""
        return QSize(80, super().minimumSizeHint().height())


def _small(sign: str, meaning: str) -> QPushButton:
    button = QPushButton(sign)
    button.setObjectName("small")
    button.setAutoDefault(False)
    button.setToolTip(tooltip(meaning))
    button.setAccessibleName(meaning)
    return button
