"""What can stand in the way of calling an article finished."""

from __future__ import annotations

from annotator.core.errors import AnnotatorError, Kind


class FinishedByOthersError(AnnotatorError):
    """An article that was to be reopened was finished by others alone."""

    kind = Kind.ANSWER

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(
            f"“{title}” is finished, but not by you: it stays so until those who finished it"
            " reopen it."
        )


class UnreviewedSentencesError(AnnotatorError):
    """An article that was to be finished has sentences that nobody reviewed."""

    kind = Kind.ANSWER

    def __init__(self, title: str, count: int) -> None:
        self.title, self.count = title, count
        sentences = "1 sentence is" if count == 1 else f"{count} sentences are"
        super().__init__(
            f"“{title}” is not finished: {sentences} not reviewed yet; review them, or say that"
            " it is finished anyway."
        )
