r"""The layers that a WebAnno TSV file declares, and what the cells of their columns say.

A cell holds an annotation, or several behind one another: ``PER[1]|LOC``. A number in brackets
names one that goes over several units; ``*`` is one without a value, ``_`` is none. Each of
``\ [ ] | _ ; *`` and the arrow ``->`` has a backslash before it where it stands for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DECLARED = re.compile(r"#T_(SP|CH|RL)=(.*)")
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
# Values behind one another; none is empty.
_VALUE = re.compile(r"(?:[^\\|]|\\.?)+", re.DOTALL)
_NUMBERED = re.compile(r"(.*?)\[([1-9]\d{0,9})\]", re.DOTALL)
_SIGNS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
_NONE, _NO_VALUE = "_", "*"
_SLOT = "ROLE_"
_SPANS, _CHAINS = "SP", "CH"


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: its type, the features that its columns hold, and where the first of them is."""

    type: str
    features: tuple[str, ...]
    first: int
    is_span: bool
    is_chain: bool = False

    @property
    def width(self) -> int:
        """How many columns it has: one even where it has no feature."""
        return max(1, len(self.features))


class Cell(NamedTuple):
    """One annotation on a unit, with the values that it has there; ``number`` 0 means: no other."""

    number: int
    values: dict[str, str]


def layer_of(line: str, first: int) -> Layer | None:
    """Return the layer that a line of the head declares; None where it does not.

    >>> layer_of("#T_SP=webanno.custom.Claim|value|note", 0).features
    ('value', 'note')
    """
    found = _DECLARED.fullmatch(line)
    if found is None:
        return None
    type_name, *features = found[2].split("|")
    names = tuple(name.strip() for name in features if name.strip())
    return Layer(type_name.strip(), names, first, found[1] == _SPANS, found[1] == _CHAINS)


def cells_of(layer: Layer, columns: Sequence[str]) -> Iterator[Cell]:
    """Yield the annotations that a layer has on a unit, given all of its columns."""
    held = [_parts(one) for one in columns[layer.first : layer.first + layer.width]]
    for place in range(max(map(len, held), default=0)):
        numbers: list[int] = []
        values: dict[str, str] = {}
        for name, parts in zip(layer.features or ("",), held, strict=False):
            words, number = parts[place] if place < len(parts) else ("", 0)
            numbers.append(number)
            if words and not _is_link(layer, name):
                values[name] = words
        yield Cell(max(numbers), values)


def has_links(layer: Layer, columns: Sequence[str]) -> bool:
    """Tell whether an annotation on a unit points to others."""
    return any(
        name.startswith(_SLOT) and layer.first + at < len(columns)
        and columns[layer.first + at] not in {_NONE, _NO_VALUE}
        for at, name in enumerate(layer.features)
    )  # fmt: skip


def unescaped(words: str) -> str:
    r"""Return words without the backslashes before signs that stand for themselves.

    >>> unescaped(r"a\_b\->c\\")
    'a_b->c\\'
    """
    return _ESCAPED.sub(lambda found: _SIGNS.get(found[1], found[1]), words)


def _is_link(layer: Layer, name: str) -> bool:
    """Tell a column that points to others; the one behind it names what they are of."""
    at = layer.features.index(name) if name in layer.features else 0
    return name.startswith(_SLOT) or (at > 0 and layer.features[at - 1].startswith(_SLOT))


def _parts(cell: str) -> list[tuple[str, int]]:
    """Return the values in a cell, empty for annotations without one, with their numbers."""
    return [] if cell == _NONE else [_part(one) for one in _VALUE.findall(cell)]


def _part(told: str) -> tuple[str, int]:
    numbered = _NUMBERED.fullmatch(told)
    words, number = (numbered[1], int(numbered[2])) if numbered else (told, 0)
    return ("" if words in {_NO_VALUE, _NONE} else unescaped(words)), number
