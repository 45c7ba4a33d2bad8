"""The list of what came out of files: one row for each article or refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from annotator.gui.import_words import near_state, state_of
from annotator.gui.plain import tooltip

if TYPE_CHECKING:
    from annotator.gui.import_drafts import Drafts

Index = QModelIndex | QPersistentModelIndex
ARTICLE, STATE, FILE = range(3)
ALL, TO_LOOK_AT, REFUSED = range(3)
_NOWHERE = QModelIndex()
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ImportRows(QAbstractTableModel):
    """A table over a batch; nothing is read for a row but what the batch knows of it."""

    chosen_altered = Signal()

    def __init__(self, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._shown: list[int] = []
        self.which = ALL
        self.show(ALL)

    def show(self, which: int) -> None:
        """Show all arrivals, those to look at, or those that were refused."""
        self.beginResetModel()
        self.which = which
        arrivals = self._drafts.arrivals
        self._shown = [place for place in range(len(arrivals)) if self._fits(place, which)]
        self.endResetModel()

    def _fits(self, place: int, which: int) -> bool:
        if which == ALL:
            return True
        arrival = self._drafts.arrivals[place]
        if which == REFUSED:
            return arrival.refused is not None
        drafts, told = self._drafts, arrival.doubts or arrival.refused or arrival.known
        above = drafts.repeats(place) or drafts.follows(place) is not None or drafts.near(place)
        return bool(told or above)

    def count(self, which: int) -> int:
        """Return how many arrivals there are of a sort."""
        return sum(self._fits(place, which) for place in range(len(self._drafts.arrivals)))

    def place(self, row: int) -> int | None:
        """Return which arrival stands in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, place: int) -> int:
        """Return the row of an arrival, or of the next one that is shown."""
        return next((row for row, one in enumerate(self._shown) if one >= place), 0)

    def refresh(self, place: int) -> None:
        """Show an arrival as it is now, and those below it whose text or address it has."""
        if place in self._shown:
            row = self._shown.index(place)
            self.dataChanged.emit(self.index(row, 0), self.index(len(self._shown) - 1, FILE))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of arrivals shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else FILE + 1

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_tr("Article"), _tr("State"), _tr("File"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return what a view asks of a cell."""
        place = self.place(index.row())
        if place is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(place, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._words(place, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._words(place, column) for column in (ARTICLE, STATE, FILE))
        checks = role == Qt.ItemDataRole.CheckStateRole and index.column() == ARTICLE
        return self._check(place) if checks else None

    def _check(self, place: int) -> Qt.CheckState | None:
        if not self._drafts.can_add(place):
            return None
        return _CHECKED if self._drafts.is_added(place) else _UNCHECKED

    def _words(self, place: int, column: int) -> str:
        arrival = self._drafts.arrivals[place]
        if column == ARTICLE:
            return self._drafts.title(place)
        if column == STATE:
            return self._state(place) if self._drafts.kept(place) else _tr("− Left out")
        name = self._drafts.name(arrival.path)
        return f"{name} · {arrival.place}" if arrival.place else name

    def _state(self, place: int) -> str:
        drafts, near = self._drafts, self._drafts.near(place)
        if near is not None:
            return near_state(near[1])
        return state_of(
            drafts.arrivals[place],
            repeats=drafts.repeats(place),
            follows=drafts.follows(place) is not None,
        )

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802, ANN401 - Qt's signature
        """Leave an article out, or add it after all."""
        place = self.place(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or place is None:
            return False
        self._drafts.choose(place, added=Qt.CheckState(value) == _CHECKED)
        self.refresh(place)
        self.chosen_altered.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        place = self.place(index.row())
        if index.column() == ARTICLE and place is not None and self._drafts.can_add(place):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags


def _tr(text: str) -> str:
    return QCoreApplication.translate("import", text)
