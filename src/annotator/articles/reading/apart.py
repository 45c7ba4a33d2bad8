"""Reading in a process of its own, bounded in memory and time, for formats that need it."""

from __future__ import annotations

import atexit
import os
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.articles.reading.messages import IDLE_SECONDS, options_message
from annotator.core.reading_errors import ReaderCrashedError
from annotator.service.column_mappings import TableReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.articles.reading.worker_process import WorkerProcess
    from annotator.core.errors import AnnotatorError
    from annotator.service.article_ports import ArticleReader, ReadArticle, ReadOptions
    from annotator.service.column_mappings import Column

LONGEST_SECONDS = 60.0
# As many as threads read at once; more would cost memory for nothing.
MOST_KEPT = 2
# Libraries keep something of each file; a new process has all its memory.
MOST_FILES = 1000


class Workers:
    """The reading processes: a few are kept for the next files, others last for one.

    A process is started when a file needs it, since a kept one has its libraries at hand, and
    ends itself when idle. May be used from several threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: list[WorkerProcess] = []
        self._busy: list[WorkerProcess] = []
        atexit.register(self.close)

    def take(self) -> WorkerProcess:
        """Return a process for one file; raises OSError where none can be started."""
        from annotator.articles.reading.worker_process import (  # noqa: PLC0415 - at the first file
            WorkerProcess,
        )

        while True:
            with self._lock:
                kept = self._kept.pop() if self._kept else None
            # One about to end itself is not waited for.
            if kept and not (kept.alive and time.monotonic() - kept.used < IDLE_SECONDS / 2):
                kept.end()
                continue
            worker = kept or WorkerProcess()
            with self._lock:
                self._busy.append(worker)
            return worker

    def give_back(self, worker: WorkerProcess) -> None:
        """Keep a process for the next file, unless it died, is worn out or is one too many."""
        with self._lock:
            self._busy.remove(worker)
            room = len(self._kept) < MOST_KEPT
            if room and worker.alive and worker.files < MOST_FILES:
                self._kept.append(worker)
                return
        worker.end()

    def interrupt(self) -> None:
        """Stop all reading at once, from another thread than those that read.

        They are told by ``ReaderStoppedError``; what is read afterwards is not concerned.
        """
        with self._lock:
            for worker in self._busy:
                worker.interrupt()

    def close(self) -> None:
        """End all processes."""
        self.interrupt()
        with self._lock:
            kept, self._kept = self._kept, []
        for one in kept:
            one.end()


WORKERS = Workers()


class Apart:
    """A reader that hands its files to a process, where the wrapped reader reads them.

    A file that takes too long, too much memory or breaks the reader costs that process, not the
    program. The wrapped reader's class is found there by its module and name.
    """

    apart = True

    def __init__(
        self,
        reader: ArticleReader,
        *,
        workers: Workers = WORKERS,
        seconds: float = LONGEST_SECONDS,
    ) -> None:
        self._reader, self._workers, self._seconds = reader, workers, seconds
        self.name = reader.name
        self.suffixes = reader.suffixes
        self.extra = reader.extra
        self.variants = reader.variants

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a file's first bytes that it is in the wrapped reader's format."""
        return self._reader.fits(path, head)

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle | AnnotatorError]:
        """Yield a file's articles as the process finds them; closed early, it stops at once.

        Raises:
            ReaderTooSlowError: an article took longer than the seconds given to each.
            ReaderMemoryError: it took more memory than a reading process has.
            ReaderCrashedError: the reader failed, or no process can be started.
            AnnotatorError: what the wrapped reader raised.

        """
        with self._worker(path) as worker:
            yield from worker.read(path, self._request("read", path, options), reader=self.name)

    @contextmanager
    def _worker(self, path: Path) -> Iterator[WorkerProcess]:
        try:
            worker = self._workers.take()
        except OSError as error:
            raise ReaderCrashedError(path, reader=self.name, report=str(error)) from error
        try:
            yield worker
        finally:
            self._workers.give_back(worker)

    def _request(self, wish: str, path: Path, options: ReadOptions) -> dict[str, object]:
        kind = type(self._reader)
        return {
            "do": wish,
            "reader": [kind.__module__, kind.__qualname__],
            "path": str(path),
            # A name is read, and told in errors, as it was given.
            "folder": "" if path.is_absolute() else os.getcwd(),  # noqa: PTH109 - as text
            "options": options_message(options),
            "seconds": self._seconds,
        }


class TablesApart(Apart):
    """A reader of tables whose columns are looked for in that process too."""

    def columns(self, path: Path, options: ReadOptions) -> tuple[Column, ...]:
        """Return a file's columns as the process finds them.

        Raises:
            AnnotatorError: as while reading.

        """
        with self._worker(path) as worker:
            request = self._request("columns", path, options)
            return worker.columns(path, request, reader=self.name)


def set_apart(reader: ArticleReader) -> ArticleReader:
    """Return a reader so that it reads apart where it is to; of tables it still tells columns."""
    if not reader.apart:
        return reader
    return TablesApart(reader) if isinstance(reader, TableReader) else Apart(reader)
