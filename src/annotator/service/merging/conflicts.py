"""What waits to be settled: who says what, and what it was before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from annotator.core.request_errors import AmbiguousIdError, NotFoundError
from annotator.core.team_errors import NothingDisputedError
from annotator.service.merging.writers import Writers, Written
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
    ``written`` says who wrote ours and theirs; ``sides`` which side says each of theirs, from 0.
    """

    field: str
    ancestor: Json
    ours: Json
    theirs: tuple[Json, ...]
    before_told: str
    ours_told: str
    theirs_told: tuple[str, ...]
    written: tuple[Written, ...]
    sides: tuple[int, ...]

    def said_by(self, side: int | None) -> Json:
        """Return what a side says; None is what is here, as where a side says nothing else."""
        return self.theirs[self.sides.index(side)] if side in self.sides else self.ours

    def told_by(self, side: int | None) -> str:
        """Return what a side says, for people."""
        return self.theirs_told[self.sides.index(side)] if side in self.sides else self.ours_told


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

    @property
    def rivals(self) -> int:
        """The number of sides that stand against what is here."""
        return 1 + max(side for one in self.disputes for side in one.sides)

    def wrote(self, side: int | None) -> Written:
        """Return who wrote what a side says, and when last; None is what is here."""
        told = [
            one.written[0 if side is None else 1 + one.sides.index(side)]
            for one in self.disputes
            if side is None or side in one.sides
        ]
        names = dict.fromkeys(name for one in told for name in one.by)
        return Written(tuple(names), max(one.at for one in told))


def conflicts(queries: Queries) -> Iterator[Conflict]:
    """Yield what waits to be settled, by kind and id; costs that alone."""
    names = {one.id: str(one.shown("name")) for one in queries.all_shared("label")}
    telling = _Telling(queries, Writers(queries), names)
    for found in queries.open_conflicts():
        yield telling.conflict(found)


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


def first_with(queries: Queries, claim_id: str) -> SharedObject | None:
    """Return the first highlight that has a claim record, of those that may be seen."""
    for one in sorted(queries.highlights_of_claims([claim_id])):
        try:
            queries.highlight_by_id(one)
        except NotFoundError:
            continue
        return queries.shared_objects("highlight", [one]).get(one)
    return None


class _Telling:
    """Tells of what is disputed, for people who know labels and colleagues by their names."""

    def __init__(self, queries: Queries, writers: Writers, names: Mapping[str, str]) -> None:
        self._queries, self._writers, self._names = queries, writers, names
        self._here = queries.written_here()

    def conflict(self, found: SharedObject) -> Conflict:
        """Return what is disputed of an object."""
        queries = self._queries
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
            disputes=tuple(self._disputed(found, one) for one in disputes(found, self._here)),
        )

    def _disputed(self, found: SharedObject, one: Dispute) -> Disputed:
        queries = self._queries
        ancestor = queries.value_before(found, one.field) if one.field != PRESENCE else None
        ours, theirs = one.ours.value, tuple(each.value for each in one.theirs)
        values = [ours, *theirs, *([] if ancestor is None else [ancestor])]
        if found.kind == "article" and one.field == "text":
            told = _around([queries.text_with(each["sha256"]) or "" for each in values])
        else:
            told = [_told(one.field, each, self._names) for each in values]
            told = _around(told) if max(map(len, told)) > _SHOWN else told
        ours_told, *theirs_told = told[: 1 + len(theirs)]
        return Disputed(
            field=one.field,
            ancestor=ancestor,
            ours=ours,
            theirs=theirs,
            before_told=told[-1] if ancestor is not None else "",
            ours_told=ours_told,
            theirs_told=tuple(theirs_told),
            written=self._writers.all_wrote(found, one.field, one.ours, one.theirs),
            sides=one.sides,
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
