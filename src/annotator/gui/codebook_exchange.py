"""Taking a codebook from a file, told beforehand what that changes, and writing one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from annotator.core.codebook_import import means_another, plan_import
from annotator.core.errors import AnnotatorError
from annotator.formats.codebook_toml import read_codebook, write_codebook
from annotator.gui.plain import plain_label
from annotator.service.codebook_commands import ImportCodebook

if TYPE_CHECKING:
    from annotator.core.codebook_import import CodebookImport
    from annotator.core.records import Codebook
    from annotator.gui.codebook_editor import CodebookEditor
    from annotator.gui.window import Window

MOST_LINES = 12


class CodebookExchange(QFrame):
    """A strip that tells what an import would change, with the buttons that do it or not."""

    def __init__(self, editor: CodebookEditor, window: Window) -> None:
        super().__init__()
        self.setObjectName("card")
        self._editor, self._window = editor, window
        self._read: Codebook | None = None
        self.import_button = QPushButton(self.tr("Import…"))
        self.export_button = QPushButton(self.tr("Export…"))
        self.summary = plain_label(wrapped=True)
        self.take = QPushButton(self.tr("Import"))
        self.leave = QPushButton(self.tr("Cancel"))
        buttons = (self.import_button, self.export_button, self.take, self.leave)
        steps = (self._ask_import, self._ask_export, self.take_over, self.put_away)
        for button, step in zip(buttons, steps, strict=True):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, step=step: step())
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.leave)
        line.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(self.summary)
        layout.addLayout(line)
        self.hide()

    def _ask_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._editor, self.tr("Import a codebook"), "", self.tr("Codebooks (*.toml)")
        )
        if name:
            self.show_plan(Path(name))

    def _ask_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._editor,
            self.tr("Export the codebook"),
            "codebook.toml",
            self.tr("Codebooks (*.toml)"),
        )
        if name:
            self.export(Path(name))

    def show_plan(self, path: Path) -> None:
        """Tell what taking over a file's codebook would change; nothing is changed yet."""
        self._editor.keep()
        self._editor.told.hide()
        ours = self._window.reviewing.codebook
        if ours is None:
            return
        try:
            self._read = read_codebook(path)
            planned = plan_import(ours, self._read)
        except AnnotatorError as error:
            self.put_away()
            self._window.reviewing.failed.emit(error)
            return
        lines = self._told(ours, planned)
        self.summary.setText("\n".join(lines) or self.tr("Nothing is new in this codebook."))
        self.take.setEnabled(bool(lines))
        self.show()
        (self.take if lines else self.leave).setFocus()

    def _told(self, ours: Codebook, planned: CodebookImport) -> list[str]:
        lines = self._dead_keys(planned)
        lines += [self.tr("Adds “{0}”").format(label.name) for label in planned.added]
        for before, after in planned.changed:
            renamed = before.name != after.name
            told = self.tr("Changes “{0}” into “{1}”") if renamed else self.tr("Changes “{0}”")
            what = self.tr("what it is called") if renamed else self.tr("looks")
            if replace(before, shortcut=after.shortcut, position=after.position) == after:
                what = self.tr("key")
            if means_another(before, after):
                what = self.tr("what it means")
            lines.append(f"{told.format(before.name, after.name)} ({what})")
        if planned.guideline != ours.guideline:
            lines.append(self.tr("Changes the guideline"))
        if planned.verdicts != ours.verdicts:
            lines.append(self.tr("Changes the verdicts"))
        if len(lines) > MOST_LINES:
            more = self.tr("and {0} more").format(len(lines) - MOST_LINES)
            lines = [*lines[:MOST_LINES], more]
        return lines

    def _dead_keys(self, planned: CodebookImport) -> list[str]:
        """Name the new keys that tag nothing, since they are a command's."""
        known = {after.id: before for before, after in planned.changed}
        told = self.tr("The key {0} of “{1}” will not tag: it is the key of “{2}”")
        lines = []
        for label in (*planned.added, *(after for _, after in planned.changed)):
            before = known.get(label.id)
            owner = self._editor.labels.form.owner(label.shortcut)
            if owner and not (before and before.shortcut == label.shortcut):
                lines.append(told.format(label.shortcut, label.name, owner))
        return lines

    def take_over(self) -> None:
        """Import what was told, as one undo step."""
        if self._read is not None:
            self._editor.execute(ImportCodebook(self._read))
        self.put_away()

    def put_away(self) -> None:
        """Let go of what was read."""
        self._read = None
        self.hide()

    def export(self, path: Path) -> None:
        """Write the codebook into a file."""
        self._editor.keep()
        codebook = self._window.reviewing.codebook
        if codebook is None:
            return
        try:
            write_codebook(codebook, path)
        except AnnotatorError as error:
            self._window.reviewing.failed.emit(error)
