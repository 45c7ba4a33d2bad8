"""What merging bundles would do, as a tree: bundles, their articles, and how many of each."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from annotator.gui.clock import day_and_time
from annotator.gui.failures import sentence_on
from annotator.gui.merge_order import by_kind, in_order, whole_counts
from annotator.gui.merge_sign import fingerprint_label
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.step_titles import isolated
from annotator.gui.team_words import (
    by_member,
    column_hints,
    column_titles,
    fate_words,
    item_words,
    kind_words,
    scope_words,
    standing_words,
)
from annotator.gui.ui_zoom import zoomed
from annotator.service.merging.items import FATES
from annotator.service.merging.report import COUNTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.gui.merge_opening import OpenedBundle
    from annotator.service.merging.items import MergeItems
    from annotator.service.merging.report import ArticleMerge, MergeReport
    from annotator.service.merging.teamwork import Arrival

    Parent = QTreeWidget | QTreeWidgetItem

MOST_ARTICLES = 1_000
FIRST = 190
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROLE = Qt.ItemDataRole
BUNDLE = int(_ROLE.UserRole)
# Of these nobody is kept from seeing what others did.
_OPEN_TO_ALL = ("label", "guideline")


class MergeTree(QTreeWidget):
    """Bundles with what they would do below them; what is quiet is folded together.

    ``whole`` is a label for its user to place, which says the current row in full. What it
    ``hides`` is what others did, from somebody who works without looking at that.
    """

    def __init__(self, *, hides: bool = False) -> None:
        super().__init__()
        self._hides = hides
        self._bundles: tuple[OpenedBundle, ...] = ()
        self._sort: tuple[int | None, bool] = (None, False)
        self.setAccessibleName(self.tr("What merging does"))
        self._titles, hints = column_titles(), column_hints()
        self.setColumnCount(1 + len(COUNTS))
        self._name_columns()
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setAccessibleName(self.tr("Columns"))
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(zoomed(40))
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort_by)
        for column in range(1, self.columnCount()):
            self.headerItem().setTextAlignment(column, _RIGHT)
            self.headerItem().setToolTip(column, tooltip(hints[column - 1]))
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.whole = plain_label("muted", wrapped=True)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._later: dict[int, Callable[[], None]] = {}
        self.itemExpanded.connect(self._unfold)
        self.currentItemChanged.connect(lambda now, _was: self._tell(now))

    def show_bundles(self, bundles: Sequence[OpenedBundle]) -> None:
        """Show these bundles and no others, the first row current."""
        self._bundles = tuple(bundles)
        self._sort = (None, False)
        self._name_columns()
        self._fill_all(current=0)

    def _fill_all(self, *, current: int) -> None:
        self.clear()
        self._later = {}
        for place, one in enumerate(self._bundles):
            counts = whole_counts(one.report) if one.report is not None else {}
            item = self._row(self, _head(one), counts)
            item.setData(0, BUNDLE, place)
            item.setToolTip(0, tooltip(str(one.path)))
            if one.problem is not None:
                told = f"{_head(one)}: {sentence_on(one.problem)}"
                item.setData(0, _ROLE.AccessibleTextRole, told)
            if one.arrival is not None:
                self._line(item, _facts(one))
                self._fill(item, one.arrival, is_news=one.is_news)
            item.setExpanded(True)
        self._fit()
        shown = self.topLevelItem(current)
        if shown is not None:
            self.setCurrentItem(shown)

    def _sort_by(self, column: int) -> None:
        """Sort by a column: titles from the first on, figures from the greatest."""
        before, descending = self._sort
        descending = not descending if before == column else column > 0
        self._sort = (column, descending)
        self._name_columns()
        self._fill_all(current=self.bundle())

    def _name_columns(self) -> None:
        """Name the columns, with an arrow on that by which the articles are sorted."""
        # Qt's own arrow takes its room in every column.
        titles = [self.tr("Sent by"), *self._titles]
        column, descending = self._sort
        if column is not None:
            titles[column] += " ▾" if descending else " ▴"
        self.setHeaderLabels(titles)

    def bundle(self) -> int:
        """Return which bundle the current row belongs to."""
        item = self.currentItem()
        while item is not None and item.parent() is not None:
            item = item.parent()
        return int(item.data(0, BUNDLE)) if item is not None else 0

    def _fill(self, item: QTreeWidgetItem, arrival: Arrival, *, is_news: bool) -> None:
        report = arrival.plan.report
        self._line(item, standing_words(arrival.standing))
        signed = arrival.bundle.signed
        if signed is not None:
            self._fingerprint(item, signed.fingerprint)
        if not is_news:
            self._line(item, self.tr("Nothing new in it"))
        loud = [one for one in report.articles.values() if not one.quiet]
        quiet = [one for one in report.articles.values() if one.quiet]
        self._articles(item, loud, report.items)
        self._others(item, report)
        if quiet:
            self._fold(item, quiet, report.items)

    def _fingerprint(self, item: QTreeWidgetItem, fingerprint: str) -> None:
        row = self._line(item, "")
        row.setData(0, _ROLE.AccessibleTextRole, self.tr("Fingerprint: {0}").format(fingerprint))
        self.setItemWidget(row, 0, fingerprint_label(fingerprint, by_keys=False))

    def _articles(
        self, parent: QTreeWidgetItem, articles: Iterable[ArticleMerge], items: MergeItems
    ) -> None:
        column, descending = self._sort
        ordered = in_order(articles, column, descending=descending)
        for one in ordered[:MOST_ARTICLES]:
            fate, title = fate_words(one.fate), " ".join(one.title.split())
            words = self.tr("{0} ({1})").format(isolated(title), fate) if fate else title
            self._holds(self._row(parent, words, one.counts), one.article_id, one.counts, items)
        if rest := ordered[MOST_ARTICLES:]:
            counts = sum((one.counts for one in rest), Counter())
            more = self.tr("… and {0} articles more").format(number(len(rest)))
            self._row(parent, more, counts)

    def _others(self, item: QTreeWidgetItem, report: MergeReport) -> None:
        for kind, counts in by_kind(report).items():
            row = self._row(item, kind_words(kind, several=True), counts)
            self._holds(row, kind, counts, report.items)
        elsewhere = report.elsewhere
        if elsewhere:
            self._row(item, self.tr("In articles that it does not tell of"), elsewhere)
        if report.not_understood:
            told = self.tr("Of kinds that this program does not know, left out: {0}")
            self._line(item, told.format(number(report.not_understood)))

    def _holds(
        self, row: QTreeWidgetItem, group: str, counts: Mapping[str, int], items: MergeItems
    ) -> None:
        """Let a row be unfolded to what it counts, as far as that is at hand and may be seen."""
        if not items.of(group) or (self._hides and group not in _OPEN_TO_ALL):
            return
        self._unfolds(row, partial(self._fill_items, row, group, counts, items))

    def _fill_items(
        self, row: QTreeWidgetItem, group: str, counts: Mapping[str, int], items: MergeItems
    ) -> None:
        found = items.of(group)
        for one in found:
            self._line(row, item_words(one, items))
        if more := sum(counts.get(fate, 0) for fate in FATES) - len(found):
            self._line(row, self.tr("… and {0} more").format(number(more)))

    def _fold(
        self, item: QTreeWidgetItem, quiet: Sequence[ArticleMerge], items: MergeItems
    ) -> None:
        """Put articles of which nothing alters below one row, made when it is unfolded."""
        one, several = self.tr("1 article: nothing new"), self.tr("{0} articles: nothing new")
        told = one if len(quiet) == 1 else several.format(number(len(quiet)))
        folded = self._row(item, told, sum((each.counts for each in quiet), Counter()))
        self._unfolds(folded, partial(self._articles, folded, quiet, items))

    def _unfolds(self, row: QTreeWidgetItem, fill: Callable[[], None]) -> None:
        row.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        self._later[id(row)] = fill

    def _unfold(self, item: QTreeWidgetItem) -> None:
        fill = self._later.pop(id(item), None)
        if fill is not None:
            fill()

    def _line(self, parent: QTreeWidgetItem, words: str) -> QTreeWidgetItem:
        row = self._row(parent, words, {})
        row.setFirstColumnSpanned(True)
        return row

    def _row(self, parent: Parent, words: str, counts: Mapping[str, int]) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent)
        item.setText(0, words)
        item.setToolTip(0, tooltip(words))
        told = [words]
        for column, name in enumerate(COUNTS, 1):
            if count := counts.get(name, 0):
                item.setText(column, number(count))
                told.append(f"{self._titles[column - 1]}: {number(count)}")
            item.setTextAlignment(column, _RIGHT)
        item.setData(0, _ROLE.AccessibleTextRole, ", ".join(told))
        return item

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        self.whole.setText(str(item.data(0, _ROLE.AccessibleTextRole)) if item is not None else "")

    def _fit(self) -> None:
        """Give the words what the numbers leave."""
        header = self.header()
        numbers = sum(map(self.sizeHintForColumn, range(1, self.columnCount())))
        titles = sum(map(header.sectionSizeHint, range(1, self.columnCount())))
        room = self.viewport().width() - max(numbers, titles)
        self.setColumnWidth(0, max(room, zoomed(FIRST)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the words what the numbers leave."""
        super().resizeEvent(event)
        self._fit()


def _head(one: OpenedBundle) -> str:
    if one.arrival is None:
        return f"✕ {isolated(one.path.name)}"
    return by_member(one.arrival.bundle.facts.member.name)


def _facts(one: OpenedBundle) -> str:
    """Return how much a bundle holds, of when, and where it is."""
    parts = [isolated(str(one.path))]
    if one.arrival is not None:
        facts = one.arrival.bundle.facts
        created = day_and_time(facts.created) if facts.created else ""
        parts = [scope_words(facts.scope.value), created, *parts]
    return " · ".join(part for part in parts if part)
