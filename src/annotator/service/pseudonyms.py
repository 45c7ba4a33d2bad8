"""A project on its way out in which nobody is named: pseudonyms for names, other ids for ids."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from annotator.core.records import Reviewer
from annotator.service.bundle.pseudonyms import pseudonyms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.records import Article, Codebook, Revision
    from annotator.service.exchange_ports import Sent, SentArticle, SentHighlight

# What an id becomes cannot be told back from it without the project.
_NAMESPACE = UUID("6e1f3b0c-52a4-5d0b-8f0a-0d6a4f6f7f10")


class Disguised:
    """What is sent, with other names and ids for reviewers: the names that bundles have, too."""

    def __init__(self, sent: Sent) -> None:
        self._sent = sent

    @property
    def project_id(self) -> str:
        """The id of the project."""
        return self._sent.project_id

    @property
    def name(self) -> str:
        """The project's name."""
        return self._sent.name

    @property
    def codebook(self) -> Codebook:
        """The labels, archived ones included."""
        return self._sent.codebook

    @cached_property
    def reviewers(self) -> tuple[Reviewer, ...]:
        """Everyone whose work the project holds, under other names."""
        return tuple(self.disguised(one) for one in self._sent.reviewers)

    @cached_property
    def _disguises(self) -> dict[str, Reviewer]:
        names = pseudonyms(one.id for one in self._sent.reviewers)
        return {one: self._disguise(one, name) for one, name in names.items()}

    def _disguise(self, reviewer_id: str, name: str) -> Reviewer:
        return Reviewer(str(uuid5(_NAMESPACE, f"{self.project_id} {reviewer_id}")), name)

    def disguised(self, reviewer: Reviewer) -> Reviewer:
        """Return a reviewer under another name."""
        known = self._disguises.get(reviewer.id)
        if known is None:
            (name,) = pseudonyms([reviewer.id]).values()
            known = self._disguise(reviewer.id, name)
            self._disguises[reviewer.id] = known
        return known

    def articles(self) -> Iterator[SentArticle]:
        """Yield the articles, oldest first."""
        for one in self._sent.articles():
            yield _DisguisedArticle(one, self)


class _DisguisedArticle:
    """An article whose highlights nobody is named of."""

    def __init__(self, sent: SentArticle, whole: Disguised) -> None:
        self._sent, self._whole = sent, whole

    @cached_property
    def article(self) -> Article:
        """The article."""
        found = self._sent.article
        people = (Reviewer(by, by) for by, _ in found.finishings)
        ids = {one.id: self._whole.disguised(one).id for one in people}
        told = tuple(sorted((ids[by], at) for by, at in found.finishings))
        by = ids.get(found.finished_by or "")
        return replace(found, finished_by=by, finishings=told)

    @property
    def revision(self) -> Revision:
        """Its current text, and where its sentences end."""
        return self._sent.revision

    @property
    def reviewed_marks(self) -> int:
        """How many stretches of it were reviewed as needing no label."""
        return self._sent.reviewed_marks

    def highlights(self) -> Iterator[SentHighlight]:
        """Yield its highlights in user order."""
        for one in self._sent.highlights():
            reviewer = self._whole.disguised(one.reviewer)
            highlight = replace(one.highlight, reviewer_id=reviewer.id)
            yield replace(one, highlight=highlight, reviewer=reviewer)
