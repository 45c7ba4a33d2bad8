"""Verbs by which a team sends highlights and settles what differs: bundle, conflicts, settle."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.session import PATH, Session, complain, verb
from annotator.service.bundle.content import BundleOptions, Scope
from annotator.service.merging.commands import SettleConflicts
from annotator.service.merging.conflicts import conflict_named, conflicts
from annotator.service.merging.teamwork import SendingWishes, send
from annotator.team.settling import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.service.bundle.content import BundleReport
    from annotator.service.merging.conflicts import Conflict, Disputed
    from annotator.service.merging.writers import Written


def _sending_options(function: Callable[..., int]) -> Callable[..., int]:
    """Add what says how a bundle is written, as one ``options``."""

    @click.option(
        "--quotes-only",
        is_flag=True,
        help="Leave the texts out, quotes stay: the receiver needs the texts to place them.",
    )
    @click.option("--pseudonyms", is_flag=True, help="“Reviewer 7KX4” and the like for names.")
    @wraps(function)
    def wrapped(*words: Any, quotes_only: bool, pseudonyms: bool, **named: Any) -> int:  # noqa: ANN401 - handed on
        options = BundleOptions(quotes_only=quotes_only, pseudonyms=pseudonyms)
        return function(*words, options=options, **named)

    return wrapped


@click.command()
@click.argument("out", type=PATH)
@click.option(
    "--changes-since-last",
    is_flag=True,
    help="Only what altered since the last one from this project, to whomever; the first is whole.",
)
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="ARTICLE",
    help="Only this article, by id, its end, or title; may be said several times.",
)
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
    """Write a bundle for colleagues into OUT: the whole project, some articles, or changes.

    Where changes may have got lost, send the whole project: what is there already costs nothing.

    Exit codes: 0 written, also where nothing altered; 2 no such article; 3 OUT cannot be written.
    """
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
        "nothing_new": report.nothing_new,
    }


def _sent_lines(report: BundleReport) -> Iterator[str]:
    yield f"Wrote {report.path} ({report.bytes:,} bytes), bundle {report.bundle_id}:"
    yield from (f"{number:>8}  {what}" for what, number in report.counts.items() if number)
    if report.nothing_new:
        yield "Nothing altered since the bundle before it: whoever has that one needs none of this."
    if report.texts_left_out:
        yield f"{report.texts_left_out:>8}  texts left out"
    if report.fingerprint:
        yield f"Signed; the key's fingerprint is {report.fingerprint}"


@click.command("conflicts")
@verb
def list_conflicts(session: Session) -> int:
    """List what waits to be settled: what is said here (ours), and what came (theirs).

    Each line begins with the id that “annotator settle” takes. Exit code 0, also where one waits.
    """
    with session.project() as project:
        found = list(conflicts(project.queries))
        hidden = project.queries.hidden_conflicts()
    lines = [_conflict_line(one) for one in found]
    if not found and not hidden:
        lines = ["Nothing waits."]
    session.tell([_conflict(one) for one in found], "\n".join(lines))
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
    """Settle conflict ID, of which the end is enough: keep ours, theirs, or both.

    Ours is what this project says, theirs what came, of several theirs:2 the second; both, of
    highlights alone, makes another one for each that came. It is a change like any other: undo
    takes it back, and the next bundle tells it.

    Exit codes: 0 settled, 2 nothing of ID waits, or both cannot be kept.
    """
    what, side = choice
    with session.project() as project:
        found = conflict_named(project.queries, conflict)
        changes = project.execute(SettleConflicts(((found.kind, found.id),), what, side))
    told = what.value if side is None else f"{what.value}:{side + 1}"
    value = {"id": found.id, "choice": told, "sequence": changes.sequence}
    session.tell(value, f"Settled {found.id}: {told}.")
    return 0
