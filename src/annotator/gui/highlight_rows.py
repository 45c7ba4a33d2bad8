"""The rows of the table of highlights: pages of a listing, read when they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from annotator.core.errors import AnnotatorError
from annotator.gui.clock import day_and_time
from annotator.gui.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.core.records import Codebook
    from annotator.service.changes import Changes
    from annotator.service.finding import HighlightListing, ListedHighlight, SortName

HIGHLIGHT = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = (
    "label",
    "quote",
    "reviewer",
    "article",
    "speaker",
    "verdict",
    "modified",
    "note",
)
SORTED: Final[dict[str, SortName]] = {
    "label": "label",
    "quote": "quote",
    "article": "article",
    "speaker": "speaker",
    "verdict": "verdict",
    "reviewer": "reviewer",
    "modified": "modified",
    "note": "note",
}
_WORDS: Final[dict[str, Callable[[ListedHighlight], str]]] = {
    "quote": attrgetter("quote"),
    "article": attrgetter("article_title"),
    "speaker": attrgetter("speaker"),
    "verdict": attrgetter("verdict"),
}
PAGE: Final = 128
MOST_PAGES: Final = 64
# Each costs the views the number of rows there are; above this they look at all of it once.
MOST_RUNS: Final = 40
_NOWHERE = QModelIndex()


class HighlightRows(QAbstractTableModel):
    """A table over a listing; what is not in sight is not read.

    ``HIGHLIGHT`` bears the listed highlight itself; ``failed`` carries what could not be read.
    """

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codebook: Codebook | None = None
        self.reviewer_name: Callable[[str], str] = lambda _id: ""
        self._listing: HighlightListing | None = None
        self._count = 0
        self._pages: OrderedDict[int, list[ListedHighlight]] = OrderedDict()

    def show(self, listing: HighlightListing | None) -> None:
        """Show another listing, or the same one with all its rows in new places."""
        self.beginResetModel()
        self._listing = listing
        self._count = len(listing) if listing is not None else 0
        self._pages.clear()
        self.endResetModel()

    def grow(self) -> None:
        """Show the rows that a listing being built has by now behind those it had."""
        count = len(self._listing) if self._listing is not None else 0
        if count <= self._count:
            return
        self.beginInsertRows(_NOWHERE, self._count, count - 1)
        self._pages.pop(self._count // PAGE, None)
        self._count = count
        self.endInsertRows()

    def settle(self) -> None:
        """Show the end of what grew: rows that stand stay, as far as their number allows."""
        self.grow()
        if self._listing is None or len(self._listing) != self._count:
            self.show(self._listing)
        elif self._count:
            self._pages.clear()
            self._tell_altered(0, self._count - 1)

    def take(self, changes: Changes) -> bool:
        """Follow a change row by row; False where the listing has to be built anew."""
        if self._listing is None:
            return True
        try:
            done = self._listing.take(changes)
        except AnnotatorError as error:
            self.failed.emit(error)
            return False
        if done.stale:
            return False
        if not done:
            self._repaint_names(changes)
            return True
        self._pages.clear()
        removed, inserted = list(_runs(reversed(done.removed))), list(_runs(done.inserted))
        if len(removed) + len(inserted) > MOST_RUNS:
            self.show(self._listing)
            return True
        for first, last in reversed(removed):
            self.beginRemoveRows(_NOWHERE, first, last)
            self._count -= last - first + 1
            self.endRemoveRows()
        for first, last in inserted:
            self.beginInsertRows(_NOWHERE, first, last)
            self._count += last - first + 1
            self.endInsertRows()
        for first, last in _runs(done.altered):
            self._tell_altered(first, last)
        return True

    def _repaint_names(self, changes: Changes) -> None:
        """Read again what a change may have renamed without moving it."""
        if changes.alterations and self._count:
            self._pages.clear()
            self._tell_altered(0, self._count - 1)

    def _tell_altered(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of highlights."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def listed(self, row: int) -> ListedHighlight | None:
        """Return a row; costs a page where none of its neighbors was read lately."""
        if not 0 <= row < self._count or self._listing is None:
            return None
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read(number * PAGE, PAGE)
            self._pages[number] = page
            if len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def listed_between(self, first: int, last: int) -> list[ListedHighlight]:
        """Return rows in one go, both ends included."""
        return self._read(first, last - first + 1)

    def _read(self, offset: int, limit: int) -> list[ListedHighlight]:
        try:
            return self._listing.rows(offset, limit) if self._listing is not None else []
        except AnnotatorError as error:
            self.failed.emit(error)
            return []

    def position(self, key: int) -> int | None:
        """Return the row of a highlight by its key."""
        found = self._listing.position(key) if self._listing is not None else None
        return found if found is not None and found < self._count else None

    def data(self, index: Index, role: int = HIGHLIGHT) -> Any:  # noqa: ANN401 - what Qt's models return
        """Return a cell."""
        listed = self.listed(index.row())
        if listed is None or role == HIGHLIGHT:
            return listed
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(listed, COLUMNS[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[index.column()] in {"quote", "article"}:
            return tooltip(self.text(listed, COLUMNS[index.column()])[:1000])
        return None

    def text(self, listed: ListedHighlight, column: str) -> str:
        """Return what a cell says."""
        if column in _WORDS:
            return " ".join(_WORDS[column](listed).split())
        if column == "label":
            label = self.codebook.label_by_id(listed.label_id) if self.codebook else None
            return label.name if label else ""
        if column == "reviewer":
            return self.reviewer_name(listed.reviewer_id)
        if column == "modified":
            return day_and_time(listed.modified)
        return _tr("Note") if listed.has_note else ""

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - what Qt's models return
        """Return a column's title, and what a click on it does."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            can = _tr("Sort by this column (S); again turns the order around")
            return tooltip(can if column in SORTED else column_title(column))
        return None


def column_title(column: str) -> str:
    """Return what a column is called.

    >>> column_title("modified")
    'Modified'
    """
    return {
        "label": _tr("Label"),
        "quote": _tr("Quote"),
        "article": _tr("Article"),
        "speaker": _tr("Speaker"),
        "verdict": _tr("Verdict"),
        "reviewer": _tr("Reviewer"),
        "modified": _tr("Modified"),
        "note": _tr("Note"),
    }[column]


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each stretch of neighbors among ascending places."""
    first = last = -1
    for place in chain(places, (None,)):
        if place is not None and first >= 0 and place == last + 1:
            last = place
            continue
        if first >= 0:
            yield first, last
        if place is not None:
            first = last = place


def _tr(text: str) -> str:
    return QCoreApplication.translate("HighlightRows", text)
