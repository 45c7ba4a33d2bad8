"""Where an export goes: a name offered, the ending put behind it, nothing written over unasked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.service.exchange_ports import AnnotationFormat

LONGEST = 80
# What some system does not allow in a name.
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def file_stem(name: str, usual: str) -> str:
    """Return a title as the name of a file can be; the usual one where nothing is left of it.

    >>> file_stem('Who said "yes"?', "week"), file_stem("...", "week")
    ('Who said yes', 'week')
    """
    line = " ".join(_FORBIDDEN.sub(" ", name).split())[:LONGEST]
    return line.strip(" .") or usual


def asked_file(parent: QWidget, form: AnnotationFormat, folder: Path, stem: str) -> Path | None:
    """Ask for a file, with the format's ending where none is given; None for no file."""
    ending = form.suffixes[0] if form.suffixes else ""
    kinds = f"{form.title} (*{ending})"
    title = _tr("Export highlights")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(folder / f"{stem}{ending}"), kinds)
    if not name:
        return None
    path = Path(name)
    if path.suffix:
        return path
    # The system asked of another name.
    whole = path.with_name(path.name + ending)
    return whole if not whole.exists() or may_replace(parent, whole) else None


def may_replace(parent: QWidget, path: Path) -> bool:
    """Ask whether a file that is there may be replaced."""
    box = QMessageBox(parent)
    box.setWindowTitle(_tr("Replace the file?"))
    box.setText(_tr("{0} is there already. Replace it?").format(path.name))
    replace = box.addButton(_tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is replace


def asked_folder(parent: QWidget, form: AnnotationFormat, folder: Path, stem: str) -> Path | None:
    """Ask for a folder: an empty one is written into, in any other a new one is made."""
    title = _tr("Choose a folder; in one that is not empty, “{0}” is made")
    made = f"{stem} {form.name}"
    name = QFileDialog.getExistingDirectory(parent, title.format(made), str(folder))
    if not name:
        return None
    path = Path(name)
    try:
        empty = not any(path.iterdir())
    except OSError:
        empty = True  # writing there tells what is wrong with it
    return path if empty else _free(path / made)


def _free(path: Path) -> Path:
    """Return a name that nothing has yet, with a number behind it where it must be."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.name} {number}")
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("exchange", text)
