"""The tools beside the page: panels, strips and dialogs, each made when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.gui.window import Window


class Where(Enum):
    """Where a tool stands."""

    SIDE = "in the right column, in the inspector's place"
    CENTER = "in the page's place"
    STRIP = "above the page"
    DIALOG = "in a window of its own"


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool: its id, where it stands, and the class that is called with the window.

    Its widget has ``begin()``, which is called whenever it is brought forth. It connects itself
    to what it follows: ``window.reviewing`` and ``window.themes``.
    """

    id: str
    where: Where
    module: str
    name: str


TOOLS: tuple[Tool, ...] = (
    Tool("find", Where.STRIP, "annotator.gui.find_bar", "FindBar"),
    Tool("keys", Where.DIALOG, "annotator.gui.key_help", "KeyHelp"),
    Tool("overview", Where.CENTER, "annotator.gui.overview", "Overview"),
    Tool("history", Where.SIDE, "annotator.gui.history_panel", "HistoryPanel"),
    Tool("finishing", Where.STRIP, "annotator.gui.finishing_strip", "FinishingStrip"),
    Tool("places", Where.DIALOG, "annotator.gui.places", "Places"),
    Tool("search", Where.SIDE, "annotator.gui.search_panel", "SearchPanel"),
    Tool("highlights", Where.CENTER, "annotator.gui.highlight_table", "HighlightTable"),
    Tool("fetch", Where.DIALOG, "annotator.gui.import_fetch", "FetchDialog"),
    Tool("import-results", Where.DIALOG, "annotator.gui.import_results", "ImportResults"),
    Tool("unplaced", Where.SIDE, "annotator.gui.unplaced_panel", "UnplacedPanel"),
    Tool("revisions", Where.CENTER, "annotator.gui.revision_view", "RevisionView"),
    Tool("codebook", Where.DIALOG, "annotator.gui.codebook_editor", "CodebookEditor"),
    Tool("export", Where.DIALOG, "annotator.gui.export_dialog", "ExportDialog"),
    Tool("export-report", Where.DIALOG, "annotator.gui.loss_report", "LossReport"),
    Tool("reviewers", Where.DIALOG, "annotator.gui.reviewers_dialog", "ReviewersDialog"),
    Tool("send", Where.DIALOG, "annotator.gui.send_dialog", "SendDialog"),
    Tool("conflicts", Where.SIDE, "annotator.gui.conflict_panel", "ConflictPanel"),
    Tool("verify", Where.DIALOG, "annotator.gui.verify_dialog", "VerifyDialog"),
)


class Side(QStackedWidget):
    """The right column: the inspector, or the tool that was called into its place."""

    def __init__(self, inspector: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inspector = inspector
        self.addWidget(inspector)
        self.setFocusProxy(inspector)
        self.setMinimumWidth(inspector.minimumWidth())
        self.currentChanged.connect(self._give_focus)

    def _give_focus(self, index: int) -> None:
        widget = self.widget(index)
        if widget is not None:
            self.setFocusProxy(widget)


class Tools(QObject):
    """Brings tools forth and puts them away; Esc in one of them gives the keys back to the page."""

    def __init__(
        self, window: Window, *, side: Side, center: QStackedWidget, strips: QVBoxLayout
    ) -> None:
        super().__init__(window)
        self._window, self._side, self._center, self._strips = window, side, center, strips
        self._entries = {tool.id: tool for tool in TOOLS}
        self._made: dict[str, QWidget] = {}
        # How wide the columns of a tool's table are, by its id; the session keeps them.
        self.widths: dict[str, list[Any]] = {}
        # What was chosen in a tool last, by its id; the session keeps that, too.
        self.chosen: dict[str, list[Any]] = {}

    def widget(self, tool_id: str) -> QWidget | None:
        """Return a tool's widget, None where it was never asked for."""
        return self._made.get(tool_id)

    def made(self, tool_id: str) -> QWidget:
        """Return a tool's widget, made where it was never asked for, and not brought forth."""
        return self._made.get(tool_id) or self._make(self._entries[tool_id])

    def is_open(self, tool_id: str) -> bool:
        """Tell whether a tool is in sight."""
        widget = self._made.get(tool_id)
        if widget is None:
            return False
        where = self._entries[tool_id].where
        if where is Where.SIDE:
            return self._side.currentWidget() is widget and not self._side.isHidden()
        if where is Where.CENTER:
            return self._center.currentWidget() is widget
        return not widget.isHidden()

    def lasting(self) -> list[str]:
        """Return the tools in sight that the next start brings forth again: side and center."""
        places = (Where.SIDE, Where.CENTER)
        return [one.id for one in TOOLS if one.where in places and self.is_open(one.id)]

    def restore(self, tool_ids: Iterable[str]) -> None:
        """Bring forth again what was in sight, as far as there still is such a tool."""
        for tool_id in tool_ids:
            tool = self._entries.get(tool_id)
            if tool is not None and tool.where in {Where.SIDE, Where.CENTER}:
                self.open(tool_id)

    def open(self, tool_id: str) -> QWidget:
        """Bring a tool forth, with the keys in it, and return its widget."""
        tool = self._entries[tool_id]
        widget = self.made(tool_id)
        if tool.where is Where.SIDE:
            self._side.setCurrentWidget(widget)
            if self._side.isHidden():
                self._window.toggle_panel(self._side)
        elif tool.where is Where.CENTER:
            self._center.setCurrentWidget(widget)
        else:
            widget.show()
        if tool.where is Where.DIALOG:
            widget.raise_()
            widget.activateWindow()
        widget.begin()  # type: ignore[attr-defined]  # what makes a widget a tool
        self._window.menus.refresh()
        return widget

    def close(self, tool_id: str) -> None:
        """Put a tool away; the page has the keys again."""
        if not self.is_open(tool_id):
            return
        where, widget = self._entries[tool_id].where, self._made[tool_id]
        if where is Where.SIDE:
            self._side.setCurrentWidget(self._side.inspector)
        elif where is Where.CENTER:
            self._center.setCurrentWidget(self._window.page)
        else:
            widget.hide()
        self._window.page.setFocus()
        self._window.menus.refresh()

    def toggle(self, tool_id: str) -> None:
        """Bring a tool forth, or put it away."""
        if self.is_open(tool_id):
            self.close(tool_id)
        else:
            self.open(tool_id)

    def _make(self, tool: Tool) -> QWidget:
        widget: QWidget = getattr(import_module(tool.module), tool.name)(self._window)
        self._made[tool.id] = widget
        if tool.where is Where.SIDE:
            self._side.addWidget(widget)
        elif tool.where is Where.CENTER:
            self._center.addWidget(widget)
        elif tool.where is Where.STRIP:
            self._strips.insertWidget(self._strips.count() - 1, widget)
        if tool.where is not Where.DIALOG:
            away = QShortcut(QKeySequence(Qt.Key.Key_Escape), widget)
            away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            away.activated.connect(lambda: self.close(tool.id))
        return widget
