"""What is done and left in every article, as a table that is kept by changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.records import Article, Highlight
from annotator.gui.clock import day
from annotator.gui.plain import number, tooltip
from annotator.gui.step_titles import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.records import Codebook, Label
    from annotator.service.changes import Changes, Progress
    from annotator.service.codebook_ports import ArticleOverview

ARTICLE_ID = int(Qt.ItemDataRole.UserRole)
TITLE, SENTENCES, REVIEWED, LEFT, FINISHED, FIRST_LABEL = range(6)
Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


@dataclass(slots=True)
class Figures:
    """One article's row; ``by_label`` counts by label id, ``order`` is its place, oldest first."""

    order: int
    article_id: str
    title: str
    sentences: int = 0
    reviewed: int = 0
    highlights: int = 0
    finished: str = ""
    by_label: dict[str, int] = field(default_factory=dict)
    finishers: tuple[str, ...] = ()

    def count(self, label_id: str, step: int) -> None:
        """Add to the number of highlights of a label."""
        self.by_label[label_id] = self.by_label.get(label_id, 0) + step

    @property
    def is_whole(self) -> bool:
        """Whether the counts by label make up the number of highlights."""
        return sum(self.by_label.values()) == self.highlights


@dataclass(slots=True)
class Totals:
    """The project's figures."""

    articles: int = 0
    finished: int = 0
    sentences: int = 0
    reviewed: int = 0
    by_label: dict[str, int] = field(default_factory=dict)


