"""What can go wrong while something is looked for."""

from __future__ import annotations

from typing import Final

from annotator.core.errors import AnnotatorError, Kind, UsageError

LONGEST_PATTERN: Final = 1000


class SupersededError(AnnotatorError):
    """A search that was given up for a newer one, or cancelled."""

    kind = Kind.ANSWER

    def __init__(self) -> None:
        super().__init__("The search was given up for another one.")


class BadPatternError(UsageError):
    """A regular expression that cannot be read; ``position`` counts code points from 0."""

    def __init__(self, reason: str, position: int | None) -> None:
        self.reason, self.position = reason, position
        place = f" at character {position + 1}" if position is not None else ""
        super().__init__(f"The pattern is wrong{place}: {reason}.")


class EmptyHitsError(UsageError):
    """A regular expression that matches between characters alone."""

    def __init__(self) -> None:
        super().__init__(
            "The pattern finds only places between characters, and no hit has a letter;"
            " write what is to be found."
        )


class SlowPatternError(UsageError):
    """A regular expression that did not come to an end in time."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"The pattern took more than {seconds:g} s on this text; make it simpler.")
