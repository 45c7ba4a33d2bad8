"""Highlights to review again: those whose words a revision changed since they were last touched.

No flag is kept for it. A revision's change renews the quote and leaves ``modified`` alone, so the
history tells which words a highlight had when a reviewer last dealt with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from annotator.store import schema
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


def words_before(connection: Connection, article: int) -> dict[int, tuple[str, str]]:
    """Return ``modified`` and the words before the first revision since then, by highlight key.

    Costs what the article's revisions moved.
    """
    found: dict[int, tuple[str, str]] = {}
    for sequence in connection.execute(_REVISED, {"of_article": article}).scalars().all():
        for before, after in connection.execute(_MOVED, {"of_sequence": sequence}):
            if before is None or after is None or before["modified"] != after["modified"]:
                continue
            known = found.get(before["key"])
            if known is None or known[0] != before["modified"]:
                found[before["key"]] = (before["modified"], before["quote"])
    return found
