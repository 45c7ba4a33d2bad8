from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles.laws import assert_read_or_refused_kindly
from tests.articles.news import SENTENCES
from tests.articles.pages import META, NAVIGATION, PARAGRAPHS, page

from annotator.articles.html import HtmlReader
from annotator.core.file_errors import BinaryFileError, EmptyFileError, TooLargeFileError
from annotator.core.reading_errors import (
    DamagedMarkupError,
    MissingExtraError,
    NoArticleError,
    UnknownEncodingError,
)
from annotator.service.article_ports import Doubt, ReadOptions

WHOLE = "whole page"
DEEP = b"<html><body>" + b"<div>" * 100_000 + b"Deep words "


@pytest.fixture
def read(tmp_path):
    def reading(data, **options):
        path = tmp_path / "saved.html"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        (found,) = HtmlReader().read(path, ReadOptions(**options))
        return found

    return reading


def long(language):
    return [f"{sentence} {sentence}" for sentence in SENTENCES[language]]


def test_the_article_is_told_apart_from_its_page(read):
    found = read(page())
    assert found.text.split("\n") == [
        "Dam declared safe",
        *PARAGRAPHS,
        "What comes next",
        "A second report is due on Friday at noon.",
        "Gates will be opened by a metre on Saturday.",
        "We will not wait for Friday, the mayor wrote to the governor.",
        "Village", "Families", "Sowa", "120",
    ]  # fmt: skip
    assert found.doubts == (Doubt.EXTRACTION,)


def test_what_the_page_declares_is_metadata(read):
    found = read(page(head=META))
    assert (found.title, found.authors) == ("Dam declared safe", ("Ann Lee",))
    assert (found.url, found.published) == ("https://example.org/news/dam", "2026-11-22")
    assert (found.publisher, found.language) == ("The Sowa Gazette", "en")


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<time datetime="2026-11-22T09:00Z">today</time>', "2026-11-22"),
        ('<p class="date">22 November 2026</p>', "2026-11-22"),
        ("<p><cite class=date>Retrieved <span>2007-11-29</span></cite></p>", ""),
        ("<p>It began on 29 November 2007.</p>", ""),
    ],
)
def test_a_date_is_the_pages_own_or_none(read, markup, published):
    assert read(page().replace("</h1>", f"</h1>{markup}")).published == published


def test_the_whole_page_is_all_that_is_visible(read):
    found = read(page(head=META), variant=WHOLE)
    lines = found.text.split("\n")
    assert {"Section 3", "Buy a boat now and pay later", "I do not believe it"} <= set(lines)
    assert set(PARAGRAPHS) <= set(lines)
    assert "never shown" not in found.text
    assert (found.doubts, found.title) == ((), "Dam declared safe")


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>a<br>b<p hidden>no<p style='display: none'>no<p>c", ["a", "b", "c"]),
        ("<pre>x  y\n\n  z</pre>tail", ["x  y", "", "  z", "tail"]),
        ("<p style='white-space: pre-line'>a\nb</p><p>c\nd", ["a", "b", "c d"]),
        ("<p>a <span style='white-space:pre-wrap'>b\nc</span>", ["a b c"]),
        ("a <b> b</b>\n\f<i>c</i><noscript>no</noscript><!-- no --> d", ["a b c d"]),
        ("<table><tr><td>1<td>2<tr><th>3", ["1", "2", "3"]),
        ("<p>\x01<embed>a\x02</embed>b<video></video>", ["ab"]),
        ("<ul><li>a<ul><li>b</ul></ul><select><option>no</select>", ["a", "b"]),
        ("<p>\u00a0a\u3000b\u200c&#150;&#1;&#0;</p>", ["\u00a0a\u3000b\u200c–\ufffd"]),
    ],
)
def test_lines_and_spaces_are_those_of_a_browser(read, markup, lines):
    assert read(f"<html><body>{markup}</body></html>", variant=WHOLE).text.split("\n") == lines


def test_an_article_keeps_the_lines_of_what_is_preformatted(read):
    verse = "The river\n\n  and <i>the\n dam</i>\nhold."
    words = "In <code>dam\nheight</code> they trust."
    found = read(page([*PARAGRAPHS, f"{words}</p><pre>{verse}</pre><p>{PARAGRAPHS[0]}"]))
    lines = ["In dam height they trust.", "The river", "  and the", " dam", "hold."]
    assert "\n".join(lines) in found.text


def test_invisible_characters_survive_the_telling_apart(read):
    words = "5\u00a0000 people\u200c\u200dcame\u2009on\u00adly e\u0301\u202fthen 𒀀" * 4
    assert words in read(page([*PARAGRAPHS, words.replace("\u00a0", "&nbsp;")])).text


@pytest.mark.parametrize(
    ("language", "encoding", "meta"),
    [
        (
            "uk",
            "windows-1251",
            '<meta http-equiv=Content-Type content="text/html; charset=CP1251">',
        ),
        ("zh", "gb18030", "<meta charset='gb2312'>"),
        ("ja", "shift_jis", "<meta charset=Shift_JIS>"),
        ("fr", "cp1252", "<meta charset=iso-8859-1>"),
        ("ar", "utf-8", "<meta charset=utf-8>"),
        ("pl", "utf-16", ""),
        ("ko", "utf-8-sig", "<meta charset=euc-kr>"),
    ],
)
def test_the_encoding_is_the_one_declared_or_marked(read, language, encoding, meta):
    found = read(page(long(language), head=meta).encode(encoding, "xmlcharrefreplace"))
    assert set(long(language)) <= set(found.text.split("\n"))
    assert Doubt.ENCODING not in found.doubts


