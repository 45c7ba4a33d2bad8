"""The file that a PDF carries: where this program's printer puts it, or by pdfium elsewhere."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import DamagedAnnotationsError, NotAnnotationsError
from annotator.core.reading_errors import MissingExtraError
from annotator.service.reading.files import file_bytes

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 500_000_000
_NUMBER = re.compile(rb"/EF <</F (\d{1,9}) 0 R>>")
_STREAM = rb"\n%s 0 obj\n<<\n/Filter /FlateDecode\n/Length (\d{1,9}) 0 R\n>>\nstream\n"
_LENGTH = rb"\n%s 0 obj\n(\d{1,9})\nendobj\n"


def attached(path: Path, name: str, *, wanted: str) -> bytes:
    """Return the file of that name that a PDF carries; ``wanted`` is what the PDF should be.

    Raises:
        NotAnnotationsError: it carries none.
        DamagedAnnotationsError: it is too large, or not whole.
        MissingExtraError: it was not written by this program, and pdfium is not installed.
        FileProblemError: it is not there, no file, unreadable, empty or too large.

    """
    data = file_bytes(path, limit=LARGEST)
    packed = _packed(data)
    if packed is not None:
        return _unpacked(path, packed)
    found = _by_pdfium(path, data, name)
    if found is None:
        raise NotAnnotationsError(path, wanted=wanted)
    return found


def _packed(data: bytes) -> bytes | None:
    """Return the bytes of the last attachment where Qt's writer puts it; None without one."""
    numbers = _NUMBER.findall(data)
    stream = re.search(_STREAM % numbers[-1], data) if len(numbers) == 1 else None
    length = re.search(_LENGTH % stream[1], data) if stream else None
    if stream is None or length is None:
        return None
    return data[stream.end() : stream.end() + int(length[1])]


def _unpacked(path: Path, packed: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(packed, LARGEST)
    except zlib.error as error:
        raise _damaged(path, "it cannot be unpacked") from error
    if unpacking.unconsumed_tail:
        raise _damaged(path, f"it is larger than {LARGEST:,} bytes")
    if not unpacking.eof:
        raise _damaged(path, "the rest of it is missing")
    return data


def _by_pdfium(path: Path, data: bytes, name: str) -> bytes | None:
    try:
        import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415 - part of an extra, untyped
    except ImportError as error:
        raise MissingExtraError(path, what="PDF", extra="pdf") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DamagedAnnotationsError(
            path, place="its beginning", reason="it is no PDF that can be read"
        ) from error
    # pdfium hands names on as they are written: in UTF-16 by most.
    spellings = (name, b"\xfe\xff".decode("latin-1") + name.encode("utf-16-be").decode("latin-1"))
    try:
        for number in range(document.count_attachments()):
            one = document.get_attachment(number)
            if one.get_name() in spellings:
                return bytes(one.get_data())
    except pypdfium2.PdfiumError as error:
        raise _damaged(path, "it cannot be unpacked") from error
    finally:
        document.close()
    return None


def _damaged(path: Path, reason: str) -> DamagedAnnotationsError:
    return DamagedAnnotationsError(path, place="its attachment", reason=reason)
