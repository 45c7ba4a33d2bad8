"""What one change did to each object, until it is put on record.

An import or its undo can alter a million of them. Beyond some number they go into the history as
they come, behind a change that is there as a blank and filled in at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from annotator.store import history
from annotator.store.items import Item
from annotator.store.key_set import KeySet
from annotator.store.seals import link, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

    from annotator.store.items import Stamp
    from annotator.store.states import Kind

# So many are held in memory; once they are more, so many are written into the history at once.
MOST_KEPT: Final = 20_000
AT_ONCE: Final = 2_000


class ChangeItems:
    """The items of the change in the making, each object's once, in the order of their coming."""

    def __init__(self, connection: Connection, stamp: Stamp) -> None:
        self._connection = connection
        self._stamp = stamp
        self._kept: dict[str, Item] = {}
        # The keys of those that are in the history already, of each kind, and how many they are.
        self._keys: dict[Kind, KeySet] = {}
        self._number = 0
        self._removed = False
        # Whether any has exact versions.
        self._exact = False
        self.kinds: set[Kind] = set()

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._kept or self._number)

    @property
    def in_file(self) -> bool:
        """Tell whether they are too many to be held in memory."""
        return self._number > 0

    def __iter__(self) -> Iterator[Item]:
        """Yield all of them in order."""
        if not self.in_file:
            yield from self._kept.values()
            return
        self._write()
        for some in history.pages_of(self._connection, self._stamp.sequence):
            yield from map(history.item_of, some)

    def note(self, item: Item) -> Item:
        """Take an item that was written into the change, and return it."""
        self.kinds.add(item.kind)
        self._removed = self._removed or item.after is None
        self._exact = self._exact or item.versions is not None
        known = self._kept.get(item.uuid)
        if known is not None:
            known.go_on(item)
        elif self.in_file and self._is_written(item):
            self._alter(item)
        else:
            self._kept[item.uuid] = item.copied()
            if len(self._kept) >= (min(AT_ONCE, MOST_KEPT) if self.in_file else MOST_KEPT):
                self._write()
        return item

    def is_exact(self, uuid: str) -> bool:
        """Tell whether what was done to an object already has exact versions."""
        if not self._exact:
            return False
        if uuid in self._kept:
            return self._kept[uuid].versions is not None
        return (
            self.in_file
            and history.exact_in(self._connection, self._stamp.sequence, uuid)[0] is not None
        )

    def altered(self) -> bool:
        """Tell whether anything is other than it was."""
        return self.in_file or any(one.altered for one in self._kept.values())

    def record(self, row: dict[str, Any], previous: bytes, *, ids: tuple[str, ...]) -> None:
        """Write the change with its items, which go into its hash.

        ``previous`` is the hash of the change before it.
        """
        if not self.in_file:
            as_kept = written(self._kept.values())
            row["hash"] = link(previous, row, as_kept, ids=ids)
            history.append(self._connection, row, as_kept)
            return
        self._write()
        pages = history.pages_of(self._connection, self._stamp.sequence)
        row["hash"] = link(previous, row, (one for some in pages for one in some), ids=ids)
        history.fill_in(self._connection, row)

    def _alter(self, item: Item) -> None:
        sequence = self._stamp.sequence
        if self._exact:
            earlier = history.exact_in(self._connection, sequence, item.uuid)
            whole = Item(item.kind, item.uuid, None, None, *earlier)
            whole.go_on(item)
            item = whole
        history.alter_item(self._connection, sequence, written([item])[0])

    def _is_written(self, item: Item) -> bool:
        """Tell whether the history has an item of that object already."""
        if item.before is not None:
            return item.key in self._keys.get(item.kind, ())
        # What this change took away before comes back with another key.
        return self._removed and history.has_item(self._connection, self._stamp.sequence, item.uuid)

    def _write(self) -> None:
        """Put what is held into the history."""
        if not self.in_file:
            history.begin(self._connection, self._stamp)
        items = list(self._kept.values())
        sequence, first = self._stamp.sequence, self._number
        history.append_items(self._connection, sequence, written(items), first=first)
        for item in items:
            for state in (item.before, item.after):
                if state is not None:
                    self._keys.setdefault(item.kind, KeySet()).add(state["key"])
        self._number += len(items)
        self._kept.clear()
