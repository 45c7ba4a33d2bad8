from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from annotator.formats.shared.html_lines import HtmlLines

WORDS = st.sampled_from(["one", "é", "😀", "سد", "&amp;", "&#8364;", "a<b", " ", "\n", "  \t ",
                         "\u00a0", "1 &lt; 2"])  # fmt: skip
INLINE = st.one_of(
    WORDS, WORDS.map("<b>{}</b>".format), st.just("<br>"), st.just("<a href='>'>x</a>")
)
BLOCKS = st.lists(INLINE, max_size=6).map(lambda some: f"<p>{''.join(some)}</p>")
PAGES = st.lists(st.one_of(BLOCKS, st.just("\n"), st.just("<ul><li>x</li> <li>y</li></ul>")),
                 max_size=5).map(lambda some: "<p>.</p>" + "".join(some))  # fmt: skip


def bare(text):
    return "".join(text.split(" ")).replace("\n", "").replace("\t", "")


@given(PAGES)
def test_its_raw_text_is_what_another_parser_finds_in_the_text_nodes(page):
    # Both read a lone "<" as a sign.
    other = html.fragment_fromstring(page.replace("a<b", "a&lt;b"), create_parent="div")
    assert HtmlLines(page).raw == other.text_content()


@given(PAGES, st.data())
def test_every_stretch_keeps_its_words(page, data):
    lines = HtmlLines(page)
    start = data.draw(st.integers(0, len(lines.raw)))
    end = data.draw(st.integers(start, len(lines.raw)))
    begin, behind = lines.span(start, end)
    assert bare(lines.text[begin:behind]) == bare(lines.raw[start:end])
    assert "  " not in lines.text
    assert lines.text == lines.text.strip(" \n\t")


@pytest.mark.parametrize(
    ("page", "raw", "text"),
    [
        ("", "", ""),
        ("\n <p>a</p>\n<p>b</p>\n", "a\nb\n", "a\nb"),
        ("<html>\n<body> a", " a", "a"),
        ("a<!-- <p>x</p> -->b<!-- c", "ab", "ab"),
        ("<pre>\n a\r\n  b</pre>c", " a\n  bc", " a\n  b\nc"),
        ("<style>p {}</style><p>a", "p {}a", "a"),
        ("<tr><td>a</td><td>b</td></tr><tr><td>c", "abc", "a\tb\nc"),
        ("1 < 2 <3 &lt;p&gt; </", "1 < 2 <3 <p> </", "1 < 2 <3 <p> </"),
    ],
)
def test_pages_read_as_they_are_shown(page, raw, text):
    lines = HtmlLines(page)
    assert (lines.raw, lines.text) == (raw, text)


def test_what_is_not_shown_is_no_stretch():
    lines = HtmlLines("<p>a</p>\n<p>b</p>")
    for start, end in ((1, 2), (9, 9), (0, 0)):
        begin, behind = lines.span(start, end)
        assert begin >= behind


@pytest.mark.parametrize("piece", ["<", "<!--", "<a ", "<a '", '<a "', "<p>", "&", "</", "<a<a'"])
def test_no_page_takes_long(piece):
    assert len(HtmlLines(piece * 50_000).raw) <= 50_000 * len(piece)
