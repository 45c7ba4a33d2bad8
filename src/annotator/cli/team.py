"""Verbs by which a team exchanges highlights: bundle, merge, conflicts, settle."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.exchange import project_for
from annotator.cli.session import PATH, Session, complain, verb
from annotator.service.bundle.bundle import open_bundle
from annotator.service.bundle.content import BundleOptions, Scope
from annotator.service.bundle.known_signers import KnownSigners
from annotator.service.merging.commands import SettleConflicts
from annotator.service.merging.conflicts import conflict_named, conflicts
from annotator.service.merging.rehearsing import rehearsal
from annotator.service.merging.report import COUNTS
from annotator.service.merging.teamwork import SendingWishes, arrived, merge, send
from annotator.team.settling import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from annotator.service.bundle.content import BundleReport
    from annotator.service.merging.conflicts import Conflict, Disputed
    from annotator.service.merging.rehearsing import Rehearsal
    from annotator.service.merging.report import MergeReport
    from annotator.service.merging.teamwork import Arrival
    from annotator.service.merging.writers import Written
    from annotator.service.project import Project


def _sending_options(function: Callable[..., int]) -> Callable[..., int]:
    """Add what says how a bundle is written, as one ``options``."""

    @click.option("--quotes-only", is_flag=True, help="Leave the texts out; quotes stay.")
    @click.option("--pseudonyms", is_flag=True, help="“Reviewer 7KX4” and the like for names.")
    @wraps(function)
    def wrapped(*words: Any, quotes_only: bool, pseudonyms: bool, **named: Any) -> int:  # noqa: ANN401 - handed on
        options = BundleOptions(quotes_only=quotes_only, pseudonyms=pseudonyms)
        return function(*words, options=options, **named)

    return wrapped


@click.command()
@click.argument("out", type=PATH)
@click.option("--changes-since-last", is_flag=True, help="Only what altered since the last one.")
@click.option("--article", "articles", multiple=True, metavar="ID", help="Only some articles.")
@click.option("--sign", is_flag=True, help="Sign it with this machine's key.")
@_sending_options
@verb
def bundle(
    session: Session,
    /,
    out: Path,
    articles: tuple[str, ...],
    options: BundleOptions,
    *,
    changes_since_last: bool,
    sign: bool,
) -> int:
    """Write a bundle for colleagues into OUT: the whole project, some articles, or changes."""
    if changes_since_last and articles:
        message = "--changes-since-last and --article exclude each other"
        raise click.UsageError(message)
    scope = Scope.CHANGES if changes_since_last else Scope.SELECTION if articles else Scope.FULL
    with session.project() as project:
        ids = tuple(project.find_article(one).id for one in articles)
        report = send(project, out, SendingWishes(scope, ids, options, sign))
    session.tell(_sent(report), "\n".join(_sent_lines(report)))
    return 0


def _sent(report: BundleReport) -> dict[str, Any]:
    return {
        "file": str(report.path),
        "bundle_id": report.bundle_id,
        "kind": report.scope.value,
        "created": report.created,
        "counts": dict(report.counts),
        "bytes": report.bytes,
        "texts_left_out": report.texts_left_out,
        "fingerprint": report.fingerprint,
    }


def _sent_lines(report: BundleReport) -> Iterator[str]:
    yield f"Wrote {report.path} ({report.bytes:,} bytes), bundle {report.bundle_id}:"
    yield from (f"{number:>8}  {what}" for what, number in report.counts.items() if number)
    if report.texts_left_out:
        yield f"{report.texts_left_out:>8}  texts left out"
    if report.fingerprint:
        yield f"Signed; the key's fingerprint is {report.fingerprint}"


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
    """
    for path in bundles:
        # A bad one is refused before the first one is written.
        with open_bundle(path) as arriving:
            KnownSigners().standing(arriving, trust_new_key=trust_new_key)
    told = []
    with ExitStack() as held:
        project = held.enter_context(project_for(session, dry_run=dry_run))
        trial = held.enter_context(rehearsal(project, len(bundles))) if dry_run else None
        for path in bundles:
            with _looked_at(project, path, trial, trust_new_key=trust_new_key) as arrival:
                if trial is None:
                    project.publish(merge(project, arrival, may_delete=may_delete))
                else:
                    trial.take(arrival)
                told.append((path, arrival.plan.report))
                lines = list(_merge_lines(path, arrival, dry_run=dry_run))
            if not session.as_json:
                session.tell(None, "\n".join(lines))
            if arrival.plan.report.signer_not_kept is not None:
                why = arrival.plan.report.signer_not_kept
                complain(f"{path} was merged, but the key of its signer could not be kept: {why}")
    if session.as_json:
        session.tell(_merged(told), "")
    return 0


def _looked_at(
    project: Project, path: Path, trial: Rehearsal | None, *, trust_new_key: bool
) -> AbstractContextManager[Arrival]:
    if trial is not None:
        return trial.look(path, trust_new_key=trust_new_key)
    return arrived(project.queries, path, trust_new_key=trust_new_key)


