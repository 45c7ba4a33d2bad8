from __future__ import annotations

import sqlite3
from contextlib import closing, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share

from annotator.core.document_errors import WrongFormatError
from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.file_errors import FileProblemError, UnreadableFileError
from annotator.formats.shared import foreign_databases
from annotator.formats.shared.foreign_databases import has_tables, opened_database

WORDS = {"words": frozenset(("id", "word"))}


@pytest.fixture(scope="module")
def data():
    """A database with a table, and with traps that only reading could spring."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(
            """
            CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT, big AS (hex(word)));
            INSERT INTO words (word) VALUES ('one'), ('two'), (CAST(x'ff' AS TEXT));
            CREATE VIEW seen AS SELECT id, word FROM words;
            CREATE VIRTUAL TABLE sought USING fts5(id, word);
            """
        )
        return database.serialize()


@pytest.fixture
def path(tmp_path, data):
    target = tmp_path / "a ?#%.db"
    target.write_bytes(data)
    return target


def test_rows_are_read_and_the_file_and_its_folder_stay_as_they_are(path):
    before = path.read_bytes()
    with opened_database(path) as database:
        rows = list(database.rows("SELECT id, word FROM words ORDER BY id"))
    assert rows == [(1, "one"), (2, "two"), (3, "\udcff")]
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM seen",
        "SELECT load_extension('x') FROM words",
        "DELETE FROM words",
        "ATTACH 'other.db' AS o",
        "PRAGMA query_only = OFF",
        "CREATE TEMP TABLE t (a)",
        "WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT count(a) FROM n",
    ],
)
def test_nothing_but_tables_is_read_and_nothing_is_run(path, query):
    with (
        pytest.raises(DamagedAnnotationsError, match=r"not authorized|prohibited"),
        opened_database(path) as database,
    ):
        list(database.rows(query))


def test_views_virtual_tables_and_computed_columns_are_not_read(path):
    assert has_tables(path, WORDS)
    assert not has_tables(path, {"seen": frozenset()})
    assert not has_tables(path, {"sought": frozenset()})
    assert not has_tables(path, {"words": frozenset(("big",))})
    assert not has_tables(path, {"words": frozenset(("none",))})
    assert not has_tables(path.with_name("none.db"), WORDS)


def test_a_query_without_an_end_is_given_up(path, monkeypatch):
    monkeypatch.setattr(foreign_databases, "_MOST_TURNS", 5)
    crossed = ", ".join(f"words w{number}" for number in range(20))
    query = f"SELECT count(*) FROM {crossed}"  # noqa: S608 - made of numbers
    with (
        pytest.raises(DamagedAnnotationsError, match="interrupted"),
        opened_database(path) as database,
    ):
        list(database.rows(query))


def test_what_is_no_database_broken_or_still_written_is_refused(path, tmp_path):
    (tmp_path / "t.db").write_text("SQLite format 3")
    with pytest.raises(WrongFormatError), opened_database(tmp_path / "t.db"):
        pass
    (tmp_path / "b.db").write_bytes(path.read_bytes()[:100] + b"\xff" * 5000)
    with pytest.raises(DamagedAnnotationsError), opened_database(tmp_path / "b.db"):
        pass
    path.with_name(path.name + "-wal").write_bytes(b"x")
    with pytest.raises(UnreadableFileError, match="not finished"), opened_database(path):
        pass


@settings(max_examples=share(2))
@given(st.lists(st.tuples(st.integers(0, 20_000), st.binary(min_size=1, max_size=9)), min_size=1))
def test_a_damaged_database_is_told_as_that(tmp_path_factory, data, changes):
    damaged = bytearray(data)
    for place, put in changes:
        start = place % len(damaged)
        damaged[start : start + len(put)] = put
    target = tmp_path_factory.mktemp("damaged") / "b.db"
    target.write_bytes(damaged)
    with suppress(FileProblemError), opened_database(target) as database:
        assert all(len(row) == 2 for row in database.rows("SELECT id, word FROM words"))
