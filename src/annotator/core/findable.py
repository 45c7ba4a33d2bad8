"""By what a text is found: computed once, away from the project, for whoever writes it there."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.likeness import shingles
from annotator.core.words import words


@dataclass(frozen=True, slots=True)
class Findable:
    """Of each paragraph of a text, its folded words and the sample of its shingles, in order.

    ``text_sha256`` is the digest of the text that they are of.
    """

    text_sha256: str
    words: tuple[str, ...]
    shingles: tuple[tuple[int, ...], ...]

    @property
    def sample(self) -> set[int]:
        """The sample of the whole text's shingles."""
        return set().union(*self.shingles)


def findable(text: str, text_sha256: str) -> Findable:
    r"""Return by what a text is found, given its digest; costs what the text is long.

    >>> findable("It rained.\n\nThe Dam held.", "").words
    ('it rained', '', 'the dam held')
    """
    folded = [words(paragraph) for paragraph in text.split("\n")]
    return Findable(
        text_sha256,
        tuple(map(" ".join, folded)),
        tuple(tuple(sorted(shingles(one))) for one in folded),
    )
