"""Edits of a text as three numbers, and what they do to places in it.

An edit says where, how many code points went and how many came. That is all a highlight needs
to follow: every highlight keeps its very words, and text that comes in at either of its edges
stays outside. This one rule for all edges makes the map of starts monotone, so that whatever is
ordered by start stays ordered under every edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import index

from annotator.core.index_errors import NegativeEditError
from annotator.core.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a text: where, how many code points went, how many came.

    Raises NegativeEditError, or TypeError for what is no whole number.

    >>> Edit(4, removed=3, inserted=5).inverse()
    Edit(position=4, removed=5, inserted=3)
    """

    position: int
    removed: int
    inserted: int

    def __post_init__(self) -> None:
        if index(self.position) < 0 or index(self.removed) < 0 or index(self.inserted) < 0:
            raise NegativeEditError(self.position, self.removed, self.inserted)

    def __bool__(self) -> bool:
        return bool(self.removed or self.inserted)

    @classmethod
    def between(cls, old_text: str, new_text: str) -> Edit:
        """Return the smallest single edit that makes ``new_text`` of ``old_text``.

        Of equally small ones it is the last: a letter doubled counts as typed after its twin.
        Costs time in the length of the texts, at the pace of comparing memory.

        >>> Edit.between("the red fox", "the bad fox")
        Edit(position=4, removed=2, inserted=2)
        """
        prefix = common_prefix(old_text, new_text)
        suffix = common_suffix(old_text, new_text, min(len(old_text), len(new_text)) - prefix)
        return cls(prefix, len(old_text) - suffix - prefix, len(new_text) - suffix - prefix)

    def map_start(self, start: int) -> int:
        """Return where a span that started at ``start`` starts after the edit.

        >>> [Edit(4, removed=3, inserted=1).map_start(start) for start in (3, 4, 6, 7, 8)]
        [3, 5, 5, 5, 6]
        """
        if start < self.position:
            return start
        return max(start, self.position + self.removed) + self.inserted - self.removed

    def map_end(self, end: int) -> int:
        """Return where a span that ended at ``end`` ends after the edit, its start permitting.

        >>> [Edit(4, removed=3, inserted=1).map_end(end) for end in (3, 4, 6, 7, 8)]
        [3, 4, 4, 4, 6]
        """
        if end <= self.position:
            return end
        if end <= self.position + self.removed:
            return self.position
        return end + self.inserted - self.removed

    def map_span(self, span: Span) -> Span:
        """Return where ``span`` lies after the edit; one whose text went is left empty.

        >>> Edit(4, removed=3, inserted=1).map_span(Span(5, 6))
        Span(start=5, end=5)
        """
        start = self.map_start(span.start)
        return Span(start, max(start, self.map_end(span.end)))

    def inverse(self) -> Edit:
        """Return the edit that leads back.

        >>> Edit(4, removed=0, inserted=2).inverse()
        Edit(position=4, removed=2, inserted=0)
        """
        return Edit(self.position, self.inserted, self.removed)

    def compose(self, later: Edit) -> Edit:
        """Return the one edit that does to a text what this and then ``later`` do.

        Text that lies between the two counts as replaced, so that highlights within the hull
        may fare worse than under the two edits one by one.

        >>> Edit(4, removed=0, inserted=1).compose(Edit(5, removed=0, inserted=1))
        Edit(position=4, removed=0, inserted=2)
        """
        if not self:
            return later
        if not later:
            return self
        start = min(self.position, later.position)
        end = max(self.position + self.inserted, later.position + later.removed)
        length = end - start
        return Edit(
            start,
            length + self.removed - self.inserted,
            length + later.inserted - later.removed,
        )


def common_prefix(one: str, other: str) -> int:
    """Return the length of the common beginning, halving what is compared as slices."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(one: str, other: str, longest: int) -> int:
    """Return the length of the common ending, ``longest`` at most."""
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
