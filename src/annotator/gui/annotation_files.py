"""Asking for files and folders of annotations: to take them in, or to verify them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.gui.window import Window
    from annotator.service.exchange_ports import AnnotationFormat

# What the session remembers the folder of such files by.
CHOSEN = "import"
BUNDLE = ".annobundle"


def ask_annotations(window: Window) -> None:
    """Ask for a file of annotations and show what taking it in would do."""
    _import(window, _asked_file(window, _tr("Import annotations")))


def ask_annotation_folder(window: Window) -> None:
    """Ask for a folder that some tool keeps its annotations in, and do the same."""
    _import(window, _asked_folder(window, _tr("Import a folder of annotations")))


def ask_verify(window: Window) -> None:
    """Ask for a file of annotations and go through it."""
    _verify(window, _asked_file(window, _tr("Verify a file of annotations")))


def ask_verify_folder(window: Window) -> None:
    """Ask for a folder of annotations and go through it."""
    _verify(window, _asked_folder(window, _tr("Verify a folder of annotations")))


def _import(window: Window, path: Path | None) -> None:
    if path is not None:
        from annotator.gui.annotation_import import importing  # noqa: PLC0415 - the first paint needs it not

        importing(window).begin(path)


def _verify(window: Window, path: Path | None) -> None:
    if path is not None:
        from annotator.gui.verify_dialog import TOOL, VerifyDialog  # noqa: PLC0415 - the same

        dialog = window.tools.open(TOOL)
        if isinstance(dialog, VerifyDialog):
            dialog.verify(path)


def _asked_file(window: Window, title: str) -> Path | None:
    project = window.reviewing.project
    if project is None:
        return None
    kinds = annotation_filters(project.surroundings.formats())
    name, _ = QFileDialog.getOpenFileName(window, title, _folder(window), kinds)
    return _remembered(window, name)


def _asked_folder(window: Window, title: str) -> Path | None:
    if window.reviewing.project is None:
        return None
    return _remembered(window, QFileDialog.getExistingDirectory(window, title, _folder(window)))


def _folder(window: Window) -> str:
    """Return where such files were the last time; empty where that is gone."""
    remembered = window.tools.chosen.get(CHOSEN, [""])[0]
    return remembered if remembered and Path(remembered).is_dir() else ""


def _remembered(window: Window, name: str) -> Path | None:
    if not name:
        return None
    window.tools.chosen[CHOSEN] = [str(Path(name).parent)]
    return Path(name)


def annotation_filters(formats: Iterable[AnnotationFormat]) -> str:
    """Return the filters of a file dialog: all that formats read, then everything."""
    # A bundle is verified as well, and merged where it should be imported.
    found = {ending for one in formats if one.reads for ending in one.suffixes}
    endings = sorted(found | {BUNDLE})
    every = " ".join(f"*{ending}" for ending in endings)
    return ";;".join([_tr("Annotations ({0})").format(every), _tr("All files (*)")])


def _tr(text: str) -> str:
    return QCoreApplication.translate("exchange", text)
