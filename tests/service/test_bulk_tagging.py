from __future__ import annotations

import pytest
from tests.store.samples import CODEBOOK, TEXT, add_article, profile_in

from annotator.bootstrap import surroundings
from annotator.core.find_in_text import TextFinder
from annotator.core.request_errors import EmptySpanError, UnknownLabelError
from annotator.core.span import Span
from annotator.service.bulk_commands import TagSpans
from annotator.service.bulk_tagging import spans_to_tag
from annotator.service.commands import AddHighlight
from annotator.service.project import Project
from annotator.store.project_file import make_project, open_project


@pytest.fixture
def project(tmp_path):
    make_project(tmp_path / "facts.factproj", CODEBOOK)
    store = open_project(tmp_path / "facts.factproj", profile=profile_in(tmp_path))
    project = Project(store, surroundings(), reviewer=store.reviewer)
    yield project
    project.close()


def test_all_hits_are_tagged_in_one_step(project):
    article = add_article(project._store)
    spans = tuple(TextFinder(TEXT).hits("e"))
    command = TagSpans(article.id, spans, "concern")
    assert spans_to_tag(project, command) == list(spans)
    changes = project.execute(command)
    assert changes.title == f"Tag {len(spans)} hits as concern"
    made = list(project.queries.highlights(article.id))
    assert [one.spans for one in made] == [(span,) for span in spans]
    assert all(one.quote == TEXT[one.hull.start : one.hull.end] for one in made)
    project.undo()
    assert list(project.queries.highlights(article.id)) == []
    assert project.check() == []


def test_what_bears_the_label_already_is_left_out(project):
    article = add_article(project._store)
    spans = (Span(0, 2), Span(3, 9), Span(3, 9))
    project.execute(AddHighlight(article.id, spans[:1], "concern"))
    project.execute(AddHighlight(article.id, spans[1:2], "analyst_opinion"))
    command = TagSpans(article.id, spans, "concern")
    assert spans_to_tag(project, command) == [Span(3, 9)]
    project.execute(command)
    assert spans_to_tag(project, command) == []
    assert project.execute(command).alterations == ()


def test_a_label_or_a_span_that_cannot_be_tags_nothing(project):
    article = add_article(project._store)
    with pytest.raises(UnknownLabelError):
        project.execute(TagSpans(article.id, (Span(0, 2),), "nothing"))
    with pytest.raises(EmptySpanError):
        project.execute(TagSpans(article.id, (Span(0, 2), Span(4, 4)), "concern"))
    assert list(project.queries.highlights()) == []
