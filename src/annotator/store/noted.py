"""Which highlights have a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from annotator.store import schema

if TYPE_CHECKING:
    from annotator.store.shelf import Shelf

_NOTED = (
    select(schema.highlight.c.key)
    .join(schema.claim, schema.claim.c.key == schema.highlight.c.claim_key)
    .where(schema.highlight.c.article_key == bindparam("of_article"))
    .where(schema.claim.c.note != "")
    .order_by(schema.highlight.c.key)
)


class NotedHighlights:
    """Answers about notes from the project file."""

    _shelf: Shelf

    def noted_highlights(self, article_id: str) -> list[int]:
        """Return the keys of an article's highlights whose claim record has a note."""
        with self._shelf.reading() as connection:
            article = self._shelf.lookup.key(schema.article, article_id)
            return list(connection.execute(_NOTED, {"of_article": article}).scalars())
