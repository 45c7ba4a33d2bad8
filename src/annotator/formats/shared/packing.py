"""Zip archives that are the same to the byte whenever and wherever they are written."""

from __future__ import annotations

import io
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from annotator.core.exchange_errors import CannotWriteError
from annotator.core.file_errors import UnwritableFileError
from annotator.service.reading.archive import LARGEST_PACKED, MOST_PACKED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_THEN = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


class Packing:
    """An archive while it is written, one member after another."""

    def __init__(self, file: zipfile.ZipFile, form: str) -> None:
        self._file, self._form = file, form
        self._members = self._size = 0

    @contextmanager
    def text(self, name: str) -> Iterator[TextIO]:
        """Open a member that is a text in UTF-8, whose line ends stay as they are written.

        Raises:
            CannotWriteError: the archive has more in it than would be read again.
        """
        with (
            self._file.open(_member(name), "w", force_zip64=False) as raw,
            io.TextIOWrapper(raw, encoding="utf-8", newline="") as text,
        ):
            yield text
        self._members += 1
        self._size += self._file.getinfo(name).file_size
        if self._members > MOST_PACKED or self._size > LARGEST_PACKED:
            raise CannotWriteError(
                "so many articles and highlights",
                form=self._form,
                remedy="write parts of the project, with a filter",
            )


@contextmanager
def packing(target: Path, *, form: str) -> Iterator[Packing]:
    """Write an archive; ``form`` is what errors say that it would have been.

    Raises:
        UnwritableFileError: the system refuses, or the disk is full.
    """
    try:
        with zipfile.ZipFile(target, "w") as file:
            yield Packing(file, form)
    except (OSError, zipfile.LargeZipFile) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise UnwritableFileError(target, reason=reason or str(error)) from error


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _THEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system, info.external_attr = _UNIX, _PLAIN_FILE
    return info
