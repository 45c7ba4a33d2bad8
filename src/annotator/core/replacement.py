"""Edits together with their words: what a journal keeps and what can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.edit import Edit


@dataclass(frozen=True, slots=True)
class Replacement:
    """One replacement in a text: where, the words that went, the words that came.

    >>> Replacement(4, "red", "bad").edit
    Edit(position=4, removed=3, inserted=3)
    """

    position: int
    removed: str
    inserted: str

    def __bool__(self) -> bool:
        return self.removed != self.inserted

    @property
    def edit(self) -> Edit:
        """The same in numbers."""
        return Edit(self.position, len(self.removed), len(self.inserted))

    def trimmed(self) -> Replacement:
        """Return what remains without the beginning and the ending that both words share.

        >>> Replacement(4, "red", "bad").trimmed()
        Replacement(position=4, removed='re', inserted='ba')
        """
        least = Edit.between(self.removed, self.inserted)
        start = least.position
        return Replacement(
            self.position + start,
            self.removed[start : start + least.removed],
            self.inserted[start : start + least.inserted],
        )

    def applied(self, text: str) -> str:
        """Return the text after the replacement; costs the length of the text.

        >>> Replacement(4, "red", "bad").applied("the red fox")
        'the bad fox'
        """
        end = self.position + len(self.removed)
        return f"{text[: self.position]}{self.inserted}{text[end:]}"
