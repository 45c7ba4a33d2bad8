from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import LABELS, article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_values import Reading, Unit
from annotator.core.records import Candidate, Evidence, Unplaced
from annotator.core.span import Span
from annotator.formats.shared.layer_labels import DKPRO, NAMED_ENTITY, SENTENCE, TOKEN
from annotator.formats.uima_json import UimaJsonFormat
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.verifying import verify

FORM = UimaJsonFormat()
TEXT = "The dam 😀 broke.\nسد النهضة, e\u0301tat: “x”"
SOFA = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView",
        "mimeType": "text", "sofaString": "Дамба 😀 впала, said Ann."}  # fmt: skip


def cas(*structures, first=SOFA, views=None):
    """A CAS in JSON; ``structures`` are dicts, numbered from 2."""
    numbered = [{"%ID": number, "@sofa": 1, **one} for number, one in enumerate(structures, 2)]
    members = [one["%ID"] for one in numbered]
    return {
        "%TYPES": {},
        "%FEATURE_STRUCTURES": [first, *numbered],
        "%VIEWS": views or {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
    }


def mark(begin, end, type_name="webanno.custom.Claim", **features):
    return {"%TYPE": type_name, "begin": begin, "end": end, **features}


def read(path, made):
    path.write_text(made if isinstance(made, str) else json.dumps(made), encoding="utf-8")
    return list(FORM.read(path, ExchangeOptions()).items())


def told(items):
    return [str(one) for one in items if isinstance(one, AnnotatorError)]


def only(items):
    (found,) = [one for one in items if not isinstance(one, AnnotatorError)]
    return found


@settings(max_examples=share(4))
@given(made=projects())
def test_what_is_written_comes_back(tmp_path_factory, made):
    assert assert_round_trip(FORM, made, tmp_path_factory.mktemp("cas") / "out") == []


def test_all_that_a_named_entity_has_no_place_for_comes_back(tmp_path):
    evidence = (Evidence(url="https://example.org/a", stance="refutes"),)
    claim = highlight((0, 7), (10, 15), note="A\nnote", speaker="Ann", evidence=evidence)
    made = article(TEXT, claim, highlight((4, 4), note="why", label=1))
    parts = {len(one.highlight.spans): one for one in made.made}
    lost = Unplaced("ambiguous", "before", "behind", (Candidate((Span(0, 2),), 0.5),))
    gone = replace(parts[1].highlight, quote="the old dam", unplaced=lost)
    cued = replace(parts[2].highlight, cue=Span(8, 10))
    pair = (replace(parts[2], highlight=cued), replace(parts[1], highlight=gone))
    written(FORM, sent(replace(made, made=pair)), tmp_path / "out")
    file, (found,) = came_back(FORM, tmp_path / "out")
    assert (found.article_id, found.text_sha256) == (made.article.id, made.revision.text_sha256)
    assert (found.title, found.url, found.publisher, found.authors, found.language) == (
        "The dam", "https://example.org/dam", "The Gazette", ("Ann Lee",), "en")  # fmt: skip
    whole, left = found.highlights
    offsets = ForeignOffsets(found.text, file.reading)
    assert [offsets.span(*span) for span in whole.spans] == [(0, 7), (10, 15)]
    assert offsets.span(*whole.cue) == (8, 10)
    assert (whole.ours, whole.id, whole.quotes) == (True, cued.id, ("The dam", "broke"))
    assert (whole.claim["note"], whole.claim["speaker"]) == ("A\nnote", "Ann")
    assert whole.claim["evidence"][0]["stance"] == "refutes"
    assert (left.spans, left.id, left.ours, left.label) == (((4, 4),), gone.id, True, LABELS[1].key)
    assert (left.unplaced, left.quotes, left.claim["note"]) == (
        "ambiguous", ("the old dam",), "why")  # fmt: skip
    assert (left.prefix, left.suffix) == ("before", "behind")


def test_ids_and_edits_survive_a_tool_that_drops_what_it_does_not_know(tmp_path):
    made = article(TEXT, highlight((0, 7), (10, 15), note="n"))
    written(FORM, sent(made), tmp_path / "out")
    (path,) = (tmp_path / "out").iterdir()
    whole = json.loads(path.read_text(encoding="utf-8"))
    kept = [one for one in whole["%FEATURE_STRUCTURES"] if "fact_annotator" not in one["%TYPE"]]
    for one in kept:
        if one["%TYPE"] == NAMED_ENTITY:
            one["value"] = "another"
    found = only(read(path, whole | {"%FEATURE_STRUCTURES": kept}))
    (one,) = found.highlights
    assert (one.id, one.ours, one.label) == (made.made[0].highlight.id, True, "another")
    assert one.spans == ((0, 7), (11, 16))
    assert one.claim == {}


def test_sentences_and_tokens_are_there_and_no_highlight_begins_inside_a_token(tmp_path):
    made = article(TEXT, highlight((5, 8)))
    written(FORM, sent(made), tmp_path / "out")
    (path,) = (tmp_path / "out").iterdir()
    whole = json.loads(path.read_text(encoding="utf-8"))
    offsets = ForeignOffsets(TEXT, Reading(Unit.UTF16))
    words = {
        kind: [TEXT[slice(*offsets.span(one["begin"], one["end"]))]
               for one in whole["%FEATURE_STRUCTURES"] if one["%TYPE"] == kind]
        for kind in (SENTENCE, TOKEN)
    }  # fmt: skip
    assert words[SENTENCE] == TEXT.split("\n")
    assert words[TOKEN] == ["The", "d", "am", "😀", "broke", ".", "سد", "النهضة", ",",
                            "e\u0301tat", ":", "“", "x", "”"]  # fmt: skip
    again = tmp_path / "again"
    written(FORM, sent(made), again)
    assert next(again.iterdir()).read_bytes() == path.read_bytes()


def test_articles_of_one_title_get_files_of_their_own(tmp_path):
    titles = ["Con", "a/b", "A?B", "", "x" * 300, "😀"]
    made = [article(f"{number} text", title=title, name=str(number))
            for number, title in enumerate(titles)]  # fmt: skip
    written(FORM, sent(*made), tmp_path / "out")
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == sorted(
        ["_Con.json", "a_b.json", "A_B 2.json", "article.json", f"{'x' * 40}.json", "_.json"]
    )
    assert {one.title for one in came_back(FORM, tmp_path / "out")[1]} >= {"Con", "a/b", "A?B"}


def test_layers_are_read_with_their_labels_and_what_else_they_say(tmp_path):
    made = cas(
        mark(0, 5, NAMED_ENTITY, value="LOC", identifier="http://example.org/Q1"),
        mark(6, 8, **{"checked": True, "note": "why", "#weight": "NaN"}),
        mark(0, 8, Kind="Official"),
        mark(0, 5, TOKEN),
        mark(0, 5, f"{DKPRO}lexmorph.type.pos.POS", PosValue="N"),
        mark(0, 5, f"{DKPRO}syntax.type.dependency.Dependency"),
        mark(0, 5, "webanno.custom.Says", **{"@Governor": 2, "@Dependent": 3}),
        mark(0, 5, f"{DKPRO}coref.type.CoreferenceLink", referenceType="x", **{"@next": 3}),
        mark(0, 22, "uima.tcas.DocumentAnnotation", language="uk"),
    )
    items = read(tmp_path / "news.json", made)
    found = only(items)
    assert (found.title, found.language, found.article_id) == ("news", "uk", "")
    assert [(one.spans[0], one.label, one.claim.get("note", "")) for one in found.highlights] == [
        ((0, 5), "LOC", "identifier: http://example.org/Q1"),
        ((6, 8), "Claim", "why\nchecked: true\nweight: NaN"),
        ((0, 8), "Official", ""),
    ]
    assert sum("which was left out" in one for one in told(items)) == 3


@pytest.mark.parametrize("shape", ["list", "object", "anchors"])
def test_every_way_of_writing_structures_reads_alike(tmp_path, shape):
    made = cas(mark(6, 8), mark(16, 20))
    structures = made["%FEATURE_STRUCTURES"]
    if shape == "object":
        made["%FEATURE_STRUCTURES"] = {
            str(one["%ID"]): {key: value for key, value in one.items() if key != "%ID"}
            for one in structures
        }
    if shape == "anchors":
        for one in structures[1:]:
            one["^begin"], one["^end"] = one.pop("begin"), one.pop("end")
    found = only(read(tmp_path / "a.json", made))
    offsets = ForeignOffsets(found.text, Reading(Unit.UTF16))
    words = [found.text[slice(*offsets.span(*one.spans[0]))] for one in found.highlights]
    assert words == ["😀", "said"]


def test_several_texts_are_several_articles_and_what_a_view_does_not_list_was_deleted(tmp_path):
    other = {"%ID": 9, "%TYPE": "uima.cas.Sofa", "sofaID": "english", "sofaString": "The dam"}
    made = cas(mark(0, 5), mark(4, 7, **{"@sofa": 9}), mark(0, 3, **{"@sofa": 9}))
    made["%FEATURE_STRUCTURES"].append(other)
    made["%VIEWS"] = {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2]},
                      "english": {"%SOFA": 9, "%MEMBERS": [3]}}  # fmt: skip
    items = read(tmp_path / "a.json", made)
    articles = [one for one in items if not isinstance(one, AnnotatorError)]
    assert [(one.title, [each.spans for each in one.highlights]) for one in articles] == [
        ("a", [((0, 5),)]), ("a (english)", [((4, 7),)])]  # fmt: skip
    assert any("deleted there (1)" in one for one in told(items))


