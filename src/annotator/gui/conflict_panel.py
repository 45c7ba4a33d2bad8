"""The list of what colleagues and we said differently: each is settled with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.gui.columns import INSPECTOR, NARROWEST
from annotator.gui.conflict_buttons import ConflictButtons
from annotator.gui.conflict_parts import ConflictDetails
from annotator.gui.conflict_row_painter import ConflictRowPainter
from annotator.gui.conflict_rows import ConflictRows
from annotator.gui.conflict_settling import KEYS, ConflictSettling
from annotator.gui.conflict_width import ConflictWidth
from annotator.gui.key_words import key_of
from annotator.gui.newest_job import NewestJob
from annotator.gui.painted_list import PaintedList
from annotator.gui.plain import number, plain_label
from annotator.gui.scrolled import scrolled
from annotator.gui.ui_zoom import zoomed
from annotator.service.merging.conflicts import conflicts
from annotator.service.merging.sides import Sides, sides_of, texts_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.theme import Theme
    from annotator.gui.window import Window
    from annotator.service.merging.conflicts import Conflict

MARGIN = 16
LIST, DETAILS = 170, 490
LEAST_LIST, LEAST_DETAILS = 48, 120
_JUMPS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ConflictPanel(QWidget):
    """A list above, both sides of the chosen conflict below, framed on the page as 1 and 2."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST[INSPECTOR])
        self.rows = ConflictRows(self)
        self.painter = ConflictRowPainter(self.rows, window.themes.theme, self)
        self.finding = NewestJob(self)
        self.settling = ConflictSettling(window, self)
        self.width_given = ConflictWidth(window, self)
        self.sides = Sides()
        self._build()
        self._connect()
        self.installEventFilter(self)
        self._show_state()

    def _build(self) -> None:
        self.head = plain_label("sectionHead", self.tr("Conflicts to settle").upper(), wrapped=True)
        self.count = plain_label("muted", wrapped=True)
        self.hidden = plain_label("muted", wrapped=True)
        self.view = PaintedList(self.rows, self.painter, name=self.tr("Conflicts to settle"))
        self.view.installEventFilter(self)
        self.details = ConflictDetails(self._window.themes.theme)
        name = self.tr("Both sides of the conflict")
        self.below = scrolled(self.details, name=name, sideways=False)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part, least in ((self.view, LEAST_LIST), (self.below, LEAST_DETAILS)):
            # Where room is scarce they scroll.
            part.setMinimumHeight(zoomed(least))
            self.splitter.addWidget(part)
        self.splitter.setSizes([LIST, DETAILS])
        self.buttons = ConflictButtons()
        self.empty = plain_label("muted", wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        heading = QHBoxLayout()
        heading.setContentsMargins(MARGIN, 0, MARGIN, 0)
        heading.addWidget(self.head, 1)
        heading.addWidget(self.count, 1)
        column.addLayout(heading)
        for widget in (self.hidden, self.empty):
            widget.setContentsMargins(MARGIN, 0, MARGIN, 0)
            column.addWidget(widget)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.buttons)
        column.addStretch(0)

    def _connect(self) -> None:
        window, reviewing = self._window, self._window.reviewing
        self.finding.found.connect(self._take_found)
        self.finding.failed.connect(reviewing.failed)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.buttons.chosen.connect(self.settling.settle)
        self.buttons.chosen_for_all.connect(self.settling.settle_all)
        self.buttons.jumped.connect(self.jump)
        window.conflict_sign.counted.connect(lambda _number: self._ask())
        reviewing.article_changed.connect(self._frame)
        reviewing.codebook_changed.connect(self._choose)
        reviewing.leaving.connect(self.finding.close)
        window.edit_mode.begun.connect(lambda: window.page.show_offers(()))
        window.themes.changed.connect(self._wear)

    def begin(self) -> None:
        """Show what waits now, and take the keys."""
        self._ask()
        self.take_keys()

    def take_keys(self) -> None:
        """Give the keys to the list, where there is one."""
        widget = self.view if self.rows.conflicts else self
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def conflict(self) -> Conflict | None:
        """Return the conflict that is to be settled."""
        row = self.view.currentIndex().row()
        return self.rows.conflicts[row] if 0 <= row < len(self.rows.conflicts) else None

    def _ask(self) -> None:
        """Find what waits, where anybody sees it."""
        project = self._window.reviewing.project
        self.finding.stop()
        if not self.isVisible():
            return
        if project is None or not self._window.conflict_sign.number:
            self._take_found(())
            return

        def find(_progress: Progress, cancelled: Cancelled) -> tuple[Conflict, ...] | None:
            found = []
            with project.reading_beside() as queries:
                for one in conflicts(queries):
                    if cancelled():
                        return None
                    found.append(one)
            return tuple(found)

        self.finding.begin(find)

    def _take_found(self, found: Sequence[Conflict]) -> None:
        """Show these; what was chosen stays so, or what follows in its place."""
        before, row = self.conflict(), max(self.view.currentIndex().row(), 0)
        holder: QWidget | None = self._window.focusWidget()
        had_keys = holder is not None and (holder is self or self.isAncestorOf(holder))
        known = {one.id for one in self.rows.conflicts}
        self.rows.show_conflicts(found)
        ids = [one.id for one in found]
        wanted = before.id if before is not None else ""
        # What was settled and is taken back is looked at again.
        back = [one for one in ids if one in self.settling.settled and one not in known]
        wanted = back[0] if back else wanted
        row = ids.index(wanted) if wanted in ids else min(row, len(ids) - 1)
        self._show_state()
        if ids:
            self.view.setCurrentIndex(self.rows.index(row))
        self._choose()
        if had_keys:
            self.take_keys()

    def _choose(self) -> None:
        """Show both sides of the chosen conflict, here and on the page."""
        conflict, project = self.conflict(), self._window.reviewing.project
        self.sides = Sides()
        if conflict is not None and project is not None:
            try:
                self.sides = sides_of(project.queries, conflict)
                texts = {
                    one.field: texts_told(project.queries, conflict, one)
                    for one in conflict.disputes
                    if conflict.kind == "article" and one.field == "text"
                }
            except AnnotatorError as error:
                self._window.reviewing.fail(error)
                texts = {}
            codebook = self._window.reviewing.codebook
            told = {name: both for name, both in texts.items() if any(both)}
            self.details.show_conflict(conflict, self.sides, codebook, told)
            alike = len(self.settling.alike(conflict))
            has_place = self.sides.article is not None
            self.buttons.show_conflict(conflict, alike, has_place=has_place)
        self._frame()

    def _frame(self) -> None:
        """Frame both places on the page, where it shows their article."""
        if not self.isVisible():
            return
        opened, article = self._window.reviewing.article, self.sides.article
        here = opened is not None and article is not None and opened.article.id == article.id
        places = [one.spans if one.there else () for one in self.sides.all] if here else []
        self._window.page.show_offers(places)

    def jump(self) -> None:
        """Go to the place of the chosen conflict, the keys staying in the list."""
        window, article = self._window, self.sides.article
        if article is None or window.edit_mode.active:
            return
        window.open_article(article.id)
        opened, page = window.reviewing.article, window.page
        spans = next((one.spans for one in self.sides.all if one.spans), ())
        if opened is not None and spans:
            number = opened.sentences.at(min(spans[0].start, opened.sentences.length - 1))
            if number is not None:
                page.go_to_sentence(number)
            page.reveal(spans[0])
        self.take_keys()

    def _show_state(self) -> None:
        waiting = len(self.rows.conflicts)
        one = self.tr("1 waits to be settled")
        told = one if waiting == 1 else self.tr("{0} wait to be settled")
        self.count.setText(told.format(number(waiting)))
        hidden = self._hidden()
        later = self.tr("{0} more wait until you finish the articles in which they are.")
        self.hidden.setText(later.format(number(hidden)))
        self.hidden.setVisible(bool(hidden))
        for part in (self.count, self.splitter, self.buttons):
            part.setVisible(bool(waiting))
        self.empty.setVisible(not waiting)
        words = [self.tr("No project is open.")]
        if self._window.reviewing.project is not None:
            how = self.tr("What you and a colleague both altered waits here after a merge ({0}).")
            words = [self.tr("Nothing waits to be settled."), how.format(key_of("file.merge"))]
        self.empty.setText(" ".join(words))

    def _hidden(self) -> int:
        """Count the conflicts that wait for articles to be finished."""
        project = self._window.reviewing.project
        if project is None:
            return 0
        try:
            return project.queries.hidden_conflicts()
        except AnnotatorError as error:
            self._window.reviewing.fail(error)
            return 0

    def _wear(self, theme: Theme) -> None:
        self.painter.theme = theme
        self.details.set_theme(theme)
        self.view.doItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Settle by keys; leave nothing on the page when the panel is put away."""
        if watched is self and event.type() == QEvent.Type.Hide:
            self.finding.stop()
            self._window.page.show_offers(())
        if watched is self.view and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self.view, self._keep_in_sight)
        if watched is self.view and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if not plain and (event.key() in KEYS or event.key() in _JUMPS):
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                    return True
                if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                    self._press(Qt.Key(event.key()))
                return True
        return super().eventFilter(watched, event)

    def _keep_in_sight(self) -> None:
        self.view.scrollTo(self.view.currentIndex())

    def _press(self, key: Qt.Key) -> None:
        if key in KEYS:
            self.settling.settle(*KEYS[key])
        else:
            self.jump()
