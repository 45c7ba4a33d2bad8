"""What each key does at the reviewer's place: commands in, the page moves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.records import Highlight
from annotator.core.span import Span
from annotator.gui.edge_moves import EdgeMoves
from annotator.gui.highlight_walk import HighlightWalk
from annotator.gui.place import Place
from annotator.gui.walking import next_highlight, next_unreviewed, previous_highlight
from annotator.service.changes import NOTHING
from annotator.service.commands import (
    KeepHighlights,
    RemoveHighlights,
    ToggleHighlight,
    ToggleReviewed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from annotator.core.records import Label
    from annotator.gui.page import Page
    from annotator.service.changes import Changes
    from annotator.service.open_article import OpenArticle
    from annotator.service.project import Project


class Reviewing(Place):
    """The reviewer's hands: tagging, marking, walking, undoing."""

    # The key of what was tagged last, None where that took a label off.
    _tagged: int | None = None

    def __init__(self, page: Page, *, parent: QObject | None = None) -> None:
        super().__init__(page, parent=parent)
        self.edges = EdgeMoves(self)
        self.walk = HighlightWalk(self)

    def tag(self, label: Label) -> None:
        """Tag the selection, or the sentence, with a label; take it off where it is there."""
        self.edges.keep()
        span = self._target()
        if self.article is None or span is None:
            return
        chosen = self._chosen_alike(span, label)
        toggle = ToggleHighlight(self.article.article.id, span, label.key, chosen)
        self.execute(toggle, partial(self._show_tagged, self.article, self.page.selection()))

    def _chosen_alike(self, span: Span, label: Label) -> str | None:
        """Return the id of the chosen highlight where others are on its span with its label."""
        article, chosen = self.article, self.page.chosen_highlight
        if article is None or chosen is None:
            return None
        hits = article.index.overlapping(span.start, span.end)
        alike = [one[0] for one in hits if one[1:] == (span.start, span.end, label.id)]
        highlight = self.highlight(chosen) if len(alike) > 1 and chosen in alike else None
        return highlight.id if highlight is not None else None

    def _show_tagged(self, article: OpenArticle, selected: Span | None, changes: Changes) -> None:
        """Choose what was tagged, unless the reviewer has gone on while it waited."""
        page, added = self.page, _added_highlight(changes)
        self._tagged = added
        if self.article is not article or page.selection() != selected:
            return
        # What was selected is known only until it is let go.
        span = self._target() if added is None else None
        if page.has_text_selection() or len(page.selected_sentences()) > 1:
            page.clear_selection()
        page.choose_highlight(added if span is None else self._on(span))

    def _on(self, span: Span) -> int | None:
        """Return the newest highlight of just this span, so that further label keys go there."""
        article = self.article
        hits = article.index.overlapping(span.start, span.end) if article else []
        alike = [key for key, start, end, _ in hits if (start, end) == (span.start, span.end)]
        return article.highlight_key(alike[-1]) if article and alike else None

    def _target(self) -> Span | None:
        """Return the span that a label key is meant for: what was selected, else what is chosen."""
        article, page = self.article, self.page
        span = page.selection()
        if article is None or span is None:
            return None
        selected = page.has_text_selection() or len(page.selected_sentences()) > 1
        chosen = page.chosen_highlight
        if not selected and chosen is not None and len(article.index_keys(chosen)) == 1:
            start, end, _ = article.index.get(chosen)
            return Span(start, end)
        return trimmed(article.text, span)

    def delete(self) -> None:
        """Remove the chosen highlight; with none chosen, the narrowest over the sentence."""
        article, chosen, span = self.article, self.page.chosen_highlight, self.current_span()
        if article is None or span is None:
            return
        if self.waiting.count and self.page.editing is None:
            # What the key is meant for may itself be waiting.
            self._attempt(lambda project: self._remove_at(project, article, span, chosen))
            return
        highlight = self.highlight(self.narrowest() if chosen is None else chosen)
        if highlight is not None:
            removal = RemoveHighlights((highlight.id,))
            self.execute(removal, lambda _: self.page.choose_highlight(None))

    def narrowest(self) -> int | None:
        """Return the narrowest highlight over the current sentence."""
        article, span = self.article, self.current_span()
        if article is None or span is None:
            return None
        article.look_at(span)
        return _narrowest(article, span)

    def _remove_at(
        self, project: Project, article: OpenArticle, span: Span, chosen: int | None
    ) -> Changes:
        """Remove what would have been chosen had nothing waited."""
        key = chosen
        if key is None or key not in article.index:
            key = self._tagged
        if key not in article.highlights_over(span):
            key = _narrowest(article, span)
        if key is None:
            return NOTHING
        return project.execute(RemoveHighlights((project.queries.highlight(key).id,)))

    def toggle_reviewed(self) -> None:
        """Mark the selected sentences as reviewed without a label, or take the marks back."""
        article = self.article
        if article is None:
            return
        spans = tuple(article.sentences.span(number) for number in self.page.selected_sentences())
        if spans:
            self.execute(ToggleReviewed(article.article.id, spans))

    def go_to_unreviewed(self) -> None:
        """Go to the next sentence that bears neither highlight nor mark, around the end."""
        if self.article is not None:
            number = next_unreviewed(self.article, self.page.current_sentence)
            if number is not None:
                self.page.go_to_sentence(number)

    def go_to_last(self) -> None:
        """Go to the article's last sentence."""
        if self.article is not None and len(self.article.sentences):
            self.page.go_to_sentence(len(self.article.sentences) - 1)

    def choose_next(self) -> None:
        """Choose the next highlight: in the sentence first, then onward."""
        self.held.do(partial(self._choose, next_highlight))

    def choose_previous(self) -> None:
        """Choose the highlight before."""
        self.held.do(partial(self._choose, previous_highlight))

    def _choose(self, step: Callable[[OpenArticle, int | None, Span], int | None]) -> None:
        article, span = self.article, self.current_span()
        if article is None or span is None:
            return
        key = step(article, self.page.chosen_highlight, span)
        if key is not None:
            if key not in article.highlights_over(span):
                self._go_to(article.index.get(key)[0])
            self.page.choose_highlight(key)

    def choose_changed(self) -> None:
        """Choose the next highlight whose words a revision changed, around the end."""
        if self.rereview:
            self.held.do(self._choose_changed)
        elif self.article is not None:
            self.told.emit(self.tr("No highlight here waits to be reviewed again."))

    def _choose_changed(self) -> None:
        article = self.article
        if article is None:
            return
        places = sorted((article.index.get(key)[0], key) for key in self.rereview)
        if not places:
            self.told.emit(self.tr("No highlight here waits to be reviewed again."))
            return
        chosen, span = self.page.chosen_highlight, self.current_span()
        if chosen is not None and chosen in article.index:
            here = article.index.get(chosen)[0], chosen
        else:
            here = span.start if span else 0, -1
        _, key = next((place for place in places if place > here), places[0])
        self._go_to(article.index.get(key)[0])
        self.page.choose_highlight(key)

    def keep_changed(self) -> None:
        """Say that the chosen highlight still holds with its new words, and go to the next."""
        key = self.page.chosen_highlight
        highlight = self.highlight(key) if key in self.rereview else None
        if highlight is not None:
            self.execute(KeepHighlights((highlight.id,)), lambda _: self._go_on_from(key))

    def _go_on_from(self, key: int | None) -> None:
        if self.rereview and self.page.chosen_highlight == key:
            self.choose_changed()

    def _go_to(self, position: int) -> None:
        number = self.article.sentences.at(position) if self.article else None
        if number is not None:
            self.page.go_to_sentence(number)

    def let_go(self) -> None:
        """Put a moving edge back, else let go of the selection and of the chosen highlight."""
        if self.edges.give_up():
            return
        self.page.clear_selection()
        self.page.choose_highlight(None)

    def undo(self) -> None:
        """Reverse the newest change and show its place; while text is edited, an edit."""
        if self.page.editing is not None:
            self.page.undo_edit()
            return
        self.settling.emit()
        # What the key is meant for is the newest change by now, or the last of those that wait.
        waits, meant = self.waiting.count, self.newest()
        self._attempt(
            lambda project: project.undo(after=self.waiting.newest if waits else meant),
            self.show_place,
        )

    def redo(self) -> None:
        """Repeat the change undone last and show its place; while text is edited, an edit."""
        if self.page.editing is not None:
            self.page.redo_edit()
            return
        self._attempt(lambda project: project.redo(), self.show_place)

    def _is_open(self, article_id: str) -> bool:
        return self.article is not None and self.article.article.id == article_id

    def show_place(self, changes: Changes) -> None:
        """Go where a change altered something, opening its article where another is open."""
        placed = changes.placed_ids()
        for article_id in changes.article_ids():
            if article_id not in placed and not self._is_open(article_id):
                continue
            if not self._is_open(article_id):
                if not changes.dirty(article_id):
                    continue
                self.open_article(article_id)
            if self.article is None or not self._is_open(article_id):
                return
            # What was removed from an older text has no place in the one that is open by now.
            dirty = self.article.dirty(changes)
            if dirty:
                self._go_to(dirty[0].start)
                return


def trimmed(text: str, span: Span) -> Span:
    """Return a span without the white space at its edges, itself where it is nothing else."""
    inside = text[span.start : span.end]
    kept = inside.strip()
    if not kept:
        return span
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, start + len(kept))


def _narrowest(article: OpenArticle, span: Span) -> int | None:
    hits = article.index.overlapping(span.start, span.end)
    narrowest = min(hits, key=lambda hit: hit[2] - hit[1], default=None)
    return article.highlight_key(narrowest[0]) if narrowest else None


def _added_highlight(changes: Changes) -> int | None:
    return next((after.key for _, after in changes.of(Highlight) if after is not None), None)
