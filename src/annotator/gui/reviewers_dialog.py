"""Who works on this computer: another one is chosen, added or renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from annotator.core.errors import AnnotatorError
from annotator.core.saving_errors import SavingFirstError
from annotator.gui.failures import sentence_on
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.records import Reviewer
    from annotator.gui.window import Window
    from annotator.store.reviewer_book import ReviewerBook

WIDTH = 460
_ID = Qt.ItemDataRole.UserRole
_NAME = int(Qt.ItemDataRole.UserRole) + 1


class ReviewersDialog(QDialog):
    """Lists who works here; whoever is chosen makes the changes from then on."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(self.tr("Reviewers on this computer"))
        told = self.tr(
            "Every change, highlight and mark bears whose it is. Whoever works here is told apart"
            " from others by an id, not by the name."
        )
        self.people = QListWidget()
        self.people.setObjectName("labels")
        self.people.setAccessibleName(self.tr("Reviewers on this computer"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.add = self._button(self.tr("Add"), self.tr("Add a reviewer of that name"))
        self.rename = self._button(
            self.tr("Rename"), self.tr("Give the chosen reviewer that name; the id stays")
        )
        self.work = self._button(
            self.tr("Work as this reviewer"), self.tr("The project is opened again for them")
        )
        self.close_button = self._button(self.tr("Close"), self.tr("Esc"))
        self.told = plain_label("told", wrapped=True)
        self._lay_out(told)
        self._connect()

    def _button(self, name: str, hint: str) -> QPushButton:
        button = QPushButton(name)
        button.setAutoDefault(False)
        button.setToolTip(tooltip(hint))
        return button

    def _lay_out(self, told: str) -> None:
        line, foot = QHBoxLayout(), QHBoxLayout()
        for part in (self.name, self.add, self.rename):
            line.addWidget(part)
        foot.addStretch(1)
        for part in (self.work, self.close_button):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(plain_label("muted", told, wrapped=True))
        column.addWidget(self.people, 1)
        column.addLayout(line)
        column.addWidget(self.told)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda _checked=False: self._do(self._add))
        self.rename.clicked.connect(lambda _checked=False: self._do(self._rename))
        self.work.clicked.connect(lambda _checked=False: self._do(self._choose))
        self.people.itemActivated.connect(lambda _item: self._do(self._choose))
        self.people.currentItemChanged.connect(lambda _now, _before: self._begin_name())
        self.name.textChanged.connect(lambda _text: self._enable())
        self.name.returnPressed.connect(lambda: self._do(self._add))
        self.close_button.clicked.connect(lambda _checked=False: self.close())

    def begin(self) -> None:
        """Show who works here by now."""
        self.resize(min(zoomed(WIDTH), self._window.width()), self.sizeHint().height())
        self._do(lambda _book: None)
        self.people.setFocus()

    def _do(self, do: Callable[[ReviewerBook], Reviewer | None]) -> None:
        """Do something with the book and show how it is then, or why that cannot be."""
        from annotator.bootstrap import reviewers  # noqa: PLC0415 - SQLAlchemy comes with it

        self.told.clear()
        book = reviewers()
        try:
            chosen = do(book)
            self._show(book.known(), chosen)
        except AnnotatorError as error:
            self.told.setText(sentence_on(error))
        self.told.setVisible(bool(self.told.text()))

    def _show(self, known: list[Reviewer], chosen: Reviewer | None) -> None:
        project = self._window.reviewing.project
        here = project.reviewer.id if project is not None else known[0].id
        marked = chosen.id if chosen is not None else here
        self.people.clear()
        for one in known:
            works = self.tr("{0} – works here now").format(one.name)
            item = QListWidgetItem(works if one.id == here else one.name, self.people)
            item.setData(_ID, one.id)
            item.setData(_NAME, one.name)
            if one.id == marked:
                self.people.setCurrentItem(item)
        self._enable()

    def _chosen(self) -> str:
        row = self.people.currentRow()
        return str(self.people.item(row).data(_ID)) if row >= 0 else ""

    def _present_name(self) -> str:
        row = self.people.currentRow()
        return str(self.people.item(row).data(_NAME)) if row >= 0 else ""

    def _begin_name(self) -> None:
        """Begin another name from that of who is chosen; typing replaces all of it."""
        self.name.setText(self._present_name())
        self.name.selectAll()
        self._enable()

    def _enable(self) -> None:
        name = self.name.text().strip()
        another = bool(name) and name != self._present_name()
        self.add.setEnabled(another)
        self.rename.setEnabled(another and bool(self._chosen()))
        self.work.setEnabled(bool(self._chosen()))

    def _add(self, book: ReviewerBook) -> Reviewer | None:
        if not self.add.isEnabled():
            return None
        working = book.known()[0]
        added = book.add(self.name.text())
        book.choose(working.id)
        return added

    def _rename(self, book: ReviewerBook) -> Reviewer:
        self._require_saved()
        renamed = book.rename(self._chosen(), self.name.text())
        project = self._window.reviewing.project
        if project is not None and project.reviewer.id == renamed.id:
            self._window.files.reviewer_chosen.emit()
        return renamed

    def _choose(self, book: ReviewerBook) -> Reviewer:
        self._require_saved()
        chosen = book.choose(self._chosen())
        self.close()
        self._window.files.reviewer_chosen.emit()
        return chosen

    def _require_saved(self) -> None:
        reviewing = self._window.reviewing
        if reviewing.project is not None and reviewing.waiting.count:
            raise SavingFirstError(reviewing.project.path)
