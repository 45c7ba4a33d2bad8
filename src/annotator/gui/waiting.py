"""Changes that wait, in their order, while another program writes to the project."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import AnnotatorError
from annotator.core.project_errors import ProjectBusyError, WaitedInVainError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.service.changes import Changes

    Step = Callable[[], Changes]
    Then = Callable[[Changes], None]

T = TypeVar("T")
# A key must not be felt, so the window waits this long for the file and then between events.
BUSY_SECONDS = 0.05
RETRY_MS = 250
LIMIT_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class _Pending:
    """A change that was asked for, and what is to follow once it is on the disk."""

    step: Step
    then: Then | None


class Waiting(QObject):
    """Carries out changes one after another; what finds the file busy is tried again.

    ``counted`` tells how many wait; ``failed`` carries what stood in the way of one of them.
    ``begun`` comes with the first that must wait. ``newest`` is the newest change that those who
    wait know of: what was there when waiting began, then the one of them done last.
    """

    begun = Signal()

    counted = Signal(int)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending: deque[_Pending] = deque()
        self.newest: int | None = None
        self._since = 0.0
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._go_on)

    @property
    def count(self) -> int:
        """How many changes wait."""
        return len(self._pending)

    def attempt(self, step: Step, then: Then | None = None) -> Changes | None:
        """Carry out a change now, or after those that wait; None where it waits or failed.

        ``then`` is called with what altered, at once or later, and not where it failed.
        """
        pending = _Pending(step, then)
        if not self._pending:
            try:
                return _carry_out(pending)
            except ProjectBusyError:
                self._since = time.monotonic()
                self._retry.start(RETRY_MS)
                self.begun.emit()
            except AnnotatorError as error:
                self.failed.emit(error)
                return None
        self._pending.append(pending)
        self.counted.emit(self.count)
        return None

    def drop(self) -> int:
        """Let go of all that waits, which then was never done; return how much that was."""
        dropped = self.count
        self._pending.clear()
        self._retry.stop()
        if dropped:
            self.counted.emit(0)
        return dropped

    def _go_on(self) -> None:
        """Try the oldest again; the others follow between events, so that keys go on working."""
        if not self._pending:
            return
        try:
            changes = _carry_out(self._pending[0])
            self.newest = changes.sequence or self.newest
        except ProjectBusyError as error:
            if time.monotonic() - self._since > LIMIT_SECONDS:
                self.failed.emit(WaitedInVainError(error.path, self.count))
                self.drop()
            else:
                self._retry.start(RETRY_MS)
            return
        except AnnotatorError as error:
            self.failed.emit(error)
        # What was done may have let go of everything, as closing the project does.
        if self._pending:
            self._pending.popleft()
            self._since = time.monotonic()
            self.counted.emit(self.count)
            self._retry.start(0)


def _carry_out(pending: _Pending) -> Changes:
    changes = pending.step()
    if pending.then is not None:
        pending.then(changes)
    return changes


def patiently(
    do: Callable[[], T], cancelled: Callable[[], bool], held_up: Callable[[], None]
) -> T | None:
    """Do something beside the window until the file is free; None where that was cancelled.

    ``held_up`` is called each time that the file is busy.
    """
    until = time.monotonic() + LIMIT_SECONDS
    while True:
        try:
            return do()
        except ProjectBusyError:
            if time.monotonic() > until:
                raise
        held_up()
        if cancelled():
            return None
        time.sleep(RETRY_MS / 1000)
