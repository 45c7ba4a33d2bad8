"""The style of forms: fields of several lines, segments, folds, signs; part of the one sheet."""

from __future__ import annotations

from typing import Final

FORMS: Final = """
QPlainTextEdit#field, QComboBox {
  background: $field; color: $ink; border: 1px solid $lines; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit#field { padding: 3px 6px; }
QPlainTextEdit#field:focus, QComboBox:focus { border: 1px solid $focus; }
QComboBox { padding: 5px 9px; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox QAbstractItemView {
  background: $field; color: $ink; border: 1px solid $lines;
  selection-background-color: $accent; selection-color: $on_accent;
}
QFrame#segments { background: $field; border: 1px solid $lines; border-radius: 6px; }
QPushButton#segment {
  background: transparent; border: 1px solid transparent; border-radius: 5px;
  color: $muted; padding: 4px 1px; font-size: 12px;
}
QPushButton#segment:hover { color: $ink; }
QPushButton#segment:checked { background: $accent; color: $on_accent; }
QPushButton#segment:focus { border: 1px solid $focus; }
QPushButton#segment:checked:focus { border: 2px solid $ink; }
QPushButton#fold {
  background: transparent; border: 1px solid transparent; text-align: left;
  color: $muted; font-weight: 600; padding: 4px 4px;
}
QPushButton#fold:hover { color: $ink; }
QPushButton#fold:focus { border: 1px solid $focus; }
QPushButton#small { padding: 4px 8px; }
QFrame#sign {
  background: $field; border: 1px solid $lines; border-left: 3px solid $warning; border-radius: 6px;
}
QLabel#told { color: $error; font-weight: 600; }
QDialog#codebook, QScrollArea#labelForm, QScrollArea#labelForm > QWidget > QWidget {
  background: $side;
}
QTabWidget::pane { border: 1px solid $lines; border-radius: 8px; top: -1px; }
QTabBar::tab {
  background: transparent; color: $muted; padding: 6px 12px; border: 1px solid transparent;
  border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { border: 1px solid $focus; border-radius: 6px; }
QListWidget#labels {
  background: $field; color: $ink; border: 1px solid $lines; border-radius: 6px; padding: 4px;
}
QListWidget#labels:focus { border: 1px solid $focus; }
QListWidget#labels::item { padding: 5px 4px; border-radius: 6px; }
QListWidget#labels::item:selected { background: $accent; color: $on_accent; }
QPushButton::menu-indicator { width: 0; }
QLabel#cue { color: $ink; padding: 5px 0; }
"""
