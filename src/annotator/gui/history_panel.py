"""The history in the right column: every change, what going back to it alters, and the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError
from annotator.gui.banner import ProgressStrip
from annotator.gui.columns import INSPECTOR, NARROWEST
from annotator.gui.history_jump import Jumping, Previewing
from annotator.gui.history_painter import HistoryPainter
from annotator.gui.history_rows import HistoryRows
from annotator.gui.history_words import preview_lines
from annotator.gui.key_words import key_of
from annotator.gui.painted_list import PaintedList
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.step_titles import step_title

if TYPE_CHECKING:
    from annotator.gui.theme import Theme
    from annotator.gui.window import Window
    from annotator.service.changes import Changes
    from annotator.service.history_ports import HistoryEntry, JumpPreview

MARGIN = 16


class HistoryPanel(QWidget):
    """A list above, the preview of the chosen point below; Enter goes to it."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self._stale = True
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST[INSPECTOR])
        self.rows = HistoryRows(self._read, self)
        self.painter = HistoryPainter(window.themes.theme, self)
        self.strip = ProgressStrip()
        self.jumping = Jumping(window, self.strip)
        self.previewing = Previewing(window, self)
        self._build()
        self.jumping.arrived.connect(self._tell)
        self.previewing.found.connect(self._show_preview)
        self.previewing.failed.connect(window.reviewing.failed)
        reviewing = window.reviewing
        reviewing.project_changed.connect(self._forget)
        reviewing.changed.connect(self._take)
        reviewing.leaving.connect(self.previewing.close)
        window.themes.changed.connect(self._wear)

    def _build(self) -> None:
        self.head = plain_label("sectionHead", self.tr("History").upper())
        name = self.tr("History, the newest change first")
        self.view = PaintedList(self.rows, self.painter, name=name)
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(lambda _index: self.go())
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.empty = plain_label("muted", wrapped=True)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.view, self._make_below()):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(8)
        for label in (self.head, self.empty):
            label.setContentsMargins(MARGIN, 0, MARGIN, 0)
            column.addWidget(label)
        column.addWidget(self.strip)
        column.addWidget(self.splitter, 1)
        column.addStretch(0)

    def _make_below(self) -> QWidget:
        self.told = plain_label("muted", wrapped=True)
        self.preview = QPlainTextEdit()
        self.preview.setObjectName("preview")
        self.preview.setReadOnly(True)
        # Where room is scarce it is this that gives way: it scrolls, words above it do not.
        self.preview.setMinimumHeight(1)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("What going to this point would change"))
        self.button = QPushButton(self.tr("Go here (Enter)"))
        self.button.setToolTip(
            tooltip(
                self.tr("The project as it was then; {0} takes it back.").format(
                    key_of("edit.undo")
                )
            )
        )
        self.button.clicked.connect(lambda _checked=False: self.go())
        below = QWidget()
        below.setObjectName("side")
        lines = QVBoxLayout(below)
        lines.setContentsMargins(MARGIN, 10, MARGIN, MARGIN)
        lines.setSpacing(8)
        lines.addWidget(self.told)
        lines.addWidget(self.preview, 1)
        lines.addWidget(self.button)
        return below

    def begin(self) -> None:
        """Show the newest and take the keys."""
        if self._stale:
            self._fill()
        self._choose_row(max(0, self.rows.row_of(self.rows.current or 0)))
        (self.view if self.rows.entries else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, count: int, before: int | None) -> list[HistoryEntry]:
        project = self._window.reviewing.project
        try:
            return project.queries.history(count, before=before) if project else []
        except AnnotatorError as error:
            self._window.reviewing.failed.emit(error)
            return []

    def _fill(self) -> None:
        self._stale = False
        self.rows.fill()
        self._show_emptiness()

    def _forget(self) -> None:
        """Know nothing of the project that was open before."""
        self._stale = True
        self.rows.clear()
        self.previewing.ask(None)
        if self.isVisible():
            self._fill()
            self._choose_row(0)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        empty = not self.rows.entries
        how = self.tr(
            "Nothing was done here yet. Whatever you add, tag or alter will be listed, and you can"
            " go back to any point of it, also after a restart."
        )
        has_project = self._window.reviewing.project is not None
        self.empty.setText(how if has_project else self.tr("No project is open."))
        self.empty.setVisible(empty)
        self.splitter.setVisible(not empty)

    def _take(self, changes: Changes) -> None:
        if not self.isVisible():
            self._stale = True
            return
        chosen = self.rows.sequence(self.view.currentIndex().row()) if self._has_chosen else None
        followed = chosen is None or chosen == self.rows.current
        if changes.origin == "do":
            self.rows.take_newest()
        else:
            self.rows.renew()
        self._show_emptiness()
        wanted = self.rows.current if chosen is None or followed else chosen
        self._choose_row(max(0, self.rows.row_of(wanted or 0)))
        self._ask()

    @property
    def _has_chosen(self) -> bool:
        return self.view.currentIndex().isValid()

    def _choose_row(self, row: int) -> None:
        index = self.rows.index(row)
        if index.isValid() and index != self.view.currentIndex():
            self.view.setCurrentIndex(index)

    def _choose(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._ask()

    def _ask(self) -> None:
        """Ask what going to the chosen point would alter."""
        if not self._has_chosen:
            self.previewing.ask(None)
            return
        index = self.view.currentIndex()
        self.told.setText(self.tr("Going to “{0}” would change:").format(index.data()))
        self.preview.setPlainText(self.tr("Looking…"))
        self.button.setEnabled(True)
        self.previewing.ask(self.rows.sequence(index.row()))

    def _show_preview(self, found: JumpPreview) -> None:
        lines = preview_lines(found, self._window.reviewing.codebook)
        self.preview.setPlainText("\n".join(lines))

    def go(self) -> None:
        """Go to the chosen point, unless others altered something since its preview."""
        if self._has_chosen and self._is_up_to_date():
            self.jumping.go_to(self.rows.sequence(self.view.currentIndex().row()))

    def _is_up_to_date(self) -> bool:
        """Take in what other programs did, and where that is something, ask to look again."""
        reviewing, newest = self._window.reviewing, self._newest
        if reviewing.project is None:
            return False
        try:
            reviewing.project.look_outside()
        except AnnotatorError as error:
            reviewing.failed.emit(error)
            return False
        if self._newest == newest:
            return True
        reviewing.told.emit(
            self.tr("Another program altered the project: see what this would change now.")
        )
        return False

    @property
    def _newest(self) -> int | None:
        return self.rows.entries[0].sequence if self.rows.entries else None

    def _tell(self, changes: Changes) -> None:
        if not changes.alterations:
            self._window.reviewing.told.emit(self.tr("The project is in this state already."))
            return
        told = self.tr("Done: {0}. {1} takes it back.")
        self._window.reviewing.told.emit(
            told.format(step_title(changes.title), key_of("edit.undo"))
        )

    def _wear(self, theme: Theme) -> None:
        self.painter.theme = theme
        self.view.doItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go to the chosen point on Enter."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self.go()
            return True
        return super().eventFilter(watched, event)
