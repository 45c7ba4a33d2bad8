"""The panel that searches the project while one types, in the inspector's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.gui.announcing import announce
from annotator.gui.arriving import arrive, arrive_at_highlight
from annotator.gui.failures import sentence_on
from annotator.gui.filter_field import FilterField
from annotator.gui.key_words import with_key
from annotator.gui.page_hits import PageHits
from annotator.gui.painted_list import PaintedList
from annotator.gui.plain import number, plain_label
from annotator.gui.project_search import MOST_HITS, ProjectSearch
from annotator.gui.query_words import misunderstood_sentences
from annotator.gui.scrolled import scrolled
from annotator.gui.search_examples import SearchExamples
from annotator.gui.search_hit_painter import SearchHitPainter
from annotator.gui.search_hits import HIT, SearchHits
from annotator.gui.words_here import LONGEST, WordsHere

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from annotator.core.errors import AnnotatorError
    from annotator.core.span import Span
    from annotator.gui.theme import Theme
    from annotator.gui.window import Window
    from annotator.service.finding import SearchHit, SearchResult

MARGIN = 16
LONGEST_TAKEN = 200
# A change comes rarely alone.
AGAIN_MS = 400


class HitView(PaintedList):
    """The list; Enter or a click goes to a hit."""

    def __init__(self, panel: SearchPanel, name: str) -> None:
        super().__init__(panel.rows, panel.painter, name=name, ground="hits")
        self._panel = panel

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the current hit on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._panel.go()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the hit under the mouse."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.pos()).isValid():
            self._panel.go()


class SearchPanel(QWidget):
    """Field, count and hits; the words found are shown in the open article as long as it is up."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self.search = ProjectSearch(window.reviewing, self)
        self.here = WordsHere(self)
        self.rows = SearchHits(self)
        self.painter = SearchHitPainter(self.rows, window.themes.theme, self)
        self._answered = ""
        self._result: SearchResult | None = None
        self._failure = self._said = ""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._build()
        self._connect()
        self.installEventFilter(self)
        self._renew()

    def _build(self) -> None:
        self.field = FilterField(
            self._window, self.tr("Search the project"), hint=with_key(self.tr("Back"), "Esc")
        )
        self.field.setPlaceholderText(self.tr("Words, or label: has: speaker: …"))
        self.count = plain_label("muted")
        self.told = plain_label(wrapped=True)
        self.view = HitView(self, self.tr("Hits"))
        self.examples = SearchExamples()
        empty = scrolled(self.examples, sideways=False)
        self.stack = QStackedWidget()
        # What was not understood is read whole, however large the letters are.
        self.stack.setMinimumHeight(1)
        self.stack.addWidget(empty)
        self.stack.addWidget(self.view)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 18, MARGIN, 0)
        top.setSpacing(8)
        top.addWidget(plain_label("sectionHead", self.tr("Search the project").upper()))
        for widget in (self.field, self.count, self.told):
            top.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)
        empty.setViewportMargins(MARGIN, 0, MARGIN, 0)
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        window, reviewing = self._window, self._window.reviewing
        self.field.textChanged.connect(lambda _text: self._renew())
        self.field.stepped.connect(self.step)
        self.field.entered.connect(self.go)
        self.search.found.connect(self._take)
        self.search.ended.connect(self._show_state)
        self.search.failed.connect(self._refuse)
        self.here.found.connect(self._show_here)
        self.examples.chosen.connect(self._try_example)
        self._again.timeout.connect(self._renew)
        reviewing.changed.connect(lambda _changes: self._ask_again())
        reviewing.project_changed.connect(self._forget)
        reviewing.codebook_changed.connect(self._take_codebook)
        reviewing.article_changed.connect(self._look_here)
        window.edit_mode.begun.connect(self._clear_page)
        window.themes.changed.connect(self._wear)

    def begin(self) -> None:
        """Take the keys; what is selected in one line is looked for."""
        window, article = self._window, self._window.reviewing.article
        self._take_codebook()
        selected = window.page.selection() if window.page.has_text_selection() else None
        if article is not None and selected is not None and len(selected) <= LONGEST_TAKEN:
            text = article.slice(selected)
            if "\n" not in text:
                self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._renew()

    def search_for(self, text: str) -> None:
        """Look for a text."""
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _try_example(self, example: str) -> None:
        self.search_for(example)

    def _renew(self) -> None:
        self._again.stop()
        text = self.field.text().strip()
        self._failure = ""
        if not text or self._window.reviewing.project is None:
            self.search.stop()
            self._result = None
            self.rows.show(())
        else:
            self.search.search(text)
        self._show_state()
        self._look_here()

    def _ask_again(self) -> None:
        """Answer anew after a change, what is shown kept until then."""
        if self.isVisible() and self.field.text().strip():
            self._again.start()

    def _forget(self) -> None:
        self._result = None
        self.rows.show(())
        self._take_codebook()
        self._renew()

    def _take_codebook(self) -> None:
        self.rows.codebook = self._window.reviewing.codebook
        self.view.viewport().update()

    def _take(self, result: SearchResult) -> None:
        text, before = self.field.text().strip(), self.current()
        kept = text == self._answered and before is not None
        self._answered, self._result = text, result
        self.rows.show(result.hits)
        same = [row for row, hit in enumerate(result.hits) if kept and _alike(hit, before)]
        if result.hits:
            self._stand_on(same[0] if same else 0)
        self._show_state()

    def _refuse(self, error: AnnotatorError) -> None:
        self._failure = sentence_on(error)
        self._show_state()

    def current(self) -> SearchHit | None:
        """Return the hit that is current."""
        hit: SearchHit | None = self.view.currentIndex().data(HIT)
        return hit

    def step(self, direction: int) -> None:
        """Make the next hit, or the one before, the current one."""
        if self.rows.hits:
            row = self.view.currentIndex().row() + direction
            self._stand_on(min(max(row, 0), len(self.rows.hits) - 1))
            self._say()

    def _stand_on(self, row: int) -> None:
        index: QModelIndex = self.rows.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def go(self) -> None:
        """Show the current hit on the page, which has the keys then."""
        hit = self.current()
        if hit is None:
            return
        if hit.highlight_id is not None:
            arrive_at_highlight(self._window, hit.highlight_id)
        else:
            arrive(self._window, hit.article_id, hit.span)

    def _show_state(self) -> None:
        asked = bool(self.field.text().strip())
        self.stack.setCurrentIndex(int(asked))
        self.count.setVisible(asked)
        self.count.setText(self._counted())
        unclear = self._result.misunderstood if asked and self._result else ()
        told = [*misunderstood_sentences(unclear), *filter(None, [self._failure])]
        self.told.setText("\n".join(told))
        self.told.setVisible(bool(told))
        if asked and not self.search.running and self.isVisible():
            self._say()

    def _say(self) -> None:
        """Say aloud what was found and on which of it one stands, each once."""
        parts = [self.count.text(), self.told.text()]
        index = self.view.currentIndex()
        if self.rows.hits and index.isValid():
            place = number(index.row() + 1), number(len(self.rows.hits))
            parts += [index.data(Qt.ItemDataRole.AccessibleTextRole)]
            parts[0] = self.tr("{0} of {1}").format(*place)
        said = "\n".join(part for part in parts if part)
        if said != self._said:
            self._said = said
            announce(self.field, said)

    def _counted(self) -> str:
        count, running = len(self.rows.hits), self.search.running
        if not count:
            return self.tr("Searching…") if running else self.tr("Nothing found")
        if running:
            return f"{number(count)} …"
        if count >= MOST_HITS or (self._result is not None and not self._result.complete):
            return self.tr("The best {0}; more words narrow them").format(number(count))
        return self.tr("1 hit") if count == 1 else self.tr("{0} hits").format(number(count))

    def _look_here(self) -> None:
        """Find the words in the open article as well, for page and ruler."""
        article = self._window.reviewing.article
        self.here.stop()
        if self.isVisible() and article is not None:
            short = article.sentences.length <= LONGEST
            self.here.look(article.text if short else "", self.field.text())

    def _show_here(self, spans: Sequence[Span]) -> None:
        page = self._window.page
        if self._window.tools.is_open("find") or not self.isVisible() or page.editing is not None:
            return
        page.show_hits(PageHits(spans))
        self._window.ruler.show_hits(spans)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave nothing on the page when the panel is put away."""
        if watched is self and event.type() == QEvent.Type.Hide:
            self.search.stop()
            self._clear_page()
        return super().eventFilter(watched, event)

    def _clear_page(self) -> None:
        self.here.stop()
        if not self._window.tools.is_open("find"):
            self._window.page.show_hits(PageHits())
            self._window.ruler.show_hits(())

    def _wear(self, theme: Theme) -> None:
        self.painter.theme = theme
        self.view.doItemsLayout()
        self.view.viewport().update()


def _alike(hit: SearchHit, other: SearchHit | None) -> bool:
    if other is None:
        return False
    place = (hit.kind, hit.article_id, hit.highlight_id)
    return place == (other.kind, other.article_id, other.highlight_id)
