"""The index of all highlights of an open article: by place, by label, under edits.

Everything an article's view asks is about places: what is visible here, what lies under the
pointer, where the next official claim starts. And everything that happens in it (a tag set, a
letter typed) must cost what it touches, never what there is. The index keeps a hundred thousand
highlights answering in the tenth part of a millisecond, in plain Python:

- Highlights of like length share a *tier*, so that a search knows how far back to look, and
  within it blocks of some hundreds that an edit shifts as a whole (`annotator.core.index_tiers`).
- The shift of all blocks behind an edit is one pending step (`annotator.core.index_steps`).
- One rule serves every edge, *text that comes in at an edge stays outside*. The map of starts is
  therefore monotone, and no edit ever changes the order (`annotator.core.edit`).
- Columns of numbers are kept, not objects; tuples are made of what a question finds, and the
  users' order (start ascending, end descending, key) is made by sorting these few.
- Covered text is counted when asked for, at a cost of what changed since
  (`annotator.core.index_coverage`).

Costs are given for *n* highlights in blocks of *b*, where *b* is a constant of some hundreds and
the steps over *n / b* blocks are memory moves; *k* stands for what a call finds or touches.
"""

from __future__ import annotations

from collections import Counter
from operator import index, sub
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic

from annotator.core.edit_effect import EditEffect
from annotator.core.errors import InvertedSpanError
from annotator.core.index_check import faults, state
from annotator.core.index_coverage import ANY, Coverage
from annotator.core.index_errors import DuplicateKeyError, KeyTooLargeError, PositionTooLargeError
from annotator.core.index_labels import BYTE_CODES, LabelCodes, LabelT
from annotator.core.index_neighbors import first_after, last_before
from annotator.core.index_segments import runs
from annotator.core.index_shelves import Shelves
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotator.core.edit import Edit
    from annotator.core.index_neighbors import Nearest
    from annotator.core.index_segments import Run
    from annotator.core.index_tiers import Found

LARGEST_POSITION = (1 << 31) - 1
"""The last place that the index can count to: more than two thousand million code points."""

_KEYS = 1 << 63


