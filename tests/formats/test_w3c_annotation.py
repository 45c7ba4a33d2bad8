from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.rich_project import assert_rich, rich_project
from tests.formats.round_trips import USUAL, assert_round_trip, came_back, written
from tests.formats.sending import article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.foreign_values import Reading
from annotator.formats.w3c_annotation import W3cAnnotationFormat

FORM = W3cAnnotationFormat()
PLACE = {"type": "TextPositionSelector", "start": 4, "end": 7}
QUOTE = {"type": "TextQuoteSelector", "exact": "dam", "prefix": "The ", "suffix": " burst"}
XPATH = {"type": "XPathSelector", "value": "/p[1]"}


def at(selector, source="https://example.org/a"):
    return {"type": "SpecificResource", "source": source, "selector": selector}


def annotation(target, body="https://example.org/note", **more):
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://example.org/1",
            "type": "Annotation", "body": body, "target": target, **more}  # fmt: skip


def tag(value, **more):
    return {"type": "TextualBody", "purpose": "tagging", "value": value, **more}


def read(path, value):
    path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    items = list(FORM.read(path, USUAL).items())
    errors = [str(one) for one in items if isinstance(one, AnnotatorError)]
    articles = [one for one in items if not isinstance(one, AnnotatorError)]
    return articles, [one for each in articles for one in each.highlights], errors


@given(made=projects())
@settings(max_examples=share(4))
def test_pages_hold_what_they_say(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("page") / "a.jsonld"
    assert assert_round_trip(FORM, made, target) == []
    page = json.loads(target.read_text("utf-8"))
    texts = {f"urn:uuid:{one.article.id}": one.text for one in made.made}
    for one in page["items"]:
        assert_is_as_the_standard_says(one, texts[one["target"]["x:articleId"]])


def assert_is_as_the_standard_says(one, text):
    """Assert what the model asks of annotations, of bodies and of selectors of text."""
    assert one["id"].startswith("urn:uuid:")
    assert one["type"] == "Annotation"
    assert {body["purpose"] for body in one["body"]} <= {"tagging", "commenting"}
    target = one["target"]
    for each in target["items"] if target["type"] == "Composite" else [target]:
        place, quote = each["selector"]
        assert each["source"]
        assert 0 <= place["start"] < place["end"] <= len(text)
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
        assert text[place["end"] :].startswith(quote["suffix"])


def test_all_that_one_can_have_comes_back(tmp_path):
    written(FORM, rich_project(), tmp_path / "a.jsonld")
    file, items = came_back(FORM, tmp_path / "a.jsonld")
    assert_rich(items)
    assert (file.reading, file.settled) == (Reading(), True)


def test_nothing_written_is_a_page_without_items(tmp_path):
    written(FORM, sent(), tmp_path / "a.jsonld")
    assert FORM.fits(tmp_path / "a.jsonld", (tmp_path / "a.jsonld").read_bytes())
    assert came_back(FORM, tmp_path / "a.jsonld")[1] == []


@pytest.mark.parametrize(
    ("target", "spans", "quotes"),
    [
        (at([PLACE, QUOTE]), ((4, 7),), ("dam",)),
        (at(PLACE), ((4, 7),), ()),
        (at({**XPATH, "refinedBy": QUOTE}), (), ("dam",)),
        (at({**QUOTE, "refinedBy": {**PLACE, "start": 1, "end": 2}}), (), ("a",)),
        (at({**PLACE, "refinedBy": {**PLACE, "start": 1, "end": 2}}), ((5, 6),), ()),
        (at({"type": "RangeSelector", "startSelector": PLACE,
             "endSelector": {**PLACE, "start": 9, "end": 9}}), ((4, 9),), ()),
        ({"type": "Composite", "items": [at([PLACE, QUOTE]), at([{**PLACE, "end": 5},
         {**QUOTE, "exact": "d"}])]}, ((4, 7), (4, 5)), ("dam", "d")),
        ([at(QUOTE)], (), ("dam",)),
        ({"type": "Choice", "items": [at(QUOTE), at(PLACE)]}, (), ("dam",)),
        (at(QUOTE, {"id": "https://example.org/a", "type": "Text"}), (), ("dam",)),
    ],
)  # fmt: skip
def test_every_way_to_name_a_stretch_of_text_is_read(tmp_path, target, spans, quotes):
    articles, (one,), errors = read(tmp_path / "a.json", annotation(target))
    assert (one.spans, one.quotes, errors) == (spans, quotes, [])
    assert articles[0].url == "https://example.org/a"


def test_what_applies_to_each_of_several_is_several_highlights(tmp_path):
    several = [at(QUOTE), at({**QUOTE, "exact": "burst"})]
    for target in (several, {"type": "Independents", "items": several}):
        bodies = [tag("A"), tag("B")]
        _, found, _ = read(tmp_path / "a.json", annotation(target, bodies))
        assert [(one.label, one.quotes) for one in found] == [
            ("A", ("dam",)), ("B", ("dam",)), ("A", ("burst",)), ("B", ("burst",)),
        ]  # fmt: skip
        assert len({one.id for one in found}) == 4


@pytest.mark.parametrize(
    ("more", "label", "note"),
    [
        ({"body": [tag("A"), {"type": "TextualBody", "value": "Look."}]}, "A", "Look."),
        ({"body": {"value": "A"}, "motivation": "oa:classifying"}, "A", ""),
        ({"body": "https://example.org/c"}, "", "https://example.org/c"),
        ({"body": {"type": "Choice", "items": [tag("A"), tag("B")]}}, "A", ""),
        ({"body": {"value": "<p>Look</p><p>here.", "format": "text/html"}}, "", "Look\nhere."),
        ({"body": {"purpose": "classifying", "source": {"id": "urn:a"}}}, "urn:a", ""),
        ({"body": {"purpose": "classifying", "source": "urn:a", "x:name": "A"}}, "A", ""),
        ({"body": None, "bodyValue": "Look."}, "", "Look."),
        ({"body": None, "motivation": "highlighting"}, "", ""),
    ],
)
def test_bodies_are_labels_and_notes(tmp_path, more, label, note):
    _, (one,), errors = read(tmp_path / "a.json", annotation(at(QUOTE), **more))
    assert (one.label, one.claim.get("note", ""), errors) == (label, note, [])


def test_who_and_when_is_read(tmp_path):
    for creator in ({"id": "urn:b", "name": "Bo"}, [{"id": "urn:b", "nickname": "Bo"}]):
        more = {"creator": creator, "created": "2026-01-02T03:04:05Z"}
        _, (one,), _ = read(tmp_path / "a.json", annotation(at(QUOTE), **more))
        assert (one.reviewer, one.reviewer_id) == ("Bo", "urn:b")
        assert one.created == "2026-01-02T03:04:05.000Z"


def test_lists_lines_pages_and_collections_are_read(tmp_path):
    one, other = annotation(at(QUOTE)), annotation(at(QUOTE), id="https://example.org/2")
    page = {"type": "AnnotationPage", "items": [one, other]}
    last = {"type": "AnnotationPage", "items": [other]}
    first = {"type": "AnnotationPage", "items": [one], "next": last}
    for value in (
        [one, other],
        json.dumps(one) + "\n" + json.dumps(other),
        {"@context": "http://www.w3.org/ns/anno.jsonld", **page},
        {"type": "AnnotationCollection", "first": first, "total": 2},
    ):
        _, found, errors = read(tmp_path / "a.json", value)
        assert [one.id for one in found] == ["https://example.org/1", "https://example.org/2"]
        assert FORM.fits(tmp_path / "a.json", (tmp_path / "a.json").read_bytes()[:4096])
        assert errors == []


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"type": "AnnotationCollection", "first": "urn:page"}, "pages that are elsewhere (1)"),
        ({"type": "AnnotationPage", "next": "urn:p", "items": [annotation("urn:a")]}, "pages that"),
        (annotation("https://example.org/a"), "annotations of whole pages or files (1)"),
        (annotation(at({"type": "SvgSelector", "value": "<svg/>"})), "regions of images"),
        (annotation(at({"type": "FragmentSelector", "value": "t=3,4"})), "regions of images"),
        (annotation(at(XPATH)), "elements of pages"),
        (annotation(at({**XPATH, "refinedBy": PLACE})), "elements of pages"),
        (annotation(at("urn:selector")), "selectors that are elsewhere"),
        (annotation({"type": "List", "items": [at(QUOTE), at(QUOTE, "urn:b")]}), "several pages"),
        (annotation(None), "it has no target"),
        (annotation(9), "it has no target"),
        (annotation(at({**PLACE, "start": -1})), "a position is negative"),
        (annotation(at({**PLACE, "start": 9})), "before it starts"),
        ({"type": "AnnotationPage", "items": ["urn:a"]}, "a name of one"),
    ],
)
def test_what_is_no_stretch_of_text_is_told(tmp_path, value, told):
    articles, _, errors = read(tmp_path / "a.json", value)
    assert articles == []
    assert any(told in one for one in errors)


