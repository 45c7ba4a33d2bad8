"""The line below: each label with its key and count, progress, and when it was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from annotator.core.records import Highlight
from annotator.gui.label_keys import GAP, HEIGHT, LabelKey, SpaceKey
from annotator.gui.plain import plain_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from annotator.core.records import Codebook
    from annotator.gui.theme import Theme
    from annotator.service.changes import Changes, Progress
    from annotator.service.open_article import OpenArticle


class LabelBar(QWidget):
    """The counts of the open article; they add and subtract what changes name."""

    tagged = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labelBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self._article_id: str | None = None
        self._progress: Progress | None = None
        self.keys: dict[str, LabelKey] = {}
        self.space = SpaceKey(theme)
        self.progress = plain_label("muted")
        self.saved = plain_label("saved")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 0, 16, 0)
        self._layout.setSpacing(2 * GAP)
        self._gap = QSpacerItem(GAP, 0, QSizePolicy.Policy.Expanding)
        for widget in (self.space, self.progress, self.saved):
            self._layout.addWidget(widget)
        self._layout.insertSpacerItem(1, self._gap)
        self.space.hide()

    def set_codebook(self, codebook: Codebook | None) -> None:
        """Show the labels of a codebook."""
        for key in self.keys.values():
            self._layout.removeWidget(key)
            key.deleteLater()
        self.keys = {}
        for label in codebook.labels if codebook else ():
            if label.archived:
                continue
            key = LabelKey(label, self._theme, self)
            key.clicked.connect(lambda _checked=False, label=label: self.tagged.emit(label))
            self._layout.insertWidget(len(self.keys), key)
            self.keys[label.id] = key
        self.space.setVisible(bool(self.keys))

    def show_article(self, article: OpenArticle | None) -> None:
        """Count the highlights of another article."""
        self._article_id = article.article.id if article else None
        self._show_counts(article.label_counts() if article else {})
        self._progress = article.progress if article else None
        self._show_progress()

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        for label_id, key in self.keys.items():
            key.set_count(counts.get(label_id, 0))

    def take(self, changes: Changes) -> None:
        """Add and subtract what a change altered in the article."""
        for before, after in changes.of(Highlight):
            self._count(before, -1)
            self._count(after, 1)
        for progress in changes.progress:
            if progress.article_id == self._article_id:
                self._progress = progress
                self._show_progress()

    def _count(self, highlight: Highlight | None, step: int) -> None:
        if highlight is not None and highlight.article_id == self._article_id:
            key = self.keys.get(highlight.label_id)
            if key is not None:
                key.set_count(key.count + step)

    def show_saved(self, clock: str) -> None:
        """Tell that all is on the disk, and when the newest change of this sitting got there."""
        self.saved.setText(self.tr("✓ Saved {0}").format(clock).rstrip())
        self._show_progress()

    def show_nothing_saved(self) -> None:
        """Tell nothing, since no project is open."""
        self.saved.clear()

    def _show_progress(self) -> None:
        progress = self._progress
        if progress is None:
            self.progress.setText("")
            return
        figures = (progress.reviewed, progress.sentences)
        whole = self.tr("{0} of {1} sentences reviewed").format(*figures)
        # With many labels the words give way, and the figures stay.
        narrow = self._needed(whole) > self.width()
        self.progress.setText("{}/{}".format(*figures) if narrow else whole)
        self.progress.setToolTip(whole)
        self.progress.setAccessibleName(whole)

    def _needed(self, whole: str) -> int:
        labels = sum(key.sizeHint().width() + 2 * GAP for key in self.keys.values())
        saved = self.saved.sizeHint().width() if self.saved.text() else 0
        words = self.fontMetrics().horizontalAdvance(whole)
        return labels + self.space.sizeHint().width() + words + saved + 10 * GAP

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self._theme = self.space.theme = theme
        self.space.update()
        for key in self.keys.values():
            key.theme = theme
            key.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the words up, or back, with the room there is."""
        self._show_progress()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._show_progress()
        super().changeEvent(event)
