"""Which of ours each label of a file becomes: found by its name, or chosen by somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.record_fields import ChoiceField

if TYPE_CHECKING:
    from annotator.core.records import Codebook
    from annotator.service.incoming import ImportReport

# Whoever brings more labels than these has a codebook, not a handful of names to be told apart.
MOST_SHOWN = 100
LONGEST = 80


class LabelMapping(QWidget):
    """Their labels, and beside each what it becomes; ``chosen`` comes with every choice."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, ChoiceField] = {}
        self._area = QScrollArea()
        self._area.setObjectName("labelForm")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(self.tr("What labels become"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label("settingTitle", self.tr("What labels become")))
        column.addWidget(self._area, 1)

    def show_report(self, report: ImportReport, codebook: Codebook) -> None:
        """Show the labels of a plan, each with what it becomes where nobody says otherwise."""
        self.fields = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        new = {label.id for label in report.labels}
        shown = list(report.meant.items())[:MOST_SHOWN]
        for row, (theirs, ours) in enumerate(shown):
            mark = plain_label(text=_short(theirs), wrapped=True)
            mark.setToolTip(tooltip(theirs))
            field = self.fields[theirs] = ChoiceField(self.tr("What “{0}” becomes").format(theirs))
            others = [one for one in codebook.labels if one.id != ours.id and not one.archived]
            field.offer([(one.id, one.name) for one in others])
            usual = self.tr("{0} (new)") if ours.id in new else self.tr("{0} (as here)")
            field.setItemText(0, usual.format(ours.name))
            field.edited.connect(self.chosen)
            mark.setBuddy(field)
            grid.addWidget(mark, row, 0)
            grid.addWidget(field, row, 1)
        left = len(report.meant) - len(shown)
        if left:
            more = self.tr("{0} more become what they are called.").format(number(left))
            grid.addWidget(plain_label("muted", more), len(shown), 0, 1, 2)
        grid.setRowStretch(len(shown) + 1, 1)
        self._area.setWidget(inside)
        self.setVisible(bool(shown))

    def value(self) -> tuple[tuple[str, str], ...]:
        """Return their labels that somebody gave one of ours."""
        return tuple((name, field.value()) for name, field in self.fields.items() if field.value())


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
