"""Texts put aside on the disk by their digests, outside of the project, until they are wanted."""

from __future__ import annotations

import os
import tempfile
import weakref


class TextsAside:
    """A file of nobody else's, gone when nobody holds this; memory holds the places alone."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="annotator-")  # noqa: SIM115 - see close
        # Whoever lets go of this lets go of the file.
        self.close = weakref.finalize(self, self._file.close)
        self._places: dict[str, tuple[int, int]] = {}

    def __contains__(self, digest: str) -> bool:
        """Tell whether a text with that digest was put aside."""
        return digest in self._places

    def put(self, digest: str, text: str) -> None:
        """Put a text aside."""
        start = self._file.seek(0, os.SEEK_END)
        self._places[digest] = (start, self._file.write(text.encode("utf-8")))

    def get(self, digest: str) -> str | None:
        """Return the text with that digest; None where there is none."""
        place = self._places.get(digest)
        if place is None:
            return None
        self._file.seek(place[0])
        return self._file.read(place[1]).decode("utf-8")
