from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.store.found_samples import QUERIES, fill
from tests.store.samples import LABELS, TEXT, add_article, highlight_on, revision_of

from annotator.core.finding_errors import SupersededError
from annotator.core.records import ClaimRecord, Highlight
from annotator.core.span import Span
from annotator.service.finding import SORTS, HighlightSort
from annotator.store import listing as listing_module
from annotator.store.clock import new_id, now

STEPS = ("tag", "remove", "relabel", "move", "claim", "retitle", "trash", "undo", "revise", "label")


@pytest.fixture
def filled(store):
    fill(store)
    return store


def fresh(store, query, sort):
    listing = store.highlight_listing(query, sort=sort)
    listing.build()
    rows = listing.rows(0, 1000)
    listing.close()
    return rows


def step(store, name, number):
    """Make one change and return what it altered."""
    articles = [summary.article for summary in store.articles()]
    article = articles[number % len(articles)]
    here = list(store.highlights(article.id))
    if name == "undo":
        return store.undo()
    with store.writing() as work:
        if name == "tag":
            work.put(_highlight(work, article, store.reviewer.id, number))
        elif name == "retitle":
            work.put(replace(article, title=f"{number % 7} rains", published=f"20{number % 30:02}"))
        elif name == "trash" and len(articles) > 2:
            work.remove(article)
        elif name == "label":
            label = store.codebook().labels[number % len(LABELS)]
            work.put(replace(label, position=number, name=f"rain {number}"))
        elif name == "revise":
            revision = revision_of(f"{number}\n{TEXT}", article.id, number=number + 2)
            work.put(revision)
            work.put(replace(article, revision_id=revision.id))
        elif here:
            _alter(work, name, here[number % len(here)], number)
        return work.commit(name)


def _alter(work, name, one, number):
    if name == "remove":
        work.remove(one)
    elif name == "relabel":
        work.put(replace(one, label_id=LABELS[number % 3].id, modified=now()))
    elif name == "move":
        work.put(replace(one, spans=(Span(number % 9, number % 9 + 4),), quote="moved rain"))
    elif one.claim_id is None:
        claim = ClaimRecord(new_id(), now(), now(), speaker="Ada B", verdict=f"v{number}")
        work.put(claim)
        work.put(replace(one, claim_id=claim.id))
    else:
        work.put(replace(work.claim(one.claim_id), speaker=f"Bo {number}", note="it rained"))


def _highlight(work, article, reviewer_id, number):
    span = Span(number % 20, number % 20 + 5)
    return replace(
        _blank(article, reviewer_id), spans=(span,), label_id=LABELS[number % 3].id,
        quote=work.quote(article.id, (span,)), created=now(), modified=now(),
    )  # fmt: skip


def _blank(article, reviewer_id):
    return Highlight(
        0, new_id(), article.id, article.revision_id, (Span(0, 1),), LABELS[0].id, reviewer_id,
        "", 1, now(), now(),
    )  # fmt: skip


@given(
    query=st.sampled_from(QUERIES),
    by=st.sampled_from(SORTS),
    descending=st.booleans(),
    steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 30)), max_size=6),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=share(2))
def test_an_open_listing_equals_a_fresh_one_after_every_change(store, query, by, descending, steps):
    if not store.articles():
        fill(store)
    sort = HighlightSort(by, descending)
    listing = store.highlight_listing(query, sort=sort)
    listing.build()
    shown = [row.id for row in listing.rows(0, 1000)]
    for name, number in steps:
        change = listing.take(step(store, name, number))
        if change.stale:
            listing.build()
        rows = listing.rows(0, 1000)
        assert rows == fresh(store, query, sort), (name, number)
        shown = replayed(shown, change, rows) if not change.stale else [row.id for row in rows]
        assert shown == [row.id for row in rows]
    listing.close()


