"""Files that get their name when they are whole, and small ones that may be lost."""

from __future__ import annotations

import errno
import os
import sys
import uuid
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_NAME: Final = 40
# More than a small file ever has.
_SMALL: Final = 1 << 16


def beside(path: Path) -> Path:
    """Return a free, hidden name in the same folder, for writing before ``path`` gets it."""
    # A name may have 255 bytes, and SQLite makes one for its journal by adding to it.
    return path.with_name(f".{path.name[:_NAME]}.{uuid.uuid4().hex}.part")


def read_small(path: Path) -> bytes:
    """Return all of a small file, as ``overwrite`` writes it, with as few calls as can be."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return os.read(handle, _SMALL)
    finally:
        os.close(handle)


def overwrite(path: Path, data: bytes) -> None:
    """Write a small file in place, with one call and without syncing it.

    A killed program leaves the old text or the new one, a power cut possibly neither: that is
    for files that may be missing. Some file systems sync what is renamed over another file,
    which would cost ten times as much.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        if os.write(handle, data) < len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.ftruncate(handle, len(data))
    finally:
        os.close(handle)


def publish(part: Path, path: Path) -> bool:
    """Give a finished file its name; tell whether that name was free, else leave both alone."""
    try:
        if sys.platform == "win32":
            part.rename(path)
        else:
            _link(part, path)
    except FileExistsError:
        return False
    sync_folder(path.parent)
    return True


def _link(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError as error:
        # A file system without hard links: the name is tested first, which is all it offers.
        if path.exists():
            raise FileExistsError(path) from error
        part.rename(path)
    else:
        part.unlink()


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last, where the system has such a call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
