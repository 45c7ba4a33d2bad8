"""How large a regular expression grows when it is compiled, told before it is.

The compiler copies what must be there several times: ``(ab){9}`` nine times, ``(ab)+`` twice, and
what stands in one another by the product. A short pattern can so take all memory there is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Some kilobytes of memory each.
MOST_PARTS: Final = 10_000
_COMMENT: Final = r"\(\?\#(?:\\.|[^)\\])*\)?"
_ESCAPE: Final = r"\\[pPN]\{\^?[\w\ :=&./-]*\}|\\."
_CLASS: Final = r"\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]?"
_TOKEN: Final = re.compile(
    rf"""
    (?P<comment>{_COMMENT})
    |(?P<atom>{_ESCAPE}|{_CLASS})
    |(?P<open>\()
    |(?P<close>\))
    |\{{(?P<least>[0-9]+)(?P<most>,[0-9]*)?\}}[?+]?
    |(?P<plus>\+)[?+]?
    |(?P<often>[*?][?+]?|\{{,[0-9]*\}}[?+]?)
    |(?P<braces>\{{[^{{}}()\[\\]*\}})
    |(?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SPACED: Final = re.compile(rf"(?P<kept>{_COMMENT}|{_ESCAPE}|{_CLASS})|\s+|\#[^\n]*", re.DOTALL)
_FLAGS: Final = re.compile(r"\(\?([A-Za-z0-9]*)(-[A-Za-z0-9]*)?([:)])")


def parts_of(pattern: str) -> int:
    """Return at least how many parts a pattern has once it is compiled; stops beyond the most.

    Costs the length of the pattern.

    >>> parts_of("dam"), parts_of("(dam){50}"), parts_of("[{9}(]+")
    (3, 200, 2)
    >>> parts_of("((((.?){99}){99}){99}){99}") > MOST_PARTS
    True
    """
    readings = [pattern, _unspaced(pattern)] if _may_be_spaced(pattern) else [pattern]
    return max(map(_parts, readings))


def has_mixed_spacing(pattern: str) -> bool:
    """Tell whether white space may count in one part of a pattern and not in another."""
    spaced = [flags for flags in _FLAGS.finditer(pattern) if "x" in flags[0]]
    return any("V1" in pattern or one[2] or one[3] == ":" for one in spaced)


def _may_be_spaced(pattern: str) -> bool:
    return any("x" in flags[1] for flags in _FLAGS.finditer(pattern))


def _unspaced(pattern: str) -> str:
    """Return a pattern as it is read with its white space and its comments left out."""
    return _SPACED.sub(lambda piece: piece["kept"] or "", pattern)


def _parts(pattern: str) -> int:
    """Add up the parts from the innermost groups outwards."""
    outer: list[int] = []
    # What stands in the group at hand, and what a repetition that comes next would repeat.
    whole, last = 0, 0
    for piece, copies in _tokens(pattern):
        if piece == "open":
            outer.append(whole)
            whole, last = 0, 0
        elif piece == "close":
            last = whole + 1
            whole = last + (outer.pop() if outer else 0)
        elif copies:
            whole += last * (copies - 1)
            last *= copies
        else:
            last = last + len(piece) if piece[0] == "{" else 1
            whole += last
        if whole > MOST_PARTS:
            break
    return sum(outer) + whole


def _tokens(pattern: str) -> Iterator[tuple[str, int]]:
    """Yield what a pattern consists of, and of a repetition how many copies it makes."""
    for match in _TOKEN.finditer(pattern):
        kind = str(match.lastgroup)
        if match["least"] is not None:
            yield "", _copies(int(match["least"]), match["most"])
        elif kind == "plus":
            yield "", 2
        elif kind in {"open", "close"}:
            yield kind, 0
        elif kind == "braces":
            yield match[0], 0
        elif kind in {"atom", "other"}:
            yield "atom", 0


def _copies(least: int, most: str | None) -> int:
    """Return the copies of what must be there so often; one more where it may go on."""
    goes_on = most is not None and most[1:] != str(least)
    return max(1, least + goes_on) if least else 1
