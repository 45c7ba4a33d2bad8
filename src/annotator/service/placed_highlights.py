"""Highlights by place: an index of their spans that knows which of them belong together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.core.highlight_index import HighlightIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.service.ports import HighlightRow

    Entry = tuple[int, int, int, str]
    """Key in the index, start, end and label id."""

# Further spans stand this far apart, so that ties between highlights never depend on the past.
FIRST_EXTRA_KEY = 1 << 40


class PlacedHighlights:
    """The highlights of one text; ``index`` holds one entry for each span.

    The first span of a highlight is indexed under the highlight's own key, further ones under
    keys from ``FIRST_EXTRA_KEY`` on: ``owner`` leads from either to the highlight.
    """

    def __init__(self, rows: Iterable[HighlightRow] = (), *, keys: Iterable[int] = ()) -> None:
        self._owners: dict[int, int] = {}
        self._extras: dict[int, list[int]] = {}
        self.index: HighlightIndex[str] = HighlightIndex(self._entries(rows), keys=keys)

    def __contains__(self, key: int) -> bool:
        return key in self.index

    def add(self, rows: Iterable[HighlightRow]) -> None:
        """Add some highlights, one span at a time; costs what each of them does."""
        for entry in self._entries(rows):
            self.index.add(*entry)

    def extend(self, rows: Sequence[HighlightRow]) -> None:
        """Add many highlights at once, best in the order of their starts."""
        self.index.extend(self._entries(rows))

    def discard(self, key: int) -> None:
        """Remove a highlight with all its spans, if it is here."""
        for index_key in self.keys_of(key):
            self.index.remove(index_key)
            self._owners.pop(index_key, None)
        self._extras.pop(key, None)

    def take_over(self, key: int, other: PlacedHighlights) -> None:
        """Have a highlight as another one has it, or not at all where that lacks it."""
        self.discard(key)
        for part, index_key in enumerate(other.keys_of(key)):
            self.index.add(self._key(key, part), *other.index.get(index_key))

    def keys_of(self, key: int) -> list[int]:
        """Return the keys of all entries of ``index`` that belong to a highlight."""
        return [key, *self._extras.get(key, ())] if key in self.index else []

    def owner(self, index_key: int) -> int:
        """Return the key of the highlight that an entry of ``index`` belongs to."""
        return self._owners.get(index_key, index_key)

    def counts(self) -> dict[str, int]:
        """Return how many highlights each label id has."""
        counts = Counter(self.index.counts())
        for key in self._owners:
            counts[self.index.get(key)[2]] -= 1
        return {str(label): number for label, number in counts.items() if number}

    def _entries(self, rows: Iterable[HighlightRow]) -> list[Entry]:
        return [
            (self._key(key, part) if part else key, start, end, label_id)
            for key, part, start, end, label_id in rows
        ]

    def _key(self, key: int, part: int) -> int:
        if not part:
            return key
        index_key = part * FIRST_EXTRA_KEY + key
        self._owners[index_key] = key
        self._extras.setdefault(key, []).append(index_key)
        return index_key
