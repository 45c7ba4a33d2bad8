from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.rich_project import rich_project
from tests.formats.round_trips import USUAL, assert_round_trip, came_back, written
from tests.formats.sending import article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.foreign_values import Reading
from annotator.formats.label_studio import LabelStudioFormat
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.verifying import verify

FORM = LabelStudioFormat()
PAGE = (
    "<div><p><b>Jules</b>: No, no 👻.</p></div>"
    "<div><table><tr><td>One<td>Two</table><p>The Wolf\n said</p></div>"
)
TURNS = [{"author": "Ann", "text": "Hello"}, {"author": "Bo", "text": "The dam burst"}]


def region(start, end, text, *labels, own="a", kind="labels", **more):
    value = {"start": start, "end": end, "text": text, kind: list(labels), **more}
    named = {"id": own, "from_name": "label", "to_name": "text"}
    return {**named, "type": kind, "value": value}


def task(data, *results, **annotation):
    made = {"id": 7, "completed_by": 3, "created_at": "2026-01-02T03:04:05Z", **annotation}
    data = {"text": data} if isinstance(data, str | list) else data
    return {"id": 1, "data": data, "annotations": [{**made, "result": list(results)}]}


def read(path, *tasks, **options):
    path.write_text(json.dumps(tasks), "utf-8")
    assert not tasks or FORM.fits(path, path.read_bytes()[:4096])
    items = list(FORM.read(path, ExchangeOptions(**options)).items())
    errors = [str(one) for one in items if isinstance(one, AnnotatorError)]
    return [one for one in items if not isinstance(one, AnnotatorError)], errors


def marked(articles):
    return [(one.label, *(each.text[a:b] for a, b in one.spans))
            for each in articles for one in each.highlights]  # fmt: skip


