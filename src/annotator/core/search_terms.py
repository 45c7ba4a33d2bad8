"""The terms of a search: words and phrases, whole or begun, and where a text has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.core.span import Span
from annotator.core.words import is_paired, placed_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.words import Word

# A pasted page asks for its beginning: each term and each word of a phrase costs a walk.
MOST_TERMS: Final = 32
MOST_WORDS: Final = 64
_WIDTH: Final = 160
_LEAD: Final = 40
_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that must follow one another; where ``open``, the last one may go on."""

    words: tuple[str, ...]
    open: bool = False

    def among(self, words: Sequence[str]) -> list[int]:
        """Return the places at which some words have this term.

        >>> Term(("dam", "sa"), open=True).among(["the", "dam", "sags"])
        [1]
        """
        first, last = self.words[0], len(self.words) - 1
        if not last:
            return self._alone(words)
        return [
            place
            for place, word in enumerate(words)
            if word == first
            and place + last < len(words)
            and self._ends(words[place + last])
            and tuple(words[place : place + last]) == self.words[:-1]
        ]

    def _alone(self, words: Sequence[str]) -> list[int]:
        (wanted,) = self.words
        if self.open:
            return [place for place, word in enumerate(words) if word.startswith(wanted)]
        return [place for place, word in enumerate(words) if word == wanted]

    def _ends(self, word: str) -> bool:
        wanted = self.words[-1]
        return word.startswith(wanted) if self.open else word == wanted


def term_of(piece: str, *, begins: bool = False) -> Term | None:
    """Return the term that a piece of a query is; None where it holds no word.

    Where ``begins``, its last word may go on.

    >>> term_of("Dam was saf", begins=True)
    Term(words=('dam', 'was', 'saf'), open=True)
    """
    found = list(placed_words(piece))
    if not found:
        return None
    single = is_paired(found[-1].text)
    if _ends_in_pair(found):
        # What was typed may be the beginning of a longer run, in which its last one is no word.
        found.pop()
        single = False
    return Term(tuple(word.text for word in found[:MOST_WORDS]), open=begins or single)


def _ends_in_pair(found: list[Word]) -> bool:
    return len(found) > 1 and found[-2].end == found[-1].end


def places(terms: Iterable[Term], text: str) -> list[Span]:
    """Return where a text has any of the terms, in order; places that touch become one.

    >>> places([Term(("dam",)), Term(("safe",))], "The dam was safe.")
    [Span(start=4, end=7), Span(start=12, end=16)]
    """
    found = list(placed_words(text))
    texts = [word.text for word in found]
    ends = sorted(
        (found[place].start, _end(term, found[place + len(term.words) - 1]))
        for term in terms
        for place in term.among(texts)
    )
    return [Span(start, end) for start, end in _joined(ends)]


def _end(term: Term, last: Word) -> int:
    """Return where a match ends: of a pair of which only the first was asked, after that one."""
    return last.end if last.text == term.words[-1] else last.head


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def excerpt(text: str, spans: Sequence[Span], *, width: int = _WIDTH) -> tuple[str, list[Span]]:
    """Return the stretch of a text around the first span, in one line, and the spans in it.

    >>> excerpt("One two three four five six", [Span(19, 23)], width=12)
    ('…four five…', [Span(start=6, end=10)])
    """
    low, high = _window(text, spans[0] if spans else Span(0, 0), width)
    lead, rest = _CUT * (low > 0), _CUT * (high < len(text))
    line = lead + text[low:high].replace("\n", " ") + rest
    shift = len(lead) - low
    return line, [
        Span(max(span.start, low) + shift, min(span.end, high) + shift)
        for span in spans
        if span.start < high and span.end > low
    ]


def _window(text: str, first: Span, width: int) -> tuple[int, int]:
    """Return a stretch of about that width that begins and ends between words if it can."""
    if len(text) <= width:
        return 0, len(text)
    low = max(0, min(first.start - min(_LEAD, width // 2), len(text) - width))
    high = min(len(text), low + width)
    if low:
        low = max(text.find(" ", low, first.start) + 1, low)
    if high < len(text):
        cut = text.rfind(" ", first.end, high)
        high = cut if cut > low else high
    return low, high
