"""What can go wrong while mail, feeds and web archives are read: file, place and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.file_errors import FileProblemError

if TYPE_CHECKING:
    from pathlib import Path


class NoMailError(FileProblemError):
    """A file that is no mail message, or one that cannot be followed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is no mail message that can be read; save the message again.")


class NoMailTextError(FileProblemError):
    """A mail message without a text of its own."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "holds no text besides its attachments; save those and add them instead."
        )


class EncryptedMailError(FileProblemError):
    """A mail message that only its recipient can open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "is encrypted; open it in the mail program, and copy and paste its text."
        )


class NoFeedError(FileProblemError):
    """A file in which no feed of articles can be found."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is no feed (RSS, Atom or JSON Feed); save the feed itself.")


class NoEntriesError(FileProblemError):
    """A feed in which there is nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is a feed without entries; save it again when it has some.")


class BrokenPartError(FileProblemError):
    """A part of a file, such as a page in an archive, that its reader refuses and why."""

    def __init__(self, path: Path, *, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(path, f"has a part that cannot be read: {place} {reason}")
