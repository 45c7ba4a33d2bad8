"""What REFI-QDA files say wrong: GUIDs that nothing has, times that are none, names of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.formats.shared.known_keys import claim_faults, misspelled
from annotator.formats.shared.remarks import MARK, apart
from annotator.formats.shared.times import iso_time
from annotator.service.own_checks import bad_id
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from xml.etree.ElementTree import Element

_MADE: Final = frozenset(
    ("creatingUser", "creationDateTime", "modifyingUser", "modifiedDateTime", "guid", "name")
)
_TIMES: Final = ("creationDateTime", "modifiedDateTime")
_USERS: Final = ("creatingUser", "modifyingUser")
_ATTRIBUTES: Final[Mapping[str, AbstractSet[str]]] = {
    "Code": frozenset(("guid", "name", "isCodable", "color")),
    "User": frozenset(("guid", "name", "id")),
    "TextSource": _MADE | {"plainTextPath", "richTextPath"},
    "PlainTextSelection": _MADE | {"startPosition", "endPosition"},
    "Coding": _MADE,
    "CodeRef": frozenset(("targetGUID",)),
    "NoteRef": frozenset(("targetGUID",)),
    "Description": frozenset(),
}
_REMARKED: Final = frozenset((
    "key", "of", "part", "cue", "claim", "exact", "article_id", "text_sha256", "title", "url",
    "publisher", "authors", "published", "language", "direction", "unplaced", "name", "color",
    "place", "color_dark", "letter", "line_style", "shortcut", "tests", "edge_cases", "examples",
    "fields", "archived",
))  # fmt: skip
_UNPLACED: Final = frozenset((
    "id", "label", "outcome", "quote", "prefix", "suffix", "reviewer", "created", "modified",
    "note", "claim", "place", "cue",
))  # fmt: skip


def guid(text: str) -> str:
    """Return an id as all of a file can be compared: lower case, without braces.

    >>> guid(" {0A1B} ")
    '0a1b'
    """
    return text.strip().strip("{}").lower()


def made_faults(
    element: Element, users: AbstractSet[str], notes: AbstractSet[str], *, ours: bool
) -> Iterator[str]:
    """Yield what is wrong in a selection or source, and what is in it but for the selections."""
    yield from element_faults(element, ours=ours)
    waiting = [element]
    while waiting:
        one = waiting.pop()
        waiting += [each for each in one if each.tag != "PlainTextSelection"]
        for name in _USERS:
            told = guid(one.get(name, ""))
            if told and told not in users:
                yield Remark.NO_USER.of(name=name, id=told)
        if one.tag == "NoteRef" and guid(one.get("targetGUID", "")) not in notes:
            yield Remark.NO_NOTE.of(id=one.get("targetGUID"))
        for name in _TIMES:
            told = one.get(name, "")
            if told and not iso_time(told):
                yield Remark.NO_TIME.of(name=name, told=told)
        if one.tag == "Coding" and ours:
            yield from _otherwise(element, one)


def element_faults(element: Element, *, ours: bool) -> Iterator[str]:
    """Yield what is misspelled in an element and what is in it but for selections and codes."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        waiting += [each for each in one if each.tag not in {"PlainTextSelection", "Code"}]
        known = _ATTRIBUTES.get(one.tag)
        if known is None:
            yield from misspelled((one.tag,), _ATTRIBUTES.keys()) if ours else ()
        else:
            yield from misspelled(one.attrib, known)
        if bad_id(guid(one.get("guid", ""))):
            yield Remark.BAD_GUID.of(id=one.get("guid"))
        if one.tag == "Description" and ours:
            yield from _in_remark(one.text or "")


def _otherwise(selection: Element, coding: Element) -> Iterator[str]:
    """Yield what a coding says otherwise than its selection, in what this program writes."""
    for name in ("creatingUser", "creationDateTime"):
        if selection.get(name, "") != coding.get(name, ""):
            yield Remark.CODED_OTHERWISE.of(name=name)
    if selection.get("modifyingUser", "") != selection.get("creatingUser", ""):
        yield Remark.TWO_USERS.of()
    if not all(selection.get(name) for name in _TIMES):
        yield Remark.NOT_BOTH_TIMES.of()


def _in_remark(text: str) -> Iterator[str]:
    last = text.rpartition("\n")[2]
    _, remark = apart(text)
    if not remark and (last.startswith(MARK) or _is_nearly(last)):
        yield Remark.BAD_REMARK.of()
        return
    yield from misspelled(remark, _REMARKED)
    yield from claim_faults(remark.get("claim"))
    waiting = remark.get("unplaced")
    for one in waiting if isinstance(waiting, list) else ():
        if isinstance(one, dict):
            yield from misspelled(one, _UNPLACED)
            yield from claim_faults(one.get("claim"))


def _is_nearly(line: str) -> bool:
    """Tell whether a line would begin as a remark does, had nobody altered a letter of it."""
    head = line[: len(MARK)]
    return line.endswith("}") and sum(a != b for a, b in zip(head, MARK, strict=False)) == 1
