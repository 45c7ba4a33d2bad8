"""One handler for each command on what comes from colleagues."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

from annotator.core.records import Reviewer
from annotator.core.team_errors import (
    MergeOutdatedError,
    NotBothError,
    NothingDisputedError,
    WhoseError,
)
from annotator.service.handlers import Desk, handle
from annotator.service.merging.commands import SettleConflicts, TakeMerge
from annotator.service.merging.going_along import following, settled_beside, without_presence
from annotator.service.merging.homes import Home
from annotator.service.merging.pieces import PLACED
from annotator.service.merging.plan import KINDS
from annotator.service.merging.revisions import arriving_revisions
from annotator.service.team_ports import Person
from annotator.team.fields import MADE
from annotator.team.joining import PRESENCE, disputed
from annotator.team.settling import Choice, Settlement, may_be_both, settled
from annotator.team.sides import sides_against

if TYPE_CHECKING:
    from annotator.team.shared import SharedObject
    from annotator.team.versions import Version


@handle.register(TakeMerge)
def _(command: TakeMerge, desk: Desk) -> str:
    plan, work = command.plan, desk.work
    if not work.untouched_since(plan.sequence):
        raise MergeOutdatedError(plan.report.member)
    for one in plan.people:
        work.take_person(Person(Reviewer(one.id, one.name), one.renamed, one.extra))
    for ids in plan.former.values():
        _share_texts(ids, desk)
    texts = arriving_revisions(command.content, plan.texts, plan.names, work.text_with)
    for article_id, revision in texts:
        for row in plan.former.get(article_id, (article_id,)):
            work.take_text(row, replace(revision, article_id=row))
    work.bring_shared(desk.watch.over(plan, len(plan)), placed=plan.placed)
    return f"Merge what {plan.report.member} sent" if plan.report.member else "Merge"


def _share_texts(ids: tuple[str, ...], desk: Desk) -> None:
    """Give each of some articles that become one the texts of the others; labels have none."""
    texts = {one: desk.work.texts_of(one) for one in ids}
    for one, other in permutations(ids, 2):
        for text in sorted(texts[other].keys() - texts[one].keys()):
            revision = desk.work.revision(texts[other][text])
            fresh = replace(revision, id=desk.surroundings.new_id(), article_id=one)
            desk.work.take_text(one, fresh)


@handle.register(SettleConflicts)
def _(command: SettleConflicts, desk: Desk) -> str:
    work = desk.work
    decision = {"by": desk.reviewer.id, "at": desk.surroundings.now()}
    how = Settlement(command.choice, work.written_here(), work.own_version, decision)
    along = work.removed_along()
    done: dict[tuple[str, str], SharedObject] = {}
    retold: list[Home] = []
    decided: list[SharedObject] = []
    for kind, object_id in command.objects:
        found = work.shared_objects(kind, [object_id]).get(object_id)
        apart = found is not None and kind == "claim" and found.id in along
        seen = without_presence(found) if found is not None and apart else found
        if found is None or seen is None or not disputed(seen):
            raise NothingDisputedError(object_id)
        if command.choice is Choice.BOTH and not may_be_both(seen):
            raise NotBothError(object_id, kind)
        mine = replace(how, side=_side_of(command, seen, how.here))
        made = settled_beside(found, mine) if apart else settled(found, mine)
        done |= {(one.kind, one.id): one for one in made}
        decided += [found] if kind == "highlight" and PRESENCE in disputed(found) else []
        home = Home(found, made[0], work.text_with)
        if kind == "article" and made[0].there and home.retold:
            retold.append(home)
    for found in decided:
        done |= {(one.kind, one.id): one for one in following(found, how, done, work)}
    for home in retold:
        _carry(home, done, desk)
    work.bring_shared(sorted(done.values(), key=_place_in_order))
    number = len(command.objects)
    return "Settle conflict" if number == 1 else f"Settle {number} conflicts"


def _side_of(command: SettleConflicts, found: SharedObject, here: Version) -> int:
    """Return whose values are chosen; who is meant is asked where several may be."""
    number = len(sides_against(found, here))
    side = command.side
    if command.choice is Choice.THEIRS and (side is None if number > 1 else bool(side)):
        raise WhoseError(found.id, number)
    if side is not None and not 0 <= side < number:
        raise WhoseError(found.id, number)
    return side or 0


def _carry(home: Home, done: dict[tuple[str, str], SharedObject], desk: Desk) -> None:
    """Let all that lies in an article follow to another text of it."""
    for one in desk.work.shared_in(home.after.id):
        home.waiting[one.id] = (one, done.get((one.kind, one.id), one))
    for one in done.values():
        if one.kind in PLACED and one.there and one.shown(MADE)["article"] == home.after.id:
            home.waiting.setdefault(one.id, (None, one))
    done |= {(one.kind, one.id): one for _, one in home.carried()}


def _place_in_order(found: SharedObject) -> tuple[bool, int]:
    """Return what objects are ordered by: those that others name first, removed ones last."""
    return (not found.there, KINDS.index(found.kind))
