"""The running program: the window first, the project behind it, and what is remembered."""

from __future__ import annotations

import gc
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.core.errors import AnnotatorError
from annotator.core.project_errors import ProjectBusyError, ProjectReplacedError
from annotator.core.saving_errors import SavingFirstError
from annotator.gui.clock import moment
from annotator.gui.crash import CrashWatch
from annotator.gui.failures import sentence_on
from annotator.gui.opening import Opening
from annotator.gui.remembered import loss
from annotator.gui.session import load_session, save_session
from annotator.gui.shell import restore_place
from annotator.gui.theme import ThemeChoice
from annotator.gui.ui_zoom import set_ui_zoom
from annotator.gui.window import Window
from annotator.paths import default_project
from annotator.settings.settings import load_settings
from annotator.settings.table import BLIND, THEME, ZOOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.session import Session
    from annotator.gui.shell import Shell
    from annotator.service.project import Project
    from annotator.settings.settings import Settings

_log = logging.getLogger(__name__)
LOOK_EVERY_MS = 1_000
PROJECT_VARIABLE = "ANNOTATOR_PROJECT"


class Application(QObject):
    """The window with its project, session and watch over errors; ``start`` shows it.

    Given a shell, the window becomes its content.
    """

    def __init__(
        self,
        shell: Shell | None = None,
        *,
        session: Session | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__()
        self.session = session or load_session()
        self.settings = settings or load_settings()
        set_ui_zoom(self.settings.get(ZOOM.key))
        self.themes = ThemeChoice(self.settings.get(THEME.key), parent=self)
        self.themes.apply()
        self.window = Window(self.themes, self.settings)
        self.window.recent.follow(self.session)
        self.window.tools.widths = self.session.tables
        self.window.tools.chosen = self.session.chosen
        # A theme taken over from the session has to be in the settings before that forgets it.
        self.window.preferences.save()
        self._shell = shell
        self.crashes = CrashWatch(self.window, self._saved)
        self._opening: Opening | None = None
        self._articles: list[Path] = []
        self._outside_failure = ""
        self._lost = ""
        self._tools = [*self.session.tools]
        self.window.command_field.recent = self.session.commands
        self._restore_window()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self.look_outside)
        self.window.activated.connect(self.look_outside)
        self.window.closing.connect(self.close)
        self.window.files.project_chosen.connect(self.open_project)
        self.window.files.new_project_chosen.connect(self.make_project)
        self.window.files.reviewer_chosen.connect(self._open_again)
        self.window.notice.default_wanted.connect(lambda: self.make_project(default_project()))

    def start(self, project: Path | None = None, articles: Sequence[Path] = ()) -> None:
        """Show the window and open a project behind it: the given, the last, or the default."""
        self._articles = list(articles)
        chosen = project or self._remembered()
        path = chosen or default_project()
        self.window.notice.show_opening(path.stem)
        if self._shell is None:
            self.window.show()
        else:
            self._shell.adopt(self.window)
        # The event loop paints first; only then do the slow imports begin.
        QTimer.singleShot(0, self, lambda: self._open(path, create=chosen is None))

    def _remembered(self) -> Path | None:
        named = os.environ.get(PROJECT_VARIABLE)
        if named:
            return Path(named).expanduser()
        last = Path(self.session.project) if self.session.project else None
        self._lost = loss(last) if last is not None else ""
        return None if self._lost else last

    def open_project(self, path: Path) -> None:
        """Open a project that exists, in place of the one at hand."""
        self._open(path, create=False)

    def _open_again(self) -> None:
        """Open the project at hand once more: somebody else works in it."""
        project = self.window.reviewing.project
        if project is not None:
            self._leave_place()
            self._open(project.path, create=False, again=True)

    def make_project(self, path: Path) -> None:
        """Open a project, making it where there is none."""
        self._open(path, create=True)

    def _open(self, path: Path, *, create: bool, again: bool = False) -> None:
        project = self.window.reviewing.project
        at_hand = project is not None and project.path == path.absolute() and not again
        if self._opening is not None or at_hand:
            return
        if project is not None and self.window.reviewing.waiting.count and not again:
            self.window.show_failure(SavingFirstError(project.path))
            return
        self._opening = Opening(
            path.absolute(),
            create=create,
            blind=self.settings.get(BLIND.key),
            parent=self,
        )
        self._opening.opened.connect(self._take)
        self._opening.refused.connect(self._refuse)
        self._opening.crashed.connect(self._crash)
        self._opening.start()

    def _take(self, project: Project) -> None:
        summaries = self._opening.summaries if self._opening is not None else None
        self._end_opening()
        self._leave_place()
        if not gc.get_freeze_count():
            # What was imported stays: looking through it for garbage would hold up a key for
            # some fifty milliseconds now and then.
            gc.freeze()
        window = self.window
        # Work on the project before must have ended when that is closed.
        window.files.close()
        if summaries is not None:
            window.articles.expect(project, summaries)
        window.reviewing.set_project(project)
        self.session.project = str(project.path)
        window.recent.add(project.path)
        article_id, sentence = self.session.place(project.path)
        rows = window.articles.rows
        if not rows.index_of(article_id).isValid():
            article_id, sentence = rows.neighbor(None, 0) or "", 0
        if article_id:
            window.reviewing.open_article(article_id, sentence=sentence)
        # Once, for the first project; then tools stay as they are.
        window.tools.restore(self._tools)
        self._tools = []
        window.page.setFocus()
        self._look.start()
        window.preferences.tell_damage()
        if self._lost:
            window.banner.show_note(self._lost, stays=True)
            self._lost = ""
        window.files.add_articles(self._articles)
        self._articles = []

    def _refuse(self, error: AnnotatorError) -> None:
        self._end_opening()
        if self.window.reviewing.project is None:
            self.window.notice.show_refusal(sentence_on(error), self.window.recent.present())
        else:
            self.window.show_failure(error)

    def _crash(self, error: Exception) -> None:
        self._end_opening()
        if self.window.reviewing.project is None:
            self.window.notice.show_refusal(
                self.tr("The program made a mistake while opening it; choose a project here."),
                self.window.recent.present(),
            )
        raise error

    def _end_opening(self) -> None:
        if self._opening is not None:
            self._opening.deleteLater()
            self._opening = None

    def look_outside(self) -> None:
        """Show what other programs committed to the project."""
        project = self.window.reviewing.project
        if project is None:
            return
        try:
            project.look_outside()
        except ProjectBusyError:
            return  # a moment later there is another look
        except ProjectReplacedError:
            # What is shown is of a file that is no more; what is there now is read anew.
            self._open(project.path, create=False, again=True)
        except AnnotatorError as error:
            # Asked every second, the same failure is told once.
            if str(error) != self._outside_failure:
                self.window.show_failure(error)
            self._outside_failure = str(error)
        else:
            self._outside_failure = ""

    def close(self) -> None:
        """Remember the window and let go of the project."""
        self._look.stop()
        if self._opening is not None:
            self._opening.abandon()
        self.window.files.close()
        self._leave_place()
        self._remember_window()
        save_session(self.session)
        self.window.reviewing.set_project(None)
        self.crashes.stop()

    def _leave_place(self) -> None:
        reviewing = self.window.reviewing
        if reviewing.project is not None and reviewing.article is not None:
            self.session.leave(
                reviewing.project.path,
                reviewing.article.article.id,
                max(0, self.window.page.current_sentence),
            )

    def _restore_window(self) -> None:
        window, session = self.window, self.session
        if self._shell is None:
            restore_place(window, session)
        if len(session.columns) == window.splitter.count():
            window.splitter.setSizes(session.columns)
        window.panels.hide(session.hidden)
        window.zoom(session.text_zoom)
        window.menus.refresh()

    def _remember_window(self) -> None:
        window, session, top = self.window, self.session, self._shell or self.window
        place = top.normalGeometry() if top.isMaximized() else top.geometry()
        session.geometry = [place.x(), place.y(), place.width(), place.height()]
        session.maximized = top.isMaximized()
        # A column that is hidden now keeps the width it had when it was seen last.
        sizes = window.splitter.sizes()
        before = session.columns if len(session.columns) == len(sizes) else sizes
        session.columns = [now or then for now, then in zip(sizes, before, strict=True)]
        session.hidden = window.panels.hidden
        # A project that never came up leaves what was remembered.
        session.tools = self._tools or window.tools.lasting()
        session.text_zoom = window.text_zoom

    def _saved(self) -> str:
        project = self.window.reviewing.project
        try:
            return moment(project.queries.last_saved()) if project else ""
        except AnnotatorError as error:
            _log.warning("The time of the newest change is unknown: %s", error)
            return ""
