"""spaCy's binary files, which spaCy itself reads and writes; only then is it loaded."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import DamagedAnnotationsError, MissingWriterError
from annotator.core.file_errors import TooLargeFileError
from annotator.core.reading_errors import MissingExtraError
from annotator.formats.shared.spacy_writing import KEPT
from annotator.service.reading.files import file_bytes
from annotator.service.writing import refuse_occupied, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import ModuleType

EXTRA = "spacy"
_BINARY = "spaCy's binary files"
_LARGEST, _LARGEST_UNPACKED = 500_000_000, 2_000_000_000
_CHUNK = 1 << 20
_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError,
           OverflowError)  # fmt: skip


def looks_binary(head: bytes) -> bool:
    """Tell by its first bytes, which are compressed, that a file is spaCy's."""
    if not head.startswith(b"\x78"):
        return False
    try:
        start = zlib.decompressobj().decompress(head, 64)
    except zlib.error:
        return False
    return b"version" in start and b"attrs" in start


def write_bin(target: Path, documents: Iterable[dict[str, Any]]) -> None:
    """Write documents, given in spaCy's JSON, as one binary file.

    Raises:
        MissingWriterError: spaCy is not installed.
        UnwritableFileError: the system refuses, or the disk is full.

    """
    try:
        spacy = _library(target)
    except MissingExtraError as error:
        raise MissingWriterError(_BINARY, extra=EXTRA) from error
    vocab = spacy.vocab.Vocab()
    found = spacy.tokens.DocBin(store_user_data=True)
    for one in documents:
        doc = spacy.tokens.Doc(vocab).from_json(one)
        doc.user_data[KEPT] = one[KEPT]
        found.add(doc)
    data = found.to_bytes()
    try:
        refuse_occupied(target, target.resolve())
        target.write_bytes(data)
    except OSError as error:
        raise unwritable(target, error) from error


def read_bin(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a binary file in spaCy's JSON.

    Raises:
        MissingExtraError: spaCy is not installed.
        DamagedAnnotationsError: it is no such file, or expands beyond measure.
        FileProblemError: it cannot be read.

    """
    spacy = _library(path)
    data = file_bytes(path, limit=_LARGEST)
    _refuse_endless(path, data)
    vocab = spacy.vocab.Vocab()
    number = 0
    try:
        for doc in spacy.tokens.DocBin().from_bytes(data).get_docs(vocab):
            number += 1
            yield _as_json(doc)
    except _DAMAGE as error:
        place = f"document {number + 1}"
        reason = "spaCy cannot read it"
        raise DamagedAnnotationsError(path, place=place, reason=reason) from error


def _library(path: Path) -> ModuleType:
    try:
        import spacy  # noqa: PLC0415 - part of an extra
        import spacy.tokens  # noqa: PLC0415 - part of an extra
        import spacy.vocab  # noqa: PLC0415 - part of an extra
    except ImportError as error:
        raise MissingExtraError(path, what=_BINARY, extra=EXTRA) from error
    found: ModuleType = spacy
    return found


def _refuse_endless(path: Path, data: bytes) -> None:
    """Raise ``TooLargeFileError`` where data expands beyond measure, before anything does so."""
    unpacking, size, rest = zlib.decompressobj(), 0, data
    try:
        while rest and not unpacking.eof:
            size += len(unpacking.decompress(rest, _CHUNK))
            rest = unpacking.unconsumed_tail
            if size > _LARGEST_UNPACKED:
                raise TooLargeFileError(path, size=size, limit=_LARGEST_UNPACKED)
    except zlib.error as error:
        reason = "it cannot be unpacked"
        raise DamagedAnnotationsError(path, place="its first byte", reason=reason) from error


def _as_json(doc: Any) -> dict[str, Any]:  # noqa: ANN401 - spaCy tells no types
    """Return a document with lists where its data came back as tuples."""
    found: dict[str, Any] = {
        "text": doc.text,
        "ents": [_span(one) for one in doc.ents],
        "spans": {name: [_span(one) for one in doc.spans[name]] for name in doc.spans},
    }
    kept = doc.user_data.get(KEPT)
    return found if kept is None else found | {KEPT: json.loads(json.dumps(kept))}


def _span(one: Any) -> dict[str, Any]:  # noqa: ANN401 - spaCy tells no types
    return {
        "start": one.start_char,
        "end": one.end_char,
        "label": one.label_,
        "kb_id": one.kb_id_,
    }
