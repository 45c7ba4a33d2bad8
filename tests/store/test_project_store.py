from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from tests.store.machines import run_machine
from tests.store.samples import (
    LABELS,
    TEXT,
    add_article,
    add_highlight,
    highlight_on,
    mark_on,
)
from tests.store.search_scan import require_found_as_scanned

from annotator.core.project_errors import DiskFullError
from annotator.core.records import ClaimRecord
from annotator.core.request_errors import NothingToRedoError, NothingToUndoError
from annotator.core.sentences import SentenceIndex
from annotator.service.changes import Progress
from annotator.store.clock import new_id, now

SENTENCES = list(SentenceIndex(TEXT))


def test_undo_and_redo_walk_the_whole_history_across_restarts(project_path, opener):
    store = opener(project_path)
    article = add_article(store)
    stored = [add_highlight(store, article, (start, start + 2)) for start in range(4)]
    for left in reversed(range(4)):
        store.close()
        store = opener(project_path)
        assert store.undo().origin == "undo"
        assert list(store.highlights()) == stored[:left]
    for left in range(1, 5):
        store.close()
        store = opener(project_path)
        assert store.redo().origin == "redo"
        assert list(store.highlights()) == stored[:left]
    with pytest.raises(NothingToRedoError):
        store.redo()
    assert store.check() == []


def test_there_is_nothing_to_undo_in_a_new_project(store):
    with pytest.raises(NothingToUndoError):
        store.undo()
    assert (store.undo_title(), store.redo_title(), store.last_saved()) == (None, None, None)


def test_a_new_change_ends_what_could_be_redone(store):
    article = add_article(store)
    add_highlight(store, article, (0, 2))
    store.undo()
    add_highlight(store, article, (3, 5))
    with pytest.raises(NothingToRedoError):
        store.redo()


def test_the_history_tells_what_stands_undone(store):
    article = add_article(store)
    add_highlight(store, article, (0, 2))
    store.undo()
    store.redo()
    store.undo()
    entries = [(one.origin, one.title, one.undone) for one in store.history()]
    assert entries[-2:] == [("do", "Tag", True), ("do", "Add Rain", False)]
    assert [one.sequence for one in store.history(limit=2)] == [5, 4]
    assert store.last_saved() == store.history()[0].at
    assert {one.reviewer for one in store.history()} == {"Ada"}


def test_every_change_tells_the_new_figures(store):
    article = add_article(store)
    stored = highlight_on(store, article, (0, 80))
    with store.writing() as work:
        work.put(stored)
        changes = work.commit("Tag")
    assert changes.progress == (store.content(article.id).progress,)
    assert (changes.progress[0].reviewed, changes.progress[0].highlights) == (5, 1)
    assert store.undo().progress[0].reviewed == 0


def test_a_sentence_is_reviewed_once_however_many_highlights_it_bears(store):
    article = add_article(store)
    add_highlight(store, article, (0, 2))
    add_highlight(store, article, (3, 9))
    with store.writing() as work:
        work.put(mark_on(store, article, (0, 9)))
        assert work.commit("Mark").progress[0].reviewed == 1
    store.undo()
    store.undo()
    assert store.stats().reviewed == 1
    assert store.undo().progress[0].reviewed == 0


def test_white_space_around_a_sentence_is_not_the_sentence(store):
    article = add_article(store)
    add_highlight(store, article, (10, 11))
    add_highlight(store, article, (40, 42))
    assert store.stats().reviewed == 0


def test_a_full_disk_costs_the_last_change_alone_and_the_next_goes_through(store):
    article = add_article(store)
    stored = add_highlight(store, article, (0, 2))
    driver = store._database.driver
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError, match="was not saved"):
        add_article(store, "Much more to read. " * 3000)
    assert list(store.highlights()) == [stored]
    driver.execute("PRAGMA max_page_count = 100000")
    add_article(store, "Much more to read. " * 3000)
    assert len(store.articles()) == 2
    assert store.check() == []


