"""What can go wrong while an article is read out of a file: file, place and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.file_errors import FileProblemError

if TYPE_CHECKING:
    from pathlib import Path


class MissingExtraError(FileProblemError):
    """A file whose reader needs a part of the program that was not installed with it."""

    def __init__(self, path: Path, *, what: str, extra: str) -> None:
        self.what, self.extra = what, extra
        super().__init__(
            path,
            f"cannot be read without the reader of {what}; add it with"
            f' pip install "fact-annotator[{extra}]"',
        )


class ReaderTooSlowError(FileProblemError):
    """A file, or one article in it, that took longer to read than any is given."""

    def __init__(self, path: Path, *, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(
            path,
            f"was given up after {seconds:g} seconds of reading;"
            " save the article as plain text (UTF-8) and add that.",
        )


class ReaderStoppedError(FileProblemError):
    """A file whose reading somebody stopped."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "was not read, since reading was stopped; add it again.")


class ReaderMemoryError(FileProblemError):
    """A file that needs more memory than reading one may take."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "takes more memory than reading an article may need;"
            " save the article as plain text (UTF-8) and add that.",
        )


class ReaderCrashedError(FileProblemError):
    """A file on which its reader failed; ``report`` tells those who mend it where."""

    def __init__(self, path: Path, *, reader: str, report: str) -> None:
        self.reader, self.report = reader, report
        super().__init__(
            path,
            f"could not be read: the reader “{reader}” failed on it;"
            " save the article as plain text (UTF-8) and add that.",
        )


class UnknownEncodingError(FileProblemError):
    """An encoding that was asked for and does not exist."""

    def __init__(self, path: Path, *, encoding: str) -> None:
        self.encoding = encoding
        super().__init__(
            path,
            f"was to be read as “{encoding}”, which is no encoding of texts;"
            " choose another, such as windows-1251.",
        )


class WrongEncodingError(FileProblemError):
    """A text that is not in the encoding asked for; ``position`` counts bytes from 0."""

    def __init__(self, path: Path, *, encoding: str, position: int) -> None:
        self.encoding, self.position = encoding, position
        super().__init__(
            path,
            f"is not in the encoding {encoding} (see the byte at position {position});"
            " choose another, or leave it to be found.",
        )


class NoArticleError(FileProblemError):
    """A page in which no article can be told apart from what is around it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "shows no article among the parts of its page;"
            " read it as “whole page”, or copy the article and paste it.",
        )


class DamagedMarkupError(FileProblemError):
    """A page or document whose markup cannot be followed; ``reason`` says why."""

    def __init__(self, path: Path, *, reason: str) -> None:
        self.reason = reason
        super().__init__(
            path,
            f"cannot be followed in its markup ({reason}); save it again from where it came,"
            " or copy the article and paste it.",
        )


class NoPageError(FileProblemError):
    """A web archive without a page in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "holds no web page; open it in a browser and save the page again as one file."
        )
