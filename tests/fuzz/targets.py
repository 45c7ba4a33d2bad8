"""One reader at a time, given files that are made of any bytes.

An input is a byte that chooses the reader's variant and the file's bytes; of formats in archives,
one more that chooses the member, and that member's bytes, since what is packed would only be
damaged.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from tests.articles.laws import assert_read_or_refused_kindly
from tests.articles.samples import reader_at, sample

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://example.org/a"


class Target:
    """One reader and the file that inputs are put into."""

    def __init__(self, point: str, folder: Path) -> None:
        """Take the reader of an entry point."""
        self._reader = reader_at(point)
        self._sample = sample(point, ADDRESS)
        self._members = members(self._sample)
        self._path = folder / f"a{self._reader.suffixes[0]}"

    def seeds(self) -> list[bytes]:
        """Return inputs that are whole, for every variant and member."""
        variants = range(len(self._reader.variants) + 1)
        files = [bytes([number]) + content for number, content in enumerate(self._members.values())]
        return [bytes([one]) + file for one in variants for file in files or [self._sample]]

    def try_input(self, data: bytes) -> None:
        """Hold that a file with these bytes is read or refused kindly."""
        variants = ("", *self._reader.variants)
        variant = variants[data[0] % len(variants)] if data else ""
        self._path.write_bytes(self._file(data[1:]))
        assert_read_or_refused_kindly(self._reader, self._path, variant=variant)

    def _file(self, data: bytes) -> bytes:
        if not self._members or not data:
            return data
        name = list(self._members)[data[0] % len(self._members)]
        return packed(self._members | {name: data[1:]})


def members(data: bytes) -> dict[str, bytes]:
    """Return what is in an archive by name; nothing where it is none."""
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    """Return an archive, none of it compressed."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, part in content.items():
            file.writestr(name, part)
    return data.getvalue()