def replayed(shown, change, rows):
    """Do to shown rows what a view would do that hears of a change."""
    shown = list(shown)
    assert list(change.removed) == sorted(change.removed, reverse=True)
    assert list(change.inserted) == sorted(change.inserted)
    for place in change.removed:
        del shown[place]
    for place in change.inserted:
        shown.insert(place, rows[place].id)
    return shown


@pytest.mark.parametrize("by", SORTS)
def test_pages_put_together_are_the_whole_in_either_direction(filled, by, monkeypatch):
    monkeypatch.setattr(listing_module, "_SLICE", 2)
    up = filled.highlight_listing(sort=HighlightSort(by))
    down = filled.highlight_listing(sort=HighlightSort(by, descending=True))
    counts = []
    up.build(counts.append)
    down.build()
    rows = up.rows(0, 100)
    assert [row for n in range(0, 12, 5) for row in up.rows(n, 5)] == rows
    assert down.rows(0, 100) == rows[::-1]
    assert [down.position(row.key) for row in rows] == list(range(11, -1, -1))
    assert counts == sorted(counts)
    assert counts[-1] == len(up) == 12
    up.close()
    down.close()


def test_rows_by_article_stand_as_in_the_text(filled):
    rows = fresh(filled, "", HighlightSort())
    titles = [row.article_title for row in rows]
    assert titles == sorted(titles)
    for summary in filled.articles():
        here = [row.id for row in rows if row.article_id == summary.article.id]
        spans = [filled.highlight_by_id(one).hull.start for one in here]
        assert spans == sorted(spans)


def test_a_row_tells_what_the_records_tell(filled):
    for row in fresh(filled, "has:claim", HighlightSort("created")):
        one = filled.highlight(row.key)
        claim = filled.claim(one.claim_id)
        assert (row.id, row.label_id, row.reviewer_id) == (one.id, one.label_id, one.reviewer_id)
        assert (row.speaker, row.verdict, row.has_note) == (
            claim.speaker, claim.verdict, bool(claim.note)
        )  # fmt: skip


def test_a_cancelled_listing_keeps_its_rows(filled):
    listing = filled.highlight_listing()
    listing.build()
    before = listing.rows(0, 100)
    with pytest.raises(SupersededError):
        listing.build(lambda _: listing.cancel())
    assert listing.rows(0, 100) == before
    assert not listing.take(step(filled, "retitle", 3)).stale


def test_a_change_that_a_cancelled_build_missed_asks_for_another(filled):
    listing = filled.highlight_listing()
    listing.build()

    def interfere(_count):
        listing.take(step(filled, "remove", 1))
        listing.cancel()

    with pytest.raises(SupersededError):
        listing.build(interfere)
    assert listing.take(step(filled, "remove", 2)).stale
    listing.build()
    assert listing.rows(0, 100) == fresh(filled, "", HighlightSort())
    listing.close()


def test_what_changes_while_a_listing_is_built_is_in_it(filled):
    listing = filled.highlight_listing(sort=HighlightSort("article"))
    article = filled.articles()[0].article
    done = []

    def change(_count):
        if not done:
            done.append(True)
            with filled.writing() as work:
                work.put(highlight_on_held(article, filled.reviewer.id))
                listing.take(work.commit("Tag"))

    listing.build(change)
    assert listing.rows(0, 100) == fresh(filled, "", HighlightSort("article"))
    assert len(listing) == 13
    listing.close()


def highlight_on_held(article, reviewer_id):
    return replace(_blank(article, reviewer_id), quote="I")


def test_many_at_once_ask_for_a_fresh_listing(filled):
    listing = filled.highlight_listing()
    listing.build()
    article = add_article(filled, "x " * 2000, "Many")
    some = [highlight_on(filled, article, (n, n + 1)) for n in range(1)]
    with filled.writing() as work:
        for n in range(600):
            work.put(replace(some[0], id=new_id(), spans=(Span(n, n + 1),)))
        changes = work.commit("Tag")
    assert listing.take(changes).stale
    listing.close()
