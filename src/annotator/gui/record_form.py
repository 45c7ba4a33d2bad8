"""The claim record of the chosen highlight, edited in place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.core.claim_fields import ALL_FIELDS, CHOICES, folded_fields, shown_fields
from annotator.core.claim_hints import looks_like_date
from annotator.core.records import ClaimRecord
from annotator.gui.key_words import key_of, title_and_key
from annotator.gui.plain import number as written
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.record_evidence import EvidenceField
from annotator.gui.record_fields import ChoiceField, CueField, LineField, SpeakerField, TextField
from annotator.gui.record_words import choice_title, field_help, field_title
from annotator.gui.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.core.records import Label

# All values in sight where they are few; the rest fold out.
SEGMENTED: Final = ("form", "confidence", "check_worthiness", "status")
CHOSEN: Final = ("speaker_role", "claim_kind", "verdict")
WRITTEN: Final = ("restated", "justification", "note")
# Below this width of the form, in average characters, the names stand above the fields.
NARROW_CHARS: Final = 36
NAME_GAP: Final = 8
NOTHING: Final = ClaimRecord("", created="", modified="")
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class FieldRow(QWidget):
    """A field with its name beside it, or above it where there is little room."""

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__()
        self.name, self.field = name, field
        self.heading = plain_label("muted", field_title(name))
        self.heading.setToolTip(tooltip(field_help(name)))
        self.heading.setBuddy(field)
        self.hint = plain_label("muted", wrapped=True)
        self.hint.hide()
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(field)
        column.addWidget(self.hint)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(column, 1)
        self.set_room(wide=True)

    def set_room(self, *, wide: bool, name_width: int = 0) -> None:
        """Put the name beside the field, in a column of that width, or above it."""
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._line.setSpacing(NAME_GAP if wide else 3)
        self.heading.setMinimumWidth(name_width if wide else 0)
        self.heading.setContentsMargins(0, 6 if wide else 0, 0, 0)

    def show_hint(self, hint: str) -> None:
        """Say what looks wrong, or nothing."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))


