"""Whether the file at a project's path is still the one that was opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final, TypeAlias

from annotator.core.project_errors import ProjectReplacedError

if TYPE_CHECKING:
    from pathlib import Path

Signature: TypeAlias = tuple[int, int, int, int]
_HEAD: Final = "SELECT sequence, hash FROM change ORDER BY sequence DESC LIMIT 1"


class FileWatch:
    """The file's identity, size and time as they were after what this process knows of.

    SQLite notices what others commit by a counter in the file; a copy put in place with the same
    counter, or under another inode, escapes it, and writing on would mix the two.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _signature(path)
        self._version = 0

    def renew(self, version: int) -> None:
        """Take note of the file as it is after a commit of our own."""
        self._known, self._version = _signature(self._path), version

    def require_same(self, connection: sqlite3.Connection, version: int) -> None:
        """Raise ``ProjectReplacedError`` where another file is there; one look at it where not.

        ``version`` is SQLite's ``data_version`` of the connection, read just before.
        """
        now = _signature(self._path)
        # A file that is gone is told by SQLite itself when something is written.
        if now is None or now == self._known:
            self._version = version
            return
        other = self._known is not None and now[:2] != self._known[:2]
        if other or (version == self._version and not self._tells_the_same(connection)):
            raise ProjectReplacedError(self._path)
        self._known, self._version = now, version

    def _tells_the_same(self, connection: sqlite3.Connection) -> bool:
        """Compare the newest change as we know it with what the file itself says."""
        with closing(sqlite3.connect(self._path, timeout=1.0)) as fresh:
            found: object = fresh.execute(_HEAD).fetchone()
        return bool(found == connection.execute(_HEAD).fetchone())


def _signature(path: Path) -> Signature | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
