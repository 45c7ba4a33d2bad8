"""The hash of all bytes of a bundle's file, with which the file ends.

Hashes of the members say nothing of what lies around them: headers, tables, and what pads packed
data. The comment of a zip archive is its very end, and there this hash stands.
"""

from __future__ import annotations

import hashlib
from typing import IO, TYPE_CHECKING, Final

from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from annotator.service.watch import Watch

_DIGITS: Final = 64
OPEN: Final = b"sha256:" + bytes(_DIGITS)
"""The comment that an archive is to have before it is sealed."""
_CHUNK: Final = 1 << 20


def seal(file: IO[bytes]) -> None:
    """Seal an archive that has the comment ``OPEN``; the file can be read and written."""
    end = file.seek(0, 2) - _DIGITS
    digest = _digest(file, end, UNWATCHED)
    file.seek(end)
    file.write(digest)


def is_sealed(file: IO[bytes], watch: Watch = UNWATCHED) -> bool:
    """Tell whether a file is what was sealed, byte by byte; reads all of it."""
    end = file.seek(0, 2) - _DIGITS
    return end > 0 and _digest(file, end, watch) == file.read(_DIGITS)


def _digest(file: IO[bytes], end: int, watch: Watch) -> bytes:
    """Return the hash of what lies before ``end``, where the file stands then."""
    digest, left = hashlib.sha256(), end
    file.seek(0)
    while left and (chunk := file.read(min(left, _CHUNK))):
        watch.step(end - left, end)
        digest.update(chunk)
        left -= len(chunk)
    return digest.hexdigest().encode()
