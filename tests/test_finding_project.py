"""The project that finding is measured on is the one that the program would have made."""

from __future__ import annotations

import importlib
import shutil
import sqlite3
from contextlib import closing

import pytest
from tests.conftest import ROOT
from tests.store.samples import profile_in

from annotator.store.project_file import open_project
from annotator.store.search_index import PARAGRAPHS, TABLES

# What FTS5 keeps of its index depends on how much is added at once; its words are compared.
_TABLES = """
SELECT name FROM sqlite_schema
WHERE type = 'table' AND name NOT GLOB '*_data' AND name NOT GLOB '*_idx'
"""


def rows_of(path):
    """Return the rows of every table, and every place of every word in the search index."""
    with closing(sqlite3.connect(path)) as driver:
        names = [name for (name,) in driver.execute(_TABLES)]
        for table in (PARAGRAPHS, *TABLES.values()):
            names.append(f"places_of_{table}")
            driver.execute(
                f"CREATE VIRTUAL TABLE temp.{names[-1]} USING fts5vocab(main, {table}, instance)"
            )
        ask = "SELECT * FROM {}"
        return {name: sorted(map(repr, driver.execute(ask.format(name)))) for name in names}


@pytest.fixture
def authors(monkeypatch, tmp_path):
    """Two who go on with one project that was begun."""
    monkeypatch.syspath_prepend(ROOT / "tests" / "benchmarks")
    finding_project = importlib.import_module("finding_project")
    plan = importlib.import_module("finding_plan").Plan(6, 72)
    first = finding_project.Author(tmp_path / "slow.factproj", plan, tmp_path)
    first.begin()
    second = first.take_over(tmp_path / "quick.factproj")
    shutil.copy(first.path, second.path)
    return first, second


def test_what_is_made_quickly_is_row_for_row_what_the_program_makes(authors, tmp_path):
    slow, quick = authors
    slow.go_on()
    quick.go_on_quickly()
    expected, found = rows_of(slow.path), rows_of(quick.path)
    assert found == expected
    assert len(found["highlight"]) == 72
    assert len(found["claim"]) > 0
    with closing(open_project(quick.path, profile=profile_in(tmp_path))) as store:
        assert store.check() == []
