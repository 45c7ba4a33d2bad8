"""What was corrected in the sentences of a paragraph, kept apart from what the segmenter finds.

A quotation mark typed at one end of a paragraph may change what the segmenter finds at the
other, and for a moment it may find by itself what a reviewer had corrected. The correction must
outlive that moment, so it is kept even where it changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.core.segmenter import lossless

if TYPE_CHECKING:
    from collections.abc import Iterable


class Corrections(NamedTuple):
    """Boundaries to make and boundaries not to make, whatever the segmenter finds.

    >>> Corrections(frozenset({4}), frozenset({7})).carried_out([7, 9], 12)
    [4, 9, 12]
    """

    added: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()

    @classmethod
    def between(cls, found: Iterable[int], ends: Iterable[int]) -> Corrections:
        """Return those that make ``ends`` of what the segmenter found.

        >>> Corrections.between([7, 9], [4, 9])
        Corrections(added=frozenset({4}), dropped=frozenset({7}))
        """
        found, ends = frozenset(found), frozenset(ends)
        return cls(ends - found, found - ends)

    def within(self, where: range, *, shift: int) -> Corrections:
        """Return those that lie in ``where``, moved by ``shift``."""
        return Corrections(*(frozenset(e + shift for e in ends if e in where) for ends in self))

    def united(self, other: Corrections) -> Corrections:
        """Return these and the others."""
        return Corrections(self.added | other.added, self.dropped | other.dropped)

    def carried_out(self, found: Iterable[int], length: int) -> list[int]:
        """Return the ends of a paragraph in which the segmenter found these."""
        return lossless((set(found) | self.added) - self.dropped, length)

    def followed_by(
        self, old_ends: Iterable[int], new_ends: Iterable[int], found: Iterable[int]
    ) -> Corrections:
        """Return the corrections once a reviewer made ``new_ends`` of ``old_ends``.

        One that takes back another leaves nothing, unless the segmenter had come to agree with
        the first: then it is one of its own.

        >>> joined = Corrections().followed_by([3, 6], [6], found=[3, 6])
        >>> joined, joined.followed_by([6], [3, 6], found=[3, 6]) == Corrections()
        (Corrections(added=frozenset(), dropped=frozenset({3})), True)
        """
        found = frozenset(found)
        change = Corrections.between(old_ends, new_ends)
        return Corrections(
            (self.added - change.dropped) | (change.added - found),
            (self.dropped - change.added) | (change.dropped & found),
        )


NO_CORRECTIONS = Corrections()
"""A paragraph as the segmenter left it."""
