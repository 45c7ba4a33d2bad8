"""What a bundle of changes holds, whatever they were."""

import pytest
from tests.service.dam_text import add_text, span_of
from tests.service.merging.team import Member

from annotator.service.bundle.content import Scope
from annotator.service.codebook_commands import RemoveLabel
from annotator.service.commands import (
    AddHighlight,
    RelabelHighlight,
    RemoveHighlights,
    ToggleReviewed,
)
from annotator.team.settling import Choice

LABEL = "humanitarian_concern"
SPAN = span_of("Engineers left")


@pytest.fixture
def member(tmp_path, new_project, monkeypatch):
    """Make members of a team."""
    made = []

    def make(name):
        made.append(Member(name, tmp_path, new_project, monkeypatch))
        return made[-1]

    yield make
    for one in made:
        one.project.close()


@pytest.fixture
def team(member):
    """Two members who know the same article with one highlight."""
    ann, bob = member("ann"), member("bob")
    article = add_text(ann.project)
    ann.project.execute(AddHighlight(article, (SPAN,), "official_claim"))
    bob.take(ann.send())
    return ann, bob


def test_a_label_that_was_removed_is_told_among_changes(team):
    ann, bob = team
    ann.project.execute(RemoveLabel(ann.project.queries.codebook().label(LABEL).id))
    bob.take(ann.send(Scope.CHANGES))
    assert LABEL not in [one.key for one in bob.project.queries.codebook().labels]
    assert bob.content == ann.content


def test_changes_tell_once_of_what_was_removed_and_of_nothing_else(team):
    ann, bob = team
    (article,), (highlight,) = ann.articles, ann.highlights
    ann.project.execute(RemoveHighlights((highlight.id,)))
    ann.project.execute(ToggleReviewed(article.id, (SPAN,)))
    path = ann.send(Scope.CHANGES)
    counts = {name: ann.report.counts[name] for name in ("annotations", "reviews", "tombstones")}
    assert counts == {"annotations": 0, "reviews": 1, "tombstones": 1}
    assert bob.take(path, may_delete=True)["deleted"] == 1
    assert bob.content == ann.content
    ann.send(Scope.CHANGES)
    assert ann.report.counts["tombstones"] == ann.report.counts["reviews"] == 0


def test_who_did_no_more_than_settle_is_named(team, member):
    ann, bob = team
    carl = member("carl")
    for one, label in ((ann, "analyst_opinion"), (bob, LABEL)):
        one.project.execute(RelabelHighlight(one.highlights[0].id, label))
        carl.take(one.send())
    named = [{one.reviewer.id for one in carl.project.queries.authors()}]
    carl.settle(Choice.THEIRS)
    named.append({one.reviewer.id for one in carl.project.queries.authors()})
    assert named[1] - named[0] == {carl.project.reviewer.id}
