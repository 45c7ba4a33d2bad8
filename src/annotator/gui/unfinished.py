"""Which article to go on with: the next one that is not finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.gui.article_rows import FINISHED

if TYPE_CHECKING:
    from annotator.gui.article_rows import ArticleRows, Row
    from annotator.gui.window import Window


def is_unfinished(row: Row) -> bool:
    """Tell whether an article has sentences that nobody dealt with."""
    return row.section != FINISHED


def next_unfinished(rows: ArticleRows, current: str | None, *, back: bool = False) -> str | None:
    """Return the article after the current one, as shown, that is not finished, around the ends."""
    shown = [row for section in rows.sections for row in section.rows]
    ids = [row.article.id for row in shown]
    here = ids.index(current) if current in ids else -1
    turned = [*shown[here + 1 :], *shown[: max(here, 0)]]
    if back:
        turned.reverse()
    return next((row.article.id for row in turned if is_unfinished(row)), None)


def open_unfinished(window: Window, *, back: bool = False) -> None:
    """Open the next article that is not finished, or the one before."""
    article = window.reviewing.article
    current = article.article.id if article else None
    found = next_unfinished(window.articles.rows, current, back=back)
    if found is not None:
        window.open_article(found)
    else:
        window.reviewing.told.emit(_tr("No other article is left to be finished."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("unfinished", text)
