from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.shared.record_columns import guessed_columns, is_enough, items_in


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Document name,Code,Segment,Comment,Created by", "title label quote note reviewer"),
        ("ID,Quotation Name,Document,Codes,Memo,start", "id - title label note start"),
        ("doc_id,begin,to,Tag,covered_text", "article_id start end label quote"),
        ("meta.url,text,from,STOP,category", "url text start end label"),
    ],
)
def test_names_in_use_are_known(header, expected):
    found = {column: field for field, column in guessed_columns(header.split(","), []).items()}
    assert [found.get(one, "-") for one in header.split(",")] == expected.split()


@given(st.permutations(["article_id", "title", "start", "end", "quote", "label", "note"]))
def test_the_order_of_columns_says_nothing(header):
    found = guessed_columns(header, [])
    assert all(field == column for field, column in found.items())
    assert len(found) == 7
    assert is_enough(found)


@given(st.text() | st.text().map(lambda inner: f"[{inner}]"))
def test_whatever_a_cell_says_is_a_list_or_the_cell(value):
    found = items_in(value)
    assert found == value or isinstance(found, list)


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.sampled_from("AB"))))
def test_lists_are_read_as_json_and_as_python_write_them(rows):
    as_python, as_json = items_in(str(rows)), items_in(json.dumps(rows))
    assert [(int(a), int(b), c) for a, b, c in as_json] == rows
    assert [(int(a), int(b), c) for a, b, c in as_python] == rows


def test_what_is_nested_without_end_is_left_as_it_is():
    for deep in ("[" * 100_000, "[" * 5_000 + "]" * 5_000):
        assert items_in(deep) == deep
