"""Which article to go on with: the next one of the queue that is not finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from annotator.gui.article_rows import Row
    from annotator.gui.window import Window


def next_unfinished(window: Window, *, back: bool = False) -> Row | None:
    """Return the article to go on with after the open one, or before it; None where none is."""
    article = window.reviewing.article
    current = article.article.id if article else None
    return window.articles.rows.unfinished(current, back=back)


def open_unfinished(window: Window, *, back: bool = False) -> None:
    """Open the next article that is not finished, or the one before."""
    found = next_unfinished(window, back=back)
    if found is not None:
        window.open_article(found.article.id)
    else:
        window.reviewing.told.emit(_tr("No other article is left to be finished."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("unfinished", text)