def test_without_a_text_or_anything_at_all_nothing_is_made_up(tmp_path):
    bare = {key: value for key, value in SOFA.items() if key != "sofaString"}
    found = only(read(tmp_path / "a.json", cas(mark(0, 4), first=bare)))
    assert (found.text, len(found.highlights)) == (None, 1)
    away = bare | {"sofaURI": "file:///etc/passwd"}
    assert "kept elsewhere" in told(read(tmp_path / "a.json", cas(first=away)))[0]
    assert read(tmp_path / "a.json", {"%TYPES": {}, "%VIEWS": {}}) == []


def test_bad_structures_are_told_and_the_rest_is_read(tmp_path):
    made = cas(mark(-1, 3), mark(5, 3), mark("x", 3), mark(0, 5), mark(0, 5, **{"@sofa": 1}),
               SOFA | {"%ID": 1})  # fmt: skip
    items = read(tmp_path / "a.json", made)
    assert len(only(items).highlights) == 2
    assert [one for one in ("negative", "before it starts", "no number", "another one")
            if not any(one in each for each in told(items))] == []  # fmt: skip


def test_what_describes_a_whole_text_is_no_highlight_whatever_its_type(tmp_path):
    made = cas(
        mark(0, 5), mark(0, 22, "a.News", language="uk"),
        mark(0, 22, "a.Other", **{"%FLAGS": ["x"]}),
        mark(0, 22, "a.Flagged", **{"%FLAGS": ["DocumentAnnotation"], "documentTitle": "Dam"}),
    )  # fmt: skip
    made["%TYPES"] = {
        "a.News": {"%NAME": "a.News", "%SUPER_TYPE": "a.Text"},
        "a.Text": {"%NAME": "a.Text", "%SUPER_TYPE": "uima.tcas.DocumentAnnotation"},
    }
    found = only(read(tmp_path / "a.json", made))
    assert [one.label for one in found.highlights] == ["Claim", "Other"]
    assert (found.language, found.title) == ("uk", "Dam")


