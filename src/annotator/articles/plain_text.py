"""Plain text in UTF-8, with or without a byte order mark."""

from __future__ import annotations

import hashlib
import re
import stat
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.core.canonical import (
    CanonicalText,
    LoneSurrogateError,
    NulCharacterError,
    canonical_text,
)
from annotator.core.file_errors import (
    BinaryFileError,
    EmptyFileError,
    EncodingError,
    FolderError,
    MissingFileError,
    SpecialFileError,
    TooLargeFileError,
    UnreadableFileError,
    UnsayableTextError,
)
from annotator.core.records import Source
from annotator.service.ports import ReadArticle

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_ARTICLE = 50_000_000
LONGEST_TITLE = 150
# A text has next to no control characters besides tab, line ends and form feed.
MOST_CONTROLS = 0.02
CONTROLS = bytes(set(range(32)) - {0, 9, 10, 12, 13, 27}) + b"\x7f"
MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF",
         b"SQLite format 3\0", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf", b"Rar!", b"MZ\x90")  # fmt: skip
SENTENCE_END = re.compile(r"[.!?。！？؟…]['\"”’»)]*$")


class PlainTextReader:
    """Reads ``.txt`` files; the first line is the title where it looks like one."""

    name = "plain text"
    suffixes = (".txt", ".text")

    def read(self, path: Path) -> ReadArticle:
        """Read a file strictly: nothing is guessed, replaced or dropped.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        data = _bytes(path)
        if data.startswith(MAGIC):
            raise BinaryFileError(path)
        canonical = _canonical(path, data)
        if not canonical.text.strip():
            raise EmptyFileError(path)
        return ReadArticle(
            title=title_of(canonical.text, sayable(path.stem)),
            text=canonical.text,
            source=Source(
                name=sayable(path.name),
                sha256=hashlib.sha256(data).hexdigest(),
                size=len(data),
                encoding="UTF-8",
                reader=f"{self.name} {__version__}",
                normalized=canonical.normalized,
            ),
        )


def sayable(name: str) -> str:
    r"""Return a file's name with whatever no encoding can write replaced.

    >>> sayable("n\udcff.txt")
    'n?.txt'
    """
    return name.encode("utf-8", "replace").decode("utf-8")


def title_of(text: str, stem: str) -> str:
    r"""Return the first line where it reads like a headline, else the file's name in words.

    >>> title_of("Dam declared safe\nThe ministry said so.", "news-01")
    'Dam declared safe'
    >>> title_of("The ministry said so.\nNobody else did.", "news-01")
    'News 01'
    """
    lines = [line.strip() for line in text.lstrip().split("\n", 2)]
    first = lines[0]
    if len(lines) > 1 and len(first) <= LONGEST_TITLE and not SENTENCE_END.search(first):
        return first
    words = re.sub(r"[-_\s]+", " ", stem).strip() or stem
    return words[:1].upper() + words[1:]


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        _refuse_no_file(path, status.st_mode)
        if status.st_size > LARGEST_ARTICLE:
            raise TooLargeFileError(path, size=status.st_size, limit=LARGEST_ARTICLE)
        with path.open("rb") as file:
            # The size may lie or grow: one byte past the limit tells.
            data = file.read(LARGEST_ARTICLE + 1)
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except OSError as error:
        raise UnreadableFileError(path, reason=error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the name
        raise MissingFileError(path) from error
    if len(data) > LARGEST_ARTICLE:
        raise TooLargeFileError(path, size=len(data), limit=LARGEST_ARTICLE)
    if not data:
        raise EmptyFileError(path)
    return data


def _refuse_no_file(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise FolderError(path)
    if not stat.S_ISREG(mode):
        raise SpecialFileError(path)


def _canonical(path: Path, data: bytes) -> CanonicalText:
    try:
        return canonical_text(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _looks_binary(data):
            raise BinaryFileError(path) from error
        raise EncodingError(path, position=error.start, byte=data[error.start]) from error
    except (NulCharacterError, LoneSurrogateError) as error:
        if _looks_binary(data):
            raise BinaryFileError(path) from error
        raise UnsayableTextError(path, position=error.position) from error


def _looks_binary(data: bytes) -> bool:
    """Tell binary from text: UTF-16 is text (with its mark), a share of control bytes is not."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if data.count(0) == 1:
        return False
    controls = len(data) - len(data.translate(None, CONTROLS))
    return controls > MOST_CONTROLS * len(data) or data.count(0) > MOST_CONTROLS * len(data)
