"""What can be wrong with a document, a book or the archive that one is kept in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.file_errors import FileProblemError

if TYPE_CHECKING:
    from pathlib import Path


class WrongFormatError(FileProblemError):
    """A file that is not what its name says; ``wanted`` is what it was read as."""

    def __init__(self, path: Path, *, wanted: str) -> None:
        self.wanted = wanted
        super().__init__(
            path,
            f"is no {wanted}, or is damaged at its beginning;"
            " open it in its own program and save it again.",
        )


class DamagedDocumentError(FileProblemError):
    """A document of which a part cannot be read; ``part`` names it, ``reason`` says why."""

    def __init__(self, path: Path, *, part: str, reason: str) -> None:
        self.part, self.reason = part, reason
        super().__init__(
            path,
            f"is damaged in {part} ({reason}); open it in its own program and save it again.",
        )


class RefusedArchiveError(FileProblemError):
    """An archive that could do harm when unpacked; ``reason`` says by what."""

    def __init__(self, path: Path, *, reason: str) -> None:
        self.reason = reason
        super().__init__(
            path,
            f"is not unpacked, since {reason};"
            " open it in its own program, if you trust it, and save it again.",
        )


class PasswordNeededError(FileProblemError):
    """A document that opens with a password only."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "needs a password to be opened; save a copy without one and add that."
        )


class ProtectedBookError(FileProblemError):
    """A book that opens only in the programs of the shop it is from."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "is protected by its shop (DRM) and opens in the shop's programs alone;"
            " get a copy without protection, or paste the passage in question.",
        )


class NoTextLayerError(FileProblemError):
    """Pages that are pictures, with no text behind them."""

    def __init__(self, path: Path, *, pages: int) -> None:
        self.pages = pages
        super().__init__(
            path,
            f"has no text, only pictures of it (pages: {pages});"
            " have the text recognized by an OCR program and add what that saves.",
        )


class TooManyPagesError(FileProblemError):
    """A document longer than any article; ``limit`` is the most pages one may have."""

    def __init__(self, path: Path, *, pages: int, limit: int) -> None:
        self.pages, self.limit = pages, limit
        super().__init__(
            path,
            f"has {pages:,} pages, and an article may have {limit:,};"
            " save the pages in question as a file of their own.",
        )
