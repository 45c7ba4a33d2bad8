"""Sending to a colleague: how much of the project, what goes along, and then where to."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.bundle_errors import EXTRA
from annotator.core.errors import AnnotatorError
from annotator.gui.clock import day_and_time
from annotator.gui.export_target import file_stem, may_replace
from annotator.gui.import_signs import Remedy
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.scrolled import scrolled
from annotator.gui.send_articles import ArticlePicker
from annotator.gui.send_run import Sending
from annotator.gui.team_words import SUFFIX, altered_words, scope_words, sent_words
from annotator.gui.ui_zoom import give_room, zoomed
from annotator.service.bundle.content import BundleOptions, Scope
from annotator.service.exchange_extras import missing_extra
from annotator.service.merging.teamwork import SendingWishes

if TYPE_CHECKING:
    from annotator.gui.window import Window
    from annotator.service.project import Project

SIZE = (640, 620)
TOOL = "send"
INDENT = 26


class SendDialog(QDialog):
    """Three ways to choose what is sent, and what is left out or added."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.sending = Sending(window)
        self.setWindowTitle(self.tr("Send to a colleague"))
        give_room(self, SIZE)
        self.whole = QRadioButton(self.tr("The whole project"))
        self.much = plain_label("muted", wrapped=True)
        self.changes = QRadioButton(self.tr("The changes since the last time"))
        self.since = plain_label("muted", wrapped=True)
        self.some = QRadioButton(self.tr("Some articles"))
        self.articles = ArticlePicker()
        self.quotes_only = QCheckBox(self.tr("Leave the texts out: only the quotes go along"))
        self.quotes_only.setToolTip(
            tooltip(self.tr("For texts that may not be passed on; colleagues need them already"))
        )
        self.pseudonyms = QCheckBox(self.tr("Write “Reviewer 7KX4” and the like for names"))
        self.sign = QCheckBox(self.tr("Sign it with the key of this machine"))
        self.sign.setToolTip(
            tooltip(self.tr("Colleagues see that it is yours, and that nobody altered it"))
        )
        self.missing = plain_label("muted", self.tr("What signs is not installed; add it with"))
        self.remedy = Remedy()
        self.send_button = QPushButton(self.tr("Send…"))
        self.send_button.setDefault(True)
        self.send_button.setToolTip(tooltip(self.tr("Choose where to, and write it (Enter)")))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.setToolTip(tooltip(self.tr("Send nothing (Esc)")))
        self._scopes = {
            Scope.FULL: self.whole,
            Scope.CHANGES: self.changes,
            Scope.SELECTION: self.some,
        }
        self._group = QButtonGroup(self)
        for button in self._scopes.values():
            self._group.addButton(button)
        self._lay_out()
        self._group.buttonToggled.connect(lambda _button, _on: self._enable())
        self.articles.altered.connect(self._enable)
        self.send_button.clicked.connect(lambda _checked=False: self.ask())
        self.cancel_button.clicked.connect(lambda _checked=False: self.reject())
        window.reviewing.project_changed.connect(self.reject)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label("settingTitle", self.tr("What is sent")))
        for choice, told in ((self.whole, self.much), (self.changes, self.since)):
            column.addWidget(choice)
            below = QVBoxLayout()
            below.setContentsMargins(zoomed(INDENT), 0, 0, 0)
            below.addWidget(told)
            column.addLayout(below)
        column.addWidget(self.some)
        column.addWidget(self.articles, 1)
        column.addSpacing(8)
        column.addWidget(plain_label("settingTitle", self.tr("How")))
        for part in (self.quotes_only, self.pseudonyms, self.sign, self.missing, self.remedy):
            column.addWidget(part)
        column.addStretch(0)
        # A small screen, or large letters, may not show all of it at once.
        area = scrolled(inside)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.send_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def begin(self) -> None:
        """Offer what there is now: changes where something was sent before."""
        reviewing = self._window.reviewing
        project, opened = reviewing.project, reviewing.article
        titles = sorted(self._window.articles.rows.titles(), key=lambda one: one[1].casefold())
        inside = self._inside(project) if project is not None else {}
        self.articles.begin(titles, opened.article.id if opened else None, inside)
        counts = {"articles": len(inside), "annotations": sum(inside.values())}
        self.much.setText(", ".join(sent_words(counts)))
        since = self._since(project) if project is not None else ""
        self.changes.setEnabled(bool(since))
        self.since.setText(since or self.tr("Nothing was sent from this project yet."))
        (self.changes if since else self.whole).setChecked(True)
        command = missing_extra(EXTRA)
        self.sign.setEnabled(not command)
        kept = self._window.tools.chosen.get(TOOL, [])[1:]
        self.sign.setChecked(not command and kept == ["signed"])
        self.missing.setVisible(bool(command))
        self.remedy.show_command(command)
        self._enable()
        (self.changes if since else self.whole).setFocus()

    def _since(self, project: Project) -> str:
        try:
            sent = project.queries.newest_sent()
            altered = altered_words(project.queries, sent.sequence) if sent is not None else ""
        except AnnotatorError as error:
            self._window.reviewing.fail(error)
            return ""
        if sent is None:
            return ""
        told = self.tr("Sent last: {0}, on {1}. Changed since: {2}")
        return told.format(scope_words(sent.kind), day_and_time(sent.at), altered)

    def _inside(self, project: Project) -> dict[str, int]:
        """Return how many highlights are in each article."""
        try:
            return {one.article.id: one.progress.highlights for one in project.queries.articles()}
        except AnnotatorError as error:
            self._window.reviewing.fail(error)
            return {}

    @property
    def scope(self) -> Scope:
        """How much is chosen to be sent."""
        return next(scope for scope, button in self._scopes.items() if button.isChecked())

    def _enable(self) -> None:
        some = self.some.isChecked()
        self.articles.setVisible(some)
        self.send_button.setEnabled(not some or bool(self.articles.chosen()))

    def wishes(self) -> SendingWishes:
        """Return what was chosen."""
        scope = self.scope
        options = BundleOptions(
            quotes_only=self.quotes_only.isChecked(), pseudonyms=self.pseudonyms.isChecked()
        )
        articles = self.articles.chosen() if scope is Scope.SELECTION else ()
        return SendingWishes(scope, articles, options, self.sign.isChecked())

    def ask(self) -> None:
        """Ask where to, and write there beside the window."""
        project = self._window.reviewing.project
        if project is None or not self.send_button.isEnabled():
            return
        wishes = self.wishes()
        target = self._asked(self._folder(project) / f"{self._stem(project, wishes)}{SUFFIX}")
        if target is None:
            return
        signed = "signed" if wishes.sign else "unsigned"
        self._window.tools.chosen[TOOL] = [str(target.parent), signed]
        self.accept()
        self.sending.send(target, wishes)

    def _asked(self, offered: Path) -> Path | None:
        kinds = self.tr("Bundles ({0})").format(f"*{SUFFIX}")
        title = self.tr("Send to a colleague")
        name, _ = QFileDialog.getSaveFileName(self, title, str(offered), kinds)
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() == SUFFIX:
            return path
        # The system asked of another name.
        whole = path.with_name(path.name + SUFFIX)
        return whole if not whole.exists() or may_replace(self, whole) else None

    def _stem(self, project: Project, wishes: SendingWishes) -> str:
        """Return what the file is called where nobody says otherwise: whose, when, how much."""
        today = datetime.now().astimezone().date().isoformat()
        words = {
            Scope.FULL: self.tr("whole"),
            Scope.CHANGES: self.tr("changes"),
            Scope.SELECTION: self.tr("{0} articles").format(len(wishes.articles)),
        }
        if wishes.scope is Scope.SELECTION and len(wishes.articles) == 1:
            words[Scope.SELECTION] = self.tr("1 article")
        return file_stem(f"{project.name} {today} {words[wishes.scope]}", project.path.stem)

    def _folder(self, project: Project) -> Path:
        remembered = self._window.tools.chosen.get(TOOL, [])[:1]
        folder = Path(remembered[0]) if remembered else project.path.parent
        return folder if folder.is_dir() else project.path.parent
