from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles.dumps import kinds, read, said
from tests.articles.laws import assert_read_or_refused_kindly, everything
from tests.articles.pages import META, NAVIGATION, PARAGRAPHS, page

from annotator.articles.reading import archived_pages
from annotator.articles.web_archive import WebArchiveReader
from annotator.service.article_ports import ReadOptions

PAGE = page(head=META).encode()
MENU = f"<html><body><ul>{NAVIGATION}</ul>".encode()


def record(body, *, kind="text/html; charset=utf-8", status="200 OK", headers="", kept=None):
    """Return a record of a server's answer, as it stands in an archive."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Date: 2026-11-22T10:00:00Z\r\nWARC-Target-URI: http://example.org/a\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer[:kept] + b"\r\n\r\n"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "crawl.warc"


def test_each_page_is_an_article_and_what_is_no_page_is_passed_over(file):
    other = record(b"x", kind="image/png") + record(PAGE, status="404 Not Found")
    coded = record(gzip.compress(PAGE), headers="Content-Encoding: gzip\r\n")
    data = record(PAGE) + other + coded
    for packed in (
        data,
        gzip.compress(data),
        gzip.compress(data[:500]) + gzip.compress(data[500:]),
    ):
        first, second = read(WebArchiveReader(), file, packed)
        assert set(PARAGRAPHS) <= set(first.text.split("\n"))
        assert (first.title, first.url) == ("Dam declared safe", "https://example.org/news/dam")
        assert first.place == "record 1 (http://example.org/a)"
        assert (second.text, second.place[:8]) == (first.text, "record 4")
        assert (first.source.size, first.source.sha256) == (len(packed), second.source.sha256)


def test_a_page_without_an_article_costs_no_other(file):
    refused, found = read(WebArchiveReader(), file, record(MENU) + record(PAGE))
    assert type(refused).__name__ == "BrokenPartError"
    assert "record 1 (http://example.org/a) shows no article" in str(refused)
    assert found.title == "Dam declared safe"
    shown, _ = read(WebArchiveReader(), file, record(MENU) + record(PAGE), variant="whole page")
    assert shown.text.startswith("Section 0\nSection 1")


def test_an_archive_that_is_cut_off_tells_where(file):
    data = record(PAGE) + record(PAGE)
    assert kinds(read(WebArchiveReader(), file, data[:-800])) == ["ReadArticle", "DamagedRowError"]
    packed = gzip.compress(record(PAGE)) + gzip.compress(record(PAGE))
    assert kinds(read(WebArchiveReader(), file, packed[:-200]))[-1] == "DamagedDumpError"


def test_what_expands_beyond_measure_is_given_up(file, monkeypatch):
    bomb = record(gzip.compress(b" " * 30_000_000), headers="Content-Encoding: gzip\r\n")
    assert said(read(WebArchiveReader(), file, bomb)) == [
        ("DamagedRowError", "record 1 (http://example.org/a)")
    ]
    monkeypatch.setattr(archived_pages, "LARGEST_UNPACKED", 1_000_000)
    packed = gzip.compress(record(b" " * 3_000_000, kind="image/png"))
    (found,) = read(WebArchiveReader(), file, packed)
    assert "expands beyond measure" in str(found)


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        (b"", ["EmptyFileError"]),
        (b"no archive at all", ["DamagedDumpError"]),
        (record(b"x", kind="image/png"), ["NoPageError"]),
        (b"WARC/1.0\r\n" + b"A: b\r\n" * 9_000, ["NoPageError"]),
    ],
)
def test_each_bad_archive_has_its_own_sentence(file, data, errors):
    assert kinds(read(WebArchiveReader(), file, data)) == errors


def test_a_file_of_a_thousand_megabytes_is_refused_unread(file):
    with file.open("wb") as sparse:
        sparse.truncate(10**9)
    assert kinds(everything(WebArchiveReader(), file, ReadOptions())) == ["TooLargeDumpError"]


def test_an_archive_is_known_packed_or_not(file):
    assert WebArchiveReader().fits(file, b"WARC/1.1\r\n")
    assert WebArchiveReader().fits(file, gzip.compress(record(PAGE))[:4096])
    assert not WebArchiveReader().fits(file, gzip.compress(b"words"))
    assert not WebArchiveReader().fits(file, b"\x1f\x8b\x08words")


@settings(max_examples=40)
@given(st.binary(max_size=200), st.integers(0, 700))
def test_any_bytes_are_read_or_refused_kindly(tmp_path_factory, data, at):
    path = tmp_path_factory.mktemp("any") / "any.warc"
    good = record(b"<p>words")
    for content in (data, good[:at] + data + good[at:], gzip.compress(good)[:at] + data):
        path.write_bytes(content)
        assert_read_or_refused_kindly(WebArchiveReader(), path)
