from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from tests.examples import share
from tests.formats.rich_project import rich_project
from tests.formats.round_trips import USUAL, assert_round_trip, came_back, written
from tests.formats.sending import MadeProject, article, highlight, projects, sent

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.records import Codebook
from annotator.formats.hugging_face import HuggingFaceFormat
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.verifying import verify

FORM = HuggingFaceFormat()
TOKENS = ExchangeOptions(variant="tokens")
ROWS = "data/train-00000-of-00001.jsonl"
CARD = """---
dataset_info:
  features:
  - name: tokens
    sequence: string
  - name: ner_tags
    sequence:
      class_label:
        names:
          '0': O
          '1': B-PER
          '2': 'I-PER'
  - name: spans
    list:
    - name: label
      dtype:
        class_label:
          names:
          - "A \\u00e9"
          - B
configs:
- config_name: default
---
# Names

'7': none of them
"""
LOAD = """
import json, sys
from datasets import load_dataset
rows = load_dataset(sys.argv[1], cache_dir=sys.argv[2])["train"]
print(json.dumps([[str(rows.features)], *rows]))
"""


def rows_in(folder):
    return [json.loads(one) for one in (folder / ROWS).read_text("utf-8").splitlines()]


def read(folder, *rows, card=CARD):
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "README.md").write_text(card, "utf-8")
    (folder / "data" / "train.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    items = list(FORM.read(folder, USUAL).items())
    errors = [str(one) for one in items if isinstance(one, AnnotatorError)]
    return [one for one in items if not isinstance(one, AnnotatorError)], errors


def marked(articles):
    return [(one.label, *(each.text[a:b] for a, b in one.spans))
            for each in articles for one in each.highlights]  # fmt: skip


@given(made=projects())
@settings(max_examples=share(4))
def test_folders_hold_what_they_say(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("dataset") / "a"
    assert assert_round_trip(FORM, made, target) == []
    for row in rows_in(target):
        for span in row["spans"]:
            assert row["text"][span["start"] : span["end"]] == span["text"]


@given(made=projects(parts=False))
@settings(max_examples=share(4))
def test_tokens_keep_what_they_can(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("dataset") / "a"
    losses = written(FORM, made, target, TOKENS)
    lost = sum(one.count for one in losses if one.what in {
        "overlapping highlights", "highlights without a word"})  # fmt: skip
    _, items = came_back(FORM, target)
    assert (
        sum(len(one.highlights) for one in items) == sum(len(one.made) for one in made.made) - lost
    )
    for row in rows_in(target):
        places = zip(row["token_starts"], row["token_ends"], strict=True)
        assert [row["text"][a:b] for a, b in places] == row["tokens"]
        assert len(row["tokens"]) == len(row["ner_tags"])
        assert "".join(row["tokens"]) == "".join(row["text"].split()) or "\u200b" in row["text"]


def test_all_but_what_lost_its_text_comes_back(tmp_path):
    written(FORM, rich_project(), tmp_path / "a")
    file, (found,) = came_back(FORM, tmp_path / "a")
    first, formula = found.highlights
    assert (first.spans, first.quotes) == (((0, 12), (18, 24)), ("The ministry", "👻 =1+1"))
    assert first.claim["evidence"][0]["quote"] == "-7 “m³”"
    assert first.claim["note"].startswith("'-1 on\ntwo lines")
    assert (formula.reviewer, formula.ours, file.settled) == ("Bo", True, True)
    assert (found.published, found.publisher) == ("2026-03-01", "The Gazette")


def test_tags_tell_their_losses(tmp_path):
    made = sent(article("one two three", highlight((0, 7)), highlight((4, 7)), highlight((9, 13)),
                        highlight((3, 4)), highlight((7, 8), (8, 9))))  # fmt: skip
    losses = written(FORM, made, tmp_path / "a", TOKENS)
    assert {one.what: one.count for one in losses} == {
        "overlapping highlights": 2,
        "highlights without a word": 2,
        "highlights that begin or end within a word": 1,
        "highlights of several spans": 1,
    }
    (row,) = rows_in(tmp_path / "a")
    assert row["ner_tags"] == ["B-official_claim", "I-official_claim", "B-official_claim"]


def test_nothing_written_is_a_dataset_that_reads(tmp_path):
    for name, options in (("a", USUAL), ("b", TOKENS)):
        written(FORM, sent(), tmp_path / name, options)
        assert FORM.fits(tmp_path / name, b"")
        assert came_back(FORM, tmp_path / name)[1] == []


def test_numbers_stand_for_the_names_in_the_card(tmp_path):
    tokens = {"tokens": ["Ann", "Lee", "said"], "ner_tags": [1, 2, 0]}
    spans = {"text": "a dam", "spans": [{"start": 2, "end": 5, "label": 0}]}
    columns = {"text": "a dam", "spans": {"start": [2], "end": [5], "label": [1]}}
    assert marked(read(tmp_path, tokens, spans, columns)[0]) == [
        ("PER", "Ann Lee"), ("A é", "dam"), ("B", "dam"),
    ]  # fmt: skip
    assert FORM.fits(tmp_path, b"")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"tokens": ["a", "b"], "ner_tags": [0]}, "not as many tags as tokens"),
        ({"tokens": ["a"], "ner_tags": ["O"], "text": "a", "token_starts": [], "token_ends": [1]},
         "not as many places"),
        ({"tokens": ["a"], "ner_tags": ["O"], "text": "b", "token_starts": [0], "token_ends": [1]},
         "not what stands at its place"),
        ({"text": "a", "spans": [{"start": 3, "end": 1, "label": "A"}]}, "before it starts"),
        ({"text": "a\0", "spans": []}, "NUL"),
        ({"words": 1}, "rows without spans and tags (1)"),
        ([1], "it is no object"),
    ],
)  # fmt: skip
def test_a_bad_row_costs_no_other(tmp_path, row, told):
    good = {"text": "a dam", "spans": [{"start": 2, "end": 5, "label": "A"}]}
    articles, errors = read(tmp_path, row, good)
    assert marked(articles) == [("A", "dam")]
    assert len(errors) == 1
    assert told in errors[0]


