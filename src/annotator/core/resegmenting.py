"""New sentences for the paragraphs that an edit touched, with what was corrected in them.

A paragraph's boundaries may differ from what the segmenter finds: a reviewer corrected them,
or another version of the segmenter made them. Such a correction outlives an edit of its
paragraph if it lies up to the edit's position or behind the edit. At the position itself the
bias is to the left: a boundary belongs to the text before it.

What is stored are the ends alone. Which of them are corrections is found out when the paragraph
is first touched, and kept from then on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.core.sentence_blocks import SegmentedParagraph
from annotator.core.sentence_corrections import NO_CORRECTIONS, Corrections

if TYPE_CHECKING:
    from annotator.core.segmenter import Segmenter


class Remnant(NamedTuple):
    """A paragraph that an edit cuts at ``cut``, in code points inside it."""

    paragraph: SegmentedParagraph
    cut: int


def fresh_paragraph(segmenter: Segmenter, text: str) -> SegmentedParagraph:
    """Return the paragraph with the sentences that the segmenter finds."""
    return SegmentedParagraph(text, segmenter.boundaries(text), corrections=NO_CORRECTIONS)


def resegmented(
    segmenter: Segmenter, before: Remnant, inserted: str, after: Remnant
) -> list[SegmentedParagraph]:
    """Return the new paragraphs: ``before`` up to its cut, ``inserted``, ``after`` from its cut."""
    left = known_corrections(segmenter, before.paragraph)
    same = after.paragraph is before.paragraph
    right = left if same else known_corrections(segmenter, after.paragraph)
    words = before.paragraph.text[: before.cut] + inserted + after.paragraph.text[after.cut :]
    first, *others = words.split("\n")
    last = others[-1] if others else first
    length = len(after.paragraph.text)
    ahead = left.within(range(1, before.cut + 1), shift=0)
    behind = right.within(range(after.cut + 1, length), shift=len(last) - length)
    if not others:
        return [_paragraph(segmenter, first, ahead.united(behind))]
    between = [fresh_paragraph(segmenter, text) for text in others[:-1]]
    return [_paragraph(segmenter, first, ahead), *between, _paragraph(segmenter, last, behind)]


def known_corrections(segmenter: Segmenter, paragraph: SegmentedParagraph) -> Corrections:
    """Return what was corrected in a paragraph; where only its ends are known, compare them."""
    if paragraph.corrections is not None:
        return paragraph.corrections
    return Corrections.between(segmenter.boundaries(paragraph.text), paragraph.ends)


def _paragraph(segmenter: Segmenter, text: str, corrections: Corrections) -> SegmentedParagraph:
    if corrections == NO_CORRECTIONS:
        return fresh_paragraph(segmenter, text)
    ends = corrections.carried_out(segmenter.boundaries(text), len(text))
    return SegmentedParagraph(text, ends, corrections=corrections)
