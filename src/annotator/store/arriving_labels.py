"""Labels that come from a team: each by its own, shown so that no two of them clash.

What two labels of a codebook cannot share, as a key, a letter or a shortcut, the one with the
smaller id keeps. The other is shown with another one, and still told to the team as it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from annotator.core.codebook_import import means_another, without_clashes
from annotator.core.records import Label
from annotator.store import schema
from annotator.store.bulk import Bulk
from annotator.store.lookup import chunks
from annotator.store.shared_fields import SHARED
from annotator.store.shared_objects import SharedObjects, rows_of
from annotator.store.shared_writes import kept_of, told
from annotator.store.states import HIGHLIGHT, LABEL
from annotator.store.translate import Translator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.store.arriving_states import ArrivingStates
    from annotator.store.door import Door
    from annotator.store.items import Item
    from annotator.store.lookup import Lookup
    from annotator.store.shared_objects import Row
    from annotator.store.states import State, Version
    from annotator.team.shared import Json, SharedObject

_label = schema.label.c
_ALL: Final = select(_label.uuid).order_by(_label.key)
_LABELLED: Final = select(schema.highlight.c.uuid).where(
    schema.highlight.c.label_key == bindparam("of_label")
)
_LOOKS: Final = ("color_light", "color_dark", "line_style")
_PLAIN: Final = ("key", "name", "definition", "letter", "shortcut", "position", *_LOOKS)
_LISTS: Final = ("tests", "edge_cases", "examples", "fields")
# What may be shown otherwise than it is told.
_SHOWN: Final = ("key", "letter", "shortcut", "parent")
_AT_ONCE: Final = 1_000


class ArrivingLabels:
    """Writes labels that come, and shows all labels without clashes."""

    def __init__(self, door: Door, lookup: Lookup, states: ArrivingStates) -> None:
        self._door = door
        self._lookup = lookup
        self._states = states
        self._translator = Translator(lookup)
        # Labels to be taken away once nothing names them any more, with their removals' versions.
        self._leaving: dict[str, Version] = {}

    def bring(self, objects: Sequence[SharedObject]) -> Iterator[Item]:
        """Write labels and yield the items of all that this altered."""
        ids = list(self._lookup.connection.execute(_ALL).scalars())
        there = rows_of(self._lookup, LABEL, ids)
        known = SharedObjects(self._lookup)
        now = dict(known.of_rows(LABEL, [there[uuid] for uuid in ids]))
        rows = {one: row for row, found in now.items() for one in (row, *found.aliases, found.id)}
        coming: dict[str, SharedObject] = {}
        for found in objects:
            named = dict.fromkeys(rows[one] for one in (found.id, *found.aliases) if one in rows)
            row, *others = sorted(named, key=ids.index) or [found.id]
            rows |= dict.fromkeys((found.id, *found.aliases, *others), row)
            if found.there:
                coming[row] = found
            else:
                yield from self._remove(found, row, there)
            for other in others:
                now.pop(other, None)
                self._leaving[other] = {}
                yield from self._relabel(there[other], there[row])
        self._give_keys(row for row in coming if row not in there)
        staying = {
            row: one
            for row, one in (now | coming).items()
            if one.there and row not in self._leaving
        }
        hidden = (there[row] for row, one in now.items() if not one.there and row not in coming)
        shown = [self._record(row) for row in hidden]
        for row, record, held in _apart(staying, rows, shown):
            if row in coming:
                yield self._put(coming[row], record, held, there.get(row))
            else:
                yield self._show(record, held, there[row])

    def finish(self) -> Iterator[Item]:
        """Take the labels away that are to leave, now that nothing need name them."""
        leaving, self._leaving = self._leaving, {}
        for row, version in leaving.items():
            key = self._lookup.key(schema.label, row)
            labelled = self._lookup.connection.execute(_LABELLED.limit(1), {"of_label": key})
            if labelled.one_or_none() is None:
                yield self._door.bring(LABEL, row, None, version)
            else:
                yield self._door.bring(LABEL, row, self._out_of_use(row, version), {})

    def _out_of_use(self, row: str, version: Version) -> State:
        """Return a label that was removed, and stays for highlights that have it all the same."""
        if not version:
            message = f"label {row} turned out to be another one, and has highlights"
            raise ValueError(message)
        state = rows_of(self._lookup, LABEL, [row])[row][2]
        kept = self._door.epitaphs.pop(row, None) or kept_of(state)
        shared = {**kept, "removals": [version]}
        return {**state, "archived": 1, SHARED: shared}

    def _remove(self, found: SharedObject, row: str, there: Mapping[str, Row]) -> Iterator[Item]:
        version = self._states.removal(found)
        self._states.bury(found, row)
        if row in there:
            self._leaving[row] = version
        else:
            yield self._door.bring(LABEL, row, None, version)

    def _relabel(self, former: Row, label: Row) -> Iterator[Item]:
        """Give a label the highlights of one that turned out to be the same."""
        asked = {"of_label": former[2]["key"]}
        ids = list(self._lookup.connection.execute(_LABELLED, asked).scalars())
        for some in chunks(ids, _AT_ONCE):
            rows = rows_of(self._lookup, HIGHLIGHT, some).values()
            targets = {
                uuid: ({**state, "label_key": label[2]["key"]}, version)
                for uuid, version, state in rows
            }
            yield from Bulk(self._door, self._lookup, HIGHLIGHT).bring_exactly(targets)

    def _put(
        self, found: SharedObject, record: Label, held: dict[str, Json], before: Row | None
    ) -> Item:
        """Write a label that comes, shown as a record."""
        next_one = self._states.codebook_revision(altered=True)
        if before is None:
            record = replace(record, revised=next_one)
        else:
            former = self._record(before)
            same = not means_another(former, record)
            record = replace(record, revised=former.revised if same else next_one)
        shared = self._states.shared(found, record.id, held=held)
        state = self._state(record, shared)
        return self._door.bring(LABEL, record.id, state, self._states.version(found.version))

    def _show(self, record: Label, held: dict[str, Json], before: Row) -> Item:
        """Show a label otherwise that does not come itself, if others do that clash with it."""
        _, version, state = before
        shared = state.get(SHARED) or {}
        others = {name: one for name, one in shared.get("held", {}).items() if name not in _SHOWN}
        shared = told({**shared, "held": others | held}, version)
        record = replace(record, revised=LABEL.full(state)["revised"])
        return self._door.bring(LABEL, record.id, self._state(record, shared), version)

    def _state(self, record: Label, shared: State) -> State:
        state = self._translator.state(record)
        key = self._lookup.key(schema.label, record.id)
        return LABEL.brief({**LABEL.full(state), "key": key, SHARED: shared})

    def _record(self, row: Row) -> Label:
        record = self._translator.record(LABEL, row[0], row[2])
        assert isinstance(record, Label)  # noqa: S101 - labels are in no trash
        return record

    def _give_keys(self, rows: Iterable[str]) -> None:
        for row in rows:
            self._door.wrote = True
            self._lookup.learn(schema.label, row, self._lookup.give_key(schema.label))


def _apart(
    staying: Mapping[str, SharedObject], rows: Mapping[str, str], shown: list[Label]
) -> Iterator[tuple[str, Label, dict[str, Json]]]:
    """Yield labels beside those shown, by their ids, with what is told otherwise of them."""
    parents: dict[str, str | None] = {}
    for row, found in sorted(staying.items(), key=lambda one: one[1].id):
        above = rows.get(found.shown("parent") or "")
        parents[row] = above if above in staying and not _loops(parents, row, above) else None
        wanted = _record(row, found, parents[row])
        record = without_clashes(wanted, shown)
        held = {name: getattr(wanted, name) for name in _SHOWN[:3]}
        held = {name: one for name, one in held.items() if getattr(record, name) != one}
        if parents[row] is None and found.shown("parent") is not None:
            held["parent"] = found.shown("parent")
        shown.append(record)
        yield row, record, held


def _loops(parents: Mapping[str, str | None], row: str, above: str | None) -> bool:
    """Tell whether a label would be above itself."""
    while above is not None and above != row:
        above = parents.get(above)
    return above == row


def _record(row: str, found: SharedObject, parent: str | None) -> Label:
    values: dict[str, Json] = {name: found.shown(name) for name in _PLAIN}
    lists: dict[str, Json] = {name: tuple(found.shown(name)) for name in _LISTS}
    archived = bool(found.shown("archived"))
    return Label(id=row, parent_id=parent, archived=archived, **values, **lists)
