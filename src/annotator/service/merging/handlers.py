"""One handler for each command on what comes from colleagues."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

from annotator.core.records import Reviewer
from annotator.core.team_errors import MergeOutdatedError, NotBothError, NothingDisputedError
from annotator.service.handlers import Desk, handle
from annotator.service.merging.commands import SettleConflicts, TakeMerge
from annotator.service.merging.revisions import arriving_revisions
from annotator.service.team_ports import Person
from annotator.team.joining import disputed
from annotator.team.settling import Choice, may_be_both, settled

if TYPE_CHECKING:
    from annotator.team.shared import SharedObject


@handle.register(TakeMerge)
def _(command: TakeMerge, desk: Desk) -> str:
    plan, work = command.plan, desk.work
    if not work.untouched_since(plan.sequence):
        raise MergeOutdatedError(plan.report.member)
    for one in plan.people:
        work.take_person(Person(Reviewer(one.id, one.name), one.renamed))
    for ids in plan.former.values():
        _share_texts(ids, desk)
    texts = arriving_revisions(command.content, plan.texts, plan.names, work.text_with)
    for article_id, revision in texts:
        for row in plan.former.get(article_id, (article_id,)):
            work.take_text(row, replace(revision, article_id=row))
    work.bring_shared(desk.watch.over(plan, len(plan)))
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
    replica, counter = work.stamp
    decision = {"by": desk.reviewer.id, "at": desk.surroundings.now()}
    done: list[SharedObject] = []
    for kind, object_id in command.objects:
        found = work.shared_objects(kind, [object_id]).get(object_id)
        if found is None or not disputed(found):
            raise NothingDisputedError(object_id)
        if command.choice is Choice.BOTH and not may_be_both(found):
            raise NotBothError(object_id, kind)
        done += settled(found, command.choice, replica=replica, counter=counter, decision=decision)
    work.bring_shared(done)
    return "Settle conflict" if len(done) == 1 else f"Settle {len(done)} conflicts"
