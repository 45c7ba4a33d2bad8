"""What a review of a claim shows otherwise than the highlight that stands with it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from annotator.core.records import BETWEEN_SPANS
from annotator.formats.shared.known_keys import misspelled
from annotator.formats.shared.span_values import texts_of, words
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

_REVIEW: Final = frozenset((
    "@type", "@id", "url", "datePublished", "author", "claimReviewed", "itemReviewed",
    "reviewRating", "reviewBody", "citation", "urn:fact-annotator:highlight",
))  # fmt: skip
_DAY: Final = len("2026-03-04")


def review_faults(review: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is misspelled in a review, and what it does not share with its highlight."""
    yield from misspelled(review, _REVIEW)
    row = _at(review, "urn:fact-annotator:highlight", "@value")
    if not isinstance(row, Mapping):
        return  # which reading it tells
    held = row.get("claim")
    claim = held if isinstance(held, Mapping) else {}
    quote = BETWEEN_SPANS.join(texts_of(row.get("quotes"))) or words(row.get("quote"))
    lost = words(row.get("lost_quote"))
    told = {
        ("claimReviewed",): words(claim.get("restated")) or lost or quote,
        ("author", "name"): words(row.get("reviewer")),
        ("datePublished",): max(words(row.get("modified")), words(claim.get("modified")))[:_DAY],
        ("itemReviewed", "author", "name"): words(claim.get("speaker")),
        ("itemReviewed", "appearance", "headline"): words(row.get("title")),
        ("itemReviewed", "datePublished"): words(claim.get("claim_date")),
        ("reviewRating", "alternateName"): words(claim.get("verdict")),
        ("reviewBody",): words(claim.get("justification")),
    }
    for names, right in told.items():
        if (shown := words(_at(review, *names) or "")) != right:
            yield Remark.REVIEWED_OTHERWISE.of(name=".".join(names), told=shown, right=right)
    page = words(_at(review, "itemReviewed", "appearance", "url") or "").partition("#:~:")[0]
    if page != words(review.get("url", "")).partition("#:~:")[0]:
        yield Remark.OTHER_ADDRESS.of()


def _at(value: object, *names: str) -> object:
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