class OverviewRows(QAbstractTableModel):
    """Articles by figures; a change costs the rows it names, and sorting them where it is seen.

    ``stale`` tells that a change brought an article whose figures it does not tell.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stale = False
        self.labels: tuple[Label, ...] = ()
        # The names of reviewers by their ids.
        self.people: dict[str, str] = {}
        self._figures: dict[str, Figures] = {}
        self._rows: list[Figures] = []
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self._titles = (
            self.tr("Article"),
            self.tr("Sentences"),
            self.tr("Reviewed"),
            self.tr("Left"),
            self.tr("Finished"),
        )

    def fill(self, codebook: Codebook | None, overview: Sequence[ArticleOverview]) -> None:
        """Show these articles and no others."""
        self.beginResetModel()
        self.stale = False
        self.labels = tuple(codebook.labels) if codebook else ()
        ids = {label.key: label.id for label in self.labels}
        self._rows = [
            Figures(
                order,
                one.article_id,
                one.title,
                one.sentences,
                one.reviewed,
                one.highlights,
                one.finished,
                {ids[key]: count for key, count in one.by_label.items()},
                one.finishers,
            )
            for order, one in enumerate(overview)
        ]
        self._figures = {one.article_id: one for one in self._rows}
        self._rows.sort(key=self._key, reverse=self._falls)
        self.endResetModel()

    def set_codebook(self, codebook: Codebook | None) -> None:
        """Show the columns of a codebook whose labels altered."""
        self.beginResetModel()
        self.labels = tuple(codebook.labels) if codebook else ()
        self.endResetModel()

    @property
    def totals(self) -> Totals:
        """The sums over all articles."""
        found = Totals(articles=len(self._rows))
        for one in self._rows:
            found.finished += bool(one.finished)
            found.sentences += one.sentences
            found.reviewed += one.reviewed
            for label_id, count in one.by_label.items():
                found.by_label[label_id] = found.by_label.get(label_id, 0) + count
        return found

    def take(self, changes: Changes) -> None:
        """Add and subtract what a change altered."""
        for before, after in changes.of(Article):
            # What comes back goes to its old place, which the change does not tell.
            back = before is None and changes.origin != "do"
            self.stale = self.stale or back
            self._take_article(before, after)
        for old, new in changes.of(Highlight):
            for highlight, step in ((old, -1), (new, 1)):
                if highlight is not None and highlight.article_id in self._figures:
                    self._figures[highlight.article_id].count(highlight.label_id, step)
        for progress in changes.progress:
            self._take_progress(progress)
        for article_id in {*changes.article_ids(), *(one.article_id for one in changes.progress)}:
            figures = self._figures.get(article_id)
            if figures is not None:
                # An article back from the trash brings highlights that no change names.
                self.stale = self.stale or not figures.is_whole

    def _take_article(self, before: Article | None, after: Article | None) -> None:
        if after is None:
            gone = self._figures.pop(before.id, None) if before else None
            if gone is not None:
                place = self._rows.index(gone)
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        elif after.id in self._figures:
            known = self._figures[after.id]
            known.title, known.finished = after.title, after.finished
            known.finishers = self._names(after)
        else:
            order = max((one.order for one in self._rows), default=-1) + 1
            added = Figures(order, after.id, after.title, finished=after.finished)
            added.finishers = self._names(after)
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
            self._rows.append(added)
            self._figures[after.id] = added
            self.endInsertRows()

    def _names(self, article: Article) -> tuple[str, ...]:
        """Return the names of those who finished an article."""
        there = (by for by, at in article.finishings if at)
        return tuple(sorted(self.people.get(by, by) for by in there))

    def _take_progress(self, progress: Progress) -> None:
        known = self._figures.get(progress.article_id)
        if known is not None:
            known.sentences, known.reviewed = progress.sentences, progress.reviewed
            known.highlights = progress.highlights

    def show_again(self) -> None:
        """Sort the rows as they are now, what is current staying so."""
        column, order = self._sorted
        self.sort(column, order)

    @property
    def _falls(self) -> bool:
        return self._sorted[1] == Qt.SortOrder.DescendingOrder

    def _key(self, one: Figures) -> tuple[object, int]:
        column = self._sorted[0]
        tie = -one.order if self._falls else one.order
        return (one.order if column < 0 else self._sorts_by(one, column), tie)

    def _sorts_by(self, one: Figures, column: int) -> object:
        if column == TITLE:
            return one.title.casefold()
        return one.finished if column == FINISHED else self.figure(one, column)

    def figure(self, one: Figures, column: int) -> int:
        """Return the number that stands in a column of numbers."""
        if column >= FIRST_LABEL:
            return one.by_label.get(self.labels[column - FIRST_LABEL].id, 0)
        return {
            SENTENCES: one.sentences,
            REVIEWED: one.reviewed,
            LEFT: one.sentences - one.reviewed,
        }[column]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order in which the articles were added."""
        self.layoutAboutToBeChanged.emit()
        held = [(index, self._rows[index.row()]) for index in self.persistentIndexList()]
        self._sorted = (column if column < self.columnCount() else -1, order)
        self._rows.sort(key=self._key, reverse=self._falls)
        if held:
            places = {one.article_id: place for place, one in enumerate(self._rows)}
            for index, one in held:
                moved = self.index(places[one.article_id], index.column())
                self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def place_of(self, article_id: str) -> int:
        """Return the row of an article, -1 where there is none."""
        known = self._figures.get(article_id)
        return self._rows.index(known) if known is not None else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name
        """Return the number of articles."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name
        """Return the number of columns: the fixed ones and one for each label."""
        return 0 if parent.isValid() else FIRST_LABEL + len(self.labels)

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Return what a column is called."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _START if section == TITLE else _RIGHT
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        return self.title(section) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def heading(self, column: int) -> str:
        """Return what stands above a column: a label's name in two lines, where it has words."""
        title = self.title(column)
        return title.replace(" ", "\n", 1) if column >= FIRST_LABEL else title

    def title(self, column: int) -> str:
        """Return what a column is called."""
        if column < FIRST_LABEL:
            return self._titles[column]
        return self.labels[column - FIRST_LABEL].name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return what a view asks of a cell."""
        if not index.isValid():
            return None
        one, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = self._text(one, column) or self.tr("no")
            if column == FINISHED and one.finished:
                told = f"{told}, {day(one.finished)}, {', '.join(one.finishers)}"
            return f"{self.title(column)}: {told}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _START if column == TITLE else _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and column == FINISHED and one.finishers:
            names = ", ".join(map(isolated, one.finishers))
            return tooltip(self.tr("Finished by {0}").format(names))
        return one.article_id if role == ARTICLE_ID else None

    def _text(self, one: Figures, column: int) -> str:
        if column == TITLE:
            return one.title
        if column == FINISHED:
            return self._finished(one)
        return number(self.figure(one, column))

    def _finished(self, one: Figures) -> str:
        """Return when it was finished, or what is left of it all the same."""
        if not one.finished:
            return ""
        left = self.figure(one, LEFT)
        return self.tr("✓ {0} left").format(number(left)) if left else f"✓ {day(one.finished)}"
