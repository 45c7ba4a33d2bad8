"""Pictures of the real window on a real project, made without a screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.gui.window import Window

SETTLING_MS = 50


class PictureError(AnnotatorError):
    """A picture that could not be written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} could not be written; choose a folder that exists and has room.")


def screenshot(window: Window, target: Path) -> None:
    """Save what the window shows as a PNG."""
    if not window.grab().save(str(target), "PNG"):
        raise PictureError(target)


def picture(
    project: Path,
    target: Path,
    *,
    theme: str = "light",
    scale: float = 1.0,
    size: tuple[int, int] = (1440, 900),
    sentence: int | None = None,
) -> None:
    """Show the window on a project, wait until it is painted, and save a picture of it.

    ``scale`` counts for the first picture of a process, since Qt reads it once.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    from PySide6.QtTest import QTest  # noqa: PLC0415 - Qt must come after its settings

    from annotator import bootstrap  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.launch import qt_application, set_ui_font  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.theme import ThemeChoice  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.window import Window  # noqa: PLC0415 - Qt must come after its settings

    application = qt_application()
    set_ui_font()
    themes = ThemeChoice(theme)
    themes.apply()
    window = Window(themes)
    window.resize(*size)
    window.reviewing.set_project(bootstrap.open_project(project, create=False))
    first = window.articles.rows.neighbor(None, 0)
    if first is not None:
        window.open_article(first)
    window.show()
    QTest.qWait(SETTLING_MS)
    if sentence is not None:
        window.page.go_to_sentence(sentence)
        window.reviewing.choose_next()
        QTest.qWait(SETTLING_MS)
    application.processEvents()
    screenshot(window, target)
    window.reviewing.set_project(None)
    window.close()
    window.deleteLater()
    application.processEvents()