def test_half_a_character_is_replaced_in_a_label_and_refused_in_a_text(tmp_path):
    assert (
        only(read(tmp_path / "a.json", cas(mark(0, 5, value="a\ud800")))).highlights[0].label
        == "a?"
    )
    items = read(tmp_path / "a.json", cas(mark(0, 5), first=SOFA | {"sofaString": "a\ud800"}))
    assert "half a character" in told(items)[0]


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_what_stands_before_a_damaged_place_is_kept(tmp_path, cut):
    made = json.dumps(cas(*[mark(0, 5)] * 20))
    items = read(tmp_path / "a.json", made[: int(len(made) * cut)])
    assert 0 < len(only(items).highlights) < 20
    assert "is damaged at structure" in told(items)[0]


@pytest.mark.parametrize("text", ["[1]", "{}", '{"%TYPE": 1}', "", "%VIEWS"])
def test_other_files_are_none(tmp_path, text):
    path = tmp_path / "a.json"
    path.write_text(text)
    assert not FORM.fits(path, path.read_bytes())
    with pytest.raises(AnnotatorError):
        FORM.read(path, ExchangeOptions())


def test_a_folder_is_read_past_a_file_that_is_none(tmp_path):
    written(FORM, sent(article(TEXT, highlight((0, 3)))), tmp_path / "out")
    (tmp_path / "out" / "bad.json").write_text('{"a": 1}')
    (tmp_path / "out" / "nothing.json").touch()
    items = list(FORM.read(tmp_path / "out", ExchangeOptions()).items())
    assert len(only(items).highlights) == 1
    assert len(told(items)) == 2
    assert FORM.fits(tmp_path / "out", b"")


