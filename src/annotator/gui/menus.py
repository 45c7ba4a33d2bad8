"""Menus and keys, made from the table of actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from annotator.gui.action_table import ACTIONS, label_actions
from annotator.gui.actions import MENUS, Action
from annotator.gui.command_field import Offer
from annotator.gui.key_words import take_keys
from annotator.gui.shortcuts import keys_of
from annotator.gui.table_words import action_title, group_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QMenu, QMenuBar

    from annotator.core.records import Codebook
    from annotator.gui.window import Window

LABELS_MENU = "Review"


class Menus(QObject):
    """The menu bar and every key of the window; ``refresh`` settles what can be given now."""

    def __init__(self, window: Window, bar: QMenuBar) -> None:
        super().__init__(window)
        self._window = window
        self._made: dict[str, tuple[Action, QAction]] = {}
        self._labels: list[QAction] = []
        # Which of them can be given; to tell Qt the same again takes longer than to know it.
        self._enabled: dict[str, bool] = {}
        self._menus: dict[str, QMenu] = {}
        for name in MENUS:
            menu = bar.addMenu(f"&{group_title(name)}")
            menu.setToolTipsVisible(False)
            menu.aboutToShow.connect(self.refresh)
            self._menus[name] = menu
        for action in ACTIONS:
            menu = self._menu(action.menu)
            if action.begins_group:
                menu.addSeparator()
            menu.addAction(self._make(action))
        self._before_labels = self._menus[LABELS_MENU].actions()[0]

    def _menu(self, path: str) -> QMenu:
        if path not in self._menus:
            parent, _, name = path.rpartition("/")
            self._menus[path] = self._menu(parent).addMenu(group_title(name))
        return self._menus[path]

    def _make(self, action: Action) -> QAction:
        made = QAction(action_title(action).replace("&", "&&"), self)
        made.setShortcuts([QKeySequence(key) for key in keys_of(action)])
        made.setAutoRepeat(action.id.startswith(("go.", "edge.", "edit.undo", "edit.redo")))
        made.setCheckable(action.checked is not None)
        made.setMenuRole(QAction.MenuRole.NoRole)
        made.triggered.connect(lambda _checked=False: self.run(action))
        if action.page_only:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._window.page.addAction(made)
        else:
            self._window.addAction(made)
        self._made[action.id] = (action, made)
        self._enabled.pop(action.id, None)
        return made

    def rekey(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """Give commands the keys that the user chose for them."""
        take_keys(chosen)
        for action, made in self._made.values():
            made.setShortcuts([QKeySequence(key) for key in keys_of(action)])

    def put_menu(self, before: str, menu: QMenu) -> None:
        """Set a menu of many entries before the group of a command of the first menu."""
        entries = self._menus[MENUS[0]].actions()
        place = entries.index(self.action(before))
        begins = place > 0 and entries[place - 1].isSeparator()
        self._menus[MENUS[0]].insertMenu(entries[place - begins], menu)

    def run(self, action: Action) -> None:
        """Give a command, as its key would."""
        if action.when(self._window):
            self._window.reviewing.edges.keep_before(action.id)
            action.run(self._window)
            self.refresh()

    def set_codebook(self, codebook: Codebook | None) -> None:
        """Offer the labels of a codebook under their keys."""
        menu = self._menus[LABELS_MENU]
        for made in self._labels:
            menu.removeAction(made)
            self._window.removeAction(made)
            made.deleteLater()
        self._made = {
            action_id: pair for action_id, pair in self._made.items() if pair[1] not in self._labels
        }
        self._labels = [self._make(action) for action in label_actions(codebook)]
        if self._labels:
            separator = QAction(self)
            separator.setSeparator(True)
            self._labels.append(separator)
        menu.insertActions(self._before_labels, self._labels)
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be given now, and set the switches as they stand."""
        for action, made in self._made.values():
            enabled = action.when(self._window)
            if self._enabled.get(action.id, True) != enabled:
                self._enabled[action.id] = enabled
                made.setEnabled(enabled)
            if action.checked is not None:
                made.setChecked(action.checked(self._window))

    def action(self, action_id: str) -> QAction:
        """Return the menu entry of a command."""
        return self._made[action_id][1]

    def label_entries(self) -> list[QAction]:
        """Return the menu entries of the labels, in their order."""
        return [made for made in self._labels if not made.isSeparator()]

    def offers(self) -> Iterator[Offer]:
        """Yield every command that can be given now, for the field on top."""
        for action, made in self._made.values():
            if action.when(self._window) and action.id not in {"go.command", "go.palette"}:
                keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                yield Offer(action_title(action), keys, partial(self.run, action), action.id)
