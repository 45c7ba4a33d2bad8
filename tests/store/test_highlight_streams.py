from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.store.found_samples import QUERIES, fill, fitting
from tests.store.samples import LABELS, TEXT, add_article, highlight_on

from annotator.core.search_query import search_query
from annotator.store import highlight_streams
from annotator.store.asking import Asking
from annotator.store.highlight_streams import HighlightStreams
from annotator.store.patience import Patience

FILTERS = tuple(
    query
    for query in QUERIES
    if query and not search_query(query).terms and not search_query(query).without
)


@pytest.fixture
def filled(store):
    fill(store)
    return store


def keys_of(store, query, *, newest_first=True):
    outlook = store.finder()._outlook
    with outlook.reading(Patience()) as shelf:
        asking = Asking(shelf.lookup.connection, search_query(query), 100, Patience())
        streams = HighlightStreams(asking, newest_first=newest_first)
        found = [row.highlight for row in streams.rows()]
    outlook.close()
    return found


def renew_guideline(store):
    """Give the first label another meaning, and tag under it."""
    codebook = store.codebook()
    label, revision = codebook.label_by_id(LABELS[0].id), codebook.revision + 1
    with store.writing() as work:
        work.put(replace(label, definition=f"{label.definition}!", revised=revision))
        work.commit("Define")
    article = add_article(store, f"{TEXT} {revision}", "Later")
    for place in ((0, 9), (3, 9)):
        one = highlight_on(store, article, place)
        with store.writing() as work:
            work.put(replace(one, codebook_revision=work.codebook.revision))
            work.commit("Tag")


@pytest.mark.parametrize("narrow", [0, 5, 20_000])
def test_the_way_to_highlights_does_not_alter_which_are_found(filled, monkeypatch, narrow):
    monkeypatch.setattr(highlight_streams, "NARROW", narrow)
    monkeypatch.setattr(highlight_streams, "_FIRST_BATCH", 2)
    for query in FILTERS:
        expected = {filled.highlight_by_id(one).key for one in fitting(filled, query)}
        for newest_first in (True, False):
            assert set(keys_of(filled, query, newest_first=newest_first)) == expected, query


def test_the_newest_of_several_labels_and_guidelines_come_first(filled, monkeypatch):
    monkeypatch.setattr(highlight_streams, "NARROW", 0)
    renew_guideline(filled)
    renew_guideline(filled)
    query = "label:official_claim label:concern"
    keys = keys_of(filled, query)
    assert len(keys) == len(fitting(filled, query)) > 4
    assert all(one > following for one, following in pairwise(keys))
    assert keys_of(filled, query, newest_first=False) == keys[::-1]
    older = keys_of(filled, "is:older-guideline")
    monkeypatch.undo()
    assert keys_of(filled, "is:older-guideline") == older
    # All but the two that were made last.
    assert older == keys_of(filled, "label:official_claim")[2:]


def test_a_highlight_in_an_article_without_date_has_its_own(store):
    one = highlight_on(store, add_article(store), (3, 9))
    with store.writing() as work:
        work.put(replace(one, created="2099-01-01T00:00:00.000Z"))
        work.commit("Tag")
    (hit,) = store.search("after:2098")
    assert hit.kind == "highlight"


def test_in_haste_the_oldest_are_told_where_no_new_one_fits(filled, monkeypatch):
    rows = HighlightStreams.rows

    def interrupted(self):
        if self._newest_first:
            self._asking.patience.spent = True
            return iter(())
        return rows(self)

    monkeypatch.setattr(HighlightStreams, "rows", interrupted)
    result = filled.find("reviewer:ada before:2024")
    assert not result.complete
    found = [hit.highlight_id for hit in result.hits]
    assert set(found) == fitting(filled, "reviewer:ada before:2024")
    assert found == sorted(found)
