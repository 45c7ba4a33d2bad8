"""Selections of the REFI-QDA standard, each code on one of which is a highlight."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import Beside, ForeignHighlight
from annotator.formats.shared.claims import claim_of
from annotator.formats.shared.refi_codes import derived, description
from annotator.formats.shared.refi_faults import guid, made_faults
from annotator.formats.shared.refi_readings import is_ours, tells_quotes
from annotator.formats.shared.remarks import apart
from annotator.formats.shared.times import iso_time
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from annotator.core.errors import AnnotatorError

_CUTS = ("…", "...")
# What some programs name a selection by, instead of its words: its borders, or its GUID.
_NO_WORDS = re.compile(r"\(?\d+,\s*\d+\)?(?:\s*[,-]\s*\(?\d+,\s*\d+\)?)?|\{?[0-9A-Fa-f-]{36}\}?")
_BETWEEN_NOTES = "\n\n"
_LONGEST_NUMBER = 18


def told_text(remark: Mapping[str, Any], name: str) -> str:
    """Return a text in a remark; empty where it is none."""
    value = remark.get(name)
    return value if isinstance(value, str) else ""


@dataclass(slots=True)
class _Parts:
    """One highlight, whose spans may stand in several selections."""

    first: ForeignHighlight
    parts: list[tuple[int, tuple[int, int], tuple[str, ...]]] = field(default_factory=list)

    def whole(self) -> ForeignHighlight:
        if len(self.parts) == 1:
            return self.first
        self.parts.sort()
        quotes = tuple(quote for _, _, words in self.parts for quote in words)
        return replace(
            self.first,
            spans=tuple(span for _, span, _ in self.parts),
            quotes=quotes if len(quotes) == len(self.parts) else (),
        )


class Selections:
    """The highlights of one source, put together where they have several spans.

    ``used`` are the ids of the notes that belong to some.
    """

    def __init__(
        self,
        path: Path,
        users: Mapping[str, str],
        notes: Mapping[str, str],
        *,
        origin: str,
        codes: AbstractSet[str],
    ) -> None:
        self._path, self._users, self._notes, self._codes = path, users, notes, codes
        self._ours = is_ours(origin)
        self._exact = tells_quotes(origin)
        self._found: dict[tuple[str, ...], _Parts] = {}
        self._selections = self._codings = 0
        self._ids: Counter[str] = Counter()
        self.used: set[str] = set()

    def found(self, *, more: bool) -> tuple[ForeignHighlight, ...]:
        """Return the highlights of what was read since.

        Where ``more`` of the source is to come, those that may have spans there are kept back.
        """
        kept = {key: one for key, one in self._found.items() if more and len(key) > 1}
        ready = [one.whole() for key, one in self._found.items() if key not in kept]
        self._found = kept
        return tuple(ready)

    def read(self, source: Element, place: str) -> Iterator[AnnotatorError]:
        """Take up the selections of a source; yield what is wrong with some."""
        for selection in source.iterfind("PlainTextSelection"):
            self._selections += 1
            where = f"{place}, selection {self._selections}"
            span = _span(selection)
            if span is None:
                reason = "its positions are no stretch of a text"
                yield DamagedAnnotationsError(self._path, place=where, reason=reason)
                continue
            codings: list[Element | None] = list(selection.findall("Coding"))
            for coding in codings or [None]:
                self._add(selection, coding, span, where)

    def _add(
        self, selection: Element, coding: Element | None, span: tuple[int, int], place: str
    ) -> None:
        selected = guid(selection.get("guid", ""))
        coded = guid(coding.get("guid", "")) if coding is not None else ""
        words, remark = apart(description(selection))
        # Only we let one id follow from the other.
        ours = bool(coded) and coded == derived(selected, "coding")
        whole = guid(told_text(remark, "of")) if ours else ""
        by = coding if coding is not None else selection
        quote, inexact = self._quote(selection.get("name", ""))
        user = guid(by.get("creatingUser", "") or selection.get("creatingUser", ""))
        created = iso_time(by.get("creationDateTime", "") or selection.get("creationDateTime", ""))
        highlight = ForeignHighlight(
            spans=(span,),
            label=_code(coding),
            quotes=quote,
            id=whole or (selected if ours else coded) or selected,
            ours=ours,
            reviewer=self._users.get(user, ""),
            reviewer_id=user,
            created=created,
            modified=iso_time(selection.get("modifiedDateTime", "")) or created,
            claim=self._claim(words, remark, selection, coding),
            cue=_pair(remark.get("cue")),
            inexact=inexact,
            place=place,
            beside=Beside(
                begins=quote[0] if self._ours and inexact and quote else "",
                faults=partial(self._faults, selection, coding, ours=ours),
            ),
        )
        part = _number(remark.get("part")) or 0
        # What elsewhere got another label is no longer one with the rest.
        self._codings += 1
        key = (highlight.id, highlight.label) if whole else (str(self._codings),)
        if key not in self._found:
            highlight = self._only_one(highlight)
        parts = self._found.setdefault(key, _Parts(highlight))
        parts.parts.append((part, span, quote))
        if part == 1:
            parts.first = highlight

    def _faults(self, selection: Element, coding: Element | None, *, ours: bool) -> Iterator[str]:
        yield from made_faults(selection, self._users.keys(), self._notes.keys(), ours=self._ours)
        if self._ours and not ours:
            yield Remark.OTHER_GUID.of()
        _, remark = apart(description(selection))
        of, part = guid(told_text(remark, "of")), _number(remark.get("part")) or 0
        if (
            of
            and ours
            and guid(selection.get("guid", ""))
            != (of if part == 1 else derived(of, f"part {part}"))
        ):
            yield Remark.NO_PART.of(part=part, id=of)
        if coding is not None and (code := _code(coding)) not in self._codes:
            yield Remark.NO_CODE.of(id=code) if code else Remark.UNCODED.of()

    def _only_one(self, highlight: ForeignHighlight) -> ForeignHighlight:
        """Return a highlight whose id no other has: some programs give one GUID to many."""
        self._ids[highlight.id] += 1
        times = self._ids[highlight.id]
        if times == 1:
            return highlight
        return replace(highlight, id=f"{highlight.id}/{times}", ours=False)

    def _quote(self, name: str) -> tuple[tuple[str, ...], bool]:
        if not name.strip() or _NO_WORDS.fullmatch(name):
            return (), False
        for cut in _CUTS:
            if name.endswith(cut):
                return (name.removesuffix(cut),), True
        return (name,), not self._exact

    def _claim(
        self,
        words: str,
        remark: Mapping[str, Any],
        selection: Element,
        coding: Element | None,
    ) -> dict[str, Any]:
        """Return the claim record of a selection, its notes put together."""
        told = _fields(remark)
        refs = [*selection.findall("NoteRef"), *(coding.findall("NoteRef") if coding else ())]
        ids = [guid(ref.get("targetGUID", "")) for ref in refs]
        self.used.update(ids)
        notes = [self._notes.get(one, "") for one in ids]
        note = _BETWEEN_NOTES.join(one for one in (words, *dict.fromkeys(notes)) if one)
        return {**told, "note": note} if note else told

    def unplaced(self, remark: Mapping[str, Any]) -> Iterator[ForeignHighlight]:
        """Yield the highlights without text that a remark on a source holds."""
        told = remark.get("unplaced")
        for one in told if isinstance(told, list) else ():
            if not isinstance(one, dict):
                continue
            user, quote, note = (told_text(one, name) for name in ("reviewer", "quote", "note"))
            fields = _fields(one)
            yield ForeignHighlight(
                spans=tuple(filter(None, [_pair(one.get("place"))])),
                label=told_text(one, "label"),
                quotes=(quote,) if quote else (),
                prefix=told_text(one, "prefix"),
                suffix=told_text(one, "suffix"),
                id=guid(told_text(one, "id")),
                ours=bool(told_text(one, "id")),
                reviewer=self._users.get(user, ""),
                reviewer_id=user,
                created=iso_time(told_text(one, "created")),
                modified=iso_time(told_text(one, "modified")),
                claim={**fields, "note": note} if note else fields,
                cue=_pair(one.get("cue")),
                unplaced=told_text(one, "outcome"),
                place="a remark",
            )


def _fields(remark: Mapping[str, Any]) -> dict[str, Any]:
    told = claim_of(remark.get("claim"))
    told.pop("note", None)
    return told


def _code(coding: Element | None) -> str:
    reference = coding.find("CodeRef") if coding is not None else None
    return guid(reference.get("targetGUID", "")) if reference is not None else ""


def _span(selection: Element) -> tuple[int, int] | None:
    return _pair([selection.get("startPosition"), selection.get("endPosition")])


def _pair(told: object) -> tuple[int, int] | None:
    """Return a start and an end not before it; None where there is no such pair."""
    if not isinstance(told, list) or len(told) != len(("start", "end")):
        return None
    start, end = _number(told[0]), _number(told[1])
    return None if start is None or end is None or start > end else (start, end)


def _number(told: object) -> int | None:
    """Return a number from 0 up, written with digits alone; None for anything else."""
    if not isinstance(told, str) or len(told) > _LONGEST_NUMBER:
        return None
    return int(told) if told.strip().isascii() and told.strip().isdecimal() else None
