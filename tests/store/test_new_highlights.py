"""New highlights added at once are what they would be, put one by one."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.store.samples import LABELS, TEXT, add_article, add_highlight, highlight_on, mark_on
from tests.store.sent import sent
from tests.store.test_new_articles import AT, fresh_id, new_article, opened, rows_of

from annotator.core.records import ClaimRecord, Highlight, Origin, Reviewer, quote_of
from annotator.core.request_errors import (
    EmptySpanError,
    NotFoundError,
    OutsideTextError,
    UnorderedSpansError,
)
from annotator.core.span import Span
from annotator.store import project_store, unit_of_work

GRACE = Reviewer("0190a1b2-0000-7000-8000-0000000000ab", "Grace")
TEXTS = ("It rained. Nobody came.\n\nThe dam held. 🙂", "One paragraph.", TEXT)
PLACES = st.lists(st.integers(0, 36), min_size=2, max_size=4, unique=True).map(sorted)
HIGHLIGHTS = st.lists(
    st.tuples(st.integers(0, 2), PLACES, st.integers(0, 2), st.sampled_from([None, None, 0, 1, 2])),
    max_size=9,
)


def made(article, places, *, label, claim):
    """Return a highlight, on at most two spans, with its claim record."""
    text = article.revision.text
    ends = [min(one, len(text)) for one in places[: len(places) // 2 * 2]]
    spans = tuple(Span(*ends[at : at + 2]) for at in range(0, len(ends), 2))
    highlight = Highlight(
        0, fresh_id(), article.article.id, article.revision.id, spans, LABELS[label].id, GRACE.id,
        quote_of(text, spans), 1, AT, AT, claim.id if claim else None,
        origin=Origin("brat", f"T{label}", "0f"),
    )  # fmt: skip
    return highlight, claim


def one_by_one(work, pairs):
    for highlight, claim in pairs:
        if claim is not None:
            work.put(claim)
        work.put(highlight)


def at_once(work, pairs):
    work.add_highlights(iter(pairs))


@contextmanager
def limited(limits):
    """Let so much count as much inside."""
    with pytest.MonkeyPatch.context() as patch:
        for name, limit in limits.items():
            patch.setattr(f"annotator.store.{name}", limit)
        yield


def imported(store, put, articles, pairs):
    """Import highlights onto articles, undo and redo; return all that is told."""
    with store.writing() as work:
        work.add_new(articles)
        work.put_reviewer(GRACE)
        put(work, pairs)
        changes = work.commit("Import")
    return changes, store.undo(), store.redo()


@pytest.mark.parametrize("kept", [10**6, 4], ids=["held in memory", "written as they come"])
def test_added_at_once_and_one_by_one_come_to_the_same(template, tmp_path, monkeypatch, kept):
    monkeypatch.setattr(unit_of_work, "_AT_ONCE", 3)
    monkeypatch.setattr(project_store, "MANY", 0)
    limits = {"change_items.MOST_KEPT": kept, "door.MOST_GRAVES": 1}
    with opened(template, tmp_path / "one") as one, opened(template, tmp_path / "all") as other:

        @settings(max_examples=share(10), deadline=None)
        @given(HIGHLIGHTS)
        def law(drawn):
            articles = [new_article(text, text[:3]) for text in TEXTS]
            claims = [ClaimRecord(fresh_id(), AT, AT, speaker=f"Ada {n % 2}") for n in range(3)]
            # The third comes now with this note, now with that.
            pairs = [
                made(
                    articles[at],
                    places,
                    label=label,
                    claim=replace(claims[claim], note="x" * (claim == 2 and number % 2))
                    if claim is not None
                    else None,
                )
                for number, (at, places, label, claim) in enumerate(drawn)
            ]
            told = imported(one, one_by_one, articles, pairs)
            with limited(limits):
                assert told == imported(other, at_once, articles, pairs)

        law()
        for store, limit in ((one, {}), (other, limits)):
            with limited(limit):
                store.jump(0)
                store.undo()
        assert rows_of(one) == rows_of(other)
        journals = [store._machine.journal.path.read_bytes() for store in (one, other)]
        assert journals[0] == journals[1]
        assert other.check() == []


def test_they_come_to_what_lies_there_already(store, monkeypatch):
    monkeypatch.setattr(unit_of_work, "_AT_ONCE", 2)
    article = add_article(store)
    add_highlight(store, article, (0, 3))
    with store.writing() as work:
        work.put(mark_on(store, article, (42, 50)))
        work.commit("Review")
    before = store.articles(), store.stats()
    fresh = [highlight_on(store, article, (at, at + 9)) for at in range(0, 60, 7)]

    def coming():
        for number, one in enumerate(fresh):
            if number == 5:
                # Whoever adds may write something else in between.
                work.put(highlight_on_again)
            yield one, None

    highlight_on_again = highlight_on(store, article, (70, 80))
    with store.writing() as work:
        work.add_highlights(coming())
        work.commit("Import")
    assert len(list(store.highlights())) == 11
    assert store.check() == []
    store.undo()
    assert (store.articles(), store.stats()) == before
    assert store.check() == []


def test_those_that_were_removed_come_out_of_their_graves(store):
    one = add_highlight(store, add_article(store), (0, 3))
    with store.writing() as work:
        work.remove(one)
        work.commit("Remove")
    for _ in range(2):
        with store.writing() as work:
            work.add_highlights([(one, None)])
            work.remove(one)
            work.add_highlights([(one, None)])
            work.commit("Import")
        assert store.check() == []
        store.undo()
        assert store.check() == []


def test_many_cost_no_statements_of_their_own(store):
    article, costs = add_article(store), []
    highlights = [highlight_on(store, article, (at % 70, at % 70 + 9)) for at in range(200)]
    claims = [ClaimRecord(fresh_id(), AT, AT) for _ in highlights]
    pairs = [
        (replace(one, claim_id=claim.id), claim)
        for one, claim in zip(highlights, claims, strict=True)
    ]
    for number in (2, 2, 200):
        with store.writing() as work, sent(store) as statements:
            work.add_highlights(pairs[:number])
        costs.append(len(statements))
    assert costs[1] == costs[2] > 0


def test_what_cannot_be_added_leaves_nothing(store):
    article = add_article(store)
    there = add_highlight(store, article, (0, 3))
    good = highlight_on(store, article, (4, 9))
    other = ClaimRecord(fresh_id(), AT, AT)
    for bad, claim, error in (
        (there, None, ValueError),
        (good, None, ValueError),
        (replace(good, id="x"), None, ValueError),
        (replace(good, id=fresh_id()), other, ValueError),
        (replace(good, id=fresh_id(), claim_id=other.id), None, NotFoundError),
        (replace(good, id=fresh_id(), article_id=fresh_id()), None, NotFoundError),
        (replace(good, id=fresh_id(), spans=()), None, EmptySpanError),
        (replace(good, id=fresh_id(), spans=(Span(0, 9999),)), None, OutsideTextError),
        (replace(good, id=fresh_id(), spans=(Span(4, 9), Span(0, 3))), None, UnorderedSpansError),
    ):
        with pytest.raises(error), store.writing() as work:
            work.add_highlights([(good, None), (bad, claim)])
    assert list(store.highlights()) == [there]
    assert store.check() == []


def test_a_reviewer_who_is_known_keeps_the_name_and_one_who_came_stays(store):
    article = add_article(store)
    fresh = replace(highlight_on(store, article, (0, 3)), reviewer_id=GRACE.id)
    with store.writing() as work:
        assert work.put_reviewer(replace(GRACE, id=GRACE.id.upper())) == GRACE
        assert work.put_reviewer(replace(GRACE, name="G.")) == GRACE
        assert work.put_reviewer(replace(store.reviewer, name="?")) == store.reviewer
        work.add_highlights([(fresh, None)])
        work.commit("Import")
    line = store._machine.journal.path.read_text("utf-8").splitlines()[-1]
    assert json.loads(line)["reviewers"] == [{"uuid": GRACE.id, "name": "Grace"}]
    store.undo()
    store.redo()
    assert [one.reviewer_id for one in store.highlights()] == [GRACE.id]
    assert store.reviewers() == [store.reviewer, GRACE]
    assert store.check() == []


def test_a_reviewer_goes_with_what_is_not_committed(store):
    with store.writing() as work:
        work.put_reviewer(GRACE)
    assert GRACE not in store.reviewers()
    fresh = replace(highlight_on(store, add_article(store), (0, 3)), reviewer_id=GRACE.id)
    with store.writing() as work, pytest.raises(NotFoundError):
        work.add_highlights([(fresh, None)])
    with store.writing() as work, pytest.raises(ValueError, match="no id"):
        work.put_reviewer(Reviewer("x", "X"))
