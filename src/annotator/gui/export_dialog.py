"""Exporting highlights: in which format, what of the project, and then where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
)

from annotator.gui.exchange_words import holds_told
from annotator.gui.export_choice import ExportChoice
from annotator.gui.export_run import Exporting, ExportRequest
from annotator.gui.export_target import asked_file, asked_folder, file_stem
from annotator.gui.import_signs import Remedy
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.record_fields import ChoiceField
from annotator.gui.ui_zoom import give_room, zoomed
from annotator.service.exchange_extras import missing_extra
from annotator.service.exchange_ports import ExchangeOptions

if TYPE_CHECKING:
    from annotator.gui.window import Window
    from annotator.service.exchange_ports import AnnotationFormat

SIZE = (780, 520)
LIST = 220
TOOL = "export"
FIRST = "project-jsonl"
# Spreadsheet programs take what begins like a formula for one in these.
TABLES = frozenset({".csv", ".tsv", ".xlsx"})


class ExportDialog(QDialog):
    """The formats to the left; to the right what the chosen one holds, and how it is written."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.exporting = Exporting(window)
        self._formats: list[AnnotationFormat] = []
        self.setWindowTitle(self.tr("Export highlights"))
        give_room(self, SIZE)
        self.list = QListWidget()
        self.list.setObjectName("labels")
        self.list.setAccessibleName(self.tr("Formats"))
        self.list.setMinimumWidth(zoomed(LIST))
        self.title = plain_label("pageHead", wrapped=True)
        self.holds = plain_label(wrapped=True)
        self.lacks = plain_label("muted", wrapped=True)
        self.missing = plain_label("told", wrapped=True)
        self.remedy = Remedy()
        self.variant = ChoiceField(self.tr("Variant"))
        self.variant_mark = plain_label("muted", self.tr("Variant"))
        self.choice = ExportChoice(window)
        self.nothing = plain_label("told", wrapped=True)
        self.guard = QCheckBox(self.tr("Protect cells that begin like formulas"))
        self.guard.setChecked(True)
        self.guard.setToolTip(
            tooltip(self.tr("A spreadsheet program would compute them; importing undoes this"))
        )
        self.pseudonyms = QCheckBox(self.tr("Name no reviewer"))
        told = self.tr("“Reviewer 7KX4” and the like stand for names, and other ids for theirs")
        self.pseudonyms.setToolTip(tooltip(told))
        self.export_button = QPushButton(self.tr("Export…"))
        self.export_button.setDefault(True)
        self.export_button.setToolTip(tooltip(self.tr("Choose where to, and write (Enter)")))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.setToolTip(tooltip(self.tr("Export nothing (Esc)")))
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_format())
        self.choice.altered.connect(self._enable)
        self.choice.field.entered.connect(self.ask)
        self.export_button.clicked.connect(lambda _checked=False: self.ask())
        self.cancel_button.clicked.connect(lambda _checked=False: self.reject())
        window.reviewing.project_changed.connect(self.reject)
        window.reviewing.article_changed.connect(self.choice.show_article)

    def _lay_out(self) -> None:
        variant = QGridLayout()
        variant.setHorizontalSpacing(10)
        variant.addWidget(self.variant_mark, 0, 0)
        variant.addWidget(self.variant, 0, 1)
        variant.setColumnStretch(1, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        for part in (self.title, self.holds, self.lacks, self.missing, self.remedy):
            right.addWidget(part)
        right.addSpacing(4)
        right.addWidget(self.choice)
        right.addWidget(self.nothing)
        right.addSpacing(4)
        right.addLayout(variant)
        right.addWidget(self.guard)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 2)
        middle.addLayout(right, 3)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.pseudonyms)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def begin(self) -> None:
        """Show the formats of the project, the one that was taken last chosen."""
        project = self._window.reviewing.project
        known = project.surroundings.formats() if project is not None else ()
        found = [one for one in known if one.writes]
        self._formats = sorted(found, key=lambda one: one.title.casefold())
        before = (self._window.tools.chosen.get(TOOL) or [FIRST])[0]
        names = [one.name for one in self._formats]
        self.list.clear()
        self.list.addItems([one.title for one in self._formats])
        self.list.setCurrentRow(names.index(before) if before in names else 0)
        self.choice.show_article()
        self._show_nothing()
        self._show_format()
        self.list.setFocus()

    def _show_nothing(self) -> None:
        """Say of what there is nothing; what is empty can be written nevertheless."""
        project = self._window.reviewing.project
        told = ""
        if project is not None and not self._window.articles.rows.count:
            told = self.tr("The project has no articles yet: the file will hold none.")
        elif project is not None and not any(project.queries.label_uses().values()):
            told = self.tr("Nothing is highlighted yet: the file will hold no highlights.")
        self.nothing.setText(told)
        self.nothing.setVisible(bool(told))

    @property
    def form(self) -> AnnotationFormat | None:
        """The chosen format."""
        row = self.list.currentRow()
        return self._formats[row] if 0 <= row < len(self._formats) else None

    def _show_format(self) -> None:
        form = self.form
        if form is None:
            self._enable()
            return
        holds, lacks = holds_told(form)
        command = missing_extra(form.extra)
        self.title.setText(
            self.tr("{0} (a folder)").format(form.title) if form.folder else form.title
        )
        self.holds.setText(holds)
        self.lacks.setText(lacks)
        self.lacks.setVisible(bool(lacks))
        self.missing.setText(self.tr("What writes this is not installed; add it with"))
        self.missing.setVisible(bool(command))
        self.remedy.show_command(command)
        self.variant.offer([(one, one) for one in form.variants])
        self.variant.setItemText(0, self.tr("the usual one"))
        self.variant.setCurrentIndex(0)
        for part in (self.variant, self.variant_mark):
            part.setVisible(bool(form.variants))
        self.guard.setVisible(form.suffixes[:1] != () and form.suffixes[0] in TABLES)
        self._enable()

    def _enable(self) -> None:
        ready = self.form is not None and self.remedy.isHidden() and self.choice.is_whole
        self.export_button.setEnabled(ready)

    def ask(self) -> None:
        """Ask where to, and write there beside the window."""
        form, project = self.form, self._window.reviewing.project
        if form is None or project is None or not self.export_button.isEnabled():
            return
        folder, stem = self._folder(project.path.parent), self._stem(project.path.stem)
        ask = asked_folder if form.folder else asked_file
        target = ask(self, form, folder, stem)
        if target is None:
            return
        self._window.tools.chosen[TOOL] = [form.name, str(target.parent)]
        options = ExchangeOptions(
            self.variant.value(),
            guard=self.guard.isChecked(),
            format=form.name,
            pseudonyms=self.pseudonyms.isChecked(),
        )
        self.accept()
        self.exporting.export(ExportRequest(form.title, target, self.choice.choice(), options))

    def _stem(self, usual: str) -> str:
        """Return what the file is called where nobody says otherwise: as what is in it."""
        opened = self._window.reviewing.article
        alone = self.choice.choice().article_ids is not None and opened is not None
        return file_stem(opened.article.title, usual) if alone and opened else usual

    def _folder(self, usual: Path) -> Path:
        remembered = self._window.tools.chosen.get(TOOL, [])[1:]
        folder = Path(remembered[0]) if remembered else usual
        return folder if folder.is_dir() else usual
