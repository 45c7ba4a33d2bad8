from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.samples import TEXT, add_article, add_highlight, highlight_on, revision_of

from annotator.core.records import ClaimRecord
from annotator.core.span import Span
from annotator.store.clock import new_id, now

CHINESE = "他在北京大学读书。\nThe harbor froze."


def put(store, *records):
    with store.writing() as work:
        for record in records:
            work.put(record)
        work.commit("Put")


def test_an_article_is_found_where_its_words_stand_in_several_paragraphs(store):
    article = add_article(store)
    (hit,) = store.search("stayed degrees")
    assert (hit.kind, hit.article_id, hit.highlight_id) == ("article", article.id, None)
    assert (hit.title, TEXT[hit.span.start : hit.span.end]) == ("Rain", "stayed")
    assert [hit.snippet[one.start : one.end] for one in hit.matches] == ["stayed"]
    assert store.search("stayed snow") == []


def test_an_article_is_found_by_a_word_of_its_title_and_one_of_its_text(store):
    add_article(store, title="Überschwemmung im Süden")
    (hit,) = store.search("uberschwemmung NOBODY")
    assert TEXT[hit.span.start : hit.span.end] == "Nobody"
    (hit,) = store.search("suden")
    assert (hit.span, hit.snippet) == (None, "Überschwemmung im Süden")
    assert hit.matches == (Span(18, 23),)


def test_places_count_code_points_of_the_whole_text(store):
    add_article(store, f"🙂 {TEXT}")
    (hit,) = store.search("end")
    assert f"🙂 {TEXT}"[hit.span.start : hit.span.end] == "end"


@pytest.mark.parametrize(
    "query", ["北京", "京大", "大学", "北京大学", "学", "读书", "書 froze", "“大学读”"]
)
def test_chinese_words_are_found(store, query):
    add_article(store, CHINESE)
    assert bool(store.search(query)) == (query != "書 froze")


def test_a_match_in_chinese_is_as_long_as_what_was_asked(store):
    add_article(store, CHINESE)
    for query in ("学", "大学", "京大学"):
        (hit,) = store.search(query)
        assert CHINESE[hit.span.start : hit.span.end] == query


def test_the_last_word_may_go_on_and_the_others_may_not(store):
    add_article(store)
    assert store.search("it stay")
    assert store.search("stay it") == []
    assert store.search('it "stay"') == []


def test_a_phrase_must_stand_as_it_is(store):
    add_article(store)
    assert store.search('"stayed inside"')
    assert store.search('"inside stayed"') == []


def test_highlights_are_found_by_their_quotes_and_in_the_trash_no_more(store):
    article = add_article(store)
    start = TEXT.index("Nobody")
    stored = add_highlight(store, article, (start, start + 13))
    hits = store.search("nobody")
    assert {(hit.kind, hit.highlight_id) for hit in hits} == {
        ("article", None), ("highlight", stored.id)
    }  # fmt: skip
    assert {hit.span for hit in hits} == {Span(start, start + 6), Span(start, start + 13)}
    with store.writing() as work:
        work.remove(article)
        work.commit("Remove")
    assert store.search("nobody") == []
    store.undo()
    assert store.search("nobody") == hits


def test_a_note_is_found_through_its_first_highlight(store):
    article = add_article(store)
    claim = ClaimRecord(new_id(), now(), now(), speaker="Ada Lovelace", note="Ask the harbor.")
    one, two = (
        replace(highlight_on(store, article, span), claim_id=claim.id) for span in ((3, 9), (0, 2))
    )
    put(store, claim, one, two)
    (hit,) = store.search("lovelace harb")
    assert (hit.kind, hit.article_id, hit.highlight_id) == ("note", article.id, one.id)
    assert (hit.snippet, hit.span) == ("Ada Lovelace · Ask the harbor.", Span(3, 9))
    put(store, replace(claim, note="Done."))
    assert store.search("harbor") == []
    assert store.search("done")


def test_a_new_revision_is_found_by_its_words_alone(store):
    article = add_article(store)
    stored = add_highlight(store, article, (0, 9))
    revision = revision_of(TEXT.replace("It rained", "It poured"), article.id, number=2)
    put(store, revision, replace(article, revision_id=revision.id))
    assert [hit.kind for hit in store.search("poured")] == ["article"]
    (hit,) = store.search("rained")
    assert (hit.highlight_id, hit.span) == (stored.id, None)
    store.undo()
    assert [hit.kind for hit in store.search("poured")] == []


def test_a_new_revision_indexes_only_paragraphs_that_are_new(store):
    article = add_article(store)
    asked = lambda: store._database.driver.execute("SELECT count(*) FROM paragraph_words_docsize")  # noqa: E731 - a name for short
    (before,) = asked().fetchone()
    revision = revision_of(TEXT.replace("The end", "No end"), article.id, number=2)
    put(store, revision, replace(article, revision_id=revision.id))
    assert asked().fetchone() == (before + 1,)


def test_better_hits_come_first_and_no_more_than_asked(store):
    for number in range(8):
        add_article(store, "rain " * (number + 1) + "and much else besides. " * 5, f"No {number}")
    ranks = [hit.rank for hit in store.search("rain")]
    assert all(one <= two for one, two in pairwise(ranks))
    assert store.search("rain")[0].title == "No 7"
    assert store.search("rain", limit=3) == store.search("rain")[:3]
    assert store.search("rain", limit=0) == store.search("rain", limit=-1) == []


@pytest.mark.parametrize(
    "query",
    [
        "", " ", '"', '""', '"moon', "a AND", "NOT", "*", "a*", "col:x", "words:x", "(", "-x", "^a",
        "a NEAR b", "NEAR(a b)", "x + y", "{a b}: c", "'; DROP TABLE article", "\0", "\ud800",
        "a\ud800b", "🙂", "ﷺ", "\u0301", "\ufdfa" * 300, "x" * 100_000, "x " * 100_000,
        '"' * 1001, "北" * 10_000, "%_\\", ":term_1", "{number}", "?",
    ],
)  # fmt: skip
def test_no_query_raises(store, query):
    add_article(store)
    assert isinstance(store.search(query), list)


@given(query=st.text() | st.text(st.sampled_from('ab "*^-+(){}:\0北京AND')))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_searched(store, query):
    if not store.articles():
        add_highlight(store, add_article(store, f"{TEXT} ab 北京"), (0, 9))
    ranks = [hit.rank for hit in store.search(query)]
    assert ranks == sorted(ranks)