@given(made=projects())
@settings(max_examples=share(4))
def test_folders_hold_what_they_say(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("tasks") / "a"
    assert assert_round_trip(FORM, made, target) == []
    assert_is_importable(target)


def assert_is_importable(folder):
    """Assert what Label Studio asks of imported tasks, and of results by the configuration.

    A task is its data, with a text where the configuration looks for it; a result is of a control
    that is there, to an object that is there, of its type, with a place in numbers for a text.
    """
    config = ET.parse(folder / "labeling_config.xml").getroot()
    tags = {one.get("name"): one for one in config}
    assert config.tag == "View"
    assert [one.tag for one in config] == ["Labels", "Text", "TextArea"]
    assert tags["note"].get("perRegion") == "true"
    listed = [one.get("value") for one in tags["label"]]
    values = set(listed)
    assert len(listed) == len(values)
    for one in json.loads((folder / "tasks.json").read_text("utf-8")):
        text = one["data"][tags["text"].get("value").removeprefix("$")]
        assert isinstance(text, str)
        for annotation in one["annotations"]:
            assert "completed_by" not in annotation  # else it must be somebody known there
            ids = [(each["id"], each["type"]) for each in annotation["result"]]
            assert len(ids) == len(set(ids))
            for each in annotation["result"]:
                assert tags[each["from_name"]].tag.lower() == each["type"]
                assert tags[each["from_name"]].get("toName") == each["to_name"] == "text"
                value = each["value"]
                start, end = value["start"], value["end"]
                assert type(start) is type(end) is int
                assert 0 <= start < end <= len(text)
                if each["type"] == "labels":
                    assert len(value["labels"]) == 1
                    assert set(value["labels"]) <= values
                    assert text[start:end] == value["text"]
                else:
                    assert (each["id"], "labels") in ids
                    assert all(isinstance(note, str) for note in value["text"])


def test_all_but_what_lost_its_text_comes_back(tmp_path):
    made = rich_project()
    written(FORM, made, tmp_path / "a")
    file, (found,) = came_back(FORM, tmp_path / "a")
    first, formula = found.highlights
    assert (first.spans, first.quotes) == (((0, 12), (18, 24)), ("The ministry", "👻 =1+1"))
    assert first.claim["speaker"] == "=Ministry"
    assert first.claim["note"] == made.made[0].made[0].note
    assert (formula.reviewer, formula.ours) == ("Bo", True)
    assert (found.authors, found.language) == (("Ann Lee",), "en")
    assert [one.parent for one in file.labels] == ["", file.labels[0].id]
    assert [(one.name, one.color, one.definition) for one in file.labels] == [
        (one.name, one.color_light, one.definition) for one in made.codebook.labels
    ]
    assert (file.reading, file.settled) == (Reading(), True)


def test_nothing_written_is_a_folder_that_reads(tmp_path):
    written(FORM, sent(), tmp_path / "a")
    assert FORM.fits(tmp_path / "a", b"")
    assert came_back(FORM, tmp_path / "a")[1] == []


def test_what_was_changed_and_added_there_is_told(tmp_path):
    written(FORM, sent(article("a dam", highlight((2, 5), note="old"))), tmp_path / "a")
    path = tmp_path / "a" / "tasks.json"
    (there,) = json.loads(path.read_text("utf-8"))
    results = there["annotations"][0]["result"]
    del results[1]
    results[0]["value"]["labels"] = ["humanitarian_concern", "new"]
    results.append(region(0, 1, "a", "new", own="x1"))
    (found,), errors = read(path, there)
    changed, second, added = found.highlights
    assert errors == []
    assert (changed.ours, changed.label, changed.claim.get("note")) == (
        True, "humanitarian_concern", None,
    )  # fmt: skip
    assert [(one.ours, one.label) for one in (second, added)] == [(False, "new")] * 2
    assert changed.id != second.id


def test_regions_of_one_id_are_one_highlight(tmp_path):
    place = {"start": 2, "end": 5}
    choice = {**region(2, 5, "dam"), "type": "choices", "from_name": "sure"}
    choice["value"] = {**place, "choices": ["very"]}
    note = {**region(2, 5, "dam"), "type": "textarea", "value": {**place, "text": ["Look."]}}
    for order in ([note, region(2, 5, "dam", "A"), choice], [region("2", "5", "dam", "A"), note]):
        whose = {"id": 3, "first_name": "Ann", "last_name": "Lee", "email": "a@example.org"}
        (found,), errors = read(tmp_path / "a.json", task("a dam", *order, completed_by=whose))
        (one,) = found.highlights
        assert (one.spans, one.quotes, one.label) == (((2, 5),), ("dam",), "A")
        assert one.claim["note"] == ("Look.\nsure: very" if choice in order else "Look.")
        assert (one.reviewer, one.reviewer_id) == ("Ann Lee", "a@example.org")
        assert (one.created, one.id) == ("2026-01-02T03:04:05.000Z", "7:a")
        assert errors == []


def test_older_and_flat_files_are_read(tmp_path):
    old = task("a dam", region(2, 5, "dam", "A"))
    old["completions"] = old.pop("annotations")
    flat = {"id": 1, "text": "a dam", "ner": [{"start": 2, "end": 5, "labels": ["A"]}],
            "annotator": 3, "annotation_id": 7, "lead_time": 1.5}  # fmt: skip
    for one in (old, flat):
        articles, errors = read(tmp_path / "a.json", one)
        assert (marked(articles), errors) == ([("A", "dam")], [])
        assert articles[0].highlights[0].reviewer == "3"


def test_a_flat_task_without_a_text_is_told(tmp_path):
    flat = {"id": 1, "ner": [{"start": 2, "end": 5, "labels": ["A"]}], "annotator": 3}
    articles, errors = read(tmp_path / "a.json", flat)
    assert articles == []
    assert ["tasks without a text" in one for one in errors] == [False, True]


def test_predictions_are_read_if_asked_for(tmp_path):
    one = task("a dam", region(2, 5, "dam", "A"))
    one["predictions"] = [{"model_version": "m1", "result": [region(0, 1, "a", "B")]}]
    articles, (error,) = read(tmp_path / "a.json", one)
    assert marked(articles) == [("A", "dam")]
    assert "predictions (1)" in error
    articles, errors = read(tmp_path / "a.json", one, variant="predictions")
    assert (marked(articles), errors) == ([("B", "a")], [])
    assert articles[0].highlights[0].reviewer == "m1"


PATHS = ("/div[1]/p[1]/b[1]/text()[1]", "/div[2]/table[1]/tbody[1]/tr[1]/td[2]/text()[1]",
         "/div[2]/p[1]/text()[1]", "/div[1]/p[1]/text()[1]")  # fmt: skip


@pytest.mark.parametrize(
    ("path", "start", "end", "text", "told"),
    [
        (PATHS[0], 0, 5, "Jules", ({"start": 0, "end": 5}, "Jules")),
        (PATHS[1], 0, 3, "Two", (None, "Two")),
        (PATHS[2], 0, 14, r"The Wolf\n said", (None, "The Wolf said")),
        ("/nowhere", 0, 1, "One", ({"start": 16, "end": 19}, "One")),
        ("/nowhere", 0, 1, "One", ({"start": 17, "end": 20}, "One")),
        ("/html[1]/body[1]" + PATHS[3], 2, 4, "No", (None, "No")),
        (PATHS[3], 10, 13, "👻.", (None, "👻.")),
        (PATHS[3][:-10], 0, 1, "", (None, None)),
    ],
)
def test_regions_of_pages_stand_in_their_lines(tmp_path, path, start, end, text, told):
    offsets, read_as = told
    more = {"startOffset": start, "endOffset": end, "globalOffsets": offsets}
    one = region(path, path, text, "A", kind="hypertextlabels", **more)
    articles, errors = read(tmp_path / "a.json", task(PAGE, one))
    assert articles[0].text == "Jules: No, no 👻.\nOne\tTwo\nThe Wolf said"
    assert errors == []
    assert marked(articles) == [("A", read_as if read_as is not None else "Jules")]


def test_dialogues_are_lines_with_a_name_before_each(tmp_path):
    one = region("1", "1", "dam", "A", kind="paragraphlabels", startOffset=4, endOffset=7)
    articles, errors = read(tmp_path / "a.json", task(TURNS, one))
    assert articles[0].text == "Ann: Hello\nBo: The dam burst"
    assert (marked(articles), errors) == ([("A", "dam")], [])


def test_the_marked_field_is_found(tmp_path):
    data = {"url": "https://example.org/a long page", "title": "t", "body": "a dam", "by": "Ann"}
    for more in ({"source": "$body"}, {"to_name": "body"}, {"to_name": "text"}):
        articles, _ = read(tmp_path / "a.json", task(data, {**region(2, 5, "dam", "A"), **more}))
        assert (articles[0].text, articles[0].title) == ("a dam", "t")
    data = {"one": "a dam", "two": "a dyke"}
    two = {**region(2, 6, "dyke", "B", own="b"), "to_name": "two"}
    results = ({**region(2, 5, "dam", "A"), "to_name": "one"}, two)
    articles, _ = read(tmp_path / "a.json", task(data, *results))
    assert marked(articles) == [("A", "dam"), ("B", "dyke")]


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ({"id": "a", "type": "choices", "value": {"choices": ["x"]}}, "answers about tasks (1)"),
        ({"id": "a", "type": "rectanglelabels", "value": {"x": 1, "rectanglelabels": ["x"]}},
         "regions of images"),
        ({"type": "relation", "from_id": "a", "to_id": "b"}, "relations (1)"),
        (region(-1, 2, "", "A"), "a position is negative"),
        (region(5, 2, "", "A"), "before it starts"),
        (region(None, 2, "", "A"), "no number"),
        (region("x", 10**30, "", "A"), "no number"),
        ([], "results without a value"),
    ],
)  # fmt: skip
def test_what_is_no_highlight_is_told_and_costs_no_other(tmp_path, result, told):
    articles, errors = read(
        tmp_path / "a.json", task("a dam", result, region(2, 5, "dam", "B", own="b"))
    )
    assert marked(articles) == [("B", "dam")]
    assert len(errors) == 1
    assert told in errors[0]


