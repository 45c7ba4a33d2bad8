"""Answers to what a window tells of a team at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from annotator.service.team_news_ports import SentBundle
from annotator.store import history, prepared, schema
from annotator.store.states import CLAIM, GUIDELINE, KINDS, REVISION
from annotator.store.team_answers import SHOWN
from annotator.team.joining import PRESENCE, disputed

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotator.store.shelf import Shelf
    from annotator.store.states import Kind
    from annotator.team.shared import SharedObject

# Bundles after which a colleague lacks nothing but what was altered later.
_WHOLE: Final = frozenset({"full", "changes"})
_sent = schema.sent.c
_NEWEST: Final = (
    select(_sent.bundle_id, _sent.kind, _sent.at, _sent.sequence)
    .where(_sent.kind.in_(sorted(_WHOLE)))
    .order_by(_sent.key.desc())
    .limit(1)
)


def _count(kind: Kind) -> str:
    # Left to itself, SQLite reads all there are in the order of their keys.
    index = "" if kind is GUIDELINE else f"INDEXED BY {kind.name}_open"
    condition = f"{schema.IS_OPEN} AND {SHOWN.get(kind, '1')}"
    return f"SELECT count(*) FROM {kind.name} {index} WHERE {condition}"  # noqa: S608 - own names


_OPEN: Final = " UNION ALL ".join(_count(one) for one in KINDS.values() if one is not REVISION)


class TeamNewsAnswers:
    """Answers from the project file, beside those of ``FileQueries``."""

    _shelf: Shelf

    def newest_sent(self) -> SentBundle | None:
        """Return the last bundle that changes can be sent since; None where there is none."""
        with self._shelf.reading() as connection:
            found = connection.execute(_NEWEST).one_or_none()
            if found is None or found.sequence > history.heads(connection).sequence:
                return None
        return SentBundle(str(found.bundle_id), found.kind, found.at, found.sequence)

    def conflict_count(self) -> int:
        """Count the objects of which something waits to be settled; costs those alone."""
        with self._shelf.reading() as connection:
            count: int = sum(count for (count,) in prepared.send(connection, _OPEN, [()]))
        along = self.removed_along()
        told = self.shared_objects(CLAIM.name, along).values() if along else ()
        return count - sum(disputed(one) == (PRESENCE,) for one in told)

    def removed_along(self) -> frozenset[str]:
        """Return the claim records that are disputed to be there together with a highlight."""
        raise NotImplementedError

    def shared_objects(self, kind: str, ids: Collection[str]) -> dict[str, SharedObject]:
        """Return those of some objects that are known, by the ids asked for."""
        raise NotImplementedError
