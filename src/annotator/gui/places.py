"""Where things are: project, journal, backups, log and settings, to be copied or opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from annotator.core.errors import AnnotatorError
from annotator.gui.clock import moment
from annotator.gui.failures import sentence_on
from annotator.gui.log import log_file
from annotator.gui.plain import plain_label
from annotator.gui.ui_zoom import zoomed
from annotator.paths import backup_dir, journal_dir
from annotator.settings.settings_file import settings_path

if TYPE_CHECKING:
    from annotator.gui.window import Window

WIDTH = 720


class Places(QDialog):
    """One line for each place, and when the last change was saved."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(self.tr("Where things are"))
        self.saved = plain_label(wrapped=True)
        self.told = plain_label("muted", wrapped=True)
        self.paths: dict[str, QLineEdit] = {}
        self.copies: dict[str, QPushButton] = {}
        self.folders: dict[str, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._titles = {
            "project": self.tr("Project"),
            "journal": self.tr("Journal of changes"),
            "backups": self.tr("Backups"),
            "log": self.tr("Log"),
            "settings": self.tr("Settings"),
        }
        for row, place in enumerate(self._titles):
            self._add_row(row, place)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_all = buttons.addButton(
            self.tr("Copy all"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_all.clicked.connect(lambda _checked=False: self._copy_all())
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.saved)
        column.addLayout(self._grid)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addWidget(buttons)
        window.reviewing.project_changed.connect(self.show_places)
        window.reviewing.changed.connect(lambda _changes: self._show_saved())

    def _add_row(self, row: int, place: str) -> None:
        title = self._titles[place]
        path = QLineEdit()
        path.setReadOnly(True)
        path.setAccessibleName(title)
        copy = QPushButton(self.tr("Copy"))
        copy.setAccessibleName(self.tr("Copy the place: {0}").format(title))
        copy.clicked.connect(partial(self._copy, place))
        folder = QPushButton(self.tr("Open folder"))
        folder.setAccessibleName(self.tr("Open the folder: {0}").format(title))
        folder.clicked.connect(partial(self._open, place))
        for button in (copy, folder):
            button.setAutoDefault(False)
        self.paths[place], self.copies[place], self.folders[place] = path, copy, folder
        for number, widget in enumerate((plain_label(text=title), path, copy, folder)):
            self._grid.addWidget(widget, row, number)

    def begin(self) -> None:
        """Show the places as they are now."""
        self.resize(min(zoomed(WIDTH), self._window.width()), self.sizeHint().height())
        self.told.clear()
        self.show_places()
        self.paths["project"].setFocus()

    def show_places(self) -> None:
        """Show where everything of the project at hand is."""
        project = self._window.reviewing.project
        found = {
            "project": str(project.path) if project else "",
            "journal": str(journal_dir()),
            "backups": str(backup_dir()),
            "log": str(log_file()),
            "settings": str(settings_path()),
        }
        for place, path in found.items():
            self.paths[place].setText(path)
            self.paths[place].setCursorPosition(0)
            for button in (self.copies[place], self.folders[place]):
                button.setEnabled(bool(path))
        self.paths["project"].setPlaceholderText(self.tr("No project is open"))
        self._show_saved()

    def _show_saved(self) -> None:
        if self.isHidden():
            return
        project = self._window.reviewing.project
        try:
            at = moment(project.queries.last_saved()) if project else ""
        except AnnotatorError as error:
            self.saved.setText(sentence_on(error))
            return
        waits = self._window.reviewing.waiting.count
        said = self.tr("Last saved {0}.").format(at) if at else self.tr("Nothing was saved yet.")
        if waits:
            said = self.tr("{0} Changes that wait to be saved: {1}.").format(said, waits)
        self.saved.setText(said)

    def _copy(self, place: str, _checked: object = None) -> None:
        QGuiApplication.clipboard().setText(self.paths[place].text())
        self.told.setText(self.tr("Copied: {0}").format(self.paths[place].text()))

    def _copy_all(self) -> None:
        lines = [f"{title}: {self.paths[place].text()}" for place, title in self._titles.items()]
        QGuiApplication.clipboard().setText("\n".join([self.saved.text(), *lines]))
        self.told.setText(self.tr("All of it was copied."))

    def _open(self, place: str, _checked: object = None) -> None:
        folder = nearest_folder(Path(self.paths[place].text()))
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            told = self.tr("This system opens no folders from here; it is {0}.")
            self.told.setText(told.format(folder))


def nearest_folder(path: Path) -> Path:
    """Return a folder itself, or the nearest one above that is there."""
    return next((one for one in (path, *path.parents) if one.is_dir()), path)
