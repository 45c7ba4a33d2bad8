"""One label of the codebook: what it is called, looks like and means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from annotator.core.claim_fields import ALL_FIELDS, ASKED_FIRST
from annotator.core.codebook_rules import LINE_STYLES
from annotator.gui.action_table import ACTIONS
from annotator.gui.actions import PAGE_KEYS
from annotator.gui.codebook_colors import ColorField
from annotator.gui.flow import Flow
from annotator.gui.plain import plain_label
from annotator.gui.record_fields import LineField, TextField
from annotator.gui.record_words import field_title
from annotator.gui.segments import Segments
from annotator.gui.shortcuts import keys_of
from annotator.gui.table_words import action_title
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.records import Label
    from annotator.gui.theme import Theme

LISTS: Final = ("tests", "edge_cases", "examples")
# What is kept when its field is left; the rest is kept at once.
TYPED: Final = ("name", "letter", "shortcut", "definition", *LISTS)
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier

# The room of a single letter or key.
SIGN_WIDTH = 56


class LinesField(TextField):
    """Several texts, one a line."""

    def value(self) -> Any:  # noqa: ANN401 - a text where TextField asks, texts to the form
        """Return the texts, without empty lines."""
        lines = (line.strip() for line in str(super().value()).split("\n"))
        return tuple(line for line in lines if line)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - see value
        """Show other texts."""
        if tuple(value) != self.value():
            super().show_value("\n".join(line.replace("\n", " ") for line in value))


class FieldsField(QWidget):
    """Which fields of the claim record a label asks first; none ticked means the usual ones."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.boxes = {field: QCheckBox(field_title(field)) for field in ALL_FIELDS}
        layout = Flow(self, gap=2, even=True)
        for box in self.boxes.values():
            layout.addWidget(box)
            box.clicked.connect(lambda _checked=False: self.edited.emit())
        self.setFocusProxy(self.boxes["speaker"])

    def value(self) -> tuple[str, ...]:
        """Return the fields; the usual ones are not named."""
        chosen = tuple(field for field, box in self.boxes.items() if box.isChecked())
        return () if chosen == ASKED_FIRST else chosen

    def show_value(self, value: Sequence[str]) -> None:
        """Show other fields."""
        for field, box in self.boxes.items():
            box.setChecked(field in (value or ASKED_FIRST))


class LabelForm(QWidget):
    """The fields of one label; ``edited`` names the one that a person altered.

    ``unsaved`` names a field whose typing must outlive a refresh.
    """

    edited = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.label: Label | None = None
        self.unsaved: str | None = None
        self._others: Sequence[Label] = ()
        self.key_hint = plain_label("muted", wrapped=True)
        styles = [(style, title) for style, title in zip(LINE_STYLES, self._styles(), strict=True)]
        self.fields: dict[str, Any] = {
            "name": LineField(self.tr("Name")),
            "letter": LineField(self.tr("Letter in the margin")),
            "shortcut": LineField(self.tr("Key that tags")),
            "colors": ColorField(theme),
            "line_style": Segments(self.tr("Line"), styles),
            "definition": TextField(self.tr("Definition"), least=4),
            "tests": LinesField(self.tr("Questions to ask, one a line")),
            "edge_cases": LinesField(self.tr("Edge cases, one a line")),
            "examples": LinesField(self.tr("Examples, one a line")),
            "fields": FieldsField(self.tr("Fields asked first")),
        }
        for name, field in self.fields.items():
            field.edited.connect(lambda name=name: self._take(name))
        self._lay_out()

    def _styles(self) -> tuple[str, ...]:
        words = (self.tr("Solid"), self.tr("Dashed"), self.tr("Dotted"), self.tr("Double"))
        return (*words, self.tr("Wavy"))

    def _lay_out(self) -> None:
        signs = QHBoxLayout()
        signs.setSpacing(8)
        self._fit()
        signs.addWidget(self.fields["letter"])
        signs.addWidget(plain_label("muted", self.tr("Key")))
        signs.addWidget(self.fields["shortcut"])
        signs.addWidget(self.key_hint, 1)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(10)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows: tuple[tuple[str, Any], ...] = (
            (self.tr("Name"), self.fields["name"]),
            (self.tr("Letter"), signs),
            (self.tr("Color"), self.fields["colors"]),
            (self.tr("Line"), self.fields["line_style"]),
            (self.tr("Definition"), self.fields["definition"]),
            (self.tr("Ask"), self.fields["tests"]),
            (self.tr("Edge cases"), self.fields["edge_cases"]),
            (self.tr("Examples"), self.fields["examples"]),
            (self.tr("Asks first"), self.fields["fields"]),
        )
        for title, field in rows:
            layout.addRow(_heading(title), field)

    def _fit(self) -> None:
        for name in ("letter", "shortcut"):
            self.fields[name].setMaximumWidth(zoomed(SIGN_WIDTH))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Give the letters the room of another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def show_label(self, label: Label | None, others: Sequence[Label]) -> None:
        """Show a label beside the others; what is being typed and not saved stays."""
        same = label is not None and self.label is not None and label.id == self.label.id
        self.label = label
        self.setEnabled(label is not None)
        if label is None:
            return
        self.fields["colors"].show_others([one for one in others if not one.archived])
        for name, field in self.fields.items():
            if not (same and name == self.unsaved):
                field.show_value(_of(label, name))
            if not same and isinstance(field, LineField | TextField):
                field.forget_typing()
        self._others = others
        self._say_conflict()

    def change(self, name: str) -> tuple[tuple[str, object], ...]:
        """Return what a person altered in a field, as a change of the label."""
        value = self.fields[name].value()
        if name == "colors":
            return (("color_light", value[0]), ("color_dark", value[1]))
        if name == "line_style":
            return (("line_style", value or LINE_STYLES[0]),)
        return ((name, value.strip() if name in {"name", "letter", "shortcut"} else value),)

    def _take(self, name: str) -> None:
        if name == "shortcut":
            self._say_conflict()
        self.edited.emit(name)

    def _say_conflict(self) -> None:
        """Tell who has the key already."""
        key = self.fields["shortcut"].value().strip()
        owner = next((one.name for one in self._others if key and _same(one.shortcut, key)), None)
        owner = self.owner(key) or owner
        told = self.tr("{0} is taken: {1}").format(key, owner) if owner else ""
        self.key_hint.setText(told)

    def owner(self, key: str) -> str | None:
        """Return what the command is called that a key gives, None where there is none."""
        for action in (*ACTIONS, *PAGE_KEYS):
            if key and any(_same(shortcut, key) for shortcut in keys_of(action)):
                return action_title(action)
        return None

    def event(self, event: QEvent) -> bool:
        """Keep letters and digits for the fields."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~_TYPING
            if plain and event.text() and event.text().isprintable():
                event.accept()
                return True
        return super().event(event)

    def field_at(self, widget: QWidget | None) -> str | None:
        """Return the field to which a widget belongs."""
        fields = {id(field): name for name, field in self.fields.items()}
        while widget is not None and id(widget) not in fields:
            widget = widget.parentWidget()
        return fields[id(widget)] if widget is not None else None


def _same(one: str, other: str) -> bool:
    return QKeySequence(one) == QKeySequence(other) and bool(one)


def _of(label: Label, name: str) -> object:
    if name == "colors":
        return (label.color_light, label.color_dark)
    return getattr(label, name)


def _heading(title: str) -> QLabel:
    heading = plain_label("muted", title)
    heading.setContentsMargins(0, 6, 0, 0)
    return heading
