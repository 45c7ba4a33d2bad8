"""Highlights to review again: those whose words another text changed since they were last touched.

No flag is kept for it. A revision's change renews the quote and leaves ``modified`` alone, so the
history tells which words a highlight had when a reviewer last dealt with it. Of one that came with
a merge it does not, or not with the text: there the words are held beside it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, text

from annotator.store import schema
from annotator.store.shared_fields import SHARED, WAS
from annotator.store.states import HIGHLIGHT, REVISION

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_item = schema.change_item.c
_REVISED = (
    select(_item.sequence)
    .join(schema.revision, schema.revision.c.uuid == _item.uuid)
    .where(schema.revision.c.article_key == bindparam("of_article"))
    .where(schema.revision.c.number > 1, _item.kind == REVISION.name)
    .where(_item.before.is_(None))
    .order_by(_item.sequence)
)
_MOVED = (
    select(_item.before, _item.after)
    .where(_item.sequence == bindparam("of_sequence"), _item.kind == HIGHLIGHT.name)
    .order_by(_item.ordinal)
)
# The condition is that of a partial index: what is asked costs what is held in the article.
_HELD = text(
    f"""
SELECT "key", json_extract(shared, '$.held.{WAS}') FROM highlight
WHERE article_key = :of_article AND {schema.IS_HELD}
AND json_extract(shared, '$.held.{WAS}') IS NOT NULL
"""  # noqa: S608 - our own names
)


def words_before(connection: Connection, article: int) -> dict[int, tuple[str, str]]:
    """Return ``modified`` and the words before the first other text since then, by highlight key.

    Costs what the article's revisions moved, and what merges put on other words.
    """
    asked = {"of_article": article}
    held = {key: json.loads(was) for key, was in connection.execute(_HELD, asked)}
    return {key: _told(was) for key, was in held.items()} | _in_history(connection, article)


def _in_history(connection: Connection, article: int) -> dict[int, tuple[str, str]]:
    found: dict[int, tuple[str, str]] = {}
    for sequence in connection.execute(_REVISED, {"of_article": article}).scalars().all():
        for before, after in connection.execute(_MOVED, {"of_sequence": sequence}):
            if before is None or after is None or before["modified"] != after["modified"]:
                continue
            known = found.get(before["key"])
            if known is None or known[0] != before["modified"]:
                was = (before.get(SHARED) or {}).get("held", {}).get(WAS)
                told = (before["modified"], before["quote"])
                earlier = was is not None and was["modified"] == before["modified"]
                found[before["key"]] = _told(was) if earlier else told
    return found


def _told(was: dict[str, str]) -> tuple[str, str]:
    return was["modified"], was["quote"]
