"""The clock, and ids that never run backwards within a process."""

from __future__ import annotations

import os
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.core.identity import RANDOM_BYTES, uuid7

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.records import Timestamp

# An id keeps 74 random bits: 62 low ones and, beyond the two of its variant, 12 high ones.
_LOW_BITS = 62
_VARIANT_BITS = 2
# The topmost bit starts at 0, so that a millisecond has room for any number of ids.
_START_BITS = 73


def now() -> Timestamp:
    """Return the time in UTC with milliseconds and a final ``Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class IdMaker:
    """Makes ids of version 7, each greater than the one before, whatever the clock does."""

    def __init__(
        self,
        milliseconds: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
        randomness: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._milliseconds = milliseconds
        self._randomness = randomness
        self._lock = threading.Lock()
        self._time = 0
        self._count = 0

    def __call__(self) -> str:
        """Return the next id."""
        with self._lock:
            time_now = self._milliseconds()
            if time_now > self._time:
                self._time = time_now
                self._count = self._start()
            else:
                self._count += 1
            return uuid7(self._time, self._spread())

    def _start(self) -> int:
        return int.from_bytes(self._randomness(RANDOM_BYTES), "big") & ((1 << _START_BITS) - 1)

    def _spread(self) -> bytes:
        high, low = divmod(self._count, 1 << _LOW_BITS)
        return (high << _LOW_BITS + _VARIANT_BITS | low).to_bytes(RANDOM_BYTES, "big")


new_id = IdMaker()
