from __future__ import annotations

import json

import pytest
from tests.formats.round_trips import USUAL

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.formats.hypothesis import HypothesisFormat
from annotator.formats.w3c_annotation import W3cAnnotationFormat

FORM = HypothesisFormat()
PAGE = "https://example.org/dam"
PLACE = {"type": "TextPositionSelector", "start": 40, "end": 43}
QUOTE = {"type": "TextQuoteSelector", "exact": "dam", "prefix": "The ", "suffix": " burst"}
RANGE = {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 4}


def annotation(own="a", tags=("A",), **more):
    return {
        "id": own,
        "created": "2026-01-02T03:04:05.678901+00:00",
        "updated": "2026-01-03T03:04:05.678901+00:00",
        "user": "acct:ann@example.org",
        "uri": PAGE,
        "text": "Look.",
        "tags": list(tags) if isinstance(tags, list | tuple) else tags,
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": PAGE, "selector": [RANGE, PLACE, QUOTE]}],
        "document": {"title": ["The dam"]},
        "user_info": {"display_name": None},
        **more,
    }


def read(path, value):
    path.write_text(json.dumps(value), "utf-8")
    assert FORM.fits(path, path.read_bytes()[:4096])
    assert not W3cAnnotationFormat().fits(path, path.read_bytes()[:4096])
    file = FORM.read(path, USUAL)
    items = list(file.items())
    assert len(list(file.items())) == len(items)
    errors = [str(one) for one in items if isinstance(one, AnnotatorError)]
    return [one for one in items if not isinstance(one, AnnotatorError)], errors


def export(*found):
    return {"export_date": "2026-01-01", "export_userid": "ann", "client_version": "1",
            "annotations": list(found)}  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        {"total": 1, "rows": [annotation()]},
        export(annotation()),
        annotation(),
        [annotation()],
    ],
)
def test_every_shape_is_read(tmp_path, value):
    (found,), errors = read(tmp_path / "a.json", value)
    (one,) = found.highlights
    assert (found.title, found.url, found.text, errors) == ("The dam", PAGE, None, [])
    assert (one.spans, one.quotes, one.prefix, one.suffix) == ((), ("dam",), "The ", " burst")
    assert (one.label, one.claim, one.id) == ("A", {"note": "Look."}, "a")
    assert (one.reviewer, one.reviewer_id) == ("ann", "acct:ann@example.org")
    assert (one.created, one.modified) == ("2026-01-02T03:04:05.678Z", "2026-01-03T03:04:05.678Z")


def test_empty_answers_and_exports_hold_nothing(tmp_path):
    for value in ({"total": 0, "rows": []}, export()):
        assert read(tmp_path / "a.json", value) == ([], [])


def test_each_tag_is_a_highlight(tmp_path):
    rows = [annotation(tags=["A", "B", "A"]), annotation("b", tags=[])]
    (found,), _ = read(tmp_path / "a.json", {"total": 2, "rows": rows})
    assert [(one.id, one.label) for one in found.highlights] == [
        ("a", "A"),
        ("a#2", "B"),
        ("b", ""),
    ]


def test_highlights_are_kept_by_page(tmp_path):
    rows = [annotation(), annotation("b"), annotation("c", uri=f"{PAGE}/2"), annotation("d")]
    found, _ = read(tmp_path / "a.json", {"total": 4, "rows": rows})
    assert [(one.url, len(one.highlights)) for one in found] == [
        (PAGE, 2), (f"{PAGE}/2", 1), (PAGE, 1),
    ]  # fmt: skip


def test_replies_are_told_in_the_note_oldest_first(tmp_path):
    who = {"user_info": {"display_name": "Bo Li"}}
    late = annotation("r2", text="Yes.", references=["a", "r1"], created="2026-02-02T00:00:00Z")
    early = annotation("r1", text="Is it?", references=["a"], created="2026-02-01T00:00:00Z", **who)
    (found,), errors = read(tmp_path / "a.json", export(late, early, annotation()))
    (one,) = found.highlights
    assert (one.claim["note"], errors) == ("Look.\nBo Li: Is it?\nann: Yes.", [])
    assert read(tmp_path / "a.json", export(late))[1][0].count("replies to what is not in it (1)")


def test_what_a_moderator_did_is_told(tmp_path):
    (found,), _ = read(tmp_path / "a.json", export(annotation(hidden=True, flagged=True, text="")))
    assert found.highlights[0].claim["note"] == "(hidden by a moderator)\n(flagged)"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"target": [{"source": PAGE}]}, "annotations without words of a page (1)"),
        ({"target": [{"source": PAGE, "selector": [PLACE]}]}, "annotations without words"),
        ({"target": []}, "annotations without words"),
        ({"target": None}, "it has no target"),
        ({"target": [{"selector": [{**PLACE, "start": -4}, QUOTE]}]}, "a position is negative"),
    ],
)
def test_what_marks_no_words_is_told_and_costs_no_other(tmp_path, more, told):
    articles, errors = read(tmp_path / "a.json", export(annotation("x", **more), annotation()))
    assert [one.id for each in articles for one in each.highlights] == ["a"]
    assert len(errors) == 1
    assert told in errors[0]


def test_odd_values_cost_no_other(tmp_path):
    odd = {"tags": 7, "text": ["x"], "user": 5, "user_info": [], "document": 3, "created": "soon"}
    articles, errors = read(tmp_path / "a.json", export(annotation("x", **odd), 7, annotation()))
    assert [(one.id, one.label) for each in articles for one in each.highlights] == [
        ("x", ""), ("a", "A"),
    ]  # fmt: skip
    assert len(errors) == 1


def test_what_is_of_others_is_none(tmp_path):
    path = tmp_path / "a.json"
    for text in ('{"total": 1, "rows": [{"text": "a"}]}', '{"target": "a"}', "[]", "x",
                 '{"type": "Annotation", "target": [{"selector": []}]}'):  # fmt: skip
        path.write_text(text)
        assert not FORM.fits(path, text.encode())
    path.write_text('{"text": "a"}')
    with pytest.raises(NotAnnotationsError):
        FORM.read(path, USUAL)
