"""The editor's page of highlights that were made under an older guideline, by label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.badges import Badge
from annotator.gui.key_words import key_of
from annotator.gui.plain import number as written
from annotator.gui.plain import plain_label, tooltip
from annotator.service.codebook_commands import ConfirmUnderGuideline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.records import Codebook, Label
    from annotator.gui.long_work import LongWork
    from annotator.gui.window import Window
    from annotator.service.changes import Changes
    from annotator.service.project import Project
    from annotator.service.watch import Watch


class OutdatedPage(QWidget):
    """Counts by label, each with a way to go there and to confirm all of them."""

    def __init__(self, window: Window, work: LongWork) -> None:
        super().__init__()
        self._window, self._work = window, work
        self._shown: QWidget | None = None
        self.counts: dict[str, int] = {}
        self.shows: dict[str, QPushButton] = {}
        self.confirms: dict[str, QPushButton] = {}
        self._head = plain_label("muted", wrapped=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 12, 12, 12)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._head)
        self._layout.addStretch(1)

    def show_counts(self, codebook: Codebook, counts: Mapping[str, int]) -> None:
        """Show how many highlights of each label are to be confirmed."""
        outdated = {key: count for key, count in counts.items() if count}
        keys = (key_of("review.outdated"), key_of("review.confirm"))
        told = self.tr("Every highlight was made, or confirmed, under the guideline as it is.")
        if outdated:
            told = self.tr(
                "Made before their label’s meaning or the guideline’s text changed: "
                "{0} goes to the next, {1} confirms it."
            ).format(*keys)
        self._head.setText(told)
        if outdated == self.counts and self._shown is not None:
            return
        self.counts, self.shows, self.confirms = outdated, {}, {}
        if self._shown is not None:
            self._layout.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = QWidget()
        rows = QVBoxLayout(self._shown)
        rows.setContentsMargins(0, 0, 0, 0)
        for label in codebook.labels:
            if label.id in outdated:
                rows.addLayout(self._row(label, outdated[label.id]))
        self._layout.insertWidget(1, self._shown)

    def _row(self, label: Label, count: int) -> QHBoxLayout:
        # Without a parent it would be shown as a window, and take the keys away.
        badge = Badge(self._window.themes.theme, self._shown)
        badge.show_label(label)
        name = plain_label(text=f"{label.name}  ·  {written(count)}")
        show = QPushButton(self.tr("Show"))
        show.setAccessibleName(self.tr("Show the highlights of {0}").format(label.name))
        confirm = QPushButton(self.tr("Confirm all"))
        confirm.setAccessibleName(self.tr("Confirm all highlights of {0}").format(label.name))
        confirm.setToolTip(tooltip(self.tr("Say that all of them hold under today's guideline.")))
        show.clicked.connect(lambda _checked=False: self._show(label))
        confirm.clicked.connect(lambda _checked=False: self._confirm(label.id))
        self.shows[label.id], self.confirms[label.id] = show, confirm
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(badge)
        line.addWidget(name, 1)
        for button in (show, confirm):
            button.setAutoDefault(False)
            line.addWidget(button)
        return line

    def _show(self, label: Label) -> None:
        """List them in the page's place, and bring that to the front."""
        from annotator.gui.highlight_table import HighlightTable  # noqa: PLC0415 - only who looks at it pays for it

        self._window.activateWindow()
        table = self._window.tools.open("highlights")
        if isinstance(table, HighlightTable):
            table.show_query(f'is:older-guideline label:"{label.key}"')

    def _confirm(self, label_id: str) -> None:
        def confirm(project: Project, watch: Watch) -> Changes:
            ids = tuple(one.id for one in project.queries.outdated(label_id))
            return project.commit(ConfirmUnderGuideline(ids), watch)

        self._work.run(self.tr("Confirming…"), confirm)
