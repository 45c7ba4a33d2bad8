"""The keys of the line below: a label with its key cap, badge, name and count; and Space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.gui.badges import BADGE, paint_badge, paint_key_cap
from annotator.gui.key_words import key_of, title_and_key, with_key
from annotator.gui.plain import number, tooltip
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.core.records import Label
    from annotator.gui.theme import Theme

HEIGHT = 40
CAP = 18
GAP = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class LabelKey(QAbstractButton):
    """A label with its key and the number of its highlights in the article; a click tags."""

    def __init__(
        self, label: Label, theme: Theme, parent: QWidget | None = None, *, key: str = ""
    ) -> None:
        super().__init__(parent)
        self.label = label
        self.key = key
        self.theme = theme
        self.count = 0
        # The room that the name keeps where others are cut.
        self._kept = 0
        # With the name and without it; measuring takes longer than painting.
        self._widths: tuple[int, int] | None = None
        # Where the count was painted.
        self._count_left = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        title = self.tr("Tag as {0}").format(label.name)
        self.setToolTip(tooltip(with_key(title, key)))
        self.setAccessibleDescription(with_key(title, key))
        self._describe()

    def set_count(self, count: int) -> None:
        """Show another number."""
        if count == self.count:
            return
        before, self.count = self._widths, count
        self._describe()
        if before is not None:
            # The name takes what it took.
            bare = self._without_name()
            self._widths = bare + before[0] - before[1], bare
        if before is None or before != self._widths:
            self.updateGeometry()
            self.update()
        else:
            self.update(self._count_place())

    def keep_name(self, room: int) -> None:
        """Keep so much of the name where those of others are cut."""
        kept = max(0, min(room, self.name_room))
        if kept != self._kept:
            self._kept = kept
            self.updateGeometry()

    @property
    def name_room(self) -> int:
        """What the name takes beyond the rest."""
        whole, bare = self._measured()
        return whole - bare

    @property
    def whole(self) -> int:
        """The width with the whole name."""
        return self._measured()[0]

    @property
    def kept(self) -> int:
        """What is kept of the name where others are cut."""
        return self._kept

    @property
    def least(self) -> int:
        """The width without the name, but for what is kept of it."""
        return self._measured()[1] + self._kept

    def _describe(self) -> None:
        told = self.tr("{0}, highlights in this article: {1}")
        self.setAccessibleName(told.format(self.label.name, number(self.count)))

    def _measured(self) -> tuple[int, int]:
        if self._widths is None:
            bare = self._without_name()
            self._widths = bare + GAP + self._name_width(), bare
        return self._widths

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again in another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widths = None
        super().changeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size with the whole name."""
        return QSize(self.whole, zoomed(HEIGHT - 8))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size without the name, but for what is kept of it."""
        return QSize(self.least, zoomed(HEIGHT - 8))

    def _name_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        return font

    def _name_width(self) -> int:
        return QFontMetrics(self._name_font()).horizontalAdvance(self.label.name) + 2

    def _without_name(self) -> int:
        count = self.fontMetrics().horizontalAdvance(number(self.count))
        cap = zoomed(CAP) + GAP if self.key else 0
        return cap + zoomed(BADGE) + GAP + count + 4

    def _count_place(self) -> QRect:
        return QRect(self._count_left, 0, self.width() - self._count_left, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint key cap, badge, name and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._count_left or event.rect().left() < self._count_left:
            self._count_left = self._paint_label(painter)
        painter.setFont(self.font())
        painter.setPen(self.theme.muted)
        painter.drawText(self._count_place(), _MIDDLE, number(self.count))
        _paint_focus(painter, self, self.theme)

    def _paint_label(self, painter: QPainter) -> int:
        """Paint what stands before the count and return where that begins."""
        middle, left = self.height() // 2, 1
        if self.key:
            side = zoomed(CAP)
            cap = QRect(left, middle - side // 2, side, side)
            paint_key_cap(painter, cap, self.key, theme=self.theme)
            left = cap.right() + 1 + GAP
        paint_badge(
            painter, QPoint(left, middle - zoomed(BADGE) // 2), self.label, theme=self.theme
        )
        return self._paint_name(painter, left + zoomed(BADGE) + GAP)

    def _paint_name(self, painter: QPainter, left: int) -> int:
        room = self.width() - self._measured()[1] - GAP
        if room < 3 * GAP:
            return left
        font = self._name_font()
        name = QFontMetrics(font).elidedText(self.label.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self.theme.ink)
        painter.drawText(QRect(left, 0, room, self.height()), _MIDDLE, name)
        return left + QFontMetrics(font).horizontalAdvance(name) + GAP


class SpaceKey(QAbstractButton):
    """The key that marks a sentence as reviewed without a label; a click does the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._key, self._text = key_of("review.reviewed"), self.tr("none")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Reviewed, without a label"))
        self.setToolTip(tooltip(title_and_key("review.reviewed")))
        self.setAccessibleDescription(title_and_key("review.reviewed"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of cap and word."""
        metrics = self.fontMetrics()
        width = self._cap() + GAP + metrics.horizontalAdvance(self._text)
        return QSize(width + 4, zoomed(HEIGHT - 8))

    def _cap(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._key) + 12

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the cap and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = zoomed(CAP)
        cap = QRect(1, (self.height() - side) // 2, self._cap(), side)
        paint_key_cap(painter, cap, self._key, theme=self.theme)
        painter.setFont(self.font())
        painter.setPen(self.theme.muted)
        left = cap.right() + GAP
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), _MIDDLE, self._text)
        _paint_focus(painter, self, self.theme)


def _paint_focus(painter: QPainter, button: QAbstractButton, theme: Theme) -> None:
    if button.hasFocus():
        painter.setPen(QPen(theme.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(button.rect().adjusted(1, 2, -1, -2), 6, 6)
