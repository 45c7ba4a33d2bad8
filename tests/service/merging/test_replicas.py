"""Three replicas, edited, sent and merged in any order, come to the same in the end."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from tests.examples import share
from tests.service.merging.replicas import (
    exchanged,
    renamed_article,
    retyped,
    sent,
    taken,
    team_apart,
    team_of_three,
    told,
)

from annotator.core.errors import AnnotatorError
from annotator.core.records import Evidence
from annotator.core.span import Span
from annotator.service import claim_commands as claims
from annotator.service import codebook_commands as codebook
from annotator.service import commands as does
from annotator.service.bundle.content import Scope
from annotator.service.finishing_commands import FinishArticle, ReopenArticle
from annotator.service.merging.commands import SettleConflicts
from annotator.service.merging.conflicts import conflicts
from annotator.service.merging.report import COUNTS
from annotator.team.settling import Choice

SIDES = st.integers(0, 2)
NUMBERS = st.integers(0, 3)
WORDS = st.sampled_from(["", "one", "two"])


class Replicas(RuleBasedStateMachine):
    """Three reviewers; what cannot be done where they are is left."""

    def __init__(self):
        super().__init__()
        self.team, self.folder = self.open_team()
        self.bundles = []

    def one_of(self, found, number):
        found = sorted(found, key=lambda one: one.id)
        return found[number % len(found)] if found else None

    def article(self, side, number):
        return self.one_of([one.article for one in self.team[side].queries.articles()], number)

    def highlight(self, side, number):
        rows = self.team[side].queries.articles()
        found = [
            each for one in rows for each in self.team[side].queries.highlights(one.article.id)
        ]
        return self.one_of(found, number)

    def label(self, side, number):
        return self.one_of(self.team[side].queries.codebook().labels, number)

    def execute(self, side, *commands):
        for command in commands:
            try:
                self.team[side].execute(command)
            except AnnotatorError:  # what cannot be done here is left
                return

    @rule(side=SIDES, which=NUMBERS, at=NUMBERS, label=NUMBERS, apart=st.booleans())
    def tag(self, side, which, at, label, apart):
        article, chosen = self.article(side, which), self.label(side, label)
        if article is not None:
            spans = (Span(at, at + 3), *([Span(at + 5, at + 9)] if apart else []))
            self.execute(side, does.AddHighlight(article.id, spans, chosen.key))

    @rule(side=SIDES, which=NUMBERS, to=NUMBERS, what=st.integers(0, 8), said=WORDS)
    def change(self, side, which, to, what, said):
        one = self.highlight(side, which)
        if one is None:
            return
        other = self.highlight(side, which + 1)
        asked = [
            does.RelabelHighlight(one.id, self.label(side, to).key),
            does.MoveHighlight(one.id, (Span(to, to + 4),)),
            does.RemoveHighlights((one.id,)),
            does.DescribeClaim(one.id, (("speaker", said), ("note", said))),
            does.DescribeClaim(one.id, (("verdict", said),)),
            claims.SetCue(one.id, Span(to, to + 2)),
            claims.SetEvidence(one.id, (Evidence(url=f"https://example.org/{to}"),)),
            claims.ShareClaim(one.id, other.id),
            claims.UnshareClaim(one.id),
        ]
        self.execute(side, asked[what])

    @rule(side=SIDES, which=NUMBERS, at=NUMBERS, what=st.integers(0, 5), said=WORDS)
    def treat(self, side, which, at, what, said):
        article = self.article(side, which)
        if article is None:
            return
        if what == 0:
            renamed_article(self.team[side], article, f"Report {said}")
        elif what == 1:
            retyped(self.team[side], article, at * 5, said)
        else:
            asked = [
                does.RemoveArticle(article.id),
                does.ToggleReviewed(article.id, (Span(0, 10),)),
                FinishArticle(article.id, accept_unreviewed=True),
                ReopenArticle(article.id),
            ]
            self.execute(side, asked[what - 2])

    @rule(side=SIDES, which=NUMBERS, what=st.integers(0, 6), said=WORDS)
    def define(self, side, which, what, said):
        one, other = self.label(side, which), self.label(side, which + 1)
        asked = [
            codebook.ChangeLabel(one.id, (("name", f"Name {said}"),)),
            codebook.ChangeLabel(one.id, (("definition", said),)),
            codebook.ChangeLabel(one.id, (("key", f"key_{said}"),)),
            codebook.SetGuideline(said),
            codebook.ReorderLabels(
                tuple(each.id for each in reversed(self.team[side].queries.codebook().labels))
            ),
            codebook.MergeLabels(one.id, other.id),
            codebook.RemoveLabel(one.id),
        ]
        self.execute(side, asked[what])

    @rule(side=SIDES, steps=NUMBERS)
    def go_back(self, side, steps):
        project = self.team[side]
        if steps == 0:
            project.jump(max(project.queries.newest() - 3, 0))
        elif steps == 1 and project.queries.redo_title() is not None:
            project.redo()
        elif project.queries.undo_title() is not None:
            project.undo()

    @rule(side=SIDES, scope=st.sampled_from(Scope), quotes=st.booleans(), names=st.booleans())
    def send(self, side, scope, quotes, names):
        path = self.folder / f"{len(self.bundles)}.annobundle"
        sent(self.team[side], path, scope, quotes_only=quotes, pseudonyms=names)
        self.bundles.append(path)

    @rule(side=SIDES, which=st.integers(0, 5))
    def receive(self, side, which):
        """Merge any bundle, however old, once or again; the others are lost on the way."""
        if self.bundles:
            project, path = self.team[side], self.bundles[-1 - which % len(self.bundles)]
            taken(project, path)
            known, newest = told(project), project.queries.newest()
            report = taken(project, path)
            altering = {name: report.counts[name] for name in COUNTS if name != "already_there"}
            assert not any(altering.values()), altering
            assert (told(project), project.queries.newest()) == (known, newest)

    @rule(side=SIDES, which=NUMBERS, choice=st.sampled_from(Choice))
    def settle(self, side, which, choice):
        one = self.one_of(list(conflicts(self.team[side].queries)), which)
        if one is not None:
            self.execute(side, SettleConflicts(((one.kind, one.id),), choice))

    def teardown(self):
        try:
            assert len(set(exchanged(self.team, self.folder))) == 1
            assert [one.check() for one in self.team] == [[], [], []]
        finally:
            for one in self.team:
                one.close()


@pytest.fixture
def opened(new_project, tmp_path):
    """Return how each machine opens a team of its own."""
    numbers, made = count(), new_project(tmp_path / "made.factproj")

    def opened_by(how):
        def open_one(_self):
            folder = tmp_path / f"{next(numbers)}"
            return how(made, folder), folder

        return open_one

    return opened_by


@pytest.mark.parametrize(("team", "part"), [(team_of_three, 30), (team_apart, 60)])
def test_replicas_come_to_the_same_in_the_end(opened, team, part):
    machine = type("Machine", (Replicas,), {"open_team": opened(team)})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=share(part), stateful_step_count=10, deadline=None)
    )
