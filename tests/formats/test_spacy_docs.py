from __future__ import annotations

import importlib.util
import json
import sys
import zlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.rich_project import CLAIM, rich_project
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError, MissingWriterError
from annotator.core.reading_errors import MissingExtraError
from annotator.formats.spacy_docs import SpacyFormat
from annotator.service.exchange_ports import ExchangeOptions, Loss

FORM = SpacyFormat()
DOCBIN = ExchangeOptions(variant="docbin")
# As ``Doc.to_json`` gives it, made up for this test.
OTHERS = {
    "text": "👻 Ann saw Kyiv",
    "ents": [{"start": 2, "end": 5, "label": "PER"}, {"start": 10, "end": 14, "label": "LOC"}],
    "spans": {"sc": [{"start": 2, "end": 5, "label": "PER", "kb_id": "Q42"},
                     {"start": 2, "end": 14, "label": "EVENT", "kb_id": ""}]},
    "tokens": [{"id": 0, "start": 0, "end": 1, "pos": "X"}],
}  # fmt: skip


def read(path, *documents, **options):
    path.write_text("".join(json.dumps(one) + "\n" for one in documents), "utf-8")
    items = list(FORM.read(path, ExchangeOptions(**options)).items())
    errors = [one for one in items if isinstance(one, AnnotatorError)]
    return [one for one in items if one not in errors], errors


def assert_is_document(one):
    """Assert what spaCy demands: tokens without gaps but single spaces, spans of whole tokens."""
    text, tokens = one["text"], one["tokens"]
    assert [token["id"] for token in tokens] == list(range(len(tokens)))
    end, word = 0, False
    for token in tokens:
        inner = text[token["start"] : token["end"]]
        assert inner.isspace() or not any(map(str.isspace, inner))
        assert text[end : token["start"]] in ({"", " "} if word else {""})
        end, word = token["end"], not inner.isspace()
    assert text[end:] in ({"", " "} if word else {""})
    starts, ends = ({token[name] for token in tokens} for name in ("start", "end"))
    for span in (*one["ents"], *one["spans"]["sc"]):
        assert span["start"] in starts
        assert span["end"] in ends
        assert span["start"] < span["end"]
    ents = sorted((span["start"], span["end"]) for span in one["ents"])
    assert all(first[1] <= second[0] for first, second in pairwise(ents))


