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
