"""Finding in one article's text: as it is typed, slice by slice, in code points of the text.

Case, accents and typographic quotes are folded unless they are to be matched; a hit never splits
a grapheme cluster. A pattern that does not come to an end is stopped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from annotator.core.finding_errors import (
    LONGEST_PATTERN,
    BadPatternError,
    EmptyHitsError,
    SlowPatternError,
)
from annotator.core.folded_text import (
    STRETCH,
    cluster_end,
    cluster_start,
    composed_alike,
    folded,
    is_border,
    stretches,
)
from annotator.core.pattern_matching import places_of
from annotator.core.pattern_size import MOST_PARTS, has_mixed_spacing, parts_of
from annotator.core.span import Span
from annotator.core.words import is_inside_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.core.folded_text import Stretch

# Of the processor: a busy machine may take longer, but no more than twice as long.
PATTERN_SECONDS: Final = 1.0
_HITS_AT_ONCE: Final = 2000
# After so many places without a letter there will hardly be one with letters.
_EMPTY_MATCHES: Final = 200_000
# A pattern inside itself takes all memory there is before its time is up.
_CALLS_ITSELF: Final = regex.compile(r"\(\?(?:R|[+-]?\d|&|P(?:\s|#.*\n)*>)")
_TOO_LARGE: Final = "it repeats too much; give smaller counts"
# What the pattern compiler raises besides its own error, of patterns that make no sense to it.
_COMPLAINTS: Final = (
    IndexError,
    KeyError,
    MemoryError,
    OverflowError,
    RecursionError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class FindOptions:
    """How to find: letters as they are typed, whole words alone, a regular expression."""

    match_case: bool = False
    whole_word: bool = False
    regex: bool = False


PLAIN: Final = FindOptions()


class TextFinder:
    r"""Finds in one text; keeps the text folded, so that another letter typed costs little.

    >>> finder = TextFinder("Die Straße, die STRASSE, cafe\u0301.")
    >>> finder.hits("strasse")
    [Span(start=4, end=10), Span(start=16, end=23)]
    >>> finder.hits("café"), finder.hits("die", FindOptions(match_case=True))
    ([Span(start=25, end=30)], [Span(start=12, end=15)])
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: list[Stretch] = []
        self._folding = stretches(text)

    def hits(self, wanted: str, options: FindOptions = PLAIN) -> list[Span]:
        """Return every hit in order; they do not overlap.

        Raises:
            BadPatternError: the regular expression cannot be read.
            SlowPatternError: it did not come to an end in time.

        """
        return [span for found in self.slices(wanted, options) for span in found]

    def slices(self, wanted: str, options: FindOptions = PLAIN) -> Iterator[list[Span]]:
        """Yield the hits slice by slice of the text, each after some milliseconds; see ``hits``.

        Of a regular expression the first slice may take as long as patterns are given at all.
        """
        if not wanted:
            return
        if options.regex:
            found = _by_pattern(self._text, wanted, options)
        elif "\n" in wanted or options.match_case:
            fold = composed_alike if options.match_case else folded
            size = len(self._text) if "\n" in wanted else STRETCH
            found = self._plain(stretches(self._text, fold, size=size), wanted, fold)
        else:
            found = self._plain(self._all_folded(), wanted, folded)
        for spans in found:
            if options.whole_word:
                yield [span for span in spans if self._is_whole(span)]
            else:
                yield spans

    def _all_folded(self) -> Iterator[Stretch]:
        """Yield the text folded, from memory as far as it was folded before."""
        known = 0
        while True:
            while known < len(self._folded):
                yield self._folded[known]
                known += 1
            following = next(self._folding, None)
            if following is None:
                return
            self._folded.append(following)

    def _plain(
        self, pieces: Iterator[Stretch], wanted: str, fold: Callable[[str], str]
    ) -> Iterator[list[Span]]:
        """Look for a folded word in folded stretches."""
        needle = fold(wanted)
        if needle:
            exact = fold is composed_alike
            for piece in pieces:
                yield list(self._in_piece(piece, needle, exact=exact))

    def _in_piece(self, piece: Stretch, needle: str, *, exact: bool) -> Iterator[Span]:
        place, last = piece.folded.find(needle), 0
        while place >= 0:
            start, end = self._source(piece, place, place + len(needle), exact=exact)
            if start < last or (exact and not self._fits(start, end, needle)):
                place = piece.folded.find(needle, place + 1)
                continue
            yield Span(start, end)
            last = end
            place = piece.folded.find(needle, place + len(needle))

    def _source(self, piece: Stretch, place: int, end: int, *, exact: bool) -> tuple[int, int]:
        """Return what of the text a folded hit covers; unless exact, in whole clusters."""
        if piece.plain:
            return piece.start + place, piece.start + end
        start, stop = piece.source(place), piece.source(end - 1) + 1
        if exact:
            return start, stop
        return cluster_start(self._text, start), cluster_end(self._text, stop)

    def _fits(self, start: int, end: int, needle: str) -> bool:
        """Tell whether a stretch is what was typed and splits no cluster."""
        return (
            is_border(self._text, start)
            and is_border(self._text, end)
            and composed_alike(self._text[start:end]) == needle
        )

    def _is_whole(self, span: Span) -> bool:
        return not (is_inside_word(self._text, span.start) or is_inside_word(self._text, span.end))


def _by_pattern(text: str, wanted: str, options: FindOptions) -> Iterator[list[Span]]:
    pattern = _compiled(wanted, options)
    found: list[Span] = []
    last = matches = 0
    try:
        for first, stop in places_of(pattern, text, PATTERN_SECONDS):
            matches += 1
            start = cluster_start(text, first)
            end = cluster_end(text, stop)
            if first < stop and start >= last:
                found.append(Span(start, end))
                last = end
            if len(found) >= _HITS_AT_ONCE:
                yield found
                found = []
            if not last and matches >= _EMPTY_MATCHES:
                raise EmptyHitsError
    except TimeoutError as error:
        if matches and not last:
            raise EmptyHitsError from error
        raise SlowPatternError(PATTERN_SECONDS) from error
    except MemoryError as error:
        raise BadPatternError(_TOO_LARGE, None) from error
    if matches and not last:
        raise EmptyHitsError
    yield found


def _compiled(wanted: str, options: FindOptions) -> regex.Pattern[str]:
    if len(wanted) > LONGEST_PATTERN:
        reason = f"it is longer than {LONGEST_PATTERN} characters"
        raise BadPatternError(reason, None)
    if (calling := _CALLS_ITSELF.search(wanted)) is not None:
        reason = "a pattern that calls itself is not understood"
        raise BadPatternError(reason, calling.start())
    if has_mixed_spacing(wanted):
        reason = "white space can be left out of the whole alone, by (?x)"
        raise BadPatternError(reason, None)
    if parts_of(wanted) > MOST_PARTS:
        raise BadPatternError(_TOO_LARGE, None)
    flags = regex.MULTILINE | (0 if options.match_case else regex.IGNORECASE)
    try:
        return regex.compile(wanted, flags, cache_pattern=False)
    except regex.error as error:
        position = error.pos if isinstance(error.pos, int) else None
        raise BadPatternError(error.msg, position) from error
    except _COMPLAINTS as error:
        reason = "it cannot be read"
        raise BadPatternError(reason, None) from error
