"""The verb about who works on this computer: reviewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.session import Session, verb

if TYPE_CHECKING:
    from annotator.core.records import Reviewer


@click.command()
@click.argument("name", required=False)
@click.option("--new", is_flag=True, help="Add NAME, who works from now on.")
@click.option("--rename", "other_name", help="Give NAME, or who works now, another name.")
@verb
def reviewer(session: Session, name: str | None, *, new: bool, other_name: str | None) -> int:
    """Tell who works on this computer, or let NAME work from now on.

    Every change, highlight and mark bears whose it is; "annotator --reviewer NAME" before another
    verb lets NAME work for that call alone.
    """
    from annotator.bootstrap import reviewers  # noqa: PLC0415 - slow: only who needs it

    book = reviewers()
    if new and (name is None or other_name is not None):
        message = "--new needs a NAME and no --rename"
        raise click.UsageError(message)
    if other_name is not None:
        chosen = book.rename(name or book.known()[0].id, other_name)
        _tell_project(session, chosen)
    elif name is not None:
        chosen = book.add(name) if new else book.choose(name)
    known = book.known()
    value = [{"id": one.id, "name": one.name, "works": one is known[0]} for one in known]
    lines = [f"{'*' if one is known[0] else ' '} {one.name}" for one in known]
    session.tell(value, "\n".join(lines))
    return 0


def _tell_project(session: Session, renamed: Reviewer) -> None:
    """Let the project at hand, if there is one, know the new name at once."""
    from annotator.bootstrap import open_project  # noqa: PLC0415 - slow: only who needs it

    if session.path.exists():
        project = open_project(session.path, create=False, reviewer=renamed.id)
        try:
            project.introduce()
        finally:
            project.close()
