"""Which column of a table is which field of an article, with what stands in the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from annotator.gui.plain import plain_label
from annotator.gui.record_fields import ChoiceField
from annotator.service.article_ports import ARTICLE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.service.column_mappings import Column

LONGEST_SAMPLE = 60
Mapping = tuple[tuple[str, str], ...]


class MappingForm(QWidget):
    """A choice of columns for each field; ``wanted`` carries them once they are to be read so."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, ChoiceField] = {}
        self._samples: dict[str, str] = {}
        self._shown = {name: plain_label("muted") for name in ARTICLE_FIELDS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        for row, name in enumerate(ARTICLE_FIELDS):
            title = field_title(name)
            field = self.fields[name] = ChoiceField(self.tr("Column of: {0}").format(title))
            field.edited.connect(self._show_samples)
            mark = plain_label(text=title)
            mark.setBuddy(field)
            sample = self._shown[name]
            sample.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            for column, widget in enumerate((mark, field, sample)):
                grid.addWidget(widget, row, column)
        self.read = QPushButton(self.tr("Read with these columns"))
        self.read.setAutoDefault(False)
        self.read.clicked.connect(lambda _checked=False: self.wanted.emit(self.mapping()))
        grid.addWidget(self.read, len(ARTICLE_FIELDS), 1)

    def show_columns(self, columns: Sequence[Column], mapping: Mapping = ()) -> None:
        """Offer a file's columns; those of a mapping are chosen, else what they are taken for."""
        self._samples = {one.name: _sample(one) for one in columns}
        chosen = dict(mapping) or {one.field: one.name for one in columns if one.field}
        for name, field in self.fields.items():
            field.offer([(one.name, one.name) for one in columns])
            field.show_value(chosen.get(name, ""))
        self._show_samples()

    def mapping(self) -> Mapping:
        """Return what was chosen; a column of no name keeps a field empty."""
        return tuple((name, field.value()) for name, field in self.fields.items())

    def _show_samples(self) -> None:
        for name, field in self.fields.items():
            self._shown[name].setText(self._samples.get(field.value(), ""))
        self.read.setEnabled(bool(self.fields["text"].value()))


def _sample(column: Column) -> str:
    said = " · ".join(" ".join(one.split()) for one in column.samples if one.strip())
    return said if len(said) <= LONGEST_SAMPLE else said[: LONGEST_SAMPLE - 1] + "…"


def field_title(name: str) -> str:
    """Return what a field of an article is called."""
    titles = {
        "text": _tr("Text"),
        "title": _tr("Title"),
        "url": _tr("Address (URL)"),
        "published": _tr("Published"),
        "authors": _tr("Authors"),
        "publisher": _tr("Publisher"),
        "language": _tr("Language"),
    }
    return titles[name]


def _tr(text: str) -> str:
    return QCoreApplication.translate("import", text)
