"""The report of a mistake of the program, to be read and copied; nothing is sent anywhere."""

from __future__ import annotations

import platform
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from annotator import __version__
from annotator.gui.log import log_file
from annotator.gui.plain import plain_label
from annotator.gui.ui_zoom import give_room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class CrashDialog(QDialog):
    """Says what happened, that the work is safe, and holds the report."""

    def __init__(self, report: str, saved: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        give_room(self, (640, 420))
        kept = (
            self.tr("Everything tagged up to {0} is saved.").format(saved)
            if saved
            else self.tr("Everything tagged so far is saved.")
        )
        self.message = plain_label(
            text=self.tr(
                "The program made a mistake. {0} You can go on, or start it again. To help mend "
                "it, copy this report and send it to whoever maintains the program; nothing is "
                "sent by itself. It is in {1}, too."
            ).format(kept, log_file()),
            wrapped=True,
        )
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton(
            self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for part in (self.message, self.report, buttons):
            layout.addWidget(part)


def crash_report(error: BaseException) -> str:
    """Return what a maintainer needs to know of an error."""
    trace = "".join(traceback.format_exception(error))
    return (
        f"Fact Annotator {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}\n\n{trace}"
    )
