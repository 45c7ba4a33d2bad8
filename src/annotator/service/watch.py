"""How long work tells how far it is, and learns that nobody wants it any more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
TOLD_EVERY = 250


class StoppedError(Exception):
    """The work was cancelled; what it had done is undone by whoever began it."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What watches a command being carried out; by default nobody does.

    ``progress`` is told what is done and what there is in all. ``committing`` is called when
    all is written and nothing can be cancelled any more, just before it is made to last.
    """

    progress: Callable[[int, int], None] = lambda _done, _total: None
    cancelled: Callable[[], bool] = lambda: False
    committing: Callable[[], None] = lambda: None

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is; raise ``StoppedError`` where it was cancelled."""
        if self.cancelled():
            raise StoppedError
        self.progress(done, total)

    def over(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Yield what is worked on, telling now and then how far that is."""
        for number, item in enumerate(items):
            if number % TOLD_EVERY == 0:
                self.step(number, total)
            yield item
        self.step(total, total)


UNWATCHED = Watch()
