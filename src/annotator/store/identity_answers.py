"""Answers to what an import asks to know again what was here before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select, text

from annotator.store import schema
from annotator.store.columns import is_uuid, to_json
from annotator.store.lookup import chunks
from annotator.store.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotator.core.records import Article, ClaimRecord, Highlight
    from annotator.core.span import Span
    from annotator.store.lookup import Lookup
    from annotator.store.shelf import Shelf

_AT_ONCE: Final = 1_000
_ON: Final = Prepared(
    text("""
SELECT DISTINCT part.highlight_key FROM json_each(:places) AS place
CROSS JOIN part ON part.paragraph_key = json_extract(place.value, '$[0]')
AND part.start = json_extract(place.value, '$[1]')
AND part.length = json_extract(place.value, '$[2]') AND part.continues = 0
CROSS JOIN highlight ON highlight."key" = part.highlight_key
AND highlight.article_key = :of_article
ORDER BY part.highlight_key
""")
)
_item = schema.change_item.c


class IdentityAnswers:
    """Answers from the project file, beside those of ``FileQueries``."""

    _shelf: Shelf
    _lookup: Lookup

    def article(self, article_id: str) -> Article:
        """Return an article outside the trash; raise ``NotFoundError``."""
        raise NotImplementedError

    def _with_claims(self, keys: list[int]) -> list[tuple[Highlight, ClaimRecord | None]]:
        raise NotImplementedError

    def highlights_with_spans(
        self, article_id: str, spans: Collection[Span]
    ) -> list[tuple[Highlight, ClaimRecord | None]]:
        """Return an article's highlights of which a span is one of these, oldest first."""
        with self._shelf.reading() as connection:
            article = self._lookup.key(schema.article, self.article(article_id).id)
            layout = self._shelf.layout(article)
            inside = [one for one in spans if len(one) and one.end <= layout.paragraphs.length]
            places = [layout.parts([one])[0][:3] for one in inside]
            asked = {"places": to_json(places), "of_article": article}
            keys = [key for (key,) in _ON.all(connection, asked)]
            return [one for some in chunks(keys, _AT_ONCE) for one in self._with_claims(some)]

    def former_label_names(self, label_id: str) -> set[str]:
        """Return the names that a label had before its present one, and that one."""
        if not is_uuid(label_id):
            return set()
        with self._shelf.reading() as connection:
            uuid = label_id.lower()
            there = select(schema.label.c.name).where(schema.label.c.uuid == uuid)
            before = select(_item.before).where(_item.uuid == uuid, _item.before.is_not(None))
            names = set(connection.execute(there).scalars())
            states = connection.execute(before).scalars()
            return names | {str(one["name"]) for one in states if isinstance(one, dict)}
