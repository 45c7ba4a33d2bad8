"""What can stand in the way of giving an article a newer text, or a highlight its place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, Kind, UsageError

if TYPE_CHECKING:
    from pathlib import Path


class RevisedMeanwhileError(AnnotatorError):
    """The article went on to another text since its new one was compared with it."""

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(
            f"“{title}” was given another text meanwhile, so nothing was changed: compare the"
            " newer copy once more."
        )


class TextHalfEditedError(AnnotatorError):
    """The article's text is being edited, or was and is neither kept nor discarded."""

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(
            f"The text of “{title}” is being edited: finish or discard that first, then take the"
            " newer copy."
        )


class NotUnplacedError(AnnotatorError):
    """A highlight that was to be settled and does not wait for a place."""

    kind = Kind.ANSWER

    def __init__(self, highlight_id: str) -> None:
        self.highlight_id = highlight_id
        super().__init__(
            f"The highlight {highlight_id} does not wait for a place; nothing was changed."
        )


class NoSuchCandidateError(UsageError):
    """A candidate that a highlight without a place does not have."""

    def __init__(self, highlight_id: str, count: int) -> None:
        self.highlight_id, self.count = highlight_id, count
        super().__init__(
            f"The highlight {highlight_id} has {count} places to choose from; choose one of them,"
            " or give a start and an end."
        )


class NoCandidateError(UsageError):
    """A candidate that was asked for where a highlight without a place has none at all."""

    def __init__(self, highlight_id: str) -> None:
        self.highlight_id = highlight_id
        super().__init__(
            f"The highlight {highlight_id} has no place to choose; give a start and an end,"
            " or say “keep” or “drop”."
        )


class NoSuchRevisionError(UsageError):
    """The number of a revision that an article does not have."""

    def __init__(self, number: int, *, known: tuple[int, ...]) -> None:
        self.number, self.known = number, known
        told = ", ".join(map(str, known))
        super().__init__(f"There is no revision {number}; the article has {told}.")


class OnlyRevisionError(AnnotatorError):
    """A comparison that was asked for where there is nothing to compare with."""

    kind = Kind.ANSWER

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(f"“{title}” has no revision before this one to compare it with.")


class NotOneArticleError(UsageError):
    """A file that was to be the newer copy of one article and holds several, or none."""

    def __init__(self, path: Path, count: int) -> None:
        self.path, self.count = path, count
        super().__init__(
            f"{path} holds {count} articles, not the newer copy of one: give a file with that"
            " alone."
        )
