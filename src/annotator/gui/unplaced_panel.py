"""The list of highlights that lost their places to a newer text: each is settled with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.core.records import Article, Highlight
from annotator.gui.columns import INSPECTOR, NARROWEST
from annotator.gui.key_words import key_of, with_key
from annotator.gui.painted_list import PaintedList
from annotator.gui.place_finding import PlaceFinding
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.scrolled import scrolled
from annotator.gui.search_hit_painter import SearchHitPainter
from annotator.gui.table_words import ACTIONS as WORDS
from annotator.gui.table_words import said
from annotator.gui.unplaced_parts import ChoiceDetails
from annotator.gui.unplaced_rows import UnplacedRows
from annotator.gui.unplaced_settling import Settling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.theme import Theme
    from annotator.gui.window import Window
    from annotator.service.changes import Changes
    from annotator.service.pending_places import Choice

MARGIN = 16
LIST, DETAILS = 240, 420
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UnplacedPanel(QWidget):
    """A list above, the places of the chosen highlight below and on the page."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST[INSPECTOR])
        self.rows = UnplacedRows(self)
        self.painter = SearchHitPainter(self.rows, window.themes.theme, self)
        self.finding = PlaceFinding(self)
        self.settling = Settling(window, self)
        self._elsewhere = ""
        self._build()
        self._connect()
        self.installEventFilter(self)
        self._show_state()

    def _build(self) -> None:
        self.head = plain_label("sectionHead", self.tr("Places to find").upper(), wrapped=True)
        self.count = plain_label("muted", wrapped=True)
        name = self.tr("Highlights that need a place")
        self.view = PaintedList(self.rows, self.painter, name=name)
        self.view.installEventFilter(self)
        self.details = ChoiceDetails(self._window.themes.theme)
        below = scrolled(self.details, sideways=False)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.view, below):
            # Where room is scarce they scroll.
            part.setMinimumHeight(1)
            self.splitter.addWidget(part)
        self.splitter.setSizes([LIST, DETAILS])
        self.empty = plain_label("muted", wrapped=True)
        self.go_on = QPushButton(with_key(self.tr("Go to the next article with some"), "Enter"))
        self.go_on.setToolTip(tooltip(self.go_on.text()))
        self.go_on.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.count, self.empty):
            widget.setContentsMargins(MARGIN, 0, MARGIN, 0)
            column.addWidget(widget)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.splitter, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        window, reviewing = self._window, self._window.reviewing
        self.finding.found.connect(self._take_found)
        self.finding.failed.connect(reviewing.failed)
        self.finding.progressed.connect(self._show_progress)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.view.clicked.connect(lambda _index: self._choose())
        self.go_on.clicked.connect(lambda _checked=False: self.settling.open_next())
        self.details.placed.connect(self.settling.place)
        self.details.by_hand.connect(self.settling.place_here)
        self.details.kept.connect(self.settling.keep)
        self.details.dropped.connect(self.settling.drop)
        reviewing.changed.connect(self._take)
        reviewing.article_changed.connect(self._ask)
        reviewing.project_changed.connect(self._ask)
        reviewing.codebook_changed.connect(self._ask)
        reviewing.leaving.connect(self.finding.close)
        window.edit_mode.begun.connect(lambda: window.page.show_offers(()))
        window.themes.changed.connect(self._wear)

    def begin(self) -> None:
        """Show what waits now, and take the keys."""
        stack, page = self._window.stack, self._window.page
        if self._window.reviewing.project is not None and stack.currentWidget() is not page:
            stack.setCurrentWidget(page)
        self._ask()
        self.take_keys()

    def take_keys(self) -> None:
        """Give the keys to what there is: the list, or the way to the next article."""
        widget = self.view if self.rows.choices else self.go_on
        (widget if not widget.isHidden() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def choice(self) -> Choice | None:
        """Return the highlight that is to be settled."""
        row = self.view.currentIndex().row()
        return self.rows.choices[row] if 0 <= row < len(self.rows.choices) else None

    def _ask(self) -> None:
        """Find what waits in the open article, where anybody sees it."""
        reviewing = self._window.reviewing
        self.finding.stop()
        if not self.isVisible():
            return
        if reviewing.project is None or reviewing.article is None:
            self._take_found(())
            return
        article = reviewing.article
        self.finding.ask(reviewing.project, article.article.id, article.revision.id)

    def _take(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        altered = [
            pair for pair in changes.of(Highlight) if any(one and one.unplaced for one in pair)
        ]
        settled = {
            old.id for old, new in altered if old is not None and (new is None or not new.unplaced)
        }
        kept = [one for one in self.rows.choices if one.highlight.id not in settled]
        if len(kept) < len(self.rows.choices):
            self._show_rows(kept)
        if any(new and new.unplaced for _, new in altered) or any(changes.of(Article)):
            self._ask()

    def _take_found(self, found: Sequence[Choice]) -> None:
        if tuple(found) != self.rows.choices or not found:
            self._show_rows(found)

    def _show_rows(self, choices: Sequence[Choice]) -> None:
        """Show these; what was chosen stays so, or what came in, or what follows in its place."""
        before, row = self.choice(), max(self.view.currentIndex().row(), 0)
        known = {one.highlight.id for one in self.rows.choices}
        holder: QWidget | None = self._window.focusWidget()
        had_keys = holder is not None and self.isAncestorOf(holder)
        self.rows.codebook = self._window.reviewing.codebook
        self.rows.show_choices(choices)
        ids = [one.highlight.id for one in choices]
        fresh = [one for one in ids if known and one not in known]
        wanted = fresh[0] if fresh else before.highlight.id if before else ""
        row = ids.index(wanted) if wanted in ids else min(row, len(ids) - 1)
        self._show_state()
        if ids:
            self.view.setCurrentIndex(self.rows.index(row))
        self._choose()
        if had_keys:
            self.take_keys()

    def _choose(self) -> None:
        """Show the places of the chosen highlight, here and on the page."""
        choice, codebook = self.choice(), self._window.reviewing.codebook
        label = codebook.label_by_id(choice.highlight.label_id) if choice and codebook else None
        self.details.show_choice(choice, label)
        if self.isVisible():
            self.settling.show_places(choice)
        self._window.menus.refresh()

    def _show_state(self) -> None:
        here, elsewhere = len(self.rows.choices), self.settling.count_elsewhere()
        told = self.tr("1 here") if here == 1 else self.tr("{0} here").format(number(here))
        if elsewhere:
            told += " · " + self.tr("{0} in other articles").format(number(elsewhere))
        self.count.setText(told)
        self.count.setVisible(bool(here))
        self.splitter.setVisible(bool(here))
        self.empty.setVisible(not here)
        self.empty.setText(self._emptiness(elsewhere))
        self.go_on.setVisible(not here and bool(elsewhere))

    def _emptiness(self, elsewhere: int) -> str:
        reviewing = self._window.reviewing
        if reviewing.project is None:
            return self.tr("No project is open.")
        if elsewhere:
            told = self.tr("Every highlight of this article has its place. In other articles: {0}.")
            return told.format(number(elsewhere))
        how = self.tr(
            "Every highlight has its place. When an article gets a newer text ({0}), those whose"
            " place nobody can tell wait here."
        )
        action = said(WORDS, "Add a newer copy of this article…")
        return how.format(with_key(action, key_of("file.newer-copy")))

    def _show_progress(self, done: int, total: int) -> None:
        if self.finding.running and total:
            told = self.tr("Looking for places: {0} of {1}")
            self.count.setText(told.format(number(done), number(total)))
            self.count.show()

    def _wear(self, theme: Theme) -> None:
        self.painter.theme = theme
        self.details.set_theme(theme)
        self.view.doItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Settle by keys; leave nothing on the page when the panel is put away."""
        if watched is self and event.type() == QEvent.Type.Hide:
            self.finding.stop()
            self._window.page.show_offers(())
        if watched is self.view and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if not plain and event.key() in _KEYS:
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                    return True
                if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                    self.settling.press(Qt.Key(event.key()))
                return True
        return super().eventFilter(watched, event)


_KEYS = (
    *_ENTER,
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_K,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Space,
)
