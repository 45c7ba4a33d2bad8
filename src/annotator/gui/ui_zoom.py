"""The zoom of the window's own parts, apart from the article's text; sizes ask for it here."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

UI_PIXELS = 13
SMALLEST, LARGEST = 1.0, 2.0
# What a dialog leaves free of a screen.
SCREEN_EDGE = 80
# The application bears them, so that they end with it.
_ZOOM, _BASE = "annotatorZoom", "annotatorFontPixels"
_PIXELS = re.compile(r"\b(\d+)px")


def ui_zoom() -> float:
    """Return how many times larger than usual the window's parts are."""
    application = QApplication.instance()
    held = application.property(_ZOOM) if application is not None else None
    return held if isinstance(held, float) else SMALLEST


def zoomed(pixels: int) -> int:
    """Return a size in pixels as the zoom has it; hairlines stay as they are."""
    return round(pixels * ui_zoom()) if pixels > 1 else pixels


def zoomed_sheet(sheet: str) -> str:
    """Return a style sheet with every size zoomed."""
    return _PIXELS.sub(lambda found: f"{zoomed(int(found[1]))}px", sheet)


def set_ui_zoom(zoom: float) -> None:
    """Take another zoom for what is built from now on, and for the font of all there is."""
    application = QApplication.instance()
    if application is None:
        return
    application.setProperty(_ZOOM, float(min(max(zoom, SMALLEST), LARGEST)))
    if application.property(_BASE):
        set_ui_font()


def give_room(dialog: QWidget, size: tuple[int, int]) -> None:
    """Give a dialog its size as the zoom has it, as far as the screen allows."""
    room = dialog.screen().availableSize()
    wanted = QSize(zoomed(size[0]), zoomed(size[1]))
    dialog.resize(wanted.boundedTo(QSize(room.width() - SCREEN_EDGE, room.height() - SCREEN_EDGE)))


def set_ui_font() -> None:
    """Give the window's texts the system's font, no smaller than they can be read."""
    application = QApplication.instance()
    if application is None:
        return
    base = application.property(_BASE)
    if not isinstance(base, int):
        base = max(UI_PIXELS, QFontInfo(QApplication.font()).pixelSize())
        application.setProperty(_BASE, base)
    font = QFont(QApplication.font())
    if font.pixelSize() != zoomed(base):
        font.setPixelSize(zoomed(base))
        QApplication.setFont(font)
