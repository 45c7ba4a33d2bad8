"""The lines of files of tagged words: which column is what, and what their comments say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotator.formats.shared.conll_tags import OUTSIDE, TAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DOCUMENT = "-DOCSTART-"
_COMMENT = re.compile(r"#\s*([\w.:-]+(?: id)?) ?= ?(.*)", re.DOTALL)
_NUMBER = re.compile(r"\d{1,9}")
# Words that are several at once, or none, in tables of treebanks.
_NO_WORD = re.compile(r"\d+[-.]\d+")
_MOST_WRONG = 0.1
_FEW = 2


class Columns(NamedTuple):
    """Which column has the word, and which its tag."""

    word: int
    tag: int


def comment_of(line: str) -> tuple[str, str] | None:
    r"""Return the name and value of a comment, two empty words for one without; None for a word.

    >>> comment_of("# text = A = B"), comment_of("#\tO"), comment_of("# says who?")
    (('text', 'A = B'), None, ('', ''))
    """
    if not line.startswith("#"):
        return None
    found = _COMMENT.fullmatch(line)
    if found is not None:
        return found[1], found[2]
    cells = cells_of(line)
    return None if len(cells) > 1 and TAG.fullmatch(cells[-1]) else ("", "")


def cells_of(line: str) -> list[str]:
    """Return the cells of a line, which tabs keep apart or, where there are none, spaces."""
    return line.split("\t") if "\t" in line else line.split()


def rows_in(lines: Iterable[str]) -> list[list[str]]:
    """Return the rows of words among lines."""
    stripped = (line.strip() for line in lines)
    words = (one for one in stripped if one and not one.startswith(DOCUMENT))
    rows = [cells_of(one) for one in words if comment_of(one) is None]
    return [one for one in rows if not _NO_WORD.fullmatch(one[0])]


def columns_of(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return what the columns of some rows are; None where no column has tags.

    The last one with tags has them: before it may be those of phrases.

    >>> columns_of([["EU", "NNP", "B-NP", "B-ORG"], ["rejects", "VBZ", "B-VP", "O"]])
    Columns(word=0, tag=3)
    """
    widest = max(map(len, rows), default=0)
    for tag in range(widest - 1, 0, -1):
        tagged = sum(len(one) > tag and TAG.fullmatch(one[tag]) is not None for one in rows)
        if tagged >= len(rows) * (1 - _MOST_WRONG):
            numbered = tag > 1 and all(_NUMBER.fullmatch(one[0]) for one in rows)
            return Columns(int(numbered), tag)
    return None


def looks_tagged(lines: Sequence[str]) -> bool:
    """Tell whether lines are words with tags, some of which are more than outside."""
    rows = rows_in(lines)
    columns = columns_of(rows)
    if columns is None or not rows:
        return False
    inside = any(len(one) > columns.tag and one[columns.tag] != OUTSIDE for one in rows)
    return inside or len(rows) > _FEW


def is_row(cells: Sequence[str]) -> bool:
    """Tell whether cells are a word, rather than several at once as treebanks have them."""
    return not _NO_WORD.fullmatch(cells[0])
