"""Giving the open article a newer copy: a file is chosen or dropped, and looked through first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.window import Window
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.commands import Command


def ask_newer_copy(window: Window) -> None:
    """Ask for the file that holds a newer copy of the open article, and show what it would do."""
    from annotator.gui.files import filters  # noqa: PLC0415 - it imports what imports this

    project = window.reviewing.project
    if project is None or window.reviewing.article is None:
        return
    title = _tr("A newer copy of “{0}”").format(window.reviewing.article.article.title)
    known = filters(list(project.surroundings.readers()))
    name, _ = QFileDialog.getOpenFileName(window, title, "", known)
    if name:
        add_newer_copy(window, [name])


def add_newer_copy(window: Window, names: Sequence[str]) -> None:
    """Show what a file would do as the newer copy of the open article, before it does it."""
    from annotator.gui.import_request import ImportRequest  # noqa: PLC0415 - not for the first paint

    article = window.reviewing.article
    if article is not None:
        paths = tuple(map(Path, names))
        window.files.request(ImportRequest(paths, previewed=True, newer_of=article.article))


def revise(article_id: str, prepared: PreparedArticle) -> Command:
    """Return the command by which an article gets a newer copy."""
    from annotator.service.revision_commands import TakeCopy  # noqa: PLC0415 - not for the first paint

    return TakeCopy(article_id, prepared)


def _tr(text: str) -> str:
    return QCoreApplication.translate("revisions", text)
