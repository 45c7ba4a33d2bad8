from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from tests.examples import share
from tests.formats.rich_project import assert_rich, rich_project
from tests.formats.round_trips import assert_round_trip, came_back, written
from tests.formats.sending import CODEBOOK, article, highlight, projects, sent
from tests.formats.verified import assert_verified

from annotator.core.exchange_errors import DamagedAnnotationsError, NotAnnotationsError
from annotator.core.records import Evidence
from annotator.formats.html_report import HtmlReportFormat, escaped
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.verifying import verify

FORM = HtmlReportFormat()
HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=1> ]]> \"' &amp; \x07\u2028"


def page(path):
    """The page as XML, which finds every tag that is not closed and every sign not escaped."""
    return etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False))


def text_of(element):
    """What is read in an element, without the names of highlights in it."""
    for name in element.xpath(".//*[@class and contains(@class, 'n ')]"):
        name.text = ""
    return "".join(element.itertext())


@given(made=projects())
@settings(max_examples=share(4))
def test_every_project_is_a_sound_page_with_its_texts(tmp_path_factory, made):
    target = tmp_path_factory.mktemp("page") / "a.html"
    assert assert_round_trip(FORM, made, target) == []
    assert_verified(FORM, target, made, highlights=sum(len(one.made) for one in made.made))
    shown = ["\n".join(text_of(one) for one in each) for each in page(target).iter("div")
             if each.get("class") == "text"]  # fmt: skip
    assert shown == [one.text for one in made.made]


@given(st.text())
def test_nothing_gets_out_of_what_is_escaped(words):
    for around in ("<a>{}</a>", '<a b="{}"/>'):
        found = etree.fromstring(around.format(escaped(words)))
        assert len(found) == 0
        shown = found.text or found.get("b") or ""
        assert len(shown) == len(words)


def test_hostile_words_are_shown_and_do_nothing(tmp_path):
    target = tmp_path / "a.html"
    label = replace(CODEBOOK.labels[0], color_light="red;}</style>", name=HOSTILE, letter="<",
                    definition=HOSTILE)  # fmt: skip
    claim = {"note": HOSTILE, "evidence": (Evidence(url="javascript:alert(1)"),)}
    made = article(HOSTILE, highlight((0, 12), **claim), title=HOSTILE, url="javascript:alert(2)")
    one = replace(made.made[0], label=label)
    project = sent(replace(made, made=(one,)))
    project = replace(project, name=HOSTILE, codebook=replace(CODEBOOK, labels=(label,)))
    written(FORM, project, target)
    for tree in (page(target), html.fromstring(target.read_bytes())):
        assert [one.get("type") for one in tree.iter("script")] == ["application/x-ndjson"]
        assert not list(tree.iter("img"))
        assert {one.get("href")[0] for one in tree.iter("a")} == {"#"}
    (style,) = page(target).iter("style")
    assert "red" not in style.text
    assert_verified(FORM, target, project, highlights=1)


def test_the_page_asks_for_nothing_and_runs_nothing(tmp_path):
    written(FORM, rich_project(), tmp_path / "a.html")
    tree = page(tmp_path / "a.html")
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert not tree.xpath("//@src | //link | //@style | //@*[starts-with(name(), 'on')]")
    said = (tmp_path / "a.html").read_text("utf-8")
    assert not re.search(r"url\(|@import", said)


def test_labels_are_told_by_letter_and_line_and_by_more_than_color(tmp_path):
    text = "one two three"
    made = sent(article(text, highlight((0, 7)), highlight((4, 13), label=1)))
    written(FORM, made, tmp_path / "a.html")
    tree = page(tmp_path / "a.html")
    marks = tree.findall(".//mark")
    assert [mark.get("title") for mark in marks] == [
        "Official claim",
        "Official claim + Humanitarian concern: 人 & <more>",
        "Humanitarian concern: 人 & <more>",
    ]
    assert [one.get("class") for one in marks[1].iter("span")] == ["u o0 l0", "u o1 l1"]
    names = tree.xpath("//div[@class='text']//a")
    assert [(one.text, one.get("href")) for one in names] == [("O1", "#h1-1"), ("H2", "#h1-2")]
    style = tree.findtext(".//style")
    assert ".l1 { --c: #a8460a; text-decoration-style: dotted; }" in style
    assert all(tree.xpath(f"//*[@id='{one.get('href')[1:]}']") for one in names)


