"""One handler for each command that says whether an article is done with."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.finishing_errors import UnreviewedSentencesError
from annotator.service import finishing_commands as commands
from annotator.service.handlers import Desk, handle


@handle.register(commands.FinishArticle)
def _(command: commands.FinishArticle, desk: Desk) -> str:
    article = desk.work.article(command.article_id)
    left = desk.work.unreviewed(article.id)
    if left and not command.accept_unreviewed:
        raise UnreviewedSentencesError(article.title, left)
    if not article.finished:
        now = desk.surroundings.now()
        desk.work.put(replace(article, finished=now, finished_by=desk.reviewer.id))
    return f"Finish “{article.title}”"


@handle.register(commands.ReopenArticle)
def _(command: commands.ReopenArticle, desk: Desk) -> str:
    article = desk.work.article(command.article_id)
    if article.finished:
        desk.work.put(replace(article, finished="", finished_by=None))
    return f"Reopen “{article.title}”"


@handle.register(commands.KeepWhole)
def _(command: commands.KeepWhole, desk: Desk) -> str:
    before = desk.work.unreviewed(command.article_id)
    title = handle(command.step, desk)
    if desk.work.unreviewed(command.article_id) > before:
        handle(commands.ReopenArticle(command.article_id), desk)
    return title
