from __future__ import annotations

import json
import zipfile
from itertools import pairwise

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.round_trips import USUAL, assert_round_trip, came_back, written
from tests.formats.sending import article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import LeftOutError
from annotator.core.foreign_values import Reading, Unit
from annotator.formats.doccano import DoccanoFormat
from annotator.service.exchange_ports import ExchangeOptions, Loss

FORM = DoccanoFormat()
RELATION = ExchangeOptions(variant="relation")
ENTITY = '"label": "A", "start_offset": 2, "end_offset": 5'
# One text in each of the ways that doccano has written spans.
WAYS = [
    '{"id": 5, "text": "a dam", "label": [[2, 5, "A"]], "Comments": []}',
    '{"id": 5, "text": "a dam", "labels": [[2, 5, "A"]]}',
    '{"id": 5, "data": "a dam", "label": [[2, 5, "A"]], "meta": {"page": 1}}',
    f'{{"id": 5, "text": "a dam", "entities": [{{"id": 9, {ENTITY}}}], "relations": []}}',
    f'{{"text": "a dam", "annotations": [{{{ENTITY}, "user": 1}}], "annotation_approver": null}}',
    '{"text": "a dam", "cats": [], "entities": [[2, 5, "A"]]}',
]


def read(path, text, **options):
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    items = list(FORM.read(path, ExchangeOptions(**options)).items())
    errors = [one for one in items if isinstance(one, AnnotatorError)]
    return [one for one in items if one not in errors], errors


def spans_in(items):
    return [(one.label, one.spans) for item in items for one in item.highlights]


@given(made=projects())
@settings(max_examples=share(12))
def test_a_project_that_allows_no_overlap_takes_what_is_written(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("lines") / "a"
    written(FORM, made, target, ExchangeOptions(variant="no-overlap"))
    for line in map(json.loads, target.read_text("utf-8").splitlines()):
        assert_is_importable(line)
        spans = sorted((start, end) for start, end, _ in line["label"])
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(made=projects())
@settings(max_examples=share(4))
def test_lines_hold_what_they_say(tmp_path_factory, made):
    folder = tmp_path_factory.mktemp("lines")
    for options in (USUAL, RELATION):
        target = folder / (options.variant or "usual")
        assert assert_round_trip(FORM, made, target, options) == []
        for line in target.read_text("utf-8").splitlines():
            assert_is_importable(json.loads(line))


def assert_is_importable(line):
    """Assert what doccano asks of a line: a text, and spans in UTF-16 units with a label each.

    All else becomes metadata; what it would take for comments, other labels or its own id is none.
    """
    assert isinstance(line["text"], str)
    assert line["text"]
    assert len(line.keys() & {"label", "entities"}) == 1
    assert not line.keys() & {"id", "Comments", "cats", "labels", "data", "annotations"}
    assert line.get("relations", []) == []
    assert ("entities" in line) == ("relations" in line)
    units = len(line["text"].encode("utf-16-le")) // 2
    spans = line.get("label") or [
        (one["start_offset"], one["end_offset"], one["label"]) for one in line.get("entities", [])
    ]
    for start, end, label in spans:
        assert type(start) is type(end) is int
        assert 0 <= start < end <= units
        assert 0 < len(label) <= 100
    assert len({one["id"] for one in line.get("entities", [])}) == len(line.get("entities", []))


def test_positions_are_as_its_pages_count_them(tmp_path):
    written(FORM, sent(article("👻 dam", highlight((2, 5)))), tmp_path / "a.jsonl")
    line = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    assert line["label"] == [[3, 6, "official_claim"]]
    file, (found,) = came_back(FORM, tmp_path / "a.jsonl")
    assert (file.reading, file.settled) == (Reading(Unit.UTF16), True)
    assert (found.title, found.authors, found.url) == (
        "The dam",
        ("Ann Lee",),
        "https://example.org/dam",
    )


def test_overlaps_can_be_left_out(tmp_path):
    made = sent(article("one two three", highlight((0, 3)), highlight((0, 7), (8, 9))))
    losses = written(FORM, made, tmp_path / "a.jsonl", ExchangeOptions(variant="no-overlap"))
    assert losses == [Loss("overlapping highlights", 1, "the longest of each was kept")]
    assert spans_in(came_back(FORM, tmp_path / "a.jsonl")[1]) == [
        ("official_claim", ((0, 7), (8, 9)))
    ]


def edited(tmp_path, edit):
    """Have somebody alter the spans of a line elsewhere; return what comes back of each."""
    made = sent(article("one two three", highlight((0, 3)), highlight((4, 7), label=1)))
    written(FORM, made, tmp_path / "a.jsonl")
    line = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    line["label"] = edit(*line["label"])
    items, _ = read(tmp_path / "a.jsonl", json.dumps(line))
    ids = [one.highlight.id for one in made.made[0].made]
    return [
        (ids.index(one.id) if one.id in ids else None, one.spans[0], one.label, one.ours)
        for one in sorted(items[0].highlights, key=lambda one: one.spans)
    ]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (lambda a, b: [b, a], [(0, (0, 3), True), (1, (4, 7), True)]),
        (lambda a, b: [[*a[:2], "other"], b], [(0, (0, 3), True), (1, (4, 7), True)]),
        (lambda a, b: [[1, 4, a[2]], b], [(0, (1, 4), True), (1, (4, 7), True)]),
        (lambda a, b: [b, [8, 13, a[2]]], [(1, (4, 7), True), (0, (8, 13), True)]),
        (lambda a, b: [a, b, b], [(0, (0, 3), True), (1, (4, 7), True), (None, (4, 7), False)]),
        (lambda *both: [both[1]], [(1, (4, 7), True)]),
    ],
    ids=["as they were", "relabeled", "moved a little", "moved far", "one more", "one gone"],
)
def test_a_highlight_altered_there_is_the_same_highlight(tmp_path, edit, expected):
    assert [(who, span, ours) for who, span, _, ours in edited(tmp_path, edit)] == expected


