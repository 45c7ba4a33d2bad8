"""What this program says of itself in a CAS: types of its own, and identifiers that others keep.

A highlight is a named entity for each of its spans, whose identifier is an address made of its
id; a structure of our own with the same identifier says the rest. Tools that do not know our
types drop those, and highlights still keep their ids.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.foreign_values import ForeignHighlight
from annotator.core.span import Span
from annotator.formats.shared.claims import claim_of
from annotator.formats.shared.our_data import article_data, piece_data
from annotator.formats.shared.spans import Piece
from annotator.formats.shared.times import iso_time
from annotator.service.reading.json_values import BadJsonError, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.formats.shared.spans import Utf16Spans
    from annotator.service.exchange_ports import SentArticle, SentHighlight

_OURS = "io.github.fact_annotator."
OUR_ARTICLE = f"{_OURS}Article"
OUR_HIGHLIGHT = f"{_OURS}Highlight"
ARTICLE_FEATURES = ("article_id", "text_sha256", "title", "url", "publisher", "published",
                    "language", "direction", "authors")  # fmt: skip
HIGHLIGHT_FEATURES = ("identifier", "label", "quote", "prefix", "suffix", "cue", "unplaced",
                      "reviewer", "reviewer_id", "created", "modified", "claim",
                      "place")  # fmt: skip
_ADDRESS = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
                      r"#fact-annotator(?:-([1-9]\d{0,5}))?")  # fmt: skip
_PAIR = re.compile(r"(\d{1,12})-(\d{1,12})")


def address_of(made_id: str) -> str:
    """Return the identifier of a highlight, or of a later span of one ("id/2").

    >>> address_of("0a/2")
    'urn:uuid:0a#fact-annotator-2'
    """
    whole, _, part = made_id.partition("/")
    return f"urn:uuid:{whole}#fact-annotator" + (f"-{part}" if part else "")


def our_id(identifier: str) -> str:
    """Return the id in an identifier that this program wrote; empty for every other."""
    found = _ADDRESS.fullmatch(identifier)
    if found is None:
        return ""
    return f"{found[1]}/{found[2]}" if found[2] else found[1]


def article_features(sent: SentArticle) -> dict[str, str]:
    """Return what an article's structure says."""
    told = article_data(sent)
    if "authors" in told:
        told["authors"] = _json(told["authors"])
    return told


def piece_features(piece: Piece, spans: Utf16Spans) -> dict[str, str]:
    """Return what the structure of a span's highlight says."""
    return _told(piece, spans) | {"quote": piece.quote}


def waiting_features(sent: SentHighlight, spans: Utf16Spans) -> dict[str, str]:
    """Return what the structure of a highlight says that has no text."""
    one = sent.highlight
    lost = one.unplaced
    told = _told(Piece(sent, one.hull, "", 0, 1), spans)
    told |= {"label": sent.label.key, "quote": one.quote, "place": _pair(spans(one.hull))}
    told["unplaced"] = lost.outcome if lost else "lost"
    around = {"prefix": lost.prefix, "suffix": lost.suffix} if lost else {}
    return told | {name: words for name, words in around.items() if words}


def our_metadata(told: Mapping[str, str]) -> dict[str, Any]:
    """Return what the structure of an article says, its authors as a list."""
    return {**told, "authors": _value(told.get("authors", ""))}


def our_highlight(
    found: ForeignHighlight, ours: Mapping[str, Mapping[str, str]]
) -> ForeignHighlight:
    """Return a highlight with what its structure says of it, if it is of this program."""
    told = ours.get(address_of(found.id)) if found.id else None
    return replace(found, **_fields(told, found.claim)) if told else found


def waiting_highlights(
    ours: Mapping[str, Mapping[str, str]], place: str
) -> Iterator[ForeignHighlight]:
    """Yield the highlights that had no text when they were written."""
    for told in ours.values():
        made_id = our_id(told.get("identifier", ""))
        if made_id and told.get("unplaced"):
            whole = ForeignHighlight((), told.get("label", ""), id=made_id, ours=True, place=place)
            yield replace(
                whole,
                **_fields(told, {}),
                spans=tuple(filter(None, [_span(told.get("place", ""))])),
                prefix=told.get("prefix", ""),
                suffix=told.get("suffix", ""),
                unplaced=told["unplaced"],
            )


def _told(piece: Piece, spans: Utf16Spans) -> dict[str, str]:
    told = {name: value for name, value in piece_data(piece).items() if value}
    told["identifier"] = address_of(told.pop("id"))
    if "claim" in told:
        told["claim"] = _json(told["claim"])
    if "cue" in told:
        told["cue"] = _pair(spans(Span(*told["cue"])))
    return told


def _pair(span: tuple[int, int]) -> str:
    return f"{span[0]}-{span[1]}"


def _span(told: str) -> tuple[int, int] | None:
    found = _PAIR.fullmatch(told)
    return (int(found[1]), int(found[2])) if found and int(found[1]) <= int(found[2]) else None


def _fields(told: Mapping[str, str], claim: Mapping[str, Any]) -> dict[str, Any]:
    quote = told.get("quote", "")
    return {
        "quotes": (quote,) if quote else (),
        "reviewer": told.get("reviewer", ""),
        "reviewer_id": told.get("reviewer_id", ""),
        "created": iso_time(told.get("created", "")),
        "modified": iso_time(told.get("modified", "")),
        "claim": {**claim_of(_value(told.get("claim", ""))), **claim},
        "cue": _span(told.get("cue", "")),
    }


def _json(value: Mapping[str, Any] | Iterable[str]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _value(told: str) -> object:
    try:
        return value_of(told) if told else None
    except BadJsonError:
        return None
