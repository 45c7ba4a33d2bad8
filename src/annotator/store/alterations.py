"""What views need to know of a change, as far as it is not so much that they had better read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.core.records import Revision
from annotator.service.changes import Alteration
from annotator.store.states import ARTICLE, CLAIM, HIGHLIGHT, MARK, REVISION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.records import Record
    from annotator.store.items import Item
    from annotator.store.translate import Translator

# More highlights, marks and claim records than this no view takes in one by one.
MOST_TOLD: Final = 50_000
COUNTED: Final = frozenset({HIGHLIGHT, MARK, CLAIM})


class Alterations:
    """What views need to know of a change: each record once, before and after all of it.

    ``reload`` is True once its highlights, marks and claim records are too many to be told: then
    none of them is, and articles and labels alone are.
    """

    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        self._sides: dict[str, tuple[Record | None, Record | None]] = {}
        self._new: set[int] = set()
        self._many: set[str] = set()
        self.reload = False

    def expect(self, many: int) -> None:
        """Take note of how many highlights, marks and claim records alter, where that is known."""
        if many > MOST_TOLD:
            self.reload = True

    def note_all(self, items: Iterable[Item]) -> None:
        """Take in some items; beyond what is told they cost nothing."""
        for item in items:
            if not (self.reload and item.kind in COUNTED):
                self.note(item)

    def note(self, item: Item, *, after: Record | None = None) -> Record | None:
        """Take in an item and return its record as it is now, None where it is gone."""
        if item.kind is ARTICLE and item.before is None and item.after is not None:
            self._new.add(item.after["key"])
        if after is None and self._comes_with_new(item):
            return None
        if after is None and item.after is not None:
            after = self._translator.record(item.kind, item.uuid, item.after)
        if item.kind in COUNTED:
            self._count(item)
        if not (self.reload and item.kind in COUNTED):
            self._take(item, after)
        return after

    def _count(self, item: Item) -> None:
        """Forget what is many once it is too many."""
        if self.reload:
            return
        self._many.add(item.uuid)
        if len(self._many) > MOST_TOLD:
            self.reload = True
            for uuid in self._many:
                self._sides.pop(uuid, None)
            self._many.clear()

    def _take(self, item: Item, after: Record | None) -> None:
        if item.uuid in self._sides:
            before = self._sides[item.uuid][0]
        elif item.before is not None:
            before = self._translator.record(item.kind, item.uuid, item.before)
        else:
            before = None
        self._sides[item.uuid] = (before, after)

    def _comes_with_new(self, item: Item) -> bool:
        """Tell by its row the first revision of a new article, so that its text is not read."""
        if item.kind is not REVISION or item.before is not None or item.after is None:
            return False
        return item.after["article_key"] in self._new

    def all(self) -> tuple[Alteration, ...]:
        """Return the alterations in order; what came and went in between is none.

        Nor is the first revision of a new article, whose text nobody needs to know of that one.
        """
        return tuple(
            Alteration(before, after)
            for before, after in self._sides.values()
            if (before is not None or after is not None) and not self._is_told_of(before, after)
        )

    def _is_told_of(self, before: Record | None, after: Record | None) -> bool:
        """Tell the first revision of an article that is new itself."""
        if before is not None or not isinstance(after, Revision):
            return False
        article = self._sides.get(after.article_id, (None, None))
        return article[0] is None and article[1] is not None