@pytest.mark.parametrize("line", WAYS)
def test_every_way_in_which_it_wrote_spans_is_read(tmp_path, line):
    items, errors = read(tmp_path / "a.jsonl", f"{line}\n{line}\n")
    assert spans_in(items) == [("A", ((2, 5),))] * 2
    assert errors == []
    assert FORM.fits(tmp_path / "a.jsonl", line.encode())
    assert FORM.read(tmp_path / "a.jsonl", USUAL).reading is None


def test_an_object_over_several_lines_is_read(tmp_path):
    items, _ = read(tmp_path / "a.jsonl", json.dumps(json.loads(WAYS[3]), indent=2))
    assert spans_in(items) == [("A", ((2, 5),))]
    assert items[0].highlights[0].id == "5:9"


def test_a_line_is_known_and_read_however_long_it_is(tmp_path):
    text = "Dam 😀 burst. " * 80_000
    marked = [[0, 3, "A"]] * 200
    path = tmp_path / "a.jsonl"
    line = json.dumps({"text": text, "label": marked}, ensure_ascii=False)
    path.write_text(f"\ufeff{line}\n{line}\n", "utf-8")
    assert FORM.fits(path, path.read_bytes()[:4096])
    found = list(FORM.read(path, ExchangeOptions()).items())
    assert [(one.text == text, len(one.highlights)) for one in found] == [(True, 200)] * 2


def test_an_archive_has_a_file_for_each_reviewer(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        for name in ("olena", "Bo", "unknown"):
            file.writestr(f"{name}.jsonl", WAYS[0])
    assert FORM.fits(tmp_path / "a.zip", (tmp_path / "a.zip").read_bytes()[:4096])
    _, items = came_back(FORM, tmp_path / "a.zip")
    assert [one.highlights[0].reviewer for one in items] == ["olena", "Bo", ""]


def test_what_has_no_place_here_is_told(tmp_path):
    line = '{"text": "a", "labels": ["good", "new"], "Comments": ["why?"], "relations": [{}]}\n'
    (found, _), errors = read(tmp_path / "a.jsonl", line * 2)
    assert found.highlights == ()
    assert {type(one) for one in errors} == {LeftOutError}
    assert [str(one).count("(4)") for one in errors] == [1, 0, 0]
    assert len(errors) == 3


def test_columns_can_be_mapped_as_its_import_does(tmp_path):
    line = '{"column_data": "a dam", "column_label": [[2, 5, "A"]]}'
    mapping = (("text", "column_data"), ("highlights", "column_label"))
    items, errors = read(tmp_path / "a.jsonl", line, mapping=mapping)
    assert (spans_in(items), errors) == ([("A", ((2, 5),))], [])


@pytest.mark.parametrize(
    ("line", "places"),
    [({"text": "abc", "label": [[-1, 2, "A"], [2, 1, "A"], [0, 1], 7]}, 3), ({"label": []}, 1),
     ({"text": "abc", "entities": {"a": 1}}, 1), ({"text": 7.5}, 0), ({"text": ["a"]}, 1)],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path, line, places):
    items, errors = read(tmp_path / "a.jsonl", f"{WAYS[0]}\n{json.dumps(line)}\n{WAYS[0]}\n")
    assert len(errors) == places
    assert all("line 2" in str(one) for one in errors)
    assert len(items) >= 2


@pytest.mark.parametrize(
    "text",
    ["", "{}", '{"text": "a", "label": ["good"]}',
     '[{"text": "a", "label": [{"start": 0, "end": 1, "labels": ["A"]}]}]',
     '{"text": "a", "spans": [], "label": "x"}',
     '{"text": "a", "label": [], "answer": "accept"}', '{"label": [[0, 1, "A"]]}', "PK\x03\x04"],
)  # fmt: skip
def test_other_files_are_left_alone(tmp_path, text):
    (tmp_path / "a").write_text(text)
    assert not FORM.fits(tmp_path / "a", text.encode())
