"""Plain text in UTF-8, with or without a byte order mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.articles.reading.files import file_bytes, sayable, source_of
from annotator.articles.reading.titles import title_of
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
    UnsayableTextError,
)
from annotator.service.article_ports import ReadArticle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.article_ports import ReadOptions

# A text has next to no control characters besides tab, line ends and form feed.
MOST_CONTROLS = 0.02
CONTROLS = bytes(set(range(32)) - {0, 9, 10, 12, 13, 27}) + b"\x7f"
MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF",
         b"SQLite format 3\0", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf", b"Rar!", b"MZ\x90")  # fmt: skip


class PlainTextReader:
    """Reads ``.txt`` files; the first line is the title where it looks like one."""

    name = "plain text"
    suffixes = (".txt", ".text")
    extra = ""
    apart = False
    variants = ()

    def fits(self, path: Path, head: bytes) -> bool:
        """Claim nothing: it is what a file is taken for that no other reader claims."""
        del path, head
        return False

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read a file strictly: nothing is guessed, replaced or dropped.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        del options
        data = file_bytes(path)
        if data.startswith(MAGIC):
            raise BinaryFileError(path)
        canonical = _canonical(path, data)
        if not canonical.text.strip():
            raise EmptyFileError(path)
        yield ReadArticle(
            title=title_of(canonical.text, sayable(path.stem)),
            text=canonical.text,
            source=source_of(
                path,
                data,
                encoding="UTF-8",
                reader=self.name,
                normalized=canonical.normalized,
            ),
        )


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
