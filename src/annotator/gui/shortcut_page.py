"""The keys of all commands, each to be altered, with a check of who has a key already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.action_table import ACTIONS, label_actions
from annotator.gui.actions import PAGE_KEYS, Action, grouped
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.shortcuts import native_key, owner_of, plain_key, resolved
from annotator.gui.table_words import action_title, group_title, said_setting
from annotator.settings.table import SHORTCUTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.records import Codebook
    from annotator.settings.settings import Settings

_ID = Qt.ItemDataRole.UserRole


class KeyField(QKeySequenceEdit):
    """Takes one combination of keys; Tab and Escape keep what they mean in every dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self.name(self.tr("New key"))

    def name(self, name: str) -> None:
        """Give the field and the line inside it, which has the keys, one name."""
        self.setAccessibleName(name)
        for line in self.findChildren(QLineEdit):
            line.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take a key, but leave Escape to the dialog."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ShortcutPage(QWidget):
    """The table of commands and, below it, the keys of the one that is chosen.

    ``codebook`` tells the labels, whose keys are altered in the codebook.
    """

    def __init__(
        self,
        settings: Settings,
        codebook: Callable[[], Codebook | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._codebook = settings, codebook
        self._items: dict[str, QTreeWidgetItem] = {}
        self._actions = {action.id: action for action in ACTIONS}
        self.field = KeyField()
        self.table = QTreeWidget()
        self.table.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.table.setRootIsDecorated(False)
        self.table.setWordWrap(True)
        words = said_setting(SHORTCUTS)
        self.table.setAccessibleName(words.title)
        self.table.setAccessibleDescription(words.sentence)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(False)
        self.table.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.table.itemActivated.connect(lambda *_: self.field.setFocus())
        self.chosen = plain_label("settingTitle", wrapped=True)
        self.field.keySequenceChanged.connect(lambda _: self._judge())
        self.message = plain_label("muted", wrapped=True)
        self.replace = self._button(self.tr("Use this key"), self._replace)
        self.add = self._button(self.tr("Add this key"), self._add)
        self.remove = self._button(self.tr("No key"), self._remove)
        self.reset = self._button(self.tr("Reset"), self._reset)
        self._lay_out()
        self._fill()
        self.table.setCurrentItem(next(iter(self._items.values())))

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(8)
        first.addWidget(self.field, 1)
        first.addWidget(self.replace)
        for button in (self.add, self.remove, self.reset):
            second.addWidget(button)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.chosen)
        column.addLayout(first)
        column.addWidget(self.message)
        column.addLayout(second)

    def _fill(self) -> None:
        for group, actions in grouped(ACTIONS).items():
            for action in actions:
                item = QTreeWidgetItem([f"{group_title(group)}: {action_title(action)}", ""])
                item.setData(0, _ID, action.id)
                item.setToolTip(0, tooltip(action_title(action)))
                self.table.addTopLevelItem(item)
                self._items[action.id] = item
        self.show_value()

    def show_value(self) -> None:
        """Show the keys in force; those that are not the table's own stand out."""
        chosen = self._settings.get(SHORTCUTS.key)
        for action_id, keys in self._keys().items():
            if action_id in self._items:
                item = self._items[action_id]
                item.setText(1, ",  ".join(map(native_key, keys)))
                font = self.font()
                font.setBold(action_id in chosen)
                item.setFont(1, font)
        self._show_chosen()

    def _keys(self) -> dict[str, tuple[str, ...]]:
        return resolved((*ACTIONS, *PAGE_KEYS), self._settings.get(SHORTCUTS.key))

    def filter(self, words: list[str]) -> bool:
        """Show the commands whose title or keys hold every word; tell whether there is one."""
        shown = []
        for item in self._items.values():
            said = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in said for word in words))
            if not item.isHidden():
                shown.append(item)
        if shown and self.table.currentItem() not in shown:
            self.table.setCurrentItem(shown[0])
        return bool(shown)

    @property
    def _action(self) -> Action | None:
        item = self.table.currentItem()
        return self._actions.get(item.data(0, _ID)) if item is not None else None

    def _show_chosen(self) -> None:
        action = self._action
        self.chosen.setText(action_title(action) if action else "")
        self.field.clear()
        self._judge()
        chosen = self._settings.get(SHORTCUTS.key)
        self.reset.setEnabled(action is not None and action.id in chosen)
        self.remove.setEnabled(action is not None and bool(self._keys().get(action.id)))

    @property
    def _typed(self) -> str:
        text = self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        return plain_key(text)

    def _judge(self) -> None:
        """Say who has the key that was typed, and offer what can be done with it."""
        action, key = self._action, self._typed
        owner = owner_of(key, (*ACTIONS, *PAGE_KEYS)) if key else None
        tag = next(
            (one for one in label_actions(self._codebook()) if key and key in one.shortcuts), None
        )
        free = bool(key) and action is not None and tag is None
        self.replace.setEnabled(free)
        self.add.setEnabled(free and owner is not action)
        if tag is not None:
            told = self.tr("{0} is the key of “{1}”; labels get their keys in the codebook.")
            self.message.setText(told.format(native_key(key), action_title(tag)))
        elif owner is not None and owner is not action:
            told = self.tr("{0} is the key of “{1}” now, which then loses it.")
            self.message.setText(told.format(native_key(key), action_title(owner)))
        elif key:
            self.message.setText(self.tr("{0} is free.").format(native_key(key)))
        else:
            self.message.setText(
                self.tr("Choose a command, then press the keys in the field above.")
            )

    def _replace(self) -> None:
        self._give((self._typed,))

    def _add(self) -> None:
        if self._action is not None:
            self._give((*self._keys()[self._action.id], self._typed))

    def _remove(self) -> None:
        self._give(())

    def _give(self, keys: tuple[str, ...]) -> None:
        """Give the chosen command these keys; whoever had one of them loses it."""
        action = self._action
        if action is None:
            return
        chosen = dict(self._settings.get(SHORTCUTS.key))
        for other_id, held in self._keys().items():
            left = [key for key in held if plain_key(key) not in keys]
            if other_id != action.id and len(left) < len(held) and other_id in chosen:
                chosen[other_id] = left
        chosen[action.id] = list(keys)
        self._choose(chosen)

    def _reset(self) -> None:
        if self._action is not None:
            chosen = dict(self._settings.get(SHORTCUTS.key))
            chosen.pop(self._action.id, None)
            self._choose(chosen)

    def _choose(self, chosen: dict[str, list[str]]) -> None:
        self._settings.set(SHORTCUTS.key, chosen)
        self.table.setFocus()
