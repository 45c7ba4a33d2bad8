"""What the window says of a failure, where the error's own sentence suits the command line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.core.project_errors import ProjectMissingError


def sentence_on(error: Exception) -> str:
    """Return one sentence on what failed, with what can be done about it in the window."""
    if isinstance(error, ProjectMissingError):
        return _tr(
            "There is no project {0}: it was moved, renamed or deleted. Open it where it is now,"
            " or make a new one."
        ).format(error.path)
    return str(error)


def _tr(text: str) -> str:
    return QCoreApplication.translate("failures", text)
