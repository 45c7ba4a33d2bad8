from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from tests.store.samples import (
    TEXT,
    add_article,
    add_highlight,
    highlight_on,
    mark_on,
    profile_in,
    revision_of,
)

from annotator.core.project_errors import DamagedProjectError
from annotator.core.records import ClaimRecord
from annotator.store.clock import new_id, now
from annotator.store.project_file import open_project

QUOTE = "We stayed inside"


@pytest.fixture(scope="module")
def sound(template, tmp_path_factory):
    """A project file with some of everything in it, and nothing wrong with it."""
    folder = tmp_path_factory.mktemp("sound")
    path = shutil.copy(template, folder / "facts.factproj")
    store = open_project(path, profile=profile_in(folder))
    article = add_article(store)
    start = TEXT.index(QUOTE)
    claim = ClaimRecord(new_id(), now(), now(), speaker="Ada")
    fresh = replace(highlight_on(store, article, (start, start + len(QUOTE))), claim_id=claim.id)
    with store.writing() as work:
        work.put(claim)
        work.put(fresh)
        work.put(mark_on(store, article, (42, 50)))
        work.commit("Tag")
    add_highlight(store, article, (0, 4), label=1)
    store.undo()
    assert store.check() == []
    store.close()
    return path


@pytest.fixture
def damaged(sound, project_path, opener):
    """Alter a copy behind the program's back, and return what the check finds."""
    shutil.copy(sound, project_path)

    def alter(*statements):
        with closing(sqlite3.connect(project_path)) as connection, connection:
            for statement in statements:
                connection.execute(statement)
        return [f"{one.subject}: {one.message}" for one in opener(project_path).check()]

    return alter


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE highlight SET quote = 'We stayed insidf'", "Its content does not match its hash"),
        ("UPDATE highlight SET quote = 'We stayed insidf'", "Its quote is not the text under it"),
        ("UPDATE highlight SET label_key = 2", "It differs from its last change"),
        ("UPDATE highlight SET label_key = 2", "highlights of label 2, but 0 are kept"),
        ("UPDATE highlight SET version = '{\"1\":9}'", "does not match its hash"),
        ("UPDATE part SET start = start + 1", "Its quote is not the text under it"),
        ("UPDATE part SET ordinal = ordinal + 1", "Its parts are not numbered"),
        ("UPDATE mark_part SET ordinal = ordinal + 1", "Its parts are not numbered"),
        ("UPDATE mark_part SET ordinal = -1", "Its parts are not numbered"),
        ("DELETE FROM part", "does not match its hash"),
        ("UPDATE mark SET created = 'never'", "mark"),
        ("UPDATE mark_part SET length = 1", "mark"),
        ("UPDATE claim SET speaker = 'Bo'", "claim"),
        ("UPDATE label SET name = 'other' WHERE key = 1", "label"),
        ("UPDATE label SET fields = '[\"note\"]' WHERE key = 1", "label"),
        ("UPDATE guideline SET text = 'other'", "guideline"),
        ("INSERT INTO speaker_count VALUES ('Zoe', 'zoe', 1)", "0 claim records name"),
        ("UPDATE highlight SET cue = '[[1,2,900,0]]'", "cue lies outside"),
        ("""UPDATE highlight SET origin = '{"tool":"x","id":7,"digest":""}'""", "Where it came"),
        ("UPDATE change SET goes_to = 0 WHERE sequence = 2", "misstates"),
        ("UPDATE article SET title = 'Rein'", "article"),
        ("UPDATE revision SET segmenter = 'other'", "revision"),
        ("UPDATE paragraph SET text = replace(text, 'rained', 'rainee')", "revision"),
        ("UPDATE paragraph SET text = replace(text, 'rained', 'rainee')", "paragraph 1: Its text"),
        ("UPDATE paragraph SET sentence_ends = '[12,40]' WHERE key = 1", "paragraph 1"),
        ("UPDATE paragraph SET sentence_ends = '[40,12]' WHERE key = 1", "do not fit its text"),
        ("UPDATE paragraph SET chars = 39 WHERE key = 1", "Its length"),
        ("UPDATE paragraph SET sentences = 5 WHERE key = 1", "has 2 sentences, but 5 are kept"),
        ("DELETE FROM revision_paragraph WHERE ordinal = 3", "revision"),
        ("UPDATE progress SET reviewed = reviewed + 1", "are 5, 2, 1, but 5, 3, 1 are kept"),
        ("UPDATE progress SET sentences = 1", "are 5, 2, 1, but 1, 2, 1 are kept"),
        ("DELETE FROM progress", "but none are kept"),
        ("UPDATE label_count SET count = 7 WHERE label_key = 1", "but 7 are kept"),
        ("UPDATE change SET undo_head = 1 WHERE sequence = 4", "change 4: It misstates"),
        ("UPDATE change SET redo_head = NULL WHERE sequence = 4", "change 4: It misstates"),
        ("UPDATE change SET compensates = NULL WHERE sequence = 4", "change 4: It misstates"),
        (
            "UPDATE change_item SET after = NULL WHERE kind = 'claim'",
            "It differs from its last change",
        ),
        ("UPDATE change_item SET after = '{' WHERE kind = 'claim'", "history: It cannot be read"),
        ("DELETE FROM change_item WHERE kind = 'mark'", "No change tells of it"),
        ("DELETE FROM tombstone", "removed without a tombstone"),
        (
            "INSERT INTO tombstone SELECT uuid, 'mark', '{}', 1, x'00', NULL FROM mark",
            "yet it has a tombstone",
        ),
        ("DELETE FROM mark", "its last change left it there"),
        ("DELETE FROM claim", "highlight: Row 1 names a claim that is not there"),
        ("UPDATE highlight SET quote = CAST(x'ff41' AS TEXT)", "does not match its hash"),
        ("UPDATE paragraph SET text = CAST(x'ff41' AS TEXT) WHERE key = 1", "paragraph 1"),
        ("UPDATE label SET tests = CAST(x'ff' AS TEXT)", "hashes: It cannot be read"),
    ],
)
def test_each_difference_is_named(damaged, statement, named):
    findings = damaged("PRAGMA foreign_keys = OFF", statement)
    assert any(named in one for one in findings), findings


