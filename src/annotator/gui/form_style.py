"""The style of forms: fields of several lines, segments, folds, signs; part of the one sheet."""

from __future__ import annotations

from typing import Final

FORMS: Final = """
QLineEdit, QPlainTextEdit#field, QComboBox, QAbstractSpinBox {
  background: $field; color: $ink; border: 1px solid $outline; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox { padding: 5px 9px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $focus; padding: 4px 8px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { border-color: $lines; }
QPlainTextEdit#field { padding: 3px 6px; }
QPlainTextEdit#field:focus { border: 2px solid $focus; padding: 2px 5px; }
QAbstractSpinBox { padding: 4px 9px; min-height: 20px; }
QAbstractSpinBox:focus { border: 2px solid $focus; padding: 3px 8px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
  border: 0; padding: 0; background: transparent;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: 0; width: 24px; background: transparent;
}
QAbstractSpinBox::up-arrow { image: url("$icons/previous.svg"); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow, QComboBox::down-arrow {
  image: url("$icons/next.svg"); width: 9px; height: 9px;
}
QComboBox::drop-down { border: 0; width: 26px; }
QCheckBox, QRadioButton {
  border: 2px solid transparent; border-radius: 6px; padding: 2px; spacing: 8px;
}
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }
QCheckBox::indicator, QRadioButton::indicator {
  width: 14px; height: 14px; background: $field; border: 1px solid $outline; border-radius: 4px;
}
QCheckBox::indicator:checked { border-color: $ink; image: url("$icons/reviewed.svg"); }
QRadioButton::indicator { border-radius: 7px; }
QRadioButton::indicator:checked {
  width: 8px; height: 8px; border: 4px solid $accent;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $lines; }
QComboBox QAbstractItemView {
  background: $field; color: $ink; border: 1px solid $lines;
  selection-background-color: $accent; selection-color: $on_accent;
}
QFrame#segments { background: $field; border: 1px solid $outline; border-radius: 6px; }
QPushButton#segment {
  background: transparent; border: 1px solid transparent; border-radius: 5px;
  color: $muted; padding: 4px 1px; font-size: 12px;
}
QPushButton#segment:hover { color: $ink; }
QPushButton#segment:checked { background: $accent; color: $on_accent; }
QPushButton#segment:focus { border: 2px solid $focus; padding: 3px 0; }
QPushButton#segment:checked:focus { border: 2px solid $on_accent; padding: 3px 0; }
QPushButton#fold {
  background: transparent; border: 1px solid transparent; text-align: left;
  color: $muted; font-weight: 600; padding: 4px 4px;
}
QPushButton#fold:hover { color: $ink; }
QPushButton#fold:focus { border: 2px solid $focus; padding: 3px; }
QPushButton#small { padding: 4px 8px; }
QPushButton#small:focus { padding: 3px 7px; }
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
QTabBar::tab:focus { border: 2px solid $focus; border-radius: 6px; padding: 5px 11px; }
QListView#picks {
  background: $field; color: $ink; border: 1px solid $lines; border-radius: 6px; padding: 4px;
}
QListView#picks:focus { border: 2px solid $focus; padding: 3px; }
QListView#picks::item { padding: 4px; border-radius: 6px; }
QListView#picks::item:selected { background: $accent; color: $on_accent; }
QListView#picks::indicator {
  width: 14px; height: 14px; background: $field; border: 1px solid $outline; border-radius: 4px;
}
QListView#picks::indicator:checked {
  border-color: $ink; image: url("$icons/reviewed.svg");
}
QListWidget#labels {
  background: $field; color: $ink; border: 1px solid $lines; border-radius: 6px; padding: 4px;
}
QListWidget#labels:focus { border: 2px solid $focus; padding: 3px; }
QListWidget#labels::item { padding: 5px 4px; border-radius: 6px; }
QListWidget#labels::item:selected { background: $accent; color: $on_accent; }
QPushButton::menu-indicator { width: 0; }
QLabel#cue { color: $ink; padding: 5px 0; }
"""
