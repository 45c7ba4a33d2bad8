"""Jumps: whatever was done, undone and gone to, any state can be gone to again."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from tests.examples import share
from tests.service.dam_text import add_text, span_of

from annotator.bootstrap import open_project
from annotator.core.records import Evidence, Highlight, Label
from annotator.core.request_errors import NotFoundError
from annotator.core.span import Span
from annotator.service.changes import NOTHING
from annotator.service.claim_commands import SetCue, SetEvidence, ShareClaim, UnshareClaim
from annotator.service.codebook_commands import (
    AddLabel,
    ChangeLabel,
    ConfirmUnderGuideline,
    MergeLabels,
    RemoveLabel,
    ReorderLabels,
    RestoreLabel,
    SetGuideline,
    SetVerdicts,
)
from annotator.service.commands import (
    AddHighlight,
    DescribeClaim,
    MoveHighlight,
    RelabelHighlight,
    RemoveArticle,
    RemoveHighlights,
    Together,
    ToggleReviewed,
)
from annotator.service.finishing_commands import FinishArticle, ReopenArticle
from annotator.store import project_store


def world_of(project):
    """Return all that can be seen of a project, but for the codebook's revision and figures."""
    queries = project.queries
    codebook = queries.codebook()
    contents = [queries.content(one.article.id) for one in queries.articles()]
    highlights = list(queries.highlights())
    return {
        "articles": [(one.article, one.revision, one.highlights, one.marks) for one in contents],
        "progress": [one.progress for one in contents],
        "highlights": highlights,
        "claims": [queries.claim(one.claim_id) for one in highlights if one.claim_id],
        "labels": codebook.labels,
        "guideline": (codebook.guideline, codebook.verdicts),
        "speakers": queries.speakers(),
        "stats": queries.stats(),
    }


SHORTEST = 130
PLACES = st.tuples(st.integers(0, 90), st.integers(1, 39)).map(
    lambda place: Span(place[0], place[0] + place[1])
)


class JumpMachine(RuleBasedStateMachine):
    """After any sequence of steps and jumps, the state is the one that was there at that point."""

    template = folder = None

    @initialize(many=st.sampled_from((1, 50)))
    def begin(self, many):
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(project_store, "MANY", many)
        path = shutil.copy(self.template, self.folder / f"{id(self)}.factproj")
        self.project = open_project(path, create=False)
        self.worlds = {0: world_of(self.project)}
        self.article_id = add_text(self.project)
        self.remember()

    def teardown(self):
        if hasattr(self, "project"):
            self.patch.undo()
            assert self.project.check() == []
            self.project.close()

    def remember(self):
        """Remember the state under the number of the newest change."""
        newest = self.project.queries.history(1)[0]
        self.worlds.setdefault(newest.sequence, world_of(self.project))

    def execute(self, command):
        self.project.execute(command)
        self.remember()

    @property
    def highlights(self):
        return list(self.project.queries.highlights())

    @property
    def labels(self):
        return self.project.queries.codebook().labels

    @property
    def gone(self):
        return self.article_id not in {one.article.id for one in self.project.queries.articles()}

    @rule(span=PLACES, number=st.integers(0, 9))
    def tag(self, span, number):
        used = [label for label in self.labels if not label.archived]
        if used and not self.gone:
            key = used[number % len(used)].key
            self.execute(AddHighlight(self.article_id, (span,), key))

    @rule(span=PLACES)
    def review(self, span):
        if not self.gone:
            self.execute(ToggleReviewed(self.article_id, (span,)))

    @rule(data=st.data(), span=PLACES, speaker=st.sampled_from(("Ada", "Émile", "")))
    def alter(self, data, span, speaker):
        if not self.highlights:
            return
        one = data.draw(st.sampled_from(self.highlights))
        other = data.draw(st.sampled_from(self.highlights))
        labels = [label.key for label in self.labels if not label.archived]
        commands = [
            MoveHighlight(one.id, (span,)),
            RemoveHighlights((one.id, other.id)),
            DescribeClaim(one.id, (("speaker", speaker),)),
            SetCue(one.id, span),
            SetCue(one.id, None),
            SetEvidence(one.id, (Evidence(url="https://example.org", stance="refutes"),)),
            ShareClaim(one.id, other.id),
            UnshareClaim(one.id),
            ConfirmUnderGuideline((one.id, other.id)),
            *(RelabelHighlight(one.id, key) for key in labels),
        ]
        self.execute(data.draw(st.sampled_from(commands)))

    @rule(data=st.data(), name=st.sampled_from(("Rumor", "Count", "Source")))
    def edit_codebook(self, data, name):
        labels = self.labels
        fresh = Label("", "", name, "", "#0072B2", "#56B4E9", "wavy")
        commands = [SetGuideline(name), SetVerdicts((name,)), AddLabel(fresh)]
        if labels:
            one, other = (data.draw(st.sampled_from(labels)) for _ in range(2))
            commands += [
                ChangeLabel(one.id, (("definition", name), ("line_style", "double"))),
                ChangeLabel(one.id, (("color_light", "#000000"),)),
                ReorderLabels(tuple(label.id for label in reversed(labels))),
                RemoveLabel(one.id),
                RestoreLabel(one.id),
            ]
            if one.id != other.id and not other.archived:
                commands.append(MergeLabels(one.id, other.id))
        self.execute(data.draw(st.sampled_from(commands)))

    @rule(which=st.integers(0, 3))
    def deal_with_the_article(self, which):
        if self.gone:
            return
        finish = FinishArticle(self.article_id, accept_unreviewed=True)
        commands = (finish, ReopenArticle(self.article_id), RemoveArticle(self.article_id))
        if which < len(commands):
            self.execute(commands[which])
        else:
            both = (finish, ToggleReviewed(self.article_id, (Span(0, 4),)))
            self.execute(Together("Both", both))

    @rule(data=st.data(), typed=st.sampled_from(("", "x", "New. Words\nhere")))
    def edit_text(self, data, typed):
        if self.gone:
            return
        editing = self.project.edit_text(self.project.open_article(self.article_id))
        start = data.draw(st.integers(0, editing.length))
        spare = min(editing.length - start, editing.length - SHORTEST)
        end = start + data.draw(st.integers(0, max(0, min(9, spare))))
        editing.replace(Span(start, end), typed)
        editing.finish()
        self.remember()

    @rule()
    def undo(self):
        if self.project.queries.undo_title() is not None:
            self.project.undo()
            self.remember()

    @rule()
    def redo(self):
        if self.project.queries.redo_title() is not None:
            self.project.redo()
            self.remember()

    @rule(data=st.data())
    def jump(self, data):
        sequence = data.draw(st.sampled_from(sorted(self.worlds)))
        before, preview = world_of(self.project), self.project.queries.preview(sequence)
        changes = self.project.jump(sequence)
        assert world_of(self.project) == self.worlds[sequence]
        assert preview.total == sum(
            one.added + one.changed + one.removed for one in preview.articles
        )
        if changes is not NOTHING:
            assert len(changes.alterations) <= preview.total
            self.remember()
            self.project.undo()
            assert world_of(self.project) == before
            self.project.redo()
            self.remember()

    @rule()
    def what_is_undone_is_what_does_not_stand(self):
        """The changes that stand, done one after another, are the way to this state."""
        entries = self.project.queries.history(10_000)
        standing = [one.sequence for one in entries if not one.undone]
        worlds = self.worlds
        assert worlds[entries[0].sequence] == world_of(self.project)
        for after, before in zip(standing, [*standing[1:], 0], strict=True):
            entry = next(one for one in entries if one.sequence == after)
            if entry.origin == "do":
                assert worlds[after - 1] == worlds[before]


