"""A revised text costs what its edits touch: rows of other paragraphs are shared, not written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.samples import TEXT, add_article, add_highlight, revision_of
from tests.store.test_statements import filled, statements_of

from annotator.core.editable_sentences import Hunk
from annotator.core.span import Span
from annotator.store import schema
from annotator.store.clock import new_id


def revised(store, article, text, *, hunks):
    with store.writing() as work:
        revision = replace(revision_of(text, article.id), id=new_id())
        kept = work.put_revised(revision, hunks=hunks)
        work.commit("Edit")
    return kept


IN_ORDER = schema.revision_paragraph.select().order_by(schema.revision_paragraph.c.ordinal)


def paragraph_keys(store):
    rows = store._database.connection.execute(IN_ORDER)
    store._database.connection.rollback()
    found = {}
    for row in rows:
        found.setdefault(row.revision_key, []).append(row.paragraph_key)
    return found


def test_paragraphs_outside_the_hunks_are_shared_in_order(store):
    article = add_article(store, "a\na\nb")
    kept = revised(store, article, "a\nb", hunks=[Hunk(range(1), range(0))])
    assert kept.number == 2
    assert paragraph_keys(store) == {1: [1, 2, 3], 2: [2, 3]}
    assert store.check() == []


def test_a_paragraph_that_came_back_as_it_was_is_shared_too(store):
    article = add_article(store, "a\nb")
    revised(store, article, "a\nx\nb", hunks=[Hunk(range(1), range(2))])
    assert paragraph_keys(store) == {1: [1, 2], 2: [1, 3, 2]}


def test_the_number_follows_the_newest_even_after_an_undo(store):
    article = add_article(store, "a")
    assert revised(store, article, "b", hunks=[Hunk(range(1), range(1))]).number == 2
    store.undo()
    assert revised(store, article, "c", hunks=[Hunk(range(1), range(1))]).number == 3


def test_what_stands_empty_in_a_paragraph_is_found_there(store):
    article = add_article(store, TEXT)
    highlight = add_highlight(store, article, (0, 3))
    with store.writing() as work:
        work.put(replace(highlight, spans=(Span(4, 4),)))
        work.commit("Lose")
    assert [one.id for one in store.placed_in(article.id, [range(1)])] == [highlight.id]
    assert store.placed_in(article.id, [range(1, 4)]) == []


@pytest.fixture
def cost(opener, project_path):
    def measure(count):
        store = opener(project_path)
        article = filled(store, count)
        text = store.revision(article.revision_id).text
        before = len(store._database.connection.exec_driver_sql("SELECT 1 FROM paragraph").all())
        store._database.connection.rollback()
        changed = text.replace("rained", "hailed", 1)
        statements = statements_of(
            store, lambda: revised(store, article, changed, hunks=[Hunk(range(1), range(1))])
        )
        after = len(store._database.connection.exec_driver_sql("SELECT 1 FROM paragraph").all())
        store._database.connection.rollback()
        store.close()
        return [one for one in statements if "revision_paragraph" not in one], after - before

    return measure


def test_a_letter_costs_the_same_statements_under_few_highlights_and_many(
    cost, project_path, template
):
    few, few_rows = cost(50)
    project_path.write_bytes(template.read_bytes())
    many, many_rows = cost(20_000)
    assert (few_rows, many_rows) == (1, 1)
    assert [one for one in many if one.startswith(("INSERT", "UPDATE", "DELETE"))] == [
        one for one in few if one.startswith(("INSERT", "UPDATE", "DELETE"))
    ]
    assert not [one for one in many if one.startswith(("UPDATE highlight", "DELETE FROM part"))]
