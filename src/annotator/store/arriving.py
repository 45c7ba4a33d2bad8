"""What a merge brings: objects in just the state that they are given in, many at a time."""

from __future__ import annotations

from itertools import chain, groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from annotator.store.arriving_articles import ArrivingArticles
from annotator.store.arriving_claims import ArrivingClaims
from annotator.store.arriving_labels import ArrivingLabels
from annotator.store.arriving_states import ArrivingStates
from annotator.store.bulk import Bulk
from annotator.store.new_highlights import NewHighlights
from annotator.store.shared_names import rows_named
from annotator.store.shared_objects import rows_of
from annotator.store.states import ARTICLE, CLAIM, GUIDELINE, HIGHLIGHT, KINDS, LABEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.store.door import Door
    from annotator.store.items import Item
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind, State, Version
    from annotator.store.translate import Translator
    from annotator.team.shared import SharedObject

    Target = tuple[State | None, Version]

_AT_ONCE: Final = 2_000


class Arriving:
    """Brings objects of a team, through the door of one unit of work."""

    def __init__(self, door: Door, lookup: Lookup, translator: Translator) -> None:
        self._door = door
        self._lookup = lookup
        self._states = ArrivingStates(door, lookup)
        self._labels = ArrivingLabels(door, lookup, self._states)
        self._new = NewHighlights(door, lookup, translator)
        self.articles = ArrivingArticles(door, lookup, self._states)
        self._claims = ArrivingClaims(door, lookup)

    def bring(self, objects: Iterable[SharedObject]) -> Iterator[Item]:
        """Bring objects, by kind, and yield the items of all that this altered."""
        for name, run in groupby(objects, key=attrgetter("kind")):
            kind = KINDS[name]
            if kind is LABEL:
                yield from self._altered(self._labels.bring(list(run)))
            else:
                while some := list(islice(run, _AT_ONCE)):
                    yield from self._bring(kind, some)
            self._states.forget()

    def finish(self) -> Iterator[Item]:
        """Take away what others may have named until the end."""
        yield from self._claims.finish()
        yield from self._altered(self._labels.finish())
        self.articles.finish()

    def _bring(self, kind: Kind, objects: Sequence[SharedObject]) -> Iterator[Item]:
        if kind is ARTICLE:
            yield from self._altered(self.articles.bring(objects))
        elif kind is GUIDELINE:
            yield from self._altered(self._guideline(one) for one in objects)
        else:
            yield from self._placed(kind, objects)

    @staticmethod
    def _altered(items: Iterable[Item]) -> Iterator[Item]:
        return (item for item in items if item.before is not item.after or item.versions)

    def _guideline(self, found: SharedObject) -> Item:
        (row,) = rows_named(self._lookup.connection, GUIDELINE, [found.id]).values()
        state = self._states.plain(GUIDELINE, found, row)
        return self._door.bring(GUIDELINE, row, state, self._states.version(found.version))

    def _placed(self, kind: Kind, objects: Sequence[SharedObject]) -> Iterator[Item]:
        """Bring claim records, highlights or marks."""
        there = rows_of(self._lookup, kind, [one.id for one in objects])
        self._states.look(kind, objects)
        fresh: dict[str, tuple[State, Version]] = {}
        targets: dict[str, Target] = {}
        for found in objects:
            before = there[found.id][2] if found.id in there else None
            if not found.there:
                self._remove(kind, found, before, targets)
                continue
            if kind is CLAIM:
                self._claims.came(found.id, fresh=before is None)
            state = self._state(kind, found, before)
            version = self._states.version(found.version)
            if before is None and kind is HIGHLIGHT:
                fresh[found.id] = state, version
            else:
                key = before["key"] if before else self._lookup.give_key(kind.table)
                targets[found.id] = {**state, "key": key}, version
        many = Bulk(self._door, self._lookup, kind).bring_exactly(targets) if targets else ()
        yield from chain(many, self._new.add_exactly(fresh) if fresh else ())

    def _state(self, kind: Kind, found: SharedObject, before: State | None) -> State:
        if kind is HIGHLIGHT:
            return self._states.highlight(found, before)
        if kind is CLAIM:
            return self._states.plain(CLAIM, found, found.id)
        return self._states.mark(found, before)

    def _remove(
        self, kind: Kind, found: SharedObject, before: State | None, targets: dict[str, Target]
    ) -> None:
        self._door.epitaphs[found.id] = self._states.names(found, found.id)
        version = self._states.removal(found)
        if kind is CLAIM and before is not None:
            self._claims.leave(found.id, version)
        else:
            targets[found.id] = None, version
