"""Matching a pattern within bounds of the processor's time and of the clock's."""

from __future__ import annotations

from queue import Empty, Full, Queue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    Places: TypeAlias = list[tuple[int, int]]

# A busy machine may take longer than the processor's time; so many times, not more.
PATIENCE: Final = 2.0
_AT_ONCE: Final = 500
_WAITING: Final = 4
_LOOK_SECONDS: Final = 0.05


def places_of(pattern: regex.Pattern[str], text: str, seconds: float) -> Iterator[tuple[int, int]]:
    """Yield start and end of every match, empty ones too.

    Raises:
        TimeoutError: it took more of the processor than ``seconds``, or ``PATIENCE`` times as
            long by the clock.
        MemoryError: the pattern takes more memory than there is.

    """
    matching = _Matching(pattern, text, seconds)
    matching.start()
    until = monotonic() + PATIENCE * seconds
    try:
        while True:
            left = until - monotonic()
            if left <= 0:
                raise TimeoutError
            places = matching.take(left)
            if not places:
                return
            yield from places
    finally:
        matching.stop()


class _Matching(Thread):
    """A thread that matches; the clock's time of one match can be bounded from beside it alone."""

    def __init__(self, pattern: regex.Pattern[str], text: str, seconds: float) -> None:
        super().__init__(name="match pattern", daemon=True)
        self._pattern, self._text, self._seconds = pattern, text, seconds
        self._found: Queue[Places | Exception] = Queue(_WAITING)
        self._stopped = Event()

    def run(self) -> None:
        """Match to the end, or until stopped."""
        try:
            self._match()
        except (TimeoutError, MemoryError) as error:
            self._give(error)

    def _match(self) -> None:
        places: Places = []
        # Concurrent: whoever waits goes on meanwhile.
        found = self._pattern.finditer(self._text, timeout=self._seconds, concurrent=True)
        for match in found:
            places.append(match.span())
            if len(places) >= _AT_ONCE:
                self._give(places)
                places = []
            if self._stopped.is_set():
                return
        if places:
            self._give(places)
        self._give([])

    def _give(self, found: Places | Exception) -> None:
        while not self._stopped.is_set():
            try:
                self._found.put(found, timeout=_LOOK_SECONDS)
            except Full:
                continue
            return

    def take(self, seconds: float) -> Places:
        """Return the next places, none at the end; raise what the matching raised."""
        try:
            found = self._found.get(timeout=seconds)
        except Empty as error:
            raise TimeoutError from error
        if isinstance(found, Exception):
            raise found
        return found

    def stop(self) -> None:
        """Let the thread end; where it is amid one match, by the processor's time."""
        self._stopped.set()
