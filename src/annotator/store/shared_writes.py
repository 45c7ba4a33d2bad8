"""What a change made here does to the versions of an object's fields.

A field that is written gets a version that knows all that was written to it before, so that it
settles what stood against it. Where that was disputed, undo is to bring it back as it was, version
and all; any other undo is one more write, which the team comes to know. What is no field, as that
a highlight moved along with its text, is known here alone and raises no version.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, bindparam, select, text

from annotator.store import schema
from annotator.store.columns import JsonText, to_json
from annotator.store.prepared import Prepared
from annotator.store.shared_fields import (
    AT,
    DATED,
    EVERY,
    PLACE,
    SHARED,
    fields_written,
    finishings_in,
    with_finishings,
)
from annotator.store.states import ARTICLE, REVISION
from annotator.team.fields import FINISHED
from annotator.team.versions import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.engine import Connection

    from annotator.store.items import Stamp, Versions
    from annotator.store.states import Kind, State, Version
    from annotator.team.versions import Version as AnyVersion

Shared = dict[str, Any]
KEPT: Final = ("aliases", "extra", AT)
_UNTOLD: Final = ("rivals", "removals", "open", "dots")
_REVIEWER: Final = select(schema.reviewer.c.uuid).where(
    schema.reviewer.c.key == bindparam("of_key")
)
_CONTENTS: Final = Prepared(
    text("""
