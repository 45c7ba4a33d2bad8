"""Showing where a file is: its folder, in the system's own program for folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.gui.banner import Banner


def show_folder(path: Path) -> bool:
    """Open the folder that a file is in; tell whether the system does such things."""
    folder = next((one for one in path.parents if one.is_dir()), path)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def offer_folder(banner: Banner, path: Path) -> None:
    """Offer, beside what was just said, to show where a file is."""

    def show() -> None:
        if not show_folder(path):
            banner.show_note(no_folder(path), stays=True)

    banner.offer(_tr("Show in folder"), str(path.parent), show)


def no_folder(path: Path) -> str:
    """Return a sentence for systems that open no folders."""
    return _tr("This system opens no folders from here; it is {0}.").format(path.parent)


def _tr(text: str) -> str:
    return QCoreApplication.translate("exchange", text)
