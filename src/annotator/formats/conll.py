"""Tagged words, one a line, as CoNLL's shared tasks of 2002 and 2003 have them.

Comments before a sentence tell its text and where it stands, so that all finds back to its place;
the variants "plain" and "conll2003" go without, for programs that know no comments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.foreign_values import ForeignFile, Holds, Reading
from annotator.formats.shared.conll_lines import looks_tagged
from annotator.formats.shared.conll_reading import read_words
from annotator.formats.shared.conll_tags import BILOU, IOB1
from annotator.formats.shared.conll_writing import CONLL_2003, GENERATOR, PLAIN, write_words
from annotator.service.reading.encodings import marked_encoding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

_WHOLE_HEAD = 4096


class ConllFormat:
    """Reads tags in all the usual ways; writes IOB2, IOB1 or BILOU."""

    name = "conll"
    title = "CoNLL (BIO)"
    suffixes = (".conll", ".bio", ".iob", ".iob2", ".tsv", ".txt")
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = (BILOU, CONLL_2003, IOB1, PLAIN)
    # Several spans, and what else no tag can say, are told by comments.
    holds = frozenset(Holds) - {
        Holds.OVERLAP,
        Holds.CODEBOOK,
        Holds.SIGNS,
        Holds.GUIDE,
        Holds.QUOTE,
        Holds.UNPLACED,
    }

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by words that bear tags, or by a first comment of this program."""
        del path
        text = head.decode(marked_encoding(head) or "utf-8", "ignore").lstrip("\ufeff")
        lines = text.split("\n")
        if lines[0].rstrip("\r") == f"# generator = {GENERATOR}":
            return True
        return looks_tagged(lines[:-1] if len(head) >= _WHOLE_HEAD else lines)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file holds.

        Raises:
            AnnotatorError: it cannot be read, or has no tags.

        """
        return ForeignFile(
            self.name,
            lambda: read_words(path, options.encoding),
            reading=Reading(),
            settled=True,
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss | Holds]:
        """Write the file; of highlights that overlap the longest is kept.

        Raises:
            FileProblemError: the file cannot be written.

        """
        return list(write_words(sent, target, options.variant))
