"""Laws of newer texts: nothing goes to a look-alike, nothing is lost, undo is exact."""

from __future__ import annotations

import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.service.dam_text import TEXT, add_text, span_of
from tests.service.newer_copies import copy_of, state_of_article

from annotator.bootstrap import open_project
from annotator.core.records import quote_of
from annotator.core.span import Span
from annotator.service.commands import AddHighlight, ToggleReviewed
from annotator.service.pending_places import choices
from annotator.service.revision_commands import (
    DropUnplaced,
    KeepUnplaced,
    ReviseArticle,
    SettlePlace,
)
from annotator.service.revision_plan import plan_revision

SENTENCES = [
    *TEXT.replace("\n", " ").replace(". ", ".|").split("|"),
    "Officials denied it.",
    "Officials denied it all.",
    "Nobody replied.",
    "No.",
]
PARAGRAPH = st.lists(st.sampled_from(SENTENCES), max_size=4).map(" ".join)
COPY = st.one_of(
    st.lists(PARAGRAPH, min_size=1, max_size=4).map("\n".join),
    st.tuples(st.sampled_from(["🚰 ", "safe", "Engineers left.", "\n", "Aid groups"]),
              st.sampled_from(["", "very unsafe", " Nobody replied.", "\n\n"]))
    .map(lambda pair: TEXT.replace(pair[0], pair[1], 1)),
)  # fmt: skip


class RevisionMachine(RuleBasedStateMachine):
    """A project whose article gets copies, tags and edits, beside what it was before each."""

    folder = None

    def __init__(self):
        super().__init__()
        path = self.folder.joinpath(f"{len(list(self.folder.iterdir()))}.factproj")
        self.project = open_project(path, create=True)
        self.article_id = add_text(self.project, TEXT)
        for quote in ("dam was safe. Engineers", "Nobody", "🚰", "seepage to double."):
            self._do(AddHighlight(self.article_id, (span_of(quote),), "official_claim"))
        parts = (span_of("Dr. Voss"), span_of("Aid groups"))
        self._do(AddHighlight(self.article_id, parts, "analyst_opinion"))
        self.opened = self.project.begin_article(self.article_id)

    def teardown(self):
        self.project.close()

    def _do(self, command):
        return self.project.execute(command)

    def _state(self):
        return state_of_article(self.project, self.article_id)

    @property
    def _text(self):
        return self.project.queries.outline(self.article_id).revision.text

    @rule(text=COPY)
    def revise(self, text):
        before, kept = self._state(), list(self.project.queries.highlights(self.article_id))
        article = self.project.find_article(self.article_id)
        plan = plan_revision(
            self.project.queries,
            article,
            prepared=copy_of(text, self.project),
            surroundings=self.project.surroundings,
        )
        assert sum(plan.counts.values()) == len(kept)
        changes = self._do(ReviseArticle(plan))
        after = {one.id: one for one in self.project.queries.highlights(self.article_id)}
        assert after.keys() == {one.id for one in kept}
        same = 0
        for one in kept:
            now = after[one.id]
            if now.unplaced is not None or now.orphaned:
                assert now.quote == one.quote
                assert now.orphaned
            else:
                assert now.quote == quote_of(text, now.spans)
                same += now.quote == one.quote
            assert one.unplaced is None or now.unplaced is not None
        unmoved = sum(one.orphaned and one.unplaced is None for one in after.values())
        counted = plan.counts["unchanged"] + plan.counts["moved"]
        assert same <= counted <= same + unmoved
        if changes.sequence:
            self.project.undo()
            assert self._state() == before
            self.project.redo()

    @rule(data=st.data())
    def tag(self, data):
        text = self._text
        if text.strip():
            start = data.draw(st.integers(0, len(text) - 1))
            end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
            command = data.draw(st.sampled_from([AddHighlight, ToggleReviewed]))
            extra = ("official_claim",) if command is AddHighlight else ()
            self._do(command(self.article_id, (Span(start, end),), *extra))

    @rule(data=st.data())
    def edit(self, data):
        article = self.project.open_article(self.article_id)
        editing = self.project.edit_text(article)
        start = data.draw(st.integers(0, editing.length))
        end = data.draw(st.integers(start, min(editing.length, start + 30)))
        editing.replace(Span(start, end), data.draw(st.sampled_from(["", "x", "No.\n"])))
        editing.finish()

    @precondition(lambda self: self.project.queries.unplaced_highlights(self.article_id))
    @rule(data=st.data())
    def settle(self, data):
        before = self._state()
        waiting = choices(self.project.queries, self.article_id)
        one = data.draw(st.sampled_from(waiting))
        ways = [DropUnplaced((one.highlight.id,)), KeepUnplaced((one.highlight.id,))]
        ways += [SettlePlace(one.highlight.id, place.spans) for place in one.candidates]
        way = data.draw(st.sampled_from(ways))
        self._do(way)
        left = {one.id for one in self.project.queries.unplaced_highlights(self.article_id)}
        assert left == {one.highlight.id for one in waiting} - {one.highlight.id}
        if isinstance(way, SettlePlace):
            now = self.project.queries.highlight_by_id(one.highlight.id)
            assert now.quote in one.words
        self.project.undo()
        assert self._state() == before
        self.project.redo()

    @invariant()
    def what_was_followed_equals_what_is_read(self):
        assert self.project.check() == []
        counted = self.project.queries.stats().unplaced
        assert counted == len(self.project.queries.unplaced_highlights())
        if self.opened.stale:
            self.opened = self.project.begin_article(self.article_id)
        fresh = self.project.open_article(self.article_id)
        places = [
            sorted(
                (one.highlight_key(key), start, end, label)
                for key, start, end, label in one.index.overlapping(0, len(one.text) + 1)
            )
            for one in (fresh, self.opened)
        ]
        assert places[0] == places[1]
        assert fresh.progress == self.opened.progress

    @invariant()
    def candidates_lie_within_the_text(self):
        text = self._text
        for one in choices(self.project.queries, self.article_id):
            assert all(span.end <= len(text) for place in one.candidates for span in place.spans)
            assert json.dumps(one.words)


def test_newer_texts_keep_their_laws(tmp_path):
    RevisionMachine.folder = tmp_path
    RevisionMachine.TestCase.settings = settings(
        max_examples=4, stateful_step_count=7, deadline=None
    )
    RevisionMachine.TestCase().runTest()
