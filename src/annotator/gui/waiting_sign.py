"""What is seen while changes wait to be saved: a strip above the page and a word below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.core.saving_errors import NotSavedError
from annotator.gui.plain import number, tooltip

if TYPE_CHECKING:
    from annotator.gui.window import Window

# A moment's wait is told below alone: a strip that comes and goes would move the page.
STRIP_AFTER_MS = 300


class WaitingSign(QObject):
    """Shows how many changes of a window wait, lets go of them, and closes after them."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = window.reviewing.waiting
        self._strip = window.waiting_strip
        self._closes = False
        self._show_soon = QTimer(self)
        self._show_soon.setSingleShot(True)
        self._show_soon.setInterval(STRIP_AFTER_MS)
        self._show_soon.timeout.connect(self._strip.show)
        self._waiting.counted.connect(self._show)
        self._waiting.failed.connect(self._stay)
        self._strip.cancelled.connect(self.cancel)

    def holds(self) -> bool:
        """Tell whether the window must stay open for what waits; it then closes by itself."""
        if not self._waiting.count:
            return False
        self._closes = True
        self._show(self._waiting.count)
        self._strip.show()
        return True

    def cancel(self) -> None:
        """Let go of what waits and say so; where the window was only open for that, it closes."""
        closes, project = self._closes, self._window.reviewing.project
        dropped = self._waiting.drop()
        if project is not None and dropped and not closes:
            self._window.reviewing.fail(NotSavedError(project.path, dropped))

    def _stay(self, _error: object) -> None:
        """Keep the window open after all: what failed is to be seen."""
        self._closes = False

    def _show(self, count: int) -> None:
        if not count:
            self._end()
            return
        self._window.label_bar.show_waiting()
        self._strip.cancel.setText(self._way_out())
        self._strip.cancel.setToolTip(
            tooltip(self.tr("Let go of what waits: it will not be saved"))
        )
        self._strip.show_progress(self._sentence(count), 0, 0)
        if not self._strip.isVisible() and not self._show_soon.isActive():
            self._show_soon.start()

    def _way_out(self) -> str:
        if self._closes:
            return self.tr("Close without saving")
        # The import that is waited for has a strip of its own, with its own Cancel.
        importing = self._window.files.importing.writes
        return self.tr("Do not save") if importing else self.tr("Cancel")

    def _sentence(self, count: int) -> str:
        if self._window.files.importing.writes:
            told = self.tr("Waiting until the articles are added… Not saved yet: {0}.")
            if self._closes:
                told += " " + self.tr("The window closes once that is done.")
        elif self._closes:
            told = self.tr(
                "Waiting: another program is writing to the project. Not saved yet: {0}."
                " The window closes once that is done."
            )
        else:
            told = self.tr(
                "Waiting: another program is writing to the project… Not saved yet: {0}."
            )
        return told.format(number(count))

    def _end(self) -> None:
        closes, self._closes = self._closes, False
        self._show_soon.stop()
        self._strip.hide()
        self._window.label_bar.end_waiting()
        if closes:
            QTimer.singleShot(0, self, lambda: self._window.window().close())
