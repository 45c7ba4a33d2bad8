from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.formats.round_trips import USUAL, assert_round_trip, came_back, written
from tests.formats.sending import REVIEWERS, article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import LeftOutError
from annotator.core.foreign_values import Reading
from annotator.formats.argilla import ArgillaFormat
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.verifying import verify

FORM = ArgillaFormat()
SPANS = [{"start": 2, "end": 5, "label": "A"}]
SECOND = {
    "id": "r1",
    "fields": {"prompt": "a dam", "image": None},
    "metadata": {"title": "Dam"},
    "suggestions": {"ner": {"value": SPANS, "score": [0.5], "agent": "model-1"}},
    "responses": {"ner": [{"value": SPANS, "user_id": "u1"}, {"value": [], "user_id": "u2"}],
                  "topic": [{"value": "flood", "user_id": "u1"}]},
}  # fmt: skip
FIRST = {
    "fields": {"text": "a dam"},
    "responses": [
        {"user_id": "u1", "status": "submitted", "values": {"ner": {"value": SPANS}}},
        {"user_id": "u2", "status": "discarded", "values": {"ner": {"value": SPANS}}},
    ],
    "suggestions": [{"question_name": "ner", "value": SPANS, "agent": "model-1"}],
}


def read(path, *records, **options):
    path.write_text(json.dumps(records), "utf-8")
    items = list(FORM.read(path, ExchangeOptions(**options)).items())
    errors = [one for one in items if isinstance(one, AnnotatorError)]
    return [one for one in items if one not in errors], errors


def whose(items):
    return [(one.reviewer, one.label, one.spans) for item in items for one in item.highlights]


@given(made=projects())
@settings(max_examples=share(4))
def test_records_hold_what_they_say(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("records") / "records.json"
    assert_round_trip(FORM, made, target)
    for record in json.loads(target.read_text("utf-8")):
        for response in record["responses"].get("highlights", []):
            for span in response["value"]:
                assert span.keys() == {"start", "end", "label"}
                # What its server asks of a span.
                assert 0 <= span["start"] < span["end"] <= len(record["fields"]["text"])


def test_everyone_has_one_response(tmp_path):
    made = sent(
        article("a dam", highlight((0, 1)), highlight((2, 5)), highlight((2, 5), reviewer=1))
    )
    written(FORM, made, tmp_path / "a.json")
    (record,) = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert [one["user_id"] for one in record["responses"]["highlights"]] == [
        one.id for one in REVIEWERS
    ]
    file, (found,) = came_back(FORM, tmp_path / "a.json")
    assert (file.reading, file.settled) == (Reading(), True)
    assert {one.reviewer_id for one in found.highlights} == {one.id for one in REVIEWERS}
    assert (found.title, found.authors) == ("The dam", ("Ann Lee",))


@given(made=projects(), data=st.data())
@settings(max_examples=share(6))
def test_what_was_marked_elsewhere_may_count_otherwise(tmp_path_factory, made, data):
    path = tmp_path_factory.mktemp("records") / "records.json"
    written(FORM, made, path)
    records = json.loads(path.read_text("utf-8"))
    spans = [
        span
        for record in records
        for response in record["responses"].get("highlights", [])
        for span in response["value"]
    ]
    assert FORM.read(path, USUAL).settled
    if spans:
        data.draw(st.sampled_from(spans))["end"] += 1
        path.write_text(json.dumps(records))
        assert (FORM.read(path, USUAL).reading, FORM.read(path, USUAL).settled) == (None, False)


@pytest.mark.parametrize("record", [FIRST, SECOND])
def test_responses_are_read_before_suggestions(tmp_path, record):
    items, _ = read(tmp_path / "a.json", record)
    assert whose(items) == [("u1", "A", ((2, 5),))]
    assert FORM.fits(tmp_path / "a.json", (tmp_path / "a.json").read_bytes()[:4096])
    both, _ = read(tmp_path / "a.json", record, variant="all")
    assert [name for name, *_ in whose(both)] == ["u1", "model-1"]
    alone, _ = read(tmp_path / "a.json", record | {"responses": {}})
    assert [name for name, *_ in whose(alone)] == ["model-1"]
    assert FORM.read(tmp_path / "a.json", USUAL).reading is None


def test_answers_to_other_questions_are_told(tmp_path):
    (found,), (error,) = read(tmp_path / "a.json", SECOND)
    assert found.title == "Dam"
    assert isinstance(error, LeftOutError)
    assert "(1)" in str(error)


def test_the_field_can_be_named(tmp_path):
    record = SECOND | {"fields": {"text": "other", "body": "a dam"}}
    (found,), _ = read(tmp_path / "a.json", record, mapping=(("text", "body"),))
    assert found.text == "a dam"


@pytest.mark.parametrize(
    ("change", "places"),
    [({"fields": {}}, 1), ({"fields": 7}, 1), ({"fields": {"text": "a\0"}}, 1),
     ({"responses": {"ner": [{"value": [{"start": -1, "end": 2}, {"start": 5, "end": 2}]}]}}, 2),
     ({"responses": {"ner": [7]}, "suggestions": 7}, 0), ({"metadata": 7}, 0)],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path, change, places):
    items, errors = read(tmp_path / "a.json", FIRST, SECOND | change, FIRST)
    damaged = [str(one) for one in errors if not isinstance(one, LeftOutError)]
    assert len(damaged) == places
    assert all("object 2" in one for one in damaged)
    assert len(whose(items)) >= 2


@pytest.mark.parametrize(
    "text", ["", "[]", '[{"fields": [], "responses": 1}]', '[{"fields": {}}]', '{"text": "a"}']
)
def test_other_files_are_left_alone(tmp_path, text):
    (tmp_path / "a").write_text(text)
    assert not FORM.fits(tmp_path / "a", text.encode())


@pytest.mark.parametrize("name", ["spans_digest", "id", "reviewers"])
def test_what_a_record_says_twice_is_compared(tmp_path, name):
    written(FORM, sent(article("one two", highlight((4, 7)))), tmp_path / "a")
    (record,) = json.loads((tmp_path / "a").read_text("utf-8"))
    holds = record if name in record else record["metadata"]
    assert not verify(FORM.read(tmp_path / "a", USUAL)).number
    told = holds[name]
    holds[name] = [f"{told[0]}s"] if isinstance(told, list) else f"{told[:-1]}x"
    (tmp_path / "a").write_text(json.dumps([record]), "utf-8")
    assert [one.place for one in verify(FORM.read(tmp_path / "a", USUAL)).problems] == ["object 1"]
