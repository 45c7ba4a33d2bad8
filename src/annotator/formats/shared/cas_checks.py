"""Whether the structures in a CAS's JSON are of types that it declares, and refer to others."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from contextlib import suppress
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.shared.layer_labels import SENTENCE, TOKEN
from annotator.formats.shared.span_values import BadSpanError, span_of
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BUILT_IN: Final = ("uima.", "%")
_ARRAY: Final = "[]"
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,11}")
_COVERING: Final[Mapping[str, tuple[Remark, Remark]]] = {
    TOKEN: (Remark.UNCOVERED, Remark.OVERLAPPED),
    SENTENCE: (Remark.SENTENCELESS, Remark.TWO_SENTENCES),
}


class _Ids:
    """Ids of structures; those that count on from 1, as most tools have them, take no memory."""

    def __init__(self) -> None:
        self._next = 1
        self._others: set[str] = set()

    def __contains__(self, one: str) -> bool:
        return one in self._others or (_NUMBER.fullmatch(one) is not None and int(one) < self._next)

    def add(self, one: str) -> None:
        """Take an id up."""
        if one == str(self._next):
            self._next += 1
        else:
            self._others.add(one)


class CasChecks:
    """Takes note of structures, and tells once all are known what is wrong in them."""

    def __init__(self) -> None:
        self._ids = _Ids()
        self._shapes: dict[tuple[str, frozenset[str]], str] = {}
        self._named: list[tuple[str, str]] = []
        self._twice: list[str] = []
        self.stretches: dict[tuple[str, str], array[int]] = {}

    def take(self, one: object, place: str) -> None:
        """Take note of a structure; few of its kinds differ, and those alone are kept."""
        if not isinstance(one, Mapping):
            return
        own = str(one.get("%ID", ""))
        if own and own in self._ids:
            self._twice.append(_at(place, Remark.ID_AGAIN.of(id=own)))
        elif own:
            self._ids.add(own)
        kind = str(one.get("%TYPE", ""))
        if kind in _COVERING:
            with suppress(BadSpanError):
                span = span_of(one.get("begin"), one.get("end"))
                key = str(one.get("@sofa", "")), kind
                self.stretches.setdefault(key, array("q")).extend(span)
        names = frozenset(key.lstrip("@^#") for key in one if not key.startswith("%"))
        self._shapes.setdefault((kind, names), place)
        for key, value in one.items():
            if key.startswith("@") and isinstance(value, str) and key != "@sofa":
                self._named.append((place, value))

    def faults(self, types: object, members: Iterable[str]) -> Iterator[str]:
        """Yield what is wrong, given the types that are declared and what the views list."""
        yield from self._twice
        for place, name in self._named:
            if name not in self._ids:
                yield _at(place, Remark.UNKNOWN_REFERENCE.of(id=name))
        for name in members:
            if name not in self._ids:
                yield Remark.UNKNOWN_MEMBER.of(id=name)
        if isinstance(types, Mapping) and types:  # some tools leave all of them out
            for (kind, names), place in self._shapes.items():
                yield from (_at(place, fault) for fault in _undeclared(kind, names, types))


def cover_faults(kind: str, found: array[int], text: str) -> Iterator[str]:
    """Yield where tokens, or sentences, do not stand side by side over all words of a text.

    ``found`` has a start and an end for each.
    """
    units = memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")
    none, several = _COVERING[kind]
    at = 0
    pairs: Iterable[tuple[int, int]] = zip(found[::2], found[1::2], strict=True)
    if any(one > other for one, other in pairwise(found[::2])):
        pairs = sorted(pairs)
    for start, end in chain(pairs, [(len(units), len(units))]):
        if end > len(units):
            yield Remark.OUTSIDE.of(start=start, end=end)
            return
        if start < at:
            yield several.of(start=start)
        bare = next((one for one in range(at, start) if not chr(units[one]).isspace()), None)
        if bare is not None:
            yield none.of(start=bare)
        at = max(at, end)


def _at(place: str, said: str) -> str:
    return Remark.PLACED.of(place=place, said=said)


def _undeclared(kind: str, names: frozenset[str], types: Mapping[str, Any]) -> Iterator[str]:
    if kind.startswith(_BUILT_IN) or kind.endswith(_ARRAY):
        return
    if kind not in types:
        yield Remark.UNDECLARED.of(name=kind)
        return
    known = {"sofa", "begin", "end"}
    above: object = kind
    for _ in range(len(types) + 1):
        told = types.get(above) if isinstance(above, str) else None
        if not isinstance(told, Mapping):
            break
        known.update(key for key in told if not key.startswith("%"))
        above = told.get("%SUPER_TYPE")
    if isinstance(above, str) and above.startswith("uima."):
        known.add("language")
    for name in sorted(names - known):
        yield Remark.UNDECLARED_PART.of(name=name)
