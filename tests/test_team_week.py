"""The scripted week of three reviewers comes to the end that docs/teams.md tells."""

from __future__ import annotations

import importlib

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
        tmp_path, [article(one) for one in range(3)], seed=4, sentences=3
    )
    told = "\n".join(week.lines())
    sent = [one.sends(tmp_path / f"{one.name}.zip", week.WHOLE) for one in week.team]
    assert len(set(sent)) == 1
    assert week.twice_there() == []
    assert [one.types("check")[0] for one in week.team] == [0, 0, 0]
    assert "there: removed ≠ kept" in told
    assert "Corrected on Tuesday." in told
    assert week.post.lost > 0 < week.post.twice


def test_the_page_has_its_week_between_markers(script):
    made = script("make_team_week")
    page = PAGE.read_text("utf-8")
    written = made.with_week(page, "### A week")
    assert written.partition(made.BEGIN)[0] == page.partition(made.BEGIN)[0]
    assert "### A week" in written.partition(made.BEGIN)[2].partition(made.END)[0]
    week = page.partition(made.BEGIN)[2].partition(made.END)[0]
    assert all(f"### {day}" in week for day in script("team_week").DAYS)
