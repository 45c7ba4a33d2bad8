"""How much two texts have in common, told by a sample of their shingles.

A shingle is a run of words; two texts are as alike as the sets of their shingles (Broder, On the
resemblance and containment of documents, 1997). One in eight is kept, those whose hash can be
divided by eight ("modulo sketch", section 4 there), so that equal runs are kept in every text
and a sample can be had from each paragraph by itself.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from annotator.core.words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Set as AbstractSet

RUN: Final = 4
ONE_IN: Final = 8
# Fits SQLite's integers; a Mersenne prime, so that the remainders are spread evenly.
_MODULUS: Final = (1 << 61) - 1
_BASE: Final = 1_000_003
_CACHED: Final = 65_536
# From here on two texts are told to be alike.
ALIKE: Final = 0.5
# A sample of fewer says nothing.
FEWEST: Final = 3


def shingles(folded: Sequence[str]) -> set[int]:
    """Return the sample of a paragraph's shingles, as hashes below 2**61, given its words.

    Costs what the paragraph is long. A paragraph shorter than a run has none.

    >>> len(shingles("a shorter one".split()))
    0
    >>> part, whole = "the dam held all night".split(), "they said the dam held all night".split()
    >>> shingles(part) <= shingles(whole)
    True
    """
    terms = [_terms(word) for word in folded]
    later = (islice(terms, place, None) for place in range(1, RUN))
    runs = zip(terms, *later, strict=False)
    values = [(a[0] + b[1] + c[2] + d[3]) % _MODULUS for a, b, c, d in runs]
    return {value for value in values if not value % ONE_IN}


def text_shingles(text: str) -> set[int]:
    """Return the sample of a whole text's shingles, taken paragraph by paragraph."""
    return set().union(*(shingles(words(paragraph)) for paragraph in text.split("\n")))


def resemblance(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """Return how alike two texts are by their samples, or by their words, from 0 to 1.

    >>> resemblance({1, 2, 3}, {2, 3, 4})
    0.5
    """
    together = len(one | other)
    return len(one & other) / together if together else 0.0


def tells(sample: Collection[int]) -> bool:
    """Tell whether a sample is large enough to say anything of its text."""
    return len(sample) >= FEWEST


@lru_cache(_CACHED)
def _terms(word: str) -> tuple[int, int, int, int]:
    """Return what a word adds to the hash of a run as its first, second, third and last word.

    The hash is a polynomial in ``_BASE``, so that it is one sum with one remainder.
    """
    value = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=7).digest(), "big")
    first, second, third = (value * _BASE**power % _MODULUS for power in range(RUN - 1, 0, -1))
    return first, second, third, value
