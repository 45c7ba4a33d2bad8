from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from tests.formats.round_trips import USUAL, came_back

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.formats.taguette import TaguetteFormat

FORM = TaguetteFormat()
SCHEMA = """
CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT, description TEXT, created DATETIME);
CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, description TEXT, filename TEXT,
    created DATETIME, project_id INTEGER, text_direction TEXT, contents TEXT);
CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT);
CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER,
    end_offset INTEGER, snippet TEXT);
CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
INSERT INTO projects VALUES (1, 'Dam', '', '2026-11-22 09:10:49.017013');
INSERT INTO tags VALUES (1, 1, 'claim', 'Said'), (2, 1, 'claim.by.office', ''), (3, 1, 'op.x', '');
"""
PAGE = "<p>🥳 The <b>da</b>m</p>\r\n<p>Дамба &amp; e\u0301</p><p>سد</p>"


def made(path, page=PAGE, highlights=(), tags=(), direction="LEFT_TO_RIGHT", about=""):
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(SCHEMA)
        rows = ((1, "Talk", about, direction, page), (2, "Empty", "", "RIGHT_TO_LEFT", "<p>a"))
        database.executemany(
            "INSERT INTO documents (id, name, description, text_direction, contents)"
            " VALUES (?, ?, ?, ?, ?)", rows,
        )  # fmt: skip
        database.executemany("INSERT INTO highlights VALUES (?, ?, ?, ?, ?)", highlights)
        database.executemany("INSERT INTO highlight_tags VALUES (?, ?)", tags)
    return path


def test_bytes_among_text_nodes_become_places_in_lines(tmp_path):
    path = made(
        tmp_path / "t.sqlite3",
        highlights=[
            (1, 1, 5, 12, "<p>The <b>da</b>m</p>"),
            (2, 1, 13, 27, "<p>Дамба &amp; e</p>"),
            (3, 1, 9, 23, "<p><b>da</b>m</p>\n<p>Дамба</p>"),
            (4, 1, 29, 33, ""),
        ],
        tags=[(1, 1), (1, 2), (2, 3), (3, 1)],
    )
    before = path.read_bytes()
    assert FORM.fits(path, before[:4096])
    file, (found, empty) = came_back(FORM, path)
    assert found.text == "🥳 The dam\nДамба & e\u0301\nسد"
    assert [found.text[slice(*one.spans[0])] for one in found.highlights] == [
        "The dam", "The dam", "Дамба & e", "dam\nДамба", "سد",
    ]  # fmt: skip
    assert [(one.id, one.label) for one in found.highlights] == [
        ("1/1", "1"), ("1/2", "2"), ("2/3", "3"), ("3/1", "1"), ("4", ""),
    ]  # fmt: skip
    told = [one for one in found.highlights if one.quotes]
    assert [one.quotes[0] for one in told] == [
        found.text[slice(*one.spans[0])] for one in told
    ]  # fmt: skip
    assert (empty.text, empty.direction, empty.highlights) == ("a", "rtl", ())
    assert [(one.name, one.parent, one.definition) for one in file.labels] == [
        ("claim", "", "Said"), ("claim.by.office", "1", ""), ("op.x", "", ""),
    ]  # fmt: skip
    assert (file.project, file.settled) == ("2026-11-22 09:10:49.017013", True)
    assert path.read_bytes() == before


def test_what_is_wrong_is_told_and_the_rest_is_read(tmp_path):
    places = [(1, 1, -1, 3, ""), (2, 1, 9, 5, ""), (3, 1, 0, 99, ""), (4, 1, "x", 3, ""),
              (5, 1, 4, 5, ""), (6, 1, 5, 8, "<p>Tha</p>"), (7, 9, 0, 1, "")]  # fmt: skip
    path = made(tmp_path / "t.sqlite3", highlights=places, about="Of a dam")
    items = list(FORM.read(path, USUAL).items())
    told = [str(one) for one in items if isinstance(one, AnnotatorError)]
    assert sum("no stretch" in one for one in told) == 3
    assert sum("position 99 is outside" in one for one in told) == 1
    assert sum("descriptions of documents (1)" in one for one in told) == 1
    assert sum("documents that are gone (1)" in one for one in told) == 1
    found = next(one for one in items if not isinstance(one, AnnotatorError))
    # What is told of its words is kept where it contradicts the place.
    assert [(one.id, one.quotes) for one in found.highlights if one.quotes] == [("6", ("Tha",))]


@pytest.mark.parametrize("page", ["<p>a\0b", "\udcff"])
def test_a_document_that_no_article_can_hold_costs_no_other(tmp_path, page):
    path = made(tmp_path / "t.sqlite3", page="<p>x</p>")
    with closing(sqlite3.connect(path)) as database, database:
        raw = page.encode("utf-8", "surrogateescape")
        database.execute("UPDATE documents SET contents = CAST(? AS TEXT) WHERE id = 1", (raw,))
    problem, found = FORM.read(path, USUAL).items()
    assert "“Talk”" in str(problem)
    assert found.title == "Empty"


def test_other_databases_are_none(tmp_path):
    path = tmp_path / "o.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE documents (id)")
    assert not FORM.fits(path, path.read_bytes()[:4096])
    with pytest.raises(NotAnnotationsError):
        FORM.read(path, USUAL)
