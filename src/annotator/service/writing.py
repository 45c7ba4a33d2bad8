"""Writing a file whole or not at all, and never over something that is no plain file."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from annotator.core.file_errors import FileIsFolderError, OccupiedFileError, UnwritableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

DATABASE = b"SQLite format 3\0"
# What SQLite keeps beside a database, and reads or deletes as its own.
SIDE_FILES = ("-journal", "-wal", "-shm")


@contextmanager
def replacing(target: Path) -> Iterator[TextIO]:
    """Open a UTF-8 file that takes the place of ``target`` when the block ends well.

    Raises:
        FileIsFolderError: the target is a folder.
        OccupiedFileError: it is a database, a device or a pipe.
        UnwritableFileError: the system refuses, or the disk is full.

    """
    try:
        place = target.resolve()
        refuse_occupied(target, place)
        number, name = tempfile.mkstemp(prefix=".export-", suffix=".part", dir=place.parent)
    except (OSError, RuntimeError) as error:
        raise unwritable(target, error) from error
    scratch = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            yield file
        settle(scratch)
        scratch.replace(place)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        scratch.unlink(missing_ok=True)


def settle(scratch: Path) -> None:
    """Bring a file that was written to the disk, with the rights that new files have."""
    with scratch.open("rb+") as file:
        os.fsync(file.fileno())
    scratch.chmod(0o666 & ~_mask())


def refuse_occupied(target: Path, place: Path) -> None:
    """Refuse to write where a database, a folder, a device or a pipe is.

    Raises:
        FileIsFolderError: the place is a folder.
        OccupiedFileError: it is something else that is not written over.

    """
    for suffix in SIDE_FILES:
        if place.name.endswith(suffix) and _is_database(Path(str(place).removesuffix(suffix))):
            raise OccupiedFileError(target)
    if not place.exists():
        return
    mode = place.stat().st_mode
    if stat.S_ISDIR(mode):
        raise FileIsFolderError(target)
    if not stat.S_ISREG(mode):
        raise OccupiedFileError(target)
    if _is_database(place):
        raise OccupiedFileError(target)


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(DATABASE)) == DATABASE


def unwritable(target: Path, error: OSError | RuntimeError) -> UnwritableFileError:
    """Return what to say of a file that the system refuses to have written."""
    reason = error.strerror if isinstance(error, OSError) else None
    return UnwritableFileError(target, reason=reason or str(error))


def _mask() -> int:
    """Return the process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
