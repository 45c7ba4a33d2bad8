"""Many highlights put at once are what they would be, put one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.samples import TEXT, add_article, add_highlight, highlight_on, mark_on
from tests.store.sent import sent

from annotator.core.request_errors import NotFoundError, UnorderedSpansError
from annotator.core.span import Span


@pytest.fixture
def article(store):
    article = add_article(store)
    for start in range(0, len(TEXT) - 9, 3):
        add_highlight(store, article, (start, start + 9), label=1)
    with store.writing() as work:
        work.put(mark_on(store, article, (42, 50)))
        work.commit("Review")
    return article


def altered(store):
    """Some highlights with another label, a place of their own, or as they were."""
    label_id = store.codebook().labels[0].id
    for number, one in enumerate(store.highlights()):
        yield (
            replace(one, label_id=label_id, modified=one.created),
            replace(one, spans=(Span(42, 45), Span(47, 50)), quote="new"),
            one,
        )[number % 3]


def put_one_by_one(work, highlights):
    for one in highlights:
        work.put(one)


def put_all(work, highlights):
    work.put_all(iter(highlights))


def state_of(store, article):
    return list(store.highlights()), store.stats(), store.articles(), store.content(article.id)


def test_put_at_once_and_one_by_one_come_to_the_same_and_back(store, article):
    before, wanted = state_of(store, article), list(altered(store))
    states, told = [], []
    for put in (put_one_by_one, put_all):
        with store.writing() as work:
            put(work, wanted)
            changes = work.commit("Alter")
        told.append((changes.alterations, changes.progress))
        states.append(state_of(store, article))
        quotes = {one.message for one in store.check()}
        assert quotes == {"Its quote is not the text under it."}
        store.undo()
        assert state_of(store, article) == before
    assert states[0] == states[1] != before
    assert told[0] == told[1]


def test_put_at_once_they_cost_no_statements_of_their_own(store, article):
    highlights = list(store.highlights())
    label_id, costs = store.codebook().labels[0].id, []
    # What is left without a commit is forgotten, so that the first one is unlike the others.
    for number in (2, 2, len(highlights)):
        with store.writing() as work, sent(store) as statements:
            work.put_all(replace(one, label_id=label_id) for one in highlights[:number])
        costs.append(len(statements))
    assert costs[1] == costs[2] > 0


def test_what_is_not_there_cannot_be_replaced(store, article):
    fresh = highlight_on(store, article, (0, 9))
    with pytest.raises(NotFoundError), store.writing() as work:
        work.put_all([fresh])


def test_unordered_spans_are_refused_at_once_as_well(store, article):
    one = next(iter(store.highlights()))
    with pytest.raises(UnorderedSpansError), store.writing() as work:
        work.put_all([replace(one, spans=(Span(5, 9), Span(0, 3)))])


def test_highlights_are_named_in_the_order_asked_for_and_once(store, article):
    ids = [one.id for one in store.highlights()][::-1]
    with store.writing() as work:
        found = list(work.highlights_named([*ids, ids[0].upper()]))
    assert [one.id for one in found] == ids


@pytest.mark.parametrize("name", ["x", "0190a1b2-0000-7000-8000-0000000000ff"])
def test_a_highlight_that_is_not_there_is_not_found(store, article, name):
    with pytest.raises(NotFoundError), store.writing() as work:
        list(work.highlights_named([name]))


def test_a_highlight_in_the_trash_is_not_found(store, article):
    one = next(iter(store.highlights()))
    with store.writing() as work:
        work.remove(article)
        work.commit("Remove")
    with pytest.raises(NotFoundError), store.writing() as work:
        list(work.highlights_named([one.id]))
