"""The performance page keeps what was not measured again."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "performance.md").read_text("utf-8")
COSTS = [{"highlights": size, "costs": {"tag": [7, 1]}} for size in (50, 50_000)]


@pytest.fixture
def report(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "tests" / "benchmarks")
    return importlib.import_module("report")


def test_a_page_of_which_nothing_was_measured_stays_as_it_is(report):
    assert report.performance_page({}, old=PAGE, machine="another", day="2099-01-01") == PAGE


def test_only_what_was_measured_is_written_anew(report):
    page = report.performance_page({"costs": COSTS}, old=PAGE, machine="another", day="2099-01-01")
    before, after = report.sections(PAGE), report.sections(page)
    assert "| tag | 7, 1 | 7, 1 |" in after.pop(report.COSTS)
    before.pop(report.COSTS, None)
    assert after == before


def _size(more: float) -> dict[str, object]:
    """Return the figures of finding in a project where everything takes so long."""
    names = ("median", "cpu", "all", "all_cpu", "built", "built_cpu", "page", "page_cpu")
    taken = dict.fromkeys(names, more) | {"complete": more < 3}
    drawn = importlib.import_module("report_finding").DRAWN
    parts = {part: dict.fromkeys(shown, taken) for part, shown in drawn.items()}
    return parts | {"articles": 10, "highlights": 1000, "bytes": 1 << 30}


def test_the_growth_of_finding_is_told(report):
    finding = {"sizes": [_size(2), _size(6)]}
    page = report.performance_page({"finding": finding}, old=PAGE, machine="another", day="2099")
    assert "| a rare word | 2.0 | 6.0* | 6.0 | 3.0 | 6.0 |" in report.sections(page)[report.FINDING]


def test_adding_many_is_told_beside_the_bare_ways_and_the_first_thousand(report):
    slices = {"wall": [2.0, 3.0], "cpu": [1.0, 1.1]}
    bare, whole = {"wall": [0.5, 0.5], "cpu": [0.2, 0.3]}, {"wall": 4.0, "cpu": 3.0}
    once = dict.fromkeys(("commit", "undo", "redo"), whole)
    figures = {"count": 2000, "bytes": 1 << 22, "memory": [1 << 27, 1 << 28], "reader": slices}
    figures |= {"bare_reading": bare, "bare_writing": bare | {"commit": whole}}
    figures["ours"] = {"prepare": slices, "write": slices, "bytes": 1 << 23, **once}
    page = report.performance_page({"import": figures}, old=PAGE, machine="another", day="2099")
    section = report.sections(page)[report.IMPORT]
    assert "| writing | 2,500 | 1,050 | 4.2 | 1.1 |" in section
    assert "| undo | 2,000 | 1,500 | – | – |" in section


def test_formats_are_told_beside_the_bare_parser(report):
    one = {"bytes": 4000, "count": 20, "write": 0.1, "read": 0.2, "parsers": ["csv"]}
    one |= {"bare_write": 0.05, "bare_read": 0.05, "title": "CSV"}
    names = ("plan", "write", "again", "export", "verify", "undo", "redo", "bytes")
    way = dict.fromkeys(names, 0.6) | {"count": 20, "bare": 0.2}
    figures = {"count": 20, "formats": {"csv": one}, "ways": {"csv": way}}
    steps = {"import": {"cpu": 7.0, "bytes": 1 << 28}}
    million = {"count": 10, "articles": 1, "sizes": {"csv": 1 << 20}, "steps": steps}
    page = report.performance_page(
        {"exchange": figures, "million": million}, old=PAGE, machine="another", day="2099"
    )
    found = report.sections(page)
    assert "| CSV | 20 | 200 | 200 | 2.0 | 100 | 4.0 | csv |" in found[report.EXCHANGE]
    assert "| redo | 30,000 | 3.0 |" in found[report.EXCHANGE]
    assert "| import | 7.0 | 256 |" in found[report.MILLION]


def test_merging_is_told_beside_a_plain_copy_and_by_the_size_of_the_project(report):
    step = {"plan": 0.3, "write": 0.5, "again": 0.2, "bytes": 1 << 27, "copy": 0.1}
    growth = [{"changed": 10, "size": 9, "1000": step, "100000": step | {"write": 0.7}}]
    sent = {"whole": 9.0, "changes": 0.04, "bytes": 1 << 26, "size": 9}
    figures = {"small": 1000, "count": 100_000, "growth": growth}
    figures["merge"] = step | {"size": 1 << 24, "copied_rows": 0.05}
    figures["undo"] = {"undo": 1.0, "redo": 2.0, "bytes": 1 << 26}
    figures["send"] = {"1000": sent, "100000": sent}
    blind = {"open off": 0.06, "open on": 0.01, "tag off": 0.003, "tag on": 0.006}
    own = {"5000": {"on": 0.004, "off": 0.003}}
    figures["blind"] = blind | {"hidden": 10_000, "own": own}
    page = report.performance_page({"teams": figures}, old=PAGE, machine="another", day="2099")
    section = report.sections(page)[report.TEAMS]
    assert "| 10 | 0.30 | 0.50 | 8.0 | 0.30 | 0.70 | 10.0 | 1.25 |" in section
    assert "| redo | 2.00 | 20.0 | 64 |" in section
    assert "others have 10,000 highlights opens in 10.0 ms" in section
    assert "4.0 ms under 5,000 own highlights (3.0 without blind mode)" in section