@pytest.mark.parametrize("words", [QUOTE, "rained", "3.5 degrees"])
def test_a_bit_flipped_in_the_raw_file_is_found(project_path, damaged, opener, words):
    raw = bytearray(project_path.read_bytes())
    at = raw.find(words.encode())
    places = 0
    while at >= 0:
        flipped = bytearray(raw)
        flipped[at + 2] ^= 1
        project_path.write_bytes(flipped)
        store = opener(project_path)
        assert store.check(), f"byte {at + 2}"
        store.close()
        places += 1
        at = raw.find(words.encode(), at + 1)
    assert places


def test_torn_pages_are_findings_or_a_damaged_project_never_a_crash(project_path, damaged, opener):
    raw = project_path.read_bytes()
    found = 0
    for page in range(1, len(raw) // 4096):
        torn = raw[: page * 4096] + bytes(4096) + raw[(page + 1) * 4096 :]
        project_path.write_bytes(torn)
        try:
            found += bool(opener(project_path).check())
        except DamagedProjectError:
            found += 1
    assert found >= len(raw) // 4096 * 0.9


def test_a_text_edited_under_a_highlight_is_no_damage(store):
    article = add_article(store)
    stored = add_highlight(store, article, (0, 9), label=2)
    revision = revision_of(TEXT.replace("It rained", "It snowed"), article.id, number=2)
    with store.writing() as work:
        work.put(revision)
        work.put(replace(article, revision_id=revision.id))
        work.put(replace(stored, revision_id=revision.id))
        work.commit("Edit")
    assert store.check() == []
    fresh = replace(highlight_on(store, article, (0, 9)), revision_id=revision.id, quote="wrong")
    with store.writing() as work:
        work.put(fresh)
        work.commit("Tag")
    assert [one.message for one in store.check()] == ["Its quote is not the text under it."]
