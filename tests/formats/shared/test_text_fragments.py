from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.formats.sending import TEXTS

from annotator.core.span import Span
from annotator.formats.shared.text_fragments import (
    LONGEST_EXACT,
    Directive,
    TextFragments,
    encoded,
    linked,
)


def parsed(directive):
    """A directive's prefix, start, end and suffix, by the steps of the specification."""
    tokens = directive.removeprefix("text=").split(",")
    prefix = tokens.pop(0)[:-1] if tokens[0].endswith("-") else ""
    suffix = tokens.pop()[1:] if tokens[-1].startswith("-") else ""
    assert len(tokens) in {1, 2}
    return [unquote(one) for one in (prefix, tokens[0], tokens[1] if tokens[1:] else "", suffix)]


def found(text, directive):
    """Where a browser finds a directive in a text of a block for each line, whole words aside."""
    prefix, start, end, suffix = parsed(directive)
    after = r"\s*" + re.escape(suffix) if suffix else ""
    before = re.escape(prefix) + r"\s*" if prefix else ""
    behind = "" if end else rf"(?={after})"
    for match in re.finditer(rf"{before}(?P<at>{re.escape(start)}){behind}", text, re.IGNORECASE):
        if not end:
            return match.start("at"), match.end("at")
        last = re.compile(re.escape(end) + rf"(?={after})", re.IGNORECASE).search(text, match.end())
        if last:
            return match.start("at"), last.end()
    return None


@pytest.mark.parametrize(
    ("directive", "said"),
    [
        (Directive("an example text fragment"), "text=an%20example%20text%20fragment"),
        (Directive("an example", "text fragment"), "text=an%20example,text%20fragment"),
        (
            Directive("an example", prefix="this is", suffix="text fragment"),
            "text=this%20is-,an%20example,-text%20fragment",
        ),
        (Directive("a-b", "c,d", "e&f", "-"), "text=e%26f-,a%2Db,c%2Cd,-%2D"),
    ],
)
def test_directives_are_written_as_the_specification_shows(directive, said):
    assert str(directive) == said
    assert parsed(said) == [directive.prefix, directive.start, directive.end, directive.suffix]


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/", "https://example.org/#:~:text=foo"),
        ("https://example.org/#test", "https://example.org/#test:~:text=foo"),
        ("https://example.org/#:~:text=old", "https://example.org/#:~:text=foo"),
        ("file:///home/a", "file:///home/a"),
        ("", ""),
    ],
)
def test_a_link_keeps_the_fragment_that_an_address_has(address, link):
    assert linked(address, [Directive("foo")]) == link


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_sign_of_the_syntax_is_left_in_what_is_told(words):
    said = encoded(words)
    assert unquote(said) == words
    assert re.fullmatch(r"(?:[A-Za-z0-9_.~]|%[0-9A-F]{2})*", said)


@given(st.data(), TEXTS)
@settings(max_examples=share(3))
def test_a_directive_leads_to_its_place(data, text):
    text = f"{text} {'filling words ' * 30}{text}\n{text}"
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    fragments = TextFragments(text)
    first, last = fragments.whole_words(start, end)
    said = [str(one) for one in fragments.of([Span(start, end)])]
    assert len(said) == (first < last)
    place = found(text, said[0]) if said else None
    if place is not None and place != (first, last):
        # Words that stand several times alike, with alike words around: the first is as good.
        prefix, words, _, suffix = parsed(said[0])
        assert prefix or suffix or text.lower().count(words.lower()) > 1


def test_words_that_are_cut_are_told_whole():
    fragments = TextFragments("The ministry’s re-opened dam. 北京大学在这里")
    assert [one.start for one in fragments.of([Span(6, 10)])] == ["ministry"]
    assert [one.start for one in fragments.of([Span(30, 32)])] == ["北京"]
    assert list(fragments.of([Span(3, 4)])) == []


def test_words_that_stand_twice_are_told_with_those_around():
    text = "The dam broke.\nThey said the dam held well."
    (said,) = TextFragments(text).of([Span(25, 32)])
    assert said == Directive("the dam", prefix="said", suffix="held")
    assert found(text, str(said)) == (25, 32)


def test_long_quotes_and_those_of_several_paragraphs_are_told_by_their_ends():
    words = " ".join(f"word{number}" for number in range(100))
    (said,) = TextFragments(f"a {words} z").of([Span(2, 2 + len(words))])
    assert len(words) > LONGEST_EXACT
    assert said == Directive("word0 word1 word2 word3", "word96 word97 word98 word99")
    text = "One two three four five.\nSix seven eight nine ten."
    (said,) = TextFragments(text).of([Span(4, 40)])
    assert found(text, str(said)) == (4, 40)
    assert "\n" not in said.start + said.end
