"""The hash of all bytes of a bundle's file, with which the file ends.

Hashes of the members say nothing of what lies around them: headers, tables, and what pads packed
data. The comment of a zip archive is its very end, and there this hash stands. An archive that
another program packed anew has no comment, and no hash.
"""

from __future__ import annotations

import hashlib
from typing import IO, TYPE_CHECKING, Final

from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from annotator.service.watch import Watch

_DIGITS: Final = 64
# What every archive ends with, and how long it is where there is no comment (PKWARE, APPNOTE.TXT,
# section 4.3.16).
_LAST_RECORD: Final = b"PK\x05\x06"
_SHORTEST_END: Final = 22
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


def is_whole(file: IO[bytes], watch: Watch = UNWATCHED) -> bool:
    """Tell whether nothing speaks against a file: it is sealed, or ends without any comment."""
    file.seek(max(file.seek(0, 2) - _SHORTEST_END, 0))
    return file.read(len(_LAST_RECORD)) == _LAST_RECORD or is_sealed(file, watch)


def _digest(file: IO[bytes], end: int, watch: Watch) -> bytes:
    """Return the hash of what lies before ``end``, where the file stands then."""
    digest, left = hashlib.sha256(), end
    file.seek(0)
    while left and (chunk := file.read(min(left, _CHUNK))):
        watch.step(end - left, end)
        digest.update(chunk)
        left -= len(chunk)
    return digest.hexdigest().encode()
