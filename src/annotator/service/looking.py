"""How a project is looked at: whole, or without what others did; and by whom."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.service.changes import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.changes import Changes
    from annotator.service.ports import BlindQueries, Queries, Store


class Looking:
    """Looking at a store, with what is hidden hidden."""

    _store: Store
    _blind: BlindQueries | None

    def publish(self, changes: Changes) -> Changes:
        """Tell of a change."""
        raise NotImplementedError

    @property
    def blind(self) -> bool:
        """Whether what others did is hidden in articles that the reviewer did not finish."""
        return self._blind is not None

    def set_blind(self, *, on: bool) -> None:
        """Hide what others did in articles yet to be finished, or show it; nothing is written."""
        if on == self.blind:
            return
        before, self._blind = self._blind, self._store.blind() if on else None
        if before is not None:
            before.close()
        self.publish(replace(NOTHING, reload=True))

    def hides(self, article_id: str) -> bool:
        """Tell whether others' highlights of an article are hidden."""
        return self._blind is not None and self._blind.hides(article_id)

    @contextmanager
    def reading_beside(self) -> Iterator[Queries]:
        """Ask what takes long in another thread; who asks or writes meanwhile is not held up."""
        with self._store.beside() as store:
            if self._blind is None:
                yield store
                return
            blind = store.blind()
            try:
                yield blind
            finally:
                blind.close()

    def introduce(self) -> None:
        """Let the file know the reviewer by the present name, if it knew them by another."""
        with self._store.writing() as work:
            work.commit("")