def test_folders_of_others_are_none(tmp_path):
    assert not FORM.fits(tmp_path, b"")
    (tmp_path / "README.md").write_text(CARD)
    with pytest.raises(NotAnnotationsError):
        FORM.read(tmp_path, USUAL)
    read(tmp_path, {"words": 1})
    assert not FORM.fits(tmp_path, b"")
    read(tmp_path, {"text": "a", "spans": []}, card="# Some folder")
    assert not FORM.fits(tmp_path, b"")


def test_the_library_of_datasets_loads_them(tmp_path):
    pytest.importorskip("datasets")
    plain = MadeProject(sent(article("a dam")).made, Codebook(1, "", ()))
    for name, made, options in (
        ("spans", rich_project(), USUAL), ("tags", rich_project(), TOKENS), ("plain", plain, USUAL)
    ):  # fmt: skip
        folder = tmp_path / name
        written(FORM, made, folder, options)
        command = [sys.executable, "-c", LOAD, folder, tmp_path / "cache"]
        offline = os.environ | {"HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path / "home")}
        done = subprocess.run(command, env=offline, capture_output=True, check=True)
        [features], *loaded = json.loads(done.stdout)
        assert ("ClassLabel" in features) == (name != "plain")
        assert len(loaded) == 1
        for row, own in zip(loaded, rows_in(folder), strict=True):
            if "spans" in own:
                names = ["official_claim", "humanitarian_concern"]
                for one in row["spans"]:
                    one["label"] = names[one["label"]]
            else:
                row["ner_tags"], tags = own["ner_tags"], row["ner_tags"]
                assert [tag == 0 for tag in tags] == [tag == "O" for tag in own["ner_tags"]]
            assert row == own


@pytest.mark.parametrize("variant", ["", *FORM.variants])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- name: title", "- name: titel"),
        ("language:\n", "languages:\n"),
        ("n<1K", "n<2K"),
        ("path: data/t", "path: data/r"),
        ("\n# ", "\n# A "),
        ("| official", "| oficial"),
    ],
)
def test_what_the_card_says_otherwise_is_told(tmp_path, old, new, variant):
    made = sent(article("one two", highlight((4, 7))))
    options = ExchangeOptions(variant)
    written(FORM, made, tmp_path / "a", options)
    assert not verify(FORM.read(tmp_path / "a", options)).number
    card = tmp_path / "a" / "README.md"
    text = card.read_text("utf-8")
    assert old in text
    card.write_text(text.replace(old, new, 1), "utf-8")
    assert {one.place for one in verify(FORM.read(tmp_path / "a", options)).problems} == {card.name}
