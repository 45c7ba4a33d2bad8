"""What a unit of work reads: the project's answers, under the lock that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from annotator.core.records import Article, ClaimRecord, Highlight, ReviewedMark, Revision
    from annotator.core.span import Span
    from annotator.store.queries import FileQueries


class WorkReading:
    """The questions of a unit of work, handed on."""

    _queries: FileQueries

    def article(self, article_id: str) -> Article:
        """Return an article outside the trash; raise ``NotFoundError``."""
        return self._queries.article(article_id)

    def revision(self, revision_id: str) -> Revision:
        """Return a revision with its text; raise ``NotFoundError``."""
        return self._queries.revision(revision_id)

    def article_with_text(self, text_sha256: str) -> Article | None:
        """Return the article outside the trash whose current text has that digest."""
        return self._queries.article_with_text(text_sha256)

    def texts_there(self, digests: Collection[str]) -> set[str]:
        """Return those of some digests that the current text of an article has."""
        return self._queries.texts_there(digests)

    def highlight(self, highlight_id: str) -> Highlight:
        """Return a highlight by its id; raise ``NotFoundError``."""
        return self._queries.highlight_by_id(highlight_id)

    def claim(self, claim_id: str) -> ClaimRecord:
        """Return a claim record by its id; raise ``NotFoundError``."""
        return self._queries.claim(claim_id)

    def highlights_on(
        self, article_id: str, span: Span, *, label_id: str, reviewer_id: str
    ) -> list[Highlight]:
        """Return a reviewer's highlights of one label that cover just this span."""
        known = {"label_id": label_id, "reviewer_id": reviewer_id}
        return self._queries.highlights_on(article_id, span, **known)

    def spans_tagged(self, article_id: str, *, label_id: str, reviewer_id: str) -> set[Span]:
        """Return the single spans that a reviewer's highlights of one label have in an article."""
        return self._queries.spans_tagged(article_id, label_id=label_id, reviewer_id=reviewer_id)

    def marks_at(self, article_id: str, start: int, end: int) -> list[ReviewedMark]:
        """Return the reviewed marks sharing a code point with ``[start, end)``."""
        return self._queries.marks_at(article_id, start, end)

    def placed_in(
        self, article_id: str, paragraphs: Sequence[range]
    ) -> list[Highlight | ReviewedMark]:
        """Return what lies, also without a character, in paragraphs of the current text."""
        return self._queries.placed_in(article_id, paragraphs)

    def highlights_named(self, highlight_ids: Iterable[str]) -> Iterator[Highlight]:
        """Yield highlights by their ids, each once; raise ``NotFoundError`` where one is not."""
        return self._queries.highlights_named(highlight_ids)

    def other_guidelines(self) -> frozenset[int]:
        """Return the codebook's revisions whose guideline had another text than it has now."""
        return self._queries.other_guidelines()

    def labelled(self, label_id: str) -> Iterator[Highlight]:
        """Yield every highlight of a label, those in the trash too, by key."""
        return self._queries.labelled(label_id)

    def was_used(self, label_id: str) -> bool:
        """Tell whether a label ever had a highlight, or has a label under it."""
        return self._queries.was_used(label_id)

    def sharing(self, claim_id: str) -> list[Highlight]:
        """Return the highlights that share a claim record, those in the trash too."""
        return self._queries.all_sharing(claim_id)
