from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.rich_project import CLAIM, rich_project
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import LeftOutError
from annotator.formats.prodigy import ProdigyFormat
from annotator.service.exchange_ports import ExchangeOptions

FORM = ProdigyFormat()
# As the recipe for named entities saves them, made up for this test.
TASKS = """\
{"text":"\U0001f47b Uber pays Ann","meta":{"source":"Times"},"_input_hash":1,"_task_hash":-2,\
"tokens":[{"text":"Uber","start":2,"end":6,"id":1,"ws":true}],"_session_id":"news-ann",\
"spans":[{"start":2,"end":6,"token_start":1,"token_end":1,"label":"ORG"}],"answer":"accept",\
"_view_id":"ner_manual","_timestamp":1700000000}
{"text":"No spans here","_input_hash":2,"_task_hash":3,"answer":"accept"}
{"text":"Not sure","_input_hash":4,"spans":[{"start":0,"end":3,"label":"X"}],"answer":"ignore"}
{"text":"Wrong","_input_hash":6,"spans":[{"start":0,"end":5,"label":"X"}],"answer":"reject"}
"""


def read(path, text, **options):
    path.write_text(text, "utf-8")
    items = list(FORM.read(path, ExchangeOptions(**options)).items())
    errors = [one for one in items if isinstance(one, AnnotatorError)]
    return [one for one in items if one not in errors], errors


@given(made=projects())
@settings(max_examples=share(4))
def test_tasks_hold_what_they_say(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("tasks") / "a.jsonl"
    assert assert_round_trip(FORM, made, target) == []
    for line in target.read_text("utf-8").splitlines():
        assert_is_task(json.loads(line))


def assert_is_task(task):
    """Assert what Prodigy asks of a task: text, and spans within it with a label each."""
    assert isinstance(task["text"], str)
    assert task["answer"] == "accept"
    for span in task["spans"]:
        assert 0 <= span["start"] < span["end"] <= len(task["text"])
        assert task["text"][span["start"] : span["end"]] == span["text"]
        assert isinstance(span["label"], str)
        assert span["label"]
    assert not {"tokens", "_task_hash"} & task.keys()


def test_claims_and_metadata_come_back(tmp_path):
    made = rich_project()
    written(FORM, made, tmp_path / "a.jsonl")
    _, (found,) = came_back(FORM, tmp_path / "a.jsonl")
    (whole,) = made.made
    assert (found.article_id, found.title) == (whole.article.id, "The dam")
    assert (found.authors, found.publisher) == (("Ann Lee",), "The Gazette")
    first, formula = found.highlights
    assert (first.spans, first.ours) == (((0, 12), (18, 24)), True)
    assert first.claim["note"] == CLAIM["note"]
    assert first.claim["evidence"][0]["stance"] == "supports"
    assert formula.quotes == ("=1+1",)


def test_accepted_tasks_alone_are_read_and_the_others_are_told(tmp_path):
    items, errors = read(tmp_path / "a.jsonl", TASKS)
    assert [len(one.highlights) for one in items] == [1, 0]
    (one,) = items[0].highlights
    assert (one.spans, one.label, one.reviewer) == (((2, 6),), "ORG", "news-ann")
    assert one.modified == "2023-11-14T22:13:20.000Z"
    assert not one.ours
    assert [type(one) for one in errors] == [LeftOutError]
    assert "2 tasks" in str(errors[0])


def test_all_tasks_can_be_read(tmp_path):
    items, errors = read(tmp_path / "a.jsonl", TASKS, variant="all")
    assert (len(items), errors) == (4, [])
    assert FORM.fits(tmp_path / "a.jsonl", TASKS.encode()[:4096])


def test_a_part_whose_first_was_deleted_is_a_highlight_of_its_own(tmp_path):
    written(FORM, sent(article("one two", highlight((0, 3), (4, 7)))), tmp_path / "a.jsonl")
    task = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    task["spans"] = task["spans"][1:]
    (found,), _ = read(tmp_path / "b.jsonl", json.dumps(task))
    assert [(one.spans, one.ours) for one in found.highlights] == [(((4, 7),), False)]


@pytest.mark.parametrize(
    ("task", "places"),
    [({"text": "abc", "spans": [{"start": -1, "end": 2}, {"start": 0, "end": 1}]}, 1),
     ({"text": "abc", "spans": [7, {"start": 2, "end": 1}, {"label": "A"}]}, 3),
     ({"text": "abc", "spans": "no"}, 1), ({"spans": []}, 1), ({"text": ["a"]}, 1),
     ({"text": "a\0b"}, 1), ({"text": "a\ud800b"}, 1), ({"text": "a", "meta": [1]}, 0)],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path, task, places):
    good = '{"text": "abc", "answer": "accept"}'
    items, errors = read(tmp_path / "a.jsonl", f"{good}\n{json.dumps(task)}\n{good}\n")
    assert len(errors) == places
    assert all("line 2" in str(one) for one in errors)
    assert len(items) >= 2


@pytest.mark.parametrize(
    "text", ["", "{}", '{"text": "a", "label": []}', '{"answer": "accept"}', "[", "text,answer"]
)
def test_other_files_are_left_alone(tmp_path, text):
    (tmp_path / "a").write_text(text)
    assert not FORM.fits(tmp_path / "a", text.encode())
