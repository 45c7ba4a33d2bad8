"""What became of each file that was added, as the rows of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from annotator.gui.failures import sentence_on
from annotator.gui.import_words import remedy_of, share_told
from annotator.gui.plain import number, tooltip
from annotator.service.import_reports import ADDED, ALREADY_THERE, LEFT_OUT, REFUSED, REVISED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from annotator.service.import_reports import FileReport
    from annotator.service.importing import Batch

Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = ("status", "title", "file", "place", "highlights", "why")
PLACE, HIGHLIGHTS = COLUMNS.index("place"), COLUMNS.index("highlights")
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Result:
    """A report with what its file is called, why it was refused, and the command against that.

    ``file`` names the file in full.
    """

    report: FileReport
    name: str
    why: str = ""
    remedy: str = ""
    file: str = ""

    @property
    def status(self) -> str:
        """What became of it, in a sign and words."""
        words = {
            ADDED: _tr("+ Added"),
            REVISED: _tr("+ Newer copy"),
            ALREADY_THERE: _tr("= Already there"),
            LEFT_OUT: _tr("− Left out"),
            REFUSED: _tr("✕ Refused"),
        }
        return words.get(self.report.status, self.report.status)

    @property
    def waiting(self) -> int:
        """How many highlights wait for a place since its article got this text."""
        return self.report.ambiguous + self.report.lost

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of the columns."""
        return self._cells(self.name)

    @property
    def full_cells(self) -> tuple[str, ...]:
        """The words of the columns with the whole name of the file, as they are copied."""
        return self._cells(self.file)

    def _cells(self, file: str) -> tuple[str, ...]:
        report = self.report
        waiting = waiting_told(report.ambiguous, report.lost)
        return (self.status, report.title, file, report.place, waiting, self.why)


def results_of(
    batch: Batch, reports: Sequence[FileReport], names: Mapping[Path, str]
) -> Iterator[Result]:
    """Yield what became of each arrival of a batch."""
    titles = {one.number: one.title for one in batch.arrivals}
    for arrival, report in zip(batch.arrivals, reports, strict=True):
        why = sentence_on(arrival.refused) if arrival.refused is not None else ""
        if report.resembles is not None:
            title = titles[arrival.near.number] if arrival.near else ""
            title = arrival.known.article.title if arrival.known else title
            why = _tr("resembles “{0}”: {1}").format(title, share_told(report.share or 0.0))
        elif report.shares_address:
            why = _tr("The file has another article of the same address.")
        elif report.reopened:
            why = _tr("The article was finished and is open again: its newer text brings work.")
        name = names.get(arrival.path)
        file = report.file if name is None else name
        named = arrival.path.name if name is None else name
        yield Result(report, named, why, remedy_of(arrival.refused), file)


class ResultRows(QAbstractTableModel):
    """One row for each file; a view asks for what is in sight and no more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results: Sequence[Result] = ()

    def show(self, results: Sequence[Result]) -> None:
        """Show other results."""
        self.beginResetModel()
        self._results = results
        self.endResetModel()

    def result(self, row: int) -> Result | None:
        """Return what stands in a row."""
        return self._results[row] if 0 <= row < len(self._results) else None

    def has_places(self) -> bool:
        """Tell whether any file had several articles."""
        return any(one.report.place for one in self._results)

    def waiting_told(self) -> str:
        """Return in words how many highlights all of them left without a place."""
        reports = [one.report for one in self._results]
        counts = sum(one.ambiguous for one in reports), sum(one.lost for one in reports)
        return waiting_told(*counts)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of results."""
        return 0 if parent.isValid() else len(self._results)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_titles()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return what a view asks of a cell."""
        result = self.result(index.row())
        if result is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return result.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(result.full_cells[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, result.cells))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; equal ones stay as they are."""
        self.layoutAboutToBeChanged.emit()
        reverse = order == Qt.SortOrder.DescendingOrder
        self._results = sorted(
            self._results, key=lambda one: one.cells[column].casefold(), reverse=reverse
        )
        self.layoutChanged.emit()


def column_titles() -> tuple[str, ...]:
    """Return the titles of the columns."""
    return (
        _tr("Result"),
        _tr("Article"),
        _tr("File"),
        _tr("Place"),
        _tr("Need a place"),
        _tr("Why"),
    )


def waiting_told(ambiguous: int, lost: int) -> str:
    """Return in words how many highlights wait for a place; nothing where none does.

    >>> waiting_told(2, 1)
    '2 ambiguous · 1 lost'
    """
    counts = (_tr("{0} ambiguous"), ambiguous), (_tr("{0} lost"), lost)
    return " · ".join(words.format(number(count)) for words, count in counts if count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("import", text)
