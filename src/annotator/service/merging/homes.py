"""The articles that highlights of a bundle lie in: their texts, and what has to be carried."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.core.anchor_quote import QuoteFinder
from annotator.core.anchor_values import Outcome
from annotator.service.merging.carrying import WAS, Carrying
from annotator.team.joining import join
from annotator.team.shared import Json, SharedObject, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    TextOf = Callable[[str], str | None]


@dataclass(slots=True)
class Home:
    """An article that a bundle tells of: ours before, if any, and what it becomes.

    ``united`` tells of one that was several here. ``inside`` counts the highlights of one that is
    removed. ``gone`` are those of its highlights
    and marks that go with the merge. ``waiting`` are others, ours before and joined, whose places
    have to be carried into the text that is shown, by their ids.
    """

    before: SharedObject | None
    after: SharedObject
    text_of: TextOf
    inside: int = 0
    united: bool = False
    gone: set[str] = field(default_factory=set)
    waiting: dict[str, tuple[SharedObject | None, SharedObject]] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The hash of the text that is shown from then on."""
        return digest_of(self.after)

    @property
    def retold(self) -> bool:
        """True where another text than before is shown, so that all of ours has to follow."""
        return (
            self.before is not None and self.before.there and digest_of(self.before) != self.shown
        )

    @property
    def gathers(self) -> bool:
        """True where all that lies in it has to be written anew."""
        return self.after.there and (self.retold or self.united)

    @property
    def texts(self) -> set[str]:
        """The hashes of all texts that the article has according to somebody."""
        return {one.value["sha256"] for one in self.after.fields.get("text", ())}

    def settled(self, found: SharedObject) -> SharedObject:
        """Return a highlight or mark without its places in texts that the article has no more."""
        texts = self.texts
        kept = tuple(
            Value(one.version, {text: one.value[text] for text in one.value if text in texts})
            for one in found.fields.get("place", ())
        )
        return _placed(found, kept)

    def lacking(self, found: SharedObject) -> bool:
        """Tell whether a value of its place says nothing of the text that is shown."""
        return any(self.shown not in one.value for one in found.fields.get("place", ()))

    def carried(self) -> Iterator[tuple[SharedObject | None, SharedObject]]:
        """Yield what waited, each with its place in the text that is shown; it waits no more."""
        places = self._carried_places()
        gone = {object_id for (object_id, _), place in places.items() if place is None}
        for object_id, (before, after) in self.waiting.items():
            if object_id in gone:
                yield before, _without(after)
                continue
            values = tuple(
                Value(one.version, {**one.value, self.shown: _said(place, number)})
                if (place := places.get((object_id, number))) is not None
                else one
                for number, one in enumerate(after.fields.get("place", ()))
            )
            yield before, self.settled(_placed(after, values))
        self.waiting.clear()

    def _carried_places(self) -> dict[tuple[str, int], Json]:
        """Return the missing places in the text that is shown; None of a mark that lost its own."""
        asked: defaultdict[tuple[str, str], dict[str, Json]] = defaultdict(dict)
        for object_id, (_, after) in self.waiting.items():
            for number, one in enumerate(after.fields.get("place", ())):
                if self.shown not in one.value and one.value:
                    text = self._best(one.value)
                    asked[after.kind, text][f"{object_id} {number}"] = one.value[text]
        found: dict[tuple[str, int], Json] = {}
        for (kind, text), places in asked.items():
            for key, place in self._into_shown(kind, text, places).items():
                object_id, number_told = key.rsplit(" ", 1)
                found[object_id, int(number_told)] = place
        return found

    def _best(self, places: Mapping[str, Json]) -> str:
        """Return the text, of those that tell a place, from which it is carried."""
        before = digest_of(self.before) if self.before is not None else ""
        at_hand = [text for text in sorted(places) if self.text_of(text) is not None]
        return before if before in at_hand else next(iter([*at_hand, *sorted(places)]))

    def _into_shown(
        self, kind: str, text: str, places: Mapping[str, Json]
    ) -> Mapping[str, Json | None]:
        old, new = self.text_of(text), self.text_of(self.shown)
        if new is None:
            return {}
        if old is None:
            return _by_words(new, places) if kind == "highlight" else dict.fromkeys(places)
        carrying = Carrying(old, new)
        return carrying.highlights(places) if kind == "highlight" else carrying.marks(places)


def digest_of(article: SharedObject) -> str:
    """Return the hash of the text that an article shows; empty where it is gone."""
    return str((article.shown("text") or {}).get("sha256", ""))


def _by_words(text: str, places: Mapping[str, Json]) -> dict[str, Json]:
    """Return where words stand whose own text is not at hand; unless that is sure, they wait."""
    finder = QuoteFinder(text)
    found: dict[str, Json] = {}
    for key, place in places.items():
        anchor = finder.anchor(place["quote"], prefix="", suffix="", hint=None)
        if anchor.outcome is Outcome.PLACED and anchor.span is not None:
            span = [anchor.span.start, anchor.span.end]
            quote = text[anchor.span.start : anchor.span.end]
            found[key] = {"spans": [span], "quote": quote, "cue": None, "unplaced": None}
        else:
            waits = {"outcome": Outcome.LOST.value, "prefix": "", "suffix": "", "candidates": []}
            nowhere: dict[str, Json] = {"spans": [[0, 0]], "quote": place["quote"], "cue": None}
            found[key] = {**nowhere, "unplaced": waits}
    return found


def _said(place: Json, number: int) -> Json:
    """Return a place as the value of that number says it: what is shown is to be reviewed again."""
    return {name: one for name, one in place.items() if number == 0 or name != WAS}


def _placed(found: SharedObject, values: tuple[Value, ...]) -> SharedObject:
    if not values or values == found.fields["place"]:
        return found
    # Two that said the same of one text, or no longer differ, are sorted out as ever.
    fresh = replace(found, fields={**found.fields, "place": values})
    return join(fresh, replace(fresh, fields={}, version={}, removals=()))


def _without(found: SharedObject) -> SharedObject:
    """Return what becomes of a mark whose words altered: gone, as everybody will find."""
    return replace(found, fields={}, version={}, removals=(found.version,))
