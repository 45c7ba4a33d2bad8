"""A list of articles to choose from: searched by title, each with a mark to be set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QKeyEvent

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
LEAST = 120
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemNeverHasChildren
)


class ArticleChoices(QAbstractListModel):
    """Articles by title, those that a search leaves; what is chosen stays so behind it."""

    altered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chosen: set[str] = set()
        self._all: list[tuple[str, str]] = []
        self._shown: list[tuple[str, str]] = []

    def offer(self, titles: Iterable[tuple[str, str]]) -> None:
        """Offer these articles, each by id and title, and no others."""
        self._all = list(titles)
        self.chosen &= {article_id for article_id, _ in self._all}
        self.search("")

    def search(self, words: str) -> None:
        """Show the articles whose titles hold all of some words."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._shown = [
            one for one in self._all if all(word in one[1].casefold() for word in wanted)
        ]
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Choose an article, or choose it no more."""
        if 0 <= row < len(self._shown):
            self.chosen ^= {self._shown[row][0]}
            self._tell(row)

    def _tell(self, row: int) -> None:
        place = self.index(row)
        self.dataChanged.emit(place, place)
        self.altered.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of articles shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let each be chosen."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return an article's title, and whether it is chosen."""
        if not 0 <= index.row() < len(self._shown):
            return None
        article_id, title = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(title.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(title)
        if role == Qt.ItemDataRole.CheckStateRole:
            chosen = article_id in self.chosen
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401, N802 - Qt's signature
        """Choose an article, or choose it no more."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        article_id = self._shown[index.row()][0]
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        if wanted != (article_id in self.chosen):
            self.toggle(index.row())
        return True


class _List(QListView):
    """A list in which Return sets a mark, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Set the mark, and let no dialog take the key."""
        model = self.model()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if isinstance(model, ArticleChoices):
                model.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class ArticlePicker(QWidget):
    """A field to search in, the list below it, and how many are chosen."""

    altered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = ArticleChoices()
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Search the articles by title"))
        self.field.setPlaceholderText(self.tr("Search by title"))
        self.field.setClearButtonEnabled(True)
        self.list = _List()
        self.list.setObjectName("picks")
        self.list.setModel(self.rows)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(zoomed(LEAST))
        self.list.setAccessibleName(self.tr("Articles to send"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = plain_label("muted")
        self._highlights: Mapping[str, int] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        self.field.textChanged.connect(self.rows.search)
        self.rows.altered.connect(self._take)

    def begin(
        self,
        titles: Iterable[tuple[str, str]],
        preset: str | None,
        highlights: Mapping[str, int],
    ) -> None:
        """Offer articles, one of them chosen; so many ``highlights`` are in each."""
        self.field.clear()
        self._highlights = highlights
        self.rows.chosen = {preset} if preset else set()
        offered = list(titles)
        self.rows.offer(offered)
        ids = [article_id for article_id, _ in offered]
        if preset in ids:
            self.list.setCurrentIndex(self.rows.index(ids.index(preset)))
            self.list.scrollTo(self.list.currentIndex())
        self._take()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the articles that are chosen."""
        return tuple(sorted(self.rows.chosen))

    def _take(self) -> None:
        inside = sum(self._highlights.get(one, 0) for one in self.rows.chosen)
        told = self.tr("{0} chosen, with highlights: {1}")
        told = told.format(number(len(self.rows.chosen)), number(inside))
        self.count.setText(told)
        self.altered.emit()
