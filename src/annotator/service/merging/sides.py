"""The two sides of a conflict as they lie on the text of its article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core.edit import common_prefix, common_suffix
from annotator.core.request_errors import NotFoundError
from annotator.core.span import Span
from annotator.service.merging.conflicts import first_with
from annotator.team.joining import PRESENCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.records import Article
    from annotator.service.merging.conflicts import Conflict, Disputed
    from annotator.service.ports import Queries
    from annotator.team.shared import Json, SharedObject

AROUND = 50
LONGEST = 700
MOST_DIFFERENT = 400


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says of a highlight: whether it is there, its label, where it is.

    ``spans`` are those in the present text of the article, none where that is not known.
    """

    there: bool = True
    label_id: str = ""
    spans: tuple[Span, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of a conflict, on a passage of the article's text that begins at ``start``.

    ``theirs`` has one for each that stands against what is here.

    ``article`` is None where the conflict is outside of any, or the article is not here. Without
    a place in the text the passage is empty.
    """

    article: Article | None = None
    passage: str = ""
    start: int = 0
    ours: Side = Side()
    theirs: tuple[Side, ...] = ()

    @property
    def on_text(self) -> bool:
        """True where there is something to be shown on the text."""
        return any(one.quote for one in self.all)

    @property
    def all(self) -> tuple[Side, ...]:
        """What is here, and then what the others say."""
        return (self.ours, *self.theirs)


def sides_of(queries: Queries, conflict: Conflict) -> Sides:
    """Return what a conflict is about, as the project has it now; costs its article's text."""
    article, text = _article_of(queries, conflict.article_id)
    found = _highlight_of(queries, conflict)
    if found is None:
        return Sides(article)
    if article is None:
        article, text = _article_of(queries, str((found.shown("made") or {}).get("article", "")))
    digest = hashlib.sha256(text.encode()).hexdigest()
    disputes = {one.field: one for one in conflict.disputes}
    numbers = range(conflict.rivals if conflict.kind == "highlight" else 1)
    ours = _side(queries, found, disputes, digest)
    theirs = tuple(_side(queries, found, disputes, digest, side=one) for one in numbers)
    start, end = _stretch(text, [span for one in (ours, *theirs) for span in one.spans])
    return Sides(article, text[start:end], start, ours, theirs)


def _article_of(queries: Queries, article_id: str) -> tuple[Article | None, str]:
    """Return an article by any of its ids, with its text."""
    for row in rows_of(queries, "article", article_id):
        try:
            outline = queries.outline(row)
        except NotFoundError:
            continue
        return outline.article, outline.revision.text
    return None, ""


def rows_of(queries: Queries, kind: str, object_id: str) -> tuple[str, ...]:
    """Return the ids that an object goes by, one of which is its own in this file."""
    found = queries.shared_objects(kind, [object_id]).get(object_id) if object_id else None
    return (object_id, found.id, *found.aliases) if found is not None else ()


def _highlight_of(queries: Queries, conflict: Conflict) -> SharedObject | None:
    """Return the highlight that a conflict is of, or the first with the claim record it is of."""
    if conflict.kind == "claim":
        return first_with(queries, conflict.id)
    if conflict.kind != "highlight":
        return None
    return queries.shared_objects("highlight", [conflict.id]).get(conflict.id)


def _side(
    queries: Queries,
    found: SharedObject,
    disputes: dict[str, Disputed],
    digest: str,
    *,
    side: int | None = None,
) -> Side:
    def said(field: str) -> Json:
        one = disputes.get(field)
        return one.said_by(side) if one is not None else found.shown(field)

    present = disputes.get(PRESENCE)
    place: dict[str, Any] = said("place") or {}
    here: dict[str, Any] = place.get(digest) or next(iter(place.values()), {})
    spans = here.get("spans", ()) if digest in place else ()
    label = str(said("label") or "")
    known = {one.id for one in queries.codebook().labels}
    return Side(
        there=present is None or bool(present.said_by(side)),
        label_id=next((one for one in rows_of(queries, "label", label) if one in known), label),
        spans=tuple(Span(*one) for one in spans),
        quote=str(here.get("quote", "")),
    )


def _stretch(text: str, spans: Iterable[Span]) -> tuple[int, int]:
    """Return a stretch of a text around some spans that ends between words, if it can."""
    edges = [place for span in spans for place in (span.start, span.end)]
    if not edges:
        return 0, 0
    start = max(min(edges) - AROUND, 0)
    end = min(max(edges) + AROUND, start + LONGEST, len(text))
    if start:
        blank = text.find(" ", start, min(edges))
        start = blank + 1 if blank >= 0 else start
    if end < len(text):
        blank = text.rfind(" ", min(max(edges), end), end)
        end = blank if blank > start else end
    return start, end


def texts_told(queries: Queries, conflict: Conflict, dispute: Disputed) -> tuple[str, ...]:
    """Return of the texts of an article what differs, with some words around it.

    Nothing is told where they differ in nothing but where sentences end.
    """
    known = queries.texts_of(conflict.article_id)
    texts = []
    for value in (dispute.ours, *dispute.theirs):
        revision = known.get((value["sha256"], value["cut"]))
        texts.append(queries.revision(revision).text if revision is not None else "")
    ours, *others = texts
    if len(set(texts)) == 1:
        return ("",) * len(texts)
    first = min(common_prefix(ours, one) for one in others if one != ours)
    last = min(
        common_suffix(ours, one, min(len(ours), len(one)) - first) for one in others if one != ours
    )
    begin = max(first - AROUND // 2, 0)
    ends = [min(len(one) - last + AROUND // 2, begin + MOST_DIFFERENT) for one in texts]
    return tuple(_cut(one, begin, end) for one, end in zip(texts, ends, strict=True))


def _cut(text: str, start: int, end: int) -> str:
    """Return a stretch of a text with a sign on either side that there is more."""
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
