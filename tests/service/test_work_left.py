from __future__ import annotations

import pytest
from tests.service.dam_text import span_of
from tests.service.newer_copies import added, copy_of, planned, revised, state_of_article

from annotator.service.commands import AddArticles, AddHighlight, ToggleReviewed
from annotator.service.finishing_commands import FinishArticle
from annotator.service.import_reports import report_of
from annotator.service.importing import Batch
from annotator.service.revision_commands import TakeCopy

TAGGED = "The dam held all night."
TEXT = f"It rained. {TAGGED} People left.\nHe came. Nobody said why.\nThe end of it all."
URL = "https://example.org/dam"


@pytest.fixture
def article(project):
    """A finished article: its first paragraph is reviewed, of the rest that was not asked."""
    article = added(project, TEXT, url=URL)
    project.execute(AddHighlight(article.id, (span_of(TAGGED, TEXT),), "official_claim"))
    for sentence in ("It rained.", "People left."):
        project.execute(ToggleReviewed(article.id, (span_of(sentence, TEXT),)))
    project.execute(FinishArticle(article.id, accept_unreviewed=True))
    return project.find_article(article.id)


@pytest.mark.parametrize(
    ("newer", "reopens"),
    [
        (f"A new one.\n{TEXT}", True),
        (TEXT.replace("The end of it all.", "The end of all of it."), True),
        (TEXT.replace("People left.", "Few people left."), True),
        (TEXT.replace(TAGGED, "The dam held all day."), True),
        (TEXT.replace(TAGGED, "Nothing."), True),
        (TEXT.replace(" People left.", ""), False),
        (TEXT.replace("\nThe end of it all.", ""), False),
        (TEXT.replace("\nHe came.", " He came."), False),
        ("The end of it all.\n" + TEXT.replace("\nThe end of it all.", ""), False),
    ],
)
def test_a_newer_text_takes_the_finished_mark_back_where_it_brings_work(
    project, article, newer, reopens
):
    before = state_of_article(project, article.id)
    assert planned(project, article, newer).reopens is reopens
    revised(project, article, newer)
    assert (not project.find_article(article.id).finished) is reopens
    assert project.check() == []
    project.undo()
    assert state_of_article(project, article.id) == before


def test_what_waited_when_it_was_finished_is_no_new_work(project, article):
    revised(project, article, TEXT.replace(TAGGED, "Nothing."))
    assert len(project.queries.unplaced_highlights(article.id)) == 1
    project.execute(FinishArticle(article.id, accept_unreviewed=True))
    now = project.queries.outline(article.id).revision.text
    assert not planned(project, article, now.replace("\nThe end of it all.", "")).reopens


def test_an_article_that_nobody_finished_is_not_reopened(project):
    article = added(project, TEXT)
    assert not planned(project, article, f"A new one.\n{TEXT}").reopens


@pytest.mark.parametrize("chosen", [True, False])
def test_a_copy_that_comes_in_tells_that_it_reopened_its_article(
    project, article, chosen, tmp_path
):
    copy = copy_of(TEXT.replace(TAGGED, "Nothing."), project, url="" if chosen else URL)
    batch = Batch()
    batch.put(tmp_path / "copy.txt", copy, None)
    command = TakeCopy(article.id, copy) if chosen else AddArticles(batch)
    copies = {}
    if chosen:
        batch.leave_out(0)
        copies = {0: article.id}
    changes = project.execute(command)
    (report,) = report_of(batch, changes, project.queries, copies=copies)
    batch.close()
    assert (report.status, report.id, report.ambiguous + report.lost) == ("revised", article.id, 1)
    assert report.reopened
