"""What a merge does object by object: the first of each kind, to be looked through beforehand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from annotator.team.fields import MADE

if TYPE_CHECKING:
    from annotator.team.shared import Json, SharedObject

    Before = SharedObject | None

# What needs attention comes first, what is merely new last.
FATES: Final = ("conflicts", "deleted", "not_placed", "changed", "added")
# So many are kept of each article, or kind, and fate.
MOST_ITEMS: Final = 40
LONGEST: Final = 200
_WORDS: Final = {
    "label": ("name", "key"),
    "guideline": ("text",),
    "claim": ("restated", "speaker", "note"),
    "article": ("title",),
}


@dataclass(frozen=True, slots=True)
class MergeItem:
    """One object and what becomes of it, as one of the report's counts.

    ``words`` are those by which it is known, ``labels`` the ids of a highlight's label before and
    after, or of two in conflict, empty where it has none then, ``reviewer`` is the id of whose it
    is, where that is told.
    """

    kind: str
    fate: str
    words: str = ""
    labels: tuple[str, str] = ("", "")
    reviewer: str = ""


@dataclass(slots=True)
class MergeItems:
    """The first items of each article, by its id, and of each other kind, by its name.

    ``labels`` and ``people`` have the names of what items name by id.
    """

    labels: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    _found: dict[tuple[str, str], list[MergeItem]] = field(default_factory=dict)

    def note(self, group: str, fate: str, before: Before, after: SharedObject) -> None:
        """Take note of what becomes of an object; costs nothing where there are many of it."""
        if fate not in FATES:
            return
        noted = self._found.setdefault((group, fate), [])
        if len(noted) < MOST_ITEMS:
            noted.append(_item(fate, before, after))

    def of(self, group: str) -> list[MergeItem]:
        """Return the first items of a group, those first that need attention."""
        return [one for fate in FATES for one in self._found.get((group, fate), ())]


def _item(fate: str, before: Before, after: SharedObject) -> MergeItem:
    told = after if after.there else before or after
    return MergeItem(told.kind, fate, _words(told), _labels(before, after), _whose(told))


def _labels(before: Before, after: SharedObject) -> tuple[str, str]:
    """Return a highlight's label here and afterwards, or, of two in conflict, here and there."""
    ours = str(before.shown("label") or "") if before is not None else ""
    theirs = [one.value for one in after.fields.get("label", ()) if one.value != ours]
    return ours, str(theirs[-1] if theirs else after.shown("label") or "")


def _words(found: SharedObject) -> str:
    """Return what an object is known by, cut where it is long."""
    said = (found.shown(name) for name in _WORDS.get(found.kind, ()))
    words = next((str(one) for one in said if one), "") or _quote(found.shown("place") or {})
    words = " ".join(words[: 2 * LONGEST].split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def _quote(places: Json) -> str:
    return next((str(one["quote"]) for one in places.values() if one.get("quote")), "")


def _whose(found: SharedObject) -> str:
    made = found.shown(MADE)
    return str(found.shown("reviewer") or (made or {}).get("reviewer", "")) if made else ""
