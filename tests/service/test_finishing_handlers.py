from __future__ import annotations

from dataclasses import replace

import pytest
from tests.service.dam_text import add_text, span_of

from annotator.core.errors import Kind
from annotator.core.finishing_errors import UnreviewedSentencesError
from annotator.core.records import Article
from annotator.core.span import Span
from annotator.service.commands import AddHighlight, RemoveArticle, Together, ToggleReviewed
from annotator.service.finishing_commands import FinishArticle, ReopenArticle

WHOLE = Span(0, 160)


def finished(project, article_id):
    (found,) = [one.article for one in project.queries.articles() if one.article.id == article_id]
    return found.finished, found.finished_by


def test_an_article_with_unreviewed_sentences_is_not_finished_unasked(project, article_id):
    with pytest.raises(UnreviewedSentencesError) as raised:
        project.execute(FinishArticle(article_id))
    assert (raised.value.count, raised.value.kind) == (6, Kind.ANSWER)
    project.execute(ToggleReviewed(article_id, (span_of("Engineers left."),)))
    with pytest.raises(UnreviewedSentencesError, match="5 sentences are not"):
        project.execute(FinishArticle(article_id))
    changes = project.execute(FinishArticle(article_id, accept_unreviewed=True))
    ((_, after),) = changes.of(Article)
    assert finished(project, article_id) == (after.finished, project.reviewer.id)
    assert project.queries.history(1)[0].title == "Finish “A dam”"


def test_what_is_reviewed_in_the_same_step_counts(project, article_id):
    steps = (ToggleReviewed(article_id, (WHOLE,)), FinishArticle(article_id))
    project.execute(Together("Finish", steps))
    assert finished(project, article_id)[0]
    project.undo()
    assert finished(project, article_id) == ("", None)


def test_finishing_twice_keeps_when_and_reopening_takes_it_back(project, article_id):
    project.execute(FinishArticle(article_id, accept_unreviewed=True))
    before = finished(project, article_id)
    project.execute(FinishArticle(article_id, accept_unreviewed=True))
    assert finished(project, article_id) == before
    project.execute(ReopenArticle(article_id))
    assert finished(project, article_id) == ("", None)
    project.undo()
    assert finished(project, article_id) == before
    assert project.check() == []


DATES = {"a": ("2026-03-01", "zeit"), "b": ("", "Agency"), "c": ("2026-01-01", ""),
         "d": ("2026-03-01", "Zeit")}  # fmt: skip


@pytest.fixture
def queue(project):
    """The ids of four articles by name, in the order in which they were added."""
    ids = {}
    for number, (name, (published, publisher)) in enumerate(DATES.items()):
        ids[name] = add_text(project, f"Sentence {number}. Another.", name)
        (found,) = (
            one.article for one in project.queries.articles() if one.article.id == ids[name]
        )
        with project._store.writing() as work:
            work.put(replace(found, published=published, publisher=publisher))
            work.commit("Describe")
    return ids


@pytest.mark.parametrize(
    ("order", "expected"), [("added", "abcd"), ("date", "cadb"), ("publisher", "badc")]
)
def test_the_queue_has_an_order(project, queue, order, expected):
    names = {article_id: name for name, article_id in queue.items()}
    assert "".join(names[one] for one in project.queries.queue(order)) == expected
    project.execute(FinishArticle(queue["a"], accept_unreviewed=True))
    left = expected.replace("a", "")
    assert "".join(names[one] for one in project.queries.queue(order)) == left
    # After the one just finished comes the one that followed it, and after the last the first.
    following = (expected + left)[expected.index("a") + 1 :].replace("a", "")[0]
    assert project.queries.next_unfinished(queue["a"], order=order).id == queue[following]
    last = queue[left[-1]]
    assert project.queries.next_unfinished(last, order=order).id == queue[left[0]]
    assert project.queries.next_unfinished(order=order).id == queue[left[0]]


def test_a_random_queue_is_the_same_for_a_seed_and_differs_between_seeds(project, queue):
    orders = {tuple(project.queries.queue("random", seed=str(seed))) for seed in range(20)}
    assert len(orders) > 5
    assert all(set(order) == set(queue.values()) for order in orders)
    before = project.queries.queue("random", seed="x")
    project.execute(RemoveArticle(queue["b"]))
    assert project.queries.queue("random", seed="x") == [one for one in before if one != queue["b"]]


def test_nothing_is_next_where_all_is_finished(project, article_id):
    assert project.queries.next_unfinished(article_id) is None
    project.execute(FinishArticle(article_id, accept_unreviewed=True))
    assert project.queries.next_unfinished() is None
    assert project.queries.queue() == []


def test_the_overview_tells_what_is_left(project, article_id):
    other = add_text(project, "Nobody came.", "Empty")
    project.execute(AddHighlight(article_id, (span_of("Engineers left."),), "analyst_opinion"))
    project.execute(FinishArticle(other, accept_unreviewed=True))
    dam, empty = project.queries.overview()
    assert (dam.article_id, dam.title, dam.finished) == (article_id, "A dam", "")
    assert (dam.sentences, dam.reviewed, dam.unreviewed) == (6, 1, 5)
    assert (dam.highlights, dam.by_label) == (1, {"analyst_opinion": 1})
    assert (empty.by_label, bool(empty.finished)) == ({}, True)
    project.execute(RemoveArticle(other))
    assert [one.title for one in project.queries.overview()] == ["A dam"]
