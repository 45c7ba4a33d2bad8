"""Highlights of a file that has no ids for them, known again by article, place, label, reviewer.

What a tool gives back without ids is here already if it lies where one of ours does, under the
same label. Two that are equal are two: the second of the file is the second of the project.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.service.incoming_claims import same_claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.records import ClaimRecord, Highlight
    from annotator.core.seen_texts import SeenTexts
    from annotator.core.span import Span
    from annotator.service.identity_queries import IdentityQueries
    from annotator.service.incoming import IncomingHighlight

    Here = tuple[Highlight, ClaimRecord | None]


class Unnamed(NamedTuple):
    """A highlight that no id tells; ``by_anyone`` says that the file does not tell whose it is."""

    coming: IncomingHighlight
    by_anyone: bool


class AlikeHighlights:
    """Finds which highlights of the project those of one file are; each is found once.

    ``ids`` are those that the file itself tells. What holds no ids often holds one span for each
    highlight, so the spans of one that has several are known by themselves, too.
    """

    def __init__(self, queries: IdentityQueries, ids: SeenTexts) -> None:
        self._queries, self._ids = queries, ids

    def among(self, article_id: str, unnamed: Sequence[Unnamed]) -> set[str]:
        """Return the ids of those coming that are in an article already."""
        placed = [one for one in unnamed if one.coming.unplaced is None]
        spans = {one.coming.spans[0] for one in placed}
        if not spans:
            return set()
        here: dict[Span, list[Here]] = {}
        for each in self._queries.highlights_with_spans(article_id, spans):
            for span in spans.intersection(each[0].spans):
                here.setdefault(span, []).append(each)
        found = set()
        for one in placed:
            several = here.get(one.coming.spans[0], ())
            if any(self._takes(key) for each in several for key in self._keys(one, each)):
                found.add(one.coming.id)
        return found

    def _keys(self, one: Unnamed, each: Here) -> Iterator[str]:
        """Yield what a highlight here is taken as, if it is the one that is coming."""
        coming, (highlight, claim) = one.coming, each
        if coming.label_id != highlight.label_id:
            return
        if not one.by_anyone and coming.reviewer_id != highlight.reviewer_id:
            return
        if coming.claim and not same_claim(coming.claim, claim):
            return
        if coming.spans == highlight.spans:
            yield highlight.id
        elif len(coming.spans) == 1 and highlight.id not in self._ids:
            yield f"{highlight.id} {coming.spans[0].start}"

    def _takes(self, key: str) -> bool:
        return self._ids.add(key)
