"""Verbs about where highlights lie since their articles were revised: anchors, settle-place."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from annotator.cli.session import Session, complain, verb
from annotator.core.errors import Kind
from annotator.core.revision_errors import NoCandidateError, NoSuchCandidateError, NotUnplacedError
from annotator.core.span import Span
from annotator.service.anchored import anchored
from annotator.service.pending_places import choices
from annotator.service.revision_commands import DropUnplaced, KeepUnplaced, SettlePlace

if TYPE_CHECKING:
    from annotator.service.anchored import Anchored, Place
    from annotator.service.pending_places import Choice
    from annotator.service.project import Project
    from annotator.service.revision_commands import RevisionCommand

_PLACES = {"best": 0, "runner-up": 1}


@click.command()
@click.argument("article")
@verb
def anchors(session: Session, article: str) -> int:
    """List the highlights of ARTICLE with how surely they lie where they do.

    Those that wait for a place come first, with where they may belong; exit 1 where one waits.
    """
    with session.project() as project:
        found = anchored(project.queries, project.find_article(article).id)
        labels = {label.id: label.key for label in project.queries.codebook().labels}
    rows = [_row(one, labels[one.highlight.label_id]) for one in found]
    session.tell(rows, "\n".join(line for one in found for line in _told(one)))
    waiting = sum(one.highlight.unplaced is not None for one in found)
    if waiting:
        complain(f"{waiting} of {len(found)} highlights wait for a place.")
    return Kind.ANSWER.value if waiting else 0


def _row(one: Anchored, label: str) -> dict[str, object]:
    return {
        "id": one.highlight.id,
        "label": label,
        "outcome": one.outcome,
        "quote": one.highlight.quote,
        "was": one.was,
        "score": one.best.score if one.best else 0.0,
        "best": asdict(one.best) if one.best else None,
        "runner_up": asdict(one.runner_up) if one.runner_up else None,
    }


def _told(one: Anchored) -> list[str]:
    score = f"  {one.best.score:.2f}" if one.best else ""
    lines = [f"{one.highlight.id}  {one.outcome}{score}  {' '.join(one.was.split())}"]
    if one.outcome != "placed" or one.best is None or one.best.words != one.was:
        lines += [_place("best", one.best)] if one.best else []
    return lines + ([_place("runner-up", one.runner_up)] if one.runner_up else [])


def _place(name: str, place: Place) -> str:
    spans = ", ".join(f"{start}-{end}" for start, end in place.spans)
    return f"    {name} {place.score:.2f}  {spans}  {' '.join(place.words.split())}"


@click.command("settle-place")
@click.argument("highlight")
@click.argument("way", metavar="best|runner-up|drop|keep|START END", nargs=-1, required=True)
@verb
def settle_place(session: Session, highlight: str, way: tuple[str, ...]) -> int:
    """Settle a HIGHLIGHT that waits for its place, as one step that undo takes back.

    It goes to the best place or to the runner-up that “annotator anchors” tells, or from START
    up to END (code points). “drop” removes it, “keep” keeps it without a place.
    """
    with session.project() as project:
        command = _command(project, highlight, way)
        project.execute(command)
    session.tell({"id": highlight, "settled": " ".join(way)}, f"Settled {highlight}.")
    return 0


def _command(project: Project, highlight: str, way: tuple[str, ...]) -> RevisionCommand:
    if way == ("drop",):
        return DropUnplaced((highlight,))
    if way == ("keep",):
        return KeepUnplaced((highlight,))
    if len(way) == 1 and way[0] in _PLACES:
        choice = _choice(project, highlight)
        if not choice.candidates:
            raise NoCandidateError(highlight)
        number = _PLACES[way[0]]
        if number >= len(choice.candidates):
            raise NoSuchCandidateError(highlight, len(choice.candidates))
        return SettlePlace(highlight, choice.candidates[number].spans)
    try:
        start, end = map(int, way)
    except ValueError:
        message = f"{' '.join(way)} is no place; say best, runner-up, drop, keep, or START END"
        raise click.UsageError(message) from None
    return SettlePlace(highlight, (Span(start, end),))


def _choice(project: Project, highlight: str) -> Choice:
    record = project.queries.highlight_by_id(highlight)
    for one in choices(project.queries, record.article_id):
        if one.highlight.id == record.id:
            return one
    raise NotUnplacedError(highlight)
