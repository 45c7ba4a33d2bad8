from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.round_trips import USUAL, assert_round_trip, came_back, written
from tests.formats.sending import article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.formats.ner_annotator import NerAnnotatorFormat
from annotator.formats.shared.spans import pieces, without_overlap

FORM = NerAnnotatorFormat()
FILE = {"classes": ["A"], "annotations": [["a dam", {"entities": [[2, 5, "A"]]}], None]}


def read(path, content):
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    items = list(FORM.read(path, USUAL).items())
    errors = [one for one in items if isinstance(one, AnnotatorError)]
    return [one for one in items if one not in errors], errors


def spans_in(items):
    return [(one.label, one.spans) for item in items for one in item.highlights]


@given(made=projects(overlap=False))
@settings(max_examples=share(4))
def test_pairs_hold_what_they_say(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("pairs") / "a.json"
    assert_round_trip(FORM, made, target)
    content = json.loads(target.read_text("utf-8"))
    for text, found in content["annotations"]:
        assert found.keys() == {"entities"}  # spaCy refuses what it does not know
        places = [(start, end) for start, end, _ in found["entities"]]
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert {label for *_, label in found["entities"]} <= set(content["classes"])


@given(made=projects())
@settings(max_examples=share(4))
def test_what_lies_over_something_longer_is_left_out_and_counted(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("pairs") / "a.json"
    losses = {one.what: one.count for one in written(FORM, made, target)}
    split = [without_overlap(pieces(one)) for one in made.made]
    assert losses.get("overlapping highlights", 0) == sum(len(left) for _, left in split)
    assert spans_in(came_back(FORM, target)[1]) == [
        (one.sent.label.key, ((one.span.start, one.span.end),)) for kept, _ in split for one in kept
    ]


def test_a_file_of_this_program_says_what_it_counts(tmp_path):
    written(FORM, sent(article("👻 dam", highlight((2, 5)))), tmp_path / "a.json")
    file, items = came_back(FORM, tmp_path / "a.json")
    assert file.settled
    assert [one.name for one in file.labels] == ["official_claim", "humanitarian_concern"]
    assert spans_in(items) == [("official_claim", ((2, 5),))]


@pytest.mark.parametrize(
    "content",
    [FILE, FILE["annotations"], {"annotations": FILE["annotations"], "classes": ["A"]},
     "\ufeff  " + json.dumps(FILE, indent=1)],
)  # fmt: skip
def test_files_of_others_are_read(tmp_path, content):
    items, errors = read(tmp_path / "a.json", content)
    assert (spans_in(items), errors) == ([("A", ((2, 5),))], [])
    data = (tmp_path / "a.json").read_bytes()
    assert FORM.fits(tmp_path / "a.json", data[:4096])
    assert FORM.read(tmp_path / "a.json", USUAL).reading is None


@pytest.mark.parametrize(
    ("pair", "places"),
    [(["a"], 1), (["abc", {"entities": [[-1, 2, "A"], [2, 1, "A"], [0, 1, "A"]]}], 2),
     ("abc", 1), ([7, []], 1), (["a\0", {}], 1), (["abc", {"entities": {"a": 1}}], 1)],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path, pair, places):
    content = {"classes": ["A"], "annotations": [FILE["annotations"][0], pair, None]}
    items, errors = read(tmp_path / "a.json", content)
    assert len(errors) == places
    assert all("text 2" in str(one) for one in errors)
    assert spans_in(items)[0] == ("A", ((2, 5),))


def test_a_file_that_is_cut_off_gives_what_comes_before(tmp_path):
    whole = json.dumps(FILE)
    items, errors = read(tmp_path / "a.json", whole[:-6])
    assert len(spans_in(items)) == 1
    assert len(errors) == 1


@pytest.mark.parametrize("text", ["no", "7", '{"a" 1', '""'])
def test_what_is_none_of_its_files_is_refused(tmp_path, text):
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(AnnotatorError, match=r"a\.json is no"):
        FORM.read(tmp_path / "a.json", USUAL)


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", '[{"text": "a"}]', '{"annotations": [{"id": 1}]}', '{"%TYPES": {}}',
     '{"text": "a", "label": []}', '{"total": 1, "rows": []}'],
)  # fmt: skip
def test_other_files_are_left_alone(tmp_path, text):
    assert not FORM.fits(tmp_path / "a", text.encode())
