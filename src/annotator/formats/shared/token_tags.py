"""Tokens of a text with a tag each, as trainers want them: IOB2, of which none covers another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.formats.shared.spans import Piece

OUTSIDE = "O"
BEGIN, INSIDE = "B-", "I-"
_ENDS = ("E-", "L-")
_SINGLE = ("S-", "U-")
# These are written without spaces between words, so that each character is a token.
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
# No grapheme is cut; what no eye sees is no token.
_TOKEN = regex.compile(rf"(?={_UNSPACED})\X|(?:(?=\w)(?!{_UNSPACED})\X)+|(?![\s\x1c-\x1f\u200b])\X")


class Tagged(NamedTuple):
    """The tags of a text's tokens; what was left out for others, and what was moved to borders.

    ``wordless`` counts the spans that touch no token.
    """

    tags: list[str]
    left: int
    moved: int
    wordless: int


def token_places(text: str) -> list[tuple[int, int]]:
    """Return where the words and signs of a text lie, in any script.

    >>> [("It's 北京 e\u0301t."[a:b]) for a, b in token_places("It's 北京 e\u0301t.")]
    ['It', "'", 's', '北', '京', 'e\u0301t', '.']
    """
    return [one.span() for one in _TOKEN.finditer(text)]


def tagged(found: Iterable[Piece], places: Sequence[tuple[int, int]]) -> Tagged:
    """Return the tag of each token; of spans that touch the same token the longest one stays."""
    starts, ends = [one for one, _ in places], [one for _, one in places]
    tags = [OUTSIDE] * len(places)
    taken = bytearray(len(places))
    left = moved = wordless = 0
    for piece in sorted(found, key=lambda one: -len(one.span)):
        first = bisect_right(ends, piece.span.start)
        last = bisect_left(starts, piece.span.end)
        if first >= last:
            wordless += 1
        elif 1 in taken[first:last]:
            left += 1
        else:
            moved += starts[first] != piece.span.start or ends[last - 1] != piece.span.end
            taken[first:last] = b"\x01" * (last - first)
            key = piece.sent.label.key
            tags[first:last] = [BEGIN + key, *[INSIDE + key] * (last - first - 1)]
    return Tagged(tags, left, moved, wordless)


def stretches(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the first token, the one after the last, and the label of what is tagged.

    Tags may be those of IOB1, IOB2, IOBES, BILOU, or plain labels.

    >>> list(stretches(["B-a", "I-a", "B-a", "O", "I-b", "U-c", "d", "d"]))
    [(0, 2, 'a'), (2, 3, 'a'), (4, 5, 'b'), (5, 6, 'c'), (6, 8, 'd')]
    """
    begun, label = 0, ""
    for number, (before, tag) in enumerate(pairwise([OUTSIDE, *tags, OUTSIDE])):
        kind, name = _parted(tag)
        ended = _parted(before)[0] in {*_ENDS, *_SINGLE}
        if name == label and kind not in {BEGIN, *_SINGLE} and not ended:
            continue
        if label:
            yield begun, number, label
        begun, label = number, name


def _parted(tag: str) -> tuple[str, str]:
    """Return the prefix of a tag and its label; empty ones outside."""
    if tag in {OUTSIDE, "", "_", "-"}:
        return "", ""
    kinds = (BEGIN, INSIDE, *_ENDS, *_SINGLE)
    return (tag[:2], tag[2:]) if tag.startswith(kinds) and len(tag) > len(BEGIN) else ("", tag)
