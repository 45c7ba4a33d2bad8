"""Who wrote the sides of a conflict, and when, as far as that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.team.fields import DECIDED
from annotator.team.joining import PRESENCE
from annotator.team.sides import dots_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.service.ports import Queries
    from annotator.team.shared import SharedObject
    from annotator.team.sides import Rival
    from annotator.team.versions import Version


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote something, by their names, and when; empty where that is not known."""

    by: tuple[str, ...] = ()
    at: str = ""


class Writers:
    """Finds out who wrote values; knows the people of a project by their ids."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries
        self._names = {one.reviewer.id: one.reviewer.name for one in queries.people()}

    def wrote(self, found: SharedObject, one: Rival, others: Sequence[Rival]) -> Written:
        """Return who wrote a value that knows nothing of some others."""
        by: dict[str, None] = {}
        times = [""]
        for replica, counter in dots_of(one, others):
            decision = _decision(found, replica, counter)
            reviewer, at = self._queries.made_by(replica, counter) or ("", "")
            reviewer = decision.get("by", "") or reviewer
            if name := self._names.get(reviewer, ""):
                by[name] = None
            times.append(decision.get("at", "") or at or _modified(found, replica, counter))
        return Written(tuple(by), max(times))

    def all_wrote(
        self, found: SharedObject, field: str, ours: Rival, theirs: Sequence[Rival]
    ) -> tuple[Written, ...]:
        """Return who wrote each value of a field, the one that is shown first."""
        both = [ours, *theirs]
        told = [self.wrote(found, one, [each for each in both if each is not one]) for one in both]
        unknown = [number for number, one in enumerate(told) if not one.at]
        newest = max(one.at for one in told)
        # What says when an object was altered last, says it of the only one of whom nothing does.
        if len(unknown) == 1 and found.modified > newest and field != PRESENCE:
            (number,) = unknown
            told[number] = Written(told[number].by, found.modified)
        return tuple(told)


def _decision(found: SharedObject, replica: str, counter: int) -> dict[str, str]:
    """Return who decided what a change wrote, where it settled a conflict."""
    said = (
        one.value for one in found.fields.get(DECIDED, ()) if _is_of(one.version, replica, counter)
    )
    return next((one for one in said if isinstance(one, dict)), {})


def _modified(found: SharedObject, replica: str, counter: int) -> str:
    """Return when a change was made, where it was the last one to the object of its replica."""
    values = found.fields.get("modified", ())
    return next((str(one.value) for one in values if _is_of(one.version, replica, counter)), "")


def _is_of(version: Version, replica: str, counter: int) -> bool:
    return version.get(replica) == counter
