"""UIMA CAS JSON 0.4, in which INCEpTION takes documents in and gives them out.

Written is a file for each article, in a folder. A highlight is a named entity for each of its
spans, a layer that every project of INCEpTION has: its value is the key of the label, its
identifier an address that brings our id back. Sentences and tokens are there, too. What else a
highlight says is in types of this program, which other tools leave aside.

A file or such a folder is read, with every layer whose annotations have a place. The label is the
first feature that names something (`value` before others), else the layer's name; other features
become the note. Tokens, grammar, relations and chains are left out, and so is what a view does
not list, since it was deleted. Positions are UTF-16 units, as the specification says and every
tool does it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.file_errors import FileProblemError
from annotator.core.foreign_values import ForeignFile, Holds, Reading, Unit
from annotator.formats.shared.cas_files import FileNames, files_in, heads_in
from annotator.formats.shared.cas_json_reading import KEYS, read_cas_json
from annotator.formats.shared.cas_json_writing import write_cas
from annotator.service.reading.dump_files import opened
from annotator.service.reading.encodings import marked_encoding
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from annotator.core.foreign_values import ForeignItem
    from annotator.formats.shared.cas_content import CasContent
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

_HEAD = 4096
_BEGINNING = re.compile(r"\s*\{\s*\"(?:" + "|".join(map(re.escape, (*KEYS, "%FLAGS"))) + r")\"\s*:")


class UimaJsonFormat:
    """Reads and writes what Apache UIMA, INCEpTION and DKPro Cassis call CAS JSON."""

    name = "uima-json"
    title = "UIMA CAS JSON (INCEpTION)"
    suffixes = (".json",)
    reads = True
    writes = True
    folder = True
    extra = ""
    variants = ()
    holds = frozenset(Holds) - {Holds.CODEBOOK, Holds.SIGNS, Holds.GUIDE}

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the first key, of a file or of one in a folder, that it is."""
        heads = heads_in(path, ".json", _HEAD) if path.is_dir() else (head,)
        return any(map(_begins, heads))

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file, or the files in a folder, hold.

        Raises:
            AnnotatorError: the file cannot be read, or is something else.

        """
        del options
        if not path.is_dir():
            with opened(path) as file:
                _refuse_other(path, file)
        return ForeignFile(
            self.name, lambda: _items(path), reading=Reading(Unit.UTF16), settled=True
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> tuple[Loss, ...]:
        """Write a file for each article, named by its title.

        Raises:
            FileProblemError: the system refuses, or the disk is full.

        """
        del options
        names = FileNames(".json")
        for article in sent.articles():
            with replacing(target / names.of(article.article.title)) as file:
                write_cas(article, file)
        return ()


def _begins(head: bytes) -> bool:
    text = head.decode(marked_encoding(head) or "utf-8", "ignore")
    return _BEGINNING.match(text.removeprefix("\ufeff")) is not None


def _content(path: Path, place: str) -> CasContent:
    with opened(path) as file:
        _refuse_other(path, file)
        return read_cas_json(path, file, place=place)


def _refuse_other(path: Path, file: BinaryIO) -> None:
    if not _begins(file.read(_HEAD)):
        raise NotAnnotationsError(path, wanted=UimaJsonFormat.title)
    file.seek(0)


def _items(path: Path) -> Iterator[ForeignItem]:
    several = path.is_dir()
    for one in files_in(path, ".json") if several else (path,):
        try:
            content = _content(one, one.name if several else "")
        except FileProblemError as error:
            if not several:
                raise
            yield error
            continue
        yield from content.items(title=one.stem)
