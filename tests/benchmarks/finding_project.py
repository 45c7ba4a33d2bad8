"""A large project made in a minute: its rows and its search index inserted past the service."""

from __future__ import annotations

import random
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.records import Codebook, Label
from annotator.store.clock import new_id
from annotator.store.engine import connect
from annotator.store.project_file import make_project

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.records import Reviewer

LABELS = 12
PARAGRAPHS = 10
WORDS = 50
QUOTED = 10
VOCABULARY = 40_000
SPEAKERS = 500
_LETTERS = "etaoinshrdlucmfwypvbgkjqxz"
_BLOB = b"\0" * 32
_VERDICTS = ("", "", "False", "Mostly true")


class Plan(NamedTuple):
    """What a project is to hold, and the words it is written with, the most common first."""

    articles: int
    highlights: int
    words: list[str]


def plan(articles: int, highlights: int, seed: int = 1) -> Plan:
    """Return a plan; word frequencies fall as they do in any language."""
    chance = random.Random(seed)
    weights = range(len(_LETTERS), 0, -1)
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        length = chance.randint(2, 10)
        found["".join(chance.choices(_LETTERS, weights=weights, k=length))] = None
    words = list(found)
    chance.shuffle(words)
    return Plan(articles, highlights, words)


def make(path: Path, wanted: Plan, reviewer: Reviewer) -> None:
    """Make a project file of a plan."""
    labels = tuple(
        Label(new_id(), f"label_{n}", f"Label {n}", str(n), "#ffeeaa", "#443311", "solid",
              position=n)
        for n in range(1, LABELS + 1)
    )  # fmt: skip
    make_project(path, Codebook(1, "", labels))
    driver = connect(path)
    driver.execute("PRAGMA synchronous = OFF")
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute("BEGIN")
    _Rows(driver, wanted).write(reviewer)
    driver.execute("COMMIT")
    driver.close()


