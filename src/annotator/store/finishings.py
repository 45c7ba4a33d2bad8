"""Who finished an article, as its row says it, and as the reviewer who works here sees it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.finishings import shown
from annotator.store import schema
from annotator.store.shared_fields import finishings_in, with_finishings
from annotator.team.fields import FINISHED

if TYPE_CHECKING:
    from annotator.core.records import Timestamp
    from annotator.store.lookup import Lookup
    from annotator.store.states import State


def finishings_of(lookup: Lookup, state: State) -> tuple[tuple[str, Timestamp], ...]:
    """Return the reviewers' ids, in order, each with when they finished an article."""
    told = with_finishings(state, partial(lookup.uuid, schema.reviewer))
    found = sorted(finishings_in(told).items())
    return tuple((name.removeprefix(FINISHED), at) for name, at in found)


def finishing_seen(
    lookup: Lookup, finishings: tuple[tuple[str, Timestamp], ...]
) -> tuple[Timestamp, str | None]:
    """Return when, and by whom, an article was finished as the reviewer who works here sees it.

    Where others' work is hidden from them, others' finishing is nothing to go by.
    """
    if lookup.alone:
        finishings = tuple(one for one in finishings if one[0] == lookup.reviewer_id)
    return shown(finishings, lookup.reviewer_id)
