"""Claim records that were removed with their highlight: what is decided of that decides of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.team.joining import PRESENCE, disputed
from annotator.team.settling import kept, removed, settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.service.ports import UnitOfWork
    from annotator.team.settling import Settlement
    from annotator.team.shared import SharedObject

    Done = Mapping[tuple[str, str], SharedObject]


def without_presence(found: SharedObject) -> SharedObject:
    """Return a claim record as if nobody had removed it, which its highlight decides."""
    return replace(found, removals=())


def settled_beside(found: SharedObject, how: Settlement) -> list[SharedObject]:
    """Return a claim record of which everything is settled but whether it is there."""
    made, *_ = settled(without_presence(found), how)
    return [replace(made, removals=found.removals)]


def following(
    found: SharedObject, how: Settlement, done: Done, work: UnitOfWork
) -> Iterator[SharedObject]:
    """Yield the claim records that a highlight of which it was settled takes along.

    One stays as long as a highlight has it, and waits while another highlight does.
    """
    ids = {str(one.value) for one in found.fields.get("claim", ()) if one.value}
    for claim in work.shared_objects("claim", sorted(ids)).values():
        now = done.get(("claim", claim.id), claim)
        if not now.there or PRESENCE not in disputed(now):
            continue
        names = work.highlights_of_claims([claim.id])
        told = work.shared_objects("highlight", names)
        homes = [done.get(("highlight", one.id), one) for one in told.values()]
        there = [one for one in homes if one.there and one.shown("claim")]
        if not any(PRESENCE in disputed(one) for one in there):
            yield kept(now, how) if there else removed(now, how)
