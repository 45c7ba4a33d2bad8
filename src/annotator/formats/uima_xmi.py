"""UIMA CAS XMI, the XML in which INCEpTION, WebAnno and DKPro export documents.

It is read without its type system: a file by itself, or an archive with some of them. What is a
highlight and what its label is goes as with `uima-json`. Positions are UTF-16 units.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.file_errors import FileProblemError
from annotator.core.foreign_values import ForeignFile, Holds, Reading, Unit
from annotator.formats.shared.cas_xmi_reading import WANTED, XMI, check_cas_xmi, read_cas_xmi
from annotator.service.reading.archive import BEGINNING, names_at_end, opened_packed
from annotator.service.reading.dump_files import opened
from annotator.service.reading.encodings import marked_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

_CHUNK = 1 << 16
_SUFFIX = ".xmi"
# What INCEpTION's projects have in them, which are a format of their own.
_PROJECT = ("exportedproject", "source/", "annotation/", "annotation_ser/", "curation/")


class UimaXmiFormat:
    """Reads the XMI of a document, or an archive with that of several and their type system."""

    name = "uima-xmi"
    title = "UIMA CAS XMI (INCEpTION, WebAnno)"
    suffixes = (".xmi", ".zip")
    reads = True
    writes = False
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(
        (Holds.OVERLAP, Holds.NOTE, Holds.REVIEWER, Holds.TEXT, Holds.TITLE,
         Holds.METADATA, Holds.EMPTY)
    )  # fmt: skip

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the namespace of its root, or the names in an archive, that it is."""
        if head.startswith(BEGINNING):
            names = names_at_end(path)
            return any(map(_is_xmi, names)) and not any(one.startswith(_PROJECT) for one in names)
        text = head.decode(marked_encoding(head) or "utf-8", "ignore").lstrip("\ufeff \t\r\n")
        return text.startswith("<") and XMI in text

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file or an archive holds.

        Raises:
            AnnotatorError: it cannot be read, or is something else.

        """
        del options
        with opened(path) as file:
            packed = file.read(len(BEGINNING)) == BEGINNING
            if not packed:
                file.seek(0)
                check_cas_xmi(path, _chunks(file))
        if packed:
            with opened_packed(path, wanted=WANTED) as archive:
                if not any(map(_is_xmi, archive.names)):
                    raise NotAnnotationsError(path, wanted=WANTED)
        items = _packed_items if packed else _items
        return ForeignFile(
            self.name, lambda: items(path), reading=Reading(Unit.UTF16), settled=True
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> tuple[Loss, ...]:
        """Refuse, since such files are read alone."""
        raise NotImplementedError


def _is_xmi(name: str) -> bool:
    return name.lower().endswith(_SUFFIX)


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.read(_CHUNK), b"")


def _items(path: Path) -> Iterator[ForeignItem]:
    with opened(path) as file:
        content = read_cas_xmi(path, _chunks(file))
    yield from content.items(title=path.stem)


def _packed_items(path: Path) -> Iterator[ForeignItem]:
    with opened_packed(path, wanted=WANTED) as archive:
        for name in filter(_is_xmi, archive.names):
            try:
                content = read_cas_xmi(path, archive.chunks(name), place=name)
            except FileProblemError as error:
                yield error
                continue
            yield from content.items(title=PurePosixPath(name).stem)
