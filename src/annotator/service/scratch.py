"""Prepared articles put aside on the disk, outside of the project, until they are wanted."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import weakref
import zlib
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from annotator.core.records import Source
from annotator.service.article_ports import Doubt, PreparedArticle, ReadArticle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_FAST = 1
_PLAIN = tuple(one.name for one in fields(ReadArticle) if one.name not in {"source", "doubts"})
_LISTS = ("authors", "encodings")


class Scratch:
    """A file of nobody else's that is gone once it is closed; memory holds the places alone."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="annotator-")  # noqa: SIM115 - see close
        # Whoever lets go of this lets go of the file.
        self.close = weakref.finalize(self, self._file.close)
        self._articles: list[tuple[int, int]] = []
        self._originals: dict[str, tuple[int, int]] = {}

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

    def replace(self, number: int, prepared: PreparedArticle) -> None:
        """Put another article in the place of one."""
        self._articles[number] = self._write(json.dumps(_row(prepared)).encode("ascii"))

    def keep_original(self, data: bytes) -> None:
        """Put the bytes of a file aside."""
        self._originals.setdefault(hashlib.sha256(data).hexdigest(), self._write(data))

    def originals(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files that were put aside: the SHA-256 of each, and its bytes."""
        for sha256, place in self._originals.items():
            yield sha256, self._read(place)

    def _write(self, data: bytes) -> tuple[int, int]:
        packed = zlib.compress(data, _FAST)
        start = self._file.seek(0, os.SEEK_END)
        self._file.write(packed)
        return start, len(packed)

    def _read(self, place: tuple[int, int]) -> bytes:
        self._file.seek(place[0])
        return zlib.decompress(self._file.read(place[1]))


def _row(prepared: PreparedArticle) -> dict[str, Any]:
    read = prepared.read
    row: dict[str, Any] = {name: getattr(read, name) for name in _PLAIN}
    row["source"], row["doubts"] = asdict(read.source), list(read.doubts)
    own = (one.name for one in fields(prepared) if one.name != "read")
    return {"read": row, **{name: getattr(prepared, name) for name in own}}


def _prepared(row: dict[str, Any]) -> PreparedArticle:
    read = row.pop("read")
    source = read.pop("source")
    source["normalized"] = tuple(source["normalized"])
    for name in _LISTS:
        read[name] = tuple(read[name])
    doubts = tuple(map(Doubt, read.pop("doubts")))
    row["sentence_ends"] = tuple(map(tuple, row["sentence_ends"]))
    return PreparedArticle(ReadArticle(**read, source=Source(**source), doubts=doubts), **row)
