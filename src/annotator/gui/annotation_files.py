"""Asking for files of annotations: to take them in, or to verify them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.gui.window import Window
    from annotator.service.exchange_ports import AnnotationFormat


def ask_annotations(window: Window) -> None:
    """Ask for a file of annotations and show what taking it in would do."""
    path = _asked(window, _tr("Import annotations"))
    if path is not None:
        from annotator.gui.annotation_import import importing  # noqa: PLC0415 - the first paint needs it not

        importing(window).begin(path)


def ask_verify(window: Window) -> None:
    """Ask for a file of annotations and go through it."""
    path = _asked(window, _tr("Verify a file of annotations"))
    if path is not None:
        from annotator.gui.verify_dialog import TOOL, VerifyDialog  # noqa: PLC0415 - the same

        dialog = window.tools.open(TOOL)
        if isinstance(dialog, VerifyDialog):
            dialog.verify(path)


def _asked(window: Window, title: str) -> Path | None:
    project = window.reviewing.project
    if project is None:
        return None
    kinds = annotation_filters(project.surroundings.formats())
    name, _ = QFileDialog.getOpenFileName(window, title, "", kinds)
    return Path(name) if name else None


def annotation_filters(formats: Iterable[AnnotationFormat]) -> str:
    """Return the filters of a file dialog: all that formats read, then everything."""
    endings = sorted({ending for one in formats if one.reads for ending in one.suffixes})
    every = " ".join(f"*{ending}" for ending in endings)
    return ";;".join([_tr("Annotations ({0})").format(every), _tr("All files (*)")])


def _tr(text: str) -> str:
    return QCoreApplication.translate("exchange", text)
