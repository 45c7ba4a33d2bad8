"""The scripted week of three reviewers comes to the end that docs/teams.md tells."""

from __future__ import annotations

import importlib
import re

import pytest
from tests.conftest import ROOT

from annotator.core.records import Source
from annotator.service.article_ports import ReadArticle

PAGE = ROOT / "docs" / "teams.md"
WORDS = "The harbor office said that ships wait longer since the bridge was closed"


@pytest.fixture
def script(monkeypatch):
    """Import a packaging script by name."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    return importlib.import_module


def article(number):
    text = "\n".join(f"{WORDS} {number}. Pilot {line} left the pier {number}." for line in range(3))
    source = Source(f"{number}.txt", "", len(text), "UTF-8", "test")
    return ReadArticle(f"Report {number}", text, source)


def test_three_reviewers_hold_the_same_at_the_end_of_the_week(script, tmp_path):
    week = script("team_week").Week(
        tmp_path, [article(one) for one in range(2)], seed=4, sentences=2
    )
    told = "\n".join(week.lines())
    ends = [line.split("|") for line in told.splitlines() if line.endswith("should be. |")]
    assert [one[1].strip() for one in ends] == ["Ada", "Bo", "Cleo"]
    assert len({tuple(one[2:]) for one in ends}) == 1
    assert re.search(r"there: removed \(ours, [^)]+\) ≠ kept \(theirs, Bo\b", told)
    assert week.post.lost > 0 < week.post.twice


def test_the_page_has_its_week_between_markers(script):
    made = script("make_team_week")
    page = PAGE.read_text("utf-8")
    written = made.with_week(page, "### A week")
    assert written.partition(made.BEGIN)[0] == page.partition(made.BEGIN)[0]
    assert "### A week" in written.partition(made.BEGIN)[2].partition(made.END)[0]
    week = page.partition(made.BEGIN)[2].partition(made.END)[0]
    assert all(f"### {day}" in week for day in script("team_week").DAYS)
