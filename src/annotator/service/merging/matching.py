"""Which article and which label of ours is meant by one that comes: by id, text, or likeness.

Those that turn out to be one thing keep all their ids; the smallest is its name from then on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING, Final

from annotator.core.likeness import tells, text_shingles
from annotator.service.merging.pieces import chunks
from annotator.service.merging.sameness import Sameness
from annotator.service.merging.values import renamed
from annotator.team.fields import MEANING
from annotator.team.joining import join
from annotator.team.shared import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.service.bundle.bundle import Bundle
    from annotator.service.ports import Queries
    from annotator.team.shared import SharedObject

    # What is one thing: ours, joined, and all that comes of it, joined.
    Pair = tuple[SharedObject | None, SharedObject]

# So alike have texts to be that nobody is asked whether they are of one article.
SURELY_ALIKE: Final = 0.8


class Matching:
    """Finds ours for what comes, and knows under which id both go from then on.

    ``former`` has the ids that ours went by until now, where those are others, by their name.
    """

    def __init__(self, queries: Queries, content: Bundle) -> None:
        self.former: dict[str, tuple[str, ...]] = {}
        self._queries, self._content = queries, content
        self._same = Sameness()
        self._brought: dict[str, Counter[str]] = {}

    @property
    def names(self) -> dict[str, str]:
        """The ids that things go by from now on, by others that they have."""
        return self._same.names

    def name(self, one: str) -> str:
        """Return the id that an article or a label goes by from now on, by any that it has."""
        return self._same.name(one)

    def named(self, found: SharedObject) -> SharedObject:
        """Return an object under the names that it, and what it names, go by from now on."""
        return renamed(found, self.names) if self.names else found

    def unites(self, name: str) -> bool:
        """Tell whether several of ours turn out to be one."""
        return len(self.former.get(name, ())) > 1

    def ours(self, kind: str, theirs: Iterable[SharedObject]) -> dict[str, SharedObject]:
        """Return ours for objects that come, by their ids; of kinds that have but one id each."""
        return self._queries.shared_objects(kind, [one.id for one in theirs])

    def articles(self) -> Iterator[Pair]:
        """Yield the articles that come: ours are those of that id, of that text, or nearly that."""
        gone = self._gone("article")
        self._bring("article", chain(self._content.whole_objects("article"), gone))
        self._known("article", gone)
        for some in chunks(self._content.whole_objects("article")):
            found = self._known("article", some)
            missing = [one for one in some if one.id not in found]
            by_text = self._queries.articles_with_texts([_digest(one) for one in missing])
            local = {one.id: by_text.get(_digest(one)) or self._alike(one) for one in missing}
            wanted = [one for one in local.values() if one]
            there = self._queries.shared_objects("article", wanted)
            for their_id, our_id in local.items():
                known = there.get(our_id) if our_id else None
                # What they tell apart is not one thing, nor what two of them would be.
                if known is not None and not self._told(known):
                    self._unite(known, their_id)
        return self._pairs("article", self._content.whole_objects("article"))

    def labels(self) -> Iterator[Pair]:
        """Yield the labels that come, removed ones too: ours are those of that id, or meaning."""
        theirs = list(self._content.whole_objects("label"))
        gone = self._gone("label")
        self._bring("label", [*theirs, *gone])
        found = self._known("label", [*theirs, *gone])
        alike: dict[str, SharedObject] = {}
        for known in self._queries.all_shared("label"):
            if not self._told(known):
                alike.setdefault(_meaning(known), known)
        for one in theirs:
            if one.id not in found and _meaning(one) in alike:
                self._unite(alike.pop(_meaning(one)), one.id)
        return self._pairs("label", [*theirs, *gone])

    def known(self, kind: str, theirs: SharedObject) -> SharedObject | None:
        """Return all that is ours of an article or a label, as one; None where there is none."""
        ids = self._same.ids(theirs.id) | {theirs.id, *theirs.aliases}
        there = {one.id: one for one in self._queries.shared_objects(kind, sorted(ids)).values()}
        if not there:
            return None
        name = self._same.name(theirs.id)
        if there.keys() != {name}:
            self.former[name] = tuple(sorted(there))
        return reduce(join, map(self.named, there.values()))

    def _gone(self, kind: str) -> list[SharedObject]:
        return [one for one in self._content.removed() if one.kind == kind]

    def _bring(self, kind: str, theirs: Iterable[SharedObject]) -> None:
        """Take note of all that comes of a kind."""
        counts = self._brought[kind] = Counter()
        for one in theirs:
            self._same.unite((one.id, *one.aliases))
            counts[one.id] += 1

    def _known(self, kind: str, theirs: Iterable[SharedObject]) -> set[str]:
        """Take note of ours that have an id of theirs, and return the ids of such as do come."""
        wanted = {each: one.id for one in theirs for each in (one.id, *one.aliases)}
        there = self._queries.shared_objects(kind, list(wanted))
        for asked, found in there.items():
            self._unite(found, wanted[asked])
        return {wanted[asked] for asked in there}

    def _unite(self, known: SharedObject, their_id: str) -> None:
        self._same.unite((their_id, known.id, *known.aliases))
        self._brought[known.kind][known.id] += 0

    def _told(self, known: SharedObject) -> bool:
        """Tell whether one of ours is something that comes already."""
        ids = (each for one in (known.id, *known.aliases) for each in self._same.ids(one))
        return not self._brought[known.kind].keys().isdisjoint(ids)

    def _pairs(self, kind: str, theirs: Iterable[SharedObject]) -> Iterator[Pair]:
        """Yield what is one thing at once, though ours or theirs may have taken it for several."""
        many = Counter(map(self._same.name, self._brought[kind].elements()))
        waiting: defaultdict[str, list[SharedObject]] = defaultdict(list)
        for some in chunks(theirs):
            there = self._at_once(kind, some)
            for one in some:
                name = self._same.name(one.id)
                if many[name] > 1:
                    waiting[name].append(one)
                elif len(self._same.ids(name)) == 1:
                    known = there.get(one.id)
                    yield (self.named(known) if known else None), self.named(one)
                else:
                    yield self.known(kind, one), self.named(one)
        for several in waiting.values():
            yield self.known(kind, several[0]), reduce(join, map(self.named, several))

    def _at_once(self, kind: str, theirs: Iterable[SharedObject]) -> dict[str, SharedObject]:
        alone = [one.id for one in theirs if self._same.ids(one.id) == {one.id}]
        return self._queries.shared_objects(kind, alone)

    def _alike(self, theirs: SharedObject) -> str | None:
        """Return the article whose words are nearly those of one that comes, if there is one."""
        text = self._content.text(_digest(theirs))
        sample = text_shingles(text) if text is not None else set()
        if not tells(sample):
            return None
        nearest = next(iter(self._queries.resembling(sample)), None)
        return nearest.article.id if nearest and nearest.share >= SURELY_ALIKE else None


def _digest(article: SharedObject) -> str:
    text = article.shown("text") or {}
    return str(text.get("sha256", ""))


def _meaning(label: SharedObject) -> str:
    """Return what makes two labels of different ids one: the key, and all that defines them."""
    return canonical([label.shown(name) for name in MEANING])
