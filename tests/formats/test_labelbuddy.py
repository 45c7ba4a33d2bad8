from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.round_trips import USUAL, came_back
from tests.formats.sending import TEXTS

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.formats.labelbuddy import LabelbuddyFormat

FORM = LabelbuddyFormat()
TEXT = "e\u0301 😀 سد"
DOCUMENT = {
    "annotations": [
        {"end_byte": 8, "end_char": 4, "extra_data": "why", "label_name": "Face",
         "start_byte": 4, "start_char": 3},
        {"start_byte": 9, "end_byte": 13, "label_name": "Word"},
    ],
    "display_title": '<a href="https://example.org">The dam</a>',
    "metadata": {"url": "https://example.org/dam", "id": 7},
    "text": TEXT,
    "utf8_text_md5_checksum": "872edcd008dee45d894d5d3c9143f96b",
}  # fmt: skip


def put(path, *records):
    path.write_text("".join(f"{one}\n" for one in records), encoding="utf-8")
    return path


def lines(path, *records):
    return put(path, *(json.dumps(one, ensure_ascii=False) for one in records))


def test_documents_come_with_annotations_in_characters_or_bytes(tmp_path):
    path = lines(tmp_path / "a.jsonl", DOCUMENT, {"text": "none"})
    assert FORM.fits(path, path.read_bytes()[:4096])
    file, (found, empty) = came_back(FORM, path)
    assert [(TEXT[slice(*one.spans[0])], one.label, one.claim) for one in found.highlights] == [
        ("😀", "Face", {"note": "why"}),
        ("سد", "Word", {}),
    ]
    assert (found.title, found.url) == ("The dam", "https://example.org/dam")
    assert (empty.text, file.reading.name, file.settled) == ("none", "code-points", True)


@given(text=TEXTS, data=st.data())
def test_bytes_and_characters_tell_the_same_place(tmp_path_factory, text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, behind = len(text[:start].encode()), len(text[:end].encode())
    record = {"text": text, "annotations": [
        {"start_char": start, "end_char": end, "label_name": "a"},
        {"start_byte": before, "end_byte": behind, "label_name": "b"},
    ]}  # fmt: skip
    path = lines(tmp_path_factory.mktemp("labelbuddy") / "a.jsonl", record)
    _, (found,) = came_back(FORM, path)
    assert [one.spans for one in found.highlights] == [((start, end),)] * 2


def test_a_list_old_annotations_and_documents_without_their_text_are_read(tmp_path):
    old = {"utf8_text_md5_checksum": "c27b", "labels": [[4, 8, "Word"], [21, 22, "Number", 1]]}
    path = put(tmp_path / "a.json", json.dumps([old, DOCUMENT]))
    assert FORM.fits(path, path.read_bytes())
    _, (first, second) = came_back(FORM, path)
    assert (first.text, first.id, len(second.highlights)) == (None, "c27b", 2)
    assert [(one.spans, one.label, one.claim) for one in first.highlights] == [
        (((4, 8),), "Word", {}),
        (((21, 22),), "Number", {"note": "1"}),
    ]


def test_a_file_of_labels_gives_labels_alone(tmp_path):
    path = lines(tmp_path / "l.jsonl", {"color": "#FCAF3E", "name": "a", "shortcut_key": "p"},
                 {"name": "b"})  # fmt: skip
    file, items = came_back(FORM, path)
    assert ([(one.name, one.color) for one in file.labels], items) == (
        [("a", "#fcaf3e"), ("b", "")], [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("annotation", "reason"),
    [
        ({"start_char": -1, "end_char": 2, "label_name": "a"}, "no stretch"),
        ({"start_char": 3, "end_char": 2, "label_name": "a"}, "no stretch"),
        ({"start_char": 1.5, "end_char": 2, "label_name": "a"}, "no stretch"),
        ({"start_char": 10**40, "end_char": 10**41, "label_name": "a"}, "no stretch"),
        ({"start_byte": 0, "end_byte": 99, "label_name": "a"}, "position 99 is outside"),
        ({"start_char": 0, "end_char": 1}, "no label"),
        ("x", "no annotation"),
        ([1], "no label"),
    ],
)
def test_a_bad_annotation_costs_no_other(tmp_path, annotation, reason):
    good = {"start_char": 0, "end_char": 1, "label_name": "g"}
    path = lines(tmp_path / "a.jsonl", {"text": TEXT, "annotations": [annotation, good]})
    problem, found = FORM.read(path, USUAL).items()
    assert reason in str(problem)
    assert "line 1, annotation 1" in str(problem)
    assert [one.label for one in found.highlights] == ["g"]


def test_a_broken_line_costs_no_other(tmp_path):
    bad = ("{", "[" * 100_000, "[1]", '{"text": "a\\u0000b"}', '{"text": "\\ud800"}')
    good = (json.dumps({"text": word}) for word in "ab")
    path = put(tmp_path / "a.jsonl", next(good), *bad, next(good))
    items = list(FORM.read(path, USUAL).items())
    assert [one.text for one in items if not isinstance(one, AnnotatorError)] == ["a", "b"]
    told = [str(one) for one in items if isinstance(one, AnnotatorError)]
    assert [f"line {number}" in one for number, one in enumerate(told, 2)] == [True] * 5


def test_a_list_that_is_cut_off_gives_what_was_whole(tmp_path):
    path = put(tmp_path / "a.json", json.dumps([DOCUMENT, DOCUMENT])[:-9])
    found, problem = FORM.read(path, USUAL).items()
    assert len(found.highlights) == 2
    assert "document 2" in str(problem)


def test_files_of_other_tools_are_none(tmp_path):
    for head in (b'{"text": "a", "label": [[0, 1, "X"]]}', b'{"text": "a", "spans": []}', b"text"):
        assert not FORM.fits(tmp_path / "o.jsonl", head)
    for record in ({"words": "a"}, {"name": "a", "age": 3}):
        with pytest.raises(NotAnnotationsError):
            FORM.read(lines(tmp_path / "o.jsonl", record), USUAL)
