"""What can be wrong with the name of a reviewer."""

from __future__ import annotations

from annotator.core.errors import UsageError


class UnknownReviewerError(UsageError):
    """A reviewer who was not added on this computer."""

    def __init__(self, name: str, *, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(
            f"“{name}” does not work on this computer yet; add them as a new reviewer, or choose"
            f" one of: {', '.join(known)}."
        )


class ReviewerThereError(UsageError):
    """A name that a reviewer on this computer has already."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"“{name}” works on this computer already; choose that reviewer, or another name."
        )


class BadReviewerNameError(UsageError):
    """A name that nobody can have."""

    def __init__(self, *, most: int) -> None:
        self.most = most
        super().__init__(f"A reviewer's name has 1 to {most} characters in one line; give another.")
