from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from tests.store.samples import (
    CODEBOOK,
    LABELS,
    TEXT,
    add_article,
    add_highlight,
    highlight_on,
    mark_on,
    revision_of,
)
from tests.store.sent import sent

from annotator.core.errors import UsageError
from annotator.core.records import Article, ClaimRecord, Evidence, Highlight
from annotator.core.request_errors import NotFoundError, OutsideTextError
from annotator.core.sentences import BoundariesError
from annotator.core.span import Span
from annotator.service.changes import NOTHING
from annotator.store.clock import new_id, now


@pytest.fixture
def article(store):
    return add_article(store)


def put(store, *records, title="Put"):
    with store.writing() as work:
        stored = [work.put(record) for record in records]
        return stored, work.commit(title)


def test_an_article_and_its_revision_may_come_in_either_order(store):
    for first in (0, 1):
        text_ = f"{TEXT}{first}"
        article_id = new_id()
        revision = revision_of(text_, article_id)
        article = Article(article_id, "Rain", revision.id, now())
        records = (article, revision)
        _, changes = put(store, records[first], records[1 - first])
        assert {alteration.after for alteration in changes.alterations} == {article}
        assert store.content(article_id).revision == revision
        assert store.content(article_id).progress.sentences == 5
    assert store.check() == []


def test_a_record_that_is_named_and_never_put_is_not_found(store):
    with pytest.raises(NotFoundError, match="revision"):
        put(store, Article(new_id(), "Rain", new_id(), now()))
    assert store.articles() == []


def test_sentences_that_do_not_fit_the_text_are_refused(store):
    revision = replace(revision_of(TEXT, new_id()), sentence_ends=((1,),))
    with pytest.raises(BoundariesError), store.writing() as work:
        work.put(revision)


def test_a_highlight_comes_back_with_its_key(store, article):
    fresh = highlight_on(store, article, (0, 4), (43, 80))
    (stored,), changes = put(store, fresh)
    assert stored == replace(fresh, key=stored.key)
    assert stored.key > 0
    assert [(one.before, one.after) for one in changes.alterations] == [(None, stored)]
    assert store.highlight(stored.key) == store.highlight_by_id(stored.id.upper()) == stored


def test_a_span_across_paragraphs_is_one_row_for_each_and_one_span_again(store, article):
    stored = add_highlight(store, article, (12, 80))
    with store._database.reading() as connection:
        rows = connection.execute(text("SELECT start, length, continues FROM part")).all()
    assert rows == [(12, 29, 0), (0, 1, 1), (0, 35, 1), (0, 3, 1)]
    assert store.highlight(stored.key).spans == (Span(12, 80),)
    assert stored.quote == TEXT[12:80]


def test_a_span_beyond_the_text_is_refused_and_nothing_is_written(store, article):
    fresh = replace(highlight_on(store, article, (0, 4)), spans=(Span(0, len(TEXT) + 1),))
    with pytest.raises(OutsideTextError):
        put(store, fresh)
    assert store.stats().highlights == 0


def test_quotes_join_the_spans(store, article):
    with store.writing() as work:
        assert work.quote(article.id, (Span(0, 2), Span(3, 9))) == "It … rained"
        with pytest.raises(OutsideTextError):
            work.quote(article.id, (Span(0, 1000),))


def test_claim_records_are_shared_by_highlights(store, article):
    claim = ClaimRecord(new_id(), now(), now(), speaker="Ada", evidence=(Evidence(url="u"),))
    one, two = (
        replace(highlight_on(store, article, span), claim_id=claim.id) for span in ((0, 2), (3, 9))
    )
    put(store, claim, one, two)
    assert store.claim(claim.id) == claim
    assert {highlight.claim_id for highlight in store.highlights()} == {claim.id}


def test_what_is_fresh_is_kept_as_anything_else_without_being_looked_for(store, article):
    first, asked, fresh = (highlight_on(store, article, (0, 2)) for _ in range(3))
    put(store, first)
    with sent(store) as looked:
        put(store, asked)
    with sent(store) as spared, store.writing() as work:
        stored = work.put(fresh, fresh=True)
        work.commit("Put")
    assert len(spared) == len(looked) - 1
    assert stored in store.highlights()
    assert store.check() == []
    store.undo()
    store.redo()
    assert stored in store.highlights()


