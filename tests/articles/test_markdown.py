from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.parser_inline import ParserInline
from tests.articles.laws import assert_read_or_refused_kindly

from annotator.articles.markdown import MOST_OPEN, MarkdownReader
from annotator.core.file_errors import EmptyFileError
from annotator.core.reading_errors import DamagedMarkupError
from annotator.service.article_ports import Doubt, ReadOptions


@pytest.fixture
def read(tmp_path):
    def reading(text, **options):
        path = tmp_path / "a-report.md"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        (found,) = MarkdownReader().read(path, ReadOptions(**options))
        return found

    return reading


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("# A *b*\nOne\ntwo  \nthree", ["A b", "One two", "three"]),
        ("- a\n- b\n\n  c\n1. d", ["a", "b", "c", "d"]),
        ("> q [words](http://example.org) <http://example.org>", ["q words http://example.org"]),
        ("| a | b |\n|---|---|\n| 1 | ~~2~~ |", ["a", "b", "1", "2"]),
        ("```py\nx  = 1\n\n  y\n```", ["x  = 1", "", "  y"]),
        ("    code\n", ["code"]),
        ("Tom&nbsp;&amp; \u00a0 `x  y`\\*", ["Tom\u00a0& \u00a0 x y*"]),
        ("a <b>bold</b><br>c <!-- no -->", ["a bold", "c"]),
        ("<div>One<p>two <i>words</i></div>\n\nx", ["One", "two words", "x"]),
        ("<script>\nx()\n</script>\n\nseen", ["seen"]),
        ("seen\n\n" + "<!-- " * 50_000, ["seen"]),
        ("Title\n===\ntext", ["Title", "text"]),
        ("[a]: http://example.org\n\n[a]", ["a"]),
    ],
)
def test_the_text_is_what_a_page_would_show(read, written, lines):
    assert read(written).text.split("\n") == lines


def test_lines_before_the_text_are_metadata(read):
    found = read(
        '---\ntitle: "Dam: safe"\nauthors:\n  - Ann Lee\n  - Bo Chen\ndate: 2026-11-22 10:00\n'
        "lang: ar-EG\ndir: rtl\nurl: https://example.org/a\npublisher: Gazette\n---\n# Other\nText."
    )
    assert (found.title, found.authors, found.published) == (
        "Dam: safe", ("Ann Lee", "Bo Chen"), "2026-11-22",
    )  # fmt: skip
    assert (found.language, found.direction, found.publisher) == ("ar", "rtl", "Gazette")
    assert (found.url, found.text) == ("https://example.org/a", "Other\nText.")


@pytest.mark.parametrize("written", ["---\nno pair\n---\nText.", "---\n\nText.", "Text.\n---\n"])
def test_a_line_across_the_page_is_no_metadata(read, written):
    assert "Text." in read(written).text
    assert read(written).authors == ()


def test_the_title_is_the_first_heading_else_the_name(read):
    assert read("# A [b](x)\nText.").title == "A b"
    assert read("Just text.").title == "A report"


def test_pictures_left_out_are_told(read):
    assert read("Text ![a dam](dam.png).").doubts == (Doubt.LEFT_OUT,)
    assert read("Text ![a dam](dam.png).").text == "Text ."


def test_an_old_encoding_is_guessed_as_for_plain_text(read):
    found = read("# Новини\nМіністерство заявило про це.".encode("cp1251"))
    assert (found.title, found.doubts) == ("Новини", (Doubt.ENCODING,))


@pytest.mark.parametrize(
    ("written", "error"),
    [
        (">" * 100_000 + " x", DamagedMarkupError),
        ("- " * 1_000 + "x", DamagedMarkupError),
        ("<!-- nothing -->", EmptyFileError),
        ("---\ntitle: x\n---\n", EmptyFileError),
    ],
)
def test_each_bad_text_has_its_own_sentence(read, written, error):
    with pytest.raises(error, match=r"a-report\.md"):
        read(written)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("![[" * 2_000, "![[" * 2_000),
        ("[a](b) " + "[" * 1_000 + "](z)" * 900, "[a](b) [["),
        ("[" * 1_000 + "`[`", "[" * 1_001),
    ],
)
def test_open_brackets_without_number_cost_what_the_text_is_long(read, monkeypatch, written, text):
    calls = []
    skip = ParserInline.skipToken

    def counted(self, state):
        calls.append(state.pos)
        skip(self, state)

    monkeypatch.setattr(ParserInline, "skipToken", counted)
    assert read(written).text.startswith(text)
    assert len(calls) < len(written)


def test_as_many_brackets_as_people_open_are_followed(read):
    written = "[" * (MOST_OPEN - 1) + " [words](http://example.org)"
    assert read(written).text == "[" * (MOST_OPEN - 1) + " words"


PIECES = st.sampled_from(
    ["#", ">", "- ", "1. ", "`", "```", "*", "_", "[", "](", ")", "|", "\n", "\n\n", "  ", "---\n",
     "<div>", "</div>", "<!--", "<script>", "&#0;", "&#xd800;", "&nbsp;", "a: b\n", "word", "![",
     "نهر"]
)  # fmt: skip


@settings(max_examples=40)
@given(text=st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=50))
def test_any_text_is_read_or_refused_kindly(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "any.md"
    path.write_bytes(text.encode("utf-8"))
    assert_read_or_refused_kindly(MarkdownReader(), path)
