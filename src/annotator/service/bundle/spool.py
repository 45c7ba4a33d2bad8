"""The members of a bundle while it is written: on the disk, each with its hash."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.service.bundle import seal
from annotator.team.shared import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import IO, Self

    from annotator.service.watch import Watch
    from annotator.team.shared import Json

_THEN: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_PLAIN_FILE: Final = 0o100644 << 16
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Spooled:
    """A member that was written: where it lies, its length in bytes, its hash, its lines."""

    lane: int
    start: int
    size: int
    sha256: str
    records: int


class Member:
    """A member while it is written, piece after piece."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._hash = file, hashlib.sha256()
        self.size = self.records = 0

    def write(self, data: bytes) -> None:
        """Write some bytes."""
        self._file.write(data)
        self._hash.update(data)
        self.size += len(data)

    def line(self, value: Json) -> None:
        """Write a value as a line of JSON."""
        self.record(canonical(value))

    def record(self, text: str) -> None:
        """Write a line."""
        self.write(f"{text}\n".encode())
        self.records += 1

    @property
    def sha256(self) -> str:
        """The hash of all that was written."""
        return self._hash.hexdigest()


class Spool:
    """Members in two files that are gone once it is closed, so that two can grow side by side."""

    def __init__(self) -> None:
        self._lanes = [_unnamed_file(), _unnamed_file()]
        self.members: dict[str, Spooled] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for lane in self._lanes:
            lane.close()

    @contextmanager
    def member(self, name: str, *, lane: int = 0) -> Iterator[Member]:
        """Write a member; two at a time have to be in two lanes."""
        file = self._lanes[lane]
        start, member = file.tell(), Member(file)
        yield member
        self.members[name] = Spooled(lane, start, member.size, member.sha256, member.records)

    def put(self, name: str, data: bytes) -> None:
        """Write a member that is in memory."""
        with self.member(name) as member:
            member.write(data)

    def read(self, name: str) -> bytes:
        """Return a member."""
        return b"".join(self._chunks(self.members[name]))

    def pack(self, target: IO[bytes], names: list[str], watch: Watch) -> None:
        """Write a zip archive of some members that is the same whenever and wherever it is made.

        The first is stored as it is, so that its bytes tell what the archive is; the last is the
        seal on all of them. What is written to can be read, too.
        """
        with zipfile.ZipFile(target, "w") as archive:
            for number, name in enumerate(names):
                spooled = self.members[name]
                info = zipfile.ZipInfo(name, _THEN)
                info.compress_type = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
                info.create_system, info.external_attr = _UNIX, _PLAIN_FILE
                info.file_size = spooled.size
                with archive.open(info, "w") as packed:
                    for chunk in self._chunks(spooled):
                        watch.step(number, len(names))
                        packed.write(chunk)
            archive.comment = seal.OPEN
        seal.seal(target)

    def _chunks(self, spooled: Spooled) -> Iterator[bytes]:
        file = self._lanes[spooled.lane]
        file.seek(spooled.start)
        left = spooled.size
        while left:
            chunk = file.read(min(left, _CHUNK))
            left -= len(chunk)
            yield chunk
        file.seek(0, 2)


def _unnamed_file() -> IO[bytes]:
    return tempfile.TemporaryFile(prefix="annotator-")
