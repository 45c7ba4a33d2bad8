"""What became of a project that the window remembers: told in a sentence where it is no file."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 400


def loss(path: Path) -> str:
    """Return why a project can no more be opened where it was; empty where it is a file."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        told = _tr("{0} is not there any more; this is your default project.")
    except OSError as error:
        told = _tr("{0} cannot be reached ({1}); this is your default project.")
        return told.format(shown(path), error.strerror or error)
    else:
        if stat.S_ISREG(mode):
            return ""
        told = (
            _tr("{0} is a folder now; this is your default project.")
            if stat.S_ISDIR(mode)
            else _tr("{0} is a device or a pipe, no project; this is your default project.")
        )
    return told.format(shown(path))


def shown(path: Path) -> str:
    """Return a path as the window can show it: bounded, and without halves of characters."""
    written = str(path).encode("utf-8", "replace").decode("utf-8")
    return written if len(written) <= LONGEST else f"{written[:LONGEST]}…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("remembered", text)
