"""Every older form of a project file is kept as the text that makes it, and still opens."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.samples import add_highlight

from annotator.store.format import NEWEST, Format, revision_of
from annotator.store.upgrade import upgrade

KEPT = Path(__file__).parent / "files" / "project_0001.sql"
TABLES = ("article", "revision", "paragraph", "highlight", "part", "claim", "mark", "change_item")


@pytest.fixture
def old(tmp_path):
    """A project as the program wrote it before there was search."""
    path = tmp_path / "old.factproj"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(KEPT.read_text("utf-8"))
    return path


def ask(path, question):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def rows_of(path):
    return {name: ask(path, f"SELECT * FROM {name} ORDER BY 1, 2") for name in TABLES}  # noqa: S608 - the names stand above


def test_the_kept_file_has_the_form_that_the_first_migration_makes(old, tmp_path):
    fresh = tmp_path / "fresh.factproj"
    fresh.touch()
    upgrade(fresh, Format("0001", 1))
    shape = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    assert ask(old, shape) == ask(fresh, shape)
    for pragma in ("PRAGMA user_version", "PRAGMA application_id"):
        assert ask(old, pragma) == ask(fresh, pragma)


def test_an_old_project_is_upgraded_after_a_backup_and_can_be_searched(old, tmp_path, opener):
    before = rows_of(old)
    store = opener(old)
    assert store.check() == []
    kinds = {query: [hit.kind for hit in store.search(query)] for query in (
        "poured", "uberlingen", "lovelace harbor", "北京", "inside", "rained", "whales"
    )}  # fmt: skip
    assert kinds == {
        "poured": ["article"],
        "uberlingen": ["article"],
        "lovelace harbor": ["note"],
        "北京": ["article", "highlight"],
        "inside": ["article", "highlight"],
        "rained": [],
        "whales": [],
    }
    store.close()
    assert (revision_of(old), ask(old, "PRAGMA user_version")) == (NEWEST.head, [(NEWEST.schema,)])
    assert rows_of(old) == before
    (backup,) = (tmp_path / "backups").iterdir()
    assert (revision_of(backup), rows_of(backup)) == ("0001", before)


def test_an_upgraded_project_goes_on_as_any_other(old, opener):
    store = opener(old)
    article = next(one.article for one in store.articles() if one.article.title == "茶")
    stored = add_highlight(store, article, (2, 4))
    assert stored.id in {hit.highlight_id for hit in store.search("大学")}
    for _ in range(2):
        store.undo()
    assert len(store.search("whales")) == 2
    assert store.check() == []
