"""What the codebook, claim records and the finished mark ask of a store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.queue_order import QueueOrder
    from annotator.core.records import Article, Guideline, Highlight, Timestamp


@dataclass(frozen=True, slots=True)
class ArticleOverview:
    """What is done and what is left in one article; ``by_label`` counts by label key.

    ``finishers`` are the names of all who finished it, in order; ``finished`` is when the reviewer
    who works here did, else the last of the others.
    """

    article_id: str
    title: str
    sentences: int
    reviewed: int
    highlights: int
    by_label: dict[str, int]
    finished: Timestamp
    finishers: tuple[str, ...] = ()

    @property
    def unreviewed(self) -> int:
        """How many sentences nobody reviewed."""
        return self.sentences - self.reviewed


class CodebookWork(Protocol):
    """What a unit of work tells beside single records."""

    @property
    def guideline(self) -> Guideline:
        """Return the guideline as a record that can be put."""
        ...

    def put_all(self, highlights: Iterable[Highlight]) -> None:
        """Replace highlights that are there, many at a time, as ``put`` would one by one."""
        ...

    def highlights_named(self, highlight_ids: Iterable[str]) -> Iterator[Highlight]:
        """Yield highlights by their ids, each once; raise ``NotFoundError`` where one is not."""
        ...

    def other_guidelines(self) -> frozenset[int]:
        """Return the codebook's revisions whose guideline had another text than it has now."""
        ...

    def labelled(self, label_id: str) -> Iterator[Highlight]:
        """Yield every highlight of a label, those in the trash too, by key."""
        ...

    def was_used(self, label_id: str) -> bool:
        """Tell whether a label ever had a highlight, or has a label under it."""
        ...

    def sharing(self, claim_id: str) -> list[Highlight]:
        """Return the highlights that share a claim record, those in the trash too."""
        ...

    def unreviewed(self, article_id: str) -> int:
        """Count the sentences that nobody reviewed, this unit of work accounted for."""
        ...


class CodebookQueries(Protocol):
    """What can be asked about guidelines, speakers and what is left to do."""

    def outdated(self, label_id: str | None = None) -> Iterator[Highlight]:
        """Yield the highlights made under an older guideline than their label's, streamed.

        They come by label, those under the oldest guideline first.
        """
        ...

    def outdated_counts(self) -> dict[str, int]:
        """Count the highlights made under an older guideline, by label id; none is left out."""
        ...

    def other_guidelines(self) -> frozenset[int]:
        """Return the codebook's revisions whose guideline had another text than it has now."""
        ...

    def label_uses(self) -> dict[str, int]:
        """Count the highlights by label id, those in the trash too."""
        ...

    def speakers(self, beginning: str = "", *, limit: int = 20) -> list[str]:
        """Return speakers named before, most frequent first.

        Those of which a word begins like ``beginning``, case and accents aside.
        """
        ...

    def sharing(self, claim_id: str) -> list[Highlight]:
        """Return the highlights outside the trash that share a claim record."""
        ...

    def overview(self) -> list[ArticleOverview]:
        """Return what is done and left in every article outside the trash, oldest first."""
        ...

    def queue(self, order: QueueOrder = "added", *, seed: str = "") -> list[str]:
        """Return the ids of the articles that are not finished, in an order.

        ``date`` is the oldest publication first, ``random`` the same for the same seed.
        """
        ...

    def next_unfinished(
        self, after: str | None = None, *, order: QueueOrder = "added", seed: str = ""
    ) -> Article | None:
        """Return the unfinished article that follows one in an order, from the end to the start.

        None where no other one is left.
        """
        ...