def test_a_claim_that_leaves_with_its_highlight_comes_back_with_it(store, article):
    claim = ClaimRecord(new_id(), now(), now(), note="“so”")
    (_, stored), _ = put(
        store, claim, replace(highlight_on(store, article, (0, 2)), claim_id=claim.id)
    )
    with store.writing() as work:
        work.remove(stored)
        work.remove(claim)
        changes = work.commit("Remove both")
    assert [one.before for one in changes.alterations] == [stored, claim]
    with pytest.raises(NotFoundError):
        store.claim(claim.id)
    store.undo()
    assert (store.claim(claim.id), list(store.highlights())) == (claim, [stored])
    assert store.check() == []


def test_labels_change_the_codebook_and_its_revision(store):
    child = replace(LABELS[0], id=new_id(), key="threat", position=9, parent_id=LABELS[1].id)
    put(store, child, replace(LABELS[2], archived=True))
    codebook = store.codebook()
    assert codebook.revision == 2
    assert codebook.label("threat") == child
    assert codebook.label("concern").archived
    store.undo()
    assert store.codebook() == replace(CODEBOOK, revision=3)


def test_what_is_put_as_it_is_writes_nothing(store, article):
    stored = add_highlight(store, article, (0, 4))
    before = store.path.read_bytes()
    again, changes = put(store, stored)
    assert (again, changes) == ([stored], NOTHING)
    assert store.path.read_bytes() == before


def test_what_comes_and_goes_in_one_unit_writes_nothing(store, article):
    fresh = highlight_on(store, article, (0, 4))
    with store.writing() as work:
        work.remove(work.put(fresh))
        assert work.commit("Nothing") == NOTHING
    assert store.undo_title() == "Add Rain"


def test_leaving_without_commit_rolls_everything_back(store, article):
    fresh = highlight_on(store, article, (0, 4))
    with store.writing() as work:
        work.put(fresh)
    assert list(store.highlights()) == []
    add_highlight(store, article, (0, 4))
    assert store.check() == []


def test_several_puts_of_one_record_are_one_alteration(store, article):
    stored = add_highlight(store, article, (0, 4))
    with store.writing() as work:
        work.put(replace(stored, label_id=LABELS[1].id))
        last = work.put(replace(stored, label_id=LABELS[2].id))
        changes = work.commit("Relabel twice")
    assert [(one.before, one.after) for one in changes.alterations] == [(stored, last)]
    store.undo()
    assert list(store.highlights()) == [stored]


def test_an_article_goes_to_the_trash_with_all_it_bears_and_comes_back(store, article):
    stored = add_highlight(store, article, (0, 4))
    with store.writing() as work:
        work.remove(article)
        changes = work.commit("Remove")
    assert [(one.before, one.after) for one in changes.alterations] == [(article, None)]
    assert (store.articles(), list(store.highlights())) == ([], [])
    assert store.stats().highlights == store.stats().by_label["official_claim"] == 0
    for ask in (store.content, store.article):
        with pytest.raises(NotFoundError):
            ask(article.id)
    with pytest.raises(NotFoundError):
        store.highlight(stored.key)
    assert store.article_with_text(revision_of(TEXT, article.id).text_sha256) is None
    store.undo()
    assert list(store.highlights()) == [stored]
    assert store.check() == []


@pytest.mark.parametrize("wrong", ["no uuid", "", "0190a1b2-0000-7000-8000-0000000000ff"])
def test_unknown_ids_are_not_found(store, wrong):
    for ask in (store.content, store.highlight_by_id, store.claim):
        with pytest.raises(NotFoundError):
            ask(wrong)
    with pytest.raises(NotFoundError):
        store.highlight(77)


def test_removing_what_is_not_there_is_not_found(store, article):
    stored = add_highlight(store, article, (0, 4))
    store.undo()
    with pytest.raises(NotFoundError), store.writing() as work:
        work.remove(stored)


def test_a_revision_never_changes_and_never_goes(store, article):
    revision = store.content(article.id).revision
    with store.writing() as work:
        assert work.put(revision) == revision
        with pytest.raises(ValueError, match="another content"):
            work.put(replace(revision, number=2))
        with pytest.raises(ValueError, match="never removed"):
            work.remove(revision)


