"""The page's place taken by a table: what is done and what is left, article by article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError
from annotator.gui.article_rows import END_OF_IT, FIRST_STRONG
from annotator.gui.clock import day
from annotator.gui.overview_rows import ARTICLE_ID, FINISHED, TITLE, OverviewRows
from annotator.gui.places_needed import told, waiting_in_all
from annotator.gui.plain import number, plain_label
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale, QModelIndex

    from annotator.gui.theme import Theme
    from annotator.gui.window import Window
    from annotator.service.changes import Changes

ROW = 30
NARROWEST_TITLE, LEAST, WIDEST = 200, 60, 120
TOOL = "overview"
WIDE_DAY = "2028-09-28"


class TitleDelegate(QStyledItemDelegate):
    """Titles that are cut off where they end, whichever way they are read."""

    def displayText(self, value: object, _locale: QLocale | QLocale.Language) -> str:  # noqa: N802 - Qt's name
        """Return a title whose direction is its own; so is that of the dots that end it."""
        return f"{FIRST_STRONG}{value}{END_OF_IT}"


class Overview(QWidget):
    """Totals above, a row for each article below; Enter opens one, S sorts by the column."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self._read = self._finished = False
        self.rows = OverviewRows(self)
        self.head = plain_label("pageHead", self.tr("What is left"))
        self.totals = plain_label("muted", wrapped=True)
        self.hint = plain_label(
            "muted",
            self.tr("Enter opens an article, S sorts by the column, Esc goes back to the page."),
            wrapped=True,
        )
        self.empty = plain_label("muted", wrapped=True)
        self.table = self._make_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(10)
        for part in (self.head, self.totals, self.empty):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        column.addStretch(0)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_again)
        reviewing = window.reviewing
        reviewing.project_changed.connect(self._forget)
        reviewing.codebook_changed.connect(self._take_codebook)
        reviewing.changed.connect(self._take)
        window.themes.changed.connect(self._wear)
        self._wear(window.themes.theme)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("overview")
        table.setModel(self.rows)
        table.setItemDelegateForColumn(TITLE, TitleDelegate(table))
        table.setAccessibleName(self.tr("What is done and left in each article"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setCornerButtonEnabled(False)
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setHighlightSections(False)
        header.sortIndicatorChanged.connect(self.rows.sort)
        table.doubleClicked.connect(self._open)
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)
        self.rows.modelReset.connect(self._size_columns)
        return table

    def begin(self) -> None:
        """Show the figures as they are now and take the keys."""
        if not self._read or self.rows.stale:
            self._fill()
        self._show_again()
        article = self._window.reviewing.article
        place = self.rows.place_of(article.article.id) if article else -1
        index = self.rows.index(max(place, 0), TITLE)
        self.table.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.table.scrollTo(index)
        (self.table if self.rows.rowCount() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        reviewing = self._window.reviewing
        try:
            queries = reviewing.project.queries if reviewing.project else None
            found = queries.overview() if queries else []
            people = queries.reviewers() if queries else []
            self.rows.people = {one.id: one.name for one in people}
        except AnnotatorError as error:
            reviewing.failed.emit(error)
            found = []
        self._read = reviewing.project is not None
        self.rows.fill(reviewing.codebook, found)

    def _forget(self) -> None:
        """Know nothing of the project that was open before."""
        self._read = False
        self._follow()

    def _take_codebook(self) -> None:
        if self._read:
            self.rows.set_codebook(self._window.reviewing.codebook)
            self._follow()

    def _take(self, changes: Changes) -> None:
        if self._read:
            self.rows.take(changes)
            self._follow()

    def _follow(self) -> None:
        """Show soon what altered, where it is seen; else when it is."""
        if self.isVisible():
            self._later.start()

    def _show_again(self) -> None:
        if not self._read or self.rows.stale:
            self._fill()
        self.rows.show_again()
        self._show_totals()

    def _show_totals(self) -> None:
        totals = self.rows.totals
        if (totals.finished > 0) != self._finished:
            self._size_columns()
        share = f"{totals.reviewed / totals.sentences:.0%}" if totals.sentences else "0%"
        parts = [
            self.tr("{0} of {1} articles finished").format(
                number(totals.finished), number(totals.articles)
            ),
            self.tr("{0} of {1} sentences reviewed ({2})").format(
                number(totals.reviewed), number(totals.sentences), share
            ),
        ]
        parts += [
            f"{label.name} {number(totals.by_label.get(label.id, 0))}" for label in self.rows.labels
        ]
        waiting = waiting_in_all(self._window.reviewing)
        if waiting:
            parts.append(told(waiting).rstrip("."))
        self.totals.setText("  ·  ".join(parts))
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        has_project = self._window.reviewing.project is not None
        none = self.tr("No articles yet: open text files, or drop them on the window.")
        self.empty.setText(none if has_project else self.tr("No project is open."))
        empty = not self.rows.rowCount()
        self.empty.setVisible(empty)
        for part in (self.table, self.totals, self.hint):
            part.setVisible(not empty)

    def _size_columns(self) -> None:
        self._finished = self.rows.totals.finished > 0
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(zoomed(56))
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        for column in range(TITLE + 1, self.rows.columnCount()):
            lines = self.rows.heading(column).split("\n")
            # As long as nothing is finished, the titles have the room.
            if column == FINISHED and self._finished:
                lines.append(f"✓ {day(WIDE_DAY)}")
            wide = max(map(header.fontMetrics().horizontalAdvance, lines)) + zoomed(26)
            header.resizeSection(column, min(max(wide, zoomed(LEAST)), zoomed(WIDEST)))
        self._size_titles()

    def _size_titles(self) -> None:
        """Give the titles what room the figures leave."""
        header = self.table.horizontalHeader()
        others = range(TITLE + 1, self.rows.columnCount())
        room = self.table.viewport().width() - sum(map(header.sectionSize, others))
        header.resizeSection(TITLE, max(zoomed(NARROWEST_TITLE), room))

    def _wear(self, _theme: Theme) -> None:
        self.table.verticalHeader().setDefaultSectionSize(zoomed(ROW))
        self._size_columns()

    def _open(self, index: QModelIndex) -> None:
        article_id = index.data(ARTICLE_ID)
        if article_id:
            self._window.tools.close(TOOL)
            self._window.open_article(article_id)

    def sort_by_column(self) -> None:
        """Sort by the column of the current cell; again, the other way round; again, not at all."""
        header, column = self.table.horizontalHeader(), self.table.currentIndex().column()
        rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if header.sortIndicatorSection() != column:
            header.setSortIndicator(column, rising)
        elif header.sortIndicatorOrder() == rising:
            header.setSortIndicator(column, falling)
        else:
            header.setSortIndicator(-1, rising)
        self.table.scrollTo(self.table.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Open with Enter and sort with S; the letters are no commands of the page here."""
        if event.type() == QEvent.Type.Resize:
            self._size_titles()
        if isinstance(event, QKeyEvent) and event.key() in _KEYS and not event.modifiers():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_S:
                    self.sort_by_column()
                else:
                    self._open(self.table.currentIndex())
                return True
        return super().eventFilter(watched, event)


_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_S)
