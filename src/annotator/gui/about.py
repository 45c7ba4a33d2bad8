"""What the program says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from annotator import __version__

if TYPE_CHECKING:
    from annotator.gui.window import Window


def show_about(window: Window) -> None:
    """Say what the program is and which version runs."""
    box = QMessageBox(window)
    box.setWindowTitle(window.tr("About Fact Annotator"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(window.tr("Fact Annotator {0}").format(__version__))
    box.setInformativeText(
        window.tr("Check news facts sentence by sentence. Offline: nothing leaves this computer.")
    )
    places = box.addButton(window.tr("Where things are…"), QMessageBox.ButtonRole.ActionRole)
    places.clicked.connect(lambda _checked=False: window.tools.open("places"))
    box.addButton(QMessageBox.StandardButton.Ok)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
