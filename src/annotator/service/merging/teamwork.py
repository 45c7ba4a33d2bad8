"""What a team does with bundles: send one, look at one that came, merge it, settle what differs."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.team_errors import MuchDeletedError
from annotator.service.bundle.bundle import open_bundle
from annotator.service.bundle.content import BundleOptions, Scope
from annotator.service.bundle.known_signers import KnownSigners, Standing
from annotator.service.bundle.signing import machine_signer
from annotator.service.bundle.writing import write_bundle
from annotator.service.merging import sending
from annotator.service.merging.commands import TakeMerge
from annotator.service.merging.planning import plan_merge
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.records import Reviewer
    from annotator.service.bundle.bundle import Bundle
    from annotator.service.bundle.content import BundleReport
    from annotator.service.changes import Changes
    from annotator.service.merging.plan import MergePlan
    from annotator.service.merging.sending import ProjectContent
    from annotator.service.ports import Queries
    from annotator.service.project import Project
    from annotator.service.watch import Watch


@dataclass(frozen=True, slots=True)
class SendingWishes:
    """What is to be sent, and how: ``articles`` are ids, for a selection alone."""

    scope: Scope = Scope.FULL
    articles: tuple[str, ...] = ()
    options: BundleOptions = field(default_factory=BundleOptions)
    sign: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bundle that is open, what merging it would do, and what is known of its signer."""

    bundle: Bundle
    plan: MergePlan
    standing: Standing


def send(
    project: Project, target: Path, wishes: SendingWishes, watch: Watch = UNWATCHED
) -> BundleReport:
    """Write a bundle for colleagues; nothing that a bundle contains is altered by that.

    What was sent is remembered, so that the next time the changes since are enough; a selection
    is not, since it leaves out the rest. The first changes are the whole project, and are called
    that.

    Raises:
        AnnotatorError: what ``write_bundle`` and ``machine_signer`` raise.
        NotFoundError: there is no such article.
        StoppedError: whoever watches cancelled it.

    """
    signer = machine_signer() if wishes.sign else None
    with project.reading_beside() as queries:
        sequence, since = queries.newest(), queries.newest_sent()
        content = _written(queries, project.reviewer, wishes)
        report = write_bundle(target, content, options=wishes.options, sign=signer, watch=watch)
        if report.scope is Scope.CHANGES and since is not None:
            nothing = next(iter(queries.altered_since(since.sequence)), None) is None
            report = replace(report, nothing_new=nothing)
    if report.scope is not Scope.SELECTION:
        project.remember_sent(report.bundle_id, sequence, report.scope.value)
    return report


def _written(queries: Queries, member: Reviewer, wishes: SendingWishes) -> ProjectContent:
    match wishes.scope:
        case Scope.CHANGES:
            return sending.changes(queries, member)
        case Scope.SELECTION:
            return sending.selection(queries, member, wishes.articles)
        case Scope.FULL:
            return sending.whole(queries, member)


@contextmanager
def arrived(
    queries: Queries, path: Path, *, trust_new_key: bool = False, watch: Watch = UNWATCHED
) -> Iterator[Arrival]:
    """Open a bundle, and plan what merging it would do; nothing is written.

    Raises:
        AnnotatorError: what ``open_bundle`` and ``KnownSigners.standing`` raise.
        StoppedError: whoever watches cancelled it.

    """
    with open_bundle(path, watch=watch) as bundle:
        standing = KnownSigners().standing(bundle, trust_new_key=trust_new_key)
        plan = plan_merge(queries, bundle, bundle.manifest.bundle_id, watch)
        try:
            yield Arrival(bundle, plan, standing)
        finally:
            plan.close()


def merge(
    project: Project,
    arrival: Arrival,
    *,
    may_delete: bool = False,
    continues: int | None = None,
    trial: bool = False,
    watch: Watch = UNWATCHED,
) -> Changes:
    """Write what was planned, as one step that undo takes back; ``publish`` what it returns.

    ``continues`` is the sequence of the merge before this one, where undo is to take back both. A
    ``trial`` leaves no trace of who signed; that this could not be kept is told in the report.

    Raises:
        MuchDeletedError: it deletes more than a tenth of all, and ``may_delete`` is not said.
        MergeOutdatedError: the project went on since it was planned.
        StoppedError: whoever watches cancelled it.

    """
    report = arrival.plan.report
    if report.deletes_much and not may_delete:
        deleted = report.counts["deleted"]
        raise MuchDeletedError(report.member, deleted=deleted, there=report.there_before)
    command = TakeMerge(arrival.plan, arrival.bundle)
    changes = project.commit(command, watch, continues=continues)
    if not trial:
        try:
            KnownSigners().remember(arrival.bundle, at=project.surroundings.now())
        except AnnotatorError as error:
            # What was merged stays merged.
            report.signer_not_kept = error
    return changes