class HighlightIndex(Generic[LabelT]):
    """Highlights by place, each a key with a span of the text and a label.

    Keys are integers of 64 bits and tell equal spans apart; labels are any hashable values;
    places count code points. Spans are half open. Two that only touch do not overlap, and an
    empty highlight is found where it stands. What is returned, but for `counts`, is a copy.

    A call that raises an error has changed nothing, be it a TypeError: a key or a place that is
    no whole number, or a label that cannot be hashed.

    >>> index = HighlightIndex([(1, 0, 9, "claim"), (2, 4, 7, "opinion")])
    >>> index.overlapping(8, 20)
    [(1, 0, 9, 'claim')]
    """

    _load = 512
    _limits = (1 << 7, 1 << 11, 1 << 15, 1 << 19, 1 << 23)
    _stretch = 1024

    def __init__(
        self, items: Iterable[tuple[int, int, int, LabelT]] = (), *, keys: Iterable[int] = ()
    ) -> None:
        self._labels: LabelCodes[LabelT] = LabelCodes()
        self._text_end = 0
        self._version = 0
        given = _whole(items)
        room = [*map(index, keys), *(item[0] for item in given)]
        self._shelves = Shelves(room, self._limits, self._load)
        self._coverage = Coverage(self._stretch)
        self._fill(given)

    def extend(self, items: Iterable[tuple[int, int, int, LabelT]]) -> None:
        """Add many highlights. Costs sorting them, where none starts before one that is here.

        So an index that is built from slices of its highlights, in the order of their starts,
        costs what it costs at once; ``keys`` of all of them, given when it is made, spare memory.
        Raises what ``add`` raises, and then changes nothing.

        >>> index = HighlightIndex(keys=[1, 2])
        >>> index.extend([(2, 0, 9, "claim")])
        >>> index.extend([(1, 4, 7, "opinion")])
        >>> index.at(4)
        [(2, 0, 9, 'claim'), (1, 4, 7, 'opinion')]
        """
        given = _whole(items)
        self._fill(given)
        for _, start, end, label in given if self._coverage.notes_changes else ():
            code = self._labels.code_of(label)
            assert code is not None  # noqa: S101 - it was counted in
            self._coverage.note_added(start, end, code)
        self._version += len(given)

    def _fill(self, items: list[tuple[int, int, int, LabelT]]) -> None:
        """Store many highlights, if none of them is to be refused."""
        if not items:
            return
        _require_new(items, self._shelves)
        # Columns instead of rows: each step then runs through all highlights at C's pace.
        keys, starts, ends, labels = zip(*items, strict=True)
        codes = {}
        for label, number in Counter(labels).items():
            codes[label] = self._count_in(label)
            self._labels.counts[label] += number - 1
        self._text_end = max(self._text_end, *ends)
        lengths = map(sub, ends, starts)
        self._shelves.fill(zip(starts, lengths, keys, map(codes.__getitem__, labels), strict=True))

    def __len__(self) -> int:
        """Return the number of highlights. Costs O(1).

        >>> len(HighlightIndex([(1, 0, 9, "claim")]))
        1
        """
        return len(self._shelves.places)

    def __contains__(self, key: int) -> bool:
        """Tell whether there is a highlight of this key. Costs O(1).

        >>> 1 in HighlightIndex([(1, 0, 9, "claim")])
        True
        """
        return self._shelves.places.get(key) is not None

    def __iter__(self) -> Iterator[tuple[int, int, int, LabelT]]:
        """Iterate over key, start, end and label of all, in user order. Costs O(n log n) at once.

        >>> list(HighlightIndex([(3, 4, 6, "claim"), (1, 4, 6, "claim"), (2, 4, 9, "claim")]))
        [(2, 4, 9, 'claim'), (1, 4, 6, 'claim'), (3, 4, 6, 'claim')]
        """
        return iter(self._in_user_order(self._shelves.everything()))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)} highlights, version {self._version}>"

    @property
    def version(self) -> int:
        """The number of changes so far.

        >>> index = HighlightIndex([(1, 0, 9, "claim")])
        >>> index.remove(1)
        >>> index.version
        1
        """
        return self._version

    def add(self, key: int, start: int, end: int, label: LabelT) -> None:
        """Add a highlight. Costs O(b + log n).

        Raises DuplicateKeyError, KeyTooLargeError, InvertedSpanError or PositionTooLargeError.

        >>> index = HighlightIndex()
        >>> index.add(1, 0, 9, "claim")
        >>> index.get(1)
        (0, 9, 'claim')
        """
        key, start, end = index(key), index(start), index(end)
        if self._shelves.places.get(key) is not None:
            raise DuplicateKeyError(key)
        _require(start, end, key)
        self._text_end = max(self._text_end, end)
        code = self._count_in(label)
        self._shelves.insert(start, end - start, key, code)
        self._coverage.note_added(start, end, code)
        self._version += 1

    def remove(self, key: int) -> None:
        """Remove a highlight. Costs O(b).

        Raises UnknownKeyError.

        >>> index = HighlightIndex([(1, 0, 9, "claim")])
        >>> index.remove(1)
        >>> 1 in index
        False
        """
        block, row, start, end = self._shelves.place(key)
        code = block.codes[row]
        block.tier.delete(block, row)
        self._labels.count_out(code)
        self._coverage.note_removed(start, end, code)
        self._version += 1

    def move(self, key: int, start: int, end: int) -> None:
        """Give a highlight another span. Costs O(b + log n).

        Raises UnknownKeyError, InvertedSpanError or PositionTooLargeError.

        >>> index = HighlightIndex([(1, 0, 9, "claim")])
        >>> index.move(1, 2, 7)
        >>> index.get(1)
        (2, 7, 'claim')
        """
        start, end = index(start), index(end)
        block, row, old_start, old_end = self._shelves.place(key)
        _require(start, end)
        self._text_end = max(self._text_end, end)
        code = block.codes[row]
        block.tier.delete(block, row)
        self._shelves.insert(start, end - start, key, code)
        self._coverage.note_removed(old_start, old_end, code)
        self._coverage.note_added(start, end, code)
        self._version += 1

    def relabel(self, key: int, label: LabelT) -> None:
        """Give a highlight another label. Costs O(b).

        Raises UnknownKeyError.

        >>> index = HighlightIndex([(1, 0, 9, "claim")])
        >>> index.relabel(1, "opinion")
        >>> index.counts()["opinion"]
        1
        """
        block, row, start, end = self._shelves.place(key)
        code = self._count_in(label)
        old_code = block.codes[row]
        self._labels.count_out(old_code)
        block.codes[row] = code
        self._coverage.note_removed(start, end, old_code)
        self._coverage.note_added(start, end, code)
        self._version += 1

    def get(self, key: int) -> tuple[int, int, LabelT]:
        """Return start, end and label of a highlight. Costs O(b).

        Raises UnknownKeyError.

        >>> HighlightIndex([(1, 0, 9, "claim")]).get(1)
        (0, 9, 'claim')
        """
        block, row, start, end = self._shelves.place(key)
        return start, end, self._labels.labels[block.codes[row]]

    def overlapping(
        self, start: int, end: int, label: LabelT | None = None
    ) -> list[tuple[int, int, int, LabelT]]:
        """Return key, start, end and label of all that overlap the stretch, in user order.

        An empty highlight overlaps if it stands at ``start`` or between it and ``end``.
        Costs O(log n + k log k). Raises InvertedSpanError.

        >>> index = HighlightIndex([(1, 0, 4, "claim"), (2, 4, 4, "claim"), (3, 5, 9, "opinion")])
        >>> index.overlapping(4, 6)
        [(2, 4, 4, 'claim'), (3, 5, 9, 'opinion')]
        >>> index.overlapping(4, 6, "opinion")
        [(3, 5, 9, 'opinion')]
        """
        if start < 0 or end < start:
            raise InvertedSpanError(start, end)
        found = self._shelves.found(start, end)
        if label is not None:
            code = self._labels.code_of(label)
            found = [row for row in found if row[3] == code]
        return self._in_user_order(found)

    def at(self, position: int, label: LabelT | None = None) -> list[tuple[int, int, int, LabelT]]:
        """Return all that cover the code point at ``position`` or stand empty before it.

        Costs O(log n + k log k). Raises InvertedSpanError.

        >>> HighlightIndex([(1, 0, 4, "claim"), (2, 3, 9, "opinion")]).at(3)
        [(1, 0, 4, 'claim'), (2, 3, 9, 'opinion')]
        """
        return self.overlapping(position, position + 1, label)

    def next_after(
        self, position: int, label: LabelT | None = None
    ) -> tuple[int, int, int, LabelT] | None:
        """Return the first in user order that starts after ``position``, or None.

        Costs O(log n), and a fast search through the blocks that lack the label.

        >>> index = HighlightIndex([(1, 0, 4, "claim"), (2, 3, 5, "opinion"), (3, 3, 9, "claim")])
        >>> index.next_after(0), index.next_after(0, "opinion"), index.next_after(3)
        ((3, 3, 9, 'claim'), (2, 3, 5, 'opinion'), None)
        """
        return self._nearest(first_after, position, label)

    def previous_before(
        self, position: int, label: LabelT | None = None
    ) -> tuple[int, int, int, LabelT] | None:
        """Return the last in user order that starts before ``position``, or None.

        Costs what `next_after` costs.

        >>> index = HighlightIndex([(1, 0, 4, "claim"), (2, 3, 5, "opinion"), (3, 3, 9, "claim")])
        >>> index.previous_before(4), index.previous_before(3), index.previous_before(0)
        ((2, 3, 5, 'opinion'), (1, 0, 4, 'claim'), None)
        """
        return self._nearest(last_before, position, label)

    def _nearest(
        self, search: Nearest, position: int, label: LabelT | None
    ) -> tuple[int, int, int, LabelT] | None:
        """Return what a search from ``position`` finds of the label, or of any."""
        labels = self._labels
        if label is not None and label not in labels.counts:
            return None
        code = None if label is None else labels.code_of(label)
        found = search(self._shelves.tiers, position, code)
        if found is None:
            return None
        start, negative, key, code = found
        return key, start, -negative, labels.labels[code]

    def counts(self) -> Mapping[LabelT, int]:
        """Return how many highlights each label has, as a view that stays current. Costs O(1).

        >>> dict(HighlightIndex([(1, 0, 4, "claim"), (2, 3, 5, "claim")]).counts())
        {'claim': 2}
        """
        return MappingProxyType(self._labels.counts)

    def covered(self, label: LabelT | None = None) -> int:
        """Return how many code points lie under a highlight of the label, or of any.

        Settles what changed since the last call: its cost is that of the places changed, that
        of the first call O(n log n), that of an unchanged index O(1).

        >>> index = HighlightIndex([(1, 0, 4, "claim"), (2, 3, 5, "opinion")])
        >>> index.covered(), index.covered("claim")
        (5, 4)
        """
        totals = self._coverage.settle(self._shelves.found, self._text_end, len(self))
        code = ANY if label is None else self._labels.code_of(label)
        return 0 if code is None else totals.get(code, 0)

    def segments(self, start: int, end: int) -> list[Run]:
        """Return the covered runs within the stretch as start, end and keys, for painting.

        The runs are disjoint and in order; their keys are in user order. Text without a
        highlight is left out. Costs O(log n + k log k). Raises InvertedSpanError.

        >>> HighlightIndex([(1, 0, 4, "claim"), (2, 3, 5, "opinion")]).segments(1, 9)
        [(1, 3, (1,)), (3, 4, (1, 2)), (4, 5, (2,))]
        """
        if start < 0 or end < start:
            raise InvertedSpanError(start, end)
        return runs(self._shelves.found(start, end), start, end)

    def apply(self, edit: Edit) -> EditEffect[LabelT]:
        """Carry out an edit of the text, and return what it did to the highlights.

        Costs O(b + log n + k), wherever it falls, and a little more the further it lies from
        the edit before. Raises PositionTooLargeError.

        >>> from annotator.core.edit import Edit
        >>> index = HighlightIndex([(1, 0, 4, "claim"), (2, 6, 9, "opinion")])
        >>> effect = index.apply(Edit(5, removed=5, inserted=2))
        >>> effect.before, effect.orphaned, effect.dirty
        (((2, 6, 9, 'opinion'),), (2,), Span(start=5, end=7))
        """
        dirty = Span(edit.position, edit.position + edit.inserted)
        text_end = max(edit.map_end(self._text_end), edit.map_start(self._text_end), dirty.end)
        if text_end > LARGEST_POSITION:
            # The end was an upper bound: what reached it may be gone since.
            text_end = max(_last_end_after(edit, self._shelves), dirty.end)
            if text_end > LARGEST_POSITION:
                raise PositionTooLargeError(text_end, LARGEST_POSITION)
        if not edit:
            return EditEffect((), (), dirty)
        changed = self._shelves.apply(edit)
        stop = edit.position + edit.removed
        orphaned = [row[2] for row in changed if edit.position <= row[0] < -row[1] <= stop]
        self._text_end = text_end
        self._coverage.note_edit(edit.position, edit.removed, edit.inserted, changed)
        self._version += 1
        return EditEffect(tuple(self._in_user_order(changed)), tuple(orphaned), dirty)

    def _count_in(self, label: LabelT) -> int:
        """Count one highlight more for the label; return the label's code."""
        code = self._labels.count_in(label)
        if code == BYTE_CODES and self._labels.counts[label] == 1:
            self._shelves.widen()
        return code

    def _in_user_order(self, found: Iterable[Found]) -> list[tuple[int, int, int, LabelT]]:
        """Make what was found, and sorted, presentable."""
        labels = self._labels.labels
        return [(key, start, -negative, labels[code]) for start, negative, key, code in found]

    def _check(self) -> None:
        """Verify every invariant; raise AssertionError with all faults and the state."""
        found = list(faults(self._shelves, self._labels, self._text_end))
        found += self._coverage.faults(self._shelves.found)
        if found:
            raise AssertionError("\n".join([*found, *state(self._shelves)]))


