from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles.dumps import kinds, read, said
from tests.articles.laws import assert_read_or_refused_kindly, everything

from annotator.articles.feed import FeedReader
from annotator.core.reading_errors import MissingExtraError
from annotator.service.article_ports import ReadOptions

ITEM = (
    "<item><title>Dam &amp;amp; gates</title><link>https://example.org/a</link>"
    "<author>Ann Lee</author><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate>"
    "<description><![CDATA[<h2>One</h2><p>Two&nbsp;three"
    "<p hidden>never<script>x()</script><ul><li>Four]]></description></item>"
)
PLAIN = "<item><title>Second</title><description>Only words.</description></item>"


def rss(*items, declared="utf-8"):
    return (
        f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel>'
        "<title>The Sowa Gazette</title><language>en-GB</language>" + "".join(items)
        + "</channel></rss>"
    )  # fmt: skip


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><title>Газета</title>
<author><name>Bo Chen</name></author><entry><title type="html">&lt;b&gt;Дамба&lt;/b&gt;</title>
<link href="https://example.org/b"/><updated>2026-11-22T23:00:00-05:00</updated>
<summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Перше.</p><p>Друге.</p></div>
</content></entry></feed>"""


RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://example.org/"><title>The Sowa Gazette</title>
<dc:language>pl</dc:language></channel>
<item rdf:about="https://example.org/c"><title>Tama</title><link>https://example.org/c</link>
<description>Short.</description><dc:creator>Ann Lee</dc:creator>
<dc:date>2026-11-22T10:00Z</dc:date>
<content:encoded><![CDATA[<p>The dam is safe.</p><p>So they say.</p>]]></content:encoded></item>
</rdf:RDF>"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "news.rss"


def test_each_entry_is_an_article_with_what_is_said_of_it(file):
    first, second = read(FeedReader(), file, rss(ITEM, PLAIN))
    assert (first.title, first.text) == ("Dam & gates", "One\nTwo\u00a0three\nFour")
    assert (first.url, first.published) == ("https://example.org/a", "2026-11-22")
    assert (first.authors, first.publisher) == (("Ann Lee",), "The Sowa Gazette")
    assert (first.language, first.place, second.place) == ("en", "entry 1", "entry 2")
    assert (second.text, second.url, second.doubts) == ("Only words.", "", ())


def test_atom_is_a_feed_too(file):
    (found,) = read(FeedReader(), file, ATOM)
    assert (found.title, found.text, found.language) == ("Дамба", "Перше.\nДруге.", "uk")
    assert (found.authors, found.published) == (("Bo Chen",), "2026-11-22")
    heads = (rss(ITEM), ATOM, rss(ITEM).replace("utf-8", "utf-16"))
    assert all(FeedReader().fits(file, head.encode()[:4096]) for head in heads)
    assert not FeedReader().fits(file, b"<html><body>")


def test_rdf_and_the_words_of_its_namespaces_are_understood(file):
    assert FeedReader().fits(file, RDF.encode()[:4096])
    (found,) = read(FeedReader(), file, RDF)
    assert (found.title, found.text) == ("Tama", "The dam is safe.\nSo they say.")
    assert (found.url, found.published) == ("https://example.org/c", "2026-11-22")
    assert (found.authors, found.publisher) == (("Ann Lee",), "The Sowa Gazette")
    assert (found.language, found.place) == ("pl", "entry 1")


def test_a_full_text_beside_a_summary_is_the_one_kept_in_rss_too(file):
    content = RDF[RDF.index("<content:encoded>") : RDF.index("</item>")]
    item = PLAIN.replace("</item>", f"<dc:creator>Bo Chen</dc:creator>{content}</item>")
    names = RDF[RDF.index("xmlns:dc") : RDF.index(">\n<channel")]
    (found,) = read(FeedReader(), file, rss(item).replace("<rss ", f"<rss {names} "))
    assert (found.text, found.authors) == ("The dam is safe.\nSo they say.", ("Bo Chen",))


def test_of_a_text_and_its_summary_the_one_is_kept_that_shows_more(file):
    broken = '<content type="html">&lt;p&gt;A&lt;a href="x&gt; never shown to anybody</content>'
    data = ATOM[: ATOM.index("<content")] + broken + "</entry></feed>"
    assert said(read(FeedReader(), file, data)) == ["Short."]


def test_the_declared_encoding_is_believed(file):
    data = rss(PLAIN.replace("Only words", "Так було"), declared="windows-1251").encode("cp1251")
    (found,) = read(FeedReader(), file, data)
    assert (found.text, found.source.encoding) == ("Так було.", "windows-1251")


def test_an_entry_without_text_or_cut_off_costs_no_other(file):
    empty = "<item><title>No words</title></item>"
    assert said(read(FeedReader(), file, rss(PLAIN, empty, ITEM)[:-60])) == [
        "Only words.",
        ("EmptyRowError", "entry 2"),
        ("DamagedRowError", "entry 3"),
    ]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "EmptyFileError"),
        (b"PK\x03\x04", "BinaryFileError"),
        ("/etc/passwd", "NoFeedError"),
        ("http://example.org/", "NoFeedError"),
        ("<html><body>words", "NoFeedError"),
        (rss(), "NoEntriesError"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]>' + rss(ITEM), "DamagedMarkupError"),
        (rss(PLAIN.replace("Only", "&lt;div&gt;" * 100_000)), "DamagedMarkupError"),
        (rss("<item>" + "<x>" * 5_000), "EmptyRowError"),
    ],
)
def test_each_bad_feed_has_its_own_sentence(file, data, error):
    assert kinds(read(FeedReader(), file, data)) == [error]


def test_a_file_of_a_thousand_megabytes_is_refused_unread(file):
    with file.open("wb") as sparse:
        sparse.truncate(10**9)
    assert kinds(everything(FeedReader(), file, ReadOptions())) == ["TooLargeFileError"]


def test_without_its_library_the_command_that_adds_it_is_told(file, monkeypatch):
    monkeypatch.setitem(sys.modules, "feedparser", None)
    (error,) = read(FeedReader(), file, rss(ITEM))
    assert isinstance(error, MissingExtraError)
    assert str(error).endswith('pip install "fact-annotator[feeds]"')


PIECES = st.sampled_from(["<item>", "</item>", "<title>", "</title>", "<description>", "words",
                          "</description>", "<![CDATA[", "]]>", "&lt;p&gt;", "&nbsp;", "<link>",
                          "<pubDate>x"])  # fmt: skip


@settings(max_examples=25)
@given(st.binary(max_size=200), st.lists(PIECES, max_size=20).map("".join))
def test_any_bytes_are_read_or_refused_kindly(tmp_path_factory, data, pieces):
    path = tmp_path_factory.mktemp("any") / "any.rss"
    for content in (data, rss(pieces).encode(), b"<rss><channel>" + data):
        path.write_bytes(content)
        assert_read_or_refused_kindly(FeedReader(), path)