def test_an_encoding_that_is_not_declared_is_guessed(read):
    found = read(page(long("uk"), html="").encode("cp1251", "xmlcharrefreplace"))
    assert set(long("uk")) <= set(found.text.split("\n"))
    assert Doubt.ENCODING in found.doubts
    assert found.encodings


def test_a_declaration_that_lies_about_utf_8_is_not_believed(read):
    found = read(page(long("ru"), head="<meta charset=windows-1251>"))
    assert set(long("ru")) <= set(found.text.split("\n"))
    assert (found.source.encoding, found.encodings) == ("UTF-8", ("windows-1251",))


def test_some_broken_bytes_are_replaced_and_told(read):
    data = page(long("uk"), head="<meta charset=utf-8>").encode() + b"<p>\xff"
    assert Doubt.REPLACED in read(data).doubts


def test_a_chosen_encoding_wins(read):
    data = page(long("ru"), head="<meta charset=koi8-r>").encode("cp1251", "xmlcharrefreplace")
    assert set(long("ru")) <= set(read(data, encoding="cp1251").text.split("\n"))
    with pytest.raises(UnknownEncodingError):
        read(data, encoding="klingon")


@pytest.mark.parametrize(
    ("html", "language", "direction"),
    [
        ('lang="ar" dir="rtl"', "ar", "rtl"),
        ('lang="he-IL" dir="auto"', "he", ""),
        ('xml:lang="pt-BR"', "pt", ""),
        ("", "", ""),
    ],
)
def test_language_and_direction_are_those_declared(read, html, language, direction):
    found = read(page(html=html))
    assert (found.language, found.direction) == (language, direction)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0026)https://example.org/a?b=c -->",
        "<!--\n Page saved with SingleFile \n url: https://example.org/a?b=c \n saved date: x\n-->",
    ],
)
def test_a_saved_page_tells_where_it_is_from(read, comment):
    found = read(page().replace("<html", comment + "<html"))
    assert found.url == "https://example.org/a?b=c"


def test_a_page_of_links_has_no_article_but_can_be_read_whole(read):
    menu = f"<html><body><nav><ul>{NAVIGATION}</ul></nav></body></html>"
    with pytest.raises(NoArticleError, match="read it as “whole page”"):
        read(menu)
    assert read(menu, variant=WHOLE).text.startswith("Section 0\nSection 1\n")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (DEEP, DamagedMarkupError),
        (b"<html></html>", NoArticleError),
        (b" \n ", EmptyFileError),
        (b"PK\x03\x04<html>", BinaryFileError),
        (bytes(range(256)) * 9, BinaryFileError),
    ],
)
def test_each_bad_page_has_its_own_sentence(read, data, error):
    with pytest.raises(error, match=r"saved\.html"):
        read(data)


def test_entities_are_not_expanded(read):
    bomb = "<!DOCTYPE html [<!ENTITY a 'lol'><!ENTITY b '&a;&a;'>]><p>&b; words</p>"
    assert "lollol" not in read(bomb, variant=WHOLE).text


@pytest.mark.parametrize("empty", ["embed src=a", "source src=a", "track src=a"])
def test_what_follows_an_element_without_content_is_shown(read, empty):
    found = read(page().replace("<h2>", f"<{empty}><h2>"))
    assert "We will not wait for Friday, the mayor wrote to the governor." in found.text
    assert read(f"<p>One <{empty}>two.", variant=WHOLE).text == "One two."


def test_a_gigabyte_is_refused_unread(tmp_path):
    path = tmp_path / "huge.html"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    with pytest.raises(TooLargeFileError):
        next(HtmlReader().read(path, ReadOptions()))


def test_what_is_missing_is_told_with_the_command_that_adds_it(read, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r'pip install "fact-annotator\[html\]"'):
        read(page())


def test_pages_are_known_by_their_first_words(tmp_path):
    fits = HtmlReader().fits
    for head in (
        b"\xef\xbb\xbf<!DOCTYPE html>",
        b"<!-- x -->\n<HTML lang=en>",
        page()[:99].encode(),
    ):
        assert fits(tmp_path, head)
    assert fits(tmp_path, "<html>".encode("utf-16"))
    for head in (b"", b"<p>text", b"The <html> element", b"<htmlx>"):
        assert not fits(tmp_path, head)


PIECES = st.sampled_from(
    ["<html>", "<body>", "<div>", "</div>", "<p>", "<table>", "<tr>", "<td>", "<li>", "<a href=x>",
     "<!--", "-->", "<script>", "</script>", "<pre>", "<br>", "&#0;", "&#xd800;", "&#x110000;",
     "&nbsp;", "&#1;", "<meta charset=utf-16>", "<html lang='\0'>", "<title>t</title>", "\0",
     "<article>", "word and word. ", "نهر ", "<svg><title>", "<![CDATA[", "\ufffe",
     "<?xml version='1.0'?>"]
)  # fmt: skip


@settings(max_examples=40)
@given(
    data=st.lists(PIECES, max_size=30).map(lambda all_: "".join(all_).encode())
    | st.binary(max_size=100).map(lambda some: b"<html><p>words " + some),
    variant=st.sampled_from(["", WHOLE]),
)
def test_any_markup_is_read_or_refused_kindly(tmp_path_factory, data, variant):
    path = tmp_path_factory.mktemp("any") / "any.html"
    path.write_bytes(data)
    assert_read_or_refused_kindly(HtmlReader(), path, variant=variant)
