"""The rows against their own hashes, quotes and figures."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy import text as sql

from annotator.core.records import Origin
from annotator.core.segmenter import lossless
from annotator.core.sentence_blocks import SegmentedParagraph
from annotator.service.ports import Finding
from annotator.store import schema
from annotator.store.coverage import reviewed_in
from annotator.store.lookup import Lookup
from annotator.store.states import HIGHLIGHT, KINDS, Kind, State, Version, digest
from annotator.store.texts import paragraph_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

_paragraph = schema.paragraph.c
_order = schema.revision_paragraph.c
_item = schema.change_item.c
_FIRST_ITEMS = select(_item.uuid, func.min(_item.sequence)).group_by(_item.uuid)


def all_states(connection: Connection, kind: Kind) -> Iterator[tuple[str, Version, State, bytes]]:
    """Yield id, version vector, state and hash of every object of a kind."""
    parts: dict[int, list[list[int]]] = defaultdict(list)
    if kind.parts is not None:
        columns = kind.parts.c
        owner = columns[kind.owner]
        chosen = (owner, columns.paragraph_key, columns.start, columns.length, columns.continues)
        for key, *part in connection.execute(select(*chosen).order_by(owner, columns.ordinal)):
            parts[key].append(part)
    for row in connection.execute(select(kind.table)).mappings():
        state = kind.state(row)
        if kind.parts is not None:
            state["parts"] = parts[row["key"]]
        yield row["uuid"], row["version"], state, row["hash"]


def check_hashes(connection: Connection) -> Iterator[Finding]:
    """Compare every object with its hash."""
    for kind in KINDS.values():
        for uuid, version, state, kept in all_states(connection, kind):
            if digest(kind, uuid, version, state) != kept:
                yield Finding(f"{kind.name} {uuid}", "Its content does not match its hash.")


def check_texts(connection: Connection) -> Iterator[Finding]:
    """Compare every paragraph and every revision's text with its hash and its sentences."""
    for row in connection.execute(select(schema.paragraph)):
        if paragraph_digest(row.text, row.sentence_ends) != row.sha256:
            yield Finding(f"paragraph {row.key}", "Its text does not match its hash.")
        if row.sentence_ends != lossless(row.sentence_ends, len(row.text)):
            yield Finding(f"paragraph {row.key}", "Its sentences do not fit its text.")
        else:
            count = SegmentedParagraph(row.text, row.sentence_ends).count
            if row.sentences != count:
                message = f"It has {count} sentences, but {row.sentences} are kept."
                yield Finding(f"paragraph {row.key}", message)
        if row.chars != len(row.text):
            yield Finding(f"paragraph {row.key}", "Its length is not that of its text.")
    for key, uuid, kept, chars in connection.execute(
        select(
            schema.revision.c.key,
            schema.revision.c.uuid,
            schema.revision.c.text_sha256,
            schema.revision.c.chars,
        )
    ).all():
        text, _ = Lookup(connection).text(key)
        raw = text.encode("utf-8", "surrogateescape")
        if hashlib.sha256(raw).hexdigest() != kept or len(text) != chars:
            yield Finding(f"revision {uuid}", "Its text does not match its hash.")


def check_parts(connection: Connection) -> Iterator[Finding]:
    """Find highlights and marks whose parts are not numbered one by one from 0."""
    for kind in KINDS.values():
        if kind.parts is None:
            continue
        columns = kind.parts.c
        ordinal = columns.ordinal
        # No two parts of one object have one number, so that the extremes tell of all of them.
        gaps = (
            select(kind.table.c.uuid)
            .join(kind.parts, columns[kind.owner] == kind.table.c.key)
            .group_by(kind.table.c.key)
            .having((func.min(ordinal) != 0) | (func.max(ordinal) != func.count() - 1))
        )
        for uuid in connection.execute(gaps).scalars():
            yield Finding(f"{kind.name} {uuid}", "Its parts are not numbered from 0 on.")


def check_quotes(connection: Connection) -> Iterator[Finding]:
    """Compare every quote with the text under it, unless the text was edited under it."""
    texts = dict(connection.execute(select(_paragraph.key, _paragraph.text)).all())
    first = dict(connection.execute(_FIRST_ITEMS).all())
    born = {
        key: first.get(uuid, 0)
        for key, uuid in connection.execute(select(schema.revision.c.key, schema.revision.c.uuid))
    }
    for uuid, _, state, _ in all_states(connection, HIGHLIGHT):
        if state.get("unplaced") or not any(length for _, _, length, _ in state["parts"]):
            continue  # it never had words in this text, or has none any more
        edited_since = first.get(uuid, 0) < born.get(state["revision_key"], 0)
        if not edited_since and _under(texts, state["parts"]) != state["quote"]:
            yield Finding(f"highlight {uuid}", "Its quote is not the text under it.")


