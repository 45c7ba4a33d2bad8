"""What the window says of a team's errors where it mends them otherwise than the command line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.core.bundle_errors import MissingSigningError, OtherKeyError, UnsignedBundleError
from annotator.core.team_errors import (
    MuchDeletedError,
    NotBothError,
    NothingDisputedError,
    PartlyMergedError,
)


def team_sentence(error: Exception) -> str:
    """Return the sentence on an error of sending, merging or settling; empty for others."""
    return _on_keys(error) or _on_merges(error)


def _on_keys(error: Exception) -> str:
    if isinstance(error, OtherKeyError):
        return _tr(
            "{0} is signed for “{1}” with another key than before. Ask them whether they have a new"
            " key, and compare it."
        ).format(error.path.name, error.signer)
    if isinstance(error, UnsignedBundleError):
        return _tr(
            "{0} is not signed, and those that “{1}” sent before were. Ask them for a signed one,"
            " or take it as it is."
        ).format(error.path.name, error.signer)
    if isinstance(error, MissingSigningError):
        return _tr(
            "Signatures can neither be made nor checked here: what signs is not installed. The"
            " dialog for sending tells how to add it."
        )
    return ""


def _on_merges(error: Exception) -> str:
    if isinstance(error, MuchDeletedError):
        return _tr(
            "What {0} sent deletes {1} of {2} highlights, more than a tenth, so nothing was merged."
        ).format(error.member, error.deleted, error.there)
    if isinstance(error, PartlyMergedError):
        told = _tr(
            "What {0} sent was merged, and stays so until you undo it; the rest was not: {1}"
        )
        return told.format(error.members, error.reason)
    if isinstance(error, NothingDisputedError):
        return _tr("That waits to be settled no more.")
    if isinstance(error, NotBothError):
        return _tr("Both cannot be kept of this; choose ours or theirs.")
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("failures", text)
