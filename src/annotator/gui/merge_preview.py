"""What merging bundles would do, looked through before it is done."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout

from annotator.gui.announcing import announce
from annotator.gui.import_run import seldom
from annotator.gui.merge_opening import close_all, deleted_by, deletes_much, looked_into
from annotator.gui.merge_order import whole_counts
from annotator.gui.merge_sign import MergeSign
from annotator.gui.merge_tree import MergeTree
from annotator.gui.newest_job import NewestJob
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.team_words import total_words
from annotator.gui.ui_zoom import give_room
from annotator.service.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.merge_opening import OpenedBundle
    from annotator.gui.window import Window
    from annotator.service.project import Project

SIZE = (940, 560)


class MergePreview(QDialog):
    """The tree, what is wrong with a bundle, and the two ways out.

    ``settled`` carries the bundles that are to be merged, ``left`` says that none is.
    """

    settled = Signal(object)
    left = Signal()

    def __init__(self, window: Window, project: Project, bundles: Sequence[OpenedBundle]) -> None:
        super().__init__(window)
        self._project = project
        self.bundles = tuple(bundles)
        self.setWindowTitle(self.tr("Merge what came back"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.looking = NewestJob(self)
        self.tree = MergeTree(hides=project.blind)
        self.sign = MergeSign()
        self.news = plain_label("settingTitle", wrapped=True)
        self.take = QPushButton(self.tr("Merge"))
        self.take.setToolTip(
            tooltip(self.tr("Merge it in one step, which undo takes back (Ctrl+Enter)"))
        )
        self.leave = QPushButton(self.tr("Cancel"))
        self.leave.setToolTip(tooltip(self.tr("Merge nothing (Esc)")))
        self._lay_out()
        self.looking.found.connect(lambda _bundles: self._show())
        self.looking.progressed.connect(lambda done, _total: self._show_progress(done))
        self.looking.failed.connect(lambda _error: self._show())
        self.tree.currentItemChanged.connect(lambda *_: self._show_problem())
        self.sign.trust.clicked.connect(lambda _checked=False: self._trust())
        self.take.clicked.connect(lambda _checked=False: self.accept())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        give_room(self, SIZE)
        self._show()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.news, 1)
        for button in (self.leave, self.take):
            button.setAutoDefault(False)
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.take.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.tree, 1)
        column.addWidget(self.tree.whole)
        column.addWidget(self.sign)
        column.addLayout(foot)

    def wanted(self) -> list[OpenedBundle]:
        """Return the bundles of which something would be written."""
        return [one for one in self.bundles if one.is_news]

    def _show(self) -> None:
        """Show what each bundle would do, and whether there is anything to be done."""
        self.tree.show_bundles(self.bundles)
        self._show_problem()
        told = self._outlook()
        self.news.setText(told)
        self.take.setEnabled(bool(self.wanted()))
        (self.take if self.wanted() else self.leave).setFocus()
        announce(self, told)

    def _outlook(self) -> str:
        """Return what merging all of them comes to, and what cannot be merged."""
        failed = sum(one.problem is not None for one in self.bundles)
        if failed and len(self.bundles) == 1:
            return self.tr("It cannot be merged.")
        told = []
        if failed:
            some = self.tr("Of {0} bundles {1} cannot be merged.")
            told.append(some.format(number(len(self.bundles)), number(failed)))
        wanted = [one.report for one in self.wanted() if one.report is not None]
        if wanted:
            told.append(total_words(sum(map(whole_counts, wanted), Counter()), len(wanted)))
        elif not failed:
            nothing = self.tr("Nothing new in it: all that it holds is here.")
            several = self.tr("Nothing new in them: all that they hold is here.")
            told.append(nothing if len(self.bundles) == 1 else several)
        return " ".join(told)

    def _show_problem(self) -> None:
        place = self.tree.bundle()
        one = self.bundles[place] if place < len(self.bundles) else None
        self.sign.show_bundle(one)
        self.tree.whole.setVisible(self.sign.isHidden())

    def _trust(self) -> None:
        """Look into the bundles again, the new key of one's sender trusted."""
        project, bundles = self._project, self.bundles
        bundles[self.tree.bundle()].trusted = True

        def look(progress: Progress, cancelled: Cancelled) -> Sequence[OpenedBundle] | None:
            return looked_into(project, bundles, Watch(seldom(progress), cancelled))

        self.take.setEnabled(False)
        self._show_progress(0)
        self.looking.begin(look)

    def _show_progress(self, done: int) -> None:
        told = self.tr("Reading… {0} entries").format(number(done))
        self.news.setText(told if done else self.tr("Reading…"))

    def accept(self) -> None:
        """Hand over the bundles, after asking again where very much would go."""
        if not self.take.isEnabled() or not self.isVisible():
            return
        if deletes_much(self.wanted()) and not self._may_delete():
            return
        self.looking.close()
        super().accept()
        wanted = self.wanted()
        close_all(one for one in self.bundles if one not in wanted)
        self.settled.emit(wanted)

    def _may_delete(self) -> bool:
        deleted, there = deleted_by(self.wanted())
        box = QMessageBox(self)
        box.setObjectName("deleteBox")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Delete so much?"))
        told = self.tr("Merging deletes {0} of {1} highlights, more than a tenth.")
        box.setText(told.format(number(deleted), number(there)))
        box.setInformativeText(self.tr("Undo brings them back."))
        delete = box.addButton(self.tr("Merge and delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is delete

    def reject(self) -> None:
        """Merge nothing."""
        self.looking.close()
        close_all(self.bundles)
        super().reject()
        self.left.emit()
