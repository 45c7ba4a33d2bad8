"""Writing a revision's text as paragraphs, sharing those that did not change."""

from __future__ import annotations

import hashlib
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import bindparam, func, insert, select

from annotator.core.editable_sentences import Hunk
from annotator.core.segmenter import is_lossless
from annotator.core.sentence_blocks import SegmentedParagraph
from annotator.core.sentences import BoundariesError
from annotator.store import prepared, schema
from annotator.store.columns import to_json
from annotator.store.lookup import chunks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.engine import Connection

    from annotator.core.records import Revision

_order = schema.revision_paragraph.c
_NEWEST = (
    select(schema.revision.c.key)
    .where(schema.revision.c.article_key == bindparam("of_article"))
    .order_by(schema.revision.c.number.desc())
    .limit(1)
)
_own = schema.revision.alias()
_NUMBER = (
    select(func.max(schema.revision.c.number))
    .join(_own, _own.c.article_key == schema.revision.c.article_key)
    .where(_own.c.key == bindparam("of_revision"))
)
_PUT_PARAGRAPHS: Final = """
INSERT INTO paragraph ("key", sha256, chars, sentences, sentence_ends, text)
VALUES (?, ?, ?, ?, ?, ?)
"""
_PUT_ORDER: Final = """
INSERT INTO revision_paragraph (revision_key, ordinal, paragraph_key) VALUES (?, ?, ?)
"""
_HASHES = (
    select(schema.paragraph.c.key, schema.paragraph.c.sha256)
    .join(schema.revision_paragraph, _order.paragraph_key == schema.paragraph.c.key)
    .where(_order.revision_key == bindparam("of_revision"))
    .order_by(_order.ordinal)
)


def paragraph_digest(text: str, sentence_ends: Sequence[int]) -> bytes:
    """Return the hash of a paragraph's text and of the ends of its sentences."""
    return _digest(text, to_json(list(sentence_ends)))


def _digest(text: str, sentence_ends: str) -> bytes:
    content = f"{text}\0{sentence_ends}"
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()


class ParagraphRow(NamedTuple):
    """A paragraph's row as it is kept: ``sentence_ends`` in JSON."""

    key: int
    sha256: bytes
    chars: int
    sentences: int
    sentence_ends: str
    text: str


def write_new_texts(
    connection: Connection, revisions: Mapping[int, Revision]
) -> list[list[ParagraphRow]]:
    """Write the paragraphs of new texts, which share none, by their revisions' keys.

    Their rows come back, for each text its own.

    Raises:
        BoundariesError: if a text's sentences' ends do not fit it.
    """
    found = _new_rows(connection, revisions.values())
    order = [
        (revision, ordinal, row.key)
        for revision, rows in zip(revisions, found, strict=True)
        for ordinal, row in enumerate(rows)
    ]
    prepared.send(connection, _PUT_PARAGRAPHS, [row for rows in found for row in rows])
    prepared.send(connection, _PUT_ORDER, order)
    return found


def _new_rows(connection: Connection, revisions: Iterable[Revision]) -> list[list[ParagraphRow]]:
    key, found = _next_key(connection), []
    for revision in revisions:
        texts, ends = revision.text.split("\n"), revision.sentence_ends
        if len(texts) != len(ends):
            raise BoundariesError(min(len(texts), len(ends)))
        paragraphs = map(_paragraph, range(len(texts)), texts, ends)
        rows = [_new_row(number, one) for number, one in enumerate(paragraphs, key)]
        found.append(rows)
        key += len(rows)
    return found


def _new_row(key: int, paragraph: SegmentedParagraph) -> ParagraphRow:
    text, ends = paragraph.text, to_json(paragraph.ends)
    digest = _digest(text, ends)
    return ParagraphRow(key, digest, len(text), paragraph.count, ends, text)


def newest_revision(connection: Connection, article: int) -> int | None:
    """Return the key of the revision of an article with the highest number."""
    return connection.execute(_NEWEST, {"of_article": article}).scalar_one_or_none()


def newest_number(connection: Connection, revision: int) -> int:
    """Return the highest number that a revision of the same article has."""
    return int(connection.execute(_NUMBER, {"of_revision": revision}).scalar_one())


def write_text(
    connection: Connection, key: int, revision: Revision, *, base: int | None
) -> list[tuple[int, str]]:
    """Write the paragraphs of a new revision; those it has in common with ``base`` are shared.

    The keys and texts of those that are new come back.

    Raises:
        BoundariesError: if the sentences' ends do not fit the text.
    """
    old = _hashes(connection, base) if base is not None else []
    paragraphs = revision.text.split("\n")
    hunk = Hunk(range(len(old)), range(len(paragraphs)))
    return _write(connection, key, revision, old=old, hunks=[hunk])


