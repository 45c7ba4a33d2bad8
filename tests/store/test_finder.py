from __future__ import annotations

import threading

import pytest
from tests.store.found_samples import QUERIES, fill
from tests.store.samples import TEXT, add_article, add_highlight

from annotator.core.finding_errors import SupersededError
from annotator.store import asking, search


@pytest.fixture
def filled(store):
    fill(store)
    return store


@pytest.fixture
def finder(filled):
    finder = filled.finder()
    yield finder
    finder.close()


def test_a_finder_finds_what_the_project_finds(filled, finder):
    for query in QUERIES:
        assert finder.ask(query).run() == filled.find(query), query


def test_where_too_many_have_a_word_the_same_is_found_unranked(filled, finder, monkeypatch):
    ranked = {query: set(_keys(finder.ask(query).run(seconds=60))) for query in QUERIES}
    monkeypatch.setattr(asking, "MOST_RANKED", 1)
    monkeypatch.setattr(asking, "MOST_BEGUN", 1)
    monkeypatch.setattr("annotator.store.article_candidates.MOST_RANKED", 1)
    for query in QUERIES:
        result = finder.ask(query).run()
        assert set(_keys(result)) == ranked[query], query
        assert result.complete


def test_fewer_than_there_are_say_that_better_ones_may_be_left_out(finder, monkeypatch):
    monkeypatch.setattr(asking, "MOST_RANKED", 1)
    assert not finder.ask("it", limit=2).run().complete
    assert finder.ask("label:concern", limit=2).run().complete


def _keys(result):
    return [(hit.kind, hit.article_id, hit.highlight_id) for hit in result.hits]


def test_a_newer_search_ends_the_older_ones(finder):
    first, second = finder.ask("rain"), finder.ask("it")
    with pytest.raises(SupersededError):
        first.run()
    assert second.run().hits
    finder.cancel()
    with pytest.raises(SupersededError):
        second.run()


def test_a_running_search_is_ended_from_another_thread(finder, monkeypatch):
    begun, asked = threading.Event(), threading.Event()
    raised = []

    class Slow(search.Search):
        def result(self):
            begun.set()
            asked.wait(10)
            return super().result()

    def work(inquiry):
        try:
            inquiry.run()
        except SupersededError as error:
            raised.append(error)

    monkeypatch.setattr("annotator.store.finder.Search", Slow)
    worker = threading.Thread(target=work, args=[finder.ask("rain")])
    worker.start()
    assert begun.wait(10)
    finder.ask("it")
    asked.set()
    worker.join(10)
    assert len(raised) == 1


def test_without_time_a_search_tells_that_it_is_not_complete(finder):
    result = finder.ask("rain").run(seconds=0)
    assert not result.complete
    assert finder.ask("rain").run().complete


def test_a_change_ends_a_search_with_what_it_has(filled, finder, monkeypatch):
    results = []

    class Hurried(search.Search):
        def result(self):
            finder.make_way()
            return super().result()

    monkeypatch.setattr("annotator.store.finder.Search", Hurried)
    results.append(finder.ask("rain").run())
    assert not results[0].complete
    monkeypatch.undo()
    article = add_article(filled, f"{TEXT} More.", "More")
    add_highlight(filled, article, (0, 9))
    assert any(hit.title == "More" for hit in finder.ask("more").run().hits)


def test_a_closed_finder_finds_nothing_more(finder):
    inquiry = finder.ask("rain")
    finder.close()
    with pytest.raises(SupersededError):
        inquiry.run()
