"""What a step of the history is called in the window's language.

The project keeps the English title; the words around its data are found here again. The data,
titles and names of labels, may be written in either direction and are kept apart from the words.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

FIRST_STRONG, END_OF_IT = "\u2068", "\u2069"
JUMP = "Go to “{0}”"
_FIELD = re.compile(r"\{(\d)\}")


def step_title(title: str) -> str:
    """Return a step's title as the window says it; one that is not known stays as it is."""
    for template, pattern in _patterns().items():
        found = pattern.fullmatch(title)
        if found is not None:
            return _said(template, found.groups())
    return isolated(title)


def is_known(title: str) -> bool:
    """Tell whether the words of a title are known."""
    return any(pattern.fullmatch(title) for pattern in _patterns().values())


def isolated(data: str) -> str:
    """Return data so that the direction of its letters alters nothing beside it."""
    return f"{FIRST_STRONG}{data}{END_OF_IT}" if any(map(str.isalpha, data)) else data


def _said(template: str, data: tuple[str, ...]) -> str:
    words = _tr(template)
    told = [step_title(one) if template == JUMP else isolated(one) for one in data]
    return _FIELD.sub(lambda field: told[int(field[1])], words)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return how to read each title, those with fewer data first."""
    templates = sorted(TEMPLATES, key=lambda one: (len(_FIELD.findall(one)), -len(one)))
    return {one: re.compile(_pattern(one), re.DOTALL) for one in templates}


def _pattern(template: str) -> str:
    parts = _FIELD.split(template)
    parts[::2] = map(re.escape, parts[::2])
    numbered = re.search(
        r"\{0\} (?:articles|highlights|hits|changed|sentences|conflicts)", template
    )
    parts[1::2] = [r"([\d.,]+)" if numbered and place == "0" else "(.*)" for place in parts[1::2]]
    return "".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("steps", text)


TEMPLATES = (
    "Add the label “{0}”",
    "Add {0} articles",
    "Add {0} articles, revise “{1}”",
    "Add {0} articles, revise {1} articles",
    "Add “{0}”, revise {1} articles",
    "Add “{0}”",
    "Change the guideline",
    "Change the label “{0}”",
    "Change the verdicts",
    "Confirm under the guideline",
    "Confirm {0} highlights under the guideline",
    "Describe claim",
    "Describe evidence",
    "Edit the text of “{0}”",
    "Finish “{0}”",
    "Give a claim record of its own",
    "Go to the beginning",
    JUMP,
    "Import a codebook",
    "Import annotations from {0}",
    "Keep changed highlight",
    "Keep highlight without a place",
    "Keep {0} highlights without a place",
    "Keep {0} changed highlights",
    "Mark as not reviewed",
    "Mark as reviewed",
    "Merge what {0} sent",
    "Merge “{0}” into “{1}”",
    "Merge",
    "Settle conflict",
    "Settle {0} conflicts",
    "Move highlight",
    "Place highlight",
    "Put the label “{0}” aside",
    "Relabel as {0}",
    "Relabel {0} highlights as {1}",
    "Remove attribution cue",
    "Remove highlight",
    "Remove highlight without a place",
    "Remove {0} highlights without a place",
    "Remove the label “{0}”",
    "Remove {0}",
    "Remove {0} highlights",
    "Remove “{0}”",
    "Reopen “{0}”",
    "Reorder labels",
    "Revise “{0}”",
    "Revise {0} articles",
    "Set attribution cue",
    "Share claim record",
    "What others did",
    "Tag as {0}",
    "Tag {0} hits as {1}",
    "Tag “{0}”",
    "Use the label “{0}” again",
)
