"""What a codebook must be: the checks that the editor, commands and files share."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from annotator.core.claim_fields import ALL_FIELDS
from annotator.core.codebook_errors import (
    BadColorError,
    BadLabelIdError,
    BadLabelKeyError,
    BadLetterError,
    BadLineStyleError,
    BadShortcutError,
    DuplicateLabelError,
    DuplicateLabelKeyError,
    DuplicateLetterError,
    DuplicateShortcutError,
    DuplicateVerdictError,
    EmptyLabelNameError,
    EmptyVerdictError,
    MissingParentError,
    ParentLoopError,
    UnwritableTextError,
)
from annotator.core.request_errors import UnknownFieldError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.records import Codebook, Label

LINE_STYLES: Final = ("solid", "dashed", "dotted", "double", "wavy")
# What a label means; whoever alters one of these makes a new guideline for its highlights.
MEANING: Final = ("definition", "tests", "edge_cases", "examples", "parent_id")
_NAMES: Final = ("name", "key", "letter", "shortcut")
LOOKS: Final = (*_NAMES, "color_light", "color_dark", "line_style", "fields")
_ID: Final = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_COLOR: Final = re.compile("#[0-9A-Fa-f]{6}")
_KEY: Final = re.compile(r"[\w-]+")
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def require_label(label: Label) -> None:
    """Raise a ``CodebookError`` unless a label, by itself, is as a label must be."""
    if not _ID.fullmatch(label.id):
        raise BadLabelIdError(label.id)
    if not label.name.strip():
        raise EmptyLabelNameError
    if not is_key(label.key):
        raise BadLabelKeyError(label.key)
    if not is_one_sign(label.letter):
        raise BadLetterError(label.letter)
    if label.shortcut and not (len(label.shortcut) == 1 and is_one_sign(label.shortcut)):
        raise BadShortcutError(label.shortcut)
    _require_looks(label)
    for field in label.fields:
        if field not in ALL_FIELDS:
            raise UnknownFieldError(field, known=ALL_FIELDS)
    _require_writable(label)


def _require_looks(label: Label) -> None:
    for color in (label.color_light, label.color_dark):
        if not is_color(color):
            raise BadColorError(color)
    if label.line_style not in LINE_STYLES:
        raise BadLineStyleError(label.line_style, known=LINE_STYLES)


def _require_writable(label: Label) -> None:
    lists = (*label.tests, *label.edge_cases, *label.examples)
    for field, text in (("name", label.name), ("definition", label.definition)):
        require_writable(field, text)
    for text in lists:
        require_writable("guideline", text)


def require_writable(field: str, text: str) -> None:
    """Raise ``UnwritableTextError`` where a text holds what no file can."""
    if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in text):
        raise UnwritableTextError(field)


def is_key(text: str) -> bool:
    """Tell whether a text can be a label's key.

    >>> is_key("official_claim"), is_key("official claim")
    (True, False)
    """
    return _KEY.fullmatch(text) is not None


def is_color(text: str) -> bool:
    """Tell whether a text is a color as labels have it.

    >>> is_color("#0072B2"), is_color("blue")
    (True, False)
    """
    return _COLOR.fullmatch(text) is not None


def is_one_sign(text: str) -> bool:
    """Tell whether a text is one visible character, with any marks that belong to it."""
    if not text.isprintable() or text != text.strip():
        return False
    return sum(not unicodedata.combining(char) for char in text) == 1


def require_labels(labels: Sequence[Label]) -> None:
    """Raise a ``CodebookError`` unless labels are as they must be, each and all together.

    Keys are never shared; shortcuts and letters not by labels in use.
    """
    for label in labels:
        require_label(label)
    in_use = [label for label in labels if not label.archived]
    _require_apart(((one.id, one) for one in labels), DuplicateLabelError)
    _require_apart(((one.key, one) for one in labels), DuplicateLabelKeyError)
    shortcuts = ((one.shortcut.casefold(), one) for one in in_use if one.shortcut)
    _require_apart(shortcuts, DuplicateShortcutError)
    _require_apart(((one.letter.casefold(), one) for one in in_use), DuplicateLetterError)
    _require_parents(labels)


def _require_apart(values: Iterable[tuple[str, Label]], error: type[DuplicateLabelError]) -> None:
    seen: dict[str, Label] = {}
    for value, label in values:
        if value in seen:
            raise error(value, seen[value].name)
        seen[value] = label


def _require_parents(labels: Sequence[Label]) -> None:
    parents = {label.id: label.parent_id for label in labels}
    for label in labels:
        above, seen = label.parent_id, {label.id}
        while above is not None:
            if above not in parents:
                raise MissingParentError(label.name, above)
            if above in seen:
                raise ParentLoopError(label.name)
            seen.add(above)
            above = parents[above]


def require_verdicts(verdicts: Sequence[str]) -> None:
    """Raise a ``CodebookError`` unless verdicts are words, each listed once."""
    seen: set[str] = set()
    for verdict in verdicts:
        require_writable("verdict", verdict)
        if not verdict.strip():
            raise EmptyVerdictError
        if verdict.casefold() in seen:
            raise DuplicateVerdictError(verdict)
        seen.add(verdict.casefold())


def require_codebook(codebook: Codebook) -> None:
    """Raise a ``CodebookError`` unless a whole codebook is as it must be."""
    require_labels(codebook.labels)
    require_verdicts(codebook.verdicts)
    require_writable("guideline", codebook.guideline)


def free_key(name: str, taken: Iterable[str]) -> str:
    """Return a key for a label of that name that no other label has.

    >>> free_key("Official claim!", ["official_claim"])
    'official_claim_2'
    """
    taken = set(taken)
    base = "_".join(re.findall(r"\w+", name.casefold())) or "label"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}_{number}", number + 1
    return key


def free_letter(name: str, taken: Iterable[str]) -> str:
    """Return a letter for the margin that no other label has: one of the name's where it can be.

    >>> free_letter("Official claim", ["o"])
    'F'
    """
    used = {letter.casefold() for letter in taken}
    wanted = [char.upper() for char in name if char.isalnum() and len(char.upper()) == 1]
    free = (char for char in (*wanted, *_LETTERS) if char.casefold() not in used)
    beyond = (chr(code) for code in range(0x391, 0x3_0000) if chr(code).isalpha())
    return next(free, None) or next(one for one in beyond if one.casefold() not in used)