def _whole(items: Iterable[tuple[int, int, int, LabelT]]) -> list[tuple[int, int, int, LabelT]]:
    """Read what was given, and refuse numbers that are not whole."""
    return [(index(key), index(start), index(end), label) for key, start, end, label in items]


def _last_end_after(edit: Edit, shelves: Shelves) -> int:
    """Return where the last highlight will end. Costs O(n log n)."""
    spans = (Span(start, -negative) for start, negative, *_ in shelves.everything())
    return max((edit.map_span(span).end for span in spans), default=0)


def _require(start: int, end: int, key: int = 0) -> None:
    """Refuse a span that is none, a place too far and a key too large."""
    if not -_KEYS <= key < _KEYS:
        raise KeyTooLargeError(key)
    if start < 0 or end < start:
        raise InvertedSpanError(start, end)
    if end > LARGEST_POSITION:
        raise PositionTooLargeError(end, LARGEST_POSITION)


def _require_new(items: list[tuple[int, int, int, LabelT]], shelves: Shelves) -> None:
    """Refuse keys that are here or come twice, and spans that are none."""
    place = shelves.places.get
    known = bool(len(shelves.places))
    seen: set[int] = set()
    for key, start, end, _ in items:
        if key in seen or (known and place(key) is not None):
            raise DuplicateKeyError(key)
        seen.add(key)
        if not 0 <= start <= end <= LARGEST_POSITION or not -_KEYS <= key < _KEYS:
            _require(start, end, key)
