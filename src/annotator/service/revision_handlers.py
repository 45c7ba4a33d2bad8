"""One handler for each command on newer texts and on highlights that lost their places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.revision_errors import NotUnplacedError
from annotator.service import revision_commands as commands
from annotator.service.handlers import Desk, handle, refuse_bad_spans, remove_highlight
from annotator.service.revising_articles import revise_article, take_copy

if TYPE_CHECKING:
    from annotator.core.records import Highlight


@handle.register(commands.ReviseArticle)
def _(command: commands.ReviseArticle, desk: Desk) -> str:
    article = revise_article(command.plan, desk)
    desk.work.keep_originals(command.originals)
    return f"Revise “{article.title}”"


@handle.register(commands.TakeCopy)
def _(command: commands.TakeCopy, desk: Desk) -> str:
    article = desk.work.article(command.article_id)
    return f"Revise “{take_copy(command.prepared, article, desk).title}”"


@handle.register(commands.SettlePlace)
def _(command: commands.SettlePlace, desk: Desk) -> str:
    highlight = _waiting(command.highlight_id, desk)
    refuse_bad_spans(command.spans)
    article = desk.work.article(highlight.article_id)
    desk.work.put(
        replace(
            highlight,
            spans=command.spans,
            revision_id=article.revision_id,
            quote=desk.work.quote(article.id, command.spans),
            modified=desk.surroundings.now(),
            unplaced=None,
        )
    )
    return "Place highlight"


@handle.register(commands.DropUnplaced)
def _(command: commands.DropUnplaced, desk: Desk) -> str:
    wanted = tuple(dict.fromkeys(command.highlight_ids))
    for highlight_id in wanted:
        remove_highlight(_waiting(highlight_id, desk), desk)
    return _titled("Remove", len(wanted))


@handle.register(commands.KeepUnplaced)
def _(command: commands.KeepUnplaced, desk: Desk) -> str:
    wanted = tuple(dict.fromkeys(command.highlight_ids))
    now = desk.surroundings.now()
    for highlight_id in wanted:
        desk.work.put(replace(_waiting(highlight_id, desk), unplaced=None, modified=now))
    return _titled("Keep", len(wanted))


def _waiting(highlight_id: str, desk: Desk) -> Highlight:
    highlight = desk.highlight(highlight_id)
    if highlight.unplaced is None:
        raise NotUnplacedError(highlight_id)
    return highlight


def _titled(verb: str, number: int) -> str:
    many = "highlight" if number == 1 else f"{number} highlights"
    return f"{verb} {many} without a place"
