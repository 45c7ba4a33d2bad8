"""What an export cannot hold, counted while it is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING

from annotator.core.claim_fields import DEFAULT_VERDICTS
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
_UNKNOWN = ("", "und")
WORDS = {
    Holds.EMPTY: "articles without highlights",
    Holds.TEXT: "texts of articles",
    Holds.TITLE: "titles of articles",
    Holds.METADATA: "articles' addresses, publishers, authors, dates and languages",
    Holds.UNPLACED: "highlights without text or place",
    Holds.CODEBOOK: "names, definitions and colors of labels",
    Holds.SIGNS: "letters, line styles, shortcuts, tests and examples of labels",
    Holds.NOTE: "notes",
    Holds.CLAIM: "claim records",
    Holds.REVIEWER: "names of reviewers",
    Holds.TIME: "times",
    Holds.ID: "ids of highlights",
}
"""What is lost where a format does not hold something, in the order in which it is told."""
ARTICLES = "articles"
FINISHED = "finished marks"
HIDDEN = "articles of which others' highlights, if there are any, are hidden"
HIGHLIGHTS = "highlights"
REVIEWED = "stretches reviewed as needing no label"
GUIDELINE = "the guideline of the codebook"
VERDICTS = "the verdicts to choose from"


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

    @property
    def reviewed_marks(self) -> int:
        """How many stretches of it were reviewed as needing no label."""
        return self._inner.reviewed_marks

    def highlights(self) -> Iterator[SentHighlight]:
        """Yield its highlights in user order."""
        counting, self._counting = self._counting, False
        number = 0
        for number, one in enumerate(self._inner.highlights(), 1):  # noqa: B007 - asked for below
            if counting:
                self._tally.highlight(one)
            yield one
        if counting:
            self._tally.article(self._inner, number)


class Tally:
    """Passes a project on and counts what is in it."""

    def __init__(self, inner: Sent, watch: Watch = UNWATCHED) -> None:
        self._inner, self._watch = inner, watch
        self._seen: set[str] = set()
        self.article_count = self.highlight_count = 0
        self.parted = False
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
        self.parted = self.parted or len(sent.highlight.spans) > 1
        self.found[Holds.REVIEWER] += 1
        self.found[Holds.TIME] += 1
        self.found[Holds.ID] += 1
        self.found[Holds.UNPLACED] += sent.highlight.orphaned
        self.found[Holds.NOTE] += bool(sent.note)
        told = sent.claim is not None and any(getattr(sent.claim, name) for name in CLAIM_FIELDS)
        self.found[Holds.CLAIM] += told or sent.highlight.cue is not None

    def article(self, sent: SentArticle, highlights: int) -> None:
        """Count an article of so many highlights."""
        one = sent.article
        self.article_count += 1
        self.found[Holds.EMPTY] += not highlights
        self.found[Holds.TEXT] += 1
        self.found[Holds.TITLE] += bool(one.title)
        spoken = one.language not in _UNKNOWN or one.direction != "ltr"
        self.found[Holds.METADATA] += spoken or any(getattr(one, name) for name in _METADATA)
        self.found[FINISHED] += bool(one.finished)
        self.found[REVIEWED] += sent.reviewed_marks

    def losses(self, form: AnnotationFormat, own: Iterable[Loss | Holds]) -> tuple[Loss, ...]:
        """Return all that a format loses of what was counted, its own account last."""
        told = list(own)
        lost = (set(Holds) - form.holds).union(one for one in told if isinstance(one, Holds))
        self.found[Holds.CODEBOOK] = self.found[Holds.SIGNS] = len(self.codebook.labels)
        unasked = [one for one in self._inner.articles() if one.article.id not in self._seen]
        left = sum(1 for one in unasked for _ in one.highlights())
        general = [Loss(ARTICLES, len(unasked)), Loss(HIGHLIGHTS, left)]
        general += [Loss(words, self.found[what]) for what, words in WORDS.items() if what in lost]
        if Holds.GUIDE in lost:
            general += _guide(self.codebook)
        general += [Loss(what, self.found[what]) for what in (FINISHED, REVIEWED)]
        general += [one for one in told if isinstance(one, Loss)]
        return tuple(one for one in general if one.count)


def _guide(codebook: Codebook) -> Iterator[Loss]:
    yield Loss(GUIDELINE, int(bool(codebook.guideline)))
    yield Loss(VERDICTS, int(codebook.verdicts != DEFAULT_VERDICTS))
