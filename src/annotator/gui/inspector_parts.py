"""What the inspector is made of: a label's line, a quote, rows of facts, the guideline's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.badges import Badge
from annotator.gui.key_words import key_of, label_keys
from annotator.gui.plain import plain_label
from annotator.gui.reading_direction import direction_of
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from annotator.core.records import Codebook, Label
    from annotator.gui.theme import Theme

SERIF = ("Noto Serif", "Source Serif 4", "Source Serif Pro", "Georgia", "Charter", "DejaVu Serif")
BAR = 3
NAME_WIDTH = 96


class LabelLine(QWidget):
    """A label's badge and name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.badge = Badge(theme)
        self.name = _strong_label("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.name, 1)

    def show_label(self, label: Label | None) -> None:
        """Show another label, or none."""
        self.badge.show_label(label)
        self.name.setText(label.name if label else "")
        self.setVisible(label is not None)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self.badge.set_theme(theme)


class Quote(QWidget):
    """A quotation in the reader's serif with a bar in its label's color."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._label: Label | None = None
        self.text = _readable_label()
        self._set_font()
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        self._turn("")

    def _set_font(self) -> None:
        font = QFont()
        font.setFamilies(list(SERIF))
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(zoomed(15))
        self.text.setFont(font)

    def show_text(self, text: str, label: Label | None = None) -> None:
        """Show another text; an empty one hides the quotation."""
        self._label = label
        self._turn(text)
        self.text.setText(text)
        self.setVisible(bool(text))
        self.update()

    def _turn(self, text: str) -> None:
        """Put the bar, and its room, to the side where a text begins."""
        self.setLayoutDirection(direction_of(text))
        leftward = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        before, after = (0, BAR + 10) if leftward else (BAR + 10, 0)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(before, 2, after, 2)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self._theme = theme
        self._set_font()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the bar."""
        color = self._theme.label_color(self._label) if self._label else self._theme.lines
        bar = QRect(0, 0, BAR, self.height())
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), bar)
        QPainter(self).fillRect(place, color)


class Facts(QWidget):
    """Rows of a name and a value; a row without a name takes the whole width."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 2, 0, 2)
        self._layout.setSpacing(6)

    def show_rows(self, rows: Sequence[tuple[str | None, str]]) -> None:
        """Show these rows and no others."""
        while len(self._rows) < len(rows):
            self._add_row()
        for place, (heading, text) in enumerate(self._rows):
            name, value = rows[place] if place < len(rows) else (None, "")
            heading.setText(name or "")
            _set_shown(heading, shown=name is not None)
            text.setText(value)
            _set_shown(text, shown=bool(value))

    def set_zoom(self) -> None:
        """Give the names the room that their zoom takes."""
        for heading, _ in self._rows:
            heading.setFixedWidth(zoomed(NAME_WIDTH))

    def _add_row(self) -> None:
        heading = plain_label("muted", wrapped=True)
        # What is ignored by the layout would be laid under the value.
        policy = heading.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Fixed)
        heading.setSizePolicy(policy)
        heading.setFixedWidth(zoomed(NAME_WIDTH))
        # A wrapped label asks for no width, and the value would stand upon it.
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        heading.setSizePolicy(policy)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
        text = _readable_label()
        line.addWidget(text, 1)
        self._layout.addLayout(line)
        self._rows.append((heading, text))


class GuidelineCard(QFrame):
    """A label's definition with its tests and edge cases, or the keys that tag."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        self._shown: tuple[str, ...] = ()
        headings = ("", self.tr("Ask"), self.tr("Edge cases"), self.tr("Examples"))
        self._parts = [(_strong_label(heading), _readable_label("muted")) for heading in headings]
        for heading, text in self._parts:
            layout.addWidget(heading)
            layout.addWidget(text)

    def show_label(self, label: Label) -> None:
        """Show how a label is to be used."""
        definition = label.definition or self.tr("The codebook says nothing about this label yet.")
        lists = (label.tests, label.edge_cases, label.examples)
        self._show(label.name, [definition, *(_listed(entries) for entries in lists)])

    def show_keys(self, codebook: Codebook) -> None:
        """Show which keys tag the sentence."""
        names = {label.id: label.name for label in codebook.labels}
        lines = [(key, names[label_id]) for label_id, key in label_keys(codebook).items()]
        lines += [
            (key_of("review.reviewed"), self.tr("nothing to tag: reviewed")),
            (key_of("go.extend-down"), self.tr("several sentences")),
            (key_of("review.next"), self.tr("the next sentence not reviewed")),
        ]
        text = "\n".join(f"{key}   {meaning}" for key, meaning in lines)
        if not any(not label.archived for label in codebook.labels):
            how = self.tr("There is no label to tag with: {0} opens the codebook, to add one.")
            text = f"{how.format(key_of('review.codebook'))}\n\n{text}"
        self._show("", [text, "", "", ""])

    def _show(self, name: str, texts: Sequence[str]) -> None:
        if self._shown == (name, *texts):
            return
        self._shown = (name, *texts)
        self._parts[0][0].setText(name)
        for (heading, label), text in zip(self._parts, texts, strict=True):
            label.setText(text)
            _set_shown(label, shown=bool(text))
            _set_shown(heading, shown=bool(text and heading.text()))


def _set_shown(label: QLabel, *, shown: bool) -> None:
    """Show or hide a label; asked for what it is already, Qt would lay everything out again."""
    if label.isHidden() is shown:
        label.setVisible(shown)


def _listed(entries: Sequence[str]) -> str:
    return "\n".join(f"– {entry}" for entry in entries)


def _strong_label(text: str) -> QLabel:
    label = plain_label(text=text, wrapped=True)
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def _readable_label(name: str = "") -> QLabel:
    """Return a wrapped label whose text can be selected and copied."""
    label = plain_label(name, wrapped=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