def test_any_state_can_be_gone_to(new_project, tmp_path):
    template = new_project(tmp_path / "template.factproj")
    JumpMachine.template, JumpMachine.folder = template, tmp_path
    run_state_machine_as_test(
        JumpMachine, settings=settings(max_examples=share(4), stateful_step_count=15, deadline=None)
    )


@pytest.fixture
def tagged(project, article_id):
    project.execute(AddHighlight(article_id, (span_of("Aid groups"),), "official_claim"))
    project.execute(AddHighlight(article_id, (span_of("Engineers"),), "analyst_opinion"))
    return project


def test_a_branch_that_was_left_can_be_reached(tagged, article_id):
    left = list(tagged.queries.highlights())
    point = tagged.queries.history(1)[0].sequence
    tagged.undo()
    tagged.undo()
    tagged.execute(AddHighlight(article_id, (span_of("The ministry"),), "official_claim"))
    changes = tagged.jump(point)
    assert list(tagged.queries.highlights()) == left
    assert changes.origin == "jump"
    entries = {one.sequence: one for one in tagged.queries.history()}
    assert entries[changes.sequence].goes_to == point
    assert (entries[point].undone, entries[changes.sequence - 1].undone) == (False, True)
    tagged.undo()
    assert [one.quote for one in tagged.queries.highlights()] == ["The ministry"]


def test_a_preview_tells_what_a_jump_does_and_does_nothing(tagged, article_id):
    before = tagged.path.read_bytes()
    preview = tagged.queries.preview(1)
    (article,) = preview.articles
    assert (article.article_id, article.title) == (article_id, "A dam")
    assert (article.added, article.changed, article.removed) == (0, 0, 2)
    assert {one.before.quote for one in preview.alterations} == {"Aid groups", "Engineers"}
    assert (preview.title, preview.total) == ("Add “A dam”", 2)
    assert tagged.path.read_bytes() == before


def test_going_to_where_one_is_writes_nothing(tagged):
    before = tagged.path.read_bytes()
    assert tagged.jump(3) is NOTHING
    assert tagged.path.read_bytes() == before


@pytest.mark.parametrize("sequence", [-1, 4])
def test_there_is_no_going_where_nothing_was(tagged, sequence):
    for go in (tagged.jump, tagged.queries.preview):
        with pytest.raises(NotFoundError, match="change"):
            go(sequence)


def test_the_history_is_told_in_pages(tagged):
    whole = tagged.queries.history()
    assert [one.sequence for one in whole] == [3, 2, 1]
    assert [one.records for one in whole] == [1, 1, 2]
    assert tagged.queries.history(2) + tagged.queries.history(2, before=2) == whole


def test_subscribers_hear_of_a_jump_once(tagged):
    heard = []
    tagged.subscribe(heard.append)
    tagged.jump(1)
    (changes,) = heard
    assert len(list(changes.of(Highlight))) == 2
    assert changes.progress[0].highlights == 0
