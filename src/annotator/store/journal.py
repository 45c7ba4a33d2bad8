"""The journal: a second copy of every acknowledged change, outside of the project's folder.

One line of JSON per change, appended at once and synced within a second.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Final

from annotator.store.columns import Json, to_bytes
from annotator.store.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_log = logging.getLogger(__name__)
SYNC_SECONDS: Final = 0.5
# What one call can take, as POSIX has it of most systems.
MOST_PIECES: Final = 1024


class Journal:
    """An append-only file; a failure to write it is kept in ``problem`` and told once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem: str | None = None
        self._lock = threading.Lock()
        self._handle: int | None = None
        self._synced = True
        self._closing = threading.Event()
        self._dirty = threading.Event()
        self._thread: threading.Thread | None = None

    def is_new(self) -> bool:
        """Tell whether nothing was ever written to it."""
        try:
            return self.path.stat().st_size == 0
        except OSError:
            return True

    def append(self, entry: Json) -> None:
        """Add a line; the change it tells of is safe in the project whatever happens here."""
        self.append_line((to_bytes(entry), b"\n"))

    def append_line(self, pieces: Sequence[bytes] | Spool) -> None:
        """Add a line that is JSON already, in pieces, its end included."""
        with self._lock:
            try:
                if not isinstance(pieces, Spool):
                    self._write(pieces)
                    return
                for piece in pieces:
                    self._write((piece,))
            except OSError as error:
                self._fail(error)

    def probe(self) -> str | None:
        """Try whether it can be written; return what is the matter, or was since it was opened."""
        with self._lock:
            try:
                if self._handle is None:
                    self._handle = self._opened()
                os.fsync(self._handle)
            except OSError as error:
                self._fail(error)
        return self.problem

    def sync(self) -> None:
        """Bring all that was appended to the disk."""
        with self._lock:
            self._dirty.clear()
            if self._handle is None or self._synced:
                return
            try:
                os.fsync(self._handle)
                self._synced = True
            except OSError as error:
                self._fail(error)

    def close(self) -> None:
        """Sync and let go of the file."""
        self._closing.set()
        self._dirty.set()
        if self._thread is not None:
            self._thread.join()
        self.sync()
        with self._lock:
            if self._handle is not None:
                os.close(self._handle)
                self._handle = None

    def _write(self, pieces: Iterable[bytes]) -> None:
        if self._handle is None:
            self._handle = self._opened()
        write_all(self._handle, pieces)
        self._synced = False
        self._dirty.set()
        if self._thread is None and not self._closing.is_set():
            self._thread = threading.Thread(target=self._sync_soon, name="journal", daemon=True)
            self._thread.start()

    def _opened(self) -> int:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        handle = os.open(self.path, flags, 0o600)
        if os.fstat(handle).st_size:
            os.lseek(handle, -1, os.SEEK_END)
            if os.read(handle, 1) != b"\n":  # a power cut left half a line
                os.write(handle, b"\n")
        return handle

    def _sync_soon(self) -> None:
        while not self._closing.is_set():
            self._dirty.wait()
            self._closing.wait(SYNC_SECONDS)
            self.sync()

    def _fail(self, error: OSError) -> None:
        if self.problem is None:
            _log.warning("The journal %s cannot be written: %s", self.path, error)
        self.problem = str(error)


def write_all(handle: int, pieces: Iterable[bytes]) -> None:
    """Write pieces one after another without joining them.

    One call for all of them keeps lines of several programs apart; a short one is continued.
    """
    together = getattr(os, "writev", None)
    if together is None:  # Windows
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(handle, rest) :]
        return
    waiting = deque(memoryview(piece) for piece in pieces)
    while waiting:
        sent = together(handle, list(islice(waiting, MOST_PIECES)))
        while waiting and sent >= len(waiting[0]):
            sent -= len(waiting.popleft())
        if sent:
            waiting[0] = waiting[0][sent:]
