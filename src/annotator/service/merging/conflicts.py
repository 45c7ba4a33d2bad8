"""What waits to be settled: who says what, and what it was before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from annotator.core.request_errors import AmbiguousIdError, NotFoundError
from annotator.core.team_errors import NothingDisputedError
from annotator.team.fields import MADE
from annotator.team.joining import PRESENCE
from annotator.team.settling import disputes
from annotator.team.shared import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.service.ports import Queries
    from annotator.team.settling import Dispute
    from annotator.team.shared import Json, SharedObject

# Of texts, so much is told around the first place where they differ.
_BEFORE: Final = 12
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Disputed:
    """A field that says one thing here and others elsewhere; ``ancestor`` is what it said before.

    ``before_told``, ``ours_told`` and ``theirs_told`` say the same for people: names in place of
    ids, words in place of positions. Where it is not known what it said before, nothing is told.
    """

    field: str
    ancestor: Json
    ours: Json
    theirs: tuple[Json, ...]
    before_told: str
    ours_told: str
    theirs_told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An object of which something waits to be settled; ``article_id`` is empty outside of any.

    A claim record is told of with the first highlight that has it.
    """

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
    placed = first_with(queries, found.id) if found.kind == "claim" else found
    article_id = ((placed and placed.shown(MADE)) or {}).get("article", "")
    article_id = found.id if found.kind == "article" else article_id
    article = (
        queries.shared_objects("article", [article_id]).get(article_id) if article_id else None
    )
    title = str((article.shown("title") if article else found.shown("name")) or "")
    places = list(((placed and placed.shown("place")) or {}).values())
    quote = str(places[0].get("quote", "")) if places else ""
    return Conflict(
        id=found.id,
        kind=found.kind,
        article_id=article_id,
        title=title,
        quote=quote,
        disputes=tuple(
            _disputed(queries, found, one, names) for one in disputes(found, queries.written_here())
        ),
    )


def first_with(queries: Queries, claim_id: str) -> SharedObject | None:
    """Return the first highlight that has a claim record, of those that may be seen."""
    for one in sorted(queries.highlights_of_claims([claim_id])):
        try:
            queries.highlight_by_id(one)
        except NotFoundError:
            continue
        return queries.shared_objects("highlight", [one]).get(one)
    return None


def _disputed(
    queries: Queries, found: SharedObject, one: Dispute, names: Mapping[str, str]
) -> Disputed:
    ancestor = queries.value_before(found, one.field) if one.field != PRESENCE else None
    values = [one.ours, *one.theirs, *([] if ancestor is None else [ancestor])]
    if found.kind == "article" and one.field == "text":
        told = _around([queries.text_with(each["sha256"]) or "" for each in values])
    else:
        told = [_told(one.field, each, names) for each in values]
        told = _around(told) if max(map(len, told)) > _SHOWN else told
    ours_told, *theirs_told = told[: 1 + len(one.theirs)]
    return Disputed(
        field=one.field,
        ancestor=ancestor,
        ours=one.ours,
        theirs=one.theirs,
        before_told=told[-1] if ancestor is not None else "",
        ours_told=ours_told,
        theirs_told=tuple(theirs_told),
    )


def _around(texts: Sequence[str]) -> list[str]:
    """Return of texts what stands around the first place where they differ."""
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False))
    at = max(sum(1 for _ in alike) - _BEFORE, 0)
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
