"""A line of the journal that is too long for memory, on its way there."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_PIECE: Final = 1 << 20


class Spool:
    """The pieces of a line, kept beside the journal in a file without a name.

    Where they cannot be kept, ``problem`` says why; the change that they tell of goes on.
    """

    def __init__(self, folder: Path, pieces: Iterable[bytes]) -> None:
        self.problem: OSError | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed once it is read
            for piece in pieces:
                self._file.write(piece)
            self._file.seek(0)
        except OSError as error:
            self.problem = error

    def __iter__(self) -> Iterator[bytes]:
        """Yield them once, in pieces of another size; raise what kept them from being kept."""
        if self.problem is not None:
            raise self.problem
        with self._file:
            while piece := self._file.read(_PIECE):
                yield piece
