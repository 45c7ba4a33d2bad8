"""Starting the program: the empty window first, its parts after that, the project behind them."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from annotator.gui.session import load_session
from annotator.gui.shell import Shell
from annotator.gui.theme import CHOICES, DARK, LIGHT, SYSTEM, load_theme
from annotator.gui.ui_zoom import set_ui_font, set_ui_zoom
from annotator.settings.settings import load_settings
from annotator.settings.table import LANGUAGE, THEME, ZOOM, languages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.gui.application import Application
    from annotator.gui.log import Log
    from annotator.gui.theme import Theme

DESKTOP_FILE = "io.github.fact_annotator.annotator"
MIDDLE = 128


def qt_application() -> QApplication:
    """Return the application of this process, set up as ours."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("fact-annotator")
    application.setApplicationDisplayName("Fact Annotator")
    application.setDesktopFileName(DESKTOP_FILE)
    application.setStyle("Fusion")
    return application


def first_theme(choice: str) -> Theme:
    """Return the theme of the first paint, before anything may ask the system for its scheme."""
    if choice != SYSTEM and choice in CHOICES:
        return load_theme(choice)
    return load_theme(
        DARK if QApplication.palette().window().color().lightness() < MIDDLE else LIGHT
    )


class Launch:
    """One start of the program; ``program`` is there once the shell was painted."""

    def __init__(self, project: Path | None = None, articles: Sequence[Path] = ()) -> None:
        self._project, self._articles = project, articles
        self._session, self._settings = load_session(), load_settings()
        set_ui_zoom(self._settings.get(ZOOM.key))
        if languages():
            from annotator.gui.language import speak  # noqa: PLC0415 - English needs no translator

            speak(qt_application(), self._settings.get(LANGUAGE.key))
        self.program: Application | None = None
        self.log: Log | None = None
        self.shell = Shell(self._session, first_theme(self._settings.get(THEME.key)))
        self.shell.painted.connect(self._furnish)

    def _furnish(self) -> None:
        from annotator.gui.application import Application  # noqa: PLC0415 - after the first paint
        from annotator.gui.icons import application_icon  # noqa: PLC0415 - after the first paint
        from annotator.gui.log import start_log  # noqa: PLC0415 - after the first paint

        self.log = start_log()
        set_ui_font()
        QApplication.setWindowIcon(application_icon())
        self.program = Application(self.shell, session=self._session, settings=self._settings)
        self.program.start(self._project, self._articles)

    def end(self) -> None:
        """Give logging back once the window is closed."""
        from annotator.gui.log import stop_log  # noqa: PLC0415 - after the first paint

        stop_log(self.log)


def run(project: Path | None = None, articles: Sequence[Path] = ()) -> int:
    """Open the window and return the exit code when it is closed."""
    application = qt_application()
    from annotator.gui import x_server  # noqa: PLC0415 - only a display has one to let go

    x_server.let_go()
    launch = Launch(project, articles)
    launch.shell.show()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: launch.shell.close())
    code = application.exec()
    launch.end()
    return code
