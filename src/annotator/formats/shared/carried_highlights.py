"""Highlights as they were written, in data that a tool carries along with a text.

A tool that knows spans and labels alone gives them back without what tells one from another. Each
of them is found again by place and label, then by its place, then by its label near the old place,
or anywhere if it is the only one left: so a highlight that was relabeled or moved stays itself.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from annotator.formats.shared.carried_data import as_line
from annotator.formats.shared.claims import claim_of
from annotator.formats.shared.our_data import joined, piece_data
from annotator.formats.shared.span_values import BadSpanError, cue_of, span_of, words
from annotator.formats.shared.times import iso_time
from annotator.service.reading.json_values import BadJsonError, value_of

if TYPE_CHECKING:
    from annotator.core.foreign_values import ForeignHighlight
    from annotator.core.span import Span
    from annotator.formats.shared.spans import Piece

CARRIED = "fact_annotator_highlights"
"""The name under which a text's data have its highlights, each as a line of JSON."""


class _Told(NamedTuple):
    """A span as it was written, and all that tells its highlight."""

    span: tuple[int, int]
    label: str
    data: Mapping[str, Any]
    cue: tuple[int, int] | None


_Pair: TypeAlias = "tuple[ForeignHighlight, _Told]"
_Key: TypeAlias = "Callable[[tuple[int, int], str], Hashable]"


def carried(piece: Piece, positions: Callable[[Span], tuple[int, int]]) -> str:
    """Return a span with all that tells its highlight, all places by ``positions`` of the file."""
    start, end = positions(piece.span)
    data = {"start": start, "end": end, "label": piece.sent.label.key} | piece_data(piece)
    cue = piece.sent.highlight.cue
    return as_line(data | {"cue": positions(cue)} if cue and "cue" in data else data)


def recognized(
    found: Sequence[ForeignHighlight], carried_lines: object
) -> tuple[ForeignHighlight, ...]:
    """Return highlights with what was carried along of each; those that are new as they are.

    ``carried_lines`` is whatever stands in the text's data. Costs O(n log n).
    """
    told = _told(carried_lines)
    if not told:
        return tuple(found)
    search = _Search(found, told)
    return joined(_firsts_first([*map(_known, search.pairs), *search.left]))


def unaltered(found: Iterable[ForeignHighlight], carried_lines: object) -> set[int]:
    """Return which of some highlights, by their number, stand where and as they were written."""
    there = {(one.span, one.label) for one in _told(carried_lines)}
    return {
        number
        for number, one in enumerate(found)
        if len(one.spans) == 1 and (one.spans[0], one.label) in there
    }


class _Search:
    """Pairs what was found with what was told, the surest first."""

    def __init__(self, found: Sequence[ForeignHighlight], told: Sequence[_Told]) -> None:
        self.pairs: list[_Pair] = []
        self.left = list(found)
        self._told = list(told)
        self._taken: set[int] = set()
        self._pair(lambda span, label: (span, label))
        self._pair(lambda span, _label: span)
        self._pair_near()
        self._pair_last()
        self.left = [each for each in self.left if id(each) not in self._taken]

    def _pair(self, key: _Key) -> None:
        """Pair what has the same key, in the order of both."""
        waiting: dict[Hashable, deque[_Told]] = defaultdict(deque)
        for one in self._told:
            waiting[key(one.span, one.label)].append(one)
        left = []
        for each in self.left:
            several = waiting.get(key(each.spans[0], each.label), ()) if each.spans else ()
            known = next((one for one in several if _may_be(each, one)), None)
            if known is None:
                left.append(each)
            else:
                waiting[key(each.spans[0], each.label)].remove(known)
                self.pairs.append((each, known))
        self.left, self._told = left, [one for several in waiting.values() for one in several]

    def _pair_near(self) -> None:
        """Pair what has the same label and shares some of its old place."""
        for told, found in self._by_label():
            told.sort(key=lambda one: one.span)
            found.sort(key=lambda each: each.spans)
            place = 0
            for each in found:
                start, end = each.spans[0]
                while place < len(told) and told[place].span[1] <= start:
                    place += 1
                if place < len(told) and told[place].span[0] < end and _may_be(each, told[place]):
                    self._take(each, told[place])
                    place += 1

    def _pair_last(self) -> None:
        """Pair the only two of a label that are left."""
        for told, found in self._by_label():
            if len(told) == len(found) == 1 and _may_be(found[0], told[0]):
                self._take(found[0], told[0])

    def _by_label(self) -> list[tuple[list[_Told], list[ForeignHighlight]]]:
        told: dict[str, list[_Told]] = defaultdict(list)
        found: dict[str, list[ForeignHighlight]] = defaultdict(list)
        for one in self._told:
            if id(one) not in self._taken:
                told[one.label].append(one)
        for each in self.left:
            if each.spans and id(each) not in self._taken:
                found[each.label].append(each)
        return [(several, found[label]) for label, several in told.items() if found[label]]

    def _take(self, each: ForeignHighlight, one: _Told) -> None:
        self.pairs.append((each, one))
        self._taken |= {id(each), id(one)}


def _may_be(each: ForeignHighlight, one: _Told) -> bool:
    """Tell whether nothing that is said of the reviewer speaks against it."""
    if each.reviewer_id:
        return each.reviewer_id == words(one.data.get("reviewer_id"))
    return each.reviewer in {"", words(one.data.get("reviewer"))}


def _known(pair: _Pair) -> ForeignHighlight:
    each, told = pair
    data = told.data
    return replace(
        each,
        id=words(data.get("id")),
        reviewer=words(data.get("reviewer")),
        reviewer_id=words(data.get("reviewer_id")),
        created=iso_time(data.get("created")),
        modified=iso_time(data.get("modified")),
        claim=claim_of(data.get("claim")),
        cue=told.cue,
    )


def _firsts_first(found: Iterable[ForeignHighlight]) -> list[ForeignHighlight]:
    """Return highlights by their place, but later spans of one behind its first."""
    return sorted(found, key=lambda one: ("/" in one.id, one.spans))


def _told(carried_lines: object) -> list[_Told]:
    found = []
    for line in carried_lines if isinstance(carried_lines, list) else ():
        try:
            data = value_of(line) if isinstance(line, str) else None
            if isinstance(data, dict):
                span = span_of(data.get("start"), data.get("end"))
                cue = cue_of(data.get("cue"))
                # Each line was decoded with keys of its own.
                told = {intern(key): value for key, value in data.items()}
                found.append(_Told(span, words(data.get("label")), told, cue))
        except (BadJsonError, BadSpanError):
            continue
    return found
