"""The preview of articles that come in: looked through, corrected, left out, then added at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.canonical import canonical_text
from annotator.core.errors import AnnotatorError
from annotator.gui.failures import sentence_on
from annotator.gui.import_drafts import Drafts, counts, with_text
from annotator.gui.import_effect import CopyEffect
from annotator.gui.import_form import ImportForm
from annotator.gui.import_list import ImportList
from annotator.gui.import_reading import ReadingAgain, ReadingChoice, Way, reader_of
from annotator.gui.import_rows import ALL, REFUSED, TO_LOOK_AT, ImportRows
from annotator.gui.import_signs import ImportSigns
from annotator.gui.import_text import ImportText
from annotator.gui.import_words import adding_told, follows_told, near_told, repeats_told
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.record_fields import ChoiceField
from annotator.gui.ui_zoom import SCREEN_EDGE, give_room, zoomed

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.records import Article
    from annotator.gui.text_difference import DifferenceDialog
    from annotator.gui.window import Window
    from annotator.service.article_ports import ReadArticle
    from annotator.service.importing import Batch, Wishes
    from annotator.service.project import Project

SIZE = (1120, 760)
LIST, DETAILS, LEAST_LIST, LEAST_DETAILS, GAP = 450, 630, 240, 400, 10
TOOL = "import-preview"
_SIZES = 7


class ImportPreview(QDialog):
    """All that came out of files; ``settled`` carries the drafts to be added, ``left`` says no."""

    settled = Signal(object)
    left = Signal()

    def __init__(
        self, window: Window, project: Project, drafts: Drafts, wishes: Wishes, *, can_revise: bool
    ) -> None:
        super().__init__(window)
        self._window, self._project, self.drafts = window, project, drafts
        self._ways: dict[Path, Way] = {}
        self._wishes = wishes
        self._readers = tuple(project.surroundings.readers())
        self._place: int | None = None
        self._warned = self._objected = False
        self.difference: DifferenceDialog | None = None
        self.setObjectName("importPreview")
        self.setWindowTitle(self.tr("Look through what comes in"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.rows = ImportRows(drafts, self)
        self.view = ImportList(self.rows)
        self.which = ChoiceField(self.tr("Which of them are listed"))
        self.origin = plain_label("muted", wrapped=True)
        self.signs = ImportSigns(can_revise=can_revise)
        self.choice = ReadingChoice()
        self.form = ImportForm(self._readers[0].name)
        self.text = ImportText()
        self.more = plain_label("muted", wrapped=True)
        self.told = plain_label("told", wrapped=True)
        self.add = QPushButton()
        self.leave = QPushButton(self.tr("Cancel"))
        self.again = ReadingAgain(project, wishes, self)
        self.effect = CopyEffect(self, project)
        self._lay_out()
        self._connect()
        self._restore()
        self._offer_kinds()
        self._choose_row(0)
        self._count()
        (self.view if len(drafts.arrivals) > 1 else self.text).setFocus()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.parts = (self.origin, self.signs, self.choice, self.form, self.text, self.more)
        several = len(self.drafts.arrivals) > 1
        left = _column(self.which, self.view, spacing=8, margins=(0, GAP))
        left.setMinimumWidth(zoomed(LEAST_LIST))
        # One article alone needs no list.
        left.setVisible(several)
        right = _column(*self.parts, spacing=10, margins=(GAP if several else 0, 0))
        right.setObjectName("previewDetails")
        # What a table or a doubt adds must not push the buttons off the screen.
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setMinimumWidth(zoomed(LEAST_DETAILS))
        self.area.setWidget(right)
        for part in (left, self.area):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([zoomed(LIST), zoomed(DETAILS)])
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        for button in (self.leave, self.add):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.add.setDefault(True)
        self.add.setToolTip(tooltip(self.tr("Add them in one step, which undo takes back")))
        self.leave.setToolTip(tooltip(self.tr("Add nothing (Esc)")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.splitter, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.which.edited.connect(self._filter)
        self.view.selectionModel().currentRowChanged.connect(self._change_row)
        self.rows.chosen_altered.connect(self._show_choice)
        self.signs.chosen.connect(self._choose)
        self.signs.difference_wanted.connect(self.show_difference)
        self.choice.wanted.connect(self._read_again)
        self.form.edited.connect(self._take_field)
        self.again.done.connect(self._take_again)
        self.again.failed.connect(self.told.setText)
        self.add.clicked.connect(lambda _checked=False: self.accept())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self.accept)

    def _restore(self) -> None:
        give_room(self, SIZE)
        sizes = self._window.tools.widths.get(TOOL, [])
        if len(sizes) == _SIZES and all(isinstance(one, int) and one > 0 for one in sizes):
            width, height, left, right, *columns = sizes
            room = self.screen().availableSize()
            # The frame has its title above what is measured here.
            most = room.height() - SCREEN_EDGE // 2
            self.resize(min(width, room.width()), min(height, most))
            self.splitter.setSizes([left, right])
            self.view.set_widths(columns)

    def _remember(self) -> None:
        sizes = [max(size, 1) for size in self.splitter.sizes()]
        self._window.tools.widths[TOOL] = [self.width(), self.height(), *sizes, *self.view.widths]

    def _offer_kinds(self) -> None:
        kinds = (
            (ALL, self.tr("All: {0}")),
            (TO_LOOK_AT, self.tr("To look at: {0}")),
            (REFUSED, self.tr("Refused: {0}")),
        )
        self.which.clear()
        for kind, told in kinds:
            self.which.addItem(told.format(number(self.rows.count(kind))), str(kind))
        self.which.setCurrentIndex(self.rows.which)

    def _filter(self) -> None:
        if self._keep():
            self.rows.show(self.which.currentIndex())
        else:
            self.which.setCurrentIndex(self.rows.which)
        self._choose_row(self.rows.row_of(self._place or 0))

    def _choose_row(self, row: int) -> None:
        if row < self.rows.rowCount():
            self.view.setCurrentIndex(self.rows.index(row, 0))
            self.view.selectRow(row)
        else:
            self._show(None)

    def _change_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        place = self.rows.place(current.row())
        if place == self._place and place is not None:
            return
        if self._keep():
            self._show(place)
        else:
            # The view is not done with its own change.
            QTimer.singleShot(0, self._stay)

    def _stay(self) -> None:
        """Go back to what has to be mended first."""
        self._choose_row(self.rows.row_of(self._place or 0))
        self._point()

    def _point(self) -> None:
        wrong = self.form.go_to_wrong()
        if wrong is not None:
            self.area.ensureWidgetVisible(wrong)

    def _show(self, place: int | None) -> None:
        """Show an arrival on the right side, or nothing."""
        self._place = place
        for part in self.parts:
            part.setVisible(place is not None)
        if place is None:
            return
        arrival, read = self.drafts.arrivals[place], self.drafts.read(place)
        name = self.drafts.name(arrival.path)
        shown = str(arrival.path) if name == arrival.path.name else name
        self.origin.setText(f"{shown} · {arrival.place}" if arrival.place else shown)
        self.area.verticalScrollBar().setValue(0)
        self._show_choice()
        way = self._ways.get(arrival.path, Way(self._wishes.reader, self._wishes.options))
        reader = reader_of(arrival.path, self._readers, way.reader)
        self.choice.show_file(arrival, read, way, self._readers)
        self.again.columns(arrival.path, reader, way, self.choice.mapping)
        prepared = self.drafts.prepared(place)
        for part in (self.form, self.text, self.more):
            part.setVisible(read is not None)
        if read is not None and prepared is not None:
            self.form.show_article(read, prepared)
            self.text.show_text(read.text, read.direction or prepared.direction)
            told = self.tr("{0} more characters follow; correct them on the page (F2).")
            self.more.setText(told.format(number(self.text.hidden)))
            self.more.setVisible(bool(self.text.hidden))

    def _show_choice(self) -> None:
        place = self._place
        if place is not None:
            added, newer = self.drafts.kept(place), self.drafts.is_newer(place)
            above, near = _told_of_above(self.drafts, place), self.drafts.near(place) is not None
            arrival = self.drafts.arrivals[place]
            self.signs.show_arrival(arrival, added=added, newer=newer, above=above, near=near)
        self._count()
        self.effect.ask()

    def _choose(self, added: bool, newer: bool) -> None:  # noqa: FBT001 - what the signal carries
        if self._place is not None:
            self.drafts.choose(self._place, added=added, newer=newer)
            self.rows.refresh(self._place)
            self._count()
            self.effect.ask()

    def _count(self) -> None:
        added, newer = counts(self.drafts)
        one = newer == 1 and not added
        self.add.setText(self.tr("Make it the newer text") if one else adding_told(added, newer))

    def _take_field(self, name: str) -> None:
        if name == "direction":
            self.text.set_direction(self.form.direction)

    def _keep(self) -> bool:
        """Take what was typed at the right; False where it cannot be kept, which is told."""
        place = self._place
        read = self.drafts.read(place) if place is not None else None
        if place is None or read is None:
            return True
        try:
            self.drafts.correct(place, self._corrected(read))
        except AnnotatorError as error:
            self.told.setText(sentence_on(error))
            self._objected = True
            self._point()
            return False
        if self._objected:
            self._objected = False
            self.told.setText("")
        self.rows.refresh(place)
        self._count()
        return True

    def newer_copy(self) -> tuple[Article, ReadArticle] | None:
        """Return what is shown and the article that it becomes the newer text of, if it does."""
        place = self._place
        known = self.drafts.arrivals[place].known if place is not None else None
        if place is None or known is None or not self.drafts.is_added(place):
            return None
        read = self.drafts.read(place) if self.drafts.is_newer(place) else None
        try:
            return None if read is None else (known.article, self._corrected(read))
        except AnnotatorError:
            return None  # it is told when it is to be kept

    def _corrected(self, read: ReadArticle) -> ReadArticle:
        corrected = self.form.corrected(read)
        if not self.text.document().isModified():
            return corrected
        text = canonical_text(self.text.text()).text
        # Without a word there is no article; leaving it out is another choice.
        return with_text(corrected, text) if text.strip() else corrected

    def _read_again(self, way: Way) -> None:
        if self._place is not None:
            path = self.drafts.arrivals[self._place].path
            self._ways[path] = way
            self.told.setText(self.tr("Reading…"))
            self.again.start(path, way)

    def _take_again(self, path: Path, batch: Batch) -> None:
        focus: QWidget | None = self.focusWidget()
        self._place = None
        first = self.drafts.read_again(path, batch)
        batch.close()
        self.told.setText("")
        self.rows.show(self.rows.which)
        self._offer_kinds()
        self._choose_row(self.rows.row_of(first))
        self._count()
        if isinstance(focus, QWidget) and focus.isVisible():
            focus.setFocus()

    def show_difference(self) -> None:
        """Show what differs from the article that this one is like."""
        from annotator.gui.text_difference import DifferenceDialog  # noqa: PLC0415 - only who asks for it pays

        if not self._keep():
            return
        place = self._place
        read = self.drafts.read(place) if place is not None else None
        try:
            other = None if place is None else self._other(place)
        except AnnotatorError as error:
            self.told.setText(sentence_on(error))
            return
        if read is None or other is None:
            return
        title, text, direction = other
        self.difference = self.difference or DifferenceDialog(self._window.themes, self)
        self.difference.compare((title, text), (read.title, read.text), direction)

    def _other(self, place: int) -> tuple[str, str, str] | None:
        """Return title, text and direction of what an arrival is like."""
        near, known = self.drafts.near(place), self.drafts.arrivals[place].known
        if near is not None:
            read, prepared = self.drafts.read(near[0]), self.drafts.prepared(near[0])
            assert read is not None and prepared is not None  # noqa: S101, PT018 - it is to be added
            return read.title, read.text, read.direction or prepared.direction
        if known is None:
            return None
        old = self._project.queries.outline(known.article.id)
        return old.article.title, old.revision.text, old.article.direction

    def accept(self) -> None:
        """Hand over what is to be added."""
        if self._keep() and not self.again.running:
            self.again.close()
            self.effect.close()
            self._remember()
            super().accept()
            self.settled.emit(self.drafts)

    def reject(self) -> None:
        """Add nothing; where something was corrected, only at the second time."""
        if (not self._keep() or self.drafts.corrected) and not self._warned:
            self._warned = True
            self.told.setText(self.tr("Again, and nothing is added; your corrections are lost."))
            return
        self.again.close()
        self.effect.close()
        self._remember()
        super().reject()
        self.left.emit()


def _told_of_above(drafts: Drafts, place: int) -> str:
    if drafts.repeats(place):
        return repeats_told()
    near = drafts.near(place)
    if near is not None:
        return near_told(drafts.title(near[0]), near[1])
    followed = drafts.follows(place)
    return "" if followed is None else follows_told(drafts.title(followed))


def _column(*parts: QWidget, spacing: int, margins: tuple[int, int]) -> QWidget:
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(margins[0], 0, margins[1], 0)
    layout.setSpacing(spacing)
    for part in parts:
        stretch = 1 if isinstance(part, QTableView | ImportText) else 0
        layout.addWidget(part, stretch)
    # What is hidden must not let the rest sink.
    layout.addStretch(0)
    return whole
