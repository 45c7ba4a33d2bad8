"""The articles of a project in their sections, as a model that changes by the row."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from annotator.core.queue_order import Queued, ranking
from annotator.core.records import Article
from annotator.gui.clock import day
from annotator.gui.plain import number
from annotator.service.changes import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.queue_order import QueueOrder, Rank
    from annotator.service.changes import Changes
    from annotator.service.ports import ArticleSummary

# Around each part, so that a right-to-left name does not reorder the date beside it.
FIRST_STRONG, END_OF_IT = "\u2068", "\u2069"
ROW = int(Qt.ItemDataRole.UserRole)
IN_PROGRESS, TO_DO, FINISHED = range(3)
# A signal costs the view what all its rows cost; above this, all of them are shown at once.
MOST_RUNS = 20
# The view asks for these of every row: that none has children spares it two more questions.
_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_HEADING_FLAGS = Qt.ItemFlag.ItemNeverHasChildren
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
# The roles of a row of which nothing altered that can be seen.
SPOKEN = [int(Qt.ItemDataRole.AccessibleTextRole)]
SECTIONS = (IN_PROGRESS, TO_DO, FINISHED)


def section_titles() -> tuple[str, ...]:
    """Return the headings of the sections, in their order."""
    return _tr("In progress"), _tr("To do"), _tr("Finished")


@dataclass(frozen=True, slots=True)
class Row:
    """An article with its counters; ``order`` is its place among all, oldest first.

    ``rank`` is what the queue sorts it by.
    """

    order: int
    article: Article
    progress: Progress
    rank: Rank = ()

    @property
    def section(self) -> int:
        """The section it belongs to: finished once a reviewer said so."""
        if self.article.finished:
            return FINISHED
        return IN_PROGRESS if self.progress.reviewed or self.progress.highlights else TO_DO

    @property
    def source(self) -> str:
        """Publisher and date, as far as they are known."""
        parts = (self.article.publisher, day(self.article.published))
        return " · ".join(f"{FIRST_STRONG}{part}{END_OF_IT}" for part in parts if part)

    @property
    def left(self) -> int:
        """How many sentences nobody reviewed."""
        return self.progress.sentences - self.progress.reviewed

    @property
    def state(self) -> str:
        """What its section is called, and what is left of an article that is finished."""
        title = section_titles()[self.section]
        if self.section != FINISHED or not self.left:
            return title
        return _tr("{0}, {1} left").format(title, number(self.left))

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        progress = self.progress
        counts = number(progress.reviewed), number(progress.sentences)
        parts = (
            self.article.title,
            self.state,
            self.source,
            _tr("{0} of {1} sentences reviewed").format(*counts),
            _tr("highlights: {0}").format(number(progress.highlights)),
        )
        return ", ".join(part for part in parts if part)


@dataclass(slots=True)
class Section:
    """A heading and the rows under it, in order."""

    title: str
    rows: list[Row] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The heading with the number of its rows."""
        return f"{self.title} · {number(len(self.rows))}"

    def place(self, rank: Rank) -> int:
        """Return the place a row of that rank has, or would have, in the section."""
        return bisect_left(self.rows, rank, key=lambda row: row.rank)


def _looks_other(before: Row, after: Row) -> bool:
    """Tell whether a row is to be painted anew; the number of highlights is only spoken."""
    counted = replace(before.progress, highlights=after.progress.highlights)
    return after != replace(before, progress=counted)


Index = QModelIndex | QPersistentModelIndex


