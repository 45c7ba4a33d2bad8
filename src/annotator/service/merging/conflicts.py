"""What waits to be settled: who says what, and what it was before."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import commonprefix
from typing import TYPE_CHECKING, Final

from annotator.core.request_errors import AmbiguousIdError
from annotator.core.team_errors import NothingDisputedError
from annotator.team.fields import MADE
from annotator.team.joining import PRESENCE
from annotator.team.settling import disputes
from annotator.team.shared import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.service.ports import Queries
    from annotator.team.settling import Dispute
    from annotator.team.shared import Json, SharedObject

# Of texts, so much is told around the first place where they differ.
_BEFORE: Final = 12
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Disputed:
    """A field that says one thing here and others elsewhere; ``ancestor`` is what it said before.

    ``ours_told`` and ``theirs_told`` say the same for people: names in place of ids, words in
    place of positions.
    """

    field: str
    ancestor: Json
    ours: Json
    theirs: tuple[Json, ...]
    ours_told: str
    theirs_told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An object of which something waits to be settled; ``article_id`` is empty outside of any."""

    id: str
    kind: str
    article_id: str
    title: str
    quote: str
    disputes: tuple[Disputed, ...]


def conflicts(queries: Queries) -> Iterator[Conflict]:
    """Yield what waits to be settled, by kind and id; costs that alone."""
    names = {one.id: str(one.shown("name")) for one in queries.all_shared("label")}
    for found in queries.open_conflicts():
        yield _conflict(queries, found, names)


def conflict_named(queries: Queries, named: str) -> Conflict:
    """Return the conflict of that id, or the only one whose id begins or ends so.

    Raises:
        NothingDisputedError: nothing of that id waits to be settled.
        AmbiguousIdError: several do.

    """
    wanted = named.lower()
    fitting = [
        one for one in conflicts(queries) if one.id.startswith(wanted) or one.id.endswith(wanted)
    ]
    if not wanted or not fitting:
        raise NothingDisputedError(named)
    if len(fitting) > 1 and wanted not in {one.id for one in fitting}:
        raise AmbiguousIdError("conflict", named)
    return next((one for one in fitting if one.id == wanted), fitting[0])


def _conflict(queries: Queries, found: SharedObject, names: Mapping[str, str]) -> Conflict:
    article_id = (found.shown(MADE) or {}).get("article", "")
    article_id = found.id if found.kind == "article" else article_id
    article = (
        queries.shared_objects("article", [article_id]).get(article_id) if article_id else None
    )
    title = str((article.shown("title") if article else found.shown("name")) or "")
    places = list((found.shown("place") or {}).values())
    quote = str(places[0].get("quote", "")) if places else ""
    return Conflict(
        id=found.id,
        kind=found.kind,
        article_id=article_id,
        title=title,
        quote=quote,
        disputes=tuple(
            _disputed(queries, found, one, names) for one in disputes(found, queries.replica_id)
        ),
    )


def _disputed(
    queries: Queries, found: SharedObject, one: Dispute, names: Mapping[str, str]
) -> Disputed:
    ours_told, *theirs_told = _all_told(queries, one, names)
    return Disputed(
        field=one.field,
        ancestor=queries.value_before(found, one.field) if one.field != PRESENCE else None,
        ours=one.ours,
        theirs=one.theirs,
        ours_told=ours_told,
        theirs_told=tuple(theirs_told),
    )


def _all_told(queries: Queries, one: Dispute, names: Mapping[str, str]) -> list[str]:
    """Return what is said of a field, ours first, for people."""
    values = [one.ours, *one.theirs]
    if one.field != "text":
        return [_told(one.field, each, names) for each in values]
    texts = [queries.text_with(each["sha256"]) or "" for each in values]
    at = max(len(commonprefix(texts)) - _BEFORE, 0)
    if len(set(texts)) == 1:
        return ["the same words in other sentences" for _ in texts]
    return [" ".join(each[at : at + _SHOWN].split()) for each in texts]


def _told(field: str, value: Json, names: Mapping[str, str]) -> str:
    if field == PRESENCE:
        return "kept" if value else "removed"
    if field == "place":
        return " / ".join(dict.fromkeys(str(each.get("quote", "")) for each in value.values()))
    if field == "label":
        return names.get(value, str(value))
    return value if isinstance(value, str) else canonical(value)
