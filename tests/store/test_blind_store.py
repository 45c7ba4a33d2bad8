"""What a reviewer who works without looking at others is told is the same with and without them."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.store.samples import LABELS, TEXT, add_article, add_highlight, mark_on, profile_in

from annotator.core.finishings import finished_for
from annotator.core.records import ClaimRecord, Reviewer
from annotator.core.request_errors import NotFoundError
from annotator.core.span import Span
from annotator.service.blind import HIDDEN_TITLE
from annotator.service.finding import HighlightSort
from annotator.store.clock import new_id

AT = "2026-01-02T03:04:05.678Z"
GRACE = Reviewer("0190a1b2-0000-7000-8000-0000000000ab", "Grace")
PLACES = st.tuples(st.integers(0, 20), st.integers(1, 20)).map(lambda one: (one[0], sum(one)))
WORK = st.lists(
    st.tuples(
        st.sampled_from(["tag", "mark", "note", "share", "cue", "remove"]),
        st.integers(0, 2),
        PLACES,
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=6,
)
SEARCHES = ("", "rain", "speaker:Bo", "has:note", "is:unplaced", "label:claim", "zebra")


def finish(store, article, at=AT):
    with store.writing() as work:
        work.put(finished_for(work.article(article.id), store.reviewer.id, at))
        work.commit("Finish")


def do(store, articles, step):
    """Tag, mark or note something under the name of whoever works in a store."""
    what, number, place, label = step
    article = articles[number]
    if what == "mark":
        with store.writing() as work:
            mark = replace(mark_on(store, article, place), reviewer_id=store.reviewer.id)
            work.put(mark)
            work.commit("Mark")
        return
    own = [one for one in store.highlights(article.id) if one.reviewer_id == store.reviewer.id]
    if what == "remove" and own:
        with store.writing() as work:
            work.remove(own[0])
            work.commit("Remove")
        return
    made = tagged(store, article, place, label)
    if what in ("note", "share", "cue"):
        claim = ClaimRecord(new_id(), AT, AT, speaker="Bo Zebra", note="zebra")
        with store.writing() as work:
            work.put(claim)
            work.put(replace(made, claim_id=claim.id, cue=Span(0, 3) if what == "cue" else None))
            if what == "share":
                work.put(replace(tagged_in(work, made), claim_id=claim.id))
            work.commit("Note zebra")


def tagged(store, article, place, label):
    made = add_highlight(store, article, place, label=label)
    with store.writing() as work:
        return next(one for one in [work.highlight(made.id)])


def tagged_in(work, made):
    quote = work.quote(made.article_id, (Span(1, 4),))
    return work.put(replace(made, id=new_id(), spans=(Span(1, 4),), quote=quote))


def listed(blind, text, by):
    with closing(blind.highlight_listing(text, sort=HighlightSort(by=by))) as listing:
        listing.build()
        return listing.rows(0, 100), listing.misunderstood


def found(blind, text):
    with closing(blind.finder()) as finder:
        return finder.ask(text).run()


def everything(blind, articles):
    """Return the answers to all that can be asked, but for the history's."""
    told = {
        "articles": blind.articles(),
        "overview": blind.overview(),
        "stats": blind.stats(),
        "highlights": list(blind.highlights()),
        "queue": blind.queue(),
        "uses": blind.label_uses(),
        "speakers": blind.speakers(),
        "outdated": (list(blind.outdated()), blind.outdated_counts()),
        "unplaced": (blind.unplaced_highlights(), dict(blind.unplaced_counts())),
        "found": [found(blind, text) for text in SEARCHES],
        "listed": [listed(blind, text, by) for text in SEARCHES for by in ("article", "label")],
        "conflicts": list(blind.open_conflicts()),
    }
    for one in LABELS:
        told[one.id] = (list(blind.labelled(one.id)), blind.was_used(one.id))
    for one in articles:
        revision = blind.content(one.id).revision
        told[one.id] = (
            blind.content(one.id),
            blind.outline(one.id),
            blind.placed_near(revision, range(9)),
            blind.placed_behind(revision, (0, 0), 100),
            blind.changed_highlights(one.id),
            blind.noted_highlights(one.id),
            blind.highlights_in(one.id, 1),
            blind.revisions(one.id),
            replace(blind.bearing(one.id), sequence=0),
            list(blind.sent_highlights(one.id)),
        )
    return told


