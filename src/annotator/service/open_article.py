"""An article on the reviewer's desk: its text, sentences and highlights, kept current by changes.

Every figure here follows from the changes it is told of, at the cost of what they touch; the
project file is never asked again while the article stays open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.editable_sentences import EditableSentences
from annotator.core.highlight_index import HighlightIndex
from annotator.core.records import Article, Highlight, ReviewedMark
from annotator.service.article_filling import REVIEWED, Filling
from annotator.service.placed_highlights import PlacedHighlights
from annotator.service.ports import HighlightRow
from annotator.service.recut import Recut, Twins, recut

if TYPE_CHECKING:
    from annotator.core.span import Span
    from annotator.service.changes import Changes
    from annotator.service.ports import ArticleContent, ArticleOutline, Queries
    from annotator.service.text_editing import TextEditing


# A change to more records than these is not followed one by one where all can be filled anew.
MOST_TAKEN = 2_000


class OpenArticle:
    """The in-memory half of an open article; ``index`` holds one entry for each span.

    The first span of a highlight is indexed under the highlight's own key, further ones under
    other keys: ``highlight_key`` leads from either to the highlight.

    An article opened as an outline fills behind its text, see ``Filling``. Until it is ``filled``,
    ``index`` and ``marks`` have what ``look_at`` was asked for, and what is asked by sentence or
    by span is looked at first.

    While its text is edited, the session in ``editing`` alone moves what is here, and what
    others tag meanwhile is seen when the article is opened again.
    """

    def __init__(self, content: ArticleContent | ArticleOutline) -> None:
        self.article = content.article
        self.revision = content.revision
        self.editing: TextEditing | None = None
        self._text: str | None = content.revision.text
        self.sentences = EditableSentences.from_boundaries(
            content.revision.text, content.revision.sentence_ends
        )
        self.progress = content.progress
        # What the change taken last did to the sentences.
        self.recut: tuple[Recut, ...] = ()
        # True where a change altered so much here that all is to be filled anew.
        self.behind = False
        self._fills = False
        self._twins = Twins(content.revision)
        self._filling: Filling | None = None
        self._placed = PlacedHighlights()
        self.marks: HighlightIndex[str] = HighlightIndex()

    @classmethod
    def whole(cls, content: ArticleContent) -> OpenArticle:
        """Return an article with all that lies in it."""
        article = cls(content)
        article._placed = PlacedHighlights(content.highlights)
        article.marks = HighlightIndex(
            (mark.key, mark.span.start, mark.span.end, REVIEWED) for mark in content.marks
        )
        return article

    @classmethod
    def filling(cls, outline: ArticleOutline, queries: Queries) -> OpenArticle:
        """Return an article that is filled, slice by slice, by ``fill``."""
        article = cls(outline)
        article._begin(Filling(queries, outline))
        return article

    def refill(self, outline: ArticleOutline, queries: Queries) -> None:
        """Fill anew behind the same text, slice by slice, as after a change to very much.

        What was opened whole is whole again at once. One that is edited, or went on to another
        text, keeps what it has.
        """
        self.behind = False
        self.article = outline.article
        if self.stale or self.editing is not None:
            return
        self.progress = outline.progress
        fills = self._fills
        self._begin(Filling(queries, outline))
        if not fills:
            self.complete()
            self._fills = False

    def _begin(self, filling: Filling) -> None:
        self._fills = True
        self._filling = filling
        self._placed, self.marks = filling.placed, filling.marks

    @property
    def index(self) -> HighlightIndex[str]:
        """The highlights by place, as far as they are here."""
        return self._placed.index

    @property
    def filled(self) -> bool:
        """True once all highlights and marks are here."""
        return self._filling is None

    def fill(self) -> bool:
        """Take in some more, in some milliseconds; tell whether there is more to come.

        Raises what reading raised, for ``look_at``, too.
        """
        filling = self._filling
        if filling is None:
            return False
        if filling.step():
            return True
        self._placed, self.marks = filling.placed, filling.marks
        self._filling = None
        return False

    def complete(self) -> None:
        """Take in all the rest, now."""
        while self.fill():
            pass

    def look_at(self, span: Span) -> None:
        """Have what lies in the paragraphs that a span touches; costs nothing once it is here."""
        if self._filling is not None:
            first, last = (
                self.sentences.place_at(min(position, self.sentences.length)).number
                for position in (span.start, span.end)
            )
            self._filling.look_at(first, last)

    @property
    def text(self) -> str:
        """The text as it stands; while it is edited, joined anew after each edit."""
        if self._text is None:
            self._text = self.sentences.text
        return self._text

    def forget_text(self) -> None:
        """Take note that the text was edited."""
        self._text = None

    def slice(self, span: Span) -> str:
        """Return the text under a span, at the cost of the paragraphs it touches."""
        return self.sentences.slice(span)

    @property
    def stale(self) -> bool:
        """True when the article has gone on to a revision other than the one open here."""
        return self.article.revision_id != self.revision.id

    def highlight_key(self, index_key: int) -> int:
        """Return the key of the highlight that an entry of ``index`` belongs to."""
        return self._placed.owner(index_key)

    def index_keys(self, highlight_key: int) -> list[int]:
        """Return the keys of all entries of ``index`` that belong to a highlight."""
        return self._placed.keys_of(highlight_key)

    def highlights_over(self, span: Span) -> list[int]:
        """Return the keys of the highlights that share a code point with a span, in user order."""
        self.look_at(span)
        hits = self.index.overlapping(span.start, span.end)
        return list(dict.fromkeys(self.highlight_key(key) for key, *_ in hits))

    def label_counts(self) -> dict[str, int]:
        """Return how many highlights each label id has here, those still to come included."""
        if self._filling is not None:
            return {label: number for label, number in self._filling.counts.items() if number}
        return self._placed.counts()

    def is_reviewed(self, number: int) -> bool:
        """Tell whether a sentence bears a highlight or a reviewed mark."""
        span = self.sentences.span(number)
        self.look_at(span)
        return bool(
            self.marks.overlapping(span.start, span.end)
            or self.index.overlapping(span.start, span.end)
        )

    def sentence_text(self, number: int) -> str:
        """Return the text of a sentence."""
        span = self.sentences.span(number)
        return self.slice(span)

    def take(self, changes: Changes) -> None:
        """Apply what a change altered in this article; costs what it touched."""
        self._twins.learn(changes, like=self.revision)
        for _, article in changes.of(Article):
            if article is not None and article.id == self.article.id:
                self.article = article
        self.recut = self._take_sentences()
        if self.stale or self.editing is not None:
            return
        if self._fills and len(changes.alterations) > MOST_TAKEN:
            touched = self.article.id in changes.article_ids()
            # What was removed with the article is not to be asked for again.
            self.behind = touched and not changes.removes(self.article.id)
            if touched:
                return
        for before, after in changes.of(Highlight):
            self._take_highlight(before, after)
        for before_mark, after_mark in changes.of(ReviewedMark):
            self._take_mark(before_mark, after_mark)
        for progress in changes.progress:
            if progress.article_id == self.article.id:
                self.progress = progress

    def _take_sentences(self) -> tuple[Recut, ...]:
        """Go on to another revision of the same text, where that is what the article did."""
        after = self._twins.get(self.article.revision_id)
        if not self.stale or after is None or self.editing is not None:
            return ()
        before, self.revision = self.revision, after
        return tuple(recut(self.sentences, before, after))

    def dirty(self, changes: Changes) -> list[Span]:
        """Return the spans of this text whose painting is stale by the change taken last."""
        end = self.sentences.length
        # A change that brought this text tells, too, what was removed from a longer one before.
        placed = [one for one in changes.dirty(self.article.id) if one.end <= end]
        return [*placed, *(one.span for one in self.recut)]

    def _take_highlight(self, before: Highlight | None, after: Highlight | None) -> None:
        # What was read after the change was made is there already: taking it twice does no harm.
        for one, step in ((before, -1), (after, 1)):
            if one is None or one.article_id != self.article.id:
                continue
            self._placed.discard(one.key)
            if self._filling is not None:
                self._filling.alter(one.key)
                self._filling.counts[one.label_id] += step
        if after is not None and after.article_id == self.article.id:
            self._placed.add(
                HighlightRow(after.key, part, span.start, span.end, after.label_id)
                for part, span in enumerate(after.spans)
            )

    def _take_mark(self, before: ReviewedMark | None, after: ReviewedMark | None) -> None:
        for one in (before, after):
            if one is None or one.article_id != self.article.id:
                continue
            if one.key in self.marks:
                self.marks.remove(one.key)
            if self._filling is not None:
                self._filling.alter_mark(one.key)
        if after is not None and after.article_id == self.article.id:
            self.marks.add(after.key, after.span.start, after.span.end, REVIEWED)