def write_revised_text(
    connection: Connection, key: int, revision: Revision, *, base: int, hunks: Sequence[Hunk]
) -> list[tuple[int, str]]:
    """Write the paragraphs of a revision; what lies outside the hunks is the base's, in order.

    The keys and texts of those that are new come back.

    Raises:
        BoundariesError: if the sentences' ends do not fit the text.
    """
    return _write(connection, key, revision, old=_hashes(connection, base), hunks=hunks)


def _write(
    connection: Connection,
    key: int,
    revision: Revision,
    *,
    old: Sequence[tuple[int, bytes]],
    hunks: Iterable[Hunk],
) -> list[tuple[int, str]]:
    texts, ends = revision.text.split("\n"), revision.sentence_ends
    if len(texts) != len(ends):
        raise BoundariesError(min(len(texts), len(ends)))
    order: list[int] = []
    rows: list[dict[str, object]] = []
    fresh: list[tuple[int, str]] = []
    taken, first = 0, _next_key(connection)
    for hunk in hunks:
        order.extend(row[0] for row in old[taken : hunk.old.start])
        taken = hunk.old.stop
        paragraphs = [_paragraph(number, texts[number], ends[number]) for number in hunk.new]
        digests = [paragraph_digest(one.text, one.ends) for one in paragraphs]
        known = _shared(old[hunk.old.start : hunk.old.stop], digests)
        for paragraph, digest, shared in zip(paragraphs, digests, known, strict=True):
            order.append(first + len(rows) if shared is None else shared)
            if shared is None:
                rows.append(_row(order[-1], digest, paragraph))
                fresh.append((order[-1], paragraph.text))
    order.extend(row[0] for row in old[taken:])
    if len(order) != len(texts):
        raise BoundariesError(min(len(order), len(texts)))
    _insert(
        connection,
        rows,
        [
            {"revision_key": key, "ordinal": ordinal, "paragraph_key": paragraph}
            for ordinal, paragraph in enumerate(order)
        ],
    )
    return fresh


def _hashes(connection: Connection, base: int) -> Sequence[tuple[int, bytes]]:
    rows = connection.execute(_HASHES, {"of_revision": base})
    return [(key, digest) for key, digest in rows]


def _paragraph(number: int, text: str, ends: Sequence[int]) -> SegmentedParagraph:
    if not is_lossless(ends, len(text)):
        raise BoundariesError(number)
    return SegmentedParagraph(text, ends)


def _shared(old: Sequence[tuple[int, bytes]], digests: list[bytes]) -> list[int | None]:
    """Return per paragraph the key of its like among the old ones, None where it has none."""
    keys: list[int | None] = [None] * len(digests)
    for low, at, size in _matches([digest for _, digest in old], digests):
        keys[at : at + size] = [key for key, _ in old[low : low + size]]
    return keys


def _matches(old: list[bytes], new: list[bytes]) -> Iterable[tuple[int, int, int]]:
    """Yield the blocks that two lists have in common: their ends first, for they are long."""
    limit = min(len(old), len(new))
    head = next((n for n in range(limit) if old[n] != new[n]), limit)
    tail = next((n for n in range(limit - head) if old[-1 - n] != new[-1 - n]), limit - head)
    yield 0, 0, head
    yield len(old) - tail, len(new) - tail, tail
    middle = SequenceMatcher(
        None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False
    )
    for block in middle.get_matching_blocks():
        yield block.a + head, block.b + head, block.size


def _next_key(connection: Connection) -> int:
    # Paragraphs are never deleted, so the highest key that was given is the highest there is.
    highest = connection.execute(select(func.max(schema.paragraph.c.key))).scalar_one()
    return int(highest or 0) + 1


def _row(key: int, digest: bytes, paragraph: SegmentedParagraph) -> dict[str, object]:
    return {
        "key": key,
        "sha256": digest,
        "chars": len(paragraph.text),
        "sentences": paragraph.count,
        "sentence_ends": list(paragraph.ends),
        "text": paragraph.text,
    }


def _insert(
    connection: Connection, paragraphs: list[dict[str, object]], order: list[dict[str, object]]
) -> None:
    for table, rows in ((schema.paragraph, paragraphs), (schema.revision_paragraph, order)):
        for chunk in chunks(rows):
            connection.execute(insert(table), chunk)
