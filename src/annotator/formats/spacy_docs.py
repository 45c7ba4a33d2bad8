"""spaCy's documents: JSON Lines that ``Doc.from_json`` takes, or its binary files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import ForeignFile, Holds, Reading
from annotator.formats.shared.json_lines import first_object, objects_in
from annotator.formats.shared.json_writing import whole, write_line
from annotator.formats.shared.spacy_bins import looks_binary, read_bin, write_bin
from annotator.formats.shared.spacy_reading import read_document
from annotator.formats.shared.spacy_writing import GROUP, document_of
from annotator.service.choosing import head_of
from annotator.service.exchange_ports import Loss
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.exchange_ports import ExchangeOptions, Sent

DOCBIN = "docbin"
_TOKEN = frozenset(("id", "start", "end"))
_OF_NO_USE = frozenset({"tokens"})


class SpacyFormat:
    """Reads and writes spaCy's documents, with entities and a group of spans."""

    name = "spacy"
    title = "spaCy"
    suffixes = (".jsonl", ".spacy", ".json")
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = (DOCBIN,)
    holds = frozenset(Holds) - {
        Holds.CODEBOOK,
        Holds.SIGNS,
        Holds.GUIDE,
        Holds.QUOTE,
        Holds.UNPLACED,
    }

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first document with tokens that have places and no words, or as binary."""
        return looks_binary(head) or _is_document(first_object(path, head))

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file of documents holds.

        Raises:
            AnnotatorError: it cannot be read, or only with spaCy, which is not installed.

        """
        binary = looks_binary(head_of(path))

        def items() -> Iterator[ForeignItem]:
            if binary:
                yield from _of_bin(path)
                return
            for one in objects_in(path, options, passed=_OF_NO_USE):
                if isinstance(one, AnnotatorError):
                    yield one
                else:
                    yield from read_document(path, one.values, one.place)

        return ForeignFile(self.name, items, reading=Reading(), settled=True)

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> list[Loss]:
        """Write a document for each article.

        Raises:
            MissingWriterError: binary files are wished for, and spaCy is not installed.
            FileProblemError: the file cannot be written.

        """
        left = 0

        def documents() -> Iterator[dict[str, Any]]:
            nonlocal left
            for article in sent.articles():
                document, more = document_of(article)
                left += more
                yield document

        if options.variant == DOCBIN:
            write_bin(target, map(whole, documents()))
        else:
            with replacing(target) as file:
                for one in documents():
                    write_line(file, one, form="A document of spaCy")
        remark = f"the longest of each is an entity; all are in the span group “{GROUP}”"
        return [Loss("entities that overlap", left, remark)] if left else []


def _of_bin(path: Path) -> Iterator[ForeignItem]:
    try:
        for number, one in enumerate(read_bin(path), 1):
            yield from read_document(path, one, f"document {number}")
    except DamagedAnnotationsError as error:
        yield error


def _is_document(first: Mapping[str, Any]) -> bool:
    tokens = first.get("tokens")
    if not isinstance(first.get("text"), str) or not isinstance(tokens, list):
        return False
    marked = isinstance(first.get("ents"), list) or isinstance(first.get("spans"), Mapping)
    return marked and all(
        isinstance(one, Mapping) and one.keys() >= _TOKEN and "text" not in one
        for one in tokens[:1]
    )
