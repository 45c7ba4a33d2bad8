"""Going to the state after any change: what that alters, told beforehand or done.

The history is one line of changes, undone ones and the undoing included, so the state after a
change is what was there before the first alteration of each object since. Whether that state was
undone, or lies on a branch that was left, makes no difference.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, or_, select

from annotator.core.request_errors import NotFoundError
from annotator.service.changes import Alteration
from annotator.service.history_ports import ArticleAlterations, JumpPreview
from annotator.service.watch import UNWATCHED
from annotator.store import bulk, history, schema
from annotator.store.items import Item, exact_of
from annotator.store.lookup import chunks
from annotator.store.shared_fields import alike
from annotator.store.shared_writes import unknown
from annotator.store.states import ARTICLE, CLAIM, KINDS, LABEL, REVISION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.engine import Connection

    from annotator.core.records import Record
    from annotator.service.watch import Watch
    from annotator.store.door import Door
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind, State, Version
    from annotator.store.translate import Translator

    # A kind, whether many are done at once, and whether versions come back as well.
    Way = tuple[Kind, bool, bool]

SHOWN: Final = 200
# So many are brought to their states at once, and told as a step of the whole.
AT_ONCE: Final = 1_000
_item = schema.change_item.c
# Texts that came stay; what is said of one goes again.
_REVERSED = or_(_item.kind != REVISION.name, _item.before.is_not(None))
_AFTER = _item.sequence > bindparam("of_sequence")
# SQLite takes the other columns from the row that holds the minimum, or the maximum.
_FIRST = (
    select(_item.kind, _item.uuid, _item.before, _item.versions, func.min(_item.sequence))
    .where(_AFTER, _REVERSED)
    .group_by(_item.uuid)
)
_LAST = (
    select(_item.uuid, _item.after, func.max(_item.sequence))
    .where(_AFTER, _REVERSED)
    .group_by(_item.uuid)
)
_CLAIMED = select(schema.highlight.c.claim_key, schema.highlight.c.article_key).where(
    schema.highlight.c.claim_key.in_(bindparam("of_keys", expanding=True))
)
_ARTICLES = select(schema.article.c.key, schema.article.c.uuid, schema.article.c.title).where(
    schema.article.c.key.in_(bindparam("of_keys", expanding=True))
)


# The same order as that of ``_rank``, told of the items of a change that is reversed.
_LAST_TO_GO: Final = """ "before" IS NULL AND kind IN ('label', 'claim')"""
_SOONEST: Final = f"kind NOT IN ('highlight', 'mark', 'article') AND NOT ({_LAST_TO_GO})"
_RANKED: Final = (
    f"{_SOONEST} AND (kind <> 'revision' OR \"before\" IS NOT NULL)",
    "kind = 'highlight'",
    "kind = 'mark'",
    "kind = 'article'",
    _LAST_TO_GO,
)


@dataclass(frozen=True, slots=True)
class Step:
    """What a jump does to one object: its state now and then, None for absence.

    ``version`` is the one that it had then, or its removal, where that has to come back as well;
    ``epitaph`` what its tombstone kept.
    """

    kind: Kind
    uuid: str
    now: State | None
    then: State | None
    version: Version | None = None
    epitaph: State = field(default_factory=dict)

    @property
    def alters(self) -> bool:
        """Tell whether it can alter anything."""
        return self.version is not None or not alike(self.now, self.then)


def steps_to(connection: Connection, sequence: int) -> list[Step]:
    """Return what leads to the state after a change, in the order in which it can be done.

    Raises:
        NotFoundError: there is no such change.
    """
    if not 0 <= sequence <= history.heads(connection).sequence:
        raise NotFoundError("change", str(sequence))
    asked = {"of_sequence": sequence}
    last = {uuid: after for uuid, after, _ in connection.execute(_LAST, asked)}
    return in_order(
        _step(Item(KINDS[kind], uuid, before, last[uuid], *exact_of(versions)))
        for kind, uuid, before, versions, _ in connection.execute(_FIRST, asked)
    )


def steps_back(items: Iterable[Item]) -> list[Step]:
    """Return what reverses a change, in the order in which it can be done."""
    return in_order(map(_step, filter(is_reversible, items)))


def is_reversible(item: Item) -> bool:
    """Tell whether what was done to an object can be reversed: texts that came stay."""
    return item.kind is not REVISION or item.before is not None


def long_way_back(connection: Connection, sequence: int) -> Iterator[Step]:
    """Yield what reverses a change of very many items, in the order in which it can be done.

    It is read as it is done, once for each rank that there is.
    """
    for which in _RANKED:
        for some in history.pages_of(connection, sequence, which):
            steps = map(_step, map(history.item_of, some))
            yield from (one for one in steps if one.alters)


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Return the steps that alter something, in the order in which they can be done."""
    return sorted((one for one in steps if one.alters), key=_rank)


def _step(item: Item) -> Step:
    """Return what reverses what was done to one object."""
    now, then = item.after, item.before
    if item.kind is ARTICLE and then is None and now is not None:
        then = unknown(now) if item.versions else {**now, "removed": 1}
    version = item.versions and item.versions[0]
    return Step(item.kind, item.uuid, now, then, version, item.epitaphs[0])


def reverse(door: Door, item: Item) -> Item:
    """Bring back what one item altered; return what that altered."""
    step = _step(item)
    if step.version is not None:
        door.epitaphs[step.uuid] = step.epitaph
        return door.bring(step.kind, step.uuid, step.then, step.version)
    return door.set(step.kind, step.uuid, step.then)


