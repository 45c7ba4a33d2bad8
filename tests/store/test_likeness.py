from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest
from tests.store.samples import add_article

from annotator.core.likeness import text_shingles
from annotator.store import likeness


def report(seed, length=400):
    chosen = random.Random(seed)
    return " ".join(f"word{chosen.randrange(5000)}" for _ in range(length))


def changed(text, every):
    found = text.split()
    return " ".join("other" if n % every == 0 else word for n, word in enumerate(found, 1))


def test_a_copy_with_a_few_words_changed_is_found_and_another_report_is_not(store):
    article = add_article(store, report(1), "One")
    add_article(store, report(2), "Two")
    (found,) = store.resembling(text_shingles(changed(report(1), 60)))
    assert (found.article.id, 0.5 <= found.share < 1) == (article.id, True)
    assert store.resembling(text_shingles(changed(report(1), 3))) == []
    assert store.resembling(text_shingles(report(3))) == []


def test_the_most_alike_comes_first_and_what_is_in_the_trash_not_at_all(store):
    near = add_article(store, changed(report(1), 200), "Near")
    far = add_article(store, changed(report(1), 50), "Far")
    assert [one.article.id for one in store.resembling(text_shingles(report(1)))] == [
        near.id,
        far.id,
    ]
    with store.writing() as work:
        work.remove(near)
        work.commit("Remove")
    assert [one.article.id for one in store.resembling(text_shingles(report(1)))] == [far.id]
    store.undo()
    assert len(store.resembling(text_shingles(report(1)))) == 2
    assert store.check() == []


def test_what_many_articles_end_with_hides_no_copy(store, monkeypatch):
    monkeypatch.setattr(likeness, "MOST_LED_TO", 3)
    footer = report("footer", 60)
    kept = add_article(store, f"{report(0)}\n{footer}", "Kept")
    for number in range(1, 8):
        add_article(store, f"{report(number, 80)}\n{footer}", f"Other {number}")
    found = store.resembling(text_shingles(f"{changed(report(0), 80)}\n{footer}"))
    assert [one.article.id for one in found] == [kept.id]


@pytest.mark.parametrize("wanted", ["", "rain", "\n\n", "it rained all day"])
def test_a_short_text_is_like_nothing(store, wanted):
    add_article(store, wanted or "x", "Short")
    assert store.resembling(text_shingles(wanted)) == []


def test_a_lost_or_foreign_run_of_words_is_found_by_the_check(store):
    add_article(store, report(5), "Five")
    lose = "UPDATE shingle SET hash = 7 WHERE hash = (SELECT min(hash) FROM shingle)"
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(lose)
    assert ["Texts like it" in one.message for one in store.check()] == [True]
