"""WebAnno TSV of version 3, in which WebAnno and older projects of INCEpTION export documents.

Annotations over several tokens, on parts of tokens and behind one another are highlights;
relations, chains and links are left out. The text is put together from its sentences: what stood
between two of them is not in the file, and a line end stands for it. Positions are UTF-16 units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.foreign_values import ForeignFile, Holds, Reading, Unit
from annotator.formats.shared.webanno_reading import FORMAT, read_webanno
from annotator.service.reading.dump_files import opened
from annotator.service.reading.encodings import marked_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

_HEAD = 4096


class WebannoTsvFormat:
    """Reads the tables of WebAnno; relations and chains in them are told as left out."""

    name = "webanno-tsv"
    title = "WebAnno TSV 3"
    suffixes = (".tsv",)
    reads = True
    writes = False
    folder = False
    extra = ""
    variants = ()
    holds = frozenset((Holds.OVERLAP, Holds.NOTE, Holds.TEXT, Holds.EMPTY))

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the first line that it is."""
        del path
        text = head.decode(marked_encoding(head) or "utf-8", "ignore")
        return text.removeprefix("\ufeff").startswith(FORMAT)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file holds.

        Raises:
            AnnotatorError: it cannot be read, or is something else.

        """
        del options
        with opened(path) as file:
            if not self.fits(path, file.read(_HEAD)):
                raise NotAnnotationsError(path, wanted=self.title)
        return ForeignFile(
            self.name, lambda: _items(path), reading=Reading(Unit.UTF16), settled=True
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> tuple[Loss, ...]:
        """Refuse, since such files are read alone."""
        raise NotImplementedError


def _items(path: Path) -> Iterator[ForeignItem]:
    with opened(path) as file:
        yield from read_webanno(path, file, title=path.stem)
