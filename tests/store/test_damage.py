"""Whatever a file holds, there are answers, findings and kind sentences, and no traceback."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.samples import add_article, add_highlight, mark_on, profile_in

from annotator.core.errors import AnnotatorError
from annotator.core.project_errors import (
    DamagedProjectError,
    EmptyProjectError,
    ForeignSchemaError,
)
from annotator.store.project_file import open_project

FLIPS = 60


@pytest.fixture(scope="module")
def some_of_everything(template, tmp_path_factory):
    """A project file with some of everything in it, closed."""
    folder = tmp_path_factory.mktemp("written")
    path = shutil.copy(template, folder / "facts.factproj")
    store = open_project(path, profile=profile_in(folder))
    article = add_article(store)
    for start in range(12):
        add_highlight(store, article, (start, start + 9), label=start % 3)
    with store.writing() as work:
        work.put(mark_on(store, article, (42, 50)))
        work.commit("Review")
    store.undo()
    store.undo()
    store.redo()
    store.close()
    return path


@pytest.fixture
def written(some_of_everything, project_path):
    """Return a copy of it that may be damaged."""
    return Path(shutil.copy(some_of_everything, project_path))


def alter(path, *statements):
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def use(store):
    """Ask everything and do everything; return the sentences that this was answered with."""
    sentences = []

    def tag():
        for one in store.articles():
            add_highlight(store, one.article, (3, 5))

    asked = (
        store.articles,
        store.stats,
        store.codebook,
        store.history,
        store.reviewers,
        lambda: [store.content(one.article.id) for one in store.articles()],
        lambda: list(store.highlights()),
        store.undo_title,
        tag,
        store.undo,
        store.redo,
        store.outside_changes,
    )
    for one in asked:
        try:
            one()
        except AnnotatorError as error:
            sentences.append(str(error))
    return sentences


def assert_kind(sentences):
    for one in sentences:
        assert "\n" not in one
        assert not any(word in one for word in ("sqlalche.me", "SELECT", "INSERT"))


def test_a_flipped_bit_never_raises_anything_but_a_kind_sentence(written, opener):
    raw = written.read_bytes()
    dice = random.Random(7)
    places = [place for place, byte in enumerate(raw) if byte]
    told = 0
    for place in dice.choices(places, k=FLIPS):
        flipped = bytearray(raw)
        flipped[place] ^= 1 << dice.randrange(8)
        written.write_bytes(flipped)
        try:
            store = opener(written)
        except AnnotatorError:
            told += 1
            continue
        findings = store.check()
        told += bool(findings)
        assert_kind(f"{one.subject}: {one.message}" for one in findings)
        assert_kind(use(store))
        store.close()
    # The text of a table may tell the same with another letter, or in another case.
    assert told >= FLIPS * 0.85


DAMAGE = {
    "the project's row": "DELETE FROM project",
    "the project's row twice": "UPDATE project SET codebook_revision = 9",
    "the codebook's row": "DELETE FROM codebook_revision",
    "a list": "UPDATE label SET tests = '{['",
    "a list that is a number": "UPDATE article SET authors = '7'",
    "an id": "UPDATE article SET uuid = x'00'",
    "a kind": "UPDATE change_item SET kind = 'hihglight'",
    "a state": "UPDATE change_item SET before = '7', after = '{}'",
    "a text": "UPDATE article SET title = CAST(x'ff41' AS TEXT)",
    "a given key": "UPDATE sqlite_sequence SET seq = 1",
    "a label": "DELETE FROM label",
    "the guideline": "DELETE FROM guideline",
    "a cue": "UPDATE highlight SET cue = '[7]'",
    "a figure": "DELETE FROM progress",
    "a table": "DROP TABLE mark_part",
    "a column": "ALTER TABLE highlight DROP COLUMN modified",
    "the paragraphs": "DELETE FROM paragraph",
    "negative places": "UPDATE part SET start = -9, length = 3",
    "continued spans": "UPDATE part SET continues = 1",
}


@pytest.mark.parametrize("statement", DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_under_an_open_project_is_found_and_told(written, opener, statement):
    store = opener(written)
    store.articles()
    alter(written, "PRAGMA foreign_keys = OFF", statement)
    assert store.check()
    assert_kind(use(store))
    store.close()
    try:
        store = opener(written)
    except AnnotatorError:
        return
    assert store.check()
    assert_kind(use(store))


def test_a_broken_promise_of_the_file_at_commit_is_damage(written, opener):
    store = opener(written)
    alter(written, "PRAGMA foreign_keys = OFF", "UPDATE sqlite_sequence SET seq = 1")
    with pytest.raises(DamagedProjectError, match="next key") as raised:
        add_highlight(store, store.articles()[0].article, (3, 5))
    assert isinstance(raised.value.__cause__, sqlite3.IntegrityError)


def test_a_bug_in_a_sound_file_stays_a_bug(written, opener):
    store = opener(written)
    with pytest.raises(KeyError), store.writing():
        raise KeyError("ours")


def test_a_file_cut_to_nothing_under_an_open_project_is_told_as_empty(written, opener):
    store = opener(written)
    article = store.articles()[0].article
    written.write_bytes(b"")
    with pytest.raises(EmptyProjectError, match="is empty"):
        store.articles()
    with pytest.raises(EmptyProjectError, match="is empty"):
        add_highlight(store, article, (3, 5))
    assert store.check()


TRIGGER = "CREATE TRIGGER spy AFTER INSERT ON highlight BEGIN DELETE FROM mark; END"
VIEW = "CREATE VIEW look AS SELECT * FROM highlight"


@pytest.mark.parametrize(
    ("statement", "name"), [(TRIGGER, "trigger spy"), (VIEW, "view look")], ids=["trigger", "view"]
)
def test_a_received_project_with_commands_in_it_is_refused(written, opener, statement, name):
    alter(written, statement)
    before = written.read_bytes()
    with pytest.raises(ForeignSchemaError, match=name):
        opener(written)
    assert written.read_bytes() == before


def test_commands_put_into_an_open_project_are_found(written, opener):
    store = opener(written)
    alter(written, TRIGGER)
    assert [one.subject for one in store.check()] == ["trigger spy"]


ALTERED = {
    "title": ("UPDATE change SET title = 'Other' WHERE sequence = 3", "change 3"),
    "time": ("UPDATE change SET at = '2020' WHERE sequence = 3", "change 3"),
    "replica": ("UPDATE replica SET uuid = randomblob(16)", "change 1"),
    "reviewer": ("UPDATE reviewer SET name = 'Bo'", "reviewer "),
    "item": ("UPDATE change_item SET after = NULL WHERE sequence = 3", "change 3"),
    "item gone": ("DELETE FROM change_item WHERE sequence = 3", "change 3"),
    "gone": ("DELETE FROM change WHERE sequence = 3", "change 4"),
    "end gone": ("DELETE FROM change WHERE sequence > 14", "history"),
    "hash": ("UPDATE change SET hash = randomblob(32) WHERE sequence = 3", "change 3"),
    "codebook": ("UPDATE codebook_revision SET guideline = 'Anything.'", "codebook_revision 1"),
    "project": ("UPDATE project SET name = 'Other'", "project "),
    "tombstone": ("UPDATE tombstone SET version = '{\"1\":99}'", "tombstone "),
}


@pytest.mark.parametrize(("statement", "subject"), ALTERED.values(), ids=ALTERED.keys())
def test_an_altered_history_is_found_and_hinders_no_undo(written, opener, statement, subject):
    store = opener(written)
    store.undo()
    store.close()
    alter(written, "PRAGMA foreign_keys = OFF", statement)
    store = opener(written)
    assert any(one.subject.startswith(subject) for one in store.check())
    if statement.startswith("UPDATE change SET"):
        add_highlight(store, store.articles()[0].article, (3, 5))
        assert store.undo().alterations
