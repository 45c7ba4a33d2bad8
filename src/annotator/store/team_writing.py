"""What a unit of work does for a merge."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from annotator.store import schema
from annotator.store.arriving import Arriving

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from annotator.core.records import Reviewer, Revision
    from annotator.service.team_ports import Person
    from annotator.store.alterations import Alterations
    from annotator.store.edit_logs import EditLogs
    from annotator.store.lookup import Lookup
    from annotator.store.translate import Translator
    from annotator.store.writer import Draft
    from annotator.team.shared import SharedObject
    from annotator.team.versions import Version


class TeamWriting:
    """Objects brought in just the state that they are given in, and what that asks."""

    _queries: EditLogs
    _draft: Draft
    _lookup: Lookup
    _translator: Translator
    _alterations: Alterations

    @cached_property
    def _arriving(self) -> Arriving:
        return Arriving(self._draft.door, self._lookup, self._translator)

    def shared_objects(self, kind: str, ids: Collection[str]) -> dict[str, SharedObject]:
        """Return those of some objects that are known, by the ids asked for."""
        return self._queries.shared_objects(kind, ids)

    def texts_of(self, article_id: str) -> Mapping[tuple[str, str], str]:
        """Return the ids of an article's revisions by the digests of their texts and cuts."""
        return self._queries.texts_of(article_id)

    def text_with(self, sha256: str) -> str | None:
        """Return the text that has a digest, if an article has it or had it once."""
        return self._queries.text_with(sha256)

    def shared_in(self, article_id: str) -> Iterator[SharedObject]:
        """Yield the highlights and marks of an article that is outside the trash."""
        return self._queries.shared_in(article_id)

    def highlights_of_claims(self, claim_ids: Collection[str]) -> set[str]:
        """Return the ids of the highlights that share some claim records."""
        return self._queries.highlights_of_claims(claim_ids)

    def removed_along(self) -> frozenset[str]:
        """Return the claim records that are disputed to be there together with a highlight."""
        return self._queries.removed_along()

    def written_here(self) -> Version:
        """Return the version of all changes in the history: what was done here."""
        return self._queries.written_here()

    def people(self) -> list[Person]:
        """Return everyone whose work the project holds."""
        return self._queries.people()

    @property
    def own_version(self) -> dict[str, int]:
        """The version of the change that this unit of work makes, and of nothing else."""
        stamp = self._draft.door.stamp
        return {self._lookup.uuid(schema.replica, stamp.replica_key): stamp.counter}

    def take_person(self, person: Person) -> Reviewer:
        """Make a reviewer known, or rename one, and return them as the project knows them."""
        people = self._draft.door.people
        return people.take(person.reviewer, renamed=person.renamed, extra=person.extra)

    def take_text(self, article_id: str, revision: Revision) -> None:
        """Take a text of an article that is there, or comes in this unit of work."""
        self._alterations.note_all(self._arriving.articles.take_text(article_id, revision))

    def bring_shared(self, objects: Iterable[SharedObject], *, placed: int = 0) -> None:
        """Bring objects to just the state that they are given in.

        ``placed`` is how many of them are highlights, marks and claim records, where it is known.
        """
        self._alterations.expect(placed)
        self._alterations.note_all(self._arriving.bring(objects))

    def _finish_arrivals(self) -> None:
        """Take away what others may have named until the end."""
        if "_arriving" in self.__dict__:
            self._alterations.note_all(self._arriving.finish())
