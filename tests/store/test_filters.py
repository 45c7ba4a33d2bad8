from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.found_samples import QUERIES, fill, fitting

from annotator.core.search_query import search_query


@pytest.fixture
def filled(store):
    fill(store)
    return store


def test_filters_find_what_reading_one_by_one_finds(filled):
    for query in QUERIES:
        listing = filled.highlight_listing(query)
        listing.build()
        found = {row.id for row in listing.rows(0, 100)}
        listing.close()
        assert found == fitting(filled, query), query


def test_a_search_of_filters_alone_lists_the_newest_first(filled):
    for query in QUERIES:
        if query and not search_query(query).terms and not search_query(query).without:
            hits = [hit for hit in filled.search(query) if hit.kind == "highlight"]
            assert {hit.highlight_id for hit in hits} == fitting(filled, query), query
            keys = [filled.highlight_by_id(hit.highlight_id).key for hit in hits]
            assert all(hit.rank == 0 for hit in hits)
            # Those with a claim record come in the order of the records.
            assert "has:" in query or "speaker:" in query or keys == sorted(keys, reverse=True)


def test_words_and_filters_hold_together(filled):
    hits = filled.search("rained label:concern")
    assert {hit.kind for hit in hits} == {"highlight"}
    assert {hit.highlight_id for hit in hits} == fitting(filled, "rained label:concern")
    kinds = {hit.kind for hit in filled.search("rained before:2024")}
    assert kinds == {"article", "highlight"}


def test_an_article_is_left_out_for_a_word_that_is_not_wanted(filled):
    assert {hit.title for hit in filled.search("rain -0")} == {"Rain 1", "Rain 2", "Rain 3"}
    assert filled.search("rain -nobody -ada") == []


@pytest.mark.parametrize("name", ["label", "reviewer", "speaker", "article"])
def test_a_name_that_there_is_not_is_told(filled, name):
    result = filled.find(f'-{name}:"no such thing" rain')
    (told,) = result.misunderstood
    assert (told.piece, told.trouble) == (f"-{name}:no such thing", "name")


def test_an_article_can_be_named_by_its_id(filled):
    article = filled.articles()[1].article
    assert {hit.article_id for hit in filled.search(f"article:{article.id}")} == {article.id}


def test_an_older_guideline_is_one_from_before_its_label_was_revised(filled):
    assert filled.search("is:older-guideline") == []
    (used, *_) = [label for label in filled.codebook().labels if filled.label_uses()[label.id]]
    meant = {"definition": "Said by an office.", "revised": filled.codebook().revision + 1}
    with filled.writing() as work:
        work.put(replace(used, **meant))
        work.commit("Describe")
    found = {hit.highlight_id for hit in filled.search("is:older-guideline")}
    assert found == {highlight.id for highlight in filled.outdated()}
    assert len(found) == filled.label_uses()[used.id]


def test_an_older_guideline_is_one_of_another_text(filled):
    with filled.writing() as work:
        work.put(replace(work.guideline, text="Mark whole sentences."))
        work.commit("Describe")
    found = {hit.highlight_id for hit in filled.search("is:older-guideline")}
    assert found == {highlight.id for highlight in filled.outdated()}
    assert len(found) == sum(filled.label_uses().values())
