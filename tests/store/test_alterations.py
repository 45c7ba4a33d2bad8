"""What is altered is told, or, where that is too much, that it is to be read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.samples import add_article, add_highlight, highlight_on

from annotator.core.records import Article
from annotator.store import alterations, outside


@pytest.fixture(autouse=True)
def little(monkeypatch):
    for module in (alterations, outside):
        monkeypatch.setattr(module, "MOST_TOLD", 3)


def tagged(store, article, number):
    fresh = [highlight_on(store, article, (at, at + 4)) for at in range(number)]
    with store.writing() as work:
        work.put(replace(article, title=f"With {number}"))
        work.add_highlights((one, None) for one in fresh)
        return work.commit("Import")


@pytest.mark.parametrize(("number", "told"), [(3, 4), (4, 1)])
def test_of_very_many_highlights_none_is_told_but_their_article_is(store, number, told):
    article = add_article(store)
    changes = tagged(store, article, number)
    for one in (changes, store.undo(), store.redo(), store.jump(1)):
        assert (one.reload, len(one.alterations)) == (number > 3, told)
        assert [pair for pair in one.of(Article) if None not in pair]
        assert [each.article_id for each in one.progress] == [article.id]


def test_what_is_put_after_very_many_is_still_handed_back_with_its_key(store):
    article = add_article(store)
    fresh = [highlight_on(store, article, (at, at + 4)) for at in range(6)]
    with store.writing() as work:
        stored = [work.put(one) for one in fresh]
        changes = work.commit("Tag")
    assert [one.key for one in stored] == [1, 2, 3, 4, 5, 6]
    assert (changes.reload, changes.alterations) == (True, ())
    assert store.check() == []


def test_very_many_changes_of_others_are_to_be_read(project_path, opener):
    ours, theirs = opener(project_path), opener(project_path)
    article = add_article(theirs)
    ours.outside_changes()
    tagged(theirs, article, 4)
    (changes,) = ours.outside_changes()
    assert (changes.reload, changes.alterations, changes.title) == (True, (), "Import")
    add_highlight(theirs, article, (0, 2))
    (changes,) = ours.outside_changes()
    assert (changes.reload, len(changes.alterations)) == (False, 1)
