"""The search index against what it should hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from annotator.core.likeness import shingles
from annotator.core.words import words
from annotator.service.ports import Finding
from annotator.store import schema
from annotator.store.check_rows import all_states
from annotator.store.search_index import PARAGRAPHS, TABLES, indexed, searchable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

    from annotator.store.states import Kind

_UNKNOWN: Final = "Search does not find it."
_OTHERWISE: Final = "Search finds it by words that it does not have."
_TOKENS: Final = text("SELECT term, doc, offset FROM temp.indexed_token")
_NUMBERS: Final = text(f"SELECT id, sz FROM {PARAGRAPHS}_docsize")  # noqa: S608 - the name is this program's own table
_LENGTHS: Final = text(f"SELECT block FROM {PARAGRAPHS}_data WHERE id = 1")  # noqa: S608 - the name is this program's own table
_MISSED: Final = """
SELECT term, doc, found FROM (
    SELECT term, doc, (
        SELECT count(*) FROM {name} WHERE {name} MATCH '"' || replace(term, '"', '""') || '"'
    ) AS found FROM temp.indexed_word
) WHERE found <> doc
"""
_EXAMPLES: Final = 5
_paragraph = schema.paragraph.c


def check_index_tables(connection: Connection) -> Iterator[Finding]:
    """Let SQLite compare each table of the index with itself; that takes a write transaction."""
    for name in (PARAGRAPHS, *TABLES.values()):
        command = f"INSERT INTO {name} ({name}) VALUES ('integrity-check')"  # noqa: S608 - the names are this program's own tables
        try:
            connection.exec_driver_sql(command)
        except DBAPIError as error:
            yield Finding(f"search index {name}", f"SQLite does not accept it: {error.orig}.")


def check_search(connection: Connection) -> Iterator[Finding]:
    """Compare what is indexed with all that should be, and name what is missing or left over."""
    for kind, name in TABLES.items():
        yield from _check_objects(connection, kind, name)
    yield from _check_paragraphs(connection)


def check_shingles(connection: Connection) -> Iterator[Finding]:
    """Compare the kept runs of words with those of the paragraphs."""
    kept: dict[int, set[int]] = defaultdict(set)
    for hashed, paragraph in connection.execute(select(schema.shingle)):
        kept[paragraph].add(hashed)
    for key, paragraph in connection.execute(select(_paragraph.key, _paragraph.text)):
        if kept.pop(key, set()) != shingles(words(paragraph)):
            yield Finding(f"paragraph {key}", "Texts like it are not found by what is kept of it.")
    for key in kept:
        yield Finding(f"paragraph {key}", "Something is kept of it, but it is not there.")


def check_lookup(connection: Connection) -> Iterator[Finding]:
    """Look every indexed word up, as searches do, and compare with how many rows have it.

    Searches go through a table of where each word lies, which SQLite's own check leaves out.
    """
    for name in (PARAGRAPHS, *TABLES.values()):
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE temp.indexed_word USING fts5vocab(main, {name}, row)"
        )
        try:
            missed = [row[0] for row in connection.execute(text(_MISSED.format(name=name)))]
        finally:
            connection.exec_driver_sql("DROP TABLE temp.indexed_word")
        if missed:
            yield Finding(f"search index {name}", _told(missed))


def _told(missed: list[str]) -> str:
    shown = ", ".join(f"“{word}”" for word in missed[:_EXAMPLES])
    if len(missed) > _EXAMPLES:
        return f"Searches miss what has {shown} or {len(missed) - _EXAMPLES:,} other words."
    return f"Searches miss what has {shown}."


def _check_objects(connection: Connection, kind: Kind, name: str) -> Iterator[Finding]:
    rows = text(f"SELECT rowid, words FROM {name}")  # noqa: S608 - the names are this program's own tables
    kept: dict[int, str] = dict(iter(connection.execute(rows)))
    for uuid, _, state, _ in all_states(connection, kind):
        expected, found = indexed(searchable(kind, state)), kept.pop(state["key"], "")
        if found != expected:
            yield Finding(f"{kind.name} {uuid}", _OTHERWISE if found else _UNKNOWN)
    for key in kept:
        yield Finding("search", f"It finds {kind.name} {key}, which is not there.")


def _check_paragraphs(connection: Connection) -> Iterator[Finding]:
    kept = _fingerprints(connection)
    rows = total = 0
    for key, searched in connection.execute(select(_paragraph.key, _paragraph.text)):
        expected = words(searched)
        rows, total = rows + bool(expected), total + len(expected)
        found = kept.pop(key, 0)
        if found != _fingerprint(expected):
            yield Finding(f"paragraph {key}", _OTHERWISE if found else _UNKNOWN)
    for key in kept:
        yield Finding("search", f"It finds paragraph {key}, which is not there.")
    lengths = connection.execute(_LENGTHS).scalar_one()
    if lengths != _number(rows) + _number(total) and (rows or lengths):
        yield Finding("search", "It misstates how long the paragraphs are.")


def _fingerprint(expected: list[str]) -> int:
    """Return a sum of hashes, one for each word at its position and one for their number."""
    if not expected:
        return 0
    positions = (_at(word, position) for position, word in enumerate(expected))
    return sum(positions) + hash(_number(len(expected)))


def _at(word: str, position: int) -> int:
    # Of one text: hashes of pairs add up to the same when two words trade places.
    return hash(f"{position} {word}")


def _fingerprints(connection: Connection) -> Counter[int]:
    """Return the same of what is indexed, by paragraph; SQLite leaves the numbers unchecked."""
    prints: Counter[int] = Counter()
    for key, number in connection.execute(_NUMBERS):
        prints[key] += hash(number)
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE temp.indexed_token USING fts5vocab(main, {PARAGRAPHS}, instance)"
    )
    try:
        for word, key, position in connection.execute(_TOKENS):
            prints[key] += _at(word, position)
    finally:
        connection.exec_driver_sql("DROP TABLE temp.indexed_token")
    return prints


def _number(value: int) -> bytes:
    """Return a number as SQLite packs it: seven bits a byte, all but the last byte marked."""
    packed = [value & 0x7F]
    while value := value >> 7:
        packed.append(value & 0x7F | 0x80)
    return bytes(reversed(packed))
