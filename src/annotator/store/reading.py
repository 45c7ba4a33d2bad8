"""Reading highlights and marks in bulk: by article, by place, by key."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, text

from annotator.core.span import Span
from annotator.service.ports import HighlightRow
from annotator.store import schema
from annotator.store.lookup import chunks
from annotator.store.prepared import Prepared
from annotator.store.states import HIGHLIGHT, MARK, State, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.store.layouts import Layout
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind

_part = schema.part.c
_PLACED = (
    select(
        _part.highlight_key,
        _part.paragraph_key,
        _part.start,
        _part.length,
        _part.continues,
        schema.highlight.c.label_key,
    )
    .join(schema.highlight, schema.highlight.c.key == _part.highlight_key)
    .where(schema.highlight.c.article_key == bindparam("of_article"))
    .order_by(_part.highlight_key, _part.ordinal)
)
_LABELS = select(schema.label.c.key, schema.label.c.uuid)
_ON = Prepared(
    select(_part.highlight_key)
    .join(schema.highlight, schema.highlight.c.key == _part.highlight_key)
    .where(
        _part.paragraph_key == bindparam("of_paragraph"),
        _part.start == bindparam("from_here"),
        _part.length == bindparam("so_long"),
        _part.ordinal == 0,
        schema.highlight.c.label_key == bindparam("of_label"),
        schema.highlight.c.reviewer_key == bindparam("of_reviewer"),
    )
    .order_by(_part.highlight_key)
)
_AT = {
    kind.name: text(f"""
    SELECT DISTINCT part.{kind.owner}
    FROM json_each(:regions) AS region CROSS JOIN {kind.parts} AS part
    WHERE part.paragraph_key = json_extract(region.value, '$[0]')
    AND part.start < json_extract(region.value, '$[2]')
    AND part.start + part.length > json_extract(region.value, '$[1]')
    AND part.length > 0
    """)  # noqa: S608 - the names are this program's own tables
    for kind in (HIGHLIGHT, MARK)
}


def placed_rows(
    lookup: Lookup, article: int, layout: Layout
) -> tuple[list[HighlightRow], set[int]]:
    """Return the spans of an article's highlights by key and part, from one question.

    Beside them come the keys of highlights that lie, wholly or in part, in paragraphs that the
    current revision does not have.
    """
    labels = dict(iter(lookup.connection.execute(_LABELS)))
    parts = lookup.connection.execute(_PLACED, {"of_article": article})
    return assembled(parts, layout, labels)


def assembled(
    parts: Iterable[Sequence[int]], layout: Layout, labels: Mapping[int, str]
) -> tuple[list[HighlightRow], set[int]]:
    """Return the spans that parts make up, by key and part, and the keys of those not here.

    A part is told as key, paragraph, start, length, whether it continues, and label; all parts
    of a highlight follow one another in order.
    """
    starts, length = layout.starts, layout.paragraphs.length
    rows: list[HighlightRow] = []
    lost: set[int] = set()
    last, number = -1, 0
    row = partial(tuple.__new__, HighlightRow)
    # This loop is most of what opening an article costs.
    for key, paragraph, start, chars, continues, label in parts:
        base = starts.get(paragraph)
        if base is None or key in lost:
            lost.add(key)
            continue
        low = base + start
        end = low + chars
        if end > length:
            end = max(low, length)
        if continues:
            first = rows.pop() if rows and rows[-1][0] == key else None
            if first is None or low < first[2]:
                lost.add(key)
            else:
                rows.append(row((key, number, first[2], end, labels[label])))
        else:
            number = number + 1 if key == last else 0
            last = key
            rows.append(row((key, number, low, end, labels[label])))
    if lost:
        rows = [one for one in rows if one[0] not in lost]
    return rows, lost


def keys_on(lookup: Lookup, layout: Layout, span: Span, *, label: int, reviewer: int) -> list[int]:
    """Return the keys of a reviewer's highlights of one label that begin with just this span."""
    if span.start == span.end or span.end > layout.paragraphs.length:
        return []
    paragraph, start, length, _ = layout.parts([span])[0]
    asked = {"of_paragraph": paragraph, "from_here": start, "so_long": length}
    asked |= {"of_label": label, "of_reviewer": reviewer}
    return [key for (key,) in _ON.all(lookup.connection, asked)]


def keys_at(lookup: Lookup, kind: Kind, layout: Layout, start: int, end: int) -> list[int]:
    """Return the keys of a kind's objects that share a code point with a stretch of the text."""
    end = min(end, layout.paragraphs.length)
    if start >= end:
        return []
    parts = layout.parts([Span(start, end)])
    regions = [[key, low, low + length] for key, low, length, _ in parts]
    rows = lookup.connection.execute(_AT[kind.name], {"regions": json.dumps(regions)})
    return list(rows.scalars())


def keys_in(lookup: Lookup, kind: Kind, paragraphs: Iterable[int]) -> list[int]:
    """Return the keys of a kind's objects that lie, also without a character, in paragraphs."""
    assert kind.parts is not None  # noqa: S101 - asked of placed kinds alone
    columns = kind.parts.c
    owner = columns[kind.owner]
    found: dict[int, None] = {}
    for chunk in chunks(list(paragraphs)):
        statement = select(owner).where(columns.paragraph_key.in_(chunk)).order_by(owner)
        found |= dict.fromkeys(lookup.connection.execute(statement).scalars())
    return list(found)


def states_of(lookup: Lookup, kind: Kind, keys: Iterable[int]) -> dict[int, tuple[str, State]]:
    """Return ids and states of a kind's objects by key, in the order asked; gone ones left out."""
    found: dict[int, tuple[str, State]] = {}
    for chunk in chunks(list(keys)):
        statement = select(kind.table).where(kind.table.c.key.in_(chunk))
        rows = lookup.connection.execute(statement).mappings().all()
        states = {row["key"]: kind.state(row) for row in rows}
        ids = {row["key"]: str(row["uuid"]) for row in rows}
        if kind.parts is not None:
            for key, parts in parts_of(lookup.connection, kind, list(states)).items():
                states[key]["parts"] = parts
        found |= {key: (ids[key], states[key]) for key in chunk if key in states}
    return found
