"""What the overview ruler shows in each of its rows, asked of the article's indexes; no drawing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.service.open_article import OpenArticle


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the labels that begin in its part of the text, those that only go on, and gaps.

    ``unreviewed`` tells that a sentence there bears neither highlight nor mark.
    """

    begun: frozenset[str] = frozenset()
    covered: frozenset[str] = frozenset()
    unreviewed: bool = False


class RulerRows:
    """The rows over one article; ``settle`` learns those not known yet, some at a time.

    A change soils the rows of the spans it touched, and those alone are asked for again. Until
    then they show what they showed, so that nothing flickers.
    """

    def __init__(self, article: OpenArticle, count: int) -> None:
        self._article = article
        self._length = max(article.sentences.length, 1)
        self._rows: list[Row | None] = [None] * max(count, 0)
        # A dictionary for its order: the rows are learned from the top.
        self._soiled = dict.fromkeys(range(len(self._rows)))

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> Row:
        """Return a row, an empty one where it is not known yet."""
        return self._rows[number] or Row()

    def span(self, number: int) -> Span:
        """Return the part of the text that a row stands for."""
        count = len(self._rows)
        return Span(number * self._length // count, (number + 1) * self._length // count)

    def at(self, position: int) -> int:
        """Return the row of a code point."""
        count, inside = len(self._rows), min(max(position, 0), self._length - 1)
        return max(-(-(inside + 1) * count // self._length) - 1, 0)

    def soil(self, spans: Iterable[Span]) -> None:
        """Take note that the rows may differ which the sentences of these spans touch."""
        for span in spans:
            last = max(span.end - 1, span.start)
            # What lies between two sentences belongs to neither of them.
            start = min(span.start, self._sentence(span.start).start)
            end = max(last + 1, self._sentence(last).end)
            for number in range(self.at(start), self.at(end - 1) + 1):
                self._soiled[number] = None

    def _sentence(self, position: int) -> Span:
        number = self._article.sentences.at(position)
        if number is None:
            return Span(position, position + 1)
        return self._article.sentences.span(number)

    def settle(self, most: int) -> Iterator[int]:
        """Learn up to ``most`` rows and yield those that differ; costs what lies on them."""
        for number in list(islice(self._soiled, most)):
            del self._soiled[number]
            before, learned = self[number], self._learn(self.span(number))
            self._rows[number] = learned
            if learned != before:
                yield number

    @property
    def stale(self) -> bool:
        """True when the text has another length by now, so that all is to be divided anew."""
        return max(self._article.sentences.length, 1) != self._length

    @property
    def settled(self) -> bool:
        """True when every row is known."""
        return not self._soiled

    def _learn(self, span: Span) -> Row:
        article, end = self._article, max(span.end, span.start + 1)
        hits = article.index.overlapping(span.start, end)
        return Row(
            begun=frozenset(label for _, start, _, label in hits if start >= span.start),
            covered=frozenset(label for *_, label in hits),
            unreviewed=self._has_gap(Span(span.start, end), hits),
        )

    def _has_gap(self, span: Span, hits: list[tuple[int, int, int, str]]) -> bool:
        """Tell whether a sentence that a row touches bears nothing."""
        article = self._article
        sentences = article.sentences
        if not len(sentences):
            return False
        marks = article.marks.overlapping(span.start, span.end)
        covers = _united((start, stop) for _, start, stop, _ in (*hits, *marks))
        first = sentences.at(span.start) or 0
        for number in range(first, len(sentences)):
            sentence = sentences.span(number)
            if sentence.start >= span.end:
                return False
            # Between two sentences, the first one asked for is the one before.
            touched = sentence.end > span.start
            if touched and not _touches(covers, sentence) and not article.is_reviewed(number):
                return True
        return False


def _united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return disjoint spans, in order, that cover what these cover."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if start == end:
            continue
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(united[-1][1], end)
        else:
            united.append((start, end))
    return united


def _touches(covers: list[tuple[int, int]], sentence: Span) -> bool:
    place = bisect_right(covers, (sentence.start, 1 << 62)) - 1
    if place >= 0 and covers[place][1] > sentence.start:
        return True
    after = bisect_left(covers, (sentence.start, 0))
    return after < len(covers) and covers[after][0] < sentence.end
