"""A change whose items go into the file as they come is the one whose items are held."""

from __future__ import annotations

import errno

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import share
from tests.store.samples import LABELS, add_article, highlight_on
from tests.store.test_new_articles import AT, fresh_id, new_article, opened, rows_of
from tests.store.test_new_highlights import limited

from annotator.core.records import ClaimRecord, Highlight
from annotator.core.span import Span
from annotator.store import spool

LITTLE = {"change_items.MOST_KEPT": 2, "door.MOST_GRAVES": 1, "search_index.MOST_COLLECTED": 1}
ACTS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["put", "claim", "remove"]), st.integers(0, 2)),
    max_size=12,
)


def altered(store, articles, ids, acts):
    """Alter some highlights over and over in one change; return what is told."""
    there = set()
    reviewer = store.reviewer.id
    with store.writing() as work:
        work.add_new(articles)
        article = articles[0]
        for number, act, label in acts:
            known = ids[number]
            if act == "claim":
                work.put(ClaimRecord(known[1], AT, AT, speaker=f"Ada {label}"))
                there.add(known[1])
            one = Highlight(
                0, known[0], article.article.id, article.revision.id, (Span(number, 9),),
                LABELS[label].id, reviewer, article.revision.text[number:9], 1, AT, AT,
                known[1] if known[1] in there else None,
            )  # fmt: skip
            if act == "remove" and known[0] in there:
                work.remove(one)
                there.remove(known[0])
            elif act != "remove":
                work.put(one)
                there.add(known[0])
        return work.commit("Alter")


def test_a_change_comes_to_the_same_held_or_written(template, tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.store.project_store.MANY", 0)
    with opened(template, tmp_path / "one") as one, opened(template, tmp_path / "all") as other:

        @settings(max_examples=share(10), deadline=None)
        @given(ACTS)
        def law(acts):
            articles = [new_article("It rained all day.", "Rain")]
            ids = [(fresh_id(), fresh_id()) for _ in range(4)]
            told = [altered(one, articles, ids, acts), one.undo(), one.redo()]
            with limited(LITTLE):
                again = [altered(other, articles, ids, acts), other.undo(), other.redo()]
            assert told == again

        law()
        assert rows_of(one) == rows_of(other)
        journals = [store._machine.journal.path.read_bytes() for store in (one, other)]
        assert journals[0] == journals[1]
        assert other.check() == []


def imported(store, article, number=9):
    fresh = [highlight_on(store, article, (at, at + 4)) for at in range(number)]
    with store.writing() as work:
        work.add_highlights((one, None) for one in fresh)
        return work.commit("Import")


def test_what_is_left_in_the_middle_leaves_nothing(store):
    article = add_article(store)
    before = rows_of(store)
    fresh = [highlight_on(store, article, (at, at + 4)) for at in range(9)]
    with limited(LITTLE):
        with store.writing() as work:
            work.add_highlights((one, None) for one in fresh)
        assert rows_of(store)["change"] == before["change"]
        with pytest.raises(ValueError, match="comes twice"), store.writing() as work:
            work.add_highlights((one, None) for one in (*fresh, fresh[0]))
        assert {name for name, rows in rows_of(store).items() if rows != before[name]} <= {
            "replica",
            "sqlite_sequence",
        }
        assert len(imported(store, article).alterations) == 9
    assert store.check() == []


def test_a_journal_that_cannot_take_a_long_line_keeps_no_change_from_being_made(store, monkeypatch):
    article = add_article(store)

    def full(**_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(spool.tempfile, "TemporaryFile", full)
    with limited(LITTLE):
        imported(store, article)
    assert len(list(store.highlights())) == 9
    (finding,) = store.check()
    assert (finding.subject, "No space left" in finding.message) == ("journal", True)


def test_an_undo_of_very_many_can_be_stopped(store):
    article = add_article(store)
    with limited(LITTLE):
        imported(store, article)
        before = list(store.highlights())

        class Stopped(Exception):  # noqa: N818 - it stands for a word of the reviewer
            pass

        class Watch:
            def step(self, done, _total):
                if done:
                    raise Stopped

        with pytest.raises(Stopped):
            store.undo(Watch())
        assert list(store.highlights()) == before
        assert store.check() == []
        store.undo()
        assert list(store.highlights()) == []
    assert store.check() == []
