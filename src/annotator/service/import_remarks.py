"""What a person should know of an import, by kind: a sentence, and the values in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Remark(StrEnum):
    """The kinds of remarks that are told with their values apart."""

    GUIDELINE = "guideline"
    VERDICTS = "verdicts"
    DEFINITION = "definition"
    COLOR = "color"
    MERGED = "merged-labels"


SENTENCES: Final = {
    Remark.GUIDELINE: "the guideline in the file differs from the project's and is not taken",
    Remark.VERDICTS: "the verdicts {verdicts} are in the file's list and not in the project's",
    Remark.DEFINITION: "the label “{label}” is defined otherwise in the file; ours is kept",
    Remark.COLOR: "the label “{label}” has the color {theirs} in the file; ours, {ours}, is kept",
    Remark.MERGED: "the file's labels {theirs} are one label here, “{label}”",
}


def sentence(kind: Remark, values: dict[str, str]) -> str:
    """Return a remark as an English sentence, without its stop.

    >>> sentence(Remark.MERGED, {"theirs": "“A-B” and “A_B”", "label": "A-B"})
    "the file's labels “A-B” and “A_B” are one label here, “A-B”"
    """
    return SENTENCES[kind].format(**values)


def listed(names: list[str]) -> str:
    """Return names as they stand in a sentence.

    >>> listed(["A", "B", "C"])
    '“A”, “B” and “C”'
    """
    quoted = [f"“{one}”" for one in names]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
