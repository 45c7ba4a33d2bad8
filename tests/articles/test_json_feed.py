from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles.dumps import kinds, read, said
from tests.articles.laws import assert_read_or_refused_kindly

from annotator.articles.json_feed import JsonFeedReader

VERSION = "https://jsonfeed.org/version/1.1"
ITEM = {
    "id": "1", "url": "https://example.org/a", "title": "Dam",
    "date_published": "2026-11-22T10:00Z",
    "content_html": "<p>One.<p>Two.<script>x()</script>", "summary": "Short.",
}  # fmt: skip
FEED = {
    "version": VERSION, "title": "The Sowa Gazette", "language": "en-GB",
    "authors": [{"name": "Ann Lee"}], "items": [ITEM, {"id": 2, "content_text": "Words."}],
}  # fmt: skip


@pytest.fixture
def file(tmp_path):
    return tmp_path / "feed.json"


def test_each_item_is_an_article_with_what_is_said_of_it(file):
    first, second = read(JsonFeedReader(), file, json.dumps(FEED))
    assert (first.title, first.text, first.place) == ("Dam", "One.\nTwo.", "entry 1")
    assert (first.url, first.published) == ("https://example.org/a", "2026-11-22")
    assert (first.authors, first.publisher, first.language) == (
        ("Ann Lee",),
        "The Sowa Gazette",
        "en",
    )
    assert second.text == "Words."


def test_a_bad_item_costs_no_other(file):
    items = [{"title": "T"}, 7, {"content_text": "a\0"}, {"summary": "Words."}]
    assert said(read(JsonFeedReader(), file, json.dumps(FEED | {"items": items}))) == [
        ("EmptyRowError", "entry 1"),
        ("DamagedRowError", "entry 2"),
        ("UnsayableRowError", "entry 3"),
        "Words.",
    ]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ("[]", "NoFeedError"),
        ('{"items": []}', "NoEntriesError"),
        ('{"items": [', "DamagedDumpError"),
        ("[" * 100_000, "DamagedDumpError"),
        (b"\x00\x01\x02\x03" * 9, "BinaryFileError"),
    ],
)
def test_each_bad_feed_has_its_own_sentence(file, data, error):
    assert kinds(read(JsonFeedReader(), file, data)) == [error]


def test_a_feed_is_known_by_its_version(file):
    written = json.dumps(FEED)
    for head in (written, written.replace("/", r"\/")):  # as some programs write it
        assert JsonFeedReader().fits(file, head.encode())
    assert not JsonFeedReader().fits(file, b'{"version": "1", "items": []}')


@settings(max_examples=50)
@given(
    st.binary(max_size=100)
    | st.lists(
        st.dictionaries(st.sampled_from([*ITEM, "authors"]), st.text() | st.lists(st.integers()))
    ).map(lambda items: json.dumps(FEED | {"items": items}).encode())
)
def test_any_bytes_are_read_or_refused_kindly(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "any.json"
    path.write_bytes(data)
    assert_read_or_refused_kindly(JsonFeedReader(), path)
