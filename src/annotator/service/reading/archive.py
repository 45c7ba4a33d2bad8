"""Documents kept in zip archives, unpacked into memory within limits that no archive talks away."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.core.document_errors import (
    DamagedDocumentError,
    PasswordNeededError,
    RefusedArchiveError,
    WrongFormatError,
)
from annotator.service.reading.dump_files import LARGEST_DUMP, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

MOST_ENTRIES = 20_000
LARGEST_CONTENT = 200_000_000
# Of an archive of many articles, which is read piece by piece.
MOST_PACKED = 100_000
LARGEST_PACKED = 1_000_000_000
MOST_EXPANSION = 200
# A page of spaces expands a thousandfold and harms nobody.
SMALL = 1_000_000
_CHUNK = 1 << 16
_TAIL = 1 << 18
_ENTRY = b"PK\x01\x02"
# An entry of the table of contents up to its name, whose length it tells.
_UP_TO_NAME = re.compile(rb"PK\x01\x02.{24}(..).{16}", re.DOTALL)
BEGINNING = b"PK\x03\x04"
"""How an archive begins that has anything in it."""
_BEGINNINGS = (BEGINNING, b"PK\x05\x06")
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# A header that asks for what zipfile does not know raises NotImplementedError, a RuntimeError.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    RuntimeError,
)


class Archive:
    """The members of a zip archive, by name; nothing is ever written by a name in it.

    Sizes are counted while members are unpacked, since what an archive says of them may be
    wrong; all that is read from it together has a limit.
    """

    def __init__(self, path: Path, file: zipfile.ZipFile, *, limit: int | None = None) -> None:
        self._path, self._file, self._limit = path, file, limit
        self._members = {info.filename: info for info in file.infolist() if not info.is_dir()}
        # How much of each was read; what is read again counts once.
        self._read: dict[str, int] = {}
        self._total = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members in their order."""
        return tuple(self._members)

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Return the bytes of a member.

        Raises:
            DamagedDocumentError: there is none of that name, or it cannot be unpacked.
            PasswordNeededError: it is encrypted.
            RefusedArchiveError: it expands more than any document does.
        """
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a member piece by piece; raises what ``read`` does."""
        info = self._members.get(name)
        if info is None:
            raise DamagedDocumentError(self._path, part=_shown(name), reason="it is missing")
        if info.flag_bits & _ENCRYPTED:
            raise PasswordNeededError(self._path)
        try:
            yield from self._unpacked(info)
        except _DAMAGE as error:
            raise DamagedDocumentError(
                self._path, part=_shown(name), reason="it cannot be unpacked"
            ) from error

    def _unpacked(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        limit = self._limit or LARGEST_CONTENT
        most, size = max(SMALL, MOST_EXPANSION * info.compress_size), 0
        with self._file.open(info) as member:
            while chunk := member.read(_CHUNK):
                size += len(chunk)
                if size > (before := self._read.get(info.filename, 0)):
                    self._total += size - before
                    self._read[info.filename] = size
                if size > most or self._total > limit:
                    raise RefusedArchiveError(self._path, reason="it expands beyond measure")
                yield chunk


@contextmanager
def opened_archive(path: Path, data: bytes, *, wanted: str) -> Iterator[Archive]:
    """Open the archive that ``data`` is; ``wanted`` is what errors say it should have been.

    Raises:
        WrongFormatError: it is no archive.
        DamagedDocumentError: its table of contents is damaged.
        RefusedArchiveError: it has too much in it, or names that lead out of it.
    """
    if not data.startswith(_BEGINNINGS):
        raise WrongFormatError(path, wanted=wanted)
    # Counted before each becomes an object: the archive's own figure may be wrong.
    if data.count(_ENTRY) > MOST_ENTRIES:
        raise RefusedArchiveError(path, reason=f"it has more than {MOST_ENTRIES:,} files in it")
    with _table_read(path, io.BytesIO(data)) as file:
        _refuse_harmful(path, file.infolist())
        yield Archive(path, file)


@contextmanager
def opened_packed(path: Path, *, wanted: str, limit: int | None = None) -> Iterator[Archive]:
    """Open an archive of many articles, of which no more is in memory than is asked for.

    ``limit`` is how many bytes its files may have when they are unpacked; half, as it is packed.

    Raises:
        FileProblemError: the file cannot be opened.
        WrongFormatError: it is no archive.
        DamagedDocumentError: its table of contents is damaged.
        RefusedArchiveError: it has too much in it, or names that lead out of it.
    """
    limit = limit or LARGEST_PACKED
    with opened(path, limit=max(LARGEST_DUMP, limit // 2)) as data:
        if not data.read(len(_ENTRY)).startswith(_BEGINNINGS):
            raise WrongFormatError(path, wanted=wanted)
        if _entries(data) > MOST_PACKED:
            raise RefusedArchiveError(path, reason=f"it has more than {MOST_PACKED:,} files in it")
        with _table_read(path, data) as file:
            _refuse_harmful(path, file.infolist(), limit=limit)
            yield Archive(path, file, limit=limit)


def names_at_end(path: Path) -> tuple[str, ...]:
    """Return the names at the end of an archive's table of contents; none where there is no such.

    Reads the last bytes of the file alone.
    """
    try:
        if not path.is_file():
            return ()
        with path.open("rb") as file:
            size = file.seek(0, io.SEEK_END)
            file.seek(max(0, size - _TAIL))
            tail = file.read(_TAIL)
    except (OSError, ValueError):
        return ()
    found = []
    for entry in _UP_TO_NAME.finditer(tail):
        length = int.from_bytes(entry[1], "little")
        found.append(tail[entry.end() : entry.end() + length].decode("utf-8", "replace"))
    return tuple(filter(None, found))


def has_entry(path: Path, beginning: bytes) -> bool:
    """Tell whether the end of an archive's table of contents has a name that begins so."""
    return any(one.startswith(beginning.decode()) for one in names_at_end(path))


def _table_read(path: Path, data: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(data)
    except _DAMAGE as error:
        raise DamagedDocumentError(
            path, part="its table of contents", reason="it is cut off or broken"
        ) from error


def _entries(data: BinaryIO) -> int:
    """Return how many entries the whole of an archive can have."""
    found, tail = 0, b""
    data.seek(0)
    while chunk := data.read(SMALL):
        found += (tail + chunk).count(_ENTRY)
        tail = chunk[1 - len(_ENTRY) :]
    return found


def _refuse_harmful(
    path: Path, members: list[zipfile.ZipInfo], *, limit: int | None = None
) -> None:
    limit = limit or LARGEST_CONTENT
    seen: set[str] = set()
    for info in members:
        reason = _harm(info)
        if info.filename.casefold() in seen:
            reason = "it has two files of the same name"
        if reason:
            raise RefusedArchiveError(path, reason=f"{reason}: {_shown(info.orig_filename)}")
        seen.add(info.filename.casefold())
    if sum(info.file_size for info in members) > limit:
        raise RefusedArchiveError(path, reason=f"it holds more than {limit // 1_000_000:,} MB")


def _harm(info: zipfile.ZipInfo) -> str:
    name = info.orig_filename
    if name.startswith("/") or "\\" in name or ":" in name[:2] or "\0" in name:
        return "a name in it leads elsewhere"
    if ".." in name.split("/"):
        return "a name in it leads out of it"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it holds a link"
    if info.compress_type not in _METHODS:
        return "it is packed in an unusual way"
    if info.file_size > max(SMALL, MOST_EXPANSION * info.compress_size):
        return "a file in it expands beyond measure"
    return ""


def _shown(name: str) -> str:
    """Return a name fit for a sentence."""
    return "".join(one if one.isprintable() else "?" for one in name[:100])