def test_a_new_revision_shares_what_did_not_change_and_keeps_highlights_there(store, article):
    kept = add_highlight(store, article, (76, 80))
    lost = add_highlight(store, article, (0, 9))
    mark = mark_on(store, article, (42, 56))
    put(store, mark)
    revision = revision_of(TEXT.replace("It rained", "It poured all day"), article.id, number=2)
    _, changes = put(store, revision, replace(article, revision_id=revision.id))
    with store._database.reading() as connection:
        paragraphs = connection.execute(text("SELECT count(*) FROM paragraph")).scalar_one()
    assert paragraphs == 5
    (row,) = store.content(article.id).highlights
    assert (row.key, row.start, row.end) == (kept.key, 84, 88)
    assert store.highlight(kept.key).revision_id == revision.id
    assert store.highlight(lost.key) == lost
    assert changes.progress[0].reviewed == 2
    assert [one.id for one in store.highlights()] == [kept.id, lost.id]
    assert store.check() == []
    store.undo()
    assert store.content(article.id).progress.reviewed == 3
    assert store.check() == []


@pytest.fixture
def on(store, article):
    def ask(start, end, *, label=0, reviewer=store.reviewer.id):
        with store.writing() as work:
            label_id = store.codebook().labels[label].id
            span = Span(start, end)
            found = work.highlights_on(article.id, span, label_id=label_id, reviewer_id=reviewer)
            return [one.key for one in found]

    return ask


def test_highlights_are_found_by_just_their_span(store, article, on):
    keys = [
        add_highlight(store, article, *spans).key
        for spans in (((3, 9),), ((3, 9), (50, 60)), ((3, 80),), ((3, 9),), ((4, 4),))
    ]
    assert on(3, 9) == [keys[0], keys[3]]
    assert on(3, 80) == [keys[2]]
    assert on(3, 10) == on(50, 60) == on(4, 4) == on(3, 10_000) == []


def test_highlights_on_a_span_are_those_of_one_label_and_one_reviewer(store, article, on):
    add_highlight(store, article, (3, 9))
    assert on(3, 9, label=1) == []
    other = new_id()
    with store.writing(), pytest.raises(NotFoundError):
        store.highlights_on(article.id, Span(3, 9), label_id=LABELS[0].id, reviewer_id=other)


def test_marks_are_found_at_their_place(store, article):
    (stored,), _ = put(store, mark_on(store, article, (12, 80)))
    with store.writing() as work:
        assert work.marks_at(article.id, 41, 42) == [stored]
        assert work.marks_at(article.id, 0, 12) == []
    assert store.content(article.id).marks == [stored]


def test_an_empty_highlight_covers_no_sentence_and_keeps_its_quote(store, article):
    empty = replace(highlight_on(store, article, (5, 5)), quote="gone")
    (stored,), changes = put(store, empty)
    assert isinstance(stored, Highlight)
    assert stored.spans == (Span(5, 5),)
    assert changes.progress[0].reviewed == 0


def test_the_codebook_is_never_older_than_the_file(store, opener, project_path):
    renamed = replace(LABELS[0], name="Said by an office")
    other = opener(project_path)
    assert other.codebook().labels[0].name == LABELS[0].name
    with store.writing() as work:
        work.put(renamed)
        assert work.codebook.labels[0].name == renamed.name
    assert store.codebook().labels[0].name == LABELS[0].name  # it was never committed
    put(store, renamed)
    for reader in (store, other):
        assert reader.codebook().labels[0].name == renamed.name
    store.undo()
    for reader in (store, other):
        assert reader.codebook().labels[0].name == LABELS[0].name


@pytest.mark.parametrize(
    "spans", [(), ((8, 9), (0, 2)), ((0, 5), (3, 8))], ids=["none", "unsorted", "overlapping"]
)
def test_spans_that_do_not_follow_one_another_are_refused(store, spans):
    article = add_article(store)
    fresh = replace(highlight_on(store, article, (0, 2)), spans=tuple(Span(*one) for one in spans))
    with pytest.raises(UsageError), store.writing() as work:
        work.put(fresh)
    assert list(store.highlights()) == []
