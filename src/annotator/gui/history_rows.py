"""The history as a list that reads on as it is scrolled, the newest change first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.gui.history_words import current_point, facts_of, title_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.service.history_ports import HistoryEntry

    # So many of the newest, or of those before one.
    Read = Callable[[int, int | None], list[HistoryEntry]]

ENTRY = int(Qt.ItemDataRole.UserRole)
IS_CURRENT = ENTRY + 1
# The row below the first change: the state before it.
BEGINNING = 0
PAGE = 100
Index = QModelIndex | QPersistentModelIndex


class HistoryRows(QAbstractListModel):
    """Entries page by page; ``read`` asks the project, and raises nothing."""

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.entries: list[HistoryEntry] = []
        self.current: int | None = None
        self._whole = True

    def fill(self) -> None:
        """Read the newest page and forget all others."""
        self.beginResetModel()
        self.entries = self._read(PAGE, None)
        self._whole = len(self.entries) < PAGE
        self._find_current()
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.entries, self._whole, self.current = [], True, None
        self.endResetModel()

    def take_newest(self) -> None:
        """Show what was done last: a new entry, or one more change of the newest step."""
        newest = self._read(2, None)
        if not newest or not self.entries or len(newest) < 2:  # noqa: PLR2004 - the newest and the one before
            self.fill()
            return
        known = self.entries[0].sequence
        if newest[1].sequence == known:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self.entries.insert(0, newest[0])
            self.endInsertRows()
        elif len(self.entries) > 1 and newest[1].sequence == self.entries[1].sequence:
            self.entries[0] = newest[0]
            self.dataChanged.emit(self.index(0), self.index(0))
        else:
            self.renew()
            return
        self._find_current()

    def renew(self) -> None:
        """Read again what was read: undoing alters what is undone further down."""
        known = len(self.entries)
        read = self._read(max(PAGE, known + 1), None)
        if not self._same_below(read):
            self.beginResetModel()
            self.entries = read
            self._whole = len(read) < max(PAGE, known + 1)
            self._find_current()
            self.endResetModel()
            return
        added = len(read) - known
        if added > 0:
            self.beginInsertRows(QModelIndex(), 0, added - 1)
            self.entries = read
            self.endInsertRows()
        self.entries = read
        self._find_current()
        self._tell_all()

    def _same_below(self, read: list[HistoryEntry]) -> bool:
        """Tell whether what was read holds all that is known, below what is new."""
        known = [one.sequence for one in self.entries]
        return bool(known) and [one.sequence for one in read[len(read) - len(known) :]] == known

    def _find_current(self) -> None:
        before, self.current = self.current, current_point(self.entries)
        if self.current is None and self._whole:
            self.current = BEGINNING
        if before != self.current and self.entries:
            self._tell_all()

    def _tell_all(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Tell whether there is more than was read."""
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Read the page that follows."""
        if not self.canFetchMore(parent):
            return
        found = self._read(PAGE, self.entries[-1].sequence)
        self._whole = len(found) < PAGE
        first = len(self.entries)
        # With the last page comes the beginning.
        added = len(found) + self._whole
        if added:
            self.beginInsertRows(QModelIndex(), first, first + added - 1)
            self.entries += found
            self.endInsertRows()
        self._find_current()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name
        """Return the number of entries that were read, and the beginning below the last."""
        if parent.isValid() or not self.entries:
            return 0
        return len(self.entries) + self._whole

    def sequence(self, row: int) -> int:
        """Return the change that a row shows, 0 for the beginning."""
        return self.entries[row].sequence if row < len(self.entries) else BEGINNING

    def row_of(self, sequence: int) -> int:
        """Return the row of a change, -1 where it was not read."""
        for row in range(self.rowCount()):
            if self.sequence(row) == sequence:
                return row
        return -1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return what a view asks of a row."""
        if not index.isValid():
            return None
        row = index.row()
        entry = self.entries[row] if row < len(self.entries) else None
        if role == ENTRY:
            return entry
        if role == IS_CURRENT:
            return self.sequence(row) == self.current
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(entry) if entry else self.tr("The beginning")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.data(index)}, {self.facts(row)}"
        return None

    def facts(self, row: int) -> str:
        """Return the line below a row's title."""
        current = self.sequence(row) == self.current
        if row < len(self.entries):
            return facts_of(self.entries[row], current=current)
        before = self.tr("before the first change")
        return f"{self.tr('the project is here')} · {before}" if current else before