class StoreMachine(RuleBasedStateMachine):
    """Whatever is done, undone, redone and reopened: what is seen equals a dictionary."""

    opener = None
    fresh_path = None

    @initialize()
    def begin(self):
        self.path = type(self).fresh_path()
        self.store = type(self).opener(self.path)
        self.article = add_article(self.store)
        self.world: dict[str, object] = {}
        self.past: list[dict[str, object]] = []
        self.future: list[dict[str, object]] = []

    def change(self, alter):
        with self.store.writing() as work:
            after = alter(work, dict(self.world))
            changes = work.commit("Change")
        if changes.sequence:
            self.past.append(self.world)
            self.future.clear()
            self.world = after

    spans = (
        st.sampled_from((2, 4))
        .flatmap(lambda n: st.lists(st.integers(0, len(TEXT)), min_size=n, max_size=n).map(sorted))
        .map(lambda edges: list(zip(edges[::2], edges[1::2], strict=True)))
    )

    @rule(spans=spans, label=st.integers(0, 2))
    def tag(self, spans, label):
        fresh = highlight_on(self.store, self.article, *spans, label=label)

        def alter(work, world):
            stored = work.put(fresh)
            return world | {stored.id: stored}

        self.change(alter)

    @rule(start=st.integers(0, len(TEXT) - 1), length=st.integers(1, 50))
    def mark(self, start, length):
        fresh = mark_on(self.store, self.article, (start, min(start + length, len(TEXT))))

        def alter(work, world):
            stored = work.put(fresh)
            return world | {stored.id: stored}

        self.change(alter)

    @precondition(lambda self: self.world)
    @rule(data=st.data(), count=st.integers(1, 3))
    def remove(self, data, count):
        chosen = data.draw(st.permutations(sorted(self.world)))[:count]

        def alter(work, world):
            for one in chosen:
                work.remove(world.pop(one))
            return world

        self.change(alter)

    @precondition(lambda self: any(hasattr(one, "label_id") for one in self.world.values()))
    @rule(data=st.data(), label=st.integers(0, 2), spans=spans, claimed=st.booleans())
    def alter(self, data, label, spans, claimed):
        known = sorted(one.id for one in self.world.values() if hasattr(one, "label_id"))
        old = self.world[data.draw(st.sampled_from(known))]
        moved = highlight_on(self.store, self.article, *spans, label=label)
        claim = ClaimRecord(new_id(), now(), now(), note="why")

        def alter(work, world):
            if claimed:
                work.put(claim)
            new = replace(moved, key=old.key, id=old.id, claim_id=claim.id if claimed else None)
            return world | {old.id: work.put(new)}

        self.change(alter)

    @rule()
    def undo(self):
        if self.past:
            self.store.undo()
            self.future.append(self.world)
            self.world = self.past.pop()

    @rule()
    def redo(self):
        if self.future:
            self.store.redo()
            self.past.append(self.world)
            self.world = self.future.pop()
        else:
            with pytest.raises(NothingToRedoError):
                self.store.redo()

    @rule()
    def reopen(self):
        self.store.close()
        self.store = type(self).opener(self.path)

    @invariant()
    def what_is_seen_is_what_was_done(self):
        highlights = {one.id: one for one in self.store.highlights()}
        content = self.store.content(self.article.id)
        marks = {one.id: one for one in content.marks}
        assert highlights | marks == self.world
        rows = {(row.key, row.part, row.start, row.end) for row in content.highlights}
        assert rows == {
            (one.key, part, span.start, span.end)
            for one in highlights.values()
            for part, span in enumerate(one.spans)
        }
        spans = [span for one in highlights.values() for span in one.spans]
        spans += [one.span for one in marks.values()]
        reviewed = sum(any(map(sentence.overlaps, spans)) for sentence in SENTENCES)
        assert content.progress == Progress(
            self.article.id, len(SENTENCES), reviewed, len(highlights)
        )
        by_label = self.store.stats().by_label
        assert by_label == {
            label.key: sum(one.label_id == label.id for one in highlights.values())
            for label in LABELS
        }

    @rule()
    def check(self):
        assert self.store.check() == []

    def teardown(self):
        self.check()
        require_found_as_scanned(self.store)


def test_the_store_behaves_as_a_dictionary_with_a_past(template, tmp_path, opener):
    run_machine(StoreMachine, template=template, folder=tmp_path, opener=opener)