@given(made=projects())
@settings(max_examples=share(6))
def test_documents_hold_what_they_say(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("docs") / "a.jsonl"
    losses = assert_round_trip(FORM, made, target)
    documents = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    for one in documents:
        assert_is_document(one)
    left = sum(len(one["spans"]["sc"]) - len(one["ents"]) for one in documents)
    assert sum(one.count for one in losses) == left


@given(made=projects())
@settings(max_examples=share(12))
def test_binary_files_hold_what_they_say(tmp_path_factory, made):
    pytest.importorskip("spacy")
    target = tmp_path_factory.mktemp("docs") / "a.spacy"
    assert_round_trip(FORM, made, target, DOCBIN)


@given(made=projects())
@settings(max_examples=share(12))
def test_spacy_reads_what_is_written(tmp_path_factory, made):
    tokens = pytest.importorskip("spacy.tokens")
    vocab = pytest.importorskip("spacy.vocab").Vocab()
    target = tmp_path_factory.mktemp("docs") / "a.jsonl"
    written(FORM, made, target)
    for line in target.read_text("utf-8").splitlines():
        one = json.loads(line)
        doc = tokens.Doc(vocab).from_json(one, validate=True)
        assert doc.text == one["text"]
        found = [(span.start_char, span.end_char, span.label_) for span in doc.spans["sc"]]
        assert found == [(span["start"], span["end"], span["label"]) for span in one["spans"]["sc"]]


def test_claims_and_metadata_come_back(tmp_path):
    made = rich_project()
    written(FORM, made, tmp_path / "a.jsonl")
    _, (found,) = came_back(FORM, tmp_path / "a.jsonl")
    assert (found.article_id, found.authors) == (made.made[0].article.id, ("Ann Lee",))
    first, _ = found.highlights
    assert (first.spans, first.cue, first.ours) == (((0, 12), (18, 24)), (13, 17), True)
    assert (first.claim["note"], first.claim["speaker"]) == (CLAIM["note"], "=Ministry")


def test_space_around_a_highlight_and_a_border_within_a_word(tmp_path):
    text = "one  two\n"
    made = sent(article(text, highlight((3, 7)), highlight((3, 4)), highlight((0, 1), (2, 5))))
    losses = written(FORM, made, tmp_path / "a.jsonl")
    one = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    tokens = [text[token["start"] : token["end"]] for token in one["tokens"]]
    assert tokens == ["o", "n", "e", " ", "tw", "o", "\n"]
    _, (found,) = came_back(FORM, tmp_path / "a.jsonl")
    spans = sorted(each.spans for each in found.highlights)
    assert spans == [((0, 1), (2, 5)), ((3, 4),), ((3, 7),)]
    assert losses == []


def test_entities_keep_clear_of_each_other(tmp_path):
    made = sent(article("one two three", highlight((0, 7)), highlight((4, 13), label=1)))
    remark = "the longest of each is an entity; all are in the span group “sc”"
    assert written(FORM, made, tmp_path / "a") == [Loss("entities that overlap", 1, remark)]


def test_documents_of_others_are_read(tmp_path):
    (found,), errors = read(tmp_path / "a", OTHERS)
    assert [(one.spans, one.label, one.id, one.ours) for one in found.highlights] == [
        (((2, 5),), "PER", "", False),
        (((2, 14),), "EVENT", "", False),
        (((10, 14),), "LOC", "", False),
    ]
    assert errors == []
    assert FORM.fits(tmp_path / "a", (tmp_path / "a").read_bytes())


def test_a_span_that_was_moved_or_labeled_anew_stays_so(tmp_path):
    written(FORM, sent(article("one two ", highlight((4, 8), note="n"))), tmp_path / "a")
    one = json.loads((tmp_path / "a").read_text("utf-8"))
    (span,) = one["spans"]["sc"]
    one["ents"] = []
    span |= {"start": 0, "end": 3, "label": "NEW"}
    (found,), _ = read(tmp_path / "b", one)
    (moved,) = found.highlights
    assert (moved.spans, moved.label, moved.ours) == (((0, 3),), "NEW", True)
    assert moved.claim["note"] == "n"


@pytest.mark.parametrize(
    ("values", "errors"),
    [({"ents": [{"start": 2, "end": 1, "label": "A"}]}, 1), ({"ents": "no"}, 1),
     ({"text": None}, 1), ({"spans": {"sc": [7], "other": [{"start": -1, "end": 2}]}}, 2),
     ({"text": "a\0"}, 1), ({"fact_annotator": {"highlights": [{"spans": [[1]]}]}}, 1),
     ({"fact_annotator": [1]}, 0)],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path, values, errors):
    items, told = read(tmp_path / "a", OTHERS, OTHERS | values, OTHERS)
    assert len(told) == errors
    assert all("line 2" in str(one) for one in told)
    assert len(items) >= 2


@pytest.mark.skipif(importlib.util.find_spec("spacy") is not None, reason="spaCy is installed")
def test_binary_files_name_the_extra_they_need(tmp_path):
    with pytest.raises(MissingWriterError, match=r"fact-annotator\[spacy\]"):
        FORM.write(sent(), tmp_path / "a.spacy", DOCBIN)
    assert not (tmp_path / "a.spacy").exists()


def test_a_damaged_binary_file_is_told(tmp_path):
    pytest.importorskip("spacy")
    whole = zlib.compress(b"\x82\xa7version\xa30.1\xa5attrs\x90")
    for number, data in enumerate((whole, whole[:-6], whole[:2])):
        path = tmp_path / f"{number}.spacy"
        path.write_bytes(data)
        (error,) = FORM.read(path, ExchangeOptions()).items()
        assert isinstance(error, DamagedAnnotationsError)


def test_binary_files_are_known_without_spacy(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    head = zlib.compress(b"\x89\xa7version\xa30.1\xa5attrs\x98" + bytes(5000))
    assert FORM.fits(tmp_path / "a", head[:4096])
    (tmp_path / "a").write_bytes(head)
    with pytest.raises(MissingExtraError):
        list(FORM.read(tmp_path / "a", ExchangeOptions()).items())


@pytest.mark.parametrize(
    "text",
    ["", "{}", "x\x9c", '{"text": "a", "tokens": []}', '{"text": "a", "spans": [], "tokens": []}',
     '{"text": "a", "ents": [], "tokens": [{"text": "a", "id": 0, "start": 0, "end": 1}]}'],
)  # fmt: skip
def test_other_files_are_left_alone(tmp_path, text):
    (tmp_path / "a").write_bytes(text.encode("latin-1"))
    assert not FORM.fits(tmp_path / "a", text.encode("latin-1"))