def test_dkpro_cassis_finds_the_same_spans(tmp_path):
    cassis = pytest.importorskip("cassis")
    made = article(
        TEXT, highlight((8, 15), (17, 19), note="n"), highlight((0, 7)), highlight((3, 3))
    )
    written(FORM, sent(made), tmp_path / "out")
    with next((tmp_path / "out").iterdir()).open("rb") as file:
        found = cassis.load_cas_from_json(file)
    assert found.sofa_string == TEXT
    entities = found.select(NAMED_ENTITY)
    assert sorted((one.value, one.get_covered_text()) for one in entities) == sorted(
        (LABELS[0].key, TEXT[a:b]) for a, b in [(8, 15), (17, 19), (0, 7)])  # fmt: skip
    assert [one.get_covered_text() for one in found.select(SENTENCE)] == TEXT.split("\n")
    path = tmp_path / "again.json"
    path.write_text(found.to_json(), encoding="utf-8")
    again = only(read(path, path.read_text(encoding="utf-8")))
    assert {one.id for one in again.highlights if one.ours} == {
        one.highlight.id for one in made.made}  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"identifier": "urn:uuid:', '"identifier": "urn:uuid:0', "the highlight"),
        ('"%TYPE": "io.github', '"%TYPE": "io.gitlab', "is not declared"),
        ('"reviewer_id": "', '"rewiewer_id": "', "declares no “rewiewer_id”"),
        ('"%MEMBERS": [', '"%MEMBERS": [999, ', "lists 999, which is not there"),
        ('"%ID": 2,', '"%ID": 1,', "the id 1 is there already"),
        ('"%ID": 2,', '"@of": 888, "%ID": 2,', "refers to 888"),
        ('.Token", "@sofa": 1, "begin": 0', '.Token", "@sofa": 1, "begin": 1', "no token covers"),
        ('.Sentence", "@sofa": 1, "begin": 0', '.Sentence", "@sofa": 1, "begin": 2', "no sentence"),
    ],
)
def test_types_and_ids_that_are_not_there_are_told(tmp_path, old, new, told):
    written(FORM, sent(article(TEXT, highlight((4, 7), note="why"))), tmp_path / "a")
    (path,) = (tmp_path / "a").glob("*.json")
    text = path.read_text("utf-8")
    assert not verify(FORM.read(path, ExchangeOptions())).number
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    problems = verify(FORM.read(path, ExchangeOptions())).problems
    assert any(told in one.message for one in problems), problems
