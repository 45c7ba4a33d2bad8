"""Counting what a merge does, object by object, as it is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.service.merging.report import ArticleMerge
from annotator.team.fields import DECIDED, MADE
from annotator.team.joining import disputed

if TYPE_CHECKING:
    from annotator.service.merging.report import MergeReport
    from annotator.team.shared import Json, SharedObject

    Before = SharedObject | None

_BESIDE: Final = frozenset({"modified", DECIDED})


class Tally:
    """Fills the report of a merge."""

    def __init__(self, report: MergeReport) -> None:
        self.report = report
        # Claim records that alter, which alters all highlights that share them.
        self._altered_claims: set[str] = set()

    def article(self, before: Before, after: SharedObject, *, retold: bool, inside: int) -> None:
        """Count an article, and the highlights in it where it goes, or comes back, with them."""
        told = after if after.there else before or after
        entry = ArticleMerge(after.id, str(told.shown("title") or ""))
        self.report.articles[after.id] = entry
        there_before = before is not None and before.there
        if there_before != after.there:
            entry.fate = "added" if after.there else "deleted"
            self.report.count(after.id, "deleted" if there_before else "added", inside)
        elif retold or (before is not None and shows(before) != shows(after)):
            entry.fate = "changed"
        if newly_disputed(before, after):
            self._count(after.id, "conflicts", before, after)

    def take(self, before: Before, after: SharedObject) -> None:
        """Count an object that is no article."""
        what = fate(before, after)
        if after.kind == "highlight":
            self._highlight(before, after, what)
            return
        if what != "already_there":
            self.report.others[after.kind, what] += 1
            self.report.items.note(after.kind, what, before, after)
        if what == "conflicts":
            self.report.counts[what] += 1
        if after.kind == "claim" and what in {"changed", "conflicts"}:
            self._altered_claims.add(after.id)

    def _highlight(self, before: Before, after: SharedObject, what: str) -> None:
        told = after if after.there else before or after
        article = (told.shown(MADE) or {"article": ""})["article"]
        if what == "already_there" and told.shown("claim") in self._altered_claims:
            what = "changed"
        self._count(article, what, before, after)
        if _waits(after) and not (before is not None and _waits(before)):
            self._count(article, "not_placed", before, after)

    def _count(self, article: str, what: str, before: Before, after: SharedObject) -> None:
        self.report.count(article, what)
        self.report.items.note(article, what, before, after)


def fate(before: Before, after: SharedObject) -> str:
    """Tell what becomes of an object, as one of the report's counts."""
    if after is before:
        return "already_there"
    there_before = before is not None and before.there
    if newly_disputed(before, after) and (there_before or before is not None):
        return "conflicts"
    if there_before != after.there:
        return "added" if after.there else "deleted"
    if before is not None and after.there:
        settled = bool(disputed(before)) and not disputed(after)
        if settled or shows(before) != shows(after):
            return "changed"
    return "already_there"


def newly_disputed(before: Before, after: SharedObject) -> bool:
    """Tell whether something of an object has to be settled that had not before."""
    now = disputed(after)
    return bool(now) and bool(set(now) - set(disputed(before) if before is not None else ()))


def shows(found: SharedObject) -> dict[str, Json]:
    """Return what is shown of an object: of its place, the version, for texts move it along."""
    shown = {name: found.shown(name) for name in found.fields if name not in _BESIDE}
    if "place" in shown:
        shown["place"] = dict(found.fields["place"][0].version)
    return shown


def _waits(found: SharedObject) -> bool:
    return any(one.get("unplaced") for one in (found.shown("place") or {}).values())
