"""Which article and which label of ours is meant by one that comes: by id, text, or likeness.

Two that turn out to be one thing keep both ids; the smaller one is its name from then on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.core.likeness import tells, text_shingles
from annotator.service.merging.values import renamed
from annotator.team.fields import MEANING
from annotator.team.shared import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.service.bundle.bundle import Bundle
    from annotator.service.ports import Queries
    from annotator.team.shared import SharedObject

# So alike have texts to be that nobody is asked whether they are of one article.
SURELY_ALIKE: Final = 0.8


class Matching:
    """Finds ours for what comes, and knows under which id both go from then on."""

    def __init__(self, queries: Queries, content: Bundle) -> None:
        self._queries, self._content = queries, content
        self.names: dict[str, str] = {}
        self._brought = {
            kind: {each for one in content.objects(kind) for each in (one.id, *one.aliases)}
            for kind in ("article", "label")
        }

    def named(self, found: SharedObject) -> SharedObject:
        """Return an object under the names that it, and what it names, go by from now on."""
        return renamed(found, self.names) if self.names else found

    def ours(self, kind: str, theirs: Iterable[SharedObject]) -> dict[str, SharedObject]:
        """Return ours for objects that come, by the ids of those, where there are any."""
        wanted = {each: one.id for one in theirs for each in (one.id, *one.aliases)}
        there = self._queries.shared_objects(kind, list(wanted))
        return {wanted[asked]: found for asked, found in there.items()}

    def articles(self, theirs: list[SharedObject]) -> dict[str, SharedObject]:
        """Return ours for articles that come: of that id, of that text, or of nearly that."""
        found = self.ours("article", theirs)
        missing = [one for one in theirs if one.id not in found and one.there]
        by_text = self._queries.articles_with_texts([_digest(one) for one in missing])
        local = {one.id: by_text.get(_digest(one)) or self._alike(one) for one in missing}
        there = self._queries.shared_objects("article", [one for one in local.values() if one])
        taken = {one.id for one in found.values()}
        for their_id, our_id in local.items():
            known = there.get(our_id) if our_id else None
            # What they tell apart is not one thing, nor what two of them would be.
            if known is not None and known.id not in taken and not self._told_apart(known):
                found[their_id] = known
                taken.add(known.id)
        self._unite(theirs, found)
        return found

    def labels(self, theirs: list[SharedObject]) -> dict[str, SharedObject]:
        """Return ours for labels that come: of that id, or of that key and definition."""
        found = self.ours("label", theirs)
        taken = {one.id for one in found.values()}
        alike: dict[str, SharedObject] = {}
        for known in self._queries.all_shared("label"):
            if known.id not in taken and not self._told_apart(known):
                alike.setdefault(_meaning(known), known)
        for one in theirs:
            if one.id not in found and one.there and _meaning(one) in alike:
                found[one.id] = alike.pop(_meaning(one))
        self._unite(theirs, found)
        return found

    def _told_apart(self, known: SharedObject) -> bool:
        return not self._brought[known.kind].isdisjoint((known.id, *known.aliases))

    def _alike(self, theirs: SharedObject) -> str | None:
        """Return the article whose words are nearly those of one that comes, if there is one."""
        text = self._content.text(_digest(theirs))
        sample = text_shingles(text) if text is not None else set()
        if not tells(sample):
            return None
        nearest = next(iter(self._queries.resembling(sample)), None)
        return nearest.article.id if nearest and nearest.share >= SURELY_ALIKE else None

    def _unite(self, theirs: Iterable[SharedObject], ours: Mapping[str, SharedObject]) -> None:
        for one in theirs:
            known = ours.get(one.id)
            if known is not None:
                ids = {one.id, *one.aliases, known.id, *known.aliases}
                self.names |= dict.fromkeys(ids - {min(ids)}, min(ids))


def _digest(article: SharedObject) -> str:
    text = article.shown("text") or {}
    return str(text.get("sha256", ""))


def _meaning(label: SharedObject) -> str:
    """Return what makes two labels of different ids one: the key, and all that defines them."""
    return canonical([label.shown(name) for name in MEANING])
