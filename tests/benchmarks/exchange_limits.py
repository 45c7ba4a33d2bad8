"""The limit beside which formats are measured: the same bytes, through a bare parser and back.

Objects of JSON go through orjson where it is there, else through the standard library's parser;
tables through its csv, XML through its ElementTree (expat), packed files through its zipfile;
whatever else there is, is decoded and cut into lines.
"""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

try:
    import orjson
except ImportError:
    orjson = None

_LONGEST_CELL = 1 << 24


class Way(NamedTuple):
    """How bytes of one kind are parsed, and written from what came of that."""

    name: str
    parse: Callable[[bytes], Any]
    write: Callable[[Any], bytes]


class Limit(NamedTuple):
    """What bare parsers take for some files, in seconds of the processor."""

    parsers: tuple[str, ...]
    read: float
    write: float


def _table(separator: str) -> Way:
    def parse(data: bytes) -> list[list[str]]:
        csv.field_size_limit(_LONGEST_CELL)
        return list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter=separator))

    def write(rows: list[list[str]]) -> bytes:
        file = io.StringIO(newline="")
        csv.writer(file, delimiter=separator, lineterminator="\r\n").writerows(rows)
        return file.getvalue().encode()

    return Way("csv", parse, write)


def _loads(data: bytes) -> Any:
    return orjson.loads(data) if orjson else json.loads(data)


def _dumps(value: Any) -> bytes:
    return orjson.dumps(value) if orjson else json.dumps(value, ensure_ascii=False).encode()


_PARSER = "orjson" if orjson else "json"
_JSON = Way(_PARSER, _loads, _dumps)
_JSON_LINES = Way(
    _PARSER,
    lambda data: [_loads(line) for line in data.split(b"\n") if line.strip()],
    lambda values: b"\n".join(map(_dumps, values)),
)
_XML = Way("expat", ET.fromstring, ET.tostring)
_LINES = Way(
    "lines", lambda data: data.decode().split("\n"), lambda lines: "\n".join(lines).encode()
)
_BYTES = Way("bytes", bytes, bytes)


def _zip(data: bytes) -> list[tuple[str, Way, Any]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    found = ((name, _way(name, part), part) for name, part in parts)
    return [(name, way, way.parse(part)) for name, way, part in found]


def _zipped(parts: list[tuple[str, Way, Any]]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, way, value in parts:
            archive.writestr(name, way.write(value))
    return file.getvalue()


def _way(name: str, data: bytes) -> Way:
    head = data[:64].lstrip(b"\xef\xbb\xbf \r\n")
    if head.startswith(b"PK\x03\x04"):
        return Way("zip", _zip, _zipped)
    if name.endswith((".csv", ".tsv")):
        return _table("\t" if name.endswith(".tsv") else ",")
    if head[:1] in {b"{", b"["} and not name.endswith((".ann", ".conf", ".txt")):
        # A line that is a whole object is followed by others.
        first = data.lstrip().partition(b"\n")[0]
        return _JSON_LINES if first[:1] == b"{" and first.rstrip()[-1:] == b"}" else _JSON
    if head.startswith(b"<?xml"):
        return _XML
    try:
        data.decode()
    except UnicodeDecodeError:
        return _BYTES
    return _LINES


def limit_of(place: Path) -> Limit:
    """Return what bare parsers take for a file, or for those of a folder, as whole bytes."""
    files = sorted(one for one in place.rglob("*") if one.is_file()) if place.is_dir() else [place]
    parsers: dict[str, None] = {}
    reading = writing = 0.0
    for file in files:
        way = _way(file.name, file.read_bytes())
        begun = time.process_time()
        value = way.parse(file.read_bytes())
        reading += time.process_time() - begun
        inner = {one.name for _, one, _ in value} if way.name == "zip" else set()
        parsers |= dict.fromkeys((way.name, *sorted(inner)))
        out = file.with_name(f"{file.name}.limit")
        begun = time.process_time()
        out.write_bytes(way.write(value))
        writing += time.process_time() - begun
        out.unlink()
    return Limit(tuple(parsers), reading, writing)
