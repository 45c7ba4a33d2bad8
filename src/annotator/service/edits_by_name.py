"""What somebody altered in a file of ours by a name, beside which the old key or id still stands.

A table has the label's key and its name, the reviewer's id and name; who edits it by hand alters
what can be read. Where key and id are still those of the highlight here, and the name is another,
the name is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.foreign_values import ForeignFile, ForeignHighlight
    from annotator.core.records import Highlight, Label, Reviewer
    from annotator.service.identity_queries import IdentityQueries
    from annotator.service.import_people import Labels, People

_SIGNS = re.compile("[\\s\x00-\x1f\x7f-\x9f\ufffd]+")


class EditsByName:
    """Tells label and reviewer of a highlight that is here, as the file means them."""

    def __init__(
        self, queries: IdentityQueries, file: ForeignFile, labels: Labels, people: People
    ) -> None:
        self._queries, self._labels, self._people = queries, labels, people
        self._declared = {one.id: one.name for one in file.reviewers if one.id}
        self._former: dict[str, frozenset[str]] = {}

    def label_of(self, one: ForeignHighlight, here: Highlight) -> Label:
        """Return the label, by its name where only that is altered."""
        label = self._labels.of(one.label)
        name = one.label_name.strip()
        if not name or label.id != here.label_id or _shown(name) in self._names_of(label):
            return label
        return self._labels.of(name)

    def reviewer_of(self, one: ForeignHighlight, here: Highlight) -> Reviewer:
        """Return the reviewer, by their name where only that is altered."""
        reviewer = self._people.of(one)
        known = {_shown(reviewer.name), _shown(self._declared.get(one.reviewer_id, ""))}
        if not one.by_name or not one.reviewer or reviewer.id != here.reviewer_id:
            return reviewer
        return reviewer if _shown(one.reviewer) in known else self._people.named(one.reviewer)

    def _names_of(self, label: Label) -> frozenset[str]:
        """Return the names that a label has or had: who renamed it here altered no file."""
        if label.id not in self._former:
            names = {label.name, *self._queries.former_label_names(label.id)}
            self._former[label.id] = frozenset(map(_shown, names))
        return self._former[label.id]


def _shown(name: str) -> str:
    """Return a name without what a table may have altered of it."""
    return _SIGNS.sub(" ", name).strip()