def _merged(told: list[tuple[Path, MergeReport]]) -> dict[str, Any]:
    total: Counter[str] = Counter()
    for _, report in told:
        total.update(report.counts)
    return {
        "articles": sum(report.articles_added for _, report in told),
        **{name: total[name] for name in COUNTS},
        "bundles": [
            {
                "file": str(path),
                "bundle_id": report.bundle_id,
                "member": report.member,
                "asks_to_delete": report.deletes_much,
                "not_understood": report.not_understood,
                "articles": [
                    {
                        "id": one.article_id,
                        "title": one.title,
                        "fate": one.fate,
                        **{name: one.counts[name] for name in COUNTS},
                    }
                    for one in report.articles.values()
                ],
                "others": [
                    {"kind": kind, "what": what, "count": count}
                    for (kind, what), count in sorted(report.others.items())
                ],
            }
            for path, report in told
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


def _merge_lines(path: Path, arrival: Arrival, *, dry_run: bool) -> Iterator[str]:
    report = arrival.plan.report
    would = "Merging it would mean" if dry_run else "Merged"
    yield f"{would}: {path} by {report.member or 'somebody'} ({arrival.standing.value})"
    if arrival.bundle.signed is not None:
        yield f"  fingerprint {arrival.bundle.signed.fingerprint}"
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


@click.command("conflicts")
@verb
def list_conflicts(session: Session) -> int:
    """List what waits to be settled: what is said here, and what came."""
    with session.project() as project:
        found = list(conflicts(project.queries))
        hidden = project.queries.hidden_conflicts()
    session.tell([_conflict(one) for one in found], "\n".join(map(_conflict_line, found)))
    if hidden:
        complain(f"{hidden} more wait until you finish the articles in which they are.")
    return 0


def _conflict(found: Conflict) -> dict[str, Any]:
    return {
        "id": found.id,
        "kind": found.kind,
        "article": found.article_id,
        "title": found.title,
        "quote": found.quote,
        "ours": _written(found.wrote(None)),
        "theirs": [_written(found.wrote(side)) for side in range(found.rivals)],
        "fields": [
            {
                "field": one.field or "there",
                "ancestor": one.ancestor,
                "ours": one.ours,
                "theirs": list(one.theirs),
                "ancestor_told": one.before_told,
                "ours_told": one.ours_told,
                "theirs_told": list(one.theirs_told),
                "sides": [side + 1 for side in one.sides],
                "ours_written": _written(one.written[0]),
                "theirs_written": [_written(each) for each in one.written[1:]],
            }
            for one in found.disputes
        ],
    }


def _written(one: Written) -> dict[str, Any]:
    return {"by": list(one.by), "at": one.at or None}


def _conflict_line(found: Conflict) -> str:
    fields = "; ".join(_field(found, one) for one in found.disputes)
    return f"{found.id}  {found.kind} “{found.quote or found.title}”: {fields}"


def _field(found: Conflict, one: Disputed) -> str:
    many = found.rivals > 1
    theirs = (
        (f"theirs:{side + 1}" if many else "theirs", told, who)
        for side, told, who in zip(one.sides, one.theirs_told, one.written[1:], strict=True)
    )
    said = [("ours", one.ours_told, one.written[0]), *theirs]
    told = " ≠ ".join(f"{words} ({_who(side, who)})" for side, words, who in said)
    before = f" (before: {one.before_told})" if one.before_told else ""
    return f"{one.field or 'there'}: {told}{before}"


def _who(side: str, one: Written) -> str:
    return ", ".join(filter(None, [side, *one.by, one.at[:10]]))


class _Side(click.ParamType[tuple[Choice, int | None]]):
    """Whose values to keep: ours, theirs, both, or of several theirs one by its number."""

    name = "choice"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click asks so
        """Return what help calls it."""
        return "[ours|theirs|theirs:N|both]"

    def convert(
        self,
        value: str,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[Choice, int | None]:
        """Return the choice, and the number of the side from 0."""
        word, colon, number = value.partition(":")
        try:
            choice = Choice(word)
        except ValueError:
            self.fail(f"{value!r} is none of ours, theirs, theirs:2 and the like, both", param, ctx)
        if not colon:
            return choice, None
        if choice is not Choice.THEIRS or not number.isdecimal() or not int(number):
            self.fail(f"{value!r} names nobody; of several, theirs:1 is the first", param, ctx)
        return choice, int(number) - 1


@click.command("settle")
@click.argument("conflict", metavar="ID")
@click.argument("choice", type=_Side())
@verb
def settle(session: Session, /, conflict: str, choice: tuple[Choice, int | None]) -> int:
    """Settle conflict ID: keep ours, theirs, or both; of several, theirs:2 is the second."""
    what, side = choice
    with session.project() as project:
        found = conflict_named(project.queries, conflict)
        changes = project.execute(SettleConflicts(((found.kind, found.id),), what, side))
    told = what.value if side is None else f"{what.value}:{side + 1}"
    value = {"id": found.id, "choice": told, "sequence": changes.sequence}
    session.tell(value, f"Settled {found.id}: {told}.")
    return 0
