from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.samples import TEXT, add_article, add_highlight, revision_of
from tests.store.sent import sent

from annotator.core.editable_sentences import Hunk
from annotator.core.records import Candidate, Unplaced
from annotator.core.revision_errors import NoSuchRevisionError
from annotator.core.span import Span
from annotator.store.clock import new_id

WAITING = Unplaced("lost", "before", "after", (Candidate((Span(0, 2),), 0.5),))


def revise(store, article, text):
    hunk = Hunk(range(TEXT.count("\n") + 1), range(text.count("\n") + 1))
    with store.writing() as work:
        work.put_revised(replace(revision_of(text, article.id), id=new_id()), hunks=[hunk])
        work.commit("Revise")


def wait(store, highlight, unplaced=WAITING):
    with store.writing() as work:
        there = (Span(0, 0),)
        work.put(replace(highlight, spans=there, unplaced=unplaced))
        work.commit("Wait")


def test_revisions_are_listed_and_read_by_number(store):
    article = add_article(store)
    revise(store, article, TEXT + "\nMore.")
    assert [(one.number, one.current) for one in store.revisions(article.id)] == [
        (1, False),
        (2, True),
    ]
    assert store.revision_numbered(article.id, 1).text == TEXT
    assert store.article_with_revision(store.revisions(article.id)[0].text_sha256).id == article.id
    store.undo()
    assert [one.current for one in store.revisions(article.id)] == [True, False]
    with pytest.raises(NoSuchRevisionError):
        store.revision_numbered(article.id, 3)


def test_highlights_are_told_as_they_lay_in_a_revision(store):
    article = add_article(store)
    old = add_highlight(store, article, (0, 3))
    revise(store, article, "X" + TEXT)
    new = add_highlight(store, store.article(article.id), (4, 9))
    assert [one.spans for one in store.highlights_in(article.id, 1)] == [old.spans]
    assert new.id in {one.id for one in store.highlights_in(article.id, 2)}
    with store.writing() as work:
        work.remove(old)
        work.commit("Remove")
    assert [one.id for one in store.highlights_in(article.id, 1)] == [old.id]


def test_those_that_wait_are_found_counted_and_leave_with_the_trash(store):
    first, second = add_article(store), add_article(store, TEXT + "!")
    for article in (first, first, second):
        wait(store, add_highlight(store, article, (0, 3)))
    add_highlight(store, second, (0, 3))
    assert store.unplaced_counts() == {first.id: 2, second.id: 1}
    assert len(store.unplaced_highlights()) == store.stats().unplaced == 3
    assert len(store.unplaced_highlights(second.id)) == 1
    assert len(store.find("is:unplaced").hits) == 3
    with store.writing() as work:
        work.remove(store.article(first.id))
        work.commit("Remove")
    assert store.stats().unplaced == 1


def test_asking_for_them_reads_them_alone(store):
    article = add_article(store)
    add_highlight(store, article, (0, 3))
    with sent(store) as statements:
        store.unplaced_counts()
        store.unplaced_highlights()
    connection = store._database.connection
    asked = [one for one in statements if "unplaced <>" in one]
    assert len(asked) == 2
    for statement in asked:
        values = (None,) * statement.count("?")
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
        assert any("highlight_unplaced" in row[3] for row in rows)
    connection.rollback()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(WAITING, outcome="placed"), "neither"),
        (replace(WAITING, candidates=(Candidate((Span(0, 2),), 7.0),)), "score"),
    ],
)
def test_check_finds_what_cannot_be(store, wrong, said):
    wait(store, add_highlight(store, add_article(store), (0, 3)), wrong)
    assert any(said in finding.message for finding in store.check())


def test_check_finds_one_that_waits_and_has_a_place(store):
    highlight = add_highlight(store, add_article(store), (0, 3))
    with store.writing() as work:
        work.put(replace(highlight, unplaced=WAITING))
        work.commit("Wait")
    assert [one.message for one in store.check()] == ["It waits for a place and has one."]