def test_bad_tasks_cost_no_other(tmp_path):
    bad = [{"data": {"text": "a\0"}, "annotations": []}, {"x": 1}, [1], task("a", skipped=1)]
    bad[-1]["annotations"] = [3, {"was_cancelled": True}, {"result": 7}]
    articles, errors = read(tmp_path / "a.json", task("a dam", region(2, 5, "dam", "A")), *bad)
    assert [one.text for one in articles] == ["a dam", "a"]
    assert len(errors) == 5


def test_what_is_of_others_is_none(tmp_path):
    for text in ('{"text": "a", "label": [[0, 1, "A"]]}', '{"data": "a", "label": []}', "[]", "x"):
        (tmp_path / "a.json").write_text(text)
        assert not FORM.fits(tmp_path / "a.json", text.encode())
    (tmp_path / "a.json").write_text('[{"words": 1}]')
    with pytest.raises(NotAnnotationsError):
        FORM.read(tmp_path / "a.json", USUAL)


def test_a_bad_configuration_costs_only_its_labels(tmp_path):
    written(FORM, sent(article("a dam", highlight((2, 5)))), tmp_path / "a")
    (tmp_path / "a" / "labeling_config.xml").write_text("<View><Labels>")
    error, found = FORM.read(tmp_path / "a", USUAL).items()
    assert "not well-formed" in str(error)
    assert len(found.highlights) == 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"from_name": "label"', '"from_name": "lable"', "nothing called “lable”"),
        ('"to_name": "text"', '"to_name": "page"', "does not lead from “label” to “page”"),
        ('"to_id": "', '"to_id": "C', "a relation names the region C"),
        ('"modified"', '"modifeed"', "“modifeed” seems to be meant for “modified”"),
        ('"start": 0', '"start": 1', "its results do not lie in one place"),
        ('"article_id"', '"artikle_id"', "“artikle_id” seems to be meant for “article_id”"),
    ],
)
def test_parts_and_regions_that_are_not_there_are_told(tmp_path, old, new, told):
    written(FORM, sent(article("one two", highlight((0, 3), note="why"))), tmp_path / "a")
    tasks = tmp_path / "a" / "tasks.json"
    made = json.loads(tasks.read_text("utf-8"))
    results = made[0]["annotations"][0]["result"]
    own = results[0]["id"]
    results.insert(0, {"type": "relation", "from_id": own, "to_id": own})
    text = json.dumps(made)
    tasks.write_text(text, "utf-8")
    assert not verify(FORM.read(tmp_path / "a", ExchangeOptions())).number
    assert old in text
    tasks.write_text(text.replace(old, new, 1), "utf-8")
    problems = verify(FORM.read(tmp_path / "a", ExchangeOptions())).problems
    assert any(told in one.message for one in problems), problems


@pytest.mark.parametrize(
    "name", ["background", "hint", "data-name", "data-parent", "perRegion", "TextArea"]
)
def test_what_is_misspelled_in_the_configuration_is_told(tmp_path, name):
    written(FORM, sent(article("one two", highlight((0, 3)))), tmp_path / "a")
    config = tmp_path / "a" / "labeling_config.xml"
    text = config.read_text("utf-8")
    config.write_text(text.replace(f"{name}", f"{name[:-1]}x", 1), "utf-8")
    problems = verify(FORM.read(tmp_path / "a", ExchangeOptions())).problems
    assert [f"for “{name}”" in one.message for one in problems] == [True]
