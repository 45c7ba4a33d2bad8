"""The web pages in a WARC file, within limits on each and on all that is unpacked for them."""

from __future__ import annotations

import gzip
import zlib
from email.message import Message
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from annotator.articles.reading.web_page import LARGEST_PAGE
from annotator.core.reading_errors import MissingExtraError
from annotator.core.table_errors import DamagedDumpError, DamagedRowError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.errors import AnnotatorError

LARGEST_UNPACKED = 2_000_000_000
_PAGES = ("text/html", "application/xhtml+xml")
_CUT_OFF = "it is cut off there"
_FOUND = "200"
_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 16
# What unpacking and warcio are known to fail with on broken archives.
_FAILURES = (ValueError, LookupError, TypeError, AttributeError, EOFError, OSError, zlib.error)


class ArchivedPage(NamedTuple):
    """A page as a server answered it: its bytes, the encoding declared for it, its address."""

    place: str
    data: bytes
    charset: str
    url: str


class TooMuchUnpackedError(OSError):
    """More was unpacked than any archive holds."""


def archived_pages(path: Path, file: BinaryIO) -> Iterator[ArchivedPage | AnnotatorError]:
    """Yield the pages of an archive in their order, and for each that cannot be had the reason.

    Raises:
        MissingExtraError: the library for it is not installed.
        DamagedDumpError: it is no archive.

    """
    try:
        from warcio.archiveiterator import (  # type: ignore[import-untyped] # noqa: PLC0415 - part of an extra
            ArchiveIterator,
        )
        from warcio.exceptions import (  # type: ignore[import-untyped] # noqa: PLC0415 - part of an extra
            ArchiveLoadFailed,
        )
    except ImportError as error:
        raise MissingExtraError(path, what="web archives", extra="archives") from error
    number = 0
    unpacked = _Unpacked(file)
    try:
        for number, record in enumerate(ArchiveIterator(unpacked), 1):
            if _is_page(record):
                yield _page(path, f"record {number}", record)
        if unpacked.is_cut_off:
            yield _damaged(path, number, _CUT_OFF)
    except TooMuchUnpackedError:
        yield _damaged(path, number, "it expands beyond measure")
    except (*_FAILURES, ArchiveLoadFailed, gzip.BadGzipFile):
        yield _damaged(path, number, "it is no web archive, or broken there")


def _damaged(path: Path, number: int, reason: str) -> AnnotatorError:
    return DamagedDumpError(path, place=f"record {number + 1}", reason=reason)


def _is_page(record: Any) -> bool:  # noqa: ANN401 - warcio carries no types
    if record.rec_type == "resource":
        return _kind(record.rec_headers.get_header("Content-Type"))[0] in _PAGES
    if record.rec_type != "response" or record.http_headers is None:
        return False
    found = record.http_headers.get_statuscode() == _FOUND
    return found and _kind(record.http_headers.get_header("Content-Type"))[0] in _PAGES


def _page(path: Path, place: str, record: Any) -> ArchivedPage | AnnotatorError:  # noqa: ANN401 - warcio carries no types
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if url and url.isprintable():
        place = f"{place} ({url[:200]})"
    data = bytearray()
    content = record.content_stream()
    while chunk := content.read(_CHUNK):
        data += chunk
        if len(data) > LARGEST_PAGE:
            reason = f"it has more than {LARGEST_PAGE // 1_000_000} MB"
            return DamagedRowError(path, place=place, reason=reason)
    if _is_cut_off(record):
        return DamagedRowError(path, place=place, reason=_CUT_OFF)
    headers = record.http_headers or record.rec_headers
    charset = _kind(headers.get_header("Content-Type"))[1]
    return ArchivedPage(place, bytes(data), charset, url)


def _is_cut_off(record: Any) -> bool:  # noqa: ANN401 - warcio carries no types
    """Tell whether a record, now read to its end, has less in it than it says."""
    while record.raw_stream.read(_CHUNK):
        pass
    return int(getattr(record.raw_stream, "limit", 0)) > 0


def _kind(declared: str | None) -> tuple[str, str]:
    """Return the type and the encoding that a header declares."""
    header = Message()
    header["Content-Type"] = (declared or "").replace("\n", " ").replace("\r", " ")
    return header.get_content_type(), str(header.get_content_charset("") or "")


class _Unpacked:
    """The bytes of a file, unpacked where they are packed, up to a limit."""

    def __init__(self, file: BinaryIO) -> None:
        packed = file.read(len(_GZIP)) == _GZIP
        file.seek(0)
        self._file = gzip.GzipFile(fileobj=file) if packed else file
        self._position = 0
        self.is_cut_off = False

    def read(self, size: int = _CHUNK) -> bytes:
        try:
            data = self._file.read(size if 0 <= size <= _CHUNK else _CHUNK)
        except EOFError:
            # The library would take it for the end of the archive.
            self.is_cut_off = True
            return b""
        self._position += len(data)
        if self._position > LARGEST_UNPACKED:
            raise TooMuchUnpackedError
        return data

    def tell(self) -> int:
        return self._position
