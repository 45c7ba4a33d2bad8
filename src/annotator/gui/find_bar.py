"""The strip above the page that finds in the open article, and tags all that it found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from annotator.core.find_in_text import FindOptions
from annotator.gui.announcing import announce
from annotator.gui.failures import sentence_on
from annotator.gui.flow import Flow
from annotator.gui.hit_tagging import HitTagging
from annotator.gui.key_words import key_of
from annotator.gui.page_hits import PageHits
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.text_search import TextSearch

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.errors import AnnotatorError
    from annotator.core.records import Label
    from annotator.core.span import Span
    from annotator.gui.window import Window

LONGEST_TAKEN = 200


class FindBar(QFrame):
    """Field, options, counts and steps; hits are painted on the page and shown in the ruler."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("kind", "note")
        self._window = window
        self.search = TextSearch(self)
        self.tagging = HitTagging(window, self)
        self._current: Span | None = None
        self._from = 0
        self._said = ""
        self._build()
        self.search.grown.connect(self._grow)
        self.search.ended.connect(self._end)
        self.search.refused.connect(self._refuse)
        self.tagging.ended.connect(self._show_state)
        reviewing = window.reviewing
        reviewing.article_changed.connect(self._renew)
        window.edit_mode.begun.connect(lambda: window.tools.close("find"))
        self.installEventFilter(self)

    def _build(self) -> None:
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._renew())
        self.field.installEventFilter(self)
        self.count = plain_label("muted")
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("00,000 of 00,000"))
        self.options = [
            self._option(
                self.tr("Match case"), self.tr("Only what has the same capitals and accents")
            ),
            self._option(self.tr("Whole words"), self.tr("Only whole words")),
            self._option(self.tr("Pattern"), self.tr("A regular expression")),
        ]
        previous = self._button(self.tr("Previous"), "find.previous", partial(self.step, -1))
        following = self._button(self.tr("Next"), "find.next", partial(self.step, 1))
        self.tag_all = self._button(self.tr("Tag all…"), "find.tag-all", self.choose_label)
        away = self._button(self.tr("Close"), "", partial(self._window.tools.close, "find"))
        line, below, options = QHBoxLayout(), QHBoxLayout(), Flow(gap=16)
        line.setSpacing(8)
        below.setSpacing(16)
        line.addWidget(self.field, 1)
        for widget in (self.count, previous, following, away):
            line.addWidget(widget)
        for option in self.options:
            options.addWidget(option)
        below.addLayout(options, 1)
        below.addWidget(self.tag_all, 0, Qt.AlignmentFlag.AlignTop)
        self.told = plain_label(wrapped=True)
        self.told.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addLayout(line)
        layout.addLayout(below)
        layout.addWidget(self.told)
        layout.addWidget(self.tagging.question)

    def _option(self, title: str, sentence: str) -> QCheckBox:
        box = QCheckBox(title)
        box.setToolTip(tooltip(sentence))
        box.toggled.connect(lambda _on: self._renew())
        return box

    def _button(self, title: str, action_id: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(title)
        key = key_of(action_id) if action_id else "Esc"
        button.setToolTip(tooltip(f"{title} ({key})" if key else title))
        button.clicked.connect(lambda _checked=False: run())
        return button

    def begin(self) -> None:
        """Take the keys; what is selected in one line is looked for."""
        page = self._window.page
        article = self._window.reviewing.article
        selected = page.selection() if page.has_text_selection() else None
        place = page.selection()
        self._from = place.start if place else 0
        if article is not None and selected is not None and len(selected) <= LONGEST_TAKEN:
            text = article.slice(selected)
            if "\n" not in text:
                self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._renew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Step with Enter, and leave nothing on the page when the strip is put away."""
        if watched is self.field and isinstance(event, QKeyEvent):
            return self._press(event)
        if watched is self and event.type() == QEvent.Type.Hide:
            self._leave()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return True

    def _renew(self) -> None:
        """Search anew: another word, other options, another article."""
        article = self._window.reviewing.article
        self._current = None
        self.tagging.drop()
        self.told.hide()
        if article is None or self.isHidden():
            self.search.stop()
            self._show_state()
            return
        match_case, whole_word, regex = (box.isChecked() for box in self.options)
        options = FindOptions(match_case=match_case, whole_word=whole_word, regex=regex)
        self.search.search(article.text, self.field.text(), options)
        self._show_state()

    def _grow(self) -> None:
        if self._current is None:
            place = bisect_left(self.search.hits, self._from, key=lambda span: span.start)
            if place < len(self.search.hits):
                self._stand_on(place)
                return
        self._show_state()

    def _end(self) -> None:
        if self._current is None and self.search.hits:
            self._stand_on(0)
        self._show_state()

    def _refuse(self, error: AnnotatorError) -> None:
        self._show_state()
        self.told.setText(sentence_on(error))
        self.told.show()
        announce(self.field, self.told.text())

    def step(self, direction: int) -> None:
        """Go to the next hit, or the one before, around the ends."""
        hits = self.search.hits
        if not hits:
            return
        if self._current is None:
            self._stand_on(0)
            return
        start = self._current.start
        if direction > 0:
            place = bisect_right(hits, start, key=lambda span: span.start)
        else:
            place = bisect_left(hits, start, key=lambda span: span.start) - 1
        self._stand_on(place % len(hits))

    def _stand_on(self, place: int) -> None:
        self._current = self.search.hits[place]
        page = self._window.page
        page.stand_at(self._current.start)
        page.reveal(self._current)
        self._show_state()

    def _show_state(self) -> None:
        hits, wanted = self.search.hits, self.field.text()
        self._window.page.show_hits(PageHits(hits, self._current))
        self._window.ruler.show_hits(hits)
        self.tag_all.setEnabled(bool(hits) and not self.search.running)
        if not wanted:
            self.count.setText("")
        elif not hits:
            self.count.setText(self.tr("Searching…") if self.search.running else self.tr("No hits"))
        elif self._current is None:
            self.count.setText(number(len(hits)))
        else:
            place = bisect_left(hits, self._current.start, key=lambda span: span.start) + 1
            more = "…" if self.search.running else ""
            said = self.tr("{0} of {1}").format(number(place), number(len(hits)))
            self.count.setText(f"{said}{more}")
        self._say(self.count.text())

    def _say(self, count: str) -> None:
        """Say how many there are, and at which of them one is, once that is known."""
        if not self.search.running and not self.isHidden() and count != self._said:
            announce(self.field, count)
            self._said = count

    def choose_label(self) -> None:
        """Ask with which label to tag every hit."""
        codebook = self._window.reviewing.codebook
        if codebook is None or not self.tag_all.isEnabled():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in codebook.labels:
            if not label.archived:
                action = QAction(label.name.replace("&", "&&"), menu)
                action.triggered.connect(partial(self.ask, label))
                menu.addAction(action)
        menu.popup(self.tag_all.mapToGlobal(self.tag_all.rect().bottomLeft()))

    def ask(self, label: Label, _checked: object = None) -> None:
        """Tell how many hits a label would be put on, and wait for a yes."""
        self.tagging.ask(label, self.search.hits)

    def _leave(self) -> None:
        """Take the hits off the page; the one stood on is selected, to be tagged or copied."""
        current, self._current = self._current, None
        self.search.stop()
        self.tagging.drop()
        page = self._window.page
        page.show_hits(PageHits())
        self._window.ruler.show_hits(())
        if current is not None and page.isVisible() and page.editing is None:
            page.select(current.start, current.end)
