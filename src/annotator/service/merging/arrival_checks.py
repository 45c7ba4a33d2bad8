"""What comes against the texts and ids that are known, before any of it is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.service.bundle.content import Scope
from annotator.service.bundle.quoted_places import misplaced
from annotator.service.bundle.references import References
from annotator.service.bundle.text_shelf import TextShelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.service.bundle.bundle import Bundle
    from annotator.service.ports import Queries
    from annotator.team.shared import SharedObject

# Of these every bundle has all, however little of a project is sent.
_ALWAYS: Final = frozenset({"label", "reviewer"})


class ArrivalChecks:
    """Finds faults with objects of a bundle: in what they name, and in where they lie."""

    def __init__(
        self, queries: Queries, content: Bundle, text_of: Callable[[str], str | None]
    ) -> None:
        self._queries = queries
        self._whole = content.facts.scope is Scope.FULL
        self._text_of = TextShelf(text_of).text
        self._references = References()
        for person in content.people():
            self._references.person(person)
        for kind in ("label", "article"):
            for one in content.objects(kind):
                self._references.declare(one)
        for one in content.removed():
            self._references.declare(one)

    def faults(self, one: SharedObject) -> Iterator[str]:
        """Yield what is wrong with an object; costs what it names, and the slices it quotes.

        Claim records have to come before the highlights that name them.
        """
        if one.kind == "claim":
            self._references.declare(one)
        for kind, other in self._references.unknown(one):
            if (self._whole or kind in _ALWAYS) and not self._is_here(kind, other):
                yield f"there is no {kind} {other}"
        yield from misplaced(one, self._text_of)

    def _is_here(self, kind: str, other: str) -> bool:
        if kind == "reviewer":
            return any(one.reviewer.id == other for one in self._queries.people())
        return bool(self._queries.shared_objects(kind, [other]))
