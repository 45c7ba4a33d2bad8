"""New sentences for the paragraphs that an edit touched, with what was corrected in them.

A paragraph's boundaries may differ from what the segmenter finds: a reviewer corrected them,
or another version of the segmenter made them. Such a difference outlives an edit of its
paragraph if it lies up to the edit's position or behind the edit. At the position itself the
bias is to the left: a boundary belongs to the text before it.
"""

from __future__ import annotations

from typing import NamedTuple

from annotator.core.segmenter import Segmenter, lossless
from annotator.core.sentence_blocks import SegmentedParagraph


class Remnant(NamedTuple):
    """A paragraph that an edit cuts at ``cut``, in code points inside it."""

    paragraph: SegmentedParagraph
    cut: int


class _Differences(NamedTuple):
    """Boundaries that the segmenter would not make, and those that it would but are not."""

    added: set[int]
    dropped: set[int]

    def within(self, where: range, shift: int) -> _Differences:
        """Return those that lie in ``where``, moved by ``shift``."""
        return _Differences(*({end + shift for end in ends if end in where} for ends in self))


def fresh_paragraph(segmenter: Segmenter, text: str) -> SegmentedParagraph:
    """Return the paragraph with the sentences that the segmenter finds."""
    return SegmentedParagraph(text, segmenter.boundaries(text), fresh=True)


def resegmented(
    segmenter: Segmenter, before: Remnant, inserted: str, after: Remnant
) -> list[SegmentedParagraph]:
    """Return the new paragraphs: ``before`` up to its cut, ``inserted``, ``after`` from its cut."""
    text = before.paragraph.text[: before.cut] + inserted + after.paragraph.text[after.cut :]
    first, *others = [fresh_paragraph(segmenter, words) for words in text.split("\n")]
    last = others[-1] if others else first
    left = _differences(segmenter, before.paragraph)
    same = after.paragraph is before.paragraph
    right = left if same else _differences(segmenter, after.paragraph)
    length = len(after.paragraph.text)
    ahead = left.within(range(1, before.cut + 1), shift=0)
    behind = right.within(range(after.cut + 1, length), shift=len(last.text) - length)
    if not others:
        both = _Differences(ahead.added | behind.added, ahead.dropped | behind.dropped)
        return [_corrected(first, both)]
    return [_corrected(first, ahead), *others[:-1], _corrected(last, behind)]


def _differences(segmenter: Segmenter, old: SegmentedParagraph) -> _Differences:
    if old.fresh:
        return _Differences(set(), set())
    found, ends = set(segmenter.boundaries(old.text)), set(old.ends)
    return _Differences(ends - found, found - ends)


def _corrected(found: SegmentedParagraph, carried: _Differences) -> SegmentedParagraph:
    ends = lossless((set(found.ends) | carried.added) - carried.dropped, len(found.text))
    if tuple(ends) == found.ends:
        return found
    return SegmentedParagraph(found.text, ends, fresh=False)
