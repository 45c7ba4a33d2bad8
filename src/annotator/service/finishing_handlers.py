"""One handler for each command that says whether an article is done with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.finishing_errors import FinishedByOthersError, UnreviewedSentencesError
from annotator.core.finishings import ever_finished, finished_for, own_finishing
from annotator.service import finishing_commands as commands
from annotator.service.blind import unreviewed_by_me
from annotator.service.handlers import Desk, handle

if TYPE_CHECKING:
    from annotator.core.records import Article


@handle.register(commands.FinishArticle)
def _(command: commands.FinishArticle, desk: Desk) -> str:
    article = desk.work.article(command.article_id)
    blind = desk.blind and not ever_finished(article, desk.reviewer.id)
    left = unreviewed_by_me(article, desk) if blind else desk.work.unreviewed(article.id)
    if left and not command.accept_unreviewed:
        raise UnreviewedSentencesError(article.title, left)
    if not own_finishing(article, desk.reviewer.id):
        now = desk.surroundings.now()
        desk.work.put(finished_for(article, desk.reviewer.id, now))
    return f"Finish “{article.title}”"


@handle.register(commands.ReopenArticle)
def _(command: commands.ReopenArticle, desk: Desk) -> str:
    article = desk.work.article(command.article_id)
    if not _reopen(article, desk) and article.finished and not desk.blind:
        raise FinishedByOthersError(article.title)
    return f"Reopen “{article.title}”"


@handle.register(commands.KeepWhole)
def _(command: commands.KeepWhole, desk: Desk) -> str:
    before = desk.work.unreviewed(command.article_id)
    title = handle(command.step, desk)
    if desk.work.unreviewed(command.article_id) > before:
        _reopen(desk.work.article(command.article_id), desk)
    return title


def _reopen(article: Article, desk: Desk) -> bool:
    """Take back that the reviewer finished an article; tell whether they had."""
    there = bool(own_finishing(article, desk.reviewer.id))
    if there:
        desk.work.put(finished_for(article, desk.reviewer.id, ""))
    return there
