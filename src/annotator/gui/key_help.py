"""All keys in one searchable list, and the same as a page of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from annotator.gui.action_table import ACTIONS, label_actions
from annotator.gui.actions import LABEL_KEYS, PAGE_KEYS, Action, grouped
from annotator.gui.key_words import native_keys
from annotator.gui.plain import tooltip
from annotator.gui.review_actions import REVIEW
from annotator.gui.revision_actions import LIST_KEYS
from annotator.gui.table_words import action_title, group_title
from annotator.gui.ui_zoom import give_room

if TYPE_CHECKING:
    from annotator.gui.window import Window


class KeyHelp(QDialog):
    """The keys by group, filtered by what is typed."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(self.tr("All keys"))
        give_room(self, (680, 560))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a command or a key"))
        self.filter.setAccessibleName(self.tr("Find a command or a key"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("Keys"))
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree)

    def begin(self) -> None:
        """Show the keys, those of the codebook's labels among them."""
        codebook = self._window.reviewing.codebook
        self.tree.clear()
        own = (*PAGE_KEYS, *LIST_KEYS)
        for group, actions in grouped((*label_actions(codebook), *ACTIONS, *own)).items():
            keyed = [action for action in actions if action.shortcuts]
            if not keyed:
                continue
            heading = QTreeWidgetItem([group_title(group)])
            font = self.font()
            font.setBold(True)
            heading.setFont(0, font)
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for action in keyed:
                title = action_title(action)
                entry = QTreeWidgetItem([title, ",  ".join(native_keys(action))])
                entry.setToolTip(0, tooltip(title))
                heading.addChild(entry)
            self.tree.addTopLevelItem(heading)
        self.tree.expandAll()
        self._filter(self.filter.text())
        self.filter.setFocus()
        self.filter.selectAll()

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(row)
            if group is None:
                continue
            shown = 0
            for place in range(group.childCount()):
                item = group.child(place)
                if item is None:
                    continue
                subject = f"{item.text(0)} {item.text(1)}".casefold()
                hidden = not all(word in subject for word in words)
                item.setHidden(hidden)
                shown += not hidden
            group.setHidden(not shown)


def keys_page() -> str:
    """Return the manual's page of keys, in Markdown."""
    lines = [
        "# Keys",
        "",
        "Made from the table of commands by `packaging/make_keys.py`; F1 shows the same in the",
        "window. On macOS, Ctrl is the Command key. Keys marked * work while the text has the",
        "focus, so that lists and fields keep theirs; F6 goes from pane to pane.",
    ]
    order = [action for action in ACTIONS if action not in REVIEW]
    for group, actions in grouped((*order, LABEL_KEYS, *REVIEW, *PAGE_KEYS, *LIST_KEYS)).items():
        lines += ["", f"## {group}", "", "| Keys | Command |", "|---|---|"]
        lines += [_line(action) for action in actions if action.shortcuts]
    return "\n".join(lines) + "\n"


def _line(action: Action) -> str:
    keys = ", ".join(f"`{key}`" if key != "…" else key for key in action.shortcuts)
    star = " *" if action.page_only else ""
    return f"| {keys}{star} | {action.title} |"
