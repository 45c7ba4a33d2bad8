from __future__ import annotations

import json

from hypothesis import given, settings
from tests.examples import share
from tests.formats.rich_project import assert_rich, rich_project
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import article, highlight, projects, sent

from annotator.formats.project_jsonl import ProjectJsonlFormat
from annotator.formats.shared import jsonl_reading

FORM = ProjectJsonlFormat()


def lines_of(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


@given(made=projects())
@settings(max_examples=share(4))
def test_every_project_comes_back(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("lines") / "a.jsonl"
    assert assert_round_trip(FORM, made, target) == []
    _, items = came_back(FORM, target)
    assert [one.text for one in items] == [one.text for one in made.made]
    assert sum(row["type"] == "highlight" for row in lines_of(target)) == sum(
        len(one.made) for one in made.made
    )


def test_everything_that_a_highlight_has_comes_back(tmp_path):
    made = rich_project()
    written(FORM, made, tmp_path / "a.jsonl")
    file, items = came_back(FORM, tmp_path / "a.jsonl")
    assert_rich(items)
    assert file.project == made.project_id
    assert [one.definition for one in file.labels] == ["What an office says.", ""]
    assert file.labels[1].parent == file.labels[0].id
    assert (items[0].publisher, items[0].authors) == ("The Gazette", ("Ann Lee",))
    (row,) = [one for one in lines_of(tmp_path / "a.jsonl") if "unplaced" in one]
    assert row["unplaced"]["candidates"] == [{"spans": [[0, 3]], "quote": "The", "score": 0.5}]


def test_articles_without_highlights_are_there_and_an_empty_project_is_a_file(tmp_path):
    written(FORM, sent(article("one"), article("two", name="b")), tmp_path / "a.jsonl")
    assert [one.text for one in came_back(FORM, tmp_path / "a.jsonl")[1]] == ["one", "two"]
    written(FORM, sent(), tmp_path / "b.jsonl")
    assert came_back(FORM, tmp_path / "b.jsonl")[1] == []
    assert FORM.fits(tmp_path / "b.jsonl", (tmp_path / "b.jsonl").read_bytes()[:4096])


def test_many_highlights_of_an_article_come_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonl_reading, "MOST_AT_ONCE", 3)
    made = sent(article("one two", *(highlight((0, 3)) for _ in range(6))), article("x", name="b"))
    written(FORM, made, tmp_path / "a.jsonl")
    _, items = came_back(FORM, tmp_path / "a.jsonl")
    assert [(one.text, len(one.highlights)) for one in items] == [
        ("one two", 3),
        ("one two", 3),
        ("x", 0),
    ]


def test_the_same_project_makes_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        written(FORM, rich_project(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