class _Rows:
    """Writes the rows of one project."""

    def __init__(self, driver: sqlite3.Connection, wanted: Plan) -> None:
        self._driver = driver
        self._plan = wanted
        self._chance = random.Random(2)
        self._weights = list(accumulate(1 / (n + 1) for n in range(len(wanted.words))))
        self._paragraphs: list[list[str]] = []

    def write(self, reviewer: Reviewer) -> None:
        """Write all tables, each in the order of its keys."""
        self._driver.execute(
            "INSERT INTO reviewer VALUES (1, ?, ?, ?)", (_blob(reviewer.id), reviewer.name, _BLOB)
        )
        self._write_texts()
        self._write_articles()
        self._write_highlights()
        self._write_figures()

    def _many(self, table: str, rows: Iterator[tuple[object, ...]], columns: str = "") -> None:
        first = next(rows, None)
        if first is not None:
            statement = f"INSERT INTO {table} {columns} VALUES ({', '.join('?' * len(first))})"  # noqa: S608 - this module's own names
            self._driver.execute(statement, first)
            self._driver.executemany(statement, rows)

    def _write_texts(self) -> None:
        total = self._plan.articles * PARAGRAPHS
        for _ in range(total):
            self._paragraphs.append(
                self._chance.choices(self._plan.words, cum_weights=self._weights, k=WORDS)
            )
        texts = [" ".join(words) for words in self._paragraphs]
        self._many(
            "paragraph",
            ((n, _BLOB, len(one), 1, f"[{len(one)}]", one) for n, one in enumerate(texts, 1)),
        )
        self._many(
            "paragraph_words", ((n, one) for n, one in enumerate(texts, 1)), "(rowid, words)"
        )

    def _write_articles(self) -> None:
        numbers = range(1, self._plan.articles + 1)
        title = lambda n: " ".join(self._paragraphs[(n - 1) * PARAGRAPHS][:6])  # noqa: E731 - a name for short
        self._many(
            "article",
            ((n, _id(), title(n), n, _at(n), "", "[]", "", f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}",
              "en", "ltr", 0, "{}", _BLOB) for n in numbers),
        )  # fmt: skip
        self._many("title_words", ((n, title(n)) for n in numbers), "(rowid, words)")
        self._many(
            "revision",
            ((n, _id(), n, 1, f"{n:064}", PARAGRAPHS * 300, "plain", "a.txt", "", 0, "utf-8",
              "plain text", "[]", _at(n), "{}", _BLOB) for n in numbers),
        )  # fmt: skip
        self._many(
            "revision_paragraph",
            ((n, m, (n - 1) * PARAGRAPHS + m + 1) for n in numbers for m in range(PARAGRAPHS)),
        )

    def _write_highlights(self) -> None:
        rows = [self._highlight(n) for n in range(1, self._plan.highlights + 1)]
        claimed = [(n, claim) for n, _, _, _, claim in rows if claim is not None]
        self._many("claim", (self._claim(claim) for _, claim in claimed))
        self._many(
            "claim_words",
            ((claim, f"speaker{claim % SPEAKERS} ministry look again") for _, claim in claimed),
            "(rowid, words)",
        )
        self._many(
            "highlight",
            ((n, _id(), article, article, n % LABELS + 1, 1, claim, quote, 1, _at(n),
              _at(n * 7919 % self._plan.highlights), "{}", _BLOB)
             for n, article, _, quote, claim in rows),
        )  # fmt: skip
        self._many("part", ((n, 0, key, start, len(quote), 0)
                            for n, _, (key, start), quote, _ in rows))  # fmt: skip
        self._many("quote_words", ((n, quote) for n, _, _, quote, _ in rows), "(rowid, words)")

    def _highlight(self, n: int) -> tuple[int, int, tuple[int, int], str, int | None]:
        """Return a highlight's key, article, place, quote and claim record."""
        # Scattered over the articles, as the work of a year is.
        article = n * 7919 % self._plan.articles + 1
        paragraph = (article - 1) * PARAGRAPHS + self._chance.randrange(PARAGRAPHS) + 1
        words = self._paragraphs[paragraph - 1]
        first = self._chance.randrange(WORDS - QUOTED)
        start = len(" ".join(words[:first])) + (first > 0)
        quote = " ".join(words[first : first + QUOTED])
        return n, article, (paragraph, start), quote, n // 10 if n % 10 == 0 else None

    def _claim(self, key: int) -> tuple[object, ...]:
        speaker = f"Speaker{key % SPEAKERS} Ministry"
        verdict = _VERDICTS[key % len(_VERDICTS)]
        return (key, _id(), _at(key), _at(key), speaker, "", "", "", "", "", "", "", "", "", "",
                "", verdict, "", "[]", "Look again.", "", "{}", _BLOB)  # fmt: skip

    def _write_figures(self) -> None:
        figures = """
            INSERT INTO progress SELECT "key", ?, 0,
            (SELECT count(*) FROM highlight WHERE article_key = article."key") FROM article
        """
        self._driver.execute(figures, [PARAGRAPHS])
        self._driver.execute("""
            INSERT INTO label_count SELECT article_key, label_key, count(*) FROM highlight
            GROUP BY 1, 2
        """)
        # What is reviewed is not measured, but counted on as tags come and go.
        self._driver.execute("""
            UPDATE progress SET reviewed = (
                SELECT count(DISTINCT part.paragraph_key) FROM highlight
                JOIN part ON part.highlight_key = highlight."key"
                WHERE highlight.article_key = progress.article_key)
        """)


def _id() -> bytes:
    return random.randbytes(16)


def _blob(uuid: str) -> bytes:
    return bytes.fromhex(uuid.replace("-", ""))


def _at(n: int) -> str:
    """Return the time of something's number."""
    day, hour = f"2025-{n // 2_000_000 + 1:02}-{n // 86_400 % 28 + 1:02}", n // 3600 % 24
    return f"{day}T{hour:02}:{n // 60 % 60:02}:{n % 60:02}.{n % 1000:03}Z"
