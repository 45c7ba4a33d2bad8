"""Which spans of an article bear a label already, from one question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.store import schema

if TYPE_CHECKING:
    from annotator.core.span import Span
    from annotator.store.layouts import Part
    from annotator.store.shelf import Shelf

_PARTS: Final = text("""
SELECT highlight."key", part.paragraph_key, part.start, part.length, part.continues
FROM highlight CROSS JOIN part ON part.highlight_key = highlight."key"
WHERE highlight.article_key = :of_article AND highlight.label_key = :of_label
AND highlight.reviewer_key = :of_reviewer
ORDER BY highlight."key", part.ordinal
""")


def spans_tagged(shelf: Shelf, article_id: str, label_id: str, reviewer_id: str) -> set[Span]:
    """Return the single spans that a reviewer's highlights of one label have in an article."""
    lookup = shelf.lookup
    reviewer = lookup.find_key(schema.reviewer, reviewer_id)
    label = lookup.find_key(schema.label, label_id)
    article = lookup.key(schema.article, article_id)
    if reviewer is None or label is None:
        return set()
    asked = {"of_article": article, "of_label": label, "of_reviewer": reviewer}
    found: dict[int, list[Part]] = {}
    for key, *part in lookup.connection.execute(_PARTS, asked):
        found.setdefault(key, []).append(part)
    layout = shelf.layout(article)
    placed = (layout.spans(parts) for parts in found.values() if layout.holds(parts))
    return {spans[0] for spans in placed if len(spans) == 1}
