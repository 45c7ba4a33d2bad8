"""A last line in a PDF that says what all before it was, so that no page is altered unseen."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A comment: whoever shows the file passes over it.
_SEAL: Final = b"%%Fact Annotator: all before this line has the SHA-256 %s\n"
_SEALED: Final = re.compile(re.escape(_SEAL % b"HERE").replace(b"HERE", b"([0-9a-f]{64})"))
_PRINTED: Final = b"/Producer (\xfe\xff\x00Q\x00t\x00 "
_HEAD: Final = 4096
_AT_ONCE: Final = 1 << 20
_PLACE: Final = "its end"


def seal(path: Path) -> None:
    """Write the line behind a PDF.

    Raises:
        OSError: it cannot be read or written.

    """
    digest = hashlib.sha256()
    with path.open("rb+") as file:
        last = b""
        while part := file.read(_AT_ONCE):
            digest.update(part)
            last = part
        if not last.endswith(b"\n"):
            digest.update(b"\n")
            file.write(b"\n")
        file.write(_SEAL % digest.hexdigest().encode())


def seal_faults(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield what speaks against a PDF being as it was printed."""
    found = None
    for found in _SEALED.finditer(data):  # noqa: B007 - the last one is asked for below
        pass
    if found is None:
        # A program that wrote it anew left the line out, with all else that it did not know.
        if _PRINTED in data[:_HEAD]:
            yield _PLACE, Remark.UNSEALED.of()
        return
    if hashlib.sha256(memoryview(data)[: found.start()]).hexdigest().encode() != found[1]:
        yield "its pages", Remark.OTHER_PAGES.of()
    if found.end() != len(data):
        yield _PLACE, Remark.ADDED.of()
