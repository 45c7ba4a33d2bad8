"""Whatever is done, undone, redone and reopened: the index is what a scan of everything finds."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from tests.store.machines import run_machine
from tests.store.samples import add_article, highlight_on, revision_of
from tests.store.search_scan import QUERIES, require_found_as_scanned

from annotator.core.records import ClaimRecord
from annotator.core.request_errors import NothingToRedoError, NothingToUndoError
from annotator.store.check_search import check_index_tables, check_lookup, check_search
from annotator.store.clock import new_id, now

# Neither nothing nor dots have a word.
PARAGRAPHS = st.sampled_from(
    ["It rained.", "We stayed inside.", "Nobody came at 3.5°.", "", "北京大学の学生", "上海", "· ·"]
)  # fmt: skip
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=4).map("\n".join)
WORDINGS = st.sampled_from(["", "Rain", "Who says?", "北京 poured", "the end", "🙂"])


class SearchMachine(RuleBasedStateMachine):
    """Articles, texts, highlights and notes come, alter and go."""

    opener = None
    fresh_path = None

    @initialize()
    def begin(self):
        self.path = type(self).fresh_path()
        self.store = type(self).opener(self.path)
        self.steps = 0

    def articles(self):
        return [summary.article for summary in self.store.articles()]

    def put(self, *records):
        with self.store.writing() as work:
            for record in records:
                work.put(record)
            work.commit("Put")

    def remove(self, record):
        with self.store.writing() as work:
            work.remove(record)
            work.commit("Remove")

    @rule(text=TEXTS, title=WORDINGS)
    def add(self, text, title):
        add_article(self.store, text, title)

    @precondition(lambda self: self.articles())
    @rule(data=st.data(), text=TEXTS, title=WORDINGS)
    def edit(self, data, text, title):
        article = data.draw(st.sampled_from(self.articles()))
        number = self.store.content(article.id).revision.number + 1
        revision = revision_of(text, article.id, number)
        self.put(revision, replace(article, revision_id=revision.id, title=title))

    @precondition(lambda self: self.articles())
    @rule(data=st.data())
    def throw_away(self, data):
        self.remove(data.draw(st.sampled_from(self.articles())))

    @precondition(lambda self: self.articles())
    @rule(data=st.data(), wording=WORDINGS, claimed=st.booleans())
    def tag(self, data, wording, claimed):
        article = data.draw(st.sampled_from(self.articles()))
        length = len(self.store.content(article.id).revision.text)
        edges = st.lists(st.integers(0, length), min_size=2, max_size=2).map(sorted).map(tuple)
        fresh = highlight_on(self.store, article, data.draw(edges))
        if not claimed:
            self.put(fresh)
            return
        claim = ClaimRecord(new_id(), now(), now(), speaker="Who", note=wording)
        self.put(claim, replace(fresh, claim_id=claim.id))

    @precondition(lambda self: any(self.store.highlights()))
    @rule(data=st.data(), wording=WORDINGS)
    def note(self, data, wording):
        one = data.draw(st.sampled_from(list(self.store.highlights())))
        if one.claim_id is not None:
            self.put(replace(self.store.claim(one.claim_id), note=wording, restated="the end"))

    @precondition(lambda self: any(self.store.highlights()))
    @rule(data=st.data())
    def share(self, data):
        known = list(self.store.highlights())
        one, other = (data.draw(st.sampled_from(known)) for _ in range(2))
        self.put(replace(one, claim_id=other.claim_id))

    @precondition(lambda self: any(self.store.highlights()))
    @rule(data=st.data())
    def untag(self, data):
        self.remove(data.draw(st.sampled_from(list(self.store.highlights()))))

    @rule(steps=st.integers(1, 3), again=st.integers(0, 3))
    def undo_and_redo(self, steps, again):
        try:
            for step in (self.store.undo,) * steps + (self.store.redo,) * again:
                step()
        except (NothingToUndoError, NothingToRedoError):
            return

    @rule()
    def reopen(self):
        self.store.close()
        self.store = type(self).opener(self.path)

    @rule()
    def check_the_index(self):
        with self.store._database.writing() as connection:
            assert list(check_index_tables(connection)) == []
        with self.store._database.reading() as connection:
            assert [*check_search(connection), *check_lookup(connection)] == []

    @invariant()
    def search_finds_what_a_scan_finds(self):
        """Every third query after each step, so that any three steps bring all of them."""
        self.steps += 1
        require_found_as_scanned(self.store, QUERIES[self.steps % 3 :: 3])

    def teardown(self):
        assert self.store.check() == []
        require_found_as_scanned(self.store)


def test_search_finds_what_a_scan_finds_whatever_is_done(template, tmp_path, opener):
    run_machine(SearchMachine, template=template, folder=tmp_path, opener=opener)
