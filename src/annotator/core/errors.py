"""Errors of the world, each with one kind sentence; anything else that is raised is a bug."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What a failure means; its value is the exit code of the command line.

    ``ANSWER``: the answer is "no"; ``USAGE``: a request that can never work; ``WORLD``: a file,
    a disk or another program failed.
    """

    ANSWER = 1
    USAGE = 2
    WORLD = 3


class AnnotatorError(Exception):
    """A failure that the program foresaw; its text is one sentence with the remedy.

    Subclasses keep what the sentence names as typed attributes, so that a window can
    translate by class instead of by text.
    """

    kind = Kind.WORLD


class UsageError(AnnotatorError):
    """A request that can never work as it was made."""

    kind = Kind.USAGE


class InvertedSpanError(UsageError):
    """A span that starts before the text or ends before it starts."""

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end
        super().__init__(
            f"{start} to {end} is no span: give a start of 0 or more and an end not before it."
        )
