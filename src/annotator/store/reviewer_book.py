"""The reviewers who work on this computer; one of them works at a time, unless told otherwise.

The file names the one who works first, as it did when there was but one: an older program reads
that one and leaves the others out of account.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Final

from annotator.core.project_errors import ProfileUnwritableError
from annotator.core.records import Reviewer
from annotator.core.reviewer_errors import (
    BadReviewerNameError,
    ReviewerThereError,
    UnknownReviewerError,
)
from annotator.store.clock import new_id
from annotator.store.columns import is_uuid
from annotator.store.files import beside
from annotator.store.profile import load_reviewer

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_NAME: Final = 100


class ReviewerBook:
    """Reads and writes who works here; every question reads the file as it is now."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def known(self) -> list[Reviewer]:
        """Return everyone, the one who works first; somebody is there in any case."""
        first = load_reviewer(self._path)
        others = (one for one in self._others() if one.id != first.id)
        return [first, *{one.id: one for one in others}.values()]

    def named(self, name: str) -> Reviewer:
        """Return the reviewer of a name, or of an id; raise ``UnknownReviewerError``."""
        known = self.known()
        for fits in (_has_id, _has_name, _is_called):
            found = [one for one in known if fits(one, name)]
            if len(found) == 1:
                return found[0]
        raise UnknownReviewerError(name, known=tuple(one.name for one in known))

    def choose(self, name: str) -> Reviewer:
        """Let a reviewer be the one who works from now on; raise ``UnknownReviewerError``."""
        chosen = self.named(name)
        self._write([chosen, *(one for one in self.known() if one.id != chosen.id)])
        return chosen

    def add(self, name: str) -> Reviewer:
        """Add a reviewer, who works from now on.

        Raises:
            ReviewerThereError: somebody has that name.
            BadReviewerNameError: nobody can have it.

        """
        known = self.known()
        fresh = Reviewer(new_id(), _free_name(name, known))
        self._write([fresh, *known])
        return fresh

    def rename(self, reviewer_id: str, name: str) -> Reviewer:
        """Give a reviewer another name; a project takes it over with the next change made there.

        Raises:
            UnknownReviewerError: there is no such reviewer.
            ReviewerThereError: somebody else has that name.
            BadReviewerNameError: nobody can have it.

        """
        known, found = self.known(), self.named(reviewer_id)
        told = _free_name(name, [one for one in known if one.id != found.id])
        renamed = replace(found, name=told)
        self._write([renamed if one.id == found.id else one for one in known])
        return renamed

    def _others(self) -> list[Reviewer]:
        try:
            told = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return []
        listed = told.get("others") if isinstance(told, dict) else None
        listed = listed if isinstance(listed, list) else []
        return [found for one in listed if (found := _reviewer(one)) is not None]

    def _write(self, everyone: list[Reviewer]) -> None:
        first, *others = everyone
        told = {**asdict(first), "others": [asdict(one) for one in others]}
        part = beside(self._path)
        try:
            part.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
            part.replace(self._path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise ProfileUnwritableError(self._path, error.strerror or str(error)) from error


def _reviewer(entry: Any) -> Reviewer | None:  # noqa: ANN401 - anything JSON can hold
    match entry:
        case {"id": str(reviewer_id), "name": str(name)} if is_uuid(reviewer_id):
            return Reviewer(reviewer_id, name)
    return None


def _free_name(name: str, others: list[Reviewer]) -> str:
    told = " ".join(name.split())
    if not 0 < len(told) <= LONGEST_NAME or not told.isprintable():
        raise BadReviewerNameError(most=LONGEST_NAME)
    if any(one.name.casefold() == told.casefold() for one in others):
        raise ReviewerThereError(told)
    return told


def _has_id(one: Reviewer, name: str) -> bool:
    return one.id == name.lower()


def _has_name(one: Reviewer, name: str) -> bool:
    return one.name == name


def _is_called(one: Reviewer, name: str) -> bool:
    return one.name.casefold() == " ".join(name.split()).casefold()
