"""The index against an oracle: a dict, and the three lines that say what an edit does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.examples import share

from annotator.core.edit import Edit
from annotator.core.errors import InvertedSpanError, UsageError
from annotator.core.highlight_index import LARGEST_POSITION, HighlightIndex
from annotator.core.index_errors import DuplicateKeyError, PositionTooLargeError, UnknownKeyError

PLACES = st.integers(0, 60)
LENGTHS = st.one_of(st.integers(0, 3), st.integers(0, 12), st.integers(0, 70))
LABELS = st.sampled_from(["claim", "opinion", "concern", ("a", "tuple"), 7])
KEYS = st.one_of(st.integers(0, 40), st.sampled_from([-5, 10**6, 2**63 - 1]))
EDITS = st.builds(Edit, PLACES, st.integers(0, 20), st.integers(0, 12))


def user_order(item):
    key, start, end, _ = item
    return start, -end, key


def mapped(start, end, edit):
    """The frozen map, written out once more so that it is not its own witness."""
    p, r, t = edit.position, edit.removed, edit.inserted
    new_start = start if start < p else max(start, p + r) + t - r
    new_end = end if end <= p else (p if end <= p + r else end + t - r)
    return new_start, max(new_end, new_start)


class Oracle:
    def __init__(self, items=()):
        self.spans = {key: (start, end, label) for key, start, end, label in items}

    def items(self, label=None):
        rows = [(key, *rest) for key, rest in self.spans.items() if label in (None, rest[2])]
        return sorted(rows, key=user_order)

    def overlapping(self, a, b, label=None):
        return [row for row in self.items(label) if row[1] < b and (row[1] >= a or row[2] > a)]

    def points(self, label=None):
        return {point for _, start, end, _ in self.items(label) for point in range(start, end)}

    def segments(self, a, b):
        covering = {
            point: tuple(row[0] for row in self.items() if row[1] <= point < row[2])
            for point in range(a, b)
        }
        edges = {edge for row in self.items() if row[1] < row[2] for edge in row[1:3]}
        cuts = sorted({edge for edge in edges if a < edge < b} | {a, b})
        pieces = [(left, right, covering[left]) for left, right in pairwise(cuts)]
        return [piece for piece in pieces if piece[2]]

    def apply(self, edit):
        """Return the images before of all that the definition names."""
        before = []
        for key, start, end, label in self.items():
            now = mapped(start, end, edit)
            kept = edit.position + edit.removed <= start or end <= edit.position
            within = start < edit.position < end and edit.inserted
            changed = start < end and (within if not edit.removed else not kept)
            if changed or mapped(*now, edit.inverse()) != (start, end):
                before.append((key, start, end, label))
            self.spans[key] = (*now, label)
        return tuple(before)


class IndexMachine(RuleBasedStateMachine):
    make = HighlightIndex

    @initialize(items=st.lists(st.tuples(KEYS, PLACES, LENGTHS, LABELS), unique_by=lambda i: i[0]))
    def begin(self, items):
        rows = [(key, start, start + length, label) for key, start, length, label in items]
        self.oracle = Oracle(rows)
        self.index = self.make(rows)
        self.undo = []

    def known(self, data):
        return data.draw(st.sampled_from(sorted(self.oracle.spans)))

    def change(self, act, step_back):
        version = self.index.version
        act()
        assert self.index.version > version
        self.undo.append((step_back, dict(self.oracle.spans)))

    @rule(key=KEYS, start=PLACES, length=LENGTHS, label=LABELS)
    def add(self, key, start, length, label):
        if key in self.oracle.spans:
            with pytest.raises(DuplicateKeyError):
                self.index.add(key, start, start + length, label)
            return
        self.change(
            lambda: self.index.add(key, start, start + length, label),
            lambda: self.index.remove(key),
        )
        self.oracle.spans[key] = (start, start + length, label)

    @precondition(lambda self: self.oracle.spans)
    @rule(data=st.data())
    def remove(self, data):
        key = self.known(data)
        image = self.oracle.spans[key]
        self.change(lambda: self.index.remove(key), lambda: self.index.add(key, *image))
        del self.oracle.spans[key]

    @precondition(lambda self: self.oracle.spans)
    @rule(data=st.data(), start=PLACES, length=LENGTHS)
    def move(self, data, start, length):
        key = self.known(data)
        old_start, old_end, label = self.oracle.spans[key]
        self.change(
            lambda: self.index.move(key, start, start + length),
            lambda: self.index.move(key, old_start, old_end),
        )
        self.oracle.spans[key] = (start, start + length, label)

    @precondition(lambda self: self.oracle.spans)
    @rule(data=st.data(), label=LABELS)
    def relabel(self, data, label):
        key = self.known(data)
        start, end, old = self.oracle.spans[key]
        self.change(lambda: self.index.relabel(key, label), lambda: self.index.relabel(key, old))
        self.oracle.spans[key] = (start, end, label)

    @rule(edit=EDITS)
    def edit(self, edit):
        order = [key for key, *_ in self.oracle.items()]
        images = dict(self.oracle.spans)
        version = self.index.version
        effect = self.index.apply(edit)
        assert effect.before == self.oracle.apply(edit)
        assert effect.orphaned == tuple(
            key
            for key, start, end, _ in effect.before
            if start < end and self.oracle.spans[key][0] == self.oracle.spans[key][1]
        )
        assert (effect.dirty.start, len(effect.dirty)) == (edit.position, edit.inserted)
        assert (self.index.version > version) == bool(edit)
        starts = [self.oracle.spans[key][0] for key in order]
        assert starts == sorted(starts)
        self.undo.append((lambda: self.take_back(edit, effect), images))

    def take_back(self, edit, effect):
        self.index.apply(edit.inverse())
        for key, start, end, _ in effect.before:
            self.index.move(key, start, end)

    @rule(data=st.data())
    def undo_some(self, data):
        for _ in range(data.draw(st.integers(0, len(self.undo)))):
            step_back, images = self.undo.pop()
            step_back()
            self.oracle.spans = images
            assert list(self.index) == self.oracle.items()

    @rule(key=KEYS, start=st.integers(-3, 9), length=st.integers(-4, 4), label=LABELS)
    def failed_calls_change_nothing(self, key, start, length, label):
        version = self.index.version
        unknown = key not in self.oracle.spans
        bad_span = start < 0 or length < 0
        if unknown:
            for call in (self.index.remove, self.index.get):
                with pytest.raises(UnknownKeyError):
                    call(key)
            with pytest.raises(UnknownKeyError):
                self.index.relabel(key, label)
            with pytest.raises(UnknownKeyError):
                self.index.move(key, 1, 2)
        if bad_span:
            call = self.index.add if unknown else self.index.move
            with pytest.raises(InvertedSpanError):
                call(key, start, start + length, *([label] if unknown else []))
            with pytest.raises(InvertedSpanError):
                self.index.overlapping(start, start + length)
        with pytest.raises(PositionTooLargeError):
            self.index.apply(Edit(0, 0, LARGEST_POSITION + 1))
        with pytest.raises(UsageError):
            self.index.add(key, 0, LARGEST_POSITION + 1, label)
        assert self.index.version == version

    @rule(start=PLACES, length=LENGTHS, label=st.one_of(st.none(), LABELS))
    def ask(self, start, length, label):
        end = start + length
        expected = self.oracle.overlapping(start, end, label)
        assert self.index.overlapping(start, end, label) == expected
        assert self.index.at(start, label) == self.oracle.overlapping(start, start + 1, label)
        assert self.index.segments(start, end) == self.oracle.segments(start, end)
        rows = self.oracle.items(label)
        after = [row for row in rows if row[1] > start]
        before = [row for row in rows if row[1] < start]
        assert self.index.next_after(start, label) == (after[0] if after else None)
        assert self.index.previous_before(start, label) == (before[-1] if before else None)

    @rule(label=st.one_of(st.none(), LABELS))
    def ask_coverage(self, label):
        assert self.index.covered(label) == len(self.oracle.points(label))

    @invariant()
    def agrees(self):
        self.index._check()
        assert list(self.index) == self.oracle.items()
        assert len(self.index) == len(self.oracle.spans)
        assert all(self.index.get(key) == rest for key, rest in self.oracle.spans.items())
        labels = [label for *_, label in self.oracle.spans.values()]
        assert self.index.counts() == {label: labels.count(label) for label in labels}


class TinyIndex(HighlightIndex):
    """Splits, merges and changes of tier happen all the time."""

    _load = 3
    _limits = (2, 8, 32)
    _stretch = 4


class TinyMachine(IndexMachine):
    make = TinyIndex


TestRealBlocks = IndexMachine.TestCase
TestRealBlocks.settings = settings(max_examples=share(1), stateful_step_count=30, deadline=None)
TestTinyBlocks = TinyMachine.TestCase
TestTinyBlocks.settings = settings(max_examples=2 * share(1), stateful_step_count=40, deadline=None)
