"""An open article's sentences between revisions of the same text: cut anew where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.core.records import Revision
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.editable_sentences import EditableSentences
    from annotator.core.sentences import SentenceEffect
    from annotator.service.changes import Changes


class Recut(NamedTuple):
    """Sentences that were cut anew: where they lie, and which gave way to how many."""

    span: Span
    effect: SentenceEffect


class Twins:
    """The revisions of one text that an open article was at, or was told of, by their ids."""

    def __init__(self, revision: Revision) -> None:
        self._known = {revision.id: revision}

    def learn(self, changes: Changes, *, like: Revision) -> None:
        """Remember the revisions that a change brings, as far as their text is the same."""
        for _, one in changes.of(Revision):
            if one is not None and one.article_id == like.article_id and one.text == like.text:
                self._known[one.id] = one

    def get(self, revision_id: str) -> Revision | None:
        """Return a revision of the same text, None where it is not known to be one."""
        return self._known.get(revision_id)


def recut(sentences: EditableSentences, before: Revision, after: Revision) -> Iterator[Recut]:
    """Cut sentences as another revision of the same text does, and yield what that altered."""
    pairs = zip(before.sentence_ends, after.sentence_ends, strict=True)
    for number, (old, new) in enumerate(pairs):
        if old != new:
            start = sentences.paragraph(number).start
            low, high = _stretch(old, new)
            effect = sentences.set_paragraph_ends(number, new)
            yield Recut(Span(start + low, start + high), effect)


def _stretch(old: Sequence[int], new: Sequence[int]) -> tuple[int, int]:
    """Return the stretch of a paragraph outside of which both end sentences alike.

    >>> _stretch((4, 9, 12), (4, 6, 9, 12))
    (4, 9)
    """
    alike, other = set(old) & set(new), set(old) ^ set(new)
    low = max((end for end in alike if end < min(other)), default=0)
    return low, min(end for end in alike if end > max(other))
