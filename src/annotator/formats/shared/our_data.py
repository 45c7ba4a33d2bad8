"""What this program says of itself in files of other tools, in places that those carry along.

An article is known by ``article_id`` together with ``text_sha256``; a highlight's spans after the
first have its id with a slash and their number behind. ``offset_unit`` says what positions count,
as written: a tool that rewrites them all and keeps it counts in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.core.foreign_values import ForeignArticle, ForeignHighlight
from annotator.formats.shared.claims import claim_json
from annotator.formats.shared.known_keys import article_faults
from annotator.formats.shared.span_values import words
from annotator.service.reading.values import names_in

if TYPE_CHECKING:
    from annotator.formats.shared.spans import Piece
    from annotator.service.exchange_ports import SentArticle

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_METADATA = ("title", "url", "publisher", "published", "language", "direction")


def article_data(sent: SentArticle, *, unit: str = "") -> dict[str, Any]:
    """Return what tells an article, without what is empty; all are words, but for the authors."""
    one = sent.article
    found: dict[str, Any] = {"article_id": one.id, "text_sha256": sent.revision.text_sha256}
    found |= {name: getattr(one, name) for name in _METADATA}
    if one.authors:
        found["authors"] = list(one.authors)
    if unit:
        found["offset_unit"] = unit
    return {name: value for name, value in found.items() if value}


def told_article(values: Mapping[str, Any], text: str | None, place: str) -> ForeignArticle:
    """Return an article by what is told of it in a mapping, which may be anything."""
    article_id, digest = words(values.get("article_id")), words(values.get("text_sha256"))
    ours = _UUID.fullmatch(article_id) is not None and bool(digest)
    return ForeignArticle(
        title=words(values.get("title")),
        text=text,
        article_id=article_id if ours else "",
        text_sha256=digest if ours else "",
        url=words(values.get("url")),
        publisher=words(values.get("publisher")),
        authors=names_in(values.get("authors") or ()),
        published=words(values.get("published")),
        language=words(values.get("language")) if ours else "",
        direction=words(values.get("direction")) if ours else "",
        place=place,
        faults=partial(article_faults, values),
    )


def told_unit(values: Mapping[str, Any]) -> str:
    """Return what a mapping says that positions count; empty where it does not."""
    return words(values.get("offset_unit"))


def piece_data(piece: Piece) -> dict[str, Any]:
    """Return what tells a span of a highlight beside its place and label."""
    one = piece.sent.highlight
    found: dict[str, Any] = {
        "id": one.id if not piece.part else f"{one.id}/{piece.part + 1}",
        "reviewer": piece.sent.reviewer.name,
        "reviewer_id": piece.sent.reviewer.id,
        "created": one.created,
        "modified": one.modified,
    }
    if piece.part:
        return found
    claim, cue = claim_json(piece.sent.claim), one.cue
    found |= {"claim": claim} if claim else {}
    return found | ({"cue": [cue.start, cue.end]} if cue else {})


def joined(highlights: Iterable[ForeignHighlight]) -> tuple[ForeignHighlight, ...]:
    """Return highlights with the spans put together that were written as parts of one.

    A part whose first one is gone stays by itself, with its own id.
    """
    found: dict[str, ForeignHighlight] = {}
    for number, one in enumerate(highlights):
        first, _, part = one.id.partition("/")
        ours = _UUID.fullmatch(first) is not None
        whole = found.get(first)
        if ours and part and whole is not None:
            spans, quotes = whole.spans + one.spans, whole.quotes + one.quotes
            found[first] = replace(whole, spans=spans, quotes=quotes)
        else:
            key = one.id if one.id and one.id not in found else f"{number} {one.id}"
            found[key] = replace(one, ours=ours and not part)
    return tuple(found.values())
