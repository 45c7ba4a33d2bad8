"""The settings beside the page: groups, a search, a row for each; all work at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError
from annotator.gui.failures import sentence_on
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.scrolled import scrolled
from annotator.gui.setting_rows import SettingRow
from annotator.gui.shortcut_page import ShortcutPage
from annotator.gui.table_words import SETTINGS as WORDS
from annotator.gui.table_words import said
from annotator.gui.ui_zoom import give_room, zoomed
from annotator.settings.table import GROUPS, KEYS, SETTINGS, SHORTCUTS, WINDOW

if TYPE_CHECKING:
    from annotator.gui.window import Window
    from annotator.settings.settings import Settings

SIZE = (740, 600)
GROUP_HEIGHT = 30
GROUP_SIDE = 24


class SettingsDialog(QDialog):
    """All settings; whatever is altered here is in force at once, and Escape closes."""

    def __init__(self, window: Window, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self.group = GROUPS[0]
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a setting or a command"))
        self.search.setAccessibleName(self.tr("Find a setting or a command"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._filter())
        self.groups = QListWidget()
        self.groups.setObjectName("settingGroups")
        self.groups.setAccessibleName(self.tr("Groups of settings"))
        self.groups.addItems([said(WORDS, group) for group in GROUPS])
        self.groups.currentRowChanged.connect(lambda _: self._choose_group())
        self.rows = {one.key: SettingRow(one, settings) for one in SETTINGS if one is not SHORTCUTS}
        self.reviewer = plain_label("muted", wrapped=True)
        self.nothing = plain_label("muted", self.tr("Nothing found"))
        self.shortcuts = ShortcutPage(settings, lambda: window.reviewing.codebook)
        self.place = plain_label("muted", wrapped=True)
        self._lay_out()
        window.themes.changed.connect(self._fit)
        self._forget = settings.observe(self._show)
        self.destroyed.connect(self._forget)
        self.groups.setCurrentRow(0)
        self._fit()
        give_room(self, SIZE)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("settingRows")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(20)
        for row in self.rows.values():
            column.addWidget(row)
        for part in (self.reviewer, self.nothing):
            column.addWidget(part)
        column.addStretch(1)
        self.area = scrolled(inside, sideways=False)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.area, 1)
        right.addWidget(self.shortcuts, 2)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self.groups)
        middle.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(14)
        whole.addWidget(self.search)
        whole.addLayout(middle, 1)
        whole.addWidget(self.place)
        whole.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.take = QPushButton(self.tr("Import…"))
        self.take.setToolTip(tooltip(self.tr("Take all settings and keys from a file")))
        self.take.clicked.connect(lambda _checked=False: self._ask_import())
        self.give = QPushButton(self.tr("Export…"))
        self.give.setToolTip(tooltip(self.tr("Write all settings and keys to a file")))
        self.give.clicked.connect(lambda _checked=False: self._ask_export())
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        for button in (self.take, self.give, self.close_button):
            button.setAutoDefault(False)
        foot.addWidget(self.take)
        foot.addWidget(self.give)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        return foot

    def bring_up(self) -> None:
        """Show the dialog with the keys on its search."""
        path = self._settings.path
        self.place.setText(self.tr("Kept in {0}").format(path) if path else "")
        self.place.setVisible(path is not None)
        project = self._window.reviewing.project
        if project is not None:
            told = self.tr("You review as {0}; File › Reviewer… lets somebody else work here.")
            self.reviewer.setText(told.format(project.reviewer.name))
        for row in self.rows.values():
            row.show_value()
        self.shortcuts.show_value()
        self._filter()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()
        self.search.selectAll()

    def _choose_group(self) -> None:
        if self.groups.currentRow() >= 0:
            self.group = GROUPS[self.groups.currentRow()]
            self.search.clear()
            self._filter()

    def _mark_group(self, *, searching: bool) -> None:
        """Show which group is seen; what is searched comes from all of them."""
        self.groups.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.groups.setCurrentRow(-1 if searching else GROUPS.index(self.group))
        self.groups.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _filter(self) -> None:
        """Show the rows of the group, or those that hold every word searched."""
        words = self.search.text().casefold().split()
        self._mark_group(searching=bool(words))
        shown = False
        for row in self.rows.values():
            visible = row.says(words) if words else row.setting.group == self.group
            row.setVisible(visible)
            shown = shown or visible
        keys = self.shortcuts.filter(words) if words else self.group == KEYS
        if not words:
            self.shortcuts.filter([])
        self.shortcuts.setVisible(keys)
        self.nothing.setVisible(not shown and not keys)
        here = not words and self.group == WINDOW
        self.reviewer.setVisible(here and bool(self.reviewer.text()))
        self.area.setVisible(shown or not keys)
        self.area.verticalScrollBar().setValue(0)

    def _show(self, key: str) -> None:
        if key in self.rows:
            self.rows[key].show_value()
        else:
            self.shortcuts.show_value()

    def _fit(self, _theme: object = None) -> None:
        """Take the sizes and icons of another zoom or theme."""
        names = [self.fontMetrics().horizontalAdvance(said(WORDS, name)) for name in GROUPS]
        self.groups.setFixedWidth(max(names) + zoomed(2 * GROUP_SIDE))
        for row in range(self.groups.count()):
            self.groups.item(row).setSizeHint(QSize(0, zoomed(GROUP_HEIGHT)))
        for setting_row in self.rows.values():
            setting_row.fit(self._window.themes.theme)

    def _ask_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import settings"), "", self.tr("Settings (*.json);;All files (*)")
        )
        if name:
            self.import_from(Path(name))

    def import_from(self, source: Path) -> None:
        """Take all settings from a file."""
        try:
            refused = self._settings.take_over(source)
        except AnnotatorError as error:
            self._say(sentence_on(error))
            return
        told = self.tr("The settings of {0} are in force.").format(source)
        if refused:
            told += self.tr(" These did not fit and stayed: {0}.").format(", ".join(refused))
        self._say(told)

    def _ask_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export settings"), "settings.json", self.tr("Settings (*.json)")
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, target: Path) -> None:
        """Write all settings to a file."""
        try:
            self._settings.export(target)
        except AnnotatorError as error:
            self._say(sentence_on(error))
            return
        self._say(self.tr("The settings are in {0}.").format(target))

    def _say(self, sentence: str) -> None:
        self.place.setText(sentence)
        self.place.show()