def _under(texts: dict[int, str], parts: list[list[int]]) -> str:
    spans: list[str] = []
    for key, start, length, continues in parts:
        words = f"{texts.get(key, '')}\n"[start : start + length]
        if continues and spans:
            spans[-1] += words
        else:
            spans.append(words)
    return " … ".join(spans)


def check_figures(connection: Connection) -> Iterator[Finding]:
    """Count sentences, reviewed sentences and highlights anew and compare the figures kept."""
    highlight = schema.highlight.c
    counted = select(highlight.article_key, highlight.label_key, func.count())
    counts = {
        (article, label): count
        for article, label, count in connection.execute(
            counted.group_by(highlight.article_key, highlight.label_key)
        )
    }
    yield from _check_label_counts(connection, counts)
    totals: Counter[int] = Counter()
    for (article, _), count in counts.items():
        totals[article] += count
    kept = {row.article_key: row for row in connection.execute(select(schema.progress))}
    articles = select(schema.article.c.key, schema.article.c.uuid, schema.article.c.revision_key)
    for key, uuid, revision in connection.execute(articles).all():
        lookup = Lookup(connection)
        paragraphs = lookup.layout(revision).keys
        sentences = sum(len(one.starts) for one in lookup.sentences(paragraphs).values())
        fresh = (sentences, reviewed_in(lookup, paragraphs), totals[key])
        row = kept.get(key)
        if row is None or (row.sentences, row.reviewed, row.highlights) != fresh:
            found = "none" if row is None else f"{row.sentences}, {row.reviewed}, {row.highlights}"
            yield Finding(
                f"article {uuid}",
                "Its sentences, reviewed sentences and highlights are"
                f" {', '.join(map(str, fresh))}, but {found} are kept.",
            )


def _check_label_counts(
    connection: Connection, counts: dict[tuple[int, int], int]
) -> Iterator[Finding]:
    columns = schema.label_count.c
    kept = {
        (article, label): count
        for article, label, count in connection.execute(
            select(columns.article_key, columns.label_key, columns.count)
        )
    }
    for article, label in sorted(kept.keys() | counts.keys()):
        fresh, found = counts.get((article, label), 0), kept.get((article, label), 0)
        if fresh != found:
            yield Finding(
                f"article {article}",
                f"It has {fresh} highlights of label {label}, but {found} are kept.",
            )


def check_cues(connection: Connection) -> Iterator[Finding]:
    """Find cues that lie outside of the text."""
    lengths = dict(connection.execute(select(_paragraph.key, _paragraph.chars)).all())
    rows = select(schema.highlight.c.uuid, schema.highlight.c.cue)
    for uuid, cue in connection.execute(rows.where(sql("cue <> '[]'"))):
        for paragraph, start, length, _ in cue:
            # A paragraph's last code point is the newline that ends it.
            outside = start + length > lengths.get(paragraph, -2) + 1
            if outside or min(start, length) < 0:
                yield Finding(f"highlight {uuid}", "Its cue lies outside of the text.")
                break


def check_unplaced(connection: Connection) -> Iterator[Finding]:
    """Find highlights that wait for a place in a way that cannot be, and candidates outside."""
    lengths = dict(connection.execute(select(_paragraph.key, _paragraph.chars)).all())
    rows = select(schema.highlight.c.key, schema.highlight.c.uuid, schema.highlight.c.unplaced)
    waiting = connection.execute(rows.where(sql("unplaced <> '{}'"))).all()
    with_text = set(
        connection.execute(select(schema.part.c.highlight_key).where(sql("length > 0"))).scalars()
    )
    for key, uuid, unplaced in waiting:
        if trouble := _trouble(unplaced, lengths):
            yield Finding(f"highlight {uuid}", trouble)
        elif key in with_text:
            yield Finding(f"highlight {uuid}", "It waits for a place and has one.")


def check_origins(connection: Connection) -> Iterator[Finding]:
    """Find highlights whose origin does not say what an origin says."""
    rows = select(schema.highlight.c.uuid, schema.highlight.c.origin)
    wanted = sorted(one.name for one in fields(Origin))
    for uuid, origin in connection.execute(rows.where(sql("origin <> '{}'"))):
        told = sorted(name for name, value in origin.items() if isinstance(value, str))
        if told != wanted or len(origin) != len(wanted):
            yield Finding(f"highlight {uuid}", "Where it came from is not told as it should be.")


def _trouble(unplaced: State, lengths: dict[int, int]) -> str:
    """Return what is wrong with what a highlight waits with; nothing where all is right."""
    if unplaced.get("outcome") not in {"ambiguous", "lost"}:
        return "What became of it is neither ambiguous nor lost."
    if {"prefix", "suffix", "candidates"} - unplaced.keys():
        return "What it waits with is incomplete."
    for parts, score in unplaced["candidates"]:
        for paragraph, start, length, _ in parts:
            if start + length > lengths.get(paragraph, -2) + 1 or min(start, length) < 0:
                return "A place where it may belong lies outside of the text."
        if not 0 <= score <= 1:
            return "The score of a place where it may belong is none."
    return ""
