r"""The words of a text as search knows them: folded, and Chinese, Japanese and Korean in pairs.

A word is a run of letters, digits and the marks between them. Folding takes away what people do
not type when they search: capitals, accents, Arabic and Hebrew vowel points, soft hyphens. Runs
of Chinese characters, kana or Hangul have no spaces to cut them at, so each character is a word
together with the one after it, and the last one alone: a word of two characters is found as it
is, a longer one as a phrase, a single one as a beginning.

The positions of words, counted from 0, are what phrases go by.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Longer runs are cut: SQLite would cut them by bytes, between here and where they are looked up.
LONGEST: Final = 256
_CACHED: Final = 65_536

_JAMO: Final = "\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff"
_PAIRED: Final = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufad9\uff66-\uff9d\uffa0-\uffdc\U0001aff0-\U0001b16f"
    f"\U00020000-\U000323af{_JAMO}"
)
# Voicing marks, of full and of half width, and the selectors of a character's variant.
_PAIRED_MARKS: Final = "\u3099\u309a\uff9e\uff9f\ufe00-\ufe0f\U000e0100-\U000e01ef"
# What may stand inside a word without being a part of it.
_JOINERS: Final = "\u00ad\u200c\u200d\u2060"
# Marks that people leave out when they search; those of Indic scripts spell vowels and stay.
_LEFT_OUT: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]+"
)
_MARKED_STRETCHES: Final = (
    (0x300, 0x1E00), (0x20D0, 0x20F1), (0x2CEF, 0x2E00), (0x302A, 0x309B), (0xA66F, 0xAC00),
    (0xFB1E, 0xFB1F), (0xFE00, 0xFE30), (0x10000, 0x12000), (0x16AF0, 0x17000),
    (0x1BC9D, 0x1BC9F), (0x1CF00, 0x1CF47), (0x1D165, 0x1D245), (0x1DA00, 0x1E950),
    (0xE0100, 0xE01F0),
)  # fmt: skip

_ASCII_WORD: Final = re.compile("[a-z0-9]+")
_ONE_PAIRED: Final = re.compile(f"[{_PAIRED}]")
# One character of a paired run with its marks; Korean letters typed one by one make syllables.
_CHARACTER: Final = re.compile(
    "[\u1100-\u115f\ua960-\ua97f]+[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7ff]*"
    f"|[{_PAIRED}][{_PAIRED_MARKS}]*"
)


class Word(NamedTuple):
    """A folded word and where it stands, in code points.

    ``head`` is the end of its first character where the word is a pair, else ``end``.
    """

    text: str
    start: int
    end: int
    head: int


def words(text: str) -> list[str]:
    """Return the folded words of a text in order.

    >>> words("The Überprüfung wasn't 3.5 times")
    ['the', 'uberprufung', 'wasn', 't', '3', '5', 'times']
    >>> words("北京大学 2024")
    ['北京', '京大', '大学', '学', '2024']
    """
    if text.isascii():
        found = _ASCII_WORD.findall(text.lower())
    elif _ONE_PAIRED.search(text) is None:
        found = _unpaired().findall(text)
    else:
        found = []
    if found and len(max(found, key=len)) <= LONGEST:
        return found if text.isascii() else [one for one in map(fold, found) if one]
    return [word.text for word in placed_words(text)]


def placed_words(text: str) -> Iterator[Word]:
    """Yield the words of a text with their places.

    >>> list(placed_words("Straße"))
    [Word(text='strasse', start=0, end=6, head=6)]
    """
    for match in _any_run().finditer(text):
        if _ONE_PAIRED.match(match[0]):
            yield from _pairs(text, match.start(), match.end())
        else:
            for start in range(match.start(), match.end(), LONGEST):
                end = min(start + LONGEST, match.end())
                folded = fold(text[start:end])
                if folded:
                    yield Word(folded, start, end, end)


def is_paired(word: str) -> bool:
    """Tell whether a word is of the characters that come in pairs, or a single one of them."""
    return _ONE_PAIRED.match(word) is not None


def is_inside_word(text: str, place: int) -> bool:
    """Tell whether a word of letters goes on over a place; characters in pairs are words each.

    >>> is_inside_word("dam's", 2), is_inside_word("dam's", 3), is_inside_word("北京大学", 2)
    (True, False, False)
    """
    if not 0 < place < len(text):
        return False
    low, high = max(0, place - LONGEST), min(len(text), place + LONGEST)
    # Words are read from the last blank on.
    low = max(text.rfind(" ", low, place), text.rfind("\n", low, place), low - 1) + 1
    for match in _unpaired().finditer(text, low, high):
        if match.end() > place:
            return match.start() < place
    return False


@lru_cache(maxsize=_CACHED)
def fold(word: str) -> str:
    """Return the form under which a word is found; it may be empty.

    >>> [fold(word) for word in ("Été", "ＮＡＴＯ", "كَتَبَ", "Wasser\u00adwerk")]
    ['ete', 'nato', 'كتب', 'wasserwerk']
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    kept = "".join(one for one in _LEFT_OUT.sub("", plain) if one.isalnum() or _is_mark(one))
    return unicodedata.normalize("NFC", kept)


def _pairs(text: str, start: int, end: int) -> Iterator[Word]:
    found = ((fold(one[0]), *one.span()) for one in _CHARACTER.finditer(text, start, end))
    characters = [one for one in found if one[0]]
    for (one, low, head), (other, _, high) in pairwise(characters):
        # Two letters that a foreign mark kept apart can make one syllable.
        yield Word(unicodedata.normalize("NFC", one + other), low, high, head)
    for one, low, high in characters[-1:]:
        yield Word(one, low, high, high)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


@cache
def _unpaired() -> re.Pattern[str]:
    """Return what finds the runs of letters; the marks are asked of Unicode at the first use."""
    marks = [
        chr(number)
        for low, high in _MARKED_STRETCHES
        for number in range(low, high)
        if _is_mark(chr(number))
    ]
    letter, inside = rf"[^\W_{_PAIRED}]", f"[{''.join(marks)}{_JOINERS}]"
    return re.compile(f"{letter}+(?:{inside}+{letter}*)*")


@cache
def _any_run() -> re.Pattern[str]:
    return re.compile(f"[{_PAIRED}][{_PAIRED}{_PAIRED_MARKS}]*|{_unpaired().pattern}")