def test_the_direction_and_language_of_an_article_are_told(tmp_path):
    made = article("السد انهار", highlight((0, 4)))
    made = replace(made, article=replace(made.article, direction="rtl", language="ar"))
    written(FORM, sent(made), tmp_path / "a.html")
    (text,) = page(tmp_path / "a.html").xpath("//div[@class='text']")
    assert (text.get("dir"), text.get("lang")) == ("rtl", "ar")


def test_everything_that_a_highlight_has_is_shown_and_comes_back(tmp_path):
    written(FORM, rich_project(), tmp_path / "a.html")
    assert_rich(came_back(FORM, tmp_path / "a.html")[1])
    (lists,) = page(tmp_path / "a.html").xpath("//ol[@class='marks']")
    shown = "".join(lists.itertext())
    for words in ("Half true", "=Ministry", "on\ntwo lines", "supports", "Olena", "what was here",
                  "(no longer in the text)"):  # fmt: skip
        assert words in shown


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (">two</span>", ">too</span>", "shows “one O1too”, where its block says “one O1two”"),
        ("<p>one ", "<p>on ", "shows “on O1two”"),
        ('<mark class="l0', '<mark class="l1', "marked otherwise"),
        ("Olena", "Olga", "where its block says “"),
        ('<dd dir="auto">why', '<dd dir="auto">why not', "shows “Notewhy not”"),
    ],
)
def test_what_the_page_shows_is_what_its_block_says(tmp_path, old, new, told):
    made = sent(article("one two", highlight((4, 7), note="why")))
    written(FORM, made, tmp_path / "a.html")
    page, block, rest = (tmp_path / "a.html").read_text("utf-8").partition("<script ")
    assert old in page
    (tmp_path / "b.html").write_text(page.replace(old, new) + block + rest, "utf-8")
    verdict = verify(FORM.read(tmp_path / "b.html", ExchangeOptions()))
    assert all(one.place.startswith("line ") for one in verdict.problems)
    assert any(told in one.message for one in verdict.problems), verdict.problems


def test_what_is_changed_or_missing_in_the_block_is_told(tmp_path):
    target, made = tmp_path / "a.html", sent(article("one two", highlight((4, 7))))
    written(FORM, made, target)
    whole = target.read_text("utf-8")
    target.write_text(whole.replace('"start": 4', '"start": 0'), "utf-8")
    assert_verified(FORM, target, made, highlights=1, problems=3)  # it is on the page twice
    target.write_text(whole.partition("</script>")[0].removesuffix("\n"), "utf-8")
    with pytest.raises(DamagedAnnotationsError):
        came_back(FORM, target)
    target.write_text(whole.replace("<script ", "<p "), "utf-8")
    with pytest.raises(NotAnnotationsError):
        FORM.read(target, ExchangeOptions())


def test_a_damaged_line_is_told_with_its_number(tmp_path):
    target, made = tmp_path / "a.html", sent(article("one two", highlight((4, 7))))
    written(FORM, made, target)
    lines = target.read_bytes().split(b"\n")
    place = next(n for n, line in enumerate(lines) if line.startswith(b'{"type": "highlight"'))
    lines[place] = b"{\xff}"
    target.write_bytes(b"\n".join(lines))
    items = FORM.read(target, ExchangeOptions()).items()
    errors = [one.place for one in items if isinstance(one, DamagedAnnotationsError)]
    assert errors == [f"line {place + 1}"]


def test_an_empty_page_is_one_and_the_same_project_makes_the_same_bytes(tmp_path):
    written(FORM, sent(), tmp_path / "empty.html")
    assert_verified(FORM, tmp_path / "empty.html", sent(), highlights=0)
    assert not FORM.fits(tmp_path / "b", b"<!DOCTYPE html><html><head>")
    for name in ("a", "b"):
        written(FORM, rich_project(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    block = (tmp_path / "a").read_text("utf-8").partition("ndjson")[2].split("\n")[1:-4]
    assert json.loads(block[0])["type"] == "project"
