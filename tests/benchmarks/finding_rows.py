"""The rows of a project as the program would leave them, written thousands at a time.

What the program asks and counts change by change is known here from the plan. Every row goes
into the same tables, those of the search index and the history included.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any

from finding_plan import REVIEWERS

from annotator.core.likeness import shingles
from annotator.core.sentence_blocks import SegmentedParagraph
from annotator.core.words import words
from annotator.store import schema
from annotator.store.columns import JsonText, UuidBytes, to_json
from annotator.store.coverage import touched
from annotator.store.engine import connect
from annotator.store.search_index import PARAGRAPHS, TABLES, indexed, searchable
from annotator.store.states import ARTICLE, CLAIM, HIGHLIGHT, REVISION
from annotator.store.texts import paragraph_digest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from finding_plan import Plan, Step
    from sqlalchemy import Table

    from annotator.core.records import Reviewer
    from annotator.service.article_ports import PreparedArticle
    from annotator.store.states import Kind, State

AT_ONCE = 100
_FAST = (
    "PRAGMA synchronous = OFF",
    "PRAGMA journal_mode = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA cache_size = -1000000",
    "PRAGMA locking_mode = EXCLUSIVE",
)
_EMPTY_CLAIM: dict[str, Any] = {
    name: [] if name == "evidence" else ""
    for name in CLAIM.fields
    if name not in {"key", *CLAIM.later}
}


class Rows:
    """Rows for many tables, sent by the table."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver
        self._waiting: dict[str, list[tuple[object, ...]]] = {}
        self._statements: dict[str, str] = {}

    def add(self, table: str, *row: object) -> None:
        """Put a row aside."""
        self._waiting.setdefault(table, []).append(row)

    def add_words(self, table: str, key: int, searched: str) -> None:
        """Put a row of the search index aside."""
        found = indexed(searched)
        if found:
            self.add(f"{table} (rowid, words)", key, found)

    def send(self) -> None:
        """Write what was put aside."""
        for table, rows in self._waiting.items():
            places = ", ".join("?" * len(rows[0]))
            self._driver.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 - this module's own names
        self._waiting.clear()


class Shape:
    """How the states of one kind become rows of its table."""

    def __init__(self, table: Table) -> None:
        self._columns = [
            (column.name, isinstance(column.type, JsonText), isinstance(column.type, UuidBytes))
            for column in table.c
        ]

    def row(self, values: dict[str, Any]) -> list[object]:
        """Return the values of the table's columns."""
        return [
            to_json(values[name])
            if is_json
            else bytes.fromhex(values[name].replace("-", ""))
            if is_uuid
            else values[name]
            for name, is_json, is_uuid in self._columns
        ]


class History:
    """The changes that a file has, gone on with."""

    def __init__(self, driver: sqlite3.Connection, rows: Rows) -> None:
        self._rows = rows
        ask = driver.execute
        (project,) = ask("SELECT uuid FROM project").fetchone()
        self.replica, replica = ask('SELECT "key", uuid FROM replica').fetchone()
        self._ids = (_text(project), _text(replica))
        last = ask("SELECT sequence, counter, hash FROM change ORDER BY sequence DESC").fetchone()
        self.sequence, self.counter, self._hash = last
        self._chain = hashlib.sha256()
        self._ordinal = 0
        self.version: dict[str, int] = {}
        self._version = ""
        self._change: dict[str, object] = {}

    def begin(self, reviewer: Reviewer, key: int, at: str, title: str) -> None:
        """Begin the next change."""
        self.sequence, self.counter, self._ordinal = self.sequence + 1, self.counter + 1, 0
        self.version = {str(self.replica): self.counter}
        self._version = to_json(self.version)
        parent = self.sequence - 1 or None
        self._change = {
            "sequence": self.sequence,
            "replica_key": self.replica,
            "counter": self.counter,
            "reviewer_key": key,
            "at": at,
            "title": title,
            "origin": "do",
            "compensates": None,
            "undo_head": self.sequence,
            "undo_parent": parent,
            "redo_head": None,
            "redo_parent": None,
        }
        self._chain = hashlib.sha256(self._hash)
        self._chain.update(to_json([*self._ids, reviewer.id, self._change]).encode())

    def note(self, kind: str, uuid: str, raw: bytes, state: str) -> bytes:
        """Take in a fresh object; return the hash that stands beside its row."""
        self._chain.update(f'\n["{kind}","{uuid}",null,{state}]'.encode())
        self._rows.add("change_item", self.sequence, self._ordinal, kind, raw, None, state, None)
        self._ordinal += 1
        return hashlib.sha256(f'["{kind}","{uuid}",{self._version},{state}]'.encode()).digest()

    def end(self) -> None:
        """Write the change."""
        self._hash = self._chain.digest()
        row = self._change | {"hash": self._hash, "goes_to": None}
        self._rows.add("change", *(row[column.name] for column in schema.change.c))


