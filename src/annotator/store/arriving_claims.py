"""Claim records that come and go while highlights name them.

A highlight that names one which is not here says so to the team all the same, and has it again
once it comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.store import schema
from annotator.store.bulk import Bulk
from annotator.store.columns import UuidBytes, to_json
from annotator.store.lookup import chunks
from annotator.store.new_highlights import keys_there
from annotator.store.prepared import Prepared
from annotator.store.shared_fields import SHARED
from annotator.store.shared_objects import rows_of
from annotator.store.states import CLAIM, HIGHLIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.store.door import Door
    from annotator.store.items import Item
    from annotator.store.lookup import Lookup
    from annotator.store.states import State, Version

_AT_ONCE: Final = 1_000
_NAMING: Final = Prepared(
    text("""
SELECT highlight.uuid AS uuid FROM json_each(:keys) AS wanted
CROSS JOIN highlight ON highlight.claim_key = wanted.value
""").columns(uuid=UuidBytes)
)
_LACKING: Final = Prepared(
    text(f"SELECT uuid FROM highlight INDEXED BY highlight_held WHERE {schema.IS_HELD}").columns(  # noqa: S608 - our own names
        uuid=UuidBytes
    )
)


class ArrivingClaims:
    """Keeps highlights and the claim records that they name together, until the end."""

    def __init__(self, door: Door, lookup: Lookup) -> None:
        self._door = door
        self._lookup = lookup
        self._leaving: dict[str, tuple[None, Version]] = {}
        self._coming = False

    def came(self, claim_id: str, *, fresh: bool) -> None:
        """Take note of a claim record that stays; highlights may lack one that is fresh."""
        self._leaving.pop(claim_id, None)
        self._coming = self._coming or fresh

    def leave(self, claim_id: str, version: Version) -> None:
        """Let a claim record be taken away in the end."""
        self._leaving[claim_id] = (None, version)

    def finish(self) -> Iterator[Item]:
        """Take away the claim records that leave, and give others to highlights that lack them."""
        if self._leaving:
            leaving, self._leaving = self._leaving, {}
            keys = keys_there(self._lookup, CLAIM.table, list(leaving))
            ids = {key: uuid for uuid, key in keys.items()}
            naming = _NAMING.all(self._lookup.connection, {"keys": to_json(list(ids))})
            yield from self._alter([uuid for (uuid,) in naming], lambda one: _without(one, ids))
            yield from Bulk(self._door, self._lookup, CLAIM).bring_exactly(leaving)
        if self._coming:
            self._coming = False
            lacking = [uuid for (uuid,) in _LACKING.all(self._lookup.connection, {})]
            yield from self._alter(lacking, self._with)

    def _alter(self, ids: list[str], altered: Callable[[State], State]) -> Iterator[Item]:
        for some in chunks(ids, _AT_ONCE):
            targets = {
                uuid: (altered(state), version)
                for uuid, version, state in rows_of(self._lookup, HIGHLIGHT, some).values()
            }
            yield from Bulk(self._door, self._lookup, HIGHLIGHT).bring_exactly(targets)

    def _with(self, state: State) -> State:
        """Return a highlight with the claim record that it lacked, if it is there."""
        held = dict((state.get(SHARED) or {}).get("held", {}))
        claim = self._lookup.find_key(schema.claim, held.pop("claim", None) or "")
        if claim is None:
            return state
        return _holding({**state, "claim_key": claim}, held)


def _without(state: State, ids: dict[int, str]) -> State:
    held = (state.get(SHARED) or {}).get("held", {})
    claim = ids[state["claim_key"]]
    return _holding({**state, "claim_key": None}, {**held, "claim": claim})


def _holding(state: State, held: State) -> State:
    shared = {**(state.get(SHARED) or {}), "held": held}
    if not held:
        del shared["held"]
    return HIGHLIGHT.brief({**state, SHARED: shared})
