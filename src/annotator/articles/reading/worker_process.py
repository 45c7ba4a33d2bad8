"""One reading process seen from the program: asked for articles, waited for, ended."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.articles.reading.messages import from_line, to_line, understood
from annotator.core.errors import AnnotatorError
from annotator.core.reading_errors import (
    ReaderCrashedError,
    ReaderMemoryError,
    ReaderStoppedError,
    ReaderTooSlowError,
)
from annotator.service.article_ports import ReadArticle
from annotator.service.reading.files import LARGEST_ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.articles.reading.messages import Message
    from annotator.service.column_mappings import Column

# An article's text with the escapes of its worst characters, and its metadata.
LONGEST_LINE = 6 * LARGEST_ARTICLE + 1_000_000
LONGEST_REPORT = 20_000
STOP_SECONDS = 0.5
# How a death for lack of memory shows, beside the exception.
_NO_MEMORY = ("MemoryError", "bad_alloc", "out of memory", "Out of memory", "cannot allocate")
# Libraries that have none left, pdfium among them, abort without a word of their own; what they
# find wrong besides, they, or the C library, tell before.
_ABORTED = "Fatal Python error: Aborted"
_KILLED = -9  # by the system, when memory ran out


class WorkerProcess:
    """A started process; it reads one file at a time and dies with its input."""

    def __init__(self) -> None:
        """Start it; raises OSError where the system starts no process."""
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the process ends
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "annotator.articles.reading.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._errors.close()
            raise
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._pump = threading.Thread(target=self._take_lines, daemon=True)
        self._pump.start()
        self.used = time.monotonic()
        self.files = 0
        self._interrupted = False

    @property
    def alive(self) -> bool:
        """Tell whether it can be given a file."""
        return not self._interrupted and self._process.poll() is None

    @property
    def number(self) -> int:
        """The number under which the system knows the process."""
        return self._process.pid

    def read(
        self, path: Path, request: Message, *, reader: str
    ) -> Iterator[ReadArticle | AnnotatorError]:
        """Yield what a reader finds there; ended early, it stops or is ended.

        Raises:
            AnnotatorError: what the reader raised there, or the reason why it was ended.
        """
        self.files += 1
        self._send(request)
        while True:
            found = self._answer(path, request["seconds"], reader=reader)
            if not isinstance(found, (ReadArticle, AnnotatorError)):
                return
            try:
                yield found
            except GeneratorExit:
                self._stop()
                raise
            self._send({"do": "more"})

    def columns(self, path: Path, request: Message, *, reader: str) -> tuple[Column, ...]:
        """Return the columns that a reader finds there.

        Raises:
            AnnotatorError: what the reader raised there, or the reason why it was ended.
        """
        self.files += 1
        self._send(request)
        found = self._answer(path, request["seconds"], reader=reader)
        if isinstance(found, tuple):
            return found
        self.end()
        raise ReaderCrashedError(path, reader=reader, report=repr(found))

    def interrupt(self) -> None:
        """End it from another thread: whoever waits for it is told that it was stopped."""
        self._interrupted = True
        self._process.kill()

    def end(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._pump.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what could not be sent any more
                    pipe.close()
        self._errors.close()

    def _send(self, message: Message) -> None:
        if self._process.stdin is None:
            return
        with suppress(OSError):  # it is gone: what it answers, nothing, tells so
            self._process.stdin.write(to_line(message))
            self._process.stdin.flush()

    def _answer(self, path: Path, seconds: float, *, reader: str) -> object:
        """Return what it found next, True after the last; or raise what ended it."""
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            self.end()
            raise ReaderTooSlowError(path, seconds=seconds) from None
        self.used = time.monotonic()
        if not line:
            raise self._death(path, seconds, reader=reader)
        try:
            kind, value = understood(from_line(line))
        except (ValueError, LookupError, TypeError) as error:
            self.end()
            raise ReaderCrashedError(path, reader=reader, report=repr(error)) from error
        if kind == "bug":
            raise ReaderCrashedError(path, reader=reader, report=str(value))
        if kind == "memory":
            self.end()
            raise ReaderMemoryError(path)
        if kind == "raised" and isinstance(value, AnnotatorError):
            raise value
        return value

    def _stop(self) -> None:
        """Ask it to leave the file; end it if it does not hear at once."""
        self._send({"do": "stop"})
        try:
            if not self._lines.get(timeout=STOP_SECONDS):
                self.end()
        except queue.Empty:
            self.end()

    def _death(self, path: Path, seconds: float, *, reader: str) -> AnnotatorError:
        """Return why it died, by how it ended and what it wrote last."""
        code = self._process.wait()
        report = self._report()
        self.end()
        if self._interrupted:
            return ReaderStoppedError(path)
        if code == _KILLED or _is_of_memory(report):
            return ReaderMemoryError(path)
        if code == -getattr(_signals(), "SIGXCPU", 0):
            return ReaderTooSlowError(path, seconds=seconds)
        return ReaderCrashedError(path, reader=reader, report=f"exit code {code}\n{report}")

    def _report(self) -> str:
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - LONGEST_REPORT))
        return self._errors.read().decode("utf-8", "replace")

    def _take_lines(self) -> None:
        """Hand on what it writes; nothing as the last line, or when one has no end."""
        output = self._process.stdout
        while output is not None:
            try:
                line = output.readline(LONGEST_LINE)
            except (OSError, ValueError):  # closed meanwhile
                line = b""
            self._lines.put(line if line.endswith(b"\n") else b"")
            if not line.endswith(b"\n"):
                return


def _is_of_memory(report: str) -> bool:
    return report.startswith(_ABORTED) or any(sign in report for sign in _NO_MEMORY)


def _signals() -> object:
    import signal  # noqa: PLC0415 - for the name of one signal that Windows lacks

    return signal


def _environment() -> dict[str, str]:
    """Let the process find the same modules as this one, and nothing in its working folder."""
    found = os.pathsep.join(folder for folder in sys.path if folder)
    return os.environ | {"PYTHONPATH": found, "PYTHONIOENCODING": "utf-8:backslashreplace"}
