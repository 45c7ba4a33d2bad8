"""What stands on a page without an article: why it is empty, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.key_words import key_of
from annotator.gui.plain import plain_label

if TYPE_CHECKING:
    from annotator.gui.window import Window

MEASURE = 420


class PageEmpty(QObject):
    """A sentence in the middle of the page, as long as no article is open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._ground = window.page.viewport()
        self.sign = QWidget(self._ground)
        self.sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.head = plain_label("pageHead")
        self.how = plain_label("muted")
        self.how.setWordWrap(True)
        column = QVBoxLayout(self.sign)
        column.setSpacing(8)
        for label in (self.head, self.how):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self._ground.installEventFilter(self)
        rows = window.articles.rows
        reviewing = window.reviewing
        for signal in (reviewing.article_changed, reviewing.project_changed):
            signal.connect(self._show)
        for counted in (rows.modelReset, rows.rowsInserted, rows.rowsRemoved):
            counted.connect(self._show)
        self._show()

    def _show(self) -> None:
        window = self._window
        empty = window.reviewing.project is not None and window.reviewing.article is None
        self.sign.setVisible(empty)
        if not empty:
            return
        if window.articles.rows.count:
            self.head.setText(self.tr("No article is open"))
            how = self.tr("Choose one in the list, or press {0} for the next unfinished one.")
            self.how.setText(how.format(key_of("go.unfinished")))
        else:
            self.head.setText(self.tr("No articles yet"))
            how = self.tr("Open text files with {0}, or drop them here.")
            self.how.setText(how.format(key_of("file.open-articles")))
        self._place()

    def _place(self) -> None:
        wide = min(MEASURE, max(0, self._ground.width() - 32))
        self.sign.resize(wide, self.sign.heightForWidth(wide))
        left = (self._ground.width() - wide) // 2
        self.sign.move(left, max(0, (self._ground.height() - self.sign.height()) * 2 // 5))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize and not self.sign.isHidden():
            self._place()
        return super().eventFilter(watched, event)
