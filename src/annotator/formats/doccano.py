"""doccano's JSON Lines: a line for each text, with its spans under ``label`` or ``entities``.

doccano shows and saves positions in UTF-16 units, so these are written. What a line has besides,
such as our ids of articles and highlights, it keeps as metadata and gives back.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from annotator.core.foreign_values import Holds, Unit
from annotator.formats.shared.carried_highlights import CARRIED, carried
from annotator.formats.shared.doccano_reading import fits_doccano, read_doccano
from annotator.formats.shared.json_writing import write_line
from annotator.formats.shared.our_data import article_data
from annotator.formats.shared.spans import Utf16Spans, pieces, without_overlap
from annotator.service.exchange_ports import Loss
from annotator.service.loss_names import LONGEST_KEPT, OVERLAPPING
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignFile
    from annotator.formats.shared.spans import Piece
    from annotator.service.exchange_ports import ExchangeOptions, Sent, SentArticle

RELATION = "relation"
NO_OVERLAP = "no-overlap"


class DoccanoFormat:
    """Reads what doccano exports, now and earlier; writes what its projects for spans import.

    Of the variants, "relation" writes for projects with relations, "no-overlap" for those that
    do not allow spans to overlap, which is doccano's default.
    """

    name = "doccano"
    title = "doccano"
    suffixes = (".jsonl", ".json", ".zip")
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = (NO_OVERLAP, RELATION)
    holds = frozenset(Holds) - {
        Holds.CODEBOOK,
        Holds.SIGNS,
        Holds.GUIDE,
        Holds.QUOTE,
        Holds.UNPLACED,
    }

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first line with spans in doccano's way, or an archive of such files."""
        return fits_doccano(path, head)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file, or an archive with one file for each reviewer, holds.

        Raises:
            AnnotatorError: it cannot be read.

        """
        return read_doccano(path, options, tool=self.name)

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write a line for each article.

        Raises:
            FileProblemError: the file cannot be written.

        """
        lines = _Lines(options.variant)
        with replacing(target) as file:
            for article in sent.articles():
                write_line(file, lines.line(article), form="A line of doccano")
        return lines.losses()


class _Lines:
    """Makes lines, and counts what was left out of them."""

    def __init__(self, variant: str) -> None:
        self._variant = variant
        self._ids = count()
        self._overlapping = 0

    def line(self, article: SentArticle) -> dict[str, Any]:
        found = list(self._kept(article))
        spans = Utf16Spans(article.revision.text)
        line: dict[str, Any] = {"text": article.revision.text}
        if self._variant == RELATION:
            line["entities"] = (self._entity(one, spans(one.span)) for one in found)
            line["relations"] = []
        else:
            line["label"] = ([*spans(one.span), one.sent.label.key] for one in found)
        line |= article_data(article, unit=Unit.UTF16)
        if found:
            line[CARRIED] = (carried(one, spans) for one in found)
        return line

    def losses(self) -> Iterator[Loss]:
        if self._overlapping:
            yield Loss(OVERLAPPING, self._overlapping, LONGEST_KEPT)

    def _kept(self, article: SentArticle) -> Iterable[Piece]:
        found = pieces(article)
        if self._variant != NO_OVERLAP:
            return found
        kept, left = without_overlap(found)
        # One that lost a part would come back as another highlight.
        broken = {piece.sent.highlight.id for piece in left}
        self._overlapping += len(broken)
        return [piece for piece in kept if piece.sent.highlight.id not in broken]

    def _entity(self, piece: Piece, span: tuple[int, int]) -> dict[str, Any]:
        return {
            "id": next(self._ids),
            "label": piece.sent.label.key,
            "start_offset": span[0],
            "end_offset": span[1],
        }
