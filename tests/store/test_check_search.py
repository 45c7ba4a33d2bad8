from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.samples import add_article, highlight_on, profile_in

from annotator.core.project_errors import ReadOnlyProjectError
from annotator.core.records import ClaimRecord
from annotator.store.clock import new_id, now
from annotator.store.engine import Database
from annotator.store.project_file import open_project

FIRST = "it rained we stayed inside she said"
TAKE_OUT = "INSERT INTO paragraph_words (paragraph_words, rowid, words) VALUES ('delete', 1, '{}')"
PUT = "INSERT INTO {} (rowid, words) VALUES ({}, '{}')"


@pytest.fixture(scope="module")
def indexed(template, tmp_path_factory):
    """A project with an article, a highlight and a note, all of them indexed."""
    folder = tmp_path_factory.mktemp("indexed")
    path = shutil.copy(template, folder / "facts.factproj")
    store = open_project(path, profile=profile_in(folder))
    claim = ClaimRecord(new_id(), now(), now(), speaker="Ada")
    fresh = highlight_on(store, add_article(store), (0, 9))
    with store.writing() as work:
        work.put(claim)
        work.put(replace(fresh, claim_id=claim.id))
        work.commit("Tag")
    assert store.check() == []
    store.close()
    return path


@pytest.fixture
def path(indexed, project_path):
    """Return a copy of it that may be damaged."""
    return Path(shutil.copy(indexed, project_path))


def damage(path, *statements):
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def found_in(store):
    return [f"{one.subject}: {one.message}" for one in store.check()]


@pytest.mark.parametrize(
    ("statements", "subject", "message"),
    [
        (["DELETE FROM title_words"], "article ", "Search does not find it."),
        (["DELETE FROM quote_words"], "highlight ", "Search does not find it."),
        (["DELETE FROM claim_words"], "claim ", "Search does not find it."),
        (["UPDATE title_words SET words = 'snow'"], "article ", "words that it does not have"),
        (["UPDATE quote_words SET words = 'it'"], "highlight ", "words that it does not have"),
        (["UPDATE claim_words SET words = 'bo'"], "claim ", "words that it does not have"),
        ([PUT.format("title_words", 99, "x")], "search: ", "It finds article 99, which is not"),
        ([PUT.format("quote_words", 99, "x")], "search: ", "It finds highlight 99, which is not"),
        ([PUT.format("claim_words", 99, "x")], "search: ", "It finds claim 99, which is not"),
        ([PUT.format("paragraph_words", 99, "x")], "search: ", "It finds paragraph 99, which"),
        ([TAKE_OUT.format(FIRST)], "paragraph 1", "Search does not find it."),
        (
            [TAKE_OUT.format(FIRST), PUT.format("paragraph_words", 1, FIRST[3:])],
            "paragraph 1",
            "words that it does not have",
        ),
        (
            [TAKE_OUT.format(FIRST), PUT.format("paragraph_words", 1, f"rained it {FIRST[10:]}")],
            "paragraph 1",
            "words that it does not have",
        ),
        (["UPDATE quote_words_content SET c0 = 'snow'"], "search index quote_words", "malformed"),
        (["DELETE FROM title_words_data WHERE id > 10"], "search index title_words", "malformed"),
        (["DELETE FROM paragraph_words_data WHERE id > 10"], "search index para", "malformed"),
        (["DELETE FROM paragraph_words_docsize WHERE id = 1"], "paragraph 1", "does not have"),
        (["UPDATE paragraph_words_docsize SET sz = x'09'"], "paragraph 1", "does not have"),
        (["UPDATE paragraph_words_data SET block = x'0101' WHERE id = 1"], "search", "how long"),
        (["DELETE FROM quote_words_docsize"], "search index quote_words", "malformed"),
        (["DROP TABLE claim_words"], "search index claim_words", "no such table"),
        (["DROP TABLE paragraph_words"], "search: ", "It cannot be read"),
    ],
)
def test_each_difference_is_named(path, opener, statements, subject, message):
    damage(path, *statements)
    found = found_in(opener(path))
    assert any(one.startswith(subject) and message in one for one in found), found


@pytest.fixture(scope="module")
def long(template, tmp_path_factory):
    """A project whose every table of the index takes several pages."""
    many = " ".join(f"word{number}" for number in range(4000))
    folder = tmp_path_factory.mktemp("long")
    path = shutil.copy(template, folder / "facts.factproj")
    store = open_project(path, profile=profile_in(folder))
    claim = ClaimRecord(new_id(), now(), now(), note=many)
    article = add_article(store, text=many, title=many)
    fresh = highlight_on(store, article, (0, len(many)))
    with store.writing() as work:
        work.put(claim)
        work.put(replace(fresh, claim_id=claim.id, quote=many))
        work.commit("Tag")
    assert store.check() == []
    store.close()
    return path


@pytest.fixture
def long_path(long, project_path):
    """Return a copy of it that may be damaged."""
    return Path(shutil.copy(long, project_path))


@pytest.mark.parametrize("name", ["paragraph_words", "title_words", "quote_words", "claim_words"])
@pytest.mark.parametrize(
    "which", ["", "WHERE term = (SELECT max(term) FROM {name}_idx)"], ids=["all", "one"]
)
def test_words_that_searches_cannot_look_up_are_named(long_path, opener, name, which):
    damage(long_path, f"DELETE FROM {name}_idx {which.format(name=name)}")  # noqa: S608 - written here
    (found,) = found_in(opener(long_path))
    assert found.startswith(f"search index {name}: Searches miss what has “word")
    assert found.endswith(" other words.")


def test_nothing_else_is_named_where_one_row_is_missing(path, opener):
    damage(path, "DELETE FROM quote_words")
    (finding,) = opener(path).check()
    assert finding.message == "Search does not find it."


def test_a_project_that_cannot_be_written_is_compared_all_the_same(path, opener, monkeypatch):
    def refuse(self):
        raise ReadOnlyProjectError(self.path)

    damage(path, "DELETE FROM quote_words")
    store = opener(path)
    monkeypatch.setattr(Database, "writing", refuse)
    assert [one.message for one in store.check()] == ["Search does not find it."]


def test_the_check_leaves_nothing_behind(path, opener):
    store = opener(path)
    store.check()
    assert store.check() == []
    temporary = store._database.driver.execute("SELECT count(*) FROM temp.sqlite_schema")
    assert temporary.fetchone() == (0,)
