"""The one style sheet of the window, filled in from a theme."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from annotator.gui.form_style import FORMS
from annotator.paths import resource

if TYPE_CHECKING:
    from annotator.gui.theme import Theme

_TEMPLATE = Template(
    """
QMainWindow, QWidget#side, QWidget#topBar, QWidget#labelBar { background: $side; }
QWidget#topBar { border-bottom: 1px solid $lines; }
QWidget#labelBar { border-top: 1px solid $lines; }
QLabel#projectName { font-weight: 600; padding: 0 6px; }
QLabel#sectionHead { color: $muted; font-size: 11px; font-weight: 600; letter-spacing: 0.5px; }
QLabel#pageHead { font-size: 18px; font-weight: 600; }
QLabel#muted { color: $muted; }
QLabel#saved { color: $saved; }
QLabel#saved[failed="true"] { color: $error; font-weight: 600; }
QLabel#saved[waits="true"] { color: $muted; font-weight: 600; }
QMenuBar { background: transparent; color: $muted; border: 0; }
QMenuBar::item { background: transparent; padding: 5px 7px; border-radius: 6px; }
QMenuBar::item:selected { background: $lines; color: $ink; }
QMenu { background: $field; color: $ink; border: 1px solid $lines; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 6px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $muted; background: transparent; }
QMenu::separator { height: 1px; background: $lines; margin: 4px 8px; }
QWidget#notice, QTextEdit { background: $page; color: $ink; border: 0; }
QSplitter::handle { background: $lines; }
QLineEdit {
  background: $field; color: $ink; border: 1px solid $lines; border-radius: 6px;
  padding: 5px 9px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus { border: 1px solid $focus; }
QLabel#settingTitle { font-weight: 600; }
QDialog#settings QListWidget { background: transparent; }
QDialog#settings QListWidget::item { padding: 6px 10px; border-radius: 6px; }
QDialog#settings QListWidget::item:hover { background: $lines; color: $ink; }
QDialog#settings QListWidget::item:selected { background: $accent; color: $on_accent; }
QDialog#settings QComboBox, QDialog#settings QAbstractSpinBox {
  background: $field; color: $ink; border: 1px solid $lines; border-radius: 6px;
  padding: 4px 9px; min-height: 20px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QDialog#settings QComboBox:focus, QDialog#settings QAbstractSpinBox:focus,
QDialog#settings QCheckBox:focus, QDialog#settings QListWidget:focus {
  border: 1px solid $focus; border-radius: 6px;
}
QDialog#settings QCheckBox { border: 1px solid transparent; padding: 3px; spacing: 8px; }
QDialog#settings QCheckBox::indicator { width: 16px; height: 16px; }
QDialog#settings QComboBox::drop-down { border: 0; width: 26px; }
QDialog#settings QComboBox::down-arrow { image: url("$icons/next.svg"); width: 10px; height: 10px; }
QDialog#settings QAbstractSpinBox::up-button, QDialog#settings QAbstractSpinBox::down-button {
  border: 0; width: 24px; background: transparent;
}
QDialog#settings QAbstractSpinBox::up-arrow {
  image: url("$icons/previous.svg"); width: 9px; height: 9px;
}
QDialog#settings QAbstractSpinBox::down-arrow {
  image: url("$icons/next.svg"); width: 9px; height: 9px;
}
QDialog#settings QAbstractSpinBox QLineEdit {
  border: 0; padding: 0; background: transparent;
}
QPushButton#resetSetting { padding: 5px; border-color: transparent; background: transparent; }
QPushButton#resetSetting:hover { border-color: $muted; }
QPushButton#resetSetting:focus { border-color: $focus; }
QDialog#settings QComboBox QAbstractItemView {
  background: $field; color: $ink; border: 1px solid $lines;
}
QPushButton {
  background: $field; color: $ink; border: 1px solid $lines; border-radius: 6px; padding: 5px 12px;
}
QPushButton:hover { border-color: $muted; }
QPushButton:focus { border: 1px solid $focus; }
QPushButton:disabled { color: $muted; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton#queueMenu {
  background: transparent; color: $muted; border: 1px solid transparent; padding: 4px 0;
  text-align: left;
}
QPushButton#queueMenu:hover { color: $ink; border-bottom-color: $muted; border-radius: 0; }
QPushButton#queueMenu:focus { border: 1px solid $focus; }
QPushButton#queueMenu::menu-indicator {
  image: url("$icons/next.svg"); width: 9px; height: 9px; subcontrol-position: right center;
  right: 2px;
}
QFrame#card, QFrame#floating { background: $field; border: 1px solid $lines; border-radius: 8px; }
QFrame#banner { background: $field; border: 0; border-bottom: 1px solid $lines; }
QFrame#banner[kind="error"] { border-left: 4px solid $error; }
QFrame#banner[kind="note"] { border-left: 4px solid $accent; }
QPlainTextEdit#details { background: $field; color: $ink; border: 0; }
QListView, QTreeView { border: 0; outline: 0; }
QTreeView#side, QListView#side { background: $side; }
QPlainTextEdit#preview {
  background: $field; color: $ink; border: 1px solid $lines; border-radius: 6px; padding: 4px;
}
QPlainTextEdit#preview:focus { border: 1px solid $focus; }
QTableView#overview {
  background: $page; border: 1px solid $lines; border-radius: 6px; outline: 0;
  selection-background-color: $accent; selection-color: $on_accent;
}
QTableView#overview:focus { border: 1px solid $focus; }
QTableView#overview::item { padding: 0 10px; border-bottom: 1px solid $lines; }
QHeaderView { background: $side; border: 0; }
QHeaderView::section {
  background: $side; color: $muted; border: 0; border-bottom: 1px solid $lines;
  padding: 6px 10px; font-weight: 600;
}
QTreeWidget { border: 1px solid $lines; border-radius: 6px; padding: 4px; }
QFrame#floating QListWidget { background: transparent; }
QFrame#floating QListWidget::item { padding: 0 8px; border-radius: 6px; }
QFrame#floating QListWidget::item:selected { background: $accent; color: $on_accent; }
QTreeWidget::item { padding: 3px 2px; }
QScrollArea, QScrollArea > QWidget > QWidget#side { background: $side; border: 0; }
QProgressBar { background: $lines; border: 0; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QPushButton#quick { padding: 3px 10px; }
QPushButton#quick:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton#quick:checked:focus { border: 2px solid $ink; }
QTableView {
  background: $page; border: 0; outline: 0;
  selection-background-color: transparent; selection-color: $ink;
}
QAbstractScrollArea::corner { background: transparent; border: 0; }
QTableView QHeaderView { background: $page; border: 0; }
QTableView QHeaderView::section {
  background: $page; color: $muted; font-weight: 600; border: 0;
  border-bottom: 1px solid $lines; padding: 6px 8px;
}
QTableView QHeaderView::section:hover { color: $ink; }
QListView#hits { background: $side; }
QToolTip { background: $field; color: $ink; border: 1px solid $lines; padding: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $lines; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
    + FORMS
)
_COLORS = (
    "page",
    "side",
    "field",
    "lines",
    "ink",
    "muted",
    "on_accent",
    "accent",
    "focus",
    "saved",
    "warning",
    "error",
)


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    colors = {color: getattr(theme, color).name() for color in _COLORS}
    return _TEMPLATE.substitute(colors, icons=resource("icons", theme.icons).as_posix())
