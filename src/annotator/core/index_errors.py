"""Errors of edits and of the highlight index."""

from __future__ import annotations

from annotator.core.errors import UsageError


class DuplicateKeyError(UsageError):
    """A highlight that was added under a key already in use."""

    def __init__(self, key: int) -> None:
        self.key = key
        super().__init__(f"There is a highlight {key} already: give another key, or move that one.")


class UnknownKeyError(UsageError):
    """A key under which there is no highlight."""

    def __init__(self, key: int) -> None:
        self.key = key
        super().__init__(f"There is no highlight {key}: add it first.")


class KeyTooLargeError(UsageError):
    """A key that takes more than 64 bits."""

    def __init__(self, key: int) -> None:
        self.key = key
        super().__init__(f"Key {key} does not fit into 64 bits: number the highlights otherwise.")


class PositionTooLargeError(UsageError):
    """A place, or an edit leading to one, beyond what the index can count."""

    def __init__(self, position: int, limit: int) -> None:
        self.position, self.limit = position, limit
        super().__init__(f"Position {position} lies beyond {limit}: split the text.")


class NegativeEditError(UsageError):
    """An edit whose place or one of whose lengths is below zero."""

    def __init__(self, position: int, removed: int, inserted: int) -> None:
        self.position, self.removed, self.inserted = position, removed, inserted
        super().__init__(
            f"An edit at {position} that takes {removed} and brings {inserted} is none: "
            "give three numbers of 0 or more."
        )
