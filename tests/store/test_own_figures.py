"""The own counters of an article always say what counting anew would, at the cost of a change."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test
from tests.examples import share
from tests.service.merging.replicas import open_replica, team_of_three
from tests.service.merging.test_replicas import NUMBERS, SIDES, Replicas
from tests.store.samples import LABELS
from tests.store.sent import sent
from tests.store.test_statements import filled

from annotator import bootstrap
from annotator.core.span import Span
from annotator.service.commands import AddHighlight, ToggleReviewed
from annotator.service.project import Project
from annotator.store import own_figures
from annotator.store.queries import FileQueries


def anew(blind, article_id):
    """Count an article's own figures from nothing."""
    return FileQueries.progress_in(blind, article_id)


class BlindTeam(Replicas):
    """Three who work without looking at each other, each with another window or a colleague."""

    def __init__(self):
        super().__init__()
        for project in self.team:
            project.set_blind(on=True)
            project.subscribe(self.listener(project))

    def listener(self, project):
        def hear(changes):
            there = {one.article.id for one in project.queries.articles()}
            for told in changes.progress:
                if told.article_id in there:
                    assert told == anew(project.queries, told.article_id)

        return hear

    @rule(side=SIDES, who=SIDES, which=NUMBERS, at=NUMBERS, looks=st.booleans())
    def work_elsewhere(self, side, who, which, at, looks):
        """Let another program tag and mark in the same file, under the same name or another."""
        article = self.article(side, which)
        if article is None:
            return
        other = open_replica(self.team[side].path, who)
        label = other.queries.codebook().labels[0].key
        other.execute(AddHighlight(article.id, (Span(at, at + 9),), label))
        other.execute(ToggleReviewed(article.id, (Span(0, 10),)))
        other.close()
        if looks:
            self.team[side].look_outside()

    @rule(side=SIDES, which=NUMBERS)
    def look(self, side, which):
        article = self.article(side, which)
        if article is not None:
            blind = self.team[side].queries
            assert blind.progress_in(article.id) == anew(blind, article.id)

    @rule(side=SIDES)
    def look_with_others_and_without(self, side):
        for on in (False, True):
            self.team[side].set_blind(on=on)

    def teardown(self):
        with ExitStack() as closing:
            for project in self.team:
                closing.callback(project.close)
            for side in range(3):
                for number in range(4):
                    self.look(side, number)


@pytest.fixture
def open_team(new_project, tmp_path):
    numbers, made = count(), new_project(tmp_path / "made.factproj")

    def open_one(_self):
        folder = tmp_path / f"{next(numbers)}"
        return team_of_three(made, folder), folder

    return open_one


@pytest.mark.parametrize("most", [own_figures.MOST_FOLLOWED, 1])
def test_what_is_kept_is_what_counting_anew_says_after_every_change(open_team, monkeypatch, most):
    monkeypatch.setattr(own_figures, "MOST_FOLLOWED", most)
    machine = type("Machine", (BlindTeam,), {"open_team": open_team})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=share(30), stateful_step_count=12, deadline=None)
    )


@pytest.fixture
def cost(opener, project_path):
    def measure(highlights):
        store = opener(project_path)
        article = filled(store, highlights)
        project = Project(store, bootstrap.surroundings(), reviewer=store.reviewer)
        project.set_blind(on=True)
        blind = project.queries
        project.open_article(article.id)
        tag = AddHighlight(article.id, (Span(5, 50),), LABELS[0].key)
        project.execute(tag)
        steps = []
        blind._database.driver.set_progress_handler(lambda: steps.append(1), 100)
        with sent(blind) as statements:
            (told,) = project.execute(
                AddHighlight(article.id, (Span(300, 360),), LABELS[1].key)
            ).progress
        blind._database.driver.set_progress_handler(None, 0)
        assert told == anew(blind, article.id)
        assert told.highlights == highlights + 3
        project.set_blind(on=False)
        store.close()
        return statements, len(steps)

    return measure


def test_a_tag_costs_the_same_under_few_own_highlights_and_under_many(cost, project_path, template):
    few, few_steps = cost(50)
    project_path.write_bytes(template.read_bytes())
    many, many_steps = cost(5_000)
    assert many == few
    assert many_steps <= few_steps + 2


def test_articles_asked_for_long_ago_are_counted_anew(opener, project_path, monkeypatch):
    monkeypatch.setattr(own_figures, "_SENTENCES", 1)
    store = opener(project_path)
    articles = [filled(store, 0) for _ in range(2)]
    blind = store.blind()
    assert [blind.progress_in(one.id).highlights for one in articles] == [1, 1]
    with sent(blind) as kept:
        blind.progress_in(articles[1].id)
    with sent(blind) as forgotten:
        assert blind.progress_in(articles[0].id) == anew(blind, articles[0].id)
    blind.close()
    assert sum("main.part" in one for one in kept) == 0
    assert sum("main.part" in one for one in forgotten) > 0
