"""How long a search may go on: until its time is up, or until nobody wants it any more."""

from __future__ import annotations

from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError

from annotator.core.finding_errors import SupersededError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

# Steps of SQLite's machine between two looks at the clock: about a tenth of a millisecond.
_STEPS = 4000


def _never() -> bool:
    return False


class Patience:
    """Interrupts what takes too long inside of ``bounded``, and anything that is unwanted."""

    def __init__(
        self,
        *,
        seconds: float | None = None,
        unwanted: Callable[[], bool] = _never,
        hurried: Callable[[], bool] = _never,
    ) -> None:
        self._end = None if seconds is None else monotonic() + seconds
        self._unwanted = unwanted
        self._hurried = hurried
        # When what is bounded now is to end; None outside of it, and where there is no haste.
        self._until: float | None = None
        self._bounding = False
        # True once anything was ended early.
        self.spent = False

    @contextmanager
    def watching(self, driver: sqlite3.Connection) -> Iterator[None]:
        """Watch over the statements of a connection."""
        driver.set_progress_handler(self._interrupts, _STEPS)
        try:
            yield
        except OperationalError:
            self.require_wanted()
            raise
        finally:
            driver.set_progress_handler(None, 0)

    @contextmanager
    def bounded(self, share: float = 1.0) -> Iterator[None]:
        """End what is done inside, without an error, once this share of the time left is up."""
        self._bounding, self._until = True, self._part(share)
        try:
            yield
        except OperationalError:
            self.require_wanted()
            if not self.spent:
                raise
        finally:
            self._bounding, self._until = False, None

    def _part(self, share: float) -> float | None:
        if self._end is None:
            return None
        left = self._end - monotonic()
        return self._end - max(left, 0.0) * (1.0 - share)

    def is_over(self) -> bool:
        """Tell whether the time is up; raise ``SupersededError`` where nobody waits any more."""
        self.require_wanted()
        late = self._is_late()
        self.spent = self.spent or late
        return late

    def _is_late(self) -> bool:
        return self._hurried() or (self._until is not None and monotonic() >= self._until)

    def require_wanted(self) -> None:
        """Raise ``SupersededError`` where nobody waits any more."""
        if self._unwanted():
            raise SupersededError

    def _interrupts(self) -> int:
        if self._unwanted():
            return 1
        if self._bounding and self._is_late():
            self.spent = True
            return 1
        return 0
