"""Which column of a table, or key of a line, holds what of a highlight, beside the first rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.copied_table import ROW
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.record_fields import ChoiceField
from annotator.gui.scrolled import scrolled
from annotator.gui.told_table import ToldTable
from annotator.gui.ui_zoom import give_room, zoomed
from annotator.service.exchange_ports import lacking

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.service.exchange_columns import FileColumns
    from annotator.service.exchange_ports import AnnotationFormat

SIZE = (860, 620)
COLUMN = 150
OF_HIGHLIGHT = ("quote", "start", "end", "label", "note", "reviewer", "id")
OF_ARTICLE = ("text", "title", "url", "article_id", "highlights")
PRESETS = ("prodigy", "doccano", "ner-annotator", "argilla")
"""Formats that are JSON Lines with keys of their own."""
LINES = "jsonl"


class ColumnsDialog(QDialog):
    """The first rows of a file, and a choice of columns for each field.

    ``settled`` carries the mapping, ``preset`` the name of a format that is chosen instead.
    """

    settled = Signal(object)
    preset = Signal(str)

    def __init__(
        self, parent: QWidget, path: Path, found: FileColumns, formats: Iterable[AnnotationFormat]
    ) -> None:
        super().__init__(parent)
        self._found = found
        self.setWindowTitle(self.tr("What the columns hold"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        told = self.tr(
            "Say which columns of {0} hold highlights: their words, or where they start and end,"
            " and their article. Files with the same columns are read so from now on."
        )
        self.told = plain_label(text=told.format(path.name), wrapped=True)
        self.presets = ChoiceField(self.tr("Written by"))
        named = [(one.name, one.title) for one in formats if one.name in PRESETS]
        self.presets.offer(sorted(named, key=lambda one: one[1].casefold()))
        self.presets.setItemText(0, self.tr("another tool"))
        self.presets.setCurrentIndex(0)
        widths = [COLUMN] * len(found.columns)
        self.table = ToldTable(self.tr("The first rows"), found.names, widths)
        rows = max((len(one.samples) for one in found.columns), default=0)
        columns = [[*one.samples, *[""] * (rows - len(one.samples))] for one in found.columns]
        self.table.show_rows(list(zip(*columns, strict=True)))
        self.fields = {name: self._field(name) for name in (*OF_HIGHLIGHT, *OF_ARTICLE)}
        self.lacks = plain_label("settingTitle", wrapped=True)
        self.read = QPushButton(self.tr("Read"))
        self.leave = QPushButton(self.tr("Cancel"))
        self._lay_out(rows)
        self.presets.edited.connect(self._take_preset)
        self.read.clicked.connect(lambda _checked=False: self.accept())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        give_room(self, SIZE)
        self._show_lack()
        self.fields["quote"].setFocus()

    def _field(self, name: str) -> ChoiceField:
        field = ChoiceField(self.tr("Column of: {0}").format(field_title(name)))
        field.offer([(one, one) for one in self._found.names])
        field.show_value(self._found.mapping.get(name, ""))
        field.edited.connect(self._show_lack)
        return field

    def _lay_out(self, rows: int) -> None:
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + (rows + 1) * zoomed(ROW))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.told)
        if self._found.form.name == LINES and self.presets.count() > 1:
            column.addLayout(self._preset_line())
        column.addWidget(self.table)
        column.addWidget(self.table.whole)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(self._side(self.tr("Each highlight"), OF_HIGHLIGHT), 1)
        sides.addLayout(self._side(self.tr("Its article"), OF_ARTICLE), 1)
        column.addLayout(sides)
        column.addStretch(1)
        area = scrolled(inside)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.lacks, 1)
        for button in (self.leave, self.read):
            button.setAutoDefault(False)
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.read.setDefault(True)
        self.read.setToolTip(tooltip(self.tr("Show what importing with these columns would do")))
        self.leave.setToolTip(tooltip(self.tr("Import nothing (Esc)")))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(12)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def _preset_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        mark = plain_label("settingTitle", self.tr("Written by"))
        mark.setBuddy(self.presets)
        line.addWidget(mark)
        line.addWidget(self.presets, 1)
        line.addStretch(1)
        return line

    def _side(self, title: str, names: Iterable[str]) -> QVBoxLayout:
        column, grid = QVBoxLayout(), QGridLayout()
        column.setSpacing(6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        column.addWidget(plain_label("settingTitle", title))
        for row, name in enumerate(names):
            mark = plain_label(text=field_title(name))
            mark.setBuddy(self.fields[name])
            grid.addWidget(mark, row, 0)
            grid.addWidget(self.fields[name], row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _take_preset(self) -> None:
        if self.presets.value():
            self.done(QDialog.DialogCode.Accepted)
            self.preset.emit(self.presets.value())

    def _show_lack(self) -> None:
        lack = lacking({name: column for name, column in self.mapping() if column})
        self.lacks.setText(lack_words(lack))
        self.lacks.setVisible(bool(lack))
        self.read.setEnabled(not lack)

    def mapping(self) -> tuple[tuple[str, str], ...]:
        """Return what was chosen; a column of no name keeps a field empty."""
        return tuple((name, field.value()) for name, field in self.fields.items())

    def accept(self) -> None:
        """Hand over the mapping, if it is enough."""
        if self.read.isEnabled():
            super().accept()
            self.settled.emit(self.mapping())


def field_title(name: str) -> str:
    """Return what a column of highlights is called by what it holds."""
    return {
        "quote": _tr("Words highlighted"),
        "start": _tr("Start"),
        "end": _tr("End"),
        "label": _tr("Label"),
        "note": _tr("Note"),
        "reviewer": _tr("Reviewer"),
        "id": _tr("Id"),
        "text": _tr("Text"),
        "title": _tr("Title"),
        "url": _tr("Address (URL)"),
        "article_id": _tr("Id of the article"),
        "highlights": _tr("List of its highlights"),
    }[name]


def lack_words(lack: str) -> str:
    """Return a sentence on the field that is still needed; empty for none."""
    return {
        "": "",
        "quote": _tr("Choose what holds the words highlighted, or their start and end."),
        "end": _tr("Choose what holds the end."),
        "text": _tr("Choose what holds the text, the title or the address of the article."),
    }[lack]


def _tr(text: str) -> str:
    return QCoreApplication.translate("exchange", text)
