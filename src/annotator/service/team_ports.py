"""What a team asks of a project: its objects as replicas exchange them, and to write them so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from annotator.core.records import Reviewer, Revision
    from annotator.team.shared import Json, SharedObject
    from annotator.team.versions import Version


@dataclass(frozen=True, slots=True)
class Person:
    """A reviewer, and how often they were renamed: the name of the higher number is newer.

    ``extra`` is what a bundle said of them that nobody here understands.
    """

    reviewer: Reviewer
    renamed: int
    extra: Mapping[str, Json] = field(default_factory=dict)


class SharedQueries(Protocol):
    """What can be asked for inside a unit of work, too."""

    def shared_objects(self, kind: str, ids: Collection[str]) -> dict[str, SharedObject]:
        """Return those of some objects that are known, by the ids asked for.

        An id may be an alias. What was removed comes as that, articles in the trash too; what
        came and was undone is not known. The texts of highlights are those of now.
        """
        ...

    def texts_of(self, article_id: str) -> Mapping[tuple[str, str], str]:
        """Return the ids of an article's revisions by the digests of their texts and cuts.

        Of several with one text and cut it is the first; nothing where there is no such article.
        """
        ...

    def written_here(self) -> Version:
        """Return the version of all changes in the history: what was done here, and not elsewhere.

        A file that was copied or moved writes as another replica from then on, and what it wrote
        before stays its own.
        """
        ...

    def people(self) -> list[Person]:
        """Return everyone whose work the project holds."""
        ...


class TeamQueries(SharedQueries, Protocol):
    """What a bundle is made of."""

    def all_shared(self, kind: str) -> Iterator[SharedObject]:
        """Yield the objects of a kind outside the trash by the ids that a team knows them by.

        Others may write in between.
        """
        ...

    def removed_shared(self, kind: str) -> Iterator[SharedObject]:
        """Yield the objects of a kind that were removed, by id; articles in the trash are, too."""
        ...

    def altered_since(self, sequence: int) -> Iterator[tuple[str, str]]:
        """Yield kind and id of each object that was altered after a change, each once.

        It costs what was altered. An article that left the trash brings along what lies in it.
        """
        ...

    def open_conflicts(self) -> Iterator[SharedObject]:
        """Yield the objects, by kind, of which something waits to be settled."""
        ...

    def hides(self, article_id: str) -> bool:
        """Tell whether others' highlights of an article are hidden; to some, none are."""
        ...

    def hidden_conflicts(self) -> int:
        """Count the objects of which something waits to be settled that are hidden."""
        ...


class TeamWork(SharedQueries, Protocol):
    """What a unit of work does for a merge."""

    @property
    def own_version(self) -> Version:
        """The version of the change that this unit of work makes, and of nothing else."""
        ...

    def take_person(self, person: Person) -> Reviewer:
        """Make a reviewer known, or rename one, and return them as the project knows them."""
        ...

    def take_text(self, article_id: str, revision: Revision) -> None:
        """Take a text of an article that is there, or comes in this unit of work.

        One that the article has already, sentences included, stays the only one.
        """
        ...

    def bring_shared(self, objects: Iterable[SharedObject], *, placed: int = 0) -> None:
        """Bring objects to just the state that they are given in.

        They come by kind: labels, guideline, articles, claim records, highlights, marks. Texts
        and reviewers were taken before, and a highlight or mark has a place in the present text
        of its article. ``placed`` is how many highlights, marks and claim records there are among
        them, where that is known.

        Raises:
            NotFoundError: if one names what the project does not hold.
            OutsideTextError: if a span ends after the text.
            ValueError: if one has no place in the present text.
        """
        ...


class TeamStore(Protocol):
    """What a project remembers beside its changes."""

    def remember_sent(self, bundle_id: str, sequence: int, kind: str) -> None:
        """Remember a bundle that was made; no change is on record for it."""
        ...
