"""Files of many articles, read piece by piece: their bytes, their encoding and their hash."""

from __future__ import annotations

import codecs
import hashlib
import io
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.core.file_errors import (
    BinaryFileError,
    EmptyFileError,
    EncodingError,
)
from annotator.core.reading_errors import WrongEncodingError
from annotator.core.records import Source
from annotator.core.table_errors import TooLargeDumpError
from annotator.service.article_ports import Doubt
from annotator.service.reading.encodings import decoded, known_encoding, marked_encoding
from annotator.service.reading.files import file_size, opening, sayable
from annotator.service.reading.guessed_encodings import unmarked_wide
from annotator.service.reading.seven_bit_encodings import seven_bit
from annotator.service.reading.text_files import looks_binary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from pathlib import Path

    from annotator.service.article_ports import ReadOptions

LARGEST_DUMP = 500_000_000
_CHUNK = 1 << 20
# So much shows in which encoding a text is.
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Survey:
    """What reading a file of text through once tells: its encoding, and what is recorded of it."""

    source: Source
    doubts: tuple[Doubt, ...] = ()
    encodings: tuple[str, ...] = ()


@contextmanager
def opened(path: Path, *, limit: int = LARGEST_DUMP) -> Iterator[BufferedReader]:
    """Open a file of many articles.

    Raises:
        FileProblemError: it is not there, no file, unreadable, empty or too large.

    """
    with opening(path):
        size = file_size(path)
        if size > limit:
            raise TooLargeDumpError(path, size=size, limit=limit)
        if not size:
            raise EmptyFileError(path)
        file = path.open("rb")
    with file:
        yield file


def source_of_dump(path: Path, file: BufferedReader, *, encoding: str, reader: str) -> Source:
    """Return what is recorded of a file, which is read through for its hash and set back."""
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = file.tell()
    file.seek(0)
    return Source(
        name=sayable(path.name),
        sha256=digest,
        size=size,
        encoding=encoding,
        reader=f"{reader} {__version__}",
    )


def surveyed(path: Path, file: BufferedReader, options: ReadOptions, *, reader: str) -> Survey:
    """Find the encoding that all of a file is in; nothing in it will fail to be decoded.

    Raises:
        BinaryFileError: it is no text.
        UnknownEncodingError: the chosen encoding does not exist.
        WrongEncodingError: it is not all in the encoding chosen, marked or guessed.
        EncodingError: it is damaged UTF-8, or nothing that could be guessed.

    """
    head = file.read(_CHUNK)
    if not options.encoding and looks_binary(head):
        raise BinaryFileError(path)
    chosen = options.encoding and known_encoding(path, options.encoding)
    encoding = chosen or marked_encoding(head)
    shifted = None if encoding else seven_bit(head[: head.rfind(b"\n") + 1] or head)
    others = shifted.others if shifted else ()
    encoding = encoding or (shifted.encoding if shifted else _unmarked(head))
    guessed = bool(not chosen and encoding and not marked_encoding(head))
    bad = _first_bad(file, encoding or "UTF-8")
    if bad >= 0 and encoding:
        raise WrongEncodingError(path, encoding=encoding, position=bad)
    if bad >= 0:
        encoding, others = _guess(path, file, options, bad=bad)
        guessed = True
    source = source_of_dump(path, file, encoding=encoding or "UTF-8", reader=reader)
    return Survey(source, (Doubt.ENCODING,) if guessed else (), others)


@contextmanager
def text_of(file: BufferedReader, survey: Survey) -> Iterator[io.TextIOWrapper]:
    """Give the text of a surveyed file, its line ends as they are and after its mark."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=survey.source.encoding, newline="")
    if text.read(1) != "\ufeff":
        text.seek(0)
    try:
        yield text
    finally:
        text.detach()  # the file is closed by who opened it


def beginning_of(file: BufferedReader, survey: Survey, *, length: int = 1 << 16) -> str:
    """Return the first characters of a surveyed file."""
    with text_of(file, survey) as text:
        return text.read(length)


def _first_bad(file: BufferedReader, encoding: str) -> int:
    """Return the position of the first byte that is wrong in an encoding, -1 without any."""
    decoder = codecs.getincrementaldecoder(encoding)()
    position = file.seek(0)
    while True:
        chunk = file.read(_CHUNK)
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            return position - pending + error.start
        except UnicodeError:  # UTF-16 and UTF-32 without their mark
            return 0
        if not chunk:
            return -1
        position += len(chunk)


def _unmarked(head: bytes) -> str:
    return unmarked_wide(head[: _SAMPLE // 4 * 4])


def _guess(
    path: Path, file: BufferedReader, options: ReadOptions, *, bad: int
) -> tuple[str, tuple[str, ...]]:
    """Guess an encoding by the lines from the first wrong byte on."""
    file.seek(bad)
    first = file.read(1)
    file.seek(max(0, bad - _SAMPLE // 2))
    sample = file.read(_SAMPLE)
    refusal = EncodingError(path, position=bad, byte=first[0] if first else 0)
    try:
        found = decoded(path, _whole_lines(sample), options)
    except EncodingError as error:
        raise refusal from error
    if found.encoding == "UTF-8":  # cut off in the middle of a character
        raise refusal
    worse = _first_bad(file, found.encoding)
    if worse >= 0:
        raise WrongEncodingError(path, encoding=found.encoding, position=worse)
    return found.encoding, found.others


def _whole_lines(sample: bytes) -> bytes:
    """Return a sample without what may be halves of characters at its ends."""
    if len(sample) < _SAMPLE:
        return sample
    lines = sample.split(b"\n")
    return b"\n".join(lines[1:-1]) or sample
