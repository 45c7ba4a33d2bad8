"""Reading where highlights and marks lie, piece by piece: around a place, and all in turn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from annotator.service.ports import Placed, PlacedKeys
from annotator.store import schema
from annotator.store.reading import assembled
from annotator.store.states import HIGHLIGHT, MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.service.ports import HighlightRow
    from annotator.store.layouts import Layout
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind

_LABELS = select(schema.label.c.key, schema.label.c.uuid)
# Statements are sent as they stand and rows taken as they come: an article can have 100,000.
_LABEL: Final = {HIGHLIGHT.name: "label_key", MARK.name: "0"}
_PARTS: Final = {
    kind.name: f"""
    SELECT owner.key, part.paragraph_key, part.start, part.length, part.continues,
        {_LABEL[kind.name]}
    FROM {{source}}
    CROSS JOIN {kind.parts} AS part ON part.{kind.owner} = owner.key
    {{condition}}
    ORDER BY owner.key, part.ordinal
    """  # noqa: S608 - the names are this program's own tables
    for kind in (HIGHLIGHT, MARK)
}
_BOUND: Final = {
    kind.name: f"""
    SELECT max(key) FROM (
        SELECT key FROM {kind.name} WHERE article_key = ? AND key > ? ORDER BY key LIMIT ?
    )"""  # noqa: S608 - the names are this program's own tables
    for kind in (HIGHLIGHT, MARK)
}
_BEHIND: Final = {
    kind.name: _PARTS[kind.name].format(
        source=f"{kind.name} AS owner",
        condition="WHERE owner.article_key = ? AND owner.key > ? AND owner.key <= ?",
    )
    for kind in (HIGHLIGHT, MARK)
}
_NEAR: Final = {
    kind.name: _PARTS[kind.name].format(
        source=f"{kind.name} AS owner",
        condition=f"""WHERE owner.key IN (
            SELECT held.{kind.owner} FROM json_each(?) AS paragraph
            CROSS JOIN {kind.parts} AS held ON held.paragraph_key = paragraph.value
        )""",  # noqa: S608 - the names are this program's own tables
    )
    for kind in (HIGHLIGHT, MARK)
}


class Placement:
    """The places of an article's highlights and marks in one of its revisions.

    What lies, wholly or in part, in paragraphs that the revision does not have is left out.
    """

    def __init__(self, lookup: Lookup, layout: Layout) -> None:
        self._connection = lookup.connection
        self._layout = layout
        self._labels: dict[int, str] = dict(iter(self._connection.execute(_LABELS)))

    def near(self, paragraphs: range) -> Placed:
        """Return what lies, also without a character, in some paragraphs, by number."""
        wanted = json.dumps(self._layout.keys[paragraphs.start : paragraphs.stop])
        highlights, marks = (self._rows(kind, _NEAR, wanted) for kind in (HIGHLIGHT, MARK))
        return _placed(highlights, marks, (0, 0))

    def behind(self, article: int, last: PlacedKeys, limit: int) -> Placed:
        """Return so many of an article's highlights and marks behind two keys."""
        bound, mark_bound = (
            self._fetch(_BOUND[kind.name], article, key, limit)[0][0] or key
            for kind, key in zip((HIGHLIGHT, MARK), last, strict=True)
        )
        highlights = self._rows(HIGHLIGHT, _BEHIND, article, last[0], bound)
        marks = self._rows(MARK, _BEHIND, article, last[1], mark_bound)
        return _placed(highlights, marks, (bound, mark_bound))

    def _rows(
        self, kind: Kind, statements: dict[str, str], *values: int | str
    ) -> list[HighlightRow]:
        labels = self._labels if kind is HIGHLIGHT else {0: ""}
        rows, _ = assembled(self._fetch(statements[kind.name], *values), self._layout, labels)
        return rows

    def _fetch(self, statement: str, *values: int | str) -> Sequence[Sequence[int]]:
        """Return plain tuples, which take half the time of SQLAlchemy's rows."""
        with self._connection.exec_driver_sql(statement, values) as result:
            assert result.cursor is not None  # noqa: S101 - a question has an answer
            return result.cursor.fetchall()


def _placed(
    highlights: Sequence[HighlightRow], marks: Sequence[HighlightRow], last: PlacedKeys
) -> Placed:
    return Placed(highlights, [(row.key, row.start, row.end) for row in marks], last)
