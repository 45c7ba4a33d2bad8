from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.rich_project import rich_project
from tests.formats.round_trips import assert_round_trip, written
from tests.formats.sending import article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError, NoColumnForError
from annotator.formats.jsonl import JsonlFormat
from annotator.service.exchange_ports import ExchangeOptions

FORM = JsonlFormat()


def lines_of(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def read(path, text, **options):
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(FORM.read(path, ExchangeOptions(**options)).items())


def spans_in(items):
    return [(one.label, one.spans, one.quotes) for item in items for one in item.highlights]


@given(made=projects())
@settings(max_examples=share(4))
def test_every_highlight_comes_back_and_is_one_line(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("lines") / "a.jsonl"
    assert assert_round_trip(FORM, made, target) == []
    rows = lines_of(target)
    assert len(rows) == sum(len(one.made) for one in made.made)
    for row in rows:
        assert_reads_in_every_unit(row, made)


def assert_reads_in_every_unit(row, made):
    text = next(one.text for one in made.made if one.article.id == row["article_id"])
    units, data = text.encode("utf-16-le"), text.encode()
    assert row["quote"] == text[row["start"] : row["end"]]
    assert units[2 * row["start_utf16"] : 2 * row["end_utf16"]].decode("utf-16-le") == row["quote"]
    assert data[row["start_utf8"] : row["end_utf8"]].decode() == row["quote"]
    assert row["prefix"] + row["quote"] + row["suffix"] in text


def test_lines_of_highlights_alone_are_read_as_before(tmp_path):
    made = sent(article("one two", highlight((0, 3)), highlight((0, 3), (4, 7))),
                article("three", highlight((0, 2)), name="b"))  # fmt: skip
    written(FORM, made, tmp_path / "a.jsonl")
    rows = lines_of(tmp_path / "a.jsonl")
    for row in rows:
        for key in ("type", "label_id", "reviewer_id", "quotes"):
            row.pop(key, None)
    text = "".join(json.dumps(row) + "\n" for row in rows)
    items = read(tmp_path / "b.jsonl", text)
    assert FORM.fits(tmp_path / "b.jsonl", text.encode()[:4096])
    assert [(one.article_id, one.text) for one in items] == [
        (one.article.id, None) for one in made.made
    ]
    assert [one.spans for one in items[0].highlights] == [((0, 3), (4, 7)), ((0, 3),)]
    assert [one.quotes for one in items[0].highlights] == [(), ("one",)]


def test_the_same_project_makes_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        written(FORM, rich_project(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize(
    "change",
    [{"start": -1}, {"end": 0, "start": 2}, {"start": None}, {"spans": [[1]]}, {"cue": 7},
     {"type": "strange"}, {"spans": [["x", 2]]}],
)  # fmt: skip
def test_a_bad_line_is_told_and_the_rest_is_read(tmp_path, change):
    made = sent(article("one two", highlight((0, 3)), highlight((4, 7))))
    written(FORM, made, tmp_path / "a.jsonl")
    rows = lines_of(tmp_path / "a.jsonl")
    rows[-2] |= change
    text = "\r\n".join(["\ufeff", "nonsense", *map(json.dumps, rows), "[1]"])
    items = read(tmp_path / "b.jsonl", text)
    errors = [str(one) for one in items if isinstance(one, AnnotatorError)]
    assert len(errors) == 3
    assert all("line " in one for one in errors)
    assert spans_in(one for one in items if not isinstance(one, AnnotatorError)) == [
        ("official_claim", ((4, 7),), ("two",))
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"text": "a dam", "spans": [{"start": 2, "end": 5, "label": "A"}]}', ()),
        ('{"body": "a dam", "entities": [[2, 5, "A"]], "meta": {"url": "u"}}', ()),
        ('{"text": "a dam", "spans": [{"begin": "2", "to": 5, "tags": ["A"], "quote": "dam"}]}',
         ("dam",)),
        ('{"text": "dam", "start": 2, "end": 5, "label": "A", "document_id": 7}', ("dam",)),
        ('{"content": "a dam", "annotation": {"from": 2, "to": 5, "label": "A"}}', ()),
    ],
)  # fmt: skip
def test_lines_of_others_are_understood_by_their_shape(tmp_path, line, expected):
    items = read(tmp_path / "a.jsonl", line + "\n")
    assert spans_in(items) == [("A", ((2, 5),), expected)]


def test_keys_can_be_mapped(tmp_path):
    line = '{"x": {"body": "a dam"}, "y": [{"from": 2, "to": 5, "type": "A"}], "text": "no"}\n'
    (found,) = read(tmp_path / "a.jsonl", line, mapping=(("text", "x.body"), ("highlights", "y")))
    assert (found.text, spans_in([found])) == ("a dam", [("A", ((2, 5),), ())])
    with pytest.raises(NoColumnForError, match=r"“x\.body”"):
        read(tmp_path / "b.jsonl", '{"x": {"body": "a dam"}}')


def test_a_list_of_objects_is_read_as_lines_are(tmp_path):
    rows = [{"text": "a dam", "spans": [{"start": 2, "end": 5, "label": "A"}]}] * 2
    items = read(tmp_path / "a.json", json.dumps(rows, indent=1))
    assert len(spans_in(items)) == 2


def test_bytes_that_are_no_text_spoil_their_line_alone(tmp_path):
    good = b'{"text": "a dam", "spans": [[2, 5, "A"]]}\n'
    items = read(tmp_path / "a.jsonl", good + b'{"text": "\xff"}\n' + good)
    assert sum(isinstance(one, DamagedAnnotationsError) for one in items) == 1
    assert len(items) == 3


@pytest.mark.parametrize(
    "text",
    ['{"text": "a", "label": [[0, 1, "A"]]}', '{"text": "a", "spans": [], "answer": "accept"}',
     '{"text": "a", "entities": [{"id": 1, "start_offset": 0, "end_offset": 1, "label": "A"}]}',
     '{"text": "a", "annotations": [{"start_char": 0, "end_char": 1, "label_name": "A"}]}',
     '[{"text": "a", "ner": [{"start": 0, "end": 1, "labels": ["A"]}], "lead_time": 1.5}]',
     "[1, 2]", "{", "", "words"],
)  # fmt: skip
def test_other_files_are_left_alone(tmp_path, text):
    (tmp_path / "a").write_text(text)
    assert not FORM.fits(tmp_path / "a", text.encode())
