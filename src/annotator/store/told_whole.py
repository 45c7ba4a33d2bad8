"""What is told of a project whole, whatever of it may be looked at: what travels and what comes.

A bundle or a merge that lacked something would take it from others, and an import that did not
know of a highlight would bring it a second time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from annotator.core.records import ClaimRecord, Highlight
    from annotator.service.team_ports import Person
    from annotator.store.project_store import ProjectStore
    from annotator.team.shared import Json, SharedObject


class ToldWhole:
    """Asks the whole project what it takes to exchange it."""

    _whole: ProjectStore

    def shared_objects(self, kind: str, ids: Collection[str]) -> dict[str, SharedObject]:
        """Return those of some objects that are known, by the ids asked for."""
        return self._whole.shared_objects(kind, ids)

    def all_shared(self, kind: str) -> Iterator[SharedObject]:
        """Yield the objects of a kind outside the trash by the ids that a team knows them by."""
        return self._whole.all_shared(kind)

    def removed_shared(self, kind: str) -> Iterator[SharedObject]:
        """Yield the objects of a kind that were removed, by id; articles in the trash are, too."""
        return self._whole.removed_shared(kind)

    def shared_in(self, article_id: str) -> Iterator[SharedObject]:
        """Yield the highlights and marks of an article that is outside the trash."""
        return self._whole.shared_in(article_id)

    def altered_since(self, sequence: int) -> Iterator[tuple[str, str]]:
        """Yield kind and id of each object that was altered after a change, each once."""
        return self._whole.altered_since(sequence)

    def retold_since(self, sequence: int) -> set[str]:
        """Return the articles that got another text after a change, by the ids a team knows."""
        return self._whole.retold_since(sequence)

    def value_before(self, found: SharedObject, field: str) -> Json:
        """Return what a disputed field said before it was written to here; None if unknown."""
        return self._whole.value_before(found, field)

    def made_by(self, replica: str, counter: int) -> tuple[str, str] | None:
        """Return who made a change, and when where that is known; None where nobody knows."""
        return self._whole.made_by(replica, counter)

    def authors(self) -> list[Person]:
        """Return those whose work the project holds, by id: whoever it names of an object."""
        return self._whole.authors()

    def highlights_of_claims(self, claim_ids: Collection[str]) -> set[str]:
        """Return the ids of the highlights that share some claim records."""
        return self._whole.highlights_of_claims(claim_ids)

    def highlights_of_label(self, label_id: str) -> list[str]:
        """Return the ids of the highlights that have a label, in the trash or not."""
        return self._whole.highlights_of_label(label_id)

    def highlight_states(
        self, highlight_ids: Collection[str]
    ) -> dict[str, tuple[Highlight, ClaimRecord | None]]:
        """Return those of some highlights that are there, outside the trash, by their ids."""
        return self._whole.highlight_states(highlight_ids)

    def removed_ids(self, highlight_ids: Collection[str]) -> set[str]:
        """Return those of some highlights that somebody removed, or their article."""
        return self._whole.removed_ids(highlight_ids)
