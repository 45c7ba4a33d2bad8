"""What goes out, and what is asked of what comes in, told from the project file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.samples import TEXT, add_article, add_highlight, highlight_on
from tests.store.sent import sent
from tests.store.test_new_articles import AT, fresh_id

from annotator.core.records import ClaimRecord
from annotator.core.request_errors import NotFoundError
from annotator.store import exchange_answers


@pytest.fixture
def article(store, monkeypatch):
    """An article with overlapping highlights, every third of which shares a claim record."""
    monkeypatch.setattr(exchange_answers, "_AT_ONCE", 4)
    article = add_article(store)
    shared = ClaimRecord(fresh_id(), AT, AT, speaker="Ada", note="Ask again.")
    with store.writing() as work:
        work.put(shared)
        work.commit("Note")
    fresh = [
        highlight_on(store, article, (at % 50, at % 50 + 1 + at % 7), label=at % 3)
        for at in range(0, 90, 4)
    ]
    with store.writing() as work:
        work.add_highlights(
            (one, None) if number % 3 else (replace(one, claim_id=shared.id), shared)
            for number, one in enumerate(fresh)
        )
        work.commit("Import")
    return article


def test_what_is_sent_is_all_there_is_in_user_order_with_its_claim_records(store, article):
    found = list(store.sent_highlights(article.id))
    assert [one for one, _ in found] == list(store.highlights(article.id))
    for one, claim in found:
        assert claim == (store.claim(one.claim_id) if one.claim_id else None)
    assert [claim for _, claim in found].count(None) == 15


def test_what_is_sent_costs_no_statements_of_its_own(store, article, monkeypatch):
    costs = []
    for size in (100, 100, 2_000):
        monkeypatch.setattr(exchange_answers, "_AT_ONCE", size)
        with sent(store) as statements:
            list(store.sent_highlights(article.id))
        costs.append(len(statements))
    assert costs[0] == costs[1] == costs[2] < 12


def test_what_is_removed_meanwhile_is_left_out(store, article):
    going = store.sent_highlights(article.id)
    first, _ = next(going)
    last = list(store.highlights(article.id))[-1]
    with store.writing() as work:
        work.remove(last)
        work.commit("Remove")
    assert [first, *(one for one, _ in going)] == list(store.highlights(article.id))


@pytest.mark.parametrize(
    "query",
    ["", "label:concern", "has:note", "speaker:ada", "rained", "-rained", "label:concern ask"],
)
def test_what_matches_is_what_the_table_of_highlights_lists(store, article, query):
    listing = store.highlight_listing(query)
    listing.build()
    wanted = {row.key for row in listing.rows(0, 99)}
    listing.close()
    matching = store.matching_highlights(query)
    assert {one.key for one in store.highlights() if one.key in matching} == wanted
    assert len(matching) == len(wanted)
    found = store.sent_highlights(article.id, among=matching)
    assert [one.key for one, _ in found] == [
        one.key for one in store.highlights(article.id) if one.key in wanted
    ]


def test_what_was_not_understood_is_told_and_nothing_sent_of_what_does_not_match(store, article):
    matching = store.matching_highlights("label:nosuch")
    assert [one.piece for one in matching.misunderstood] == ["label:nosuch"]
    with sent(store) as statements:
        assert list(store.sent_highlights(article.id, among=matching)) == []
    assert len(statements) < 6


def test_nothing_is_sent_of_an_article_that_is_not_there(store, article):
    with store.writing() as work:
        work.remove(article)
        work.commit("Remove")
    for article_id in (article.id, fresh_id(), "x"):
        with pytest.raises(NotFoundError):
            list(store.sent_highlights(article_id))
    assert len(store.matching_highlights("")) == 0


def test_those_that_are_there_are_told_with_their_claim_records(store, article):
    there = list(store.sent_highlights(article.id))
    asked = [one.id.upper() for one, _ in there] + [fresh_id(), "x"]
    assert store.highlight_states(asked) == {one.id: (one, claim) for one, claim in there}
    with store.writing() as work:
        work.remove(article)
        assert (work.highlight_states(asked), len(work.removed_ids(asked))) == ({}, len(there))


def test_what_is_asked_of_the_same_ids_one_after_the_other_is_looked_up_once(store, article):
    ids = [one.id for one, _ in store.sent_highlights(article.id)]
    sent: list[str] = []
    store.removed_ids([])
    store._database.driver.set_trace_callback(sent.append)
    assert (store.removed_ids(ids), len(store.highlight_states(ids))) == (set(), len(ids))
    looked_up = [one for one in sent if "FROM highlight WHERE uuid IN" in one]
    assert len(looked_up) == 1


def test_only_what_somebody_removed_counts_as_removed(store):
    article = add_article(store)
    before = store.history(1)[0].sequence
    one, other = (add_highlight(store, article, (at, at + 3)) for at in (0, 5))
    ids = [one.id, other.id, fresh_id(), "x"]
    assert store.removed_ids(ids) == set()
    store.undo()
    assert store.removed_ids(ids) == set()
    with store.writing() as work:
        work.remove(one)
        work.commit("Remove")
    assert store.removed_ids(ids) == {one.id}
    store.undo()
    assert store.removed_ids(ids) == set()
    store.redo()
    assert store.removed_ids(ids) == {one.id}
    store.undo()
    store.jump(before)
    assert store.removed_ids(ids) == set()


def test_articles_are_found_by_their_texts_and_addresses(store):
    first, second, gone = (add_article(store, TEXT) for _ in range(3))
    other = add_article(store, "Other.")
    url = "https://example.org/é"
    with store.writing() as work:
        for one in (first, second, gone):
            work.put(replace(one, url=url))
        work.remove(work.article(gone.id))
        work.commit("Come from there")
        digest = work.revision(first.revision_id).text_sha256
        known = work.revision(other.revision_id).text_sha256
    asked = [digest, known, "00"]
    with store.writing() as work:
        assert work.articles_with_texts(asked) == {digest: first.id, known: other.id}
        assert work.article_ids_at([url, "", "x"]) == {url: [second.id, first.id]}