@pytest.fixture
def begun(template, tmp_path, opener):
    """A project in which Ada worked on three articles and finished the last one."""
    path = shutil.copy(template, tmp_path / "begun.factproj")
    ada = opener(path)
    articles = [add_article(ada, f"{name}. {TEXT}", name) for name in ("One", "Two", "Three")]
    for number, step in enumerate(("tag", "note", "mark", "cue")):
        do(ada, articles, (step, number % 3, (number, number + 7), 0))
    finish(ada, articles[2])
    ada.close()
    return path, articles


def test_nothing_that_is_told_depends_on_what_others_did(begun, tmp_path, opener):
    path, articles = begun
    alone = opener(path)
    expected = everything(alone.blind(), articles[:2])

    @settings(max_examples=share(20), deadline=None, phases=[Phase.explicit, Phase.generate])
    @given(WORK)
    def law(steps):
        other = shutil.copy(path, tmp_path / f"{new_id()}.factproj")
        grace = opener(other, profile=profile_in(tmp_path, GRACE))
        for what, number, place, label in steps:
            do(grace, articles, (what, number % 2, place, label))
        grace.close()
        with closing(opener(other)) as ada, closing(ada.blind()) as blind:
            told = everything(blind, articles[:2])
            assert [name for name in told if told[name] != expected[name]] == []
            hers = [one for one in ada.highlights() if one.reviewer_id == GRACE.id]
            for one in hers:
                assert not blind.shows(one)
                with pytest.raises(NotFoundError):
                    blind.highlight(one.key)
                with pytest.raises(NotFoundError):
                    blind.highlight_by_id(one.id)
            titles = [entry.title for entry in blind.history() if entry.reviewer == "Grace"]
            assert set(titles) <= {HIDDEN_TITLE}
            assert blind.undo_title() == HIDDEN_TITLE
            assert ada.check() == []

    law()


def test_finishing_shows_it_all_and_reopening_hides_nothing_again(begun, tmp_path, opener):
    path, articles = begun
    grace = opener(path, profile=profile_in(tmp_path, GRACE))
    do(grace, articles, ("note", 0, (3, 8), 1))
    do(grace, articles, ("mark", 0, (30, 40), 1))
    ada = opener(path)
    with closing(ada.blind()) as blind:
        assert blind.hides(articles[0].id)
        assert everything(blind, articles) != everything(ada, articles)
        for at in (AT, ""):
            finish(ada, articles[0], at)
            assert not blind.hides(articles[0].id)
            assert (
                blind.content(articles[0].id).highlights == ada.content(articles[0].id).highlights
            )
            assert blind.stats() == ada.stats()
            assert blind.speakers() == ada.speakers()


def test_others_who_finished_an_article_leave_it_to_be_done(begun, tmp_path, opener):
    path, articles = begun
    grace = opener(path, profile=profile_in(tmp_path, GRACE))
    finish(grace, articles[0])
    ada = opener(path)
    with closing(ada.blind()) as blind:
        assert articles[0].id in blind.queue()
        assert articles[0].id not in ada.queue()
        assert [bool(one.article.finished) for one in ada.articles()] == [True, False, True]
        assert [bool(one.article.finished) for one in blind.articles()] == [False, False, True]
        assert blind.article(articles[0].id).finishings == ((GRACE.id, AT),)


def test_what_travels_is_told_whole(begun, tmp_path, opener):
    path, articles = begun
    grace = opener(path, profile=profile_in(tmp_path, GRACE))
    do(grace, articles, ("note", 0, (3, 8), 1))
    ada = opener(path)
    with closing(ada.blind()) as blind:
        for kind in ("highlight", "mark", "claim", "article"):
            assert list(blind.all_shared(kind)) == list(ada.all_shared(kind))
        hers = next(one for one in ada.highlights() if one.reviewer_id == GRACE.id)
        assert blind.highlight_states([hers.id]) == ada.highlight_states([hers.id])
        assert list(blind.shared_in(articles[0].id)) == list(ada.shared_in(articles[0].id))
        assert blind.authors() == ada.authors()
