"""The labels of the codebook in their order, with their badges and how much they are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from annotator.gui.badges import BADGE, paint_badge
from annotator.gui.plain import number as written
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.records import Label
    from annotator.gui.theme import Theme

_ID = Qt.ItemDataRole.UserRole


class LabelList(QListWidget):
    """Labels to choose from; Alt+Up, Alt+Down and dragging ask for another order."""

    chosen = Signal(str)
    ordered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("labels")
        self.setAccessibleName(self.tr("Labels"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._showing = False
        self.currentItemChanged.connect(self._tell)
        # A drag moves the rows first; the list is not to be filled anew before it has ended.
        self.model().rowsMoved.connect(lambda *_moved: QTimer.singleShot(0, self, self._ask_order))

    def show_labels(
        self, labels: Sequence[Label], uses: Mapping[str, int], *, theme: Theme
    ) -> None:
        """Show other labels; the chosen one stays chosen where it is still there."""
        before, row = self.current_id(), self.currentRow()
        self._showing = True
        self.setIconSize(QSize(zoomed(BADGE), zoomed(BADGE)))
        self.clear()
        for label in labels:
            self.addItem(self._item(label, uses.get(label.id, 0), theme))
        self._showing = False
        ids = self.ids()
        if ids:
            self.setCurrentRow(
                ids.index(before) if before in ids else min(max(row, 0), len(ids) - 1)
            )
        else:
            self.chosen.emit("")

    def _item(self, label: Label, uses: int, theme: Theme) -> QListWidgetItem:
        count = written(uses)
        text = f"{label.name}  ·  {count}"
        if label.archived:
            text = self.tr("{0}  ·  {1}  ·  archived").format(label.name, count)
        item = QListWidgetItem(_badge(label, theme), text)
        item.setData(_ID, label.id)
        spoken = self.tr("{0}, {1} highlights").format(label.name, count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        if label.archived:
            item.setForeground(theme.muted)
        return item

    def ids(self) -> list[str]:
        """Return the ids of the labels in the order in which they stand."""
        return [str(self.item(row).data(_ID)) for row in range(self.count())]

    def current_id(self) -> str:
        """Return the id of the chosen label, empty for none."""
        row = self.currentRow()
        return str(self.item(row).data(_ID)) if row >= 0 else ""

    def choose(self, label_id: str) -> None:
        """Choose a label."""
        if label_id in self.ids():
            self.setCurrentRow(self.ids().index(label_id))

    def _tell(self) -> None:
        if not self._showing:
            self.chosen.emit(self.current_id())

    def move_current(self, step: int) -> None:
        """Ask for an order in which the chosen label stands higher or lower."""
        ids, place = self.ids(), self.currentRow()
        target = place + step
        if place >= 0 and 0 <= target < len(ids):
            ids.insert(target, ids.pop(place))
            self.ordered.emit(tuple(ids))

    def _ask_order(self) -> None:
        self.ordered.emit(tuple(self.ids()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the chosen label by keys."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps:
            self.move_current(steps[key])
        else:
            super().keyPressEvent(event)


def _badge(label: Label, theme: Theme) -> QIcon:
    scale = 2
    side = zoomed(BADGE) * scale
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_badge(painter, QPoint(0, 0), label, theme=theme)
    painter.end()
    icon = QIcon(picture)
    # Qt would tint it where its row is chosen.
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
