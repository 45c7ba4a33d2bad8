"""What merging bundles would do, as a tree: bundles, their articles, and how many of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from annotator.gui.clock import day_and_time
from annotator.gui.failures import sentence_on
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.step_titles import isolated
from annotator.gui.team_words import (
    by_member,
    column_titles,
    fate_words,
    kind_words,
    other_words,
    scope_words,
    standing_words,
)
from annotator.gui.ui_zoom import zoomed
from annotator.service.merging.report import COUNTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from annotator.gui.merge_opening import OpenedBundle
    from annotator.service.merging.report import ArticleMerge, MergeReport
    from annotator.service.merging.teamwork import Arrival

    Parent = QTreeWidget | QTreeWidgetItem

MOST_ARTICLES = 1_000
FIRST = 190
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROLE = Qt.ItemDataRole
BUNDLE = int(_ROLE.UserRole)


class MergeTree(QTreeWidget):
    """Bundles with what they would do below them; what is quiet is folded together.

    ``whole`` is a label for its user to place, which says the current row in full.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What merging does"))
        self._titles = column_titles()
        self.setColumnCount(1 + len(COUNTS))
        self.setHeaderLabels([self.tr("Sent by"), *self._titles])
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setAccessibleName(self.tr("Columns"))
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(zoomed(40))
        for column in range(1, self.columnCount()):
            self.headerItem().setTextAlignment(column, _RIGHT)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.whole = plain_label("muted", wrapped=True)
        self._later: dict[int, Callable[[], None]] = {}
        self.itemExpanded.connect(self._unfold)
        self.currentItemChanged.connect(lambda now, _was: self._tell(now))

    def show_bundles(self, bundles: Sequence[OpenedBundle]) -> None:
        """Show these bundles and no others, the first row current."""
        self.clear()
        self._later = {}
        for place, one in enumerate(bundles):
            item = self._row(self, _head(one), one.report.counts if one.report else {})
            item.setData(0, BUNDLE, place)
            item.setToolTip(0, tooltip(str(one.path)))
            self._line(item, _facts(one))
            if one.problem is not None:
                self._line(item, f"✕ {sentence_on(one.problem)}")
            if one.arrival is not None:
                self._fill(item, one.arrival, is_news=one.is_news)
            item.setExpanded(True)
        self._fit()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

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
            self._line(item, self.tr("Fingerprint: {0}").format(signed.fingerprint))
        if not is_news:
            self._line(item, self.tr("Nothing new in it"))
        loud = [one for one in report.articles.values() if not one.quiet]
        quiet = [one for one in report.articles.values() if one.quiet]
        for one in loud[:MOST_ARTICLES]:
            self._article(item, one)
        if len(loud) > MOST_ARTICLES:
            more = self.tr("… and {0} articles more")
            self._line(item, more.format(number(len(loud) - MOST_ARTICLES)))
        self._others(item, report)
        if quiet:
            self._fold(item, quiet)

    def _others(self, item: QTreeWidgetItem, report: MergeReport) -> None:
        for (kind, what), count in sorted(report.others.items()):
            self._line(item, other_words(kind, what, count))
        if report.homeless:
            told = self.tr("{0}: {1} whose article nobody has")
            kind = kind_words("highlight", several=True)
            self._line(item, told.format(kind, number(len(report.homeless))))
        if report.not_understood:
            told = self.tr("Of kinds that this program does not know, left out: {0}")
            self._line(item, told.format(number(report.not_understood)))

    def _fold(self, item: QTreeWidgetItem, quiet: Sequence[ArticleMerge]) -> None:
        """Put articles of which nothing alters below one row, made when it is unfolded."""
        one, several = (
            self.tr("1 article without anything new"),
            self.tr("{0} articles without anything new"),
        )
        told = one if len(quiet) == 1 else several.format(number(len(quiet)))
        there = sum(each.counts["already_there"] for each in quiet)
        folded = self._row(item, told, {"already_there": there})
        folded.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        self._later[id(folded)] = partial(self._fill_fold, folded, quiet)

    def _fill_fold(self, folded: QTreeWidgetItem, quiet: Sequence[ArticleMerge]) -> None:
        for each in quiet[:MOST_ARTICLES]:
            self._article(folded, each)
        if len(quiet) > MOST_ARTICLES:
            more = self.tr("… and {0} articles more")
            self._line(folded, more.format(number(len(quiet) - MOST_ARTICLES)))

    def _unfold(self, item: QTreeWidgetItem) -> None:
        fill = self._later.pop(id(item), None)
        if fill is not None:
            fill()

    def _article(self, parent: QTreeWidgetItem, one: ArticleMerge) -> None:
        fate, title = fate_words(one.fate), " ".join(one.title.split())
        words = self.tr("{0} ({1})").format(isolated(title), fate) if fate else title
        self._row(parent, words, one.counts)

    def _line(self, parent: QTreeWidgetItem, words: str) -> None:
        self._row(parent, words, {}).setFirstColumnSpanned(True)

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
        return isolated(one.path.name)
    return by_member(one.arrival.bundle.facts.member.name)


def _facts(one: OpenedBundle) -> str:
    """Return how much a bundle holds, of when, and where it is."""
    parts = [isolated(str(one.path))]
    if one.arrival is not None:
        facts = one.arrival.bundle.facts
        created = day_and_time(facts.created) if facts.created else ""
        parts = [scope_words(facts.scope.value), created, *parts]
    return " · ".join(part for part in parts if part)
