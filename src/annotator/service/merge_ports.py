"""What sending and merging ask of a project beside its shared objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from annotator.core.records import Revision
    from annotator.service.team_ports import Person
    from annotator.team.shared import Json, SharedObject


class MergeQueries(Protocol):
    """What can be asked of a project by what goes to colleagues and comes from them."""

    def revision(self, revision_id: str) -> Revision:
        """Return a revision with its text; raise ``NotFoundError``."""
        ...

    def authors(self) -> list[Person]:
        """Return those whose work the project holds, by id: whoever it names of a shared object.

        Who only looked, or merged, is none of them. ``extra`` says where they wrote.
        """
        ...

    def made_by(self, replica: str, counter: int) -> tuple[str, str] | None:
        """Return the id of who made a change, and when; None where nobody knows.

        When is empty where the change was made elsewhere.
        """
        ...

    def shared_in(self, article_id: str) -> Iterator[SharedObject]:
        """Yield the highlights and marks of an article that is outside the trash."""
        ...

    def text_with(self, sha256: str) -> str | None:
        """Return the text that has a digest, if an article has it or had it once."""
        ...

    def highlights_of_claims(self, claim_ids: Collection[str]) -> set[str]:
        """Return the ids of the highlights that share some claim records."""
        ...

    def highlights_of_label(self, label_id: str) -> list[str]:
        """Return the ids of the highlights that have a label, in the trash or not."""
        ...

    def retold_since(self, sequence: int) -> set[str]:
        """Return the articles that got another text after a change, by the ids a team knows."""
        ...

    def value_before(self, found: SharedObject, field: str) -> Json:
        """Return what a disputed field said before it was written to here; None if unknown.

        It is the newest value in the history that all who wrote to the field since knew of.
        """
        ...


class MergeWork(Protocol):
    """What settling asks of a unit of work."""

    def text_with(self, sha256: str) -> str | None:
        """Return the text that has a digest, if an article has it or had it once."""
        ...

    def shared_in(self, article_id: str) -> Iterator[SharedObject]:
        """Yield the highlights and marks of an article that is outside the trash."""
        ...

    def highlights_of_claims(self, claim_ids: Collection[str]) -> set[str]:
        """Return the ids of the highlights that share some claim records."""
        ...

    def removed_along(self) -> frozenset[str]:
        """Return the claim records that are disputed to be there together with a highlight.

        What is settled of the highlight decides of them.
        """
        ...
