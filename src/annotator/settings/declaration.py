"""What a setting is: data with a sentence; dialog, file, command line and manual follow from it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

Value: TypeAlias = "str | bool | int | float | dict[str, list[str]]"

YES = ("true", "yes", "on", "1")
NO = ("false", "no", "off", "0")
LONGEST = 200


class Sort(Enum):
    """What the values of a setting are; the value is how the manual calls them."""

    SWITCH = "on or off"
    WHOLE = "a whole number"
    NUMBER = "a number"
    CHOICE = "one of"
    FONT = "a font family, empty for the first of the built-in list"
    KEYS = "keys by command"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of several, and what the dialog calls it."""

    value: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One thing to choose: its key, group, title, default, limits, and what it does in a sentence.

    ``special`` is what the least value means, where that is no quantity.
    """

    key: str
    group: str
    title: str
    sentence: str
    sort: Sort
    default: Value
    least: float = 0
    most: float = 0
    step: float = 1
    unit: str = ""
    special: str = ""
    choices: tuple[Choice, ...] = ()

    def fits(self, value: object) -> bool:
        """Tell whether a value can be had, by type and limits."""
        match self.sort:
            case Sort.SWITCH:
                return isinstance(value, bool)
            case Sort.WHOLE:
                return type(value) is int and self.least <= value <= self.most
            case Sort.NUMBER:
                return type(value) in (int, float) and self.least <= value <= self.most  # type: ignore[operator]  # the type was just asked
            case Sort.CHOICE:
                return value in [choice.value for choice in self.choices]
            case Sort.FONT:
                return isinstance(value, str) and len(value) <= LONGEST and value.isprintable()
            case Sort.KEYS:
                return _are_keys(value)

    def read(self, word: str) -> Value | None:
        """Return the value that a word of the command line means, None where it means none."""
        value: object = word
        try:
            match self.sort:
                case Sort.SWITCH:
                    lowered = word.casefold()
                    value = True if lowered in YES else False if lowered in NO else word
                case Sort.WHOLE:
                    value = int(word)
                case Sort.NUMBER:
                    value = float(word)
                case Sort.KEYS:
                    value = json.loads(word)
        except (ValueError, RecursionError):
            return None
        return value if self.fits(value) else None  # type: ignore[return-value]  # what fits is a value

    @property
    def accepts(self) -> str:
        """What can be had, in words."""
        match self.sort:
            case Sort.WHOLE | Sort.NUMBER:
                unit = f" {self.unit}" if self.unit else ""
                return f"{self.sort.value} from {self.least:g} to {self.most:g}{unit}"
            case Sort.CHOICE:
                return f"{self.sort.value} {', '.join(choice.value for choice in self.choices)}"
        return str(self.sort.value)


def _are_keys(value: object) -> bool:
    """Tell whether a value maps commands to lists of keys."""
    return isinstance(value, dict) and all(
        isinstance(command, str)
        and isinstance(keys, list)
        and all(isinstance(key, str) and key for key in keys)
        for command, keys in value.items()
    )
