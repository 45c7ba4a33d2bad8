"""A last line in a PDF that says what all before it was, so that no page is altered unseen."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

# A comment: whoever shows the file passes over it.
_SEAL: Final = b"%%Fact Annotator: all before this line has the SHA-256 %s\n"
_SEALED: Final = re.compile(re.escape(_SEAL % b"HERE").replace(b"HERE", b"([0-9a-f]{64})"))
_PRINTED: Final = b"/Producer (\xfe\xff\x00Q\x00t\x00 "
_HEAD: Final = 4096
_PLACE: Final = "its end"


def sealed(data: bytes) -> bytes:
    """Return a PDF with the line behind it.

    >>> list(seal_faults(sealed(b"%PDF-1.7")))
    []
    """
    whole = data if data.endswith(b"\n") else data + b"\n"
    return whole + _SEAL % hashlib.sha256(whole).hexdigest().encode()


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
    if hashlib.sha256(data[: found.start()]).hexdigest().encode() != found[1]:
        yield "its pages", Remark.OTHER_PAGES.of()
    if found.end() != len(data):
        yield _PLACE, Remark.ADDED.of()
