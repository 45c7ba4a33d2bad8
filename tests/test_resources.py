from __future__ import annotations

import itertools
import json
import re
import tomllib
import unicodedata
import uuid
from xml.etree import ElementTree as ET

import pytest

from annotator.paths import resource

SAMPLES = ["dam-at-ostrava-ford", "road-to-the-valley.ar"]
LABELS = ["official_claim", "analyst_opinion", "humanitarian_concern"]
THEMES = ["light", "dark", "high-contrast"]
# An end of sentence: closing marks may follow, and an abbreviation's full stop is none.
END = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bCol)(?<!a\.m)[.!?؟][”»]?(?=\s|$)")


def sample(name):
    text = resource("sample", f"{name}.txt").read_bytes().decode()
    return text, json.loads(resource("sample", f"{name}.json").read_bytes())


def load(*parts):
    return tomllib.loads(resource(*parts).read_text(encoding="utf-8"))


def luminance(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """The ratio that WCAG 2 defines."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_paragraphs_on_lines_of_their_own(name):
    text, about = sample(name)
    paragraphs = text.split("\n")
    assert all(paragraph == paragraph.strip() != "" for paragraph in paragraphs)
    assert paragraphs[0] != about["title"]
    assert "\r" not in text


@pytest.mark.parametrize(("name", "least", "most"), [(SAMPLES[0], 46, 55), (SAMPLES[1], 6, 10)])
def test_a_sample_has_the_sentences_it_is_meant_to_have(name, least, most):
    text, _ = sample(name)
    assert least <= len(END.findall(text)) <= most


@pytest.mark.parametrize("name", SAMPLES)
def test_every_quote_of_a_sample_occurs_exactly_once(name):
    text, about = sample(name)
    quotes = [highlight["quote"] for highlight in about["highlights"]] + about["reviewed"]
    assert {quote: text.count(quote) for quote in quotes} == dict.fromkeys(quotes, 1)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_uses_each_label_and_says_where_it_comes_from(name):
    _, about = sample(name)
    assert {highlight["label"] for highlight in about["highlights"]} == set(LABELS)
    assert {"title", "publisher", "authors", "published", "language", "rights"} <= set(about)


def test_the_article_holds_what_a_text_can_hold():
    text, about = sample(SAMPLES[0])
    kinds = {unicodedata.category(character) for character in text}
    assert all(sign in text for sign in ("“", "”", "’", "—", "Dr. ", "a.m. ", "3.5"))
    assert "So" in kinds
    assert any("CYRILLIC" in unicodedata.name(character, "") for character in text)
    assert len(about["highlights"]) >= 14


def test_some_highlights_of_the_article_overlap():
    text, about = sample(SAMPLES[0])
    spans = [(text.index(h["quote"]), len(h["quote"])) for h in about["highlights"]]
    ordered = sorted((start, start + length) for start, length in spans)
    assert sum(a[1] > b[0] for a, b in itertools.pairwise(ordered)) >= 3


def test_the_other_article_reads_from_right_to_left():
    text, about = sample(SAMPLES[1])
    directions = [unicodedata.bidirectional(character) for character in text]
    assert directions.count("AL") > len(text) / 2
    assert about["language"] == "ar"


def test_the_codebook_has_the_three_labels_with_ids_that_never_change():
    labels = load("codebook", "fact-checking.toml")["label"]
    known = {label["key"]: label["id"] for label in labels}
    assert known == {
        key: f"01936f2c-5b00-7a41-9c1e-6f0a7d3e8b0{number}" for number, key in enumerate(LABELS, 1)
    }
    assert {uuid.UUID(identifier).version for identifier in known.values()} == {7}


def test_labels_differ_in_more_than_color():
    labels = load("codebook", "fact-checking.toml")["label"]
    assert [(x["letter"], x["shortcut"], x["line"]) for x in labels] == [
        ("O", "1", "solid"),
        ("A", "2", "dashed"),
        ("H", "3", "dotted"),
    ]


def test_each_label_is_explained_by_tests_edge_cases_and_examples_of_both_kinds():
    for label in load("codebook", "fact-checking.toml")["label"]:
        assert label["definition"].strip()
        assert label["tests"]
        assert label["edge_cases"]
        assert {example["fits"] for example in label["examples"]} == {True, False}


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_of_a_theme_can_be_read(theme):
    colors = load("themes", f"{theme}.toml")
    texts = {**colors["text"], **colors["accent"], **colors["status"]}
    on_accent = texts.pop("on_accent")
    grounds = [colors["surface"][name] for name in ("page", "side", "sentence")]
    least = 7 if theme == "high-contrast" else 4.5
    assert min(contrast(text, ground) for text in texts.values() for ground in grounds) >= least
    assert contrast(on_accent, colors["accent"]["accent"]) >= least


@pytest.mark.parametrize("theme", THEMES)
def test_every_label_can_be_read_on_the_page(theme):
    colors = load("themes", f"{theme}.toml")
    chosen = f"color_{colors['label_colors']}"
    labels = load("codebook", "fact-checking.toml")["label"]
    page = colors["surface"]["page"]
    assert min(contrast(label[chosen], page) for label in labels) >= 4.5


def test_all_themes_name_the_same_colors():
    shapes = [
        {section: set(values) for section, values in theme.items() if isinstance(values, dict)}
        for theme in (load("themes", f"{name}.toml") for name in THEMES)
    ]
    assert shapes == [shapes[0]] * len(THEMES)


def test_every_icon_comes_in_both_variants_and_is_a_picture():
    light, dark = ({p.name for p in resource("icons", t).iterdir()} for t in ("light", "dark"))
    assert light == dark
    assert len(light) >= 20
    for path in resource("icons").rglob("*.svg"):
        assert ET.parse(path).getroot().tag == "{http://www.w3.org/2000/svg}svg"
