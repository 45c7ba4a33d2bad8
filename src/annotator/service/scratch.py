"""Prepared articles put aside on the disk, outside of the project, until they are wanted."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import weakref
import zlib
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.findable import Findable
from annotator.core.records import Source
from annotator.service.article_ports import Doubt, PreparedArticle, ReadArticle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_FAST = 1
# Packing less takes longer than writing it.
_SMALL = 16_000
_PLAIN = tuple(one.name for one in fields(ReadArticle) if one.name not in {"source", "doubts"})
_OWN = tuple(one.name for one in fields(PreparedArticle) if one.name not in {"read", "findable"})
_FOUND = tuple(one.name for one in fields(Findable))
_LISTS = ("authors", "encodings")


class _Place(NamedTuple):
    """Where something lies in the file, in bytes, and whether it was packed."""

    start: int
    size: int
    packed: bool


class Scratch:
    """A file of nobody else's that is gone once it is closed; memory holds the places alone."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="annotator-")  # noqa: SIM115 - see close
        # Whoever lets go of this lets go of the file.
        self.close = weakref.finalize(self, self._file.close)
        self._articles: list[_Place] = []
        self._originals: dict[str, _Place] = {}

    def __len__(self) -> int:
        """Return how many articles were put aside."""
        return len(self._articles)

    def put(self, prepared: PreparedArticle) -> int:
        """Put an article aside and return its number."""
        self._articles.append(self._write(json.dumps(_row(prepared)).encode("ascii")))
        return len(self._articles) - 1

    def get(self, number: int) -> PreparedArticle:
        """Return the article of that number."""
        return _prepared(json.loads(self._read(self._articles[number])))

    def keep_original(self, data: bytes) -> None:
        """Put the bytes of a file aside."""
        self._originals.setdefault(hashlib.sha256(data).hexdigest(), self._write(data))

    def originals(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files that were put aside: the SHA-256 of each, and its bytes."""
        for sha256, place in self._originals.items():
            yield sha256, self._read(place)

    def _write(self, data: bytes) -> _Place:
        packed = len(data) > _SMALL
        kept = zlib.compress(data, _FAST) if packed else data
        start = self._file.seek(0, os.SEEK_END)
        self._file.write(kept)
        return _Place(start, len(kept), packed)

    def _read(self, place: _Place) -> bytes:
        self._file.seek(place.start)
        kept = self._file.read(place.size)
        return zlib.decompress(kept) if place.packed else kept


def _row(prepared: PreparedArticle) -> dict[str, Any]:
    read = prepared.read
    row: dict[str, Any] = {name: getattr(read, name) for name in _PLAIN}
    row["source"], row["doubts"] = asdict(read.source), list(read.doubts)
    own = {name: getattr(prepared, name) for name in _OWN}
    found = prepared.findable
    return {"read": row, "findable": found and [getattr(found, one) for one in _FOUND], **own}


def _prepared(row: dict[str, Any]) -> PreparedArticle:
    read = row.pop("read")
    source = read.pop("source")
    source["normalized"] = tuple(source["normalized"])
    for name in _LISTS:
        read[name] = tuple(read[name])
    doubts = tuple(map(Doubt, read.pop("doubts")))
    row["sentence_ends"] = tuple(map(tuple, row["sentence_ends"]))
    if row["findable"] is not None:
        digest, words, shingles = row["findable"]
        row["findable"] = Findable(digest, tuple(words), tuple(map(tuple, shingles)))
    return PreparedArticle(ReadArticle(**read, source=Source(**source), doubts=doubts), **row)
