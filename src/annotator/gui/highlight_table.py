"""The table of all highlights in the page's place: filtered, sorted, led back to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.action_table import label_actions
from annotator.gui.arriving import arrive_at_highlight
from annotator.gui.failures import sentence_on
from annotator.gui.highlight_build import HighlightBuild
from annotator.gui.highlight_filters import HighlightFilters
from annotator.gui.highlight_rows import SORTED, HighlightRows
from annotator.gui.highlight_view import MOST_CHOSEN, HighlightView
from annotator.gui.plain import number, plain_label
from annotator.gui.query_words import misunderstood_sentence
from annotator.gui.shortcuts import keys_of
from annotator.service.commands import (
    RelabelHighlight,
    RemoveHighlights,
    Together,
)
from annotator.service.finding import HighlightSort

if TYPE_CHECKING:
    from annotator.core.errors import AnnotatorError
    from annotator.core.records import Label
    from annotator.gui.theme import Theme
    from annotator.gui.window import Window

# Between two letters of one word nobody wants the list of the first.
TYPING_MS = 150
TOOL = "highlights"


class HighlightTable(QWidget):
    """Filter, quick filters, count and rows; Enter leads to a highlight, Esc back to the page."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self.sort = HighlightSort()
        self.rows = HighlightRows(self)
        self.rows.reviewer_name = window.reviewing.reviewer_name
        self.view = HighlightView(self.rows, window.themes.theme)
        self.build = HighlightBuild(window.reviewing, self.rows, self)
        self.build.is_watched = self.isVisible
        self._failure = ""
        # What is to be current again once the rows stand: its key, else its row.
        self._kept: tuple[int | None, int] = (None, 0)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._listed: tuple[str, HighlightSort] | None = None
        self.head = HighlightFilters(window)
        self.field = self.head.field
        self._lay_out()
        self._connect()
        widths: list[Any] = window.tools.widths.get(TOOL, [])
        self.view.set_widths(widths)
        self._wear(window.themes.theme)

    def _lay_out(self) -> None:
        self.empty = plain_label("muted", wrapped=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        window, reviewing = self._window, self._window.reviewing
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.field.stepped.connect(self._enter_rows)
        self.field.entered.connect(self._enter_or_go)
        self._typing.timeout.connect(self._renew)
        self.head.stop.clicked.connect(lambda _checked=False: self.build.cancel())
        self.head.query_chosen.connect(self.show_query)
        self.head.left.connect(lambda: window.tools.close(TOOL))
        self.build.progressed.connect(self._show_state)
        self.build.slow.connect(self.head.stop.show)
        self.build.ended.connect(self._settle)
        self.build.failed.connect(self._refuse)
        self.rows.failed.connect(self._refuse)
        self.rows.modelAboutToBeReset.connect(self._keep_place)
        view = self.view
        view.wanted.connect(self.go)
        view.deleted.connect(self.delete)
        view.typed.connect(self._label)
        view.sort_wanted.connect(self._sort_by)
        view.left_above.connect(self.field.setFocus)
        view.too_many.connect(self._tell_too_many)
        view.horizontalHeader().sectionResized.connect(self._remember_widths)
        reviewing.project_changed.connect(self._forget)
        reviewing.codebook_changed.connect(self._take_codebook)
        window.edit_mode.begun.connect(lambda: window.tools.close(TOOL))
        window.themes.changed.connect(self._wear)

    def begin(self) -> None:
        """Take the keys: the rows have them where there are some, else the filter."""
        self._take_codebook()
        if self._listed is None:
            self._renew()
        else:
            self.build.catch_up()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._show_state()

    def show_query(self, text: str) -> None:
        """List what fits a query, as it is now."""
        self._listed = None
        self.field.setText(text)
        self._renew()

    def _renew(self) -> None:
        self._typing.stop()
        wanted = self.field.text().strip(), self.sort
        if wanted == self._listed or self._window.reviewing.project is None:
            self._show_state()
            return
        self._failure = ""
        self._listed = wanted
        self.view.show_sort(self.sort)
        self.head.stop.hide()
        self.build.begin(*wanted)
        self._show_state()

    def _forget(self) -> None:
        """Let go of a project that was closed; list anew what another one holds."""
        self.build.close()
        self.rows.show(None)
        self._listed = None
        self._take_codebook()
        if self.isVisible():
            self._renew()
        self._show_state()

    def _take_codebook(self) -> None:
        self.rows.codebook = self._window.reviewing.codebook
        self.view.viewport().update()

    def _sort_by(self, column: str) -> None:
        by = SORTED.get(column)
        if by is not None:
            descending = self.sort.by == by and not self.sort.descending
            self.sort = HighlightSort(by, descending)
            self._renew()
        self.view.show_sort(self.sort)

    def _keep_place(self) -> None:
        row = self.view.currentIndex().row()
        listed = self.rows.listed(row) if row >= 0 else None
        if listed is not None:
            self._kept = listed.key, row

    def _settle(self) -> None:
        """Stand where one stood, once all rows are there."""
        self.head.stop.hide()
        if self.build.stopped:
            # Enter in the filter, or coming back, begins again.
            self._listed = None
        if self.rows.rowCount() and self.view.currentIndex().row() < 0:
            key, row = self._kept
            found = self.rows.position(key) if key is not None else None
            self.view.stand_on(min(row, self.rows.rowCount() - 1) if found is None else found)
        self._show_state()

    def _refuse(self, error: AnnotatorError) -> None:
        self._failure = sentence_on(error)
        self._show_state()

    def _tell_too_many(self) -> None:
        told = self.tr("At most {0} highlights at once; select fewer.")
        self._window.reviewing.told.emit(told.format(number(MOST_CHOSEN)))

    def _show_state(self) -> None:
        count, running, listing = self.rows.rowCount(), self.build.running, self.build.listing
        found = max(count, len(listing) if listing is not None else 0) if running else count
        self.head.show_count(found, running=running)
        told = [misunderstood_sentence(one) for one in self.build.misunderstood]
        self.head.show_told([*told, self._failure] if self._failure else told)
        nothing = not count and not running
        self.empty.setVisible(nothing)
        self.view.setVisible(not nothing)
        if nothing:
            self.empty.setText(self._emptiness())

    def _emptiness(self) -> str:
        if self.build.stopped:
            return self.tr("Stopped. Enter in the filter finds them.")
        if self.field.text().strip():
            return self.tr("No highlight fits. Take a word or a filter away, or press All.")
        return self.tr("No highlights yet. Tag a sentence on the page: Esc, then a label’s key.")

    def _enter_rows(self, step: int) -> None:
        if step > 0 and self.rows.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.stand_on(max(self.view.currentIndex().row(), 0))

    def _enter_or_go(self) -> None:
        self._renew()
        self._enter_rows(1)

    def go(self) -> None:
        """Show the current highlight on the page, chosen; the page has the keys then."""
        listed = self.rows.listed(self.view.currentIndex().row())
        if listed is not None:
            arrive_at_highlight(self._window, listed.id)

    def delete(self) -> None:
        """Remove the selected highlights in one step."""
        first, chosen = self.view.first_chosen(), self.view.chosen()
        if chosen:
            self._kept = None, first
            command = RemoveHighlights(tuple(one.id for one in chosen))
            self._window.work.execute(
                command,
                len(chosen),
                told=self.tr("Removing highlights…"),
                then=lambda _changes: self._stand_near(first),
            )

    def _stand_near(self, row: int) -> None:
        self.view.stand_on(min(row, self.rows.rowCount() - 1))

    def _label(self, typed: str) -> None:
        """Give the selected highlights the label whose key was typed, in one step."""
        label = self._label_of(typed)
        chosen = self.view.chosen() if label is not None else []
        if label is None or not chosen:
            return
        title = f"Relabel {number(len(chosen))} highlights as {label.name}"
        steps = tuple(RelabelHighlight(one.id, label.key) for one in chosen)
        step = steps[0] if len(steps) == 1 else Together(title, steps)
        told = self.tr("Relabeling highlights…")
        self._window.work.execute(step, len(chosen), told=told)

    def _label_of(self, typed: str) -> Label | None:
        codebook = self._window.reviewing.codebook
        shown = [one for one in codebook.labels if not one.archived] if codebook else []
        for label, action in zip(shown, label_actions(codebook), strict=True):
            if typed.casefold() in {key.casefold() for key in keys_of(action)}:
                return label
        return None

    def _remember_widths(self, *_sizes: int) -> None:
        self._window.tools.widths[TOOL] = self.view.widths()

    def _wear(self, theme: Theme) -> None:
        self.view.cells.theme = theme
        self.view.set_zoom()
        self.view.viewport().update()
