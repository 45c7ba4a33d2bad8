from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from tests.formats.round_trips import USUAL, came_back

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.file_errors import MissingFileError
from annotator.formats.qualcoder import QualCoderFormat

FORM = QualCoderFormat()
TEXT = "The 😀 dam.\r\nسد e\u0301"
# The columns that matter, and some that later versions add.
SCHEMA = """
CREATE TABLE project (databaseversion text, date text, memo text, about text, codername text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text,
    owner text, date text, av_text_id integer, risid integer, unique(name));
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text,
    supercatid integer);
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text,
    date text, color text);
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text,
    pos0 integer, pos1 integer, owner text, date text, memo text, important integer);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer,
    memo text, owner text, date text);
CREATE TABLE cases (caseid integer primary key, name text);
INSERT INTO project VALUES ('v11', '2024-01-15 10:00:00', '', 'QualCoder', 'ann');
INSERT INTO code_cat VALUES (1, 'Claims', 'ann', '', 'All', NULL), (2, 'Inner', 'ann', '', '', 1);
INSERT INTO code_name VALUES (1, 'Office', 'Says so', 2, 'ann', '', '#E6194B'),
    (2, 'Other', NULL, NULL, 'ann', '', 'red');
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "dam.qda"
    made.mkdir()
    with closing(sqlite3.connect(made / "data.qda")) as database, database:
        database.executescript(SCHEMA)
    return made


def put(folder, table, *rows):
    marks = ", ".join("?" for _ in rows[0])
    insert = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - the tests' own names
    with closing(sqlite3.connect(folder / "data.qda")) as database, database:
        database.executemany(insert, rows)


def source(number, text, name="Talk", kept=None):
    return (number, f"{name} {number}", text, kept, "", "ann", "", None, None)


def coded(number, file, start, end, *, text="", code=1, memo="", owner="ann"):
    return (number, code, file, text, start, end, owner, "2024-01-15 10:00:00", memo, None)


def test_codes_and_annotations_on_texts_come_with_who_when_and_why(folder):
    put(folder, "source", source(1, TEXT), source(2, "b"))
    put(folder, "code_text", coded(1, 1, 4, 9, text="😀 dam", memo="why"),
        coded(2, 2, 0, 1, text="b", code=2, owner="bo"))  # fmt: skip
    put(folder, "annotation", (7, 1, 12, 14, "Look", "bo", "2024-01-16 10:00:00"))
    data = folder / "data.qda"
    before = data.read_bytes()
    assert FORM.fits(folder, b"")
    assert FORM.fits(data, before[:4096])
    file, (first, second) = came_back(FORM, folder)
    assert first.text == TEXT
    one, noted = first.highlights
    assert (TEXT[slice(*one.spans[0])], one.quotes) == ("😀 dam", ("😀 dam",))
    assert (one.id, one.label, one.reviewer, one.claim) == ("1", "1", "ann", {"note": "why"})
    assert one.created == "2024-01-15T10:00:00.000Z"
    assert (noted.id, noted.label, noted.claim) == ("annotation 7", "", {"note": "Look"})
    assert [(each.label, each.reviewer) for each in second.highlights] == [("2", "bo")]
    assert [(each.id, each.name, each.color, each.parent) for each in file.labels] == [
        ("category 1", "Claims", "", ""), ("category 2", "Inner", "", "category 1"),
        ("1", "Office", "#e6194b", "category 2"), ("2", "Other", "", ""),
    ]  # fmt: skip
    assert (file.project, file.reading.name, file.settled) == (
        "2024-01-15 10:00:00", "code-points", True,
    )  # fmt: skip
    assert [each.title for each in came_back(FORM, data)[1]] == ["Talk 1", "Talk 2"]
    assert data.read_bytes() == before


def test_what_is_wrong_or_no_text_is_told_and_the_rest_is_read(folder):
    put(folder, "source", source(1, None, kept="/images/a.png"), source(2, "a\0b"),
        source(3, "abc"), source(4, "", kept="/docs/b.txt"), source(5, ""))  # fmt: skip
    put(folder, "code_text", coded(1, 3, -1, 2), coded(2, 3, 2, 1), coded(3, 3, "x", 1),
        coded(4, 3, 0, 3, text="abc"), coded(5, 9, 0, 1))  # fmt: skip
    put(folder, "cases", (1, "a"), (2, "b"))
    items = list(FORM.read(folder, USUAL).items())
    found = [one for one in items if not isinstance(one, AnnotatorError)]
    assert [(one.text, len(one.highlights)) for one in found] == [("abc", 1), ("", 0)]
    told = " ".join(str(one) for one in items if isinstance(one, AnnotatorError))
    assert told.count("no stretch of a text") == 3
    for words in ("NUL", "cases (2)", "files without a text (2)", "files that are gone (1)"):
        assert words in told


def test_an_old_project_without_annotations_is_read(folder):
    with closing(sqlite3.connect(folder / "data.qda")) as database, database:
        database.executescript("DROP TABLE annotation; DROP TABLE cases; DROP TABLE project")
    assert came_back(FORM, folder)[1] == []


def test_other_folders_and_databases_are_none(tmp_path):
    assert not FORM.fits(tmp_path, b"")
    with pytest.raises(MissingFileError):
        FORM.read(tmp_path, USUAL)
    with closing(sqlite3.connect(tmp_path / "data.qda")) as database, database:
        database.execute("CREATE TABLE source (id)")
    assert not FORM.fits(tmp_path, b"")
    with pytest.raises(NotAnnotationsError):
        FORM.read(tmp_path, USUAL)