def test_what_goes_on_for_ever_ends(tmp_path):
    deep = QUOTE
    for _ in range(100):
        deep = {**XPATH, "refinedBy": deep}
    assert read(tmp_path / "a.json", annotation(at(deep)))[1] == []


def test_what_is_of_others_is_none(tmp_path):
    path = tmp_path / "a.json"
    for text in ('{"text": "a", "target": []}', "[]", "{}", '{"items": [{"type": "Canvas"}]}'):
        path.write_text(text)
        assert not FORM.fits(path, text.encode())
    with pytest.raises(NotAnnotationsError):
        FORM.read(path, USUAL)


def test_our_page_in_another_tool_is_still_ours(tmp_path):
    path = tmp_path / "a.jsonld"
    written(FORM, sent(article("a dam", highlight((2, 5)))), path)
    page = json.loads(path.read_text("utf-8"))
    item = page["items"][0]
    item["body"].append(tag("new"))
    _, (ours, added), _ = read(path, page["items"])
    assert (ours.ours, ours.label) == (True, "official_claim")
    assert (added.ours, added.label) == (False, "new")


def test_parts_told_in_different_ways_are_told_with_their_place(tmp_path):
    mixed = {"type": "Composite", "items": [at(PLACE), at({**QUOTE, "exact": "burst"})]}
    whole = {"type": "Composite", "items": [at([PLACE, QUOTE]), at({**PLACE, "start": 5})]}
    _, found, (error,) = read(
        tmp_path / "a.jsonld", [annotation(mixed, tag("A")), annotation(whole, tag("B"))]
    )
    assert "only a place" in error
    assert "1" in error
    assert [(one.label, len(one.spans)) for one in found] == [("B", 2)]
