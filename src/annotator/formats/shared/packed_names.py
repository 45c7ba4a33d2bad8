"""The names in an archive, looked at only to recognize what it is."""

from __future__ import annotations

import io
import re
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BEGINNING = b"PK\x03\x04"
_TAIL = 1 << 18
_ENTRY = re.compile(rb"PK\x01\x02")
_NAME_LENGTH, _NAME = 28, 46


def names_at_end(path: Path) -> tuple[str, ...]:
    """Return the names at the end of an archive's table of contents; none where there is no such.

    Reads the last bytes of the file alone.
    """
    try:
        with path.open("rb") as file:
            size = file.seek(0, io.SEEK_END)
            file.seek(max(0, size - _TAIL))
            tail = file.read(_TAIL)
    except (OSError, ValueError):
        return ()
    found = (_name(tail, entry.start()) for entry in _ENTRY.finditer(tail))
    return tuple(name for name in found if name)


def _name(tail: bytes, at: int) -> str:
    if at + _NAME > len(tail):
        return ""
    (length,) = struct.unpack_from("<H", tail, at + _NAME_LENGTH)
    return tail[at + _NAME : at + _NAME + length].decode("utf-8", "replace")
