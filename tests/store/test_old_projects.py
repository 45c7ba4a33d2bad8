"""Every older form of a project file is kept as the text that makes it, and still opens."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.samples import add_highlight

from annotator.core.claim_fields import DEFAULT_VERDICTS
from annotator.core.records import Origin
from annotator.store.format import NEWEST, Format, revision_of
from annotator.store.upgrade import upgrade

FILES = Path(__file__).parent / "files"
FORMS = {"0001": 1, "0002": 2, "0003": 3, "0004": 4, "0005": 5, "0006": 6}
TABLES = (
    "article", "revision", "paragraph", "highlight", "part", "claim", "mark", "label", "change",
    "change_item", "codebook_revision",
)  # fmt: skip


def made(form, tmp_path):
    """Return a project as the program wrote it in an older form."""
    path = tmp_path / f"old {form}.factproj"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FILES / f"project_{form}.sql").read_text("utf-8"))
    return path


@pytest.fixture
def old(tmp_path):
    """A project as the program wrote it before there was search."""
    return made("0001", tmp_path)


@pytest.fixture
def later(tmp_path):
    """A project as the program wrote it before the codebook could be edited."""
    return made("0002", tmp_path)


def ask(path, question):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def rows_of(path, like):
    """Return every row by the columns that a project of an older form has."""
    columns = {
        name: ", ".join(f'"{row[1]}"' for row in ask(like, f"PRAGMA table_info({name})"))
        for name in TABLES
    }
    return {
        name: ask(path, f"SELECT {chosen} FROM {name} ORDER BY 1, 2")  # noqa: S608 - the names stand above
        for name, chosen in columns.items()
    }


@pytest.mark.parametrize("form", FORMS)
def test_the_kept_file_has_the_form_that_its_migrations_make(form, tmp_path):
    old, fresh = made(form, tmp_path), tmp_path / "fresh.factproj"
    fresh.touch()
    upgrade(fresh, Format(form, FORMS[form]))
    shape = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    assert ask(old, shape) == ask(fresh, shape)
    for pragma in ("PRAGMA user_version", "PRAGMA application_id"):
        assert ask(old, pragma) == ask(fresh, pragma)


def test_an_old_project_is_upgraded_after_a_backup_and_can_be_searched(old, tmp_path, opener):
    before = rows_of(old, old)
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
    (backup,) = (tmp_path / "backups").iterdir()
    assert (revision_of(backup), rows_of(backup, backup)) == ("0001", before)
    assert rows_of(old, backup) == before


def test_an_upgraded_project_goes_on_as_any_other(old, opener):
    store = opener(old)
    article = next(one.article for one in store.articles() if one.article.title == "茶")
    stored = add_highlight(store, article, (2, 4))
    assert stored.id in {hit.highlight_id for hit in store.search("大学")}
    for _ in range(2):
        store.undo()
    assert len(store.search("whales")) == 2
    assert store.check() == []


def test_what_the_codebook_brought_is_there_after_an_upgrade(later, opener):
    before = ask(later, "SELECT guideline, revision FROM codebook_revision ORDER BY revision")
    store = opener(later)
    assert store.check() == []
    codebook = store.codebook()
    assert (codebook.guideline, codebook.revision) == before[-1]
    assert codebook.verdicts == DEFAULT_VERDICTS
    assert {(label.fields, label.revised) for label in codebook.labels} == {((), 0)}
    assert store.speakers() == ["Ada Lovelace", "Émile"]
    assert {(one.article.finished, one.article.finished_by) for one in store.articles()} == {
        ("", None)
    }
    assert {one.cue for one in store.highlights()} == {None}


@pytest.mark.parametrize("form", FORMS)
def test_every_change_of_an_old_project_can_be_undone_redone_and_gone_to(form, tmp_path, opener):
    store = opener(made(form, tmp_path))
    newest, seen = store.history(1)[0].sequence, list(store.highlights())
    steps = 0
    while store.undo_title() is not None:
        store.undo()
        steps += 1
    assert store.articles() == []
    assert store.check() == []
    for _ in range(steps):
        store.redo()
    assert list(store.highlights()) == seen
    for sequence in range(newest + 1):
        store.jump(sequence)
    assert list(store.highlights()) == seen
    assert store.check() == []


def test_no_highlight_of_an_old_project_came_from_a_file(tmp_path, opener):
    store = opener(made("0004", tmp_path))
    assert store.check() == []
    assert {one.origin for one in store.highlights()} == {None}
    (waiting,) = store.unplaced_highlights()
    with store.writing() as work:
        work.put(replace(waiting, origin=Origin("brat", "T1", "00")))
        work.commit("Import")
    assert store.highlight_by_id(waiting.id).origin == Origin("brat", "T1", "00")
    store.undo()
    assert store.highlight_by_id(waiting.id) == waiting
    assert store.check() == []


def test_no_highlight_of_an_old_project_has_lost_its_place(tmp_path, opener):
    store = opener(made("0003", tmp_path))
    assert {one.unplaced for one in store.highlights()} == {None}
    assert [one.cue for one in store.highlights()].count(None) == 4
    assert [bool(one.article.finished) for one in store.articles()].count(True) == 1
    assert store.check() == []


def test_nothing_of_an_old_project_was_exchanged_with_a_team(tmp_path, opener):
    path = made("0005", tmp_path)
    store = opener(path)
    assert store.check() == []
    for table in ("article", "label", "guideline", "claim", "highlight", "mark"):
        assert {row for (row,) in ask(path, f"SELECT shared FROM {table}")} == {"{}"}  # noqa: S608 - the names stand above
    assert ask(path, "SELECT renamed FROM reviewer") == [(0,)] * 3
    assert ask(path, "SELECT * FROM alias") + ask(path, "SELECT * FROM sent") == []


def test_what_a_team_wrote_in_an_old_project_tells_the_times_that_are_known(tmp_path, opener):
    path = made("0006", tmp_path)
    store = opener(path)
    assert store.check() == []
    for table in ("reviewer", "revision"):
        assert {row for (row,) in ask(path, f"SELECT extra FROM {table}")} == {"{}"}  # noqa: S608 - the names stand above
    kinds = ("label", "guideline", "article", "claim", "highlight", "mark")
    found = [one for kind in kinds for one in store.all_shared(kind)]
    found += [one for kind in kinds for one in store.removed_shared(kind)]
    assert {one.modified for one in found} == {""}
    assert len([one for one in found if not one.there]) == 1
    label = store.codebook().labels[0]
    with store.writing() as work:
        work.put(replace(label, name="Another"))
        work.commit("Rename")
    (renamed,) = store.shared_objects("label", [label.id]).values()
    assert renamed.modified
    store.undo()
    assert store.check() == []
