"""The line below: each label with its key and count, progress, and when it was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from annotator.core.records import Highlight
from annotator.gui.announcing import announce
from annotator.gui.key_words import key_of, label_keys
from annotator.gui.label_keys import GAP, HEIGHT, LabelKey, SpaceKey
from annotator.gui.label_more import LabelMore
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.core.records import Codebook
    from annotator.gui.theme import Theme
    from annotator.service.changes import Changes, Progress
    from annotator.service.open_article import OpenArticle


class LabelBar(QWidget):
    """The counts of the open article, which keeps them current itself."""

    tagged = Signal(object)
    reviewed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labelBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(zoomed(HEIGHT))
        self._theme = theme
        self._article: OpenArticle | None = None
        self._progress: Progress | None = None
        self._state = ""
        # The label that was given last.
        self._used = ""
        # What was told before something had to wait.
        self._before: tuple[str, str, bool] | None = None
        self._told = ("", "", False)
        self.keys: dict[str, LabelKey] = {}
        self.space = SpaceKey(theme)
        self.space.clicked.connect(lambda _checked=False: self.reviewed.emit())
        self.more = LabelMore(self)
        self.more.chosen.connect(self.tagged)
        self.progress = plain_label("muted")
        self.saved = plain_label("saved")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 0, 16, 0)
        self._layout.setSpacing(2 * GAP)
        self._gap = QSpacerItem(GAP, 0, QSizePolicy.Policy.Expanding)
        for widget in (self.space, self.progress, self.saved):
            self._layout.addWidget(widget)
        self._layout.insertSpacerItem(1, self._gap)
        self._layout.insertWidget(0, self.more)
        self.none = plain_label("muted")
        self._layout.insertWidget(1, self.none)
        self.space.hide()

    def set_codebook(self, codebook: Codebook | None) -> None:
        """Show the labels of a codebook."""
        for key in self.keys.values():
            self._layout.removeWidget(key)
            key.deleteLater()
        self.keys = {}
        pressed = label_keys(codebook)
        for label in codebook.labels if codebook else ():
            if label.archived:
                continue
            key = LabelKey(label, self._theme, self, key=pressed.get(label.id, ""))
            key.clicked.connect(lambda _checked=False, label=label: self.tagged.emit(label))
            self._layout.insertWidget(len(self.keys), key)
            self.keys[label.id] = key
        how = self.tr("No labels: {0} opens the codebook").format(key_of("review.codebook"))
        self.none.setText(how)
        self.none.setVisible(codebook is not None and not self.keys)
        self._make_room()

    def show_article(self, article: OpenArticle | None) -> None:
        """Count the highlights of another article."""
        self._article = article
        self._show_counts()
        self._progress = article.progress if article else None
        self._make_room()

    def _show_counts(self) -> None:
        counts = self._article.label_counts() if self._article else {}
        for label_id, key in self.keys.items():
            key.set_count(counts.get(label_id, 0))

    def take(self, changes: Changes) -> None:
        """Show what a change made of the article's counts; costs the labels there are."""
        here = self._article.article.id if self._article else None
        for _, highlight in changes.of(Highlight) if changes.origin == "do" else ():
            if highlight is not None and highlight.article_id == here:
                self._used = highlight.label_id
        self._show_counts()
        for progress in changes.progress:
            if progress.article_id == here:
                self._progress = progress
                self._make_room()

    def show_saved(self, clock: str) -> None:
        """Tell that all is on the disk, and when the newest change got there."""
        whole = self.tr("✓ Saved {0}").format(clock).rstrip()
        self._show_state(whole, self.tr("Every change is on the disk."))

    def show_not_saved(self) -> None:
        """Tell that the last change did not get to the disk."""
        self._show_state(
            self.tr("! Not saved"),
            self.tr("The last change did not get to the disk; everything before it is there."),
            failed=True,
        )
        announce(self.saved, " ".join(self._told[:2]), urgent=True)

    def show_waiting(self) -> None:
        """Tell that what was done last is not on the disk yet."""
        if self._before is None:
            self._before = self._told
            announce(self.saved, self.tr("Not saved yet"))
        self._show_state(
            self.tr("… Not saved yet"),
            self.tr("Another program is writing to the project; the window tries again."),
            waits=True,
        )

    def end_waiting(self) -> None:
        """Tell again what was told before, where nothing else has been told since."""
        if self._before is not None:
            whole, meaning, failed = self._before
            self._show_state(whole, meaning, failed=failed)

    def show_nothing_saved(self) -> None:
        """Tell nothing, since no project is open."""
        self._show_state("", "")

    def _show_state(
        self, whole: str, meaning: str, *, failed: bool = False, waits: bool = False
    ) -> None:
        before, told = self._told, (whole, meaning, failed)
        self._state, self._told = whole, told
        if not waits:
            self._before = None
        if told == before:
            return
        self.saved.setToolTip(tooltip(f"{whole}. {meaning}" if whole else ""))
        self.saved.setAccessibleName(whole)
        if (self.saved.property("failed"), self.saved.property("waits")) != (failed, waits):
            self.saved.setProperty("failed", failed)
            self.saved.setProperty("waits", waits)
            self.saved.style().unpolish(self.saved)
            self.saved.style().polish(self.saved)
        self._make_room()

    def _words(self) -> tuple[str, str]:
        """Return the progress in words and in figures."""
        progress = self._progress
        if progress is None:
            return "", ""
        figures = (number(progress.reviewed), number(progress.sentences))
        return self.tr("{0} of {1} sentences reviewed").format(*figures), "{}/{}".format(*figures)

    def _make_room(self) -> None:
        """With many labels words give way to figures, then the rest, and labels at last.

        What gives way can still be done by its key, from the menu and behind the last button.
        """
        words, figures = self._words()
        if words != self.progress.accessibleName():
            self.progress.setToolTip(tooltip(words))
            self.progress.setAccessibleName(words)
        space = self._room_for_space
        needed = self._needed_by_keys(whole=True) + space
        room = self.width() - 6 * GAP
        long, short = self._state, self._state.rpartition(self.tr("Saved"))
        wide, brief, told = map(self._wide, (words, figures, long))
        narrow = needed + wide + told > room
        narrowest = needed + brief + told > room
        self.progress.setText(figures if narrow else words)
        cut = bool(narrowest and short[1])
        self.saved.setText("".join(short[:2]) if cut else long)
        room -= self._wide(self.saved.text()) if cut else told
        self._favor_used(room - brief, space)
        self._show_rest(room - self._needed_by_keys(whole=False) - brief, space)
        self._show_keys(room)

    def _favor_used(self, room: int, space: int) -> None:
        """Let the label that was given last keep its name, where all the labels have room."""
        for label_id, key in self.keys.items():
            if label_id != self._used:
                key.keep_name(0)
        used = self.keys.get(self._used)
        if used is None:
            return
        room -= self._needed_by_keys(whole=False) - used.kept
        used.keep_name(room - space if room >= space else room)

    def _show_rest(self, room: int, space: int) -> None:
        """Show Space and the progress as far as the labels without their names leave room."""
        self.progress.setVisible(room >= 0)
        self.space.setVisible(bool(self.keys) and room >= space)

    @property
    def _room_for_space(self) -> int:
        return self.space.sizeHint().width() + 2 * GAP if self.keys else 0

    def _wide(self, text: str) -> int:
        """Return the room that a text takes in the line."""
        return self.fontMetrics().horizontalAdvance(text) + 2 * GAP if text else 0

    def _needed_by_keys(self, *, whole: bool) -> int:
        keys = self.keys.values()
        return sum(key.whole if whole else key.least for key in keys) + 2 * GAP * len(keys)

    def _show_keys(self, room: int) -> None:
        if self._needed_by_keys(whole=False) > room:
            room -= self.more.sizeHint().width() + 2 * GAP
        hidden = []
        for key in self.keys.values():
            room -= key.least + 2 * GAP
            key.setVisible(room >= 0)
            if room < 0:
                hidden.append(key)
        self.more.show_hidden(hidden)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self._theme = self.space.theme = theme
        self.setFixedHeight(zoomed(HEIGHT))
        self.space.updateGeometry()
        self.space.update()
        for key in self.keys.values():
            key.theme = theme
            key.updateGeometry()
            key.update()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the words up, or back, with the room there is."""
        self._make_room()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._make_room()
        super().changeEvent(event)
