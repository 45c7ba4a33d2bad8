"""What a project tells one who works without looking at what others did."""

from __future__ import annotations

import pytest

from annotator.bootstrap import open_project, reviewers
from annotator.core.finishing_errors import FinishedByOthersError, UnreviewedSentencesError
from annotator.core.records import Article, Evidence, Highlight
from annotator.core.request_errors import NotFoundError, WentOnMeanwhileError
from annotator.core.span import Span
from annotator.service import claim_commands as claims
from annotator.service import commands as does
from annotator.service import revision_commands as places
from annotator.service.blind import HIDDEN_TITLE
from annotator.service.commands import AddHighlight, ToggleReviewed
from annotator.service.finishing_commands import FinishArticle, ReopenArticle


@pytest.fixture
def grace(project, article_id):
    """The same file, opened by somebody else who works on this computer."""
    reviewers().add("Grace")
    opened = open_project(project.path, create=False)
    yield opened
    opened.close()


def tag(project, article_id, *place):
    label = project.queries.codebook().labels[0].key
    return project.execute(AddHighlight(article_id, (Span(*place),), label))


def test_what_comes_from_others_is_taken_in_unseen_and_is_there_once_one_finished(
    project, article_id, grace
):
    tag(project, article_id, 0, 5)
    project.set_blind(on=True)
    article = project.open_article(article_id)
    heard = []
    project.subscribe(heard.append)
    tag(grace, article_id, 6, 9)
    grace.execute(ToggleReviewed(article_id, (Span(0, 30),)))
    project.look_outside()
    assert [one for changes in heard for one in changes.of(Highlight)] == []
    assert (len(article.index), article.progress.highlights) == (1, 1)
    with pytest.raises(UnreviewedSentencesError) as raised:
        project.execute(FinishArticle(article_id))
    assert raised.value.count == article.progress.sentences - article.progress.reviewed
    assert project.hides(article_id)
    project.execute(FinishArticle(article_id, accept_unreviewed=True))
    assert not project.hides(article_id)
    assert (len(article.index), article.progress.highlights) == (2, 2)
    project.execute(ReopenArticle(article_id))
    assert len(article.index) == 2
    assert project.check() == []


def altering(highlight_id):
    """Every command that alters a highlight of that id."""
    other = Span(0, 4)
    return [
        does.RemoveHighlights((highlight_id,)),
        does.RelabelHighlight(highlight_id, "analyst_opinion"),
        does.MoveHighlight(highlight_id, (other,)),
        does.DescribeClaim(highlight_id, (("note", "zebra"),)),
        claims.SetCue(highlight_id, other),
        claims.SetEvidence(highlight_id, (Evidence(url="https://example.org"),)),
        claims.ShareClaim(highlight_id, highlight_id),
        claims.UnshareClaim(highlight_id),
        places.SettlePlace(highlight_id, (other,)),
        places.DropUnplaced((highlight_id,)),
    ]


@pytest.mark.parametrize("number", range(10))
def test_what_is_hidden_cannot_be_altered_by_its_id(project, article_id, grace, number):
    tag(grace, article_id, 6, 9)
    (hidden,) = grace.queries.highlights(article_id)
    project.look_outside()
    project.set_blind(on=True)
    with pytest.raises(NotFoundError):
        project.execute(altering(hidden.id)[number])
    assert list(grace.queries.highlights(article_id)) == [hidden]


def test_it_is_turned_on_and_off_under_an_open_article(project, article_id, grace):
    tag(grace, article_id, 6, 9)
    article = project.open_article(article_id)
    project.look_outside()
    for on, there in ((True, 0), (False, 1), (True, 0)):
        project.set_blind(on=on)
        assert (project.blind, len(article.index)) == (on, there)
    with project.reading_beside() as queries:
        assert list(queries.highlights()) == []
        assert len(list(queries.all_shared("highlight"))) == 1


def test_each_finishes_for_themselves_and_takes_back_no_more_than_that(project, article_id, grace):
    finish = FinishArticle(article_id, accept_unreviewed=True)
    grace.execute(finish)
    assert project.find_article(article_id).finished_by == grace.reviewer.id
    with pytest.raises(FinishedByOthersError):
        project.execute(ReopenArticle(article_id))
    project.execute(finish)
    assert project.find_article(article_id).finished_by == project.reviewer.id
    ((before, after),) = project.execute(ReopenArticle(article_id)).of(Article)
    assert (before.finished_by, after.finished_by) == (project.reviewer.id, grace.reviewer.id)
    assert [by for by, at in after.finishings if at] == [grace.reviewer.id]
    overview = grace.queries.overview()[0]
    assert overview.finishers == ("Grace",)
    assert (project.check(), grace.check()) == ([], [])


def test_what_came_in_between_an_undo_is_named_no_more_than_in_the_history(
    project, article_id, grace
):
    made = tag(project, article_id, 0, 5)
    project.set_blind(on=True)
    tag(grace, article_id, 6, 9)
    with pytest.raises(WentOnMeanwhileError) as raised:
        project.undo(after=made.sequence)
    assert raised.value.title == HIDDEN_TITLE
    assert project.undo().title == HIDDEN_TITLE
    assert project.undo().title == made.title
