"""A program of its own that tags and tells of each highlight once it is acknowledged."""

from __future__ import annotations

import multiprocessing
import sys
from typing import TYPE_CHECKING

from tests.store.samples import add_highlight, profile_in

from annotator.store.project_file import open_project

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path


def tag(path: Path, folder: Path, count: int, told: Connection) -> None:
    """Open a project and tag in it so many times."""
    store = open_project(path, profile=profile_in(folder))
    article = store.articles()[0].article
    for number in range(count):
        start = number % 50
        told.send(add_highlight(store, article, (start, start + 9)).id)
    store.close()


class Tagger:
    """A process that tags, born of one that has imported everything where systems allow that."""

    def __init__(self, path: Path, folder: Path, count: int) -> None:
        forks = sys.platform != "win32"
        context = multiprocessing.get_context("forkserver" if forks else "spawn")
        if forks:
            context.set_forkserver_preload([__name__])
        self._heard, told = context.Pipe(duplex=False)
        self._process = context.Process(target=tag, args=(path, folder, count, told))
        self._process.start()
        told.close()

    def first(self) -> str:
        """Wait for the first highlight and return its id."""
        return self._heard.recv()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def rest(self) -> list[str]:
        """Return the ids of all that it still acknowledged, once it has ended."""
        found = []
        try:
            while True:
                found.append(self._heard.recv())
        except EOFError:
            self._process.join()
            self._heard.close()
        return found

    @property
    def code(self) -> int | None:
        """How it ended."""
        return self._process.exitcode
