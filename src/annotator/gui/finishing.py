"""What the key does that finishes an article, or reopens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.finishings import own_finishing
from annotator.service.finishing_commands import FinishArticle, KeepWhole, ReopenArticle
from annotator.settings.table import FINISH_UNREVIEWED

if TYPE_CHECKING:
    from annotator.gui.finishing_strip import FinishingStrip
    from annotator.gui.window import Window
    from annotator.service.commands import Command

TOOL = "finishing"


def is_finished(window: Window) -> bool:
    """Tell whether the reviewer who works here finished the open article."""
    article, project = window.reviewing.article, window.reviewing.project
    if article is None or project is None:
        return False
    return bool(own_finishing(article.article, project.reviewer.id))


def finish_or_reopen(window: Window) -> None:
    """Finish the open article as the setting has it, or reopen it."""
    article = window.reviewing.article
    if article is None:
        return
    if is_finished(window):
        window.tools.close(TOOL)
        window.reviewing.execute(ReopenArticle(article.article.id), lambda _: _tell(window))
        return
    progress = article.progress
    left = progress.sentences - progress.reviewed
    rule = window.preferences.settings.get(FINISH_UNREVIEWED.key)
    if left and rule == "confirm":
        _strip(window).ask(article.article, left)
    elif left and rule == "block":
        _strip(window).refuse(left)
    else:
        _strip(window).finish(article.article, accept_unreviewed=bool(left))


def kept_whole(window: Window, command: Command) -> Command:
    """Return a command that reopens the open article where it may not be finished half reviewed."""
    article = window.reviewing.article
    blocks = window.preferences.settings.get(FINISH_UNREVIEWED.key) == "block"
    if article is None or not blocks or not is_finished(window):
        return command
    finishing = isinstance(command, FinishArticle | ReopenArticle)
    return command if finishing else KeepWhole(command, article.article.id)


def _tell(window: Window) -> None:
    window.reviewing.told.emit(_tr("This article is open again: it is back in the queue."))


def _strip(window: Window) -> FinishingStrip:
    from annotator.gui.finishing_strip import FinishingStrip  # noqa: PLC0415 - it tells keys

    strip = window.tools.made(TOOL)
    assert isinstance(strip, FinishingStrip)  # noqa: S101 - the table of tools says so
    return strip


def _tr(text: str) -> str:
    return QCoreApplication.translate("finishing", text)
