"""Who works here: a name in the line on top that leads to the others, and a note of a switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from annotator.gui.plain import tooltip
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.gui.window import Window
    from annotator.service.project import Project

TOOL = "reviewers"
LEAST, MOST = 44, 180
PADDING = 11


class ReviewerSign(QPushButton):
    """Names whose every change is from now on; gives way where room is scarce."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self._name = ""
        self._before = ("", "")
        self.setObjectName("small")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()
        self.clicked.connect(lambda _checked=False: window.tools.open(TOOL))
        window.reviewing.project_changed.connect(self._show)
        # What opening a project puts away is put away by then.
        window.reviewing.project_changed.connect(
            self._tell_switch, Qt.ConnectionType.QueuedConnection
        )

    def _show(self) -> None:
        project = self._window.reviewing.project
        self._name = " ".join(project.reviewer.name.split()) if project is not None else ""
        told = self.tr("{0} works here: choose, add or rename reviewers").format(self._name)
        self.setToolTip(tooltip(told))
        self.setAccessibleName(self.tr("Reviewer: {0}").format(self._name))
        self.setVisible(bool(self._name))
        self.updateGeometry()
        self._fit()

    def _tell_switch(self) -> None:
        """Say who works here from now on, where it was somebody else before."""
        project = self._window.reviewing.project
        if project is None:
            return
        before, here = self._before, _here(project)
        self._before = here
        if before[0] == here[0] and before[1] != here[1]:
            told = self.tr("You work as {0} now: every change from here on is theirs.")
            self._window.banner.show_note(told.format(self._name))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the whole name, up to the greatest width."""
        wanted = self.fontMetrics().horizontalAdvance(self._name) + 2 * zoomed(PADDING)
        return QSize(min(wanted, zoomed(MOST)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that is left where room is scarce."""
        return QSize(min(self.sizeHint().width(), zoomed(LEAST)), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as much of the name as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * zoomed(PADDING) + 2
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


def _here(project: Project) -> tuple[str, str]:
    return str(project.path), project.reviewer.id
