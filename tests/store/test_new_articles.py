"""New articles added at once are what they would be, put one by one."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.samples import LABELS, profile_in, revision_of
from tests.store.sent import sent

from annotator.core.findable import findable
from annotator.core.records import Article, Highlight
from annotator.core.sentences import BoundariesError
from annotator.core.span import Span
from annotator.service.new_articles import NewArticle
from annotator.store import writer
from annotator.store.project_file import open_project

AT = "2026-01-02T03:04:05.678Z"
REPLICA = "0190a1b2-0000-7000-8000-00000000cafe"
# How SQLite keeps what is searched depends on the portions in which it is written.
INDEXES = ("paragraph_words", "title_words", "quote_words", "claim_words")
ARTICLES = st.lists(
    st.tuples(st.text("aÉ .\n北🙂", max_size=40), st.booleans()), min_size=1, max_size=4
)
_numbers = count(1)


def fresh_id():
    return f"0190a1b2-0000-7000-8000-{next(_numbers):012x}"


def new_article(text, title="Rain", *, found=True):
    article_id = fresh_id()
    revision = replace(revision_of(text, article_id), id=fresh_id(), created=AT)
    article = Article(article_id, title, revision.id, AT, authors=("Ada",), url="https://a.org/1")
    return NewArticle(article, revision, findable(text, revision.text_sha256) if found else None)


def one_by_one(work, articles):
    for one in articles:
        work.put(one.article)
        work.put(one.revision)


def at_once(work, articles):
    work.add_new(iter(articles))


def rows_of(store):
    driver = store._database.driver
    names = driver.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    kept = [name for (name,) in names if not name.startswith(INDEXES)]
    rows = {name: sorted(driver.execute(f'SELECT * FROM "{name}"'), key=repr) for name in kept}  # noqa: S608 - a test's own tables
    for name in INDEXES:
        driver.execute(f"CREATE VIRTUAL TABLE temp.kept USING fts5vocab(main, {name}, instance)")
        rows[name] = sorted(driver.execute("SELECT * FROM temp.kept"))
        driver.execute("DROP TABLE temp.kept")
    return rows


@contextmanager
def opened(template, folder):
    """Open a copy of the template on a machine where nothing is left to chance."""
    folder.mkdir()
    path = shutil.copy(template, folder / "facts.factproj")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "new_id", lambda: REPLICA)
        store = open_project(path, profile=profile_in(folder), now=lambda: AT)
        yield store
        store.close()


def highlight_on(store, new):
    article, revision = new.article, new.revision
    spans = (Span(0, len(revision.text)),)
    known = {"reviewer_id": store.reviewer.id, "created": AT, "modified": AT}
    return Highlight(
        0, "0190a1b2-0000-7000-8000-00000000beef", article.id, revision.id, spans,
        LABELS[0].id, quote=revision.text, codebook_revision=1, **known,
    )  # fmt: skip


def course_of(store, add, articles):
    """Add articles in two portions and tag one; undo, redo and go back: all that is told."""
    told = []
    for some in (articles[:1], articles[1:], []):
        with store.writing() as work:
            add(work, some)
            if some and some[0].revision.text:
                work.put(replace(highlight_on(store, some[0]), id=fresh_id_of(some[0])))
            told.append(work.commit("Add"))
    told += [store.undo(), store.redo(), store.jump(0), store.undo()]
    assert store.check() == []
    journal = store._machine.journal.path.read_bytes()
    return told, rows_of(store), journal


def fresh_id_of(new):
    return new.article.id.replace("0190a1b2", "0190a1b3")


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ARTICLES)
def test_added_at_once_and_one_by_one_come_to_the_same_and_go_the_same_way(
    template, tmp_path, texts
):
    articles = [new_article(text, text[:3], found=found) for text, found in texts]
    found = []
    for add in (one_by_one, at_once):
        with opened(template, tmp_path / f"{next(_numbers)}") as store:
            found.append(course_of(store, add, articles))
    assert found[0] == found[1]


def test_many_cost_no_statements_of_their_own(store):
    costs = []
    for number in (2, 2, 60):
        articles = [new_article(f"Report {one}.\nIt held.") for one in range(number)]
        with store.writing() as work, sent(store) as statements:
            assert work.texts_there([one.revision.text_sha256 for one in articles]) == set()
            at_once(work, articles)
            work.commit("Add")
        with sent(store) as undoing:
            store.undo()
        costs.append((len(statements), len(undoing)))
    # Reversing fifty and more takes another way, at a price that is the same for thousands.
    assert costs[1][0] == costs[2][0]
    assert costs[2][1] < 60


def test_what_is_known_of_another_text_is_computed_anew(store):
    stale = replace(new_article("The dam held."), findable=findable("It rained all day.", "00"))
    with store.writing() as work:
        at_once(work, [stale])
        work.commit("Add")
    assert store.check() == []


def test_texts_are_there_until_they_are_in_the_trash(store):
    new = new_article("The dam held.")
    digest = new.revision.text_sha256
    with store.writing() as work:
        at_once(work, [new])
        assert work.texts_there([digest, "00"]) == {digest}
        work.remove(work.article(new.article.id))
        assert work.texts_there([digest]) == set()


@pytest.mark.parametrize("ends", [((99,),), ((3,), (1,)), ()])
def test_sentences_that_do_not_fit_leave_nothing(store, ends):
    good, bad = new_article("One."), new_article("Two.")
    bad = replace(bad, revision=replace(bad.revision, sentence_ends=ends))
    with pytest.raises(BoundariesError), store.writing() as work:
        at_once(work, [good, bad])
    assert (store.articles(), store.check()) == ([], [])


def test_an_article_and_a_revision_of_another_are_refused(store):
    one, other = new_article("One."), new_article("Two.")
    with pytest.raises(ValueError, match="do not name each other"), store.writing() as work:
        at_once(work, [replace(one, revision=other.revision)])
