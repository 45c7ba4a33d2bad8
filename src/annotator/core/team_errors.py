"""Merges and conflicts that a project cannot deal with as it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError, Kind, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence


class MergeOutdatedError(AnnotatorError):
    """A project that went on between the preview of a merge and the merge."""

    kind = Kind.ANSWER

    def __init__(self, member: str) -> None:
        self.member = member
        super().__init__(
            f"The project went on while what {member} sent was looked through, so nothing was"
            " merged; merge it again."
        )


class PartlyMergedError(AnnotatorError):
    """Bundles of which some stay merged, though the rest could not be."""

    def __init__(self, members: str, reason: str) -> None:
        self.members, self.reason = members, reason
        super().__init__(
            f"What {members} sent was merged, and stays so until you undo it; the rest"
            f" was not: {reason}"
        )


class RestNotMergedError(AnnotatorError):
    """A bundle that could not be merged after others were, each as a step of its own.

    ``merged`` counts those. It means what the failure in the sentence means.
    """

    def __init__(self, path: str, before: Sequence[str], error: AnnotatorError) -> None:
        self.path, self.merged, self.kind = path, len(before), error.kind
        super().__init__(
            f"{path} was not merged: {error} Those before it were, and stay so until you undo"
            f" them: {', '.join(before)}."
        )


class MuchDeletedError(AnnotatorError):
    """A merge that takes away so much that somebody should say it twice."""

    kind = Kind.ANSWER

    def __init__(self, member: str, *, deleted: int, there: int) -> None:
        self.member, self.deleted, self.there = member, deleted, there
        super().__init__(
            f"What {member} sent deletes {deleted} of {there} highlights, more than a tenth, so"
            " nothing was merged; look at it with --dry-run, and say --delete if that is right."
        )


class NothingDisputedError(UsageError):
    """A choice about something of which nothing waits to be settled."""

    def __init__(self, object_id: str) -> None:
        self.object_id = object_id
        super().__init__(
            f"Nothing of {object_id} waits to be settled; “annotator conflicts” lists what does."
        )


class NotBothError(UsageError):
    """Something that can be had in one way alone."""

    def __init__(self, object_id: str, kind: str) -> None:
        self.object_id, self.kind_of_object = object_id, kind
        super().__init__(f"Both cannot be kept of {kind} {object_id}; choose ours or theirs.")


class WhoseError(UsageError):
    """Theirs was chosen where several say different things, or one that is not there."""

    def __init__(self, object_id: str, sides: int) -> None:
        self.object_id, self.sides = object_id, sides
        which = (
            ", ".join(f"theirs:{number + 1}" for number in range(sides)) if sides > 1 else "theirs"
        )
        super().__init__(
            f"Of {object_id} there is more than one other side, or not that one: "
            f"choose {which}; “annotator conflicts” lists them."
        )
