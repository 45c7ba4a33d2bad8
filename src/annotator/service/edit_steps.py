"""One edit of a text as it was carried out, with all that taking it back needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.core.replacement import Replacement
from annotator.core.span import Span

if TYPE_CHECKING:
    from annotator.core.edit import Edit
    from annotator.core.edit_effect import EditEffect
    from annotator.core.sentence_blocks import SegmentedParagraph
    from annotator.core.sentences import SentenceEffect


@dataclass(frozen=True, slots=True)
class EditStep:
    """An edit with what it did to highlights, marks and sentences.

    ``paragraphs`` are those that the edit replaced, as they were; ``offset`` is where in the
    first of them it took place.
    """

    replacement: Replacement
    highlights: EditEffect[str]
    marks: EditEffect[str]
    sentences: SentenceEffect
    paragraphs: tuple[SegmentedParagraph, ...]
    offset: int

    @property
    def words_before(self) -> str:
        """What stands before the edit in its paragraph, the same whether it is done or undone."""
        return self.paragraphs[0].text[: self.offset]

    @property
    def dirty(self) -> Span:
        """The stretch of the new text that came in; empty where text only went."""
        start = self.replacement.position
        return Span(start, start + len(self.replacement.inserted))

    def inverse(self) -> EditStep:
        """Return the step that leads back, as views need to know of it."""
        done, effect = self.replacement, self.sentences
        return replace(
            self,
            replacement=Replacement(done.position, done.inserted, done.removed),
            sentences=replace(
                effect,
                removed=effect.added,
                added=effect.removed,
                removed_paragraphs=effect.added_paragraphs,
                added_paragraphs=effect.removed_paragraphs,
            ),
        )


def touches_words(edit: Edit, start: int, end: int) -> bool:
    """Tell whether an edit takes words from a span or brings some into it.

    >>> from annotator.core.edit import Edit
    >>> [touches_words(Edit(4, 0, 2), *span) for span in ((4, 9), (3, 9), (2, 4))]
    [False, True, False]
    """
    if max(start, edit.position) < min(end, edit.position + edit.removed):
        return True
    return bool(edit.inserted) and start < edit.position and edit.position + edit.removed < end


def continues(before: Replacement, after: Replacement) -> bool:
    r"""Tell whether an edit goes on with the one before it, as the letters of a word do.

    >>> continues(Replacement(4, "", "a"), Replacement(5, "", "b"))
    True
    >>> continues(Replacement(4, "", " "), Replacement(5, "", "b"))
    False
    """
    if before.removed and after.removed and not before.inserted and not after.inserted:
        backwards = after.position + len(after.removed) == before.position
        return backwards or after.position == before.position
    if before.removed or after.removed or "\n" in before.inserted + after.inserted:
        return False
    begins_word = before.inserted[-1:].isspace() and not after.inserted[:1].isspace()
    return after.position == before.position + len(before.inserted) and not begins_word