class ArticleRows(QAbstractListModel):
    """Three headings, each followed by its articles; a change costs the rows it names.

    Under ``ROW`` an article's row is found, or the ``Section`` where the row is a heading.
    ``growing`` tells beforehand how many rows there will be after a reset or an insertion.
    """

    growing = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections = [Section(title) for title in section_titles()]
        self._rows: dict[str, Row] = {}
        self._next_order = 0
        self._rank = ranking("added")

    def set_queue(self, order: QueueOrder, seed: str = "") -> None:
        """Show the articles of each section in another order."""
        self._rank = ranking(order, seed)
        self._show([self._ranked(row) for row in self._rows.values()])

    def _ranked(self, row: Row) -> Row:
        return self._row(row.order, row.article, row.progress)

    def _row(self, order: int, one: Article, progress: Progress) -> Row:
        queued = Queued(order, one.id, one.published, one.publisher)
        return Row(order, one, progress, self._rank(queued))

    def fill(self, summaries: Iterable[ArticleSummary]) -> None:
        """Show these articles and no others."""
        rows = [self._row(order, one.article, one.progress) for order, one in enumerate(summaries)]
        self._next_order = len(rows)
        self._show(rows)

    def _show(self, rows: list[Row]) -> None:
        self.growing.emit(len(rows) + len(SECTIONS))
        self.beginResetModel()
        self.sections = [Section(title) for title in section_titles()]
        self._rows = {row.article.id: row for row in rows}
        for row in sorted(rows, key=lambda row: row.rank):
            self.sections[row.section].rows.append(row)
        self.endResetModel()

    def take(self, changes: Changes) -> None:
        """Alter the rows of the articles that a change touched."""
        progress = {one.article_id: one for one in changes.progress}
        gone: list[Row] = []
        fresh: dict[str, Row] = {}
        for before, after in changes.of(Article):
            if after is None:
                gone += self._taken_out(before, fresh)
            elif after.id in self._rows:
                self._alter(self._ranked(replace(self._rows[after.id], article=after)))
            else:
                counted = progress.get(after.id) or Progress(after.id, 0, 0, 0)
                fresh[after.id] = self._row(self._next_order, after, counted)
                self._next_order += 1
        self._drop(gone)
        self._insert(fresh.values())
        for one in progress.values():
            # What is new had its figures at once.
            row = None if one.article_id in fresh else self._rows.get(one.article_id)
            if row is not None and row.progress != one:
                self._alter(replace(row, progress=one))

    def _alter(self, row: Row) -> None:
        before = self._rows[row.article.id]
        section = self.sections[before.section]
        place = section.place(before.rank)
        if (row.section, row.rank) == (before.section, before.rank):
            section.rows[place] = self._rows[row.article.id] = row
            index = self.index_of(row.article.id)
            self.dataChanged.emit(index, index, [] if _looks_other(before, row) else SPOKEN)
            return
        target = self.sections[row.section]
        new_place = target.place(row.rank)
        old_row, new_row = self._first(before.section) + place, self._first(row.section) + new_place
        # Where it stays between the same two rows, Qt knows no such move.
        moves = self.beginMoveRows(QModelIndex(), old_row, old_row, QModelIndex(), new_row)
        del section.rows[place]
        target.rows.insert(target.place(row.rank), row)
        self._rows[row.article.id] = row
        if moves:
            self.endMoveRows()
        index = self.index_of(row.article.id)
        self.dataChanged.emit(index, index)
        self._announce(before.section, row.section)

    def _taken_out(self, article: Article | None, fresh: dict[str, Row]) -> list[Row]:
        """Return the row of an article that is gone; one that came with it was never shown."""
        if article is None or fresh.pop(article.id, None) is not None:
            return []
        row = self._rows.pop(article.id, None)
        return [] if row is None else [row]

    def _insert(self, rows: Iterable[Row]) -> None:
        """Show rows with one signal for those that come to stand in one place."""
        runs: dict[tuple[int, int], list[Row]] = {}
        for row in sorted(rows, key=lambda row: row.rank):
            place = self.sections[row.section].place(row.rank)
            runs.setdefault((row.section, place), []).append(row)
        if len(runs) > MOST_RUNS:
            self._show([*self._rows.values(), *(row for run in runs.values() for row in run)])
            return
        if runs:
            self.growing.emit(self.rowCount() + sum(map(len, runs.values())))
        # From the end, so that no run moves the place of another.
        for (section, place), run in sorted(runs.items(), reverse=True):
            at = self._first(section) + place
            self.beginInsertRows(QModelIndex(), at, at + len(run) - 1)
            self.sections[section].rows[place:place] = run
            self._rows.update((row.article.id, row) for row in run)
            self.endInsertRows()
        self._announce(*{section for section, _ in runs})

    def _drop(self, rows: Iterable[Row]) -> None:
        """Take rows away with one signal for those that stand together."""
        places = sorted((row.section, self.sections[row.section].place(row.rank)) for row in rows)
        runs: list[tuple[int, int, int]] = []
        for section, place in places:
            if runs and runs[-1][0] == section and runs[-1][2] == place:
                runs[-1] = (section, runs[-1][1], place + 1)
            else:
                runs.append((section, place, place + 1))
        if len(runs) > MOST_RUNS:
            self._show(list(self._rows.values()))
            return
        for section, start, end in reversed(runs):
            first = self._first(section)
            self.beginRemoveRows(QModelIndex(), first + start, first + end - 1)
            del self.sections[section].rows[start:end]
            self.endRemoveRows()
        self._announce(*{section for section, _, _ in runs})

    def _announce(self, *sections: int) -> None:
        for section in sections:
            index = self.index(self._first(section) - 1)
            self.dataChanged.emit(index, index)

    def _first(self, section: int) -> int:
        """Return the row of a section's first article, whether it has one or not."""
        return sum(len(one.rows) + 1 for one in self.sections[:section]) + 1

    def index_of(self, article_id: str) -> QModelIndex:
        """Return where an article stands; an invalid index where it is unknown."""
        row = self._rows.get(article_id)
        if row is None:
            return QModelIndex()
        return self.index(self._first(row.section) + self.sections[row.section].place(row.rank))

    def neighbor(self, article_id: str | None, step: int) -> str | None:
        """Return the article ``step`` places further down as shown, None beyond the ends."""
        shown = [row.article.id for section in self.sections for row in section.rows]
        if not shown:
            return None
        if article_id not in self._rows:
            return shown[0]
        place = shown.index(str(article_id)) + step
        return shown[place] if 0 <= place < len(shown) else None

    def unfinished(self, current: str | None, *, back: bool = False) -> Row | None:
        """Return the article that follows one in the queue and is not finished, around the end."""
        choose = max if back else min
        here = self._rows.get(current or "")
        left = [row for row in self._rows.values() if not row.article.finished and row is not here]
        if here is not None:
            beyond = [row for row in left if (row.rank < here.rank) is back]
            left = beyond or left
        return choose(left, key=lambda row: row.rank, default=None)

    @property
    def count(self) -> int:
        """The number of articles."""
        return len(self._rows)

    def titles(self) -> list[tuple[str, str]]:
        """Return id and title of every article, newest first."""
        return [(row.article.id, row.article.title) for row in reversed(self._rows.values())]

    def entry(self, row: int) -> Row | Section:
        """Return what stands at a row."""
        for section in self.sections:
            if row == 0:
                return section
            if row <= len(section.rows):
                return section.rows[row - 1]
            row -= len(section.rows) + 1
        raise IndexError(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name
        """Return the number of headings and articles."""
        if parent.isValid():
            return 0
        first, second, third = self.sections
        return len(first.rows) + len(second.rows) + len(third.rows) + len(SECTIONS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return what a view asks of a row."""
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        if role == ROW:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.heading if isinstance(entry, Section) else entry.article.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.heading if isinstance(entry, Section) else entry.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: headings only stand there."""
        # A view asks twice for every row whenever it lays them out: this is to be quick.
        row = index.row()
        if row < 0:
            return _NO_FLAGS
        first, second, _ = self.sections
        middle = len(first.rows) + 1
        heads = 0, middle, middle + len(second.rows) + 1
        return _HEADING_FLAGS if row in heads else _ROW_FLAGS


def _tr(text: str) -> str:
    return QCoreApplication.translate("articles", text)
