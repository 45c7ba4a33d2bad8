"""The verb that merges what colleagues sent."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.exchange import project_for
from annotator.cli.session import PATH, Session, complain, verb
from annotator.core.errors import AnnotatorError
from annotator.core.team_errors import MuchDeletedError, RestNotMergedError
from annotator.service.bundle.verdict import signature_of
from annotator.service.merging.rehearsing import rehearsal
from annotator.service.merging.report import COUNTS
from annotator.service.merging.teamwork import arrived, merge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.service.bundle.known_signers import Standing
    from annotator.service.bundle.verdict import Signature
    from annotator.service.merging.report import MergeReport
    from annotator.service.merging.teamwork import Arrival
    from annotator.service.project import Project


@dataclass(slots=True)
class Looked:
    """A bundle, and what was found when it was looked at."""

    path: Path
    arrival: Arrival

    @property
    def report(self) -> MergeReport:
        """What merging it does."""
        return self.arrival.plan.report

    @property
    def standing(self) -> Standing:
        """What is known of who signed it."""
        return self.arrival.standing

    @property
    def signature(self) -> Signature:
        """How it is signed."""
        return signature_of(self.arrival.bundle, self.standing)


@click.command("merge")
@click.argument("bundles", type=PATH, nargs=-1, required=True, metavar="BUNDLE…")
@click.option("--dry-run", is_flag=True, help="Tell what it would do, and do nothing.")
@click.option("--delete", "may_delete", is_flag=True, help="Even if it deletes more than a tenth.")
@click.option("--trust-new-key", is_flag=True, help="Take a bundle whose signer has a new key.")
@verb
def merge_bundles(
    session: Session,
    /,
    bundles: tuple[Path, ...],
    *,
    dry_run: bool,
    may_delete: bool,
    trust_new_key: bool,
) -> int:
    """Merge what colleagues sent, each BUNDLE as one step that undo takes back.

    What the file says and this project does not is taken; twice alters nothing. What both altered
    is kept in both ways until “annotator settle” decides.

    All are looked at before the first is written, so that mostly all are merged or none. Where one
    fails even so, the earlier BUNDLEs stay merged, and you are told which.

    Exit codes: 0 merged; 1 it deletes much, or the project went on meanwhile; 3 a BUNDLE is
    damaged, too new, or signed otherwise than before.
    """
    if not dry_run and not session.path.exists():
        # What cannot be merged leaves no new project behind.
        with ExitStack() as held:
            aside = held.enter_context(project_for(session, dry_run=True))
            _looked_at(held, aside, bundles, trust_new_key=trust_new_key)
    with ExitStack() as held:
        project = held.enter_context(project_for(session, dry_run=dry_run))
        looked = _looked_at(held, project, bundles, trust_new_key=trust_new_key)
        if dry_run:
            for one in looked:
                _tell(session, one, dry_run=True)
            failure = None
        else:
            if not may_delete:
                _refuse_much(looked)
            failure = _merge_all(session, project, looked, trust_new_key=trust_new_key)
        done = len(looked) if failure is None else failure.merged
        if session.as_json and (done or failure is None):
            session.tell(_merged(looked[:done], looked[done:]), "")
    if failure is not None:
        raise failure
    return 0


def _looked_at(
    held: ExitStack, project: Project, paths: Sequence[Path], *, trust_new_key: bool
) -> list[Looked]:
    """Look at each bundle on top of those before it; a bad one is told before anything alters."""
    trial = held.enter_context(rehearsal(project, len(paths)))
    looked = []
    for path in paths:
        arrival = held.enter_context(trial.look(path, trust_new_key=trust_new_key))
        trial.take(arrival)
        looked.append(Looked(path, arrival))
    return looked


def _merge_all(
    session: Session, project: Project, looked: Sequence[Looked], *, trust_new_key: bool
) -> RestNotMergedError | None:
    """Merge one after the other; return why those that are left were not, where some were."""
    for done, one in enumerate(looked):
        try:
            with ExitStack() as held:
                if one.arrival.plan.sequence != project.queries.newest():
                    # Another program wrote to the project in between.
                    anew = arrived(project.queries, one.path, trust_new_key=trust_new_key)
                    one.arrival = held.enter_context(anew)
                project.publish(merge(project, one.arrival, may_delete=True))
        except AnnotatorError as error:
            if not done:
                raise
            before = [str(each.path) for each in looked[:done]]
            return RestNotMergedError(str(one.path), before, error)
        _tell(session, one, dry_run=False)
    return None


def _refuse_much(looked: Sequence[Looked]) -> None:
    for one in looked:
        if one.report.deletes_much:
            deleted, there = one.report.counts["deleted"], one.report.there_before
            raise MuchDeletedError(one.report.member, deleted=deleted, there=there)


def _tell(session: Session, one: Looked, *, dry_run: bool) -> None:
    if not session.as_json:
        session.tell(None, "\n".join(_lines(one, dry_run=dry_run)))
    if (why := one.report.signer_not_kept) is not None:
        complain(f"{one.path} was merged, but the key of its signer could not be kept: {why}")


def _merged(told: Sequence[Looked], left: Sequence[Looked]) -> dict[str, Any]:
    reports = [one.report for one in told]
    total: Counter[str] = Counter()
    for report in reports:
        total.update(report.counts)
    return {
        "articles": sum(report.articles_added for report in reports),
        **{name: total[name] for name in COUNTS},
        "bundles": list(map(_bundle, told)),
        "not_merged": [str(one.path) for one in left],
    }


def _bundle(one: Looked) -> dict[str, Any]:
    report, signature = one.report, one.signature
    return {
        "file": str(one.path),
        "bundle_id": report.bundle_id,
        "member": report.member,
        "signature": {
            "state": signature.state,
            "key": signature.key,
            "fingerprint": signature.fingerprint,
        },
        "asks_to_delete": report.deletes_much,
        "not_understood": report.not_understood,
        "articles": [
            {
                "id": each.article_id,
                "title": each.title,
                "fate": each.fate,
                **{name: each.counts[name] for name in COUNTS},
            }
            for each in report.articles.values()
        ],
        "others": [
            {"kind": kind, "what": what, "count": count}
            for (kind, what), count in sorted(report.others.items())
        ],
    }


_WORDS = {
    "added": "highlights added",
    "changed": "highlights changed",
    "deleted": "highlights deleted",
    "conflicts": "conflicts, to be settled (“annotator conflicts”)",
    "already_there": "highlights already there",
    "not_placed": "highlights that could not be placed",
}


def _lines(one: Looked, *, dry_run: bool) -> Iterator[str]:
    report = one.report
    would = "Merging it would mean" if dry_run else "Merged"
    yield f"{would}: {one.path} by {report.member or 'somebody'} ({one.standing.value})"
    if one.signature.fingerprint:
        yield f"  fingerprint {one.signature.fingerprint}"
    yield f"{report.articles_added:>8}  articles added"
    for name in COUNTS:
        if report.counts[name]:
            yield f"{report.counts[name]:>8}  {_WORDS[name]}"
    for (kind, what), count in sorted(report.others.items()):
        yield f"{count:>8}  {kind}: {what}"
    if report.not_understood:
        yield f"{report.not_understood:>8}  of kinds that are not understood here, left out"
    if dry_run and report.deletes_much:
        yield "That deletes more than a tenth of all highlights: say --delete to merge it."