class QuickRows:
    """Goes on with a project that the program began."""

    def __init__(self, path: Path, plan: Plan, new_id: Callable[[], str]) -> None:
        self._driver = connect(path)
        for pragma in _FAST:
            self._driver.execute(pragma)
        self._driver.execute("BEGIN")
        self._plan = plan
        self._new_id = new_id
        self._rows = Rows(self._driver)
        self._history = History(self._driver, self._rows)
        self._shapes = {
            kind.name: Shape(kind.table) for kind in (ARTICLE, REVISION, CLAIM, HIGHLIGHT)
        }
        self._reviewers = {
            _text(raw): key for key, raw in self._driver.execute('SELECT "key", uuid FROM reviewer')
        }
        self._highlights = self._claims = 0
        self._speakers: Counter[str] = Counter()
        self._labels: Counter[tuple[int, int]] = Counter()
        self._reviewed: list[set[tuple[int, int]]] = []

    def close(self) -> None:
        """Write the figures and let go of the file."""
        self._rows.send()
        self._driver.execute("COMMIT")
        self._driver.close()

    def add_articles(self, batch: Iterable[int], at: str) -> None:
        """Add some articles as one change."""
        numbers = list(batch)
        title = f"Add {len(numbers)} articles"
        prepared = [self._plan.prepared(number) for number in numbers]
        if len(numbers) == 1:
            title = f"Add “{prepared[0].read.title}”"
        self._history.begin(REVIEWERS[0], 1, at, title)
        for number, one in zip(numbers, prepared, strict=True):
            self._add_article(number + 1, one, at)
        self._history.end()
        self._rows.send()

    def _add_article(self, key: int, one: PreparedArticle, at: str) -> None:
        """Add an article; revisions and, in steps of as many as it has, paragraphs count alike."""
        read, source = one.read, one.read.source
        article = {
            "key": key, "title": read.title, "revision_key": key, "created": at,
            "publisher": read.publisher, "authors": [], "url": read.url,
            "published": read.published, "language": one.language, "direction": one.direction,
            "removed": 0,
        }  # fmt: skip
        revision = {
            "key": key, "article_key": key, "number": 1, "text_sha256": one.text_sha256,
            "chars": len(read.text), "segmenter": one.segmenter, "created": at,
            "source_name": source.name, "source_sha256": source.sha256,
            "source_size": source.size, "source_encoding": source.encoding,
            "source_reader": source.reader, "source_normalized": [],
        }  # fmt: skip
        self._put(ARTICLE, self._new_id(), article)
        self._put(REVISION, self._new_id(), revision)
        texts = read.text.split("\n")
        for place, (text, ends) in enumerate(zip(texts, one.sentence_ends, strict=True)):
            number = (key - 1) * len(texts) + place + 1
            self._rows.add("revision_paragraph", key, place, number)
            digest = paragraph_digest(text, ends)
            row = (number, digest, len(text), len(ends), to_json(list(ends)), text)
            self._rows.add("paragraph", *row)
            self._rows.add_words(PARAGRAPHS, number, text)
            for one_run in sorted(shingles(words(text))):
                self._rows.add("shingle", one_run, number)
        sentences = sum(map(len, one.sentence_ends))
        self._rows.add("progress", key, sentences, 0, 0)

    def _put(self, kind: Kind, uuid: str, state: State) -> None:
        written = to_json(state)
        raw = bytes.fromhex(uuid.replace("-", ""))
        digest = self._history.note(kind.name, uuid, raw, written)
        values = {**kind.full(state), "uuid": uuid}
        values |= {"version": self._history.version, "hash": digest}
        self._rows.add(kind.table.name, *self._shapes[kind.name].row(values))
        if kind in TABLES:
            self._rows.add_words(TABLES[kind], state["key"], searchable(kind, state))

    def review(self) -> None:
        """Go through the articles as the plan says, and write the figures."""
        texts = self._plan.texts
        cut = [[SegmentedParagraph(one.text, one.ends) for one in article] for article in texts]
        self._reviewed = [set() for _ in texts]
        for number, step in enumerate(self._plan.steps(), 1):
            self._review(step, cut[step.article])
            if number % AT_ONCE == 0:
                self._rows.send()
        self._write_figures()

    def _review(self, step: Step, texts: list[SegmentedParagraph]) -> None:
        self._history.begin(step.reviewer, self._reviewers[step.reviewer.id], step.at, step.title)
        claims = dict(step.claims)
        states = list(self._states(step, texts))
        ids = [self._new_id() for _ in states]
        claimed = {}
        for place in claims:
            self._claims += 1
            claimed[place] = self._claims
        for place, (uuid, state) in enumerate(zip(ids, states, strict=True)):
            state["claim_key"] = claimed.get(place)
            self._put(HIGHLIGHT, uuid, state)
            ((paragraph, start, length, _),) = state["parts"]
            self._rows.add("part", state["key"], 0, paragraph, start, length, 0)
        for place, fields in claims.items():
            claim = {**_EMPTY_CLAIM, "key": claimed[place], "created": step.at,
                     "modified": step.at, **dict(fields)}  # fmt: skip
            self._speakers[claim["speaker"]] += 1
            self._put(CLAIM, self._new_id(), claim)
        self._history.end()

    def _states(self, step: Step, texts: list[SegmentedParagraph]) -> Iterable[State]:
        article, reviewer = step.article + 1, self._reviewers[step.reviewer.id]
        reviewed = self._reviewed[step.article]
        for label, tagged in step.tags:
            self._labels[article, label + 1] += len(tagged)
            for number, start, end in tagged:
                text = texts[number]
                reviewed.update((number, one) for one in touched(text, start, end - start))
                self._highlights += 1
                yield {
                    "key": self._highlights, "article_key": article, "revision_key": article,
                    "label_key": label + 1, "reviewer_key": reviewer, "claim_key": None,
                    "quote": text.text[start:end], "codebook_revision": 1, "created": step.at,
                    "modified": step.at,
                    "parts": [[(article - 1) * len(texts) + number + 1, start, end - start, 0]],
                }  # fmt: skip

    def _write_figures(self) -> None:
        self._rows.send()
        run = self._driver.executemany
        totals: Counter[int] = Counter()
        for (article, _), number in self._labels.items():
            totals[article] += number
        run(
            "UPDATE progress SET reviewed = ?, highlights = ? WHERE article_key = ?",
            [(len(one), totals[key], key) for key, one in enumerate(self._reviewed, 1)],
        )
        run("INSERT INTO label_count VALUES (?, ?, ?)",
            sorted((*place, number) for place, number in self._labels.items()))  # fmt: skip
        counted = self._speakers.items()
        run("INSERT INTO speaker_count VALUES (?, ?, ?)",
            [(one, " ".join(words(one)), number) for one, number in counted])  # fmt: skip


def _text(raw: bytes) -> str:
    digits = raw.hex()
    places = ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))
    return "-".join(digits[low:high] for low, high in places)
