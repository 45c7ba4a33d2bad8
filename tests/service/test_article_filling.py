from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, rule
from tests.examples import share
from tests.service.dam_text import TEXT, add_text
from tests.service.test_open_article import OpenArticleMachine, spans, state_of

from annotator.bootstrap import open_project
from annotator.core.records import Highlight
from annotator.core.span import Span
from annotator.service import article_filling
from annotator.service import project as projects
from annotator.service.commands import (
    AddHighlight,
    MoveHighlight,
    RelabelHighlight,
    RemoveHighlights,
    ToggleReviewed,
)

WHOLE = Span(0, len(TEXT))


@pytest.fixture(autouse=True)
def tiny_slices(monkeypatch):
    """Fill even a short article behind its text, a highlight at a time."""
    monkeypatch.setattr(projects, "FILLED_AT_ONCE", -1)
    monkeypatch.setattr(article_filling, "SLICE", 1)
    monkeypatch.setattr(article_filling, "_DRAWER", 16)
    monkeypatch.setattr(article_filling, "_NEIGHBORS", 0)


@pytest.fixture
def tagged(project, article_id):
    """Highlights all over the article, one of two spans, and a mark; return their ids."""
    commands = [
        AddHighlight(article_id, (Span(start, start + 30),), "official_claim")
        for start in range(0, len(TEXT) - 30, 20)
    ]
    commands.append(AddHighlight(article_id, (Span(0, 9), Span(40, 90)), "analyst_opinion"))
    made = [project.execute(command) for command in commands]
    project.execute(ToggleReviewed(article_id, (Span(5, 25),)))
    return [after.id for changes in made for _, after in changes.of(Highlight)]


class FillingMachine(OpenArticleMachine):
    """An article that fills while it is altered is, at every step, what one opened at once is."""

    def __init__(self):
        super().__init__()
        self.article = self.project.begin_article(self.article_id)

    def teardown(self):
        self.article.complete()
        assert state_of(self.article) == state_of(self.project.open_article(self.article_id))
        self.article.index._check()
        super().teardown()

    @rule()
    def fill(self):
        self.article.fill()

    @rule()
    def begin_anew(self):
        self.article = self.project.begin_article(self.article_id)

    @rule(span=spans())
    def look(self, span):
        whole = self.project.open_article(self.article_id)
        assert self.article.highlights_over(span) == whole.highlights_over(span)
        for number in whole.sentences.covering(span):
            assert self.article.is_reviewed(number) == whole.is_reviewed(number)

    @invariant()
    def incremental_equals_rebuilt(self):
        """Ask for nothing that would have to be looked at first."""
        whole = self.project.open_article(self.article_id)
        assert self.article.label_counts() == whole.label_counts()
        assert self.article.progress == whole.progress


def test_an_article_that_fills_while_it_is_altered_equals_one_opened_at_once(new_project, tmp_path):
    FillingMachine.folder, FillingMachine.new_project = tmp_path, staticmethod(new_project)
    machine = FillingMachine.TestCase
    machine.settings = settings(
        max_examples=share(4),
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    machine("runTest").runTest()


def test_what_is_altered_between_any_two_slices_is_neither_lost_nor_doubled(
    project, article_id, tagged
):
    steps = [
        RelabelHighlight(tagged[-1], "humanitarian_concern"),
        RemoveHighlights((tagged[2],)),
        AddHighlight(article_id, (Span(3, 8), Span(50, 60)), "official_claim"),
        MoveHighlight(tagged[0], (Span(70, 80),)),
        ToggleReviewed(article_id, (Span(5, 25),)),
        ToggleReviewed(article_id, (Span(30, 60),)),
    ]
    slices = 0
    article = project.begin_article(article_id)
    while article.fill():
        slices += 1
    for turn in range(slices + 1):
        article = project.begin_article(article_id)
        for _ in range(turn):
            assert article.fill()
        for step in steps:
            project.execute(step)
        assert article.label_counts() == project.open_article(article_id).label_counts()
        article.complete()
        assert state_of(article) == state_of(project.open_article(article_id))
        for _ in steps:
            project.undo()
        assert state_of(article) == state_of(project.open_article(article_id))


def test_only_what_is_looked_at_is_read_before_the_rest(project, article_id, tagged):
    article = project.begin_article(article_id)
    assert (len(article.index), article.filled) == (0, False)
    first = article.sentences.span(0)
    over = article.highlights_over(first)
    assert over == project.open_article(article_id).highlights_over(first)
    assert 0 < len(over) <= len(article.index) < len(tagged)
    assert sum(article.label_counts().values()) == len(tagged)


def test_what_another_program_altered_is_taken_once_though_it_was_read_before(
    project, article_id, tagged
):
    other = open_project(project.path, create=False)
    other.execute(RemoveHighlights((tagged[1],)))
    other.execute(AddHighlight(article_id, (Span(1, 7),), "analyst_opinion"))
    other.close()
    article = project.begin_article(article_id)
    article.highlights_over(WHOLE)
    project.look_outside()
    article.complete()
    rebuilt = project.open_article(article_id)
    assert list(article.index) == list(rebuilt.index)


def test_editing_a_text_waits_for_its_highlights(project, article_id, tagged):
    article = project.begin_article(article_id)
    project.edit_text(article).abandon()
    assert article.filled
    assert state_of(article) == state_of(project.open_article(article_id))


def test_a_short_article_is_filled_before_it_is_shown(project, article_id, monkeypatch):
    monkeypatch.undo()
    assert project.begin_article(article_id).filled


def test_an_article_without_highlights_is_soon_filled(project):
    article = project.begin_article(add_text(project, "Nothing is marked here."))
    article.complete()
    assert list(article.index) == list(article.marks) == []
