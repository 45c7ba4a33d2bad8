"""The search index, altered by the transaction that alters what it indexes.

What is indexed is the folded words of ``core.words`` and not the text itself, so that SQLite's
tokenizer has nothing left to do but to part them at spaces. Four tables keep them:

- ``paragraph_words`` by paragraph. Paragraphs never change and never go, so this one is only
  added to and keeps no copy of its words; what is no longer current is left out by asking.
- ``title_words``, ``quote_words`` and ``claim_words`` by article, highlight and claim record.
  They keep a copy of their words, for taking a row out of an FTS5 index needs the very words
  that went in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.core.likeness import shingles
from annotator.core.words import words
from annotator.store import prepared
from annotator.store.lookup import chunks
from annotator.store.prepared import Prepared
from annotator.store.states import ARTICLE, CLAIM, HIGHLIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.engine import Connection

    from annotator.store.states import Kind, State

PARAGRAPHS: Final = "paragraph_words"
TABLES: Final = {ARTICLE: "title_words", HIGHLIGHT: "quote_words", CLAIM: "claim_words"}
# So many of a kind are written at once.
MOST_COLLECTED: Final = 20_000
_FIELDS: Final = {
    ARTICLE: ("title",),
    HIGHLIGHT: ("quote",),
    CLAIM: ("speaker", "affiliation", "restated", "justification", "note"),
}
_BETWEEN_FIELDS: Final = " · "
_PUT_PARAGRAPHS: Final = f"INSERT INTO {PARAGRAPHS} (rowid, words) VALUES (?, ?)"  # noqa: S608 - the name is this module's own
_PUT_SHINGLES: Final = "INSERT INTO shingle (hash, paragraph_key) VALUES (?, ?)"
_PUT: Final = {
    kind: Prepared(text(f"INSERT OR REPLACE INTO {name} (rowid, words) VALUES (:key, :words)"))  # noqa: S608 - the names are this module's own
    for kind, name in TABLES.items()
}
_TAKE_OUT: Final = {
    kind: Prepared(text(f"DELETE FROM {name} WHERE rowid = :key"))  # noqa: S608 - the names are this module's own
    for kind, name in TABLES.items()
}


def searchable(kind: Kind, state: State) -> str:
    """Return the text by which an article's title, a highlight or a claim record is found."""
    values = (state[name] for name in _FIELDS[kind])
    return _BETWEEN_FIELDS.join(value for value in values if value)


def indexed(searched: str) -> str:
    """Return what the index holds of a text; empty where it holds no row."""
    return " ".join(words(searched))


class SearchIndex:
    """Collects what one transaction does to the index and writes it once, at its end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._paragraphs: dict[int, str] = {}
        self._altered: dict[Kind, dict[int, str]] = {kind: {} for kind in TABLES}

    def alter(self, kind: Kind, before: State | None, after: State | None) -> None:
        """Account for an object that comes, goes or alters."""
        state = after or before
        if kind not in TABLES or state is None:
            return
        old = searchable(kind, before) if before is not None else ""
        new = searchable(kind, after) if after is not None else ""
        if old != new:
            self._altered[kind][state["key"]] = new
            if len(self._altered[kind]) >= MOST_COLLECTED:
                self._write(kind)

    def add_paragraphs(self, paragraphs: Iterable[tuple[int, str]]) -> None:
        """Account for paragraphs that are new to the file."""
        self._paragraphs.update(paragraphs)

    def write(self) -> None:
        """Write what was collected, in the order of the keys, which FTS5 takes best."""
        for some in chunks(sorted(self._paragraphs.items())):
            self.write_folded(_folded(some))
        for kind in self._altered:
            self._write(kind)

    def _write(self, kind: Kind) -> None:
        rows = _rows(self._altered[kind])
        self._altered[kind].clear()
        for statement, wanted in ((_TAKE_OUT[kind], False), (_PUT[kind], True)):
            for chunk in chunks([row for row in rows if bool(row["words"]) is wanted]):
                statement.run(self._connection, chunk)

    def write_folded(self, paragraphs: Iterable[tuple[int, str, Iterable[int]]]) -> None:
        """Write paragraphs that are new to the file, by key: their words and their shingles."""
        fresh: list[tuple[int, str]] = []
        alike: list[tuple[int, int]] = []
        for key, folded, sample in paragraphs:
            if folded:
                fresh.append((key, folded))
            alike += [(one, key) for one in sample]
        if fresh:
            prepared.send(self._connection, _PUT_PARAGRAPHS, fresh)
        if alike:
            # In the order of the table, which is that of the hashes.
            prepared.send(self._connection, _PUT_SHINGLES, sorted(alike))


def _folded(paragraphs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, set[int]]]:
    for key, paragraph in paragraphs:
        folded = words(paragraph)
        yield key, " ".join(folded), shingles(folded)


def _rows(texts: dict[int, str]) -> list[dict[str, object]]:
    return [{"key": key, "words": indexed(one)} for key, one in sorted(texts.items())]
