"""Whether what the objects of a bundle refer to is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.core.seen_texts import SeenTexts
from annotator.service.bundle.lines import in_order
from annotator.team.fields import FINISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.bundle.content import Person
    from annotator.team.shared import Json, SharedObject

# What a field refers to: where in its value, and to what.
_REFERENCES: Final[dict[str, dict[str, tuple[tuple[str, str], ...]]]] = {
    "label": {"parent": (("", "label"),)},
    "highlight": {
        "made": (("article", "article"),),
        "label": (("", "label"),),
        "reviewer": (("", "reviewer"),),
        "claim": (("", "claim"),),
    },
    "mark": {"made": (("article", "article"), ("reviewer", "reviewer"))},
}


class References:
    """The ids that a bundle has, removed ones and aliases included, and the names they have."""

    def __init__(self) -> None:
        self._ids: dict[str, set[str] | SeenTexts] = {
            "article": set[str](),
            "label": set[str](),
            "reviewer": set[str](),
            # There may be very many of them.
            "claim": SeenTexts(),
        }
        self.reviewers: dict[str, str] = {}
        self.labels: dict[str, str] = {}

    def person(self, one: Person) -> None:
        """Take note of a reviewer."""
        self._ids["reviewer"].add(one.id)
        self.reviewers[one.id] = one.name

    def declare(self, one: SharedObject) -> None:
        """Take note of an object that others may refer to."""
        if one.kind not in self._ids:
            return
        for name in (one.id, *one.aliases):
            self._ids[one.kind].add(name)
        if one.kind == "label" and one.there:
            self.labels[one.id] = in_order(one).shown("name") or ""

    def unknown(self, one: SharedObject) -> Iterator[tuple[str, str]]:
        """Yield what an object refers to that is not in the bundle: its kind and id."""
        for name, wanted in _REFERENCES.get(one.kind, {}).items():
            for value in one.fields.get(name, ()):
                for key, kind in wanted:
                    found: Json = (value.value or {}).get(key) if key else value.value
                    if found is not None and found not in self._ids[kind]:
                        yield kind, found
        for name in one.fields if one.kind == "article" else ():
            if name.startswith(FINISHED):
                reviewer = name.removeprefix(FINISHED)
                if reviewer not in self._ids["reviewer"]:
                    yield "reviewer", reviewer
