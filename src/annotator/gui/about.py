"""What the program says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from annotator import __version__

if TYPE_CHECKING:
    from annotator.gui.window import Window


def show_about(window: Window) -> None:
    """Say what the program is and which version runs."""
    box = QMessageBox(window)
    box.setWindowTitle(_tr("About Fact Annotator"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_tr("Fact Annotator {0}").format(__version__))
    box.setInformativeText(
        _tr("Check news facts sentence by sentence. Offline: nothing leaves this computer.")
    )
    places = box.addButton(_tr("Where things are…"), QMessageBox.ButtonRole.ActionRole)
    places.clicked.connect(lambda _checked=False: window.tools.open("places"))
    box.addButton(QMessageBox.StandardButton.Ok)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("about", text)
