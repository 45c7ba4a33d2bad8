"""Where each paragraph of a revision lies, so that rows and positions turn into each other."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from annotator.core.paragraphs import Paragraphs
from annotator.core.request_errors import OutsideTextError
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Part = list[int]


class Layout:
    """The paragraphs of one revision, which never change.

    >>> layout = Layout(1, [(10, 4), (11, 4)])
    >>> layout.parts([Span(2, 8)])
    [[10, 2, 3, 0], [11, 0, 3, 1]]
    >>> layout.spans([[10, 2, 3, 0], [11, 0, 3, 1]])
    (Span(start=2, end=8),)
    """

    def __init__(self, revision: int, rows: Iterable[tuple[int, int]]) -> None:
        rows = list(rows)
        self.revision = revision
        self.keys = [key for key, _ in rows]
        chars = [chars for _, chars in rows]
        self.paragraphs = Paragraphs.from_lengths(chars)
        starts = accumulate((length + 1 for length in chars), initial=0)
        self.starts = dict(zip(self.keys, starts, strict=False))

    def parts(self, spans: Sequence[Span]) -> list[Part]:
        """Return the rows of some spans, in their order.

        Raises:
            OutsideTextError: if a span ends after the text.
        """
        rows: list[Part] = []
        for span in spans:
            if span.end > self.paragraphs.length:
                raise OutsideTextError(span.start, span.end, length=self.paragraphs.length)
            for number, piece in enumerate(self.paragraphs.pieces(span)):
                key = self.keys[piece.paragraph]
                rows.append([key, piece.start, piece.length, int(number > 0)])
        return rows

    def holds(self, parts: Iterable[Part]) -> bool:
        """Tell whether every row lies in a paragraph of this revision, each span forwards."""
        parts = list(parts)
        if not all(part[0] in self.starts for part in parts):
            return False
        return all(
            self.starts[before[0]] < self.starts[after[0]]
            for before, after in pairwise(parts)
            if after[3]
        )

    def spans(self, parts: Iterable[Part]) -> tuple[Span, ...]:
        """Return the spans of rows that this layout ``holds``.

        A span whose rows were parted by a new paragraph holds that one too.
        """
        spans: list[Span] = []
        for key, start, length, continues in parts:
            low = self.starts[key] + start
            high = min(low + length, self.paragraphs.length)
            if continues:
                spans[-1] = Span(spans[-1].start, high)
            else:
                spans.append(Span(low, max(low, high)))
        return tuple(spans)
