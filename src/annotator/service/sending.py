"""A project on its way out: article by article, with what each highlight refers to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import MisunderstoodSearchError, QuoteMismatchError
from annotator.core.records import Reviewer, quote_of
from annotator.service.exchange_ports import SentHighlight

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from annotator.core.records import Article, Codebook, Highlight, Label, Revision
    from annotator.core.search_query import Misunderstood
    from annotator.service.ports import Queries


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a project is sent: articles by their ids, highlights that fit a search; None is all.

    ``label_ids`` are the labels that the codebook has on its way out, with all that are used.
    ``search`` is in the language of the search field, such as ``label:claim has:note``.
    """

    article_ids: frozenset[str] | None = None
    search: str = ""
    label_ids: frozenset[str] | None = None


class ProjectArticle:
    """An article out of a project file; its text is read once it is asked for."""

    def __init__(self, article: Article, project: ProjectSent) -> None:
        self.article = article
        self._project = project

    @property
    def revision(self) -> Revision:
        """Its current text."""
        return self._project.revision_of(self.article.id)

    @property
    def reviewed_marks(self) -> int:
        """How many stretches of it were reviewed as needing no label."""
        return self._project.marks_by_article.get(self.article.id, 0)

    def highlights(self) -> Iterator[SentHighlight]:
        """Yield its highlights in user order.

        Raises:
            QuoteMismatchError: a highlight's quote is not the text at its place.

        """
        return self._project.highlights_of(self)


class ProjectSent:
    """A project, or what a choice leaves of it."""

    def __init__(self, queries: Queries, choice: Choice | None = None) -> None:
        self.queries = queries
        self.choice = choice or Choice()
        self._last: tuple[str, Revision] | None = None

    @property
    def project_id(self) -> str:
        """The id of the project."""
        return self.queries.project_id

    @property
    def name(self) -> str:
        """The project's name."""
        return self.queries.name

    @cached_property
    def codebook(self) -> Codebook:
        """The labels, archived ones included, and with those chosen the ones above them."""
        whole, chosen = self.queries.codebook(), self.choice.label_ids
        if chosen is None:
            return whole
        above = {one.id: one.parent_id for one in whole.labels}
        kept: set[str] = set()
        for one in chosen:
            label_id: str | None = one
            while label_id and label_id not in kept:
                kept.add(label_id)
                label_id = above.get(label_id)
        return replace(whole, labels=tuple(one for one in whole.labels if one.id in kept))

    @cached_property
    def reviewers(self) -> tuple[Reviewer, ...]:
        """Everyone whose work the project holds."""
        return tuple(self.queries.reviewers())

    @cached_property
    def marks_by_article(self) -> Mapping[str, int]:
        """How many reviewed marks each article has that has any."""
        return self.queries.marks_by_article()

    @cached_property
    def _labels(self) -> dict[str, Label]:
        return {label.id: label for label in self.codebook.labels}

    @cached_property
    def _people(self) -> dict[str, Reviewer]:
        return {reviewer.id: reviewer for reviewer in self.reviewers}

    def articles(self) -> Iterator[ProjectArticle]:
        """Yield the articles, oldest first."""
        wanted = self.choice.article_ids
        for summary in self.queries.articles():
            if wanted is None or summary.article.id in wanted:
                yield ProjectArticle(summary.article, self)

    def revision_of(self, article_id: str) -> Revision:
        """Return the current text of an article; that of the last one asked for is at hand."""
        if self._last is None or self._last[0] != article_id:
            self._last = (article_id, self.queries.outline(article_id).revision)
        return self._last[1]

    def highlights_of(self, article: ProjectArticle) -> Iterator[SentHighlight]:
        """Yield an article's highlights that are chosen, each checked against its text."""
        for highlight, claim in self.queries.sent_highlights(
            article.article.id, among=self._chosen
        ):
            _check(highlight, article)
            reviewer = self._people.get(highlight.reviewer_id)
            yield SentHighlight(
                highlight,
                self._labels[highlight.label_id],
                reviewer or Reviewer(highlight.reviewer_id, highlight.reviewer_id),
                claim,
            )

    @cached_property
    def _chosen(self) -> Container[int] | None:
        """The keys of the highlights that are chosen, None for all.

        Raises:
            MisunderstoodSearchError: the search is not all understood.

        """
        if not self.choice.search:
            return None
        found = self.queries.matching_highlights(self.choice.search)
        if found.misunderstood:
            told = " ".join(map(self._told, found.misunderstood))
            raise MisunderstoodSearchError(self.choice.search, told=told)
        return found

    def _told(self, one: Misunderstood) -> str:
        """Return what is wrong with a piece of a search, and the names that it could have."""
        known = {
            "label": [label.key for label in self.queries.codebook().labels],
            "reviewer": [reviewer.name for reviewer in self.reviewers],
        }
        names = known.get(one.piece.lstrip("-").partition(":")[0].casefold(), [])
        listed = f" There are {', '.join(names)}." if names and one.trouble == "name" else ""
        return one.sentence + listed


def _check(highlight: Highlight, article: ProjectArticle) -> None:
    if highlight.orphaned:
        return
    if quote_of(article.revision.text, highlight.spans) != highlight.quote:
        hull = highlight.hull
        raise QuoteMismatchError(highlight.id, hull.start, hull.end)