def _rank(step: Step) -> tuple[int, str, int]:
    """Return what puts objects before those that name them, and takes them away after.

    Of one kind they come by key, so that those of one article come together.
    """
    if step.kind in {LABEL, CLAIM} and step.then is None:
        rank = 3
    elif step.kind is ARTICLE:
        rank = 2
    else:
        rank = int(step.kind.parts is not None)
    state = step.now or step.then
    return (rank, step.kind.name, state["key"] if state is not None else 0)


def take(door: Door, lookup: Lookup, steps: list[Step], watch: Watch = UNWATCHED) -> Iterator[Item]:
    """Do steps that are in order and yield what each altered, many of one kind at once."""
    yield from take_so_many(door, lookup, iter(steps), len(steps), watch)


def take_so_many(
    door: Door, lookup: Lookup, steps: Iterator[Step], number: int, watch: Watch
) -> Iterator[Item]:
    """Do so many steps that are in order as they come, and yield what each altered."""
    done = 0
    watch.step(done, number)
    for way, some in groupby(steps, key=_way):
        while now := list(islice(some, AT_ONCE)):
            yield from _taken(door, lookup, way, now)
            done += len(now)
            watch.step(done, number)


def _taken(door: Door, lookup: Lookup, way: Way, steps: list[Step]) -> Iterable[Item]:
    kind, at_once, exactly = way
    if exactly:
        door.epitaphs |= {one.uuid: one.epitaph for one in steps}
    many = bulk.Bulk(door, lookup, kind)
    if at_once and exactly:
        return many.bring_exactly({one.uuid: (one.then, one.version or {}) for one in steps})
    if at_once:
        return many.bring({one.uuid: one.then for one in steps})
    if exactly:
        return (door.bring(kind, one.uuid, one.then, one.version or {}) for one in steps)
    return (door.set(kind, one.uuid, one.then) for one in steps)


def _way(step: Step) -> Way:
    """Return a step's kind, whether many such can be done at once, and whether exactly."""
    exactly = step.version is not None
    if step.kind is not ARTICLE:
        return step.kind, step.kind in bulk.KINDS, exactly
    # Another text becoming the current one alters what else is counted.
    sides = [state and state["revision_key"] for state in (step.now, step.then)]
    return ARTICLE, sides[0] is not None and sides[0] == sides[1], exactly


def title_of_jump(connection: Connection, sequence: int) -> str:
    """Return what a jump is called in the history."""
    title = history.title_of(connection, sequence or None)
    return f"Go to “{title}”" if title is not None else "Go to the beginning"


def preview_of(lookup: Lookup, translator: Translator, sequence: int) -> JumpPreview:
    """Return what going to the state after a change would alter."""
    connection = lookup.connection
    steps = [one for one in steps_to(connection, sequence) if not alike(one.now, one.then)]
    for step in steps:
        state = step.now or step.then
        assert state is not None  # noqa: S101 - one of the two is there, or they are alike
        lookup.learn_id(step.kind.table, step.uuid, state["key"])
    shown = (
        Alteration(_record(translator, one, one.now), _record(translator, one, one.then))
        for one in steps[:SHOWN]
    )
    title = history.title_of(connection, sequence or None) or ""
    articles = tuple(_by_article(connection, steps))
    return JumpPreview(sequence, title, articles, tuple(shown), len(steps))


def _record(translator: Translator, step: Step, state: State | None) -> Record | None:
    return translator.record(step.kind, step.uuid, state) if state is not None else None


def _by_article(connection: Connection, steps: list[Step]) -> Iterable[ArticleAlterations]:
    of_claim = _articles_of_claims(connection, steps)
    counts: dict[int | None, Counter[str]] = {}
    for step in steps:
        article = _article_of(step, of_claim)
        counts.setdefault(article, Counter())[_what(step)] += 1
    known: dict[int, tuple[str, str]] = {}
    for chunk in chunks([key for key in counts if key is not None]):
        for key, uuid, title in connection.execute(_ARTICLES, {"of_keys": chunk}):
            known[key] = (uuid, title)
    for article in sorted(counts, key=lambda key: (key is None, key or 0)):
        uuid, title = known[article] if article is not None else (None, "")
        count = counts[article]
        yield ArticleAlterations(uuid, title, count["added"], count["changed"], count["removed"])


def _what(step: Step) -> str:
    there = step.now is not None and not step.now.get("removed")
    will_be = step.then is not None and not step.then.get("removed")
    if there and will_be:
        return "changed"
    return "added" if will_be else "removed"


def _article_of(step: Step, of_claim: dict[int, int]) -> int | None:
    state = step.now or step.then or {}
    if step.kind is ARTICLE:
        return int(state["key"])
    if step.kind is CLAIM:
        return of_claim.get(state["key"])
    return state.get("article_key")


def _articles_of_claims(connection: Connection, steps: list[Step]) -> dict[int, int]:
    """Return the article of each claim record among the steps, by its highlights then and now."""
    found = {
        state["claim_key"]: state["article_key"]
        for step in steps
        for state in (step.now, step.then)
        if state is not None and state.get("claim_key")
    }
    claims = [(one.now or one.then or {})["key"] for one in steps if one.kind is CLAIM]
    for chunk in chunks([key for key in claims if key not in found]):
        found |= dict(iter(connection.execute(_CLAIMED, {"of_keys": chunk})))
    return found