SELECT wanted.value AS article, highlight.version AS version FROM json_each(:articles) AS wanted
CROSS JOIN highlight ON highlight.article_key = wanted.value
UNION
SELECT wanted.value, mark.version FROM json_each(:articles) AS wanted
CROSS JOIN mark ON mark.article_key = wanted.value
""").columns(article=Integer, version=JsonText)
)


@dataclass(frozen=True, slots=True)
class Written:
    """An object as a change leaves it; ``versions`` where undo has to bring back the former one.

    ``epitaph`` is what is kept of one that is removed.
    """

    state: State | None
    version: Version
    versions: Versions | None = None
    epitaph: Shared = field(default_factory=dict)


class SharedWrites:
    """Makes the versions of what one change writes."""

    def __init__(self, connection: Connection, stamp: Stamp) -> None:
        self._connection = connection
        self._replica = str(stamp.replica_key)
        self._own = {self._replica: stamp.counter}
        self._at = stamp.at
        # What the highlights and marks of articles know that go into the trash, by article.
        self._contents: dict[int, AnyVersion] = {}

    def expect(self, articles: Iterable[int]) -> None:
        """Read at once what many articles hold that go into the trash."""
        self._contents = contents_of(self._connection, articles)

    def written(
        self, kind: Kind, before: State | None, target: State | None, version: Version | None
    ) -> Written:
        """Return what an object becomes that is brought to a state here.

        ``version`` is that of the object, or of its removal.
        """
        known = version or {}
        if before is None or kind is REVISION:
            return Written(self._come(kind, target, version), {**known, **self._own})
        shared = before.get(SHARED) or {}
        if target is None:
            return self._removed(before, known)
        if kind is ARTICLE:
            return self._article(before, target, known)
        names = fields_written(kind, before, target)
        if names and is_hidden(kind, known, before):
            return self._back(before, target, known)
        if not names:
            return Written(_with(target, shared, known), known)
        fresh = self._altered(shared, target.get(SHARED) or {}, known, names)
        if kind in DATED:
            fresh[AT] = self._at
        raised = {**known, **self._own}
        settles = shared.get("open", []) != fresh["open"]
        return Written(_with(target, fresh, raised), raised, (known, raised) if settles else None)

    def _come(self, kind: Kind, target: State | None, version: Version | None) -> State | None:
        """Return the state of an object that comes, without what others wrote of it before."""
        if target is None:
            return None
        shared = target.get(SHARED) or {}
        kept = {name: one for name, one in shared.items() if name not in _UNTOLD}
        # When it first comes, its columns tell that of most.
        if kind in DATED and (version is not None or "created" not in target):
            kept[AT] = self._at
        return _with(target, kept, {}) if shared or kept else target

    def _removed(self, before: State, known: Version) -> Written:
        shared = before.get(SHARED) or {}
        removals = shared.get("removals", ())
        version = dict(joined((known, *removals, self._own)))
        settles = "open" in shared
        epitaph = {**kept_of(before), AT: self._at}
        return Written(None, version, (known, version) if settles else None, epitaph)

    def _article(self, before: State, target: State, known: Version) -> Written:
        plain = before.get(SHARED) or {}
        before, target = (with_finishings(one, self._reviewer_id) for one in (before, target))
        names = fields_written(ARTICLE, before, target)
        if before["removed"] != target["removed"]:
            return self._hidden_or_shown(before, target, known, names)
        if not names:
            return Written(_with(target, plain, known), known)
        fresh = self._altered(before.get(SHARED) or {}, target.get(SHARED) or {}, known, names)
        fresh[AT] = self._at
        raised = {**known, **self._own}
        settles = plain.get("open", []) != fresh["open"]
        return Written(_with(target, fresh, raised), raised, (known, raised) if settles else None)

    def _reviewer_id(self, key: int) -> str:
        return str(self._connection.execute(_REVIEWER, {"of_key": key}).scalar_one())

    def _back(self, before: State, target: State, known: Version) -> Written:
        """Return a label that was removed and is altered: it is there again."""
        raised = dict(joined((*before[SHARED]["removals"], self._own)))
        kept = {**kept_of(before), AT: self._at}
        return Written(_with(target, kept, raised), raised, (known, raised))

    def _altered(
        self, shared: Shared, wanted: Shared, known: Version, names: Iterable[str]
    ) -> Shared:
        """Return what is shared of an object once some of its fields are written here."""
        dots = {**(shared.get("dots") or {EVERY: known})}
        rivals, held = dict(shared.get("rivals", {})), dict(shared.get("held", {}))
        for name in names:
            beaten = (version for version, _ in rivals.pop(name, ()))
            dots[name] = joined((dots.get(name, dots[EVERY]), *beaten, self._own))
            held.pop(name, None)
            if name in wanted.get("held", {}):
                held[name] = wanted["held"][name]
            elif name.startswith(FINISHED):
                # What was once said is taken back, not unsaid.
                held[name] = ""
        fresh = {**shared, "dots": dots, "rivals": rivals, "held": held}
        fresh["open"] = [name for name in shared.get("open", ()) if name not in names]
        if PLACE in names:
            fresh["places"] = wanted.get("places", {})
        return fresh

    def _hidden_or_shown(
        self, before: State, target: State, known: Version, names: set[str]
    ) -> Written:
        """Return an article put into the trash, or taken out of it."""
        shared = before.get(SHARED) or {}
        if target["removed"]:
            if before["key"] not in self._contents:
                self.expect([before["key"]])
            seen = self._contents.pop(before["key"])
            removal = joined((known, *shared.get("removals", ()), seen, self._own))
            gone = {**shared, "removals": [removal], AT: self._at}
            return Written(_with(target, gone, known), known)
        raised = dict(joined((known, *shared.get("removals", ()), self._own)))
        # One that came and was undone is not known any more, and begins anew.
        wanted = target.get(SHARED) or {}
        anew = {"held": finishings_in(target)}
        fresh = self._altered(shared, wanted, known, names) if known else anew
        back = {**fresh, "removals": [], AT: self._at}
        return Written(_with(target, back, raised), raised)


def contents_of(connection: Connection, articles: Iterable[int]) -> dict[int, AnyVersion]:
    """Return what the highlights and marks of each of some articles know together."""
    found: dict[int, AnyVersion] = {key: {} for key in articles}
    asked = {"articles": to_json(list(found))}
    for article, version in _CONTENTS.all(connection, asked) if found else ():
        found[article] = joined((found[article], version))
    return found


def kept_of(state: State | None) -> Shared:
    """Return what stays of an object once it is removed."""
    shared = (state or {}).get(SHARED)
    return {name: shared[name] for name in KEPT if name in shared} if shared else {}


def is_hidden(kind: Kind, version: Version, state: State) -> bool:
    """Tell whether an object was removed, and yet has a row: an article, or a label in use."""
    if kind is ARTICLE:
        return bool(state["removed"])
    return not version and "removals" in (state.get(SHARED) or {})


def unknown(article: State) -> State:
    """Return an article's state in the trash when nobody is to know that it ever came."""
    state = {**article, "removed": 1}
    state.pop(SHARED, None)
    return state


def told(shared: Shared, version: AnyVersion) -> Shared:
    """Return what is shared of an object of some version without what goes without saying."""
    dots = shared.get("dots")
    if dots:
        every = dots[EVERY]
        dots = {name: one for name, one in dots.items() if name == EVERY or one != every}
        shared = {**shared, "dots": {} if dots == {EVERY: version} else dots}
    return {name: value for name, value in shared.items() if value}


def _with(target: State, shared: Shared, version: AnyVersion) -> State:
    state = {**target, SHARED: told(shared, version)}
    if not state[SHARED]:
        del state[SHARED]
    return state