class RecordForm(QWidget):
    """The fields of one claim record: those asked first, the rest under one heading.

    It alters nothing: ``edited`` names the field in which a person altered something.
    ``unsaved`` names a field whose typing must outlive a refresh.
    """

    edited = Signal(str)
    left = Signal()
    cue_wanted = Signal()
    cue_unwanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Claim record"))
        self.highlight_id: str | None = None
        self.unsaved: str | None = None
        self.rows = {name: FieldRow(name, self._made(name)) for name in ALL_FIELDS}
        self._order: tuple[str, ...] = ()
        self._first: tuple[str, ...] = ()
        self._record = NOTHING
        self.more = QPushButton()
        self.more.setObjectName("fold")
        self.more.setCheckable(True)
        self.more.setToolTip(tooltip(title_and_key("review.record-more")))
        self.more.toggled.connect(lambda _unfolded: self._fold())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.more)
        self._arrange(shown_fields(()), folded_fields(()))
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.left)
        self.field("evidence").restacked.connect(self._order_tabs)

    def _made(self, name: str) -> Any:  # noqa: ANN401 - fields share what they offer, no class
        title, hint = field_title(name), field_help(name)
        if name == "cue":
            cue = CueField(title, hint=hint, key=key_of("review.cue"))
            cue.picked.connect(self.cue_wanted)
            cue.cleared.connect(self.cue_unwanted)
            return cue
        field = _new_field(name, title, hint=hint)
        field.edited.connect(lambda: self._take(name))
        return field

    def field(self, name: str) -> Any:  # noqa: ANN401 - see _made
        """Return the widget of a field, with ``value()`` and ``show_value(value)``."""
        return self.rows[name].field

    def values(self) -> Iterator[tuple[str, object]]:
        """Yield every field's name and value as they stand here."""
        for name in ALL_FIELDS:
            yield name, self.field(name).value()

    def show_record(
        self,
        highlight_id: str | None,
        record: ClaimRecord | None,
        *,
        label: Label | None,
        verdicts: Sequence[str] = (),
    ) -> None:
        """Show the record of a highlight; what is being typed into it and not saved stays."""
        same = highlight_id == self.highlight_id
        self.highlight_id, self._record = highlight_id, record or NOTHING
        self.field("verdict").offer([(verdict, verdict) for verdict in verdicts])
        chosen = label.fields if label else ()
        self._arrange(shown_fields(chosen), folded_fields(chosen))
        for name in ALL_FIELDS:
            if not (same and name == self.unsaved):
                self.field(name).show_value(getattr(self._record, name))
        if not same:
            for name in ALL_FIELDS:
                self.forget_typing(name)
        self._say_what_is_folded()
        self._show_hints()

    def forget_typing(self, name: str) -> None:
        """Let undo in a field take back nothing that was typed there up to now."""
        field = self.field(name)
        if isinstance(field, LineField | TextField | EvidenceField):
            field.forget_typing()

    def _arrange(self, first: tuple[str, ...], rest: tuple[str, ...]) -> None:
        """Put the fields into an order, those asked first above the heading."""
        if (*first, "", *rest) != self._order:
            self._order, self._first = (*first, "", *rest), first
            for name in self._order:
                row = self.rows[name] if name else self.more
                self._layout.removeWidget(row)
                self._layout.addWidget(row)
            self._order_tabs()
        self._fold()

    def _order_tabs(self) -> None:
        before: QWidget | None = None
        for name in self._order:
            for stop in _stops(self.field(name)) if name else (self.more,):
                if before is not None:
                    QWidget.setTabOrder(before, stop)
                before = stop

    def _fold(self) -> None:
        """Show or hide what is under the heading, and say how much of it is filled."""
        for name, row in self.rows.items():
            row.setVisible(name in self._first or self.more.isChecked())
        self._say_what_is_folded()

    def _say_what_is_folded(self) -> None:
        filled = sum(bool(getattr(self._record, name)) for name in ALL_FIELDS if self._folds(name))
        sign = "▾" if self.more.isChecked() else "▸"
        title = self.tr("More")
        if filled:
            title = self.tr("More · {0} filled").format(written(filled))
        self.more.setText(f"{sign}  {title}")
        self.more.setAccessibleName(title)

    def _folds(self, name: str) -> bool:
        return name not in self._first

    def _take(self, name: str) -> None:
        self._show_hints()
        self.edited.emit(name)

    def _show_hints(self) -> None:
        claimed = self.field("claim_date").value()
        wrong = bool(claimed) and not looks_like_date(claimed)
        hint = self.tr("Write a date like 2026-03-14, so that it can be sorted.")
        self.rows["claim_date"].show_hint(hint if wrong else "")

    def begin(self, name: str = "") -> None:
        """Give a field the keys, the first one where none is named."""
        name = name or self._first[0]
        if self._folds(name):
            self.more.setChecked(True)
        field = self.field(name)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field, LineField):
            field.selectAll()

    def unfold(self) -> None:
        """Unfold the rest and give its first field the keys; fold it where it is unfolded."""
        if self.more.isChecked():
            self.more.setChecked(False)
            self.begin()
        else:
            self.begin(next(name for name in ALL_FIELDS if self._folds(name)))

    def field_at(self, widget: QWidget | None) -> str | None:
        """Return the field to which a widget, or a list it opened, belongs."""
        fields = {id(row): name for name, row in self.rows.items()}
        while widget is not None and id(widget) not in fields:
            parent = widget.parentWidget()
            widget = parent
        return fields[id(widget)] if widget is not None else None

    def has_keys(self) -> bool:
        """Tell whether a field or the heading has the keys."""
        focus = QApplication.focusWidget()
        return focus is self.more or self.field_at(focus) is not None

    def event(self, event: QEvent) -> bool:
        """Keep letters and digits for the field: in the window they tag and walk."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~_TYPING
            if plain and event.text() and event.text().isprintable():
                event.accept()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put names above the fields where there is little room."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        metrics = self.fontMetrics()
        wide = self.width() >= NARROW_CHARS * metrics.averageCharWidth()
        titles = (metrics.horizontalAdvance(row.heading.text()) for row in self.rows.values())
        name_width = max(titles) + 2
        room = self.width() - name_width - NAME_GAP
        for row in self.rows.values():
            fits = _needed_width(row.field) <= room
            row.set_room(wide=wide and fits, name_width=name_width)


def _needed_width(field: QWidget) -> int:
    """Return the width below which a field has its name above it."""
    if isinstance(field, Segments):
        return field.needed_width()
    return sys.maxsize if isinstance(field, EvidenceField) else 0


def _new_field(name: str, title: str, *, hint: str) -> Any:  # noqa: ANN401 - see RecordForm._made
    choices = [(key, choice_title(name, key)) for key in CHOICES.get(name, ())]
    if name == "speaker":
        return SpeakerField(title, hint=hint)
    if name == "evidence":
        return EvidenceField(title)
    if name in SEGMENTED:
        return Segments(title, choices)
    if name in CHOSEN:
        field = ChoiceField(title, hint=hint)
        field.offer(choices)
        return field
    return TextField(title, hint=hint) if name in WRITTEN else LineField(title, hint=hint)


def _stops(field: QWidget) -> tuple[QWidget, ...]:
    """Return where Tab stops in a field."""
    if isinstance(field, Segments):
        return tuple(field.segments)
    if isinstance(field, CueField):
        return (field.pick, field.clear)
    if isinstance(field, EvidenceField):
        return field.stops()
    return (field,)
