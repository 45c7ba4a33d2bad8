"""The week of three reviewers on made-up articles: they come to the same."""

from __future__ import annotations

import pytest
from tests.gui.pseudo import script

from annotator.service.merging.conflicts import conflicts

SENTENCES = (
    "The {} of the town closed after the long rain of the spring. ",
    "A minister said on Sunday that the {} would be repaired soon. ",
    "Engineers who looked at the {} doubt that very much indeed.\n",
    "Nobody who lives near the {} was asked what they think of it. ",
    "People have waited for weeks to hear whether the {} is safe.",
)


@pytest.fixture
def week(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    files = []
    for what in ("bridge", "harbor", "tunnel"):
        files.append(tmp_path / f"{what}.txt")
        files[-1].write_text("".join(SENTENCES).replace("{}", what), "utf-8")
    acted = script("make_team_week").Week(files, tmp_path, 3, marks=1)
    yield acted
    acted.close()


def test_three_reviewers_come_to_the_same_whatever_the_post_does(week):
    week.run()
    assert [one.project.check() for one in week.members] == [[], [], []]
    assert [list(conflicts(one.project.queries)) for one in week.members] == [[], [], []]
    assert [one.doubles() for one in week.members] == [0, 0, 0]
    assert len({one.bundle_id for one in week.bundles[-3:]}) == 1
    told = "\n".join(week.lines)
    assert "there: kept ≠ removed" in told
    assert "verdict:" in told


def test_the_transcript_stands_between_its_markers():
    made = script("make_team_week")
    page = f"Before.\n\n{made.BEGIN}\nold\n{made.END}\n\nAfter.\n"
    once = made.with_transcript(page, "new\n")
    assert once == f"Before.\n\n{made.BEGIN}\n\nnew\n\n{made.END}\n\nAfter.\n"
    assert made.with_transcript(once, "new\n") == once
