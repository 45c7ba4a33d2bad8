"""Which column of an object says what of the fields that replicas exchange.

What of them several replicas wrote stands in the state's ``shared``: ``dots`` has the version of
each field that was altered since the object came, and under ``EVERY`` that of all others;
``rivals`` the values of a field beside the one in its column, each with its version; ``open`` the
fields that wait to be settled; ``removals`` the versions of those who removed it; ``places`` its
place in other texts of its article; ``held`` what a column cannot say, ``WAS`` among it, which is
for here alone: the words that a highlight had, and when it was modified then, before a merge put it
on others, which nobody chose; ``aliases`` its other ids; ``extra`` what nobody here understands;
``at`` the time of the newest write or removal, of kinds of which no column tells it, and of
tombstones. Versions are by replica key, as in ``version``, and what is empty is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.store.states import ARTICLE, CLAIM, GUIDELINE, HIGHLIGHT, LABEL, MARK
from annotator.team.fields import FIELDS, FINISHED

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.records import Timestamp
    from annotator.store.states import Kind, State

SHARED: Final = "shared"
EVERY: Final = ""
AT: Final = "at"
PLACE: Final = "place"
WAS: Final = "was"
_MADE: Final = {"article_key": "made", "created": "made"}
# Columns that say no more than those beside them are left out, as is what is never exchanged.
_OTHERWISE: Final[dict[Kind, dict[str, str]]] = {
    ARTICLE: {"revision_key": "text"},
    LABEL: {"slug": "key", "parent_key": "parent"},
    GUIDELINE: {},
    CLAIM: {},
    HIGHLIGHT: _MADE
    | {
        "label_key": "label",
        "reviewer_key": "reviewer",
        "codebook_revision": "outdated",
        "claim_key": "claim",
        "parts": PLACE,
        "quote": PLACE,
        "cue": PLACE,
        "unplaced": PLACE,
    },
    MARK: _MADE | {"reviewer_key": "made", "parts": PLACE},
}
FIELD_OF: Final[dict[Kind, dict[str, str]]] = {
    kind: {name: name for name in FIELDS[kind.name] if name in kind.fields} | otherwise
    for kind, otherwise in _OTHERWISE.items()
}
# The fields that columns tell of; others stand in what is held.
TOLD: Final[dict[Kind, tuple[str, ...]]] = {
    kind: tuple(dict.fromkeys(columns.values())) for kind, columns in FIELD_OF.items()
}
# Kinds that tell when they were written to; those of highlights and marks do in their columns.
DATED: Final = frozenset({ARTICLE, LABEL, GUIDELINE, CLAIM})
# Kinds whose objects may have other ids.
ALIASED: Final = (ARTICLE, LABEL)


def fields_written(kind: Kind, before: State, after: State) -> set[str]:
    """Return the fields that differ between two states of an object.

    What only moved along as its article got another text is no other place: whoever moves a
    highlight alters when it was modified.
    """
    later = kind.later
    found = set()
    for column, name in FIELD_OF[kind].items():
        default = later.get(column)
        if before.get(column, default) != after.get(column, default):
            found.add(name)
    if kind is ARTICLE:
        old, new = finishings_in(before), finishings_in(after)
        found.update(
            name for name in old.keys() | new.keys() if old.get(name, "") != new.get(name, "")
        )
    moved_along = before.get("modified") == after.get("modified")
    if kind.parts is not None and moved_along and before["revision_key"] != after["revision_key"]:
        found.discard(PLACE)
    return found


def finishings_in(state: State) -> dict[str, Timestamp]:
    """Return the fields that say who finished an article; its columns have but one of them."""
    held = (state.get(SHARED) or {}).get("held", {})
    return {name: at for name, at in held.items() if name.startswith(FINISHED)}


def with_finishings(state: State, reviewer_id: Callable[[int], str]) -> State:
    """Return an article's state that says who finished it as one does that came later.

    Before reviewers finished for themselves, its columns said it all.
    """
    if not state.get("finished") or state.get("finisher_key") is None or finishings_in(state):
        return state
    shared = state.get(SHARED) or {}
    name = FINISHED + reviewer_id(state["finisher_key"])
    held = {**shared.get("held", {}), name: state["finished"]}
    return {**state, SHARED: {**shared, "held": held}}


def alike(one: State | None, other: State | None) -> bool:
    """Tell whether two states say the same, whoever wrote what of it and when."""
    if one == other:
        return True
    if one is None or other is None:
        return False
    return _said(one) == _said(other)


def _said(state: State) -> State:
    """Return a state without its versions and times, and without what was taken back."""
    shared = state.get(SHARED)
    if not shared or not shared.keys() & {"dots", "held", AT}:
        return state
    rest = {name: value for name, value in shared.items() if name not in {"dots", AT}}
    held = {
        name: value
        for name, value in rest.pop("held", {}).items()
        if value or not name.startswith(FINISHED)
    }
    if held:
        rest["held"] = held
    state = {**state, SHARED: rest}
    if not rest:
        del state[SHARED]
    return state
