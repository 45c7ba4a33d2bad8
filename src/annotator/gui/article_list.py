"""The left column: the project's articles, in progress, to do and finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.article_painter import ArticlePainter
from annotator.gui.article_rows import ROW, SPOKEN, ArticleRows, Index, Row
from annotator.gui.columns import ARTICLES, WIDTHS
from annotator.gui.key_words import key_of
from annotator.gui.queue_menu import QueueMenu

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from annotator.core.queue_order import QueueOrder
    from annotator.gui.theme import Theme
    from annotator.service.changes import Changes
    from annotator.service.ports import ArticleSummary
    from annotator.service.project import Project

WIDTH = WIDTHS[ARTICLES]
MAX_SMOOTH = 500
HEAD = 14


class ArticleView(QTreeView):
    """The list itself; Enter or a click opens what is current.

    A tree view, for it measures only the rows it shows and keeps their heights; a list view
    measures every row after every change.
    """

    opened = Signal(str)

    def __init__(self, rows: ArticleRows, theme: Theme) -> None:
        super().__init__()
        self.painter = ArticlePainter(theme, self)
        self.setModel(rows)
        self.setItemDelegate(self.painter)
        self.setMouseTracking(True)
        self.setObjectName("side")
        # It paints its own ground, so that Qt need not paint all that lies behind a row.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Articles"))
        self.clicked.connect(self._open)
        rows.growing.connect(self._choose_scrolling)

    def _choose_scrolling(self, count: int) -> None:
        # To scroll by pixels, Qt measures every row there is; in a long list that takes a second.
        mode = QAbstractItemView.ScrollMode
        wanted = mode.ScrollPerItem if count > MAX_SMOOTH else mode.ScrollPerPixel
        if wanted != self.verticalScrollMode():
            self.setVerticalScrollMode(wanted)

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(ROW)
        if isinstance(entry, Row):
            self.opened.emit(entry.article.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the current article on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, then the rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.painter.theme.side)
        painter.end()
        super().paintEvent(event)

    def dataChanged(  # noqa: N802 - Qt's name
        self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()
    ) -> None:
        """Paint rows anew unless nothing altered in them that can be seen."""
        if list(roles) != SPOKEN:
            super().dataChanged(top_left, bottom_right, roles)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the titles anew for another width."""
        if self.painter.width != self.viewport().width():
            self.painter.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)


class ArticleList(QWidget):
    """The articles with their progress; ``opened`` carries the id of the one to be read."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.rows = ArticleRows(self)
        self.view = ArticleView(self.rows, theme)
        self.view.opened.connect(self.opened)
        self.empty = QLabel()
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setObjectName("muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.queue = QueueMenu()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(HEAD, 6, HEAD, 0)
        head.addWidget(self.queue)
        column.addLayout(head)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        self._current: str | None = None
        self._expected: tuple[Project, Sequence[ArticleSummary]] | None = None
        self.setFocusProxy(self.view)
        for signal in (self.rows.modelReset, self.rows.rowsInserted, self.rows.rowsRemoved):
            signal.connect(self._show_emptiness)
        self.fill(None)

    def fill(self, summaries: Iterable[ArticleSummary] | None) -> None:
        """Show a project's articles; None says that no project is open."""
        how = self.tr("No articles yet.\n\nOpen text files with {0},\nor drop them here.")
        self.empty.setText(
            self.tr("No project is open.\n\nOpen one with {0},\nor make one with {1}.").format(
                key_of("file.open-project"), key_of("file.new-project")
            )
            if summaries is None
            else how.format(key_of("file.open-articles"))
        )
        self.rows.fill(summaries or ())

    def expect(self, project: Project, summaries: Sequence[ArticleSummary]) -> None:
        """Take what was read of a project that will be shown next."""
        self._expected = (project, summaries)

    def show_project(self, project: Project | None) -> None:
        """Show a project's articles, reading them unless they were already."""
        known, self._expected = self._expected, None
        if project is None:
            self.fill(None)
        elif known is not None and known[0] is project:
            self.fill(known[1])
        else:
            self.fill(project.queries.articles())

    def take(self, changes: Changes) -> None:
        """Alter the rows that a change touched."""
        self.rows.take(changes)
        if any(True for _ in changes.progress):
            self.set_current(self._current)

    def set_current(self, article_id: str | None) -> None:
        """Mark the article that is on the page."""
        self._current = article_id
        index = self.rows.index_of(article_id or "")
        if index == self.view.currentIndex():
            return
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if index.isValid():
            self.view.scrollTo(index)

    def set_order(self, order: QueueOrder, seed: str) -> None:
        """Show the articles in another order of the queue."""
        current, self._current = self._current, None
        self.rows.set_queue(order, seed)
        self.queue.show_order(order)
        self.set_current(current)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self.view.painter.theme = theme
        self.view.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the column."""
        return QSize(WIDTH, 400)

    def _show_emptiness(self) -> None:
        empty = self.rows.rowCount() == len(self.rows.sections)
        # The list comes last: each change of its size lays all of its rows out.
        self.queue.setVisible(not empty)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._stack.setCurrentWidget(self.empty if empty else self.view)
