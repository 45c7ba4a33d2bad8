"""When a bundle was last changed is told by what is in it, and by nothing else."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from tests.service.dam_text import add_text, span_of
from tests.service.merging.replicas import REVIEWERS, exchanged, taken, told

from annotator import bootstrap
from annotator.service.bundle.content import BundleOptions, Scope
from annotator.service.bundle.layout import NO_TIME
from annotator.service.codebook_commands import ChangeLabel, RemoveLabel, SetGuideline
from annotator.service.commands import (
    AddHighlight,
    DescribeClaim,
    RemoveArticle,
    RemoveHighlights,
    ToggleReviewed,
)
from annotator.service.finishing_commands import FinishArticle
from annotator.service.merging.teamwork import SendingWishes, send
from annotator.service.project import Project
from annotator.store.profile import Profile
from annotator.store.project_file import open_project
from annotator.team.joining import in_order

SPAN = span_of("Engineers left")
BEGINNING = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def team(new_project, tmp_path):
    """Three replicas, and a clock by which an hour goes by whenever it is looked at."""
    hours, made = count(), new_project(tmp_path / "made.factproj")

    def now():
        at = BEGINNING + timedelta(hours=next(hours))
        return at.strftime("%Y-%m-%dT%H:%M:%S.000Z")

    def opened(number):
        path = shutil.copy(made, tmp_path / f"{number}.factproj")
        state = tmp_path / f"state {number}"
        profile = Profile(REVIEWERS[number], state=state, backups=state / "backups")
        around = replace(bootstrap.surroundings(), now=now)
        store = open_project(path, profile=profile, now=now)
        return Project(store, around, reviewer=REVIEWERS[number])

    found = [opened(number) for number in range(3)]
    yield found
    for one in found:
        assert one.check() == []
        one.close()


def created(project, folder, scope=Scope.FULL, articles=()):
    wishes = SendingWishes(scope, articles, BundleOptions())
    return send(project, folder / "asked.annobundle", wishes).created


def brought(source, target, folder):
    path = folder / "brought.annobundle"
    send(source, path, SendingWishes())
    taken(target, path)


def label_of(project, number=0):
    return project.queries.codebook().labels[number].id


def test_every_change_is_told_as_the_newest_whatever_it_is_of(team, tmp_path):
    ada, bo, _ = team
    article = add_text(ada)
    other = add_text(ada, "Something else.", "Other")
    ada.execute(AddHighlight(article, (SPAN,), "official_claim"))
    (highlight,) = ada.queries.highlights(article)
    deeds = [
        ChangeLabel(label_of(ada), (("definition", "Said by an office."),)),
        SetGuideline("Mark who says it."),
        DescribeClaim(highlight.id, (("speaker", "the minister"),)),
        DescribeClaim(highlight.id, (("speaker", ""),)),
        ToggleReviewed(article, (span_of("Nobody"),)),
        FinishArticle(article, accept_unreviewed=True),
        RemoveLabel(label_of(ada, 2)),
        RemoveHighlights((highlight.id,)),
        RemoveArticle(other),
    ]
    before = created(ada, tmp_path)
    for deed in deeds:
        ada.execute(deed)
        after = created(ada, tmp_path)
        assert after > before, deed
        before = after
    ada.undo()
    assert created(ada, tmp_path) > before
    brought(ada, bo, tmp_path)
    assert created(bo, tmp_path) == created(ada, tmp_path)


def test_equal_projects_tell_the_same_whenever_they_were_merged(team, tmp_path):
    for number, one in enumerate(team):
        article = add_text(one)
        one.execute(ChangeLabel(label_of(one), (("name", f"Name {number}"),)))
        one.execute(AddHighlight(article, (SPAN,), "official_claim"))
    team[1].execute(RemoveLabel(label_of(team[1], 2)))
    exchanged(team, tmp_path)
    assert len({created(one, tmp_path) for one in team}) == 1
    first, *others = ([in_order(each) for each in told(one).values()] for one in team)
    assert others == [first, first]


def test_sending_and_merging_and_taking_that_back_make_nothing_newer(team, tmp_path):
    ada, bo, _ = team
    article = add_text(ada)
    ada.execute(AddHighlight(article, (SPAN,), "official_claim"))
    ada.execute(ChangeLabel(label_of(ada), (("name", "Another"),)))
    before, known = created(ada, tmp_path), created(bo, tmp_path)
    assert created(ada, tmp_path) == before
    brought(ada, bo, tmp_path)
    assert created(bo, tmp_path) == before
    bo.undo()
    assert created(bo, tmp_path) == known
    bo.redo()
    assert created(bo, tmp_path) == before


def test_a_part_of_a_project_tells_of_itself_alone(team, tmp_path):
    ada = team[0]
    article = add_text(ada)
    other = add_text(ada, "Something else.", "Other")
    part = created(ada, tmp_path, Scope.SELECTION, (article,))
    assert part < created(ada, tmp_path)
    created(ada, tmp_path, Scope.CHANGES)
    assert created(ada, tmp_path, Scope.CHANGES) == NO_TIME
    ada.execute(AddHighlight(other, (span_of("Some", "Something else."),), "official_claim"))
    assert created(ada, tmp_path, Scope.CHANGES) == created(ada, tmp_path)
