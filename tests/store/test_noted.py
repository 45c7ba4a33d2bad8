from __future__ import annotations

import pytest
from tests.service.dam_text import add_text

from annotator import bootstrap
from annotator.core.request_errors import NotFoundError
from annotator.core.span import Span
from annotator.service.commands import AddHighlight, DescribeClaim


@pytest.fixture
def project(project_path):
    opened = bootstrap.open_project(project_path, create=True)
    yield opened
    opened.close()


def test_only_highlights_of_the_article_with_a_note_are_told(project):
    keys = []
    for text in ("It rained. Roads closed.", "Another day. Another flood."):
        article = add_text(project, text)
        for start in (0, 3, 5):
            added = project.execute(AddHighlight(article, (Span(start, 9),), "official_claim"))
            highlight = added.alterations[0].after
            keys.append(highlight.key)
            fields = {0: ("note", "who says so?"), 3: ("speaker", "Voss"), 5: ("note", "")}
            project.execute(DescribeClaim(highlight.id, (fields[start],)))
    assert project.queries.noted_highlights(article) == [keys[3]]
    project.undo()
    project.undo()
    assert project.queries.noted_highlights(article) == [keys[3]]


def test_an_unknown_article_is_an_error(project):
    with pytest.raises(NotFoundError):
        project.queries.noted_highlights("no such id")
