"""Which of several readings of a file's positions is meant, shown by the words of some spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from annotator.core.reading_names import parse_reading
from annotator.core.reading_positions import READINGS
from annotator.gui.copied_table import ROW
from annotator.gui.exchange_words import reading_words
from annotator.gui.plain import number, plain_label
from annotator.gui.record_fields import ChoiceField
from annotator.gui.told_table import ToldTable
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from annotator.core.foreign_values import Reading
    from annotator.service.incoming import ImportReport

WIDTHS = (330, 90, 130, 130, 130, 130)
NO_WORDS = "–"
_MOST_ROWS = 8


class OffsetChoice(QFrame):
    """The readings with what each would cover; ``chosen`` comes once somebody says which."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sign")
        self.told = plain_label(wrapped=True)
        self.told.setText(
            self.tr(
                "The file does not show what its positions count. Choose the reading whose words"
                " are those that somebody would have highlighted."
            )
        )
        self.reading = ChoiceField(self.tr("What positions count"))
        mark = plain_label("muted", self.tr("What positions count"))
        mark.setBuddy(self.reading)
        self.table = ToldTable(self.tr("What each reading would cover"), self._titles(), WIDTHS)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(mark)
        line.addWidget(self.reading, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.told)
        layout.addWidget(self.table)
        layout.addWidget(self.table.whole)
        layout.addLayout(line)
        self.reading.edited.connect(self.chosen)

    def _titles(self, *samples: str) -> tuple[str, ...]:
        return (self.tr("Positions count"), self.tr("Fit"), *samples)

    def show_report(self, report: ImportReport) -> None:
        """Show the readings of a plan; nothing where one is certain."""
        self.setVisible(not report.certain)
        tried = report.alternatives
        spans = [f"{start:,}–{end:,}" for start, end in report.samples]
        fit = self.tr("{0} of {1}")
        rows = [
            (
                reading_words(one.reading),
                fit.format(number(one.matches), number(one.of)),
                *(words or NO_WORDS for words in one.words),
            )
            for one in tried
        ]
        self.table.show_rows(rows, self._titles(*spans))
        header = self.table.horizontalHeader().sizeHint().height()
        shown = min(len(rows), _MOST_ROWS)
        self.table.setFixedHeight(header + shown * zoomed(ROW) + zoomed(ROW // 2))
        offered = [one.reading for one in tried]
        # Somebody may know better: what is not told of can be named, too.
        offered += [one for one in READINGS if one not in offered]
        self.reading.offer([(one.name, reading_words(one)) for one in offered])
        self.reading.setItemText(0, self.tr("choose…"))
        self.reading.show_value("")

    def value(self) -> Reading | None:
        """Return what was chosen, None where nothing was."""
        return parse_reading(self.reading.value()) if self.reading.value() else None
