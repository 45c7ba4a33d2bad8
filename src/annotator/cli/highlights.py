"""Verbs about highlights and the history: tag, untag, undo, redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.session import Session, verb
from annotator.core.records import Highlight
from annotator.core.span import Span
from annotator.service.commands import AddHighlight, RemoveHighlights

if TYPE_CHECKING:
    from annotator.service.changes import Changes


@click.command()
@click.argument("article")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.argument("label")
@verb
def tag(session: Session, article: str, start: int, end: int, label: str) -> int:
    """Tag ARTICLE from START up to END (code points) with LABEL, and print the highlight's id."""
    span = Span(start, end)
    with session.project() as project:
        article_id = project.find_article(article).id
        changes = project.execute(AddHighlight(article_id, (span,), label))
    added = next(after for _, after in changes.of(Highlight) if after)
    session.tell({"id": added.id, "quote": added.quote}, added.id)
    return 0


@click.command()
@click.argument("highlight")
@verb
def untag(session: Session, highlight: str) -> int:
    """Remove the HIGHLIGHT with that id."""
    with session.project() as project:
        project.execute(RemoveHighlights((highlight,)))
    session.tell({"id": highlight, "removed": True}, f"Removed {highlight}.")
    return 0


@click.command()
@verb
def undo(session: Session) -> int:
    """Reverse the newest change."""
    with session.project() as project:
        changes = project.undo()
    return _tell_step(session, "Undone", changes)


@click.command()
@verb
def redo(session: Session) -> int:
    """Repeat the change undone last."""
    with session.project() as project:
        changes = project.redo()
    return _tell_step(session, "Redone", changes)


def _tell_step(session: Session, word: str, changes: Changes) -> int:
    value = {"sequence": changes.sequence, "title": changes.title}
    session.tell(value, f"{word}: {changes.title}")
    return 0
