"""The labels for which the line below has no room, behind one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotator.gui.plain import number, tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.label_keys import LabelKey


class LabelMore(QPushButton):
    """Says how many labels are out of sight, and offers them with their keys and counts."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("small")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._keys: Sequence[LabelKey] = ()
        self.offers = QMenu(self)
        self.offers.aboutToShow.connect(self._fill)
        self.setMenu(self.offers)
        self.setToolTip(tooltip(self.tr("More labels")))
        self.setAccessibleName(self.tr("More labels"))
        self.hide()

    def show_hidden(self, keys: Sequence[LabelKey]) -> None:
        """Stand for these labels; none hides the button."""
        if list(keys) == list(self._keys):
            return
        self._keys = keys
        self.setText(f"+{number(len(keys))}")
        names = ", ".join(key.label.name for key in keys)
        self.setToolTip(tooltip(names))
        self.setAccessibleName(self.tr("{0} more labels: {1}").format(number(len(keys)), names))
        self.setVisible(bool(keys))

    def _fill(self) -> None:
        self.offers.clear()
        for key in self._keys:
            title = f"{key.label.letter}   {key.label.name}   {number(key.count)}"
            keyed = f"{title}\t{key.key}" if key.key else title
            offer = self.offers.addAction(keyed.replace("&", "&&"))
            offer.triggered.connect(lambda _checked=False, label=key.label: self.chosen.emit(label))
