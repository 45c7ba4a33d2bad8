from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.examples import share
from tests.service.dam_text import TEXT, add_text

from annotator.bootstrap import open_project
from annotator.core.records import Highlight
from annotator.core.request_errors import NothingToRedoError, NothingToUndoError
from annotator.core.span import Span
from annotator.service.bulk_commands import TagSpans
from annotator.service.commands import (
    AddHighlight,
    MoveHighlight,
    RelabelHighlight,
    RemoveHighlights,
    ToggleHighlight,
    ToggleReviewed,
)

LABELS = st.sampled_from(["official_claim", "analyst_opinion", "humanitarian_concern"])


@st.composite
def spans(draw):
    start = draw(st.integers(0, len(TEXT) - 1))
    return Span(start, draw(st.integers(start + 1, len(TEXT))))


def state_of(article):
    """Everything a view can ask of an open article."""
    return {
        "highlights": [
            (article.highlight_key(key), start, end, label)
            for key, start, end, label in article.index.overlapping(0, len(TEXT))
        ],
        "counts": article.label_counts(),
        "marks": article.marks.overlapping(0, len(TEXT)),
        "reviewed": [article.is_reviewed(number) for number in range(len(article.sentences))],
        "progress": article.progress,
    }


class OpenArticleMachine(RuleBasedStateMachine):
    """What changes make of an open article equals the article opened anew."""

    folder = new_project = None

    def __init__(self):
        super().__init__()
        path = Path(mkdtemp(dir=self.folder)) / "facts.factproj"
        self.project = open_project(type(self).new_project(path), create=False)
        self.article_id = add_text(self.project)
        self.article = self.project.open_article(self.article_id)

    def teardown(self):
        assert self.project.check() == []
        self.project.close()

    def ids(self):
        return [highlight.id for highlight in self.project.queries.highlights(self.article_id)]

    @rule(chosen=st.lists(spans(), min_size=1, max_size=3), label=LABELS)
    def add(self, chosen, label):
        ordered = tuple(sorted(chosen))
        disjoint = tuple(
            span
            for number, span in enumerate(ordered)
            if number == 0 or span.start >= max(one.end for one in ordered[:number])
        )
        self.project.execute(AddHighlight(self.article_id, disjoint, label))

    @rule(span=spans(), label=LABELS)
    def toggle(self, span, label):
        self.project.execute(ToggleHighlight(self.article_id, span, label))

    @rule(span=spans())
    def mark(self, span):
        self.project.execute(ToggleReviewed(self.article_id, (span,)))

    @precondition(lambda self: self.ids())
    @rule(data=st.data(), span=spans())
    def move(self, data, span):
        self.project.execute(MoveHighlight(data.draw(st.sampled_from(self.ids())), (span,)))

    @precondition(lambda self: self.ids())
    @rule(data=st.data(), label=LABELS)
    def relabel(self, data, label):
        self.project.execute(RelabelHighlight(data.draw(st.sampled_from(self.ids())), label))

    @precondition(lambda self: self.ids())
    @rule(data=st.data())
    def remove(self, data):
        chosen = data.draw(st.lists(st.sampled_from(self.ids()), min_size=1, max_size=3))
        self.project.execute(RemoveHighlights(tuple(chosen)))

    @rule()
    def undo(self):
        try:
            self.project.undo()
        except NothingToUndoError:
            assert self.project.queries.undo_title() is None
        if not self.project.queries.articles():
            self.project.redo()

    @rule()
    def redo(self):
        try:
            self.project.redo()
        except NothingToRedoError:
            assert self.project.queries.redo_title() is None

    @invariant()
    def incremental_equals_rebuilt(self):
        rebuilt = self.project.open_article(self.article_id)
        assert state_of(self.article) == state_of(rebuilt)
        reviewed = state_of(rebuilt)["reviewed"]
        assert rebuilt.progress.reviewed == sum(reviewed)
        assert rebuilt.progress.highlights == sum(rebuilt.label_counts().values())


def test_an_open_article_equals_one_opened_anew(new_project, tmp_path):
    OpenArticleMachine.folder, OpenArticleMachine.new_project = tmp_path, staticmethod(new_project)
    machine = OpenArticleMachine.TestCase
    machine.settings = settings(
        max_examples=share(4),
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    machine("runTest").runTest()


def test_ties_between_further_spans_never_depend_on_the_past(project, article_id):
    end = Span(len(TEXT) - 2, len(TEXT))
    first, second = (
        next(after for _, after in project.execute(command).of(Highlight))
        for command in (
            AddHighlight(article_id, (Span(0, 3), end), "official_claim"),
            AddHighlight(article_id, (Span(4, 8), end), "official_claim"),
        )
    )
    article = project.open_article(article_id)
    project.execute(RelabelHighlight(first.id, "analyst_opinion"))
    assert article.highlights_over(end) == [first.key, second.key]
    assert state_of(article) == state_of(project.open_article(article_id))


def test_what_is_not_told_one_by_one_is_read_again(project, article_id, monkeypatch):
    monkeypatch.setattr("annotator.store.alterations.MOST_TOLD", 3)
    whole, begun = project.open_article(article_id), project.begin_article(article_id)
    spans = tuple(Span(at, at + 5) for at in range(0, 60, 6))
    tag = TagSpans(article_id, spans, "official_claim")
    for change in (lambda: project.execute(tag), project.undo, project.redo):
        assert change().reload
        begun.complete()
        fresh = state_of(project.open_article(article_id))
        assert state_of(whole) == state_of(begun) == fresh
