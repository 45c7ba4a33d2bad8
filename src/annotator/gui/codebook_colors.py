"""Choosing a label's color: from those offered, or one of one's own with what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from annotator.gui.flow import Flow
from annotator.gui.label_palette import (
    APART,
    READABLE,
    is_color,
    nearest,
    page_contrast,
)
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.record_fields import LineField
from annotator.gui.table_words import COLORS, said
from annotator.gui.ui_zoom import zoomed
from annotator.service.label_palette import Paint, palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from annotator.core.records import Label
    from annotator.gui.theme import Theme

SIDE = 34


class Swatch(QAbstractButton):
    """A color as it is on light pages and on dark ones, with the letter of the label it has."""

    def __init__(self, paint: Paint, theme: Theme) -> None:
        super().__init__()
        self.paint, self.theme, self.letter = paint, theme, ""
        self.setCheckable(True)
        self.setFixedSize(SIDE, SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_use(None)

    def show_use(self, label: Label | None) -> None:
        """Mark the color as used by a label, or as free."""
        self.letter = label.letter if label else ""
        name = said(COLORS, self.paint.name)
        told = self.tr("{0}, used by {1}").format(name, label.name) if label else name
        self.setToolTip(tooltip(told))
        self.setAccessibleName(told)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the swatch."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint both colors, the letter and what is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRect(6, 6, SIDE - 12, SIDE - 12)
        left = QRect(inside.topLeft(), QSize(inside.width() // 2, inside.height()))
        painter.fillRect(inside, QColor(self.paint.dark))
        painter.fillRect(left, QColor(self.paint.light))
        if self.letter:
            font = QFont(self.font())
            font.setPixelSize(11)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor("#FFFFFF"))
            painter.drawText(left, Qt.AlignmentFlag.AlignCenter, self.letter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(self.theme.ink, 2))
            painter.drawRoundedRect(4, 4, SIDE - 8, SIDE - 8, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.focus, 2))
            painter.drawRoundedRect(1, 1, SIDE - 2, SIDE - 2, 6, 6)


class ColorField(QWidget):
    """A label's two colors; ``edited`` comes when a person chose others."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Color"))
        self.swatches = [Swatch(paint, theme) for paint in palette()]
        self.light = LineField(self.tr("Color on light pages"))
        self.dark = LineField(self.tr("Color on dark pages"))
        self.hint = plain_label("muted", wrapped=True)
        self._others: Sequence[Label] = ()
        row = Flow(gap=2)
        for swatch in self.swatches:
            row.addWidget(swatch)
            swatch.clicked.connect(lambda _checked=False, paint=swatch.paint: self._choose(paint))
        own = Flow(gap=6)
        for name, field in ((self.tr("Light"), self.light), (self.tr("Dark"), self.dark)):
            field.setMaximumWidth(zoomed(100))
            own.addWidget(plain_label("muted", name))
            own.addWidget(field)
            field.edited.connect(self._typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addLayout(own)
        layout.addWidget(self.hint)
        self.setFocusProxy(self.swatches[0])

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        for swatch in self.swatches:
            swatch.theme = theme
            swatch.update()

    def show_others(self, others: Sequence[Label]) -> None:
        """Take the labels to which the color is compared."""
        self._others = others
        used = {other.color_light.upper(): other for other in others}
        for swatch in self.swatches:
            swatch.show_use(used.get(swatch.paint.light.upper()))

    def value(self) -> tuple[str, str]:
        """Return the color on light pages and the one on dark ones."""
        return self.light.value().strip().upper(), self.dark.value().strip().upper()

    def show_value(self, value: tuple[str, str]) -> None:
        """Show other colors."""
        if value != self.value():
            self.light.show_value(value[0])
            self.dark.show_value(value[1])
        self._settle()

    def _choose(self, paint: Paint) -> None:
        self.show_value((paint.light, paint.dark))
        self.edited.emit()

    def _typed(self) -> None:
        self._settle()
        if all(is_color(color) for color in self.value()):
            self.edited.emit()

    def _settle(self) -> None:
        light, dark = self.value()
        for swatch in self.swatches:
            paint = swatch.paint
            same = (paint.light.upper(), paint.dark.upper()) == (light.upper(), dark.upper())
            swatch.setChecked(same)
        self.hint.setText(self._told(light, dark))

    def _told(self, light: str, dark: str) -> str:
        if not (is_color(light) and is_color(dark)):
            return self.tr("Write each color like #0072B2.")
        lines = []
        for theme, color, where in (
            ("light", light, self.tr("light")),
            ("dark", dark, self.tr("dark")),
        ):
            ratio = page_contrast(color, theme)
            told = self.tr("On {0} pages {1}:1").format(where, f"{ratio:.1f}")
            if ratio < READABLE:
                told += self.tr(", hard to see (4.5:1 is enough)")
            lines.append(told + ".")
            near = nearest(color, self._others, dark=theme == "dark")
            if near is not None and near[0] < APART:
                alike = self.tr("Some eyes take it for “{0}” on {1} pages.")
                lines.append(alike.format(near[1].name, where))
        return " ".join(lines)
