from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.articles.json_lines import JsonLinesReader
from annotator.service.column_mappings import MOST_REMEMBERED, ColumnMappings, TableReader

MAPPING = (("text", "body"), ("title", ""))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "column-mappings.json"


def test_a_mapping_is_remembered_for_the_same_columns_in_any_order(path):
    assert ColumnMappings(path).is_empty
    ColumnMappings(path).remember(["body", "a"], MAPPING)
    assert not ColumnMappings(path).is_empty
    assert ColumnMappings(path).remembered(["a", "body"]) == MAPPING
    assert ColumnMappings(path).remembered(["a", "body", "c"]) == ()


def test_the_last_mapping_counts_and_the_oldest_is_forgotten(path):
    mappings = ColumnMappings(path)
    for number in range(MOST_REMEMBERED + 1):
        mappings.remember([f"c{number}"], [("text", f"c{number}")])
    mappings.remember(["c5"], [("title", "c5")])
    assert mappings.remembered(["c5"]) == (("title", "c5"),)
    assert (mappings.remembered(["c0"]), len(json.loads(path.read_text())["mappings"])) == ((), 100)


def test_without_a_file_named_it_is_kept_with_the_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    ColumnMappings().remember(["body"], MAPPING)
    assert (tmp_path / "config" / "column-mappings.json").exists()
    assert ColumnMappings().remembered(["body"]) == MAPPING


def test_what_cannot_be_kept_is_not_and_nothing_else_happens(tmp_path):
    (tmp_path / "file").write_text("")
    mappings = ColumnMappings(tmp_path / "file" / "mappings.json")
    mappings.remember(["body"], MAPPING)
    assert mappings.remembered(["body"]) == ()


@given(
    st.binary()
    | st.recursive(
        st.none() | st.sampled_from(["text", "body"]),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["mappings", "columns", "mapping", "text"]), inner)
        ),
    ).map(lambda held: json.dumps({"mappings": held}).encode())
)
def test_a_damaged_memory_is_none(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "mappings.json"
    path.write_bytes(data)
    found = ColumnMappings(path).remembered(["body"])
    assert all(isinstance(field, str) and column in ("body", "") for field, column in found)


def test_readers_of_tables_are_told_from_others_by_their_columns():
    assert isinstance(JsonLinesReader(), TableReader)
