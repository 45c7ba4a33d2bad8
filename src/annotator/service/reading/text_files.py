"""A file of text in whatever encoding, told from a file of some program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.canonical import LoneSurrogateError, NulCharacterError, canonical_text
from annotator.core.file_errors import BinaryFileError, EmptyFileError, UnsayableTextError
from annotator.service.article_ports import Doubt
from annotator.service.reading.encodings import decoded, marked_encoding
from annotator.service.reading.files import file_bytes, source_of
from annotator.service.reading.guessed_encodings import unmarked_wide

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.records import Source
    from annotator.service.article_ports import ReadOptions

# A text has next to no control characters besides tab, line ends and form feed.
MOST_CONTROLS = 0.02
# A slip of the keyboard or of a copy leaves one or two, in a short text, too.
FEW_CONTROLS = 4
# By these some encodings of Eastern Asia go over to their letters and back, having said so.
SHIFTS, SHIFTING = b"\x0e\x0f", b"\x1b$"
CONTROLS = bytes(set(range(32)) - {0, 9, 10, 12, 13, 27}) + b"\x7f"
MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF",
         b"SQLite format 3\0", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf", b"Rar!", b"MZ\x90")  # fmt: skip


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's bytes and their canonical text, with what had to be guessed for it."""

    data: bytes
    text: str
    encoding: str
    normalized: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    encodings: tuple[str, ...] = ()

    def source(self, path: Path, *, reader: str, also: tuple[str, ...] = ()) -> Source:
        """Return what is recorded of the file: ``also`` tells what a reader normalized besides."""
        return source_of(
            path,
            self.data,
            encoding=self.encoding,
            reader=reader,
            normalized=(*self.normalized, *also),
        )


class ClaimedByName:
    """A reader of texts that nothing in them tells from any other text."""

    def fits(self, path: Path, head: bytes) -> bool:
        """Claim nothing: only the name of a file, or somebody, can tell."""
        del path, head
        return False


def text_file(path: Path, options: ReadOptions) -> TextFile:
    """Read a file of text; nothing is replaced or dropped, and a guessed encoding is a doubt.

    Raises:
        FileProblemError: one subclass for each thing that can be wrong with the file.

    """
    data = file_bytes(path)
    if not options.encoding and looks_binary(data):
        raise BinaryFileError(path)
    found = decoded(path, data, options)
    try:
        canonical = canonical_text(found.text)
    except (NulCharacterError, LoneSurrogateError) as error:
        raise UnsayableTextError(path, position=error.position) from error
    if not canonical.text.strip():
        raise EmptyFileError(path)
    return TextFile(
        data=data,
        text=canonical.text,
        encoding=found.encoding,
        normalized=canonical.normalized,
        doubts=(Doubt.ENCODING,) if found.guessed else (),
        encodings=found.others,
    )


def looks_binary(data: bytes) -> bool:
    """Tell binary from text: UTF-16 is text, a share of control bytes is not."""
    if data.startswith(MAGIC):
        return True
    if marked_encoding(data) or data.count(0) == 1:
        return False
    told = data.translate(None, SHIFTS) if SHIFTING in data else data
    controls = len(told) - len(told.translate(None, CONTROLS))
    many = controls > max(FEW_CONTROLS, MOST_CONTROLS * len(data))
    return (many or data.count(0) > MOST_CONTROLS * len(data)) and not unmarked_wide(data)
