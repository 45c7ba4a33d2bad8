"""The edges of the chosen highlight on the move: a preview for the hands, one command at rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.core.records import Highlight
from annotator.core.span import Span
from annotator.gui.borders import (
    character_end,
    character_start,
    next_word_end,
    next_word_start,
    whole_characters,
    word_end_before,
    word_start_before,
)
from annotator.gui.page_geometry import Edge
from annotator.service.commands import MoveHighlight

if TYPE_CHECKING:
    from annotator.gui.reviewing import Reviewing
    from annotator.service.changes import Changes

# So long after the last key what was moved is kept, as one step of undo.
REST_MS = 900
# The commands that go on with what is being moved, or give it up; every other keeps it first.
ITS_OWN = ("edge.", "edit.let-go")


class EdgeMoves(QObject):
    """Moves the ends of the chosen highlight by key and by mouse.

    What is shown meanwhile is a preview on the page. It is kept when the hands rest, when
    anything else is done, and before the article or the window is left.
    """

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__(reviewing)
        self._reviewing = reviewing
        self._page = reviewing.page
        self._key: int | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.keep)
        page = self._page
        page.edge_held.connect(self.hold)
        page.edge_dropped.connect(self.keep)
        page.edge_freed.connect(self.give_up)
        page.focus_left.connect(self.keep)
        page.highlight_chosen.connect(self._leave)
        reviewing.leaving.connect(self.keep)
        reviewing.changed.connect(self._follow)

    def step(self, edge: Edge, *, right: bool) -> None:
        """Move an edge by a character, or by a word where edges snap to words, as seen."""
        place = self._place(edge)
        if place is None:
            return
        onward = right is not self._page.is_backward(place)
        if self._page.snap_to_words:
            self.step_word(edge, onward=onward)
            return
        self._show(edge, _beyond_spaces(self._text, edge, place, onward=onward))

    def step_word(self, edge: Edge, *, onward: bool) -> None:
        """Move an edge to the next word, or to the one before."""
        place = self._place(edge)
        if place is None:
            return
        if edge is Edge.START:
            move = next_word_start if onward else word_start_before
        else:
            move = next_word_end if onward else word_end_before
        found = move(self._text, place)
        if found is not None:
            self._show(edge, found)

    def _place(self, edge: Edge) -> int | None:
        """Return where an edge stands, with a highlight chosen where there was none."""
        spans = self._page.pending or self._begin()
        if not spans:
            self._reviewing.told.emit(self.tr("No highlight here has edges to move."))
            return None
        return spans[0].start if edge is Edge.START else spans[-1].end

    def _begin(self) -> tuple[Span, ...]:
        if self._page.chosen_highlight is None:
            self._page.choose_highlight(self._reviewing.narrowest())
        return self._kept(self._page.chosen_highlight)

    def _kept(self, key: int | None) -> tuple[Span, ...]:
        """Return the spans that a highlight of the open article has."""
        article = self._reviewing.article
        if article is None or key is None:
            return ()
        spans = (article.index.get(one)[:2] for one in article.index_keys(key))
        return tuple(Span(start, end) for start, end in spans)

    @property
    def _text(self) -> str:
        return self._page.words

    def hold(self, edge: Edge, position: int) -> None:
        """Show an edge where the mouse holds it."""
        self._rest.stop()
        text = self._text
        if self._page.snap_to_words:
            before, after = _words_beside(text, edge, position)
            position = after if after - position < position - before else before
        else:
            position = whole_characters(text, Span(position, position)).start
            if _is_loose(text, edge, position):
                onward = edge is Edge.START
                position = _beyond_spaces(text, edge, position, onward=onward)
        self._show(edge, position, resting=False)

    def _show(self, edge: Edge, position: int, *, resting: bool = True) -> None:
        kept = self._kept(self._page.chosen_highlight)
        if not kept:
            return
        spans = _moved(self._page.pending or kept, edge, position, text=self._text)
        self._key = self._page.chosen_highlight
        self._page.show_pending(spans if spans != kept else ())
        if resting:
            at = spans[0].start if edge is Edge.START else max(spans[-1].end - 1, 0)
            self._page.reveal(Span(at, at + 1))
            self._rest.start()

    def keep(self) -> None:
        """Make what is shown the highlight's spans, as one step of undo."""
        key, spans = self._key, tuple(span for span in self._page.pending if len(span))
        self.give_up()
        highlight = self._reviewing.highlight(key) if spans else None
        if highlight is not None and highlight.spans != spans:
            self._reviewing.execute(MoveHighlight(highlight.id, spans))

    def keep_before(self, action_id: str) -> None:
        """Keep what is shown before a command is given that is not about edges."""
        if not action_id.startswith(ITS_OWN):
            self.keep()

    def give_up(self) -> bool:
        """Show the highlight as it is again; tell whether anything was moved."""
        self._rest.stop()
        moved, self._key = bool(self._page.pending), None
        if moved:
            self._page.show_pending(())
        return moved

    def _leave(self, chosen: int | None) -> None:
        if chosen != self._key:
            self.keep()

    def _follow(self, changes: Changes) -> None:
        """Give up what is shown of a highlight that something else has altered."""
        for before, after in changes.of(Highlight):
            one = after or before
            if one is not None and one.key == self._key:
                self.give_up()
                return


def _moved(spans: tuple[Span, ...], edge: Edge, position: int, *, text: str) -> tuple[Span, ...]:
    """Return the spans with an edge moved, no further than leaves its span a character."""
    first, last = spans[0], spans[-1]
    if edge is Edge.START:
        most = character_start(text, first.end) if len(first) else first.end
        return (Span(min(position, most), first.end), *spans[1:])
    least = character_end(text, last.start) if len(last) else last.start
    return (*spans[:-1], Span(last.start, max(position, least)))


def _beyond_spaces(text: str, edge: Edge, position: int, *, onward: bool) -> int:
    """Return the next place in a direction that leaves no white space inside the edge."""
    move, last = (character_end, len(text)) if onward else (character_start, 0)
    found = position
    while found != last:
        found = move(text, found)
        if not _is_loose(text, edge, found):
            return found
    return position


def _is_loose(text: str, edge: Edge, position: int) -> bool:
    """Tell whether an edge would have white space, or nothing, right inside it."""
    inside = position if edge is Edge.START else position - 1
    return not 0 <= inside < len(text) or text[inside].isspace()


def _words_beside(text: str, edge: Edge, position: int) -> tuple[int, int]:
    """Return the places at which a word's edge lies next to a position, on either side."""
    if edge is Edge.START:
        before = word_start_before(text, position + 1)
        after = next_word_start(text, position)
    else:
        before = word_end_before(text, position + 1)
        after = next_word_end(text, position)
    if before is None:
        before = after
    if before is None:
        return position, position
    return before, before if after is None else after
