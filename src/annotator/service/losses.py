"""What an export cannot hold, counted while it is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING

from annotator.core.foreign_values import Holds
from annotator.core.records import ClaimRecord
from annotator.service.exchange_ports import Loss
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.records import Article, Codebook, Reviewer, Revision
    from annotator.service.exchange_ports import (
        AnnotationFormat,
        Sent,
        SentArticle,
        SentHighlight,
    )
    from annotator.service.watch import Watch

_OF_ITSELF = frozenset({"id", "created", "modified", "note"})
CLAIM_FIELDS = tuple(one.name for one in fields(ClaimRecord) if one.name not in _OF_ITSELF)
_METADATA = ("url", "publisher", "authors", "published")
# What is lost where a format does not hold something, in the order in which it is told.
_WORDS = {
    Holds.EMPTY: "articles without highlights",
    Holds.TEXT: "texts of articles",
    Holds.METADATA: "articles' addresses, publishers, authors and dates",
    Holds.UNPLACED: "highlights without text or place",
    Holds.CODEBOOK: "definitions and colors of labels",
    Holds.NOTE: "notes",
    Holds.CLAIM: "claim records",
    Holds.REVIEWER: "names of reviewers",
    Holds.TIME: "times",
    Holds.ID: "ids of highlights",
}
FINISHED = "finished marks"
HIGHLIGHTS = "highlights"


class CountedArticle:
    """An article whose highlights are counted the first time that they are gone through."""

    def __init__(self, inner: SentArticle, tally: Tally, *, counting: bool) -> None:
        self._inner, self._tally, self._counting = inner, tally, counting

    @property
    def article(self) -> Article:
        """The article."""
        return self._inner.article

    @property
    def revision(self) -> Revision:
        """Its current text."""
        return self._inner.revision

    def highlights(self) -> Iterator[SentHighlight]:
        """Yield its highlights in user order."""
        counting, self._counting = self._counting, False
        number = 0
        for number, one in enumerate(self._inner.highlights(), 1):  # noqa: B007 - asked for below
            if counting:
                self._tally.highlight(one)
            yield one
        if counting:
            self._tally.article(self.article, number)


class Tally:
    """Passes a project on and counts what is in it."""

    def __init__(self, inner: Sent, watch: Watch = UNWATCHED) -> None:
        self._inner, self._watch = inner, watch
        self._seen: set[str] = set()
        self.article_count = self.highlight_count = 0
        self.found: Counter[str] = Counter()

    @property
    def project_id(self) -> str:
        """The id of the project."""
        return self._inner.project_id

    @property
    def name(self) -> str:
        """The project's name."""
        return self._inner.name

    @property
    def codebook(self) -> Codebook:
        """The labels, archived ones included."""
        return self._inner.codebook

    @property
    def reviewers(self) -> tuple[Reviewer, ...]:
        """Everyone whose highlights are among those sent."""
        return self._inner.reviewers

    def articles(self) -> Iterator[CountedArticle]:
        """Yield the articles, counting each once.

        Raises:
            StoppedError: whoever watches cancelled it.

        """
        for number, one in enumerate(self._inner.articles()):
            self._watch.step(number, 0)
            counting = one.article.id not in self._seen
            self._seen.add(one.article.id)
            yield CountedArticle(one, self, counting=counting)

    def highlight(self, sent: SentHighlight) -> None:
        """Count a highlight."""
        self.highlight_count += 1
        self.found[Holds.REVIEWER] += 1
        self.found[Holds.TIME] += 1
        self.found[Holds.ID] += 1
        self.found[Holds.UNPLACED] += sent.highlight.orphaned
        self.found[Holds.NOTE] += bool(sent.note)
        self.found[Holds.CLAIM] += sent.claim is not None and any(
            getattr(sent.claim, name) for name in CLAIM_FIELDS
        )

    def article(self, article: Article, highlights: int) -> None:
        """Count an article of so many highlights."""
        self.article_count += 1
        self.found[Holds.EMPTY] += not highlights
        self.found[Holds.TEXT] += 1
        self.found[Holds.METADATA] += any(getattr(article, name) for name in _METADATA)
        self.found[FINISHED] += bool(article.finished)

    def losses(self, form: AnnotationFormat, own: Iterable[Loss]) -> tuple[Loss, ...]:
        """Return all that a format loses of what was counted, its own account last."""
        self.found[Holds.CODEBOOK] = len(self.codebook.labels)
        unasked = [one for one in self._inner.articles() if one.article.id not in self._seen]
        left = sum(1 for one in unasked for _ in one.highlights())
        general = [
            Loss(words, self.found[what])
            for what, words in _WORDS.items()
            if what not in form.holds and self.found[what]
        ]
        general += [
            Loss(what, count)
            for what, count in ((HIGHLIGHTS, left), (FINISHED, self.found[FINISHED]))
            if count
        ]
        return (*general, *(one for one in own if one.count))
