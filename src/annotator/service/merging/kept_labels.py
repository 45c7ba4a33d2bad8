"""Labels that somebody removed and somebody else goes on using: they stay until that is settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.team.joining import join
from annotator.team.versions import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.merging.matching import Matching
    from annotator.service.ports import Queries
    from annotator.team.shared import SharedObject
    from annotator.team.versions import Version

    Pair = tuple[SharedObject | None, SharedObject]


class KeptLabels:
    """Looks whether a label that is to go is used by what its remover did not know.

    Whoever removes a label takes it from every highlight that is known to them: what has it after
    a merge is what they did not know.
    """

    def __init__(self, queries: Queries, matching: Matching) -> None:
        self._queries, self._matching = queries, matching
        self._going: dict[str, tuple[Pair, SharedObject]] = {}
        self._users: dict[str, list[Version]] = {}
        self._seen: set[str] = set()

    def goes(self, before: SharedObject | None, after: SharedObject, theirs: SharedObject) -> bool:
        """Take note of a label that is removed after a join; False where nothing is left of it."""
        living = before if before is not None and before.there else theirs
        if after.there or not living.there:
            return False
        self._going[after.id] = ((before, after), living)
        return True

    def saw(self, found: SharedObject) -> None:
        """Take note of a highlight as it is after the merge."""
        if self._going:
            self._seen.add(found.id)
            if found.there:
                self._users.setdefault(found.shown("label"), []).append(found.version)

    def settled(self) -> Iterator[Pair]:
        """Yield the labels that were to go, with what becomes of each."""
        for label_id, ((before, after), living) in self._going.items():
            users = [*self._users.get(label_id, ()), *self._ours(label_id, before)]
            kept = replace(living, version=joined([living.version, *users]))
            yield before, join(kept, after) if users else after

    def _ours(self, label_id: str, before: SharedObject | None) -> Iterator[Version]:
        """Yield the versions of our highlights that go on having the label."""
        if before is None or not before.there:
            return
        ids = [one for one in self._queries.highlights_of_label(label_id) if one not in self._seen]
        for one in self._queries.shared_objects("highlight", ids).values():
            if one.there:
                yield self._matching.named(one).version
