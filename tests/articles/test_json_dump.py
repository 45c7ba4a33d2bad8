from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.dumps import read, said
from tests.articles.laws import assert_read_or_refused_kindly

from annotator.articles.json_dump import JsonDumpReader
from annotator.service.article_ports import ReadOptions

ONE, TWO = {"title": "A", "text": "One."}, {"title": "B", "text": "Two."}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "news.json"


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([ONE, TWO]),
        json.dumps({"status": "ok", "articles": [ONE, TWO], "more": None}),
        json.dumps({"response": {"total": 2, "results": [ONE, TWO]}}),
        json.dumps({"hits": {"hits": [{"_id": 1, "_source": ONE}, {"_id": 2, "_source": TWO}]}}),
        json.dumps(ONE) + "\n" + json.dumps(TWO),
        json.dumps(["One.", "Two."]),
    ],
)
def test_a_list_is_found_wherever_it_usually_stands(file, data):
    found = read(JsonDumpReader(), file, data)
    assert said(found) == ["One.", "Two."]
    assert [one.place for one in found] == ["item 1", "item 2"]


def test_an_object_without_a_list_of_others_is_an_article(file):
    (found,) = read(JsonDumpReader(), file, json.dumps(ONE | {"items": ["a"], "data": {"x": 1}}))
    assert (found.title, found.text) == ("A", "One.")


def test_what_follows_a_break_is_given_up_and_told(file):
    assert said(read(JsonDumpReader(), file, '[{"text": "One."}, 7, {"text": "Tw')) == [
        "One.",
        ("DamagedRowError", "item 2"),
        ("DamagedDumpError", "item 3"),
    ]
    assert said(read(JsonDumpReader(), file, "[" * 100_000)) == [("DamagedDumpError", "item 1")]


def test_feeds_and_objects_in_lines_are_left_to_others(file):
    reader = JsonDumpReader()
    assert reader.fits(file, b'[\n {"text": "One."')
    assert reader.fits(file, b'{\n "text": "One."')
    assert not reader.fits(file, b'{"text": "One."}\n{"text": "Two."}')
    assert not reader.fits(file, b'{\n"version": "https://jsonfeed.org/version/1"')


def test_columns_are_those_of_the_first_items(file):
    file.write_text(json.dumps({"articles": [ONE, {"extra": {"a": [1, 2]}}]}))
    found = JsonDumpReader().columns(file, ReadOptions())
    assert [(one.name, one.field) for one in found] == [
        ("title", "title"),
        ("text", "text"),
        ("extra.a", ""),
    ]


@given(
    st.binary(max_size=200)
    | st.text(alphabet='{}[]"text:\\u0d8,\n 1').map(str.encode)
    | st.lists(st.dictionaries(st.sampled_from(["text", "items", "date"]), st.text())).map(
        lambda rows: json.dumps(rows).encode()
    )
)
def test_any_bytes_are_read_or_refused_kindly(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "any.json"
    path.write_bytes(data)
    assert_read_or_refused_kindly(JsonDumpReader(), path)
