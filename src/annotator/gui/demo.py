"""Pictures of the real window on a real project, made without a screen."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from annotator.gui.window import Window

SETTLING_MS = 50
MOST_WAITS = 60


class PictureError(AnnotatorError):
    """A picture that could not be written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} could not be written; choose a folder that exists and has room.")


def screenshot(window: QWidget, target: Path) -> None:
    """Save what a window shows as a PNG."""
    if not window.grab().save(str(target), "PNG"):
        raise PictureError(target)


@dataclass(frozen=True, slots=True)
class Shot:
    """What a picture shows; ``article`` and ``sentence`` count from 0, ``tool`` is opened.

    A tool with a window of its own is what the picture shows.

    ``scale`` counts for the first picture of a process, since Qt reads it once.
    """

    theme: str = "light"
    scale: float = 1.0
    size: tuple[int, int] = (1440, 900)
    article: int = 0
    sentence: int | None = None
    tool: str = ""


def picture(project: Path, target: Path, shot: Shot | None = None) -> None:
    """Show the window on a project, wait until it is painted, and save a picture of it."""
    shot = shot or Shot()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(shot.scale)
    from annotator import bootstrap  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.launch import qt_application  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.theme import ThemeChoice  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.ui_zoom import set_ui_font  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.window import Window  # noqa: PLC0415 - Qt must come after its settings

    application = qt_application()
    set_ui_font()
    themes = ThemeChoice(shot.theme)
    themes.apply()
    window = Window(themes)
    window.resize(*shot.size)
    opened = bootstrap.open_project(project, create=False)
    window.reviewing.set_project(opened)
    found = [summary.article.id for summary in opened.queries.articles()]
    if found:
        window.open_article(found[min(shot.article, len(found) - 1)])
    window.show()
    _rest(window)
    if shot.sentence is not None:
        window.page.go_to_sentence(shot.sentence)
        window.reviewing.choose_next()
        _rest(window)
    shown = window.tools.open(shot.tool) if shot.tool else window
    _rest(window)
    application.processEvents()
    screenshot(shown if shown.isWindow() else window, target)
    window.reviewing.set_project(None)
    window.close()
    window.deleteLater()
    application.processEvents()


def _rest(window: Window) -> None:
    """Wait until everything that follows behind has followed, within reason."""
    from PySide6.QtTest import QTest  # noqa: PLC0415 - Qt must come after its settings

    for _ in range(MOST_WAITS):
        QTest.qWait(SETTLING_MS)
        if window.ruler.settled:
            break
    QTest.qWait(SETTLING_MS)
