from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.dumps import kinds, read, said
from tests.articles.laws import assert_read_or_refused_kindly, everything

from annotator.articles.json_lines import JsonLinesReader
from annotator.service.article_ports import Doubt, ReadOptions
from annotator.service.column_mappings import Column

LINE = {
    "id": 7, "headline": "Dam  declared\nsafe", "body": "One.\r\nTwo.", "link": "https://example.org/a",
    "byline": [{"name": "Ann Lee"}, "Bo Chen"], "pubDate": 1700000000, "lang": "en-GB",
    "source": {"name": "The Gazette"},
}  # fmt: skip


@pytest.fixture
def file(tmp_path):
    return tmp_path / "news.jsonl"


def test_keys_become_the_fields_that_their_names_tell(file):
    (found,) = read(JsonLinesReader(), file, json.dumps(LINE))
    assert (found.title, found.text) == ("Dam declared safe", "One.\nTwo.")
    assert (found.authors, found.publisher) == (("Ann Lee", "Bo Chen"), "The Gazette")
    assert (found.url, found.published) == ("https://example.org/a", "2023-11-14")
    assert (found.language, found.place, found.doubts) == ("en", "line 1", (Doubt.MAPPING,))


def test_a_bad_line_costs_no_other(file):
    lines = [
        '{"text": "One."}', "", '{"text": "a", "text": "b"}', r'{"text": "\ud800"}',
        r'{"text": "a\u0000"}', "{oops", "[1]", '{"title": "T"}', '{"text": ' + "[" * 100_000,
        '{"text": "Two.", "n": ' + "9" * 10_000 + ', "m": NaN}',
    ]  # fmt: skip
    assert said(read(JsonLinesReader(), file, "\n".join(lines))) == [
        "One.",
        ("DamagedRowError", "line 3"),
        ("UnsayableRowError", "line 4"),
        ("UnsayableRowError", "line 5"),
        ("DamagedRowError", "line 6"),
        ("DamagedRowError", "line 7"),
        ("EmptyRowError", "line 8"),
        ("DamagedRowError", "line 9"),
        "Two.",
    ]


def test_lists_of_texts_are_paragraphs_and_lists_in_them_sentences(file):
    first = {"sentences": [{"text": "A"}, {"text": "B.", "space_after": False}, {"text": "C."}]}
    line = {"title": "T", "paragraphs": [first, "Two.", {"text": "Three."}, ["D.", "E."]]}
    (found,) = read(JsonLinesReader(), file, json.dumps(line))
    assert found.text == "A B.C.\nTwo.\nThree.\nD. E."


def test_a_chosen_mapping_wins_and_what_it_leaves_is_guessed(file):
    data = '{"a": "One.", "b": "T", "author": "Ann", "source": "S"}'
    (found,) = read(
        JsonLinesReader(), file, data, mapping=(("text", "A"), ("title", "b"), ("authors", ""))
    )
    assert (found.text, found.title, found.authors, found.publisher) == ("One.", "T", (), "S")
    every = tuple((field, "") for field in ("url", "published", "publisher", "language", "authors"))
    (found,) = read(JsonLinesReader(), file, data, mapping=(("text", "a"), ("title", "b"), *every))
    assert (found.publisher, found.doubts) == ("", ())


@pytest.mark.parametrize(
    ("mapping", "error", "words"),
    [
        ((), "NoTextColumnError", "“a”, “b.c”); say it with --map text=COLUMN."),
        ((("text", "z"),), "NoSuchColumnError", "“z” (it has “a”, “b.c”)"),
        ((("words", "a"),), "NoSuchFieldError", "“words”"),
        ((("title", "a"),), "NoTextColumnError", "--map text=COLUMN"),
    ],
)
def test_a_mapping_that_cannot_be_names_the_columns(file, mapping, error, words):
    (found,) = read(JsonLinesReader(), file, '{"a": "One.", "b": {"c": 1}}', mapping=mapping)
    assert type(found).__name__ == error
    assert words in str(found)


def test_control_characters_in_markup_are_no_failure(file):
    data = '{"text": "One<embed>\\u0001 two"}'
    (found,) = read(JsonLinesReader(), file, data, variant="texts with HTML markup")
    assert found.text == "One two"


def test_texts_with_markup_are_read_as_they_would_be_shown(file):
    data = json.dumps({"text": "<p>One &amp; two<br>three<script>x()</script>"})
    (found,) = read(JsonLinesReader(), file, data, variant="texts with HTML markup")
    assert found.text == "One & two\nthree"


def test_columns_are_told_with_values_and_what_they_would_be(file):
    file.write_text('{"text": "One.", "n": 5}\n{"text": "Two.", "x": {"y": "' + "z" * 200 + '"}}')
    assert JsonLinesReader().columns(file, ReadOptions()) == (
        Column("text", ("One.", "Two."), "text"),
        Column("n", ("5",)),
        Column("x.y", ("z" * 79 + "…",)),
    )


def test_other_encodings_are_found_and_told(file):
    text = "Министерство сообщило, что дамба в безопасности. Жителям сказали ждать."
    data = ('{"text": "One."}\n' * 9 + json.dumps({"text": text}, ensure_ascii=False)).encode(
        "cp1251"
    )
    *_, last = read(JsonLinesReader(), file, data)
    assert (last.text, last.source.encoding) == (text, "windows-1251")
    assert (last.doubts, bool(last.encodings)) == ((Doubt.ENCODING, Doubt.MAPPING), True)
    assert kinds(read(JsonLinesReader(), file, data, encoding="utf-8")) == ["WrongEncodingError"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "EmptyFileError"),
        (b" \n\n", "NoRowsError"),
        (b"PK\x03\x04", "BinaryFileError"),
        ("Łódź ".encode() * 50 + b'\xff"', "EncodingError"),
    ],
)
def test_each_bad_file_has_its_own_sentence(file, data, error):
    assert kinds(read(JsonLinesReader(), file, data)) == [error]


def test_a_file_of_a_thousand_megabytes_is_refused_unread(file):
    with file.open("wb") as sparse:
        sparse.truncate(10**9)
    (found,) = everything(JsonLinesReader(), file, ReadOptions())
    assert "1,000 MB, and a file of many articles may have 500 MB" in str(found)


@given(
    st.binary(max_size=200)
    | st.text(alphabet='{}[]"text:\\u0d8,\n ').map(str.encode)
    | st.lists(st.dictionaries(st.sampled_from(["text", "title", "url", "date"]), st.text())).map(
        lambda rows: "\n".join(map(json.dumps, rows)).encode()
    )
)
def test_any_bytes_are_read_or_refused_kindly(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_bytes(data)
    assert_read_or_refused_kindly(JsonLinesReader(), path)
