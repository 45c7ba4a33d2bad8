from __future__ import annotations

import json

import pytest

from annotator.bootstrap import surroundings
from annotator.service.column_mappings import ColumnMappings
from annotator.service.exchange_columns import columns_in, recalled
from annotator.service.exchange_ports import EXCHANGE_FIELDS, ExchangeOptions

USUAL = ExchangeOptions()


@pytest.fixture(scope="module")
def known():
    return surroundings()


@pytest.fixture
def mappings(tmp_path):
    return ColumnMappings(tmp_path / "kept.json", fields=EXCHANGE_FIELDS)


@pytest.mark.parametrize(("name", "between"), [("a.csv", ";"), ("a.tsv", "\t")])
def test_a_table_that_nobody_recognizes_shows_its_columns_by_its_name(
    known, mappings, tmp_path, name, between
):
    path = tmp_path / name
    path.write_text("".join(between.join(row) + "\n" for row in ("abc", "123")), "utf-8")
    found = columns_in(path, known, USUAL)
    assert found.names == ("a", "b", "c")
    assert [one.samples for one in found.columns] == [("1",), ("2",), ("3",)]
    assert recalled(path, known, USUAL, mappings) == USUAL
    mappings.remember(found.names, [("quote", "b"), ("title", "a")])
    options = recalled(path, known, USUAL, mappings)
    assert (options.format, dict(options.mapping)["quote"]) == (found.form.name, "b")


def test_keys_of_lines_are_columns_but_not_those_of_this_program(known, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"whole": {"words": "Rain."}, "marks": [[0, 4]]}) + "\n", "utf-8")
    assert columns_in(path, known, USUAL).names == ("whole.words", "marks")
    ours = dict.fromkeys(("article_id", "text_sha256", "start", "end", "quote", "label"), 0)
    path.write_text(json.dumps(ours) + "\n", "utf-8")
    assert columns_in(path, known, USUAL) is None


def test_what_is_no_table_has_no_columns(known, tmp_path):
    (tmp_path / "a.xyz").write_text("Roses are red.\n", "utf-8")
    assert columns_in(tmp_path / "a.xyz", known, USUAL) is None
