"""Keys in what this program writes that are none of its own, but nearly one that is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from annotator.core.records import Article, ClaimRecord, Evidence, Label, Reviewer
from annotator.formats.shared.times import iso_time
from annotator.service.own_checks import bad_id
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

_ALIKE: Final = 0.75
_CLAIM: Final = frozenset(one.name for one in fields(ClaimRecord))
_EVIDENCE: Final = frozenset(one.name for one in fields(Evidence))
OF_LABEL: Final = frozenset(one.name for one in fields(Label)) | {"type"}
OF_REVIEWER: Final = frozenset(one.name for one in fields(Reviewer)) | {"type"}
OF_ARTICLE: Final = frozenset(one.name for one in fields(Article)) | {
    "type", "revision", "text_sha256", "segmenter", "sentence_ends", "text",
}  # fmt: skip
OF_PROJECT: Final = frozenset(
    ("type", "generator", "id", "name", "codebook_revision", "guideline", "verdicts")
)
OF_ROW: Final = frozenset((
    "type", "id", "article_id", "title", "text_sha256", "start", "end", "start_utf16",
    "end_utf16", "start_utf8", "end_utf8", "quote", "prefix", "suffix", "label", "label_id",
    "reviewer", "reviewer_id", "created", "modified", "codebook_revision", "sentences", "claim",
    "cue", "lost_quote", "unplaced", "spans", "quotes",
))  # fmt: skip
OF_WAITING: Final = frozenset(("outcome", "prefix", "suffix", "candidates"))
OF_CANDIDATE: Final = frozenset(("spans", "quote", "score"))
_CARRIED: Final = frozenset(
    ("id", "reviewer", "reviewer_id", "created", "modified", "claim", "cue")
)
_METADATA: Final = frozenset((
    "article_id", "text_sha256", "title", "url", "publisher", "published", "language",
    "direction", "authors",
))  # fmt: skip


def misspelled(found: Iterable[str], known: AbstractSet[str]) -> Iterator[str]:
    """Yield which keys are not known, but nearly one that is not among them.

    >>> list(misspelled(("start", "rewiewer"), {"start", "reviewer"}))
    ['“rewiewer” seems to be meant for “reviewer”']
    """
    keys = set(found)
    for name in sorted(map(str, keys - known)):
        missing = sorted(known - keys)
        near = get_close_matches(name, missing, 1, _ALIKE) or [
            one for one in missing if _one_letter_off(name, one)
        ]
        if near:
            yield Remark.MISSPELLED.of(told=name, meant=near[0])


def _one_letter_off(one: str, other: str) -> bool:
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and sum(first != second for first, second in pairs) == 1


def claim_faults(claim: object) -> Iterator[str]:
    """Yield which keys of a claim record as this program writes it are misspelled."""
    if not isinstance(claim, Mapping):
        return
    yield from misspelled(claim, _CLAIM)
    evidence = claim.get("evidence")
    for one in evidence if isinstance(evidence, (list, tuple)) else ():
        if isinstance(one, Mapping):
            yield from misspelled(one, _EVIDENCE)


def row_faults(values: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong in a line of this program's for a highlight."""
    yield from misspelled(values, OF_ROW)
    yield from claim_faults(values.get("claim"))
    for name in ("created", "modified"):
        if not iso_time(values.get(name)):
            yield Remark.BAD_TIME.of(name=name)


def is_carried(values: Mapping[str, Any]) -> bool:
    """Tell whether values have keys that this program alone writes of a highlight."""
    return "reviewer_id" in values or "modified" in values


def carried_faults(values: Mapping[str, Any], more: Iterable[str] = ()) -> Iterator[str]:
    """Yield what is wrong in what other tools carry along of a highlight; ``more`` are more keys.

    What has none of this program's keys is not of it.
    """
    if is_carried(values):
        yield from misspelled(values, _CARRIED.union(more))
        yield from claim_faults(values.get("claim"))


def article_faults(values: Mapping[str, Any], more: Iterable[str] = ()) -> Iterator[str]:
    """Yield what is wrong in what other tools carry along of an article; ``more`` are more keys."""
    if values.keys() & {"article_id", "text_sha256"}:
        yield from misspelled(values, _METADATA.union(more))
        named = values.get("article_id")
        if isinstance(named, str) and bad_id(named):
            yield Remark.BAD_ARTICLE_ID.of(id=named)
