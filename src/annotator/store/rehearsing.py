"""A project file to try things in: a copy of it that is thrown away."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from annotator.service.watch import UNWATCHED
from annotator.store.engine import Database, connect
from annotator.store.failures import translated
from annotator.store.journal import Journal
from annotator.store.profile import ReplicaBook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.watch import Watch
    from annotator.store.project_store import ProjectStore
    from annotator.store.writer import Machine

# Between so many pages others may write, and it may be cancelled.
_PAGES: Final = 1_000


class Rehearsing:
    """Opens copies of the file to try things in."""

    _database: Database
    _machine: Machine

    @contextmanager
    def rehearsing(self, watch: Watch = UNWATCHED) -> Iterator[ProjectStore]:
        """Open a copy of the file to try things in, in any thread; it is thrown away then.

        Neither the journal nor this machine's word on the file tells of what is tried.

        Raises:
            StoppedError: whoever watches cancelled it.

        """
        from annotator.store.project_store import ProjectStore  # noqa: PLC0415 - it is made of this

        # Where the system keeps a file open a little longer, it is taken away later.
        with TemporaryDirectory(prefix="annotator-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            path = folder / self._database.path.name
            with translated(self._database.path):
                _copy(self._database.path, path, watch)
            database = Database(path)
            journal = Journal(folder / "journal.jsonl")
            try:
                # Nobody needs it after a power cut.
                database.driver.execute("PRAGMA synchronous = OFF")
                book = ReplicaBook(folder / "replicas", path)
                profile = replace(self._machine.profile, state=folder, backups=folder)
                machine = replace(self._machine, profile=profile, book=book, journal=journal)
                yield ProjectStore(database, machine)
            finally:
                journal.close()
                database.close()


def _copy(path: Path, target: Path, watch: Watch) -> None:
    with closing(connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy, pages=_PAGES, progress=lambda *_: watch.step(0, 0))
