"""What an edit of the text did to its highlights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from annotator.core.index_labels import LabelT

if TYPE_CHECKING:
    from annotator.core.span import Span


@dataclass(frozen=True, slots=True)
class EditEffect(Generic[LabelT]):
    """What an edit did to the highlights.

    To undo the edit, apply its inverse and move each highlight of ``before`` back to its span.
    """

    before: tuple[tuple[int, int, int, LabelT], ...]
    """Key, start, end and label, in user order, as they were before the edit, of all highlights
    whose text changed or that the inverse edit alone would not restore."""
    orphaned: tuple[int, ...]
    """The keys of those whose text was wholly removed; they remain, empty, where it was."""
    dirty: Span
    """The stretch of the new text to repaint: what came in. It is empty, at the place of the
    cut, if text only went; all other text has moved but is covered as before."""
