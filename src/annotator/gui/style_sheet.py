"""The one style sheet of the window, filled in from a theme."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QGuiApplication

from annotator.core.color import contrast
from annotator.gui.form_style import FORMS
from annotator.paths import resource

if TYPE_CHECKING:
    from annotator.gui.theme import Theme

LEAST_CONTRAST = 3.0
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
QListView, QTreeView { border: 0; outline: 0; }
QTreeView#side { background: $side; }
QScrollArea, QScrollArea > QWidget > QWidget#side { background: $side; border: 0; }
QWidget#notice, QTextEdit { background: $page; color: $ink; border: 0; }
/* A column that has the keys says so by a line on top. */
QTextEdit#page, QTextEdit#difference, QTreeView#side, QListView#side, QListView#hits,
QTableView#rows, QScrollArea#inspector, QScrollArea#labelForm { border-top: 2px solid transparent; }
QTextEdit#page:focus, QTextEdit#difference:focus, QTreeView#side:focus, QListView#side:focus,
QListView#hits:focus, QTableView#rows:focus, QScrollArea#inspector:focus,
QScrollArea#labelForm:focus {
  border-top: 2px solid $focus;
}
QSplitter::handle { background: $lines; }
QLabel#settingTitle { font-weight: 600; }
QDialog#settings QListWidget { background: transparent; }
QDialog#settings QListWidget::item { padding: 6px 10px; border-radius: 6px; }
QDialog#settings QListWidget::item:hover { background: $lines; color: $ink; }
QDialog#settings QListWidget::item:selected { background: $accent; color: $on_accent; }
QDialog#settings QListWidget { border: 2px solid transparent; border-radius: 6px; }
QDialog#settings QListWidget:focus { border-color: $focus; }
QPushButton#resetSetting { padding: 5px; border-color: transparent; background: transparent; }
QPushButton#resetSetting:hover { border-color: $muted; }
QPushButton#resetSetting:focus { border: 2px solid $focus; padding: 4px; }
QPushButton {
  background: $field; color: $ink; border: 1px solid $outline; border-radius: 6px;
  padding: 5px 12px;
}
QPushButton:hover { border-color: $muted; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton:disabled { color: $muted; border-color: $lines; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:focus { border-color: $on_accent; }
QPushButton:default:disabled { background: $field; color: $muted; border-color: $lines; }
QPushButton#queueMenu {
  background: transparent; color: $muted; border: 1px solid transparent; padding: 4px 0;
  text-align: left;
}
QPushButton#queueMenu:hover { color: $ink; border-bottom-color: $muted; border-radius: 0; }
QPushButton#queueMenu:focus { border: 2px solid $focus; padding: 3px 0; }
QPushButton#queueMenu::menu-indicator {
  image: url("$icons/next.svg"); width: 9px; height: 9px; subcontrol-position: right center;
  right: 2px;
}
QFrame#card, QFrame#floating { background: $field; border: 1px solid $lines; border-radius: 8px; }
QFrame#banner { background: $field; border: 0; border-bottom: 1px solid $lines; }
QFrame#banner[kind="error"] { border-left: 4px solid $error; }
QFrame#banner[kind="note"] { border-left: 4px solid $accent; }
QPlainTextEdit { background: $field; color: $ink; border: 2px solid transparent; }
QPlainTextEdit:focus { border: 2px solid $focus; }
QTreeView#side, QListView#side { background: $side; }
QPlainTextEdit#preview {
  background: $field; color: $ink; border: 1px solid $lines; border-radius: 6px; padding: 4px;
}
QPlainTextEdit#preview:focus { border: 2px solid $focus; padding: 3px; }
QTableView#overview {
  background: $page; border: 1px solid $lines; border-radius: 6px; outline: 0;
  selection-background-color: $accent; selection-color: $on_accent;
}
QTableView#overview:focus { border: 2px solid $focus; }
QTableView#overview::item { padding: 0 10px; border-bottom: 1px solid $lines; }
QHeaderView { background: $side; border: 0; }
QHeaderView::section {
  background: $side; color: $muted; border: 0; border-bottom: 1px solid $lines;
  padding: 6px 10px; font-weight: 600;
}
QTreeWidget { border: 1px solid $lines; border-radius: 6px; padding: 4px; }
QTreeWidget { show-decoration-selected: 0; }
QTreeWidget:focus { border: 2px solid $focus; padding: 3px; }
QFrame#floating QListWidget { background: transparent; }
QFrame#floating QListWidget::item { padding: 0 8px; border-radius: 6px; }
QFrame#floating QListWidget::item:selected { background: $accent; color: $on_accent; }
QTreeWidget::item { padding: 3px 2px; }
QLabel#fingerprint { background: $field; color: $ink; font-family: monospace; font-size: 12px; }
QProgressBar { background: $lines; border: 0; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QPushButton#quick { padding: 3px 10px; }
QPushButton#quick:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton#quick:focus { padding: 2px 9px; }
QPushButton#quick:checked:focus { border: 2px solid $on_accent; }
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
QListView#hits { background: $side; border: 2px solid transparent; }
QListView#hits:focus { border-color: $focus; }
QTextEdit#difference { border: 2px solid transparent; }
QTextEdit#difference:focus { border-color: $focus; }
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
    colors["outline"] = outline(theme).name()
    sheet = _TEMPLATE.substitute(colors, icons=resource("icons", theme.icons).as_posix())
    # Asked this way, since the namespace of enumerations is slow to come by before the first paint.
    if QGuiApplication.isRightToLeft():
        # Qt mirrors widgets and their texts, but not what a sheet says of edges.
        return sheet.replace("border-left:", "border-right:")
    return sheet


def outline(theme: Theme) -> QColor:
    """Return the color of a field's outline: hairlines, made as strong as it takes to see them.

    Whoever cannot find a field by its ground needs a contrast of 3:1 along its edge.
    """
    grounds = [theme.page.name(), theme.side.name(), theme.field.name()]
    for percent in range(0, 101, 5):
        color = _mixed(theme.lines, theme.ink, percent / 100)
        if all(contrast(color.name(), ground) >= LEAST_CONTRAST for ground in grounds):
            return color
    return theme.ink


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return what lies between two colors, ``share`` of the way to the other."""
    ones, others = ((c.redF(), c.greenF(), c.blueF()) for c in (one, other))
    red, green, blue = (a + (b - a) * share for a, b in zip(ones, others, strict=True))
    return QColor.fromRgbF(red, green, blue)
