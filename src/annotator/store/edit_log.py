"""The log of what is typed into a text: one small file outside the project's folder.

A commit to the project for each letter would cost some fsyncs each, be felt at the keys and wait
for whoever else writes. A line appended to a file is the system's within microseconds, so that
it outlives this program however it ends, and is synced to the disk within a second.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.core.editing_errors import EditLogError, TextBeingEditedError
from annotator.core.replacement import Replacement
from annotator.service.edit_log import LoggedEdit, TypedText
from annotator.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.core.records import Article

# Far behind everything typed: on Windows a locked byte cannot be read by others.
_LOCK_AT = 1 << 40


class FileEditLog(Journal):
    """The log of one article's editing, held against every other program while it is open."""

    def __init__(self, path: Path, article: Article) -> None:
        super().__init__(path)
        self._title = article.title
        try:
            self._handle = self._opened()
        except BlockingIOError as error:
            raise TextBeingEditedError(self._title) from error
        except OSError as error:
            raise EditLogError(path, error.strerror or str(error)) from error

    def begin(self, revision_id: str) -> None:
        """Begin anew, on the text of this revision."""
        assert self._handle is not None  # noqa: S101 - it was opened on construction
        os.ftruncate(self._handle, 0)
        self._add([{"revision": revision_id}])

    def append(self, edits: Sequence[LoggedEdit]) -> None:
        """Hand edits to the system; raise ``EditLogError`` if it does not take them."""
        self._add([_line(edit) for edit in edits])

    def announce(self, revision_id: str) -> None:
        """Say that all of it is about to become this revision; on the disk before it does."""
        self._add([{"becomes": revision_id}])
        self.sync()

    def drop(self) -> None:
        """Throw the log away."""
        with suppress(FileNotFoundError):
            if sys.platform == "win32":  # an open file cannot be removed there
                self.close()
            self.path.unlink()
        self.close()

    def _add(self, entries: Sequence[object]) -> None:
        lines = "".join(f"{_compact(entry)}\n" for entry in entries).encode("utf-8")
        with self._lock:
            try:
                if self.problem is not None:
                    raise EditLogError(self.path, self.problem)
                self._write((lines,))
            except OSError as error:
                raise EditLogError(self.path, error.strerror or str(error)) from error

    def _opened(self) -> int:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        handle = os.open(self.path, flags, 0o600)
        try:
            _lock(handle)
            # What follows half a line that a power cut left could not be read.
            whole = self.path.read_bytes().rfind(b"\n") + 1
            os.ftruncate(handle, whole)
        except BaseException:
            os.close(handle)
            raise
        return handle


def typed_text(path: Path, article_id: str, *, known: Sequence[str]) -> TypedText | None:
    """Return what a log holds; None where there is none, or it became one of the known revisions.

    What a power cut left of a last line is left out.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return None
    revision = ""
    edits: list[LoggedEdit] = []
    for line in lines:
        match _entry(line):
            case {"revision": str(base)}:
                revision = base
            case {"becomes": str(made)}:
                if made in known:
                    return None
            case ["edit", int(joins), int(position), str(removed), str(inserted)]:
                replacement = Replacement(position, removed, inserted)
                edits.append(LoggedEdit("edit", replacement, bool(joins)))
            case ["undo" | "redo" as act]:
                edits.append(LoggedEdit(act))
            case _:
                break
    return TypedText(article_id, revision, tuple(edits)) if revision and edits else None


def _line(edit: LoggedEdit) -> list[object]:
    done = edit.replacement
    if done is None:
        return [edit.act]
    return [edit.act, int(edit.joins), done.position, done.removed, done.inserted]


def _compact(entry: object) -> str:
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"))


def _entry(line: bytes) -> object:
    with suppress(ValueError):
        return json.loads(line)
    return None


def _lock(handle: int) -> None:
    """Hold a file until it is closed, by whatever end; raise ``BlockingIOError`` if it is held."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        os.lseek(handle, _LOCK_AT, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
    else:
        import fcntl  # noqa: PLC0415 - only there

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
