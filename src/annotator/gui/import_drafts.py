"""What a person makes of articles that come in, until they are added: corrections and choices."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.canonical import text_digest
from annotator.service.arrivals import Known, Likeness
from annotator.service.importing import prepare_article

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.core.records import Article
    from annotator.service.arrivals import Arrival
    from annotator.service.article_ports import PreparedArticle, ReadArticle
    from annotator.service.importing import Batch
    from annotator.service.ports import Surroundings
    from annotator.service.watch import Watch

    Look = Callable[[str, str], Known | None]

# What the project has is not added again.
THERE = (Likeness.TEXT, Likeness.ONCE)


@dataclass(frozen=True, slots=True)
class Settled:
    """A batch as it is to be added; ``revised`` has articles that get newer copies of them.

    Each is told by the place of its arrival.
    """

    batch: Batch
    revised: Mapping[int, tuple[str, PreparedArticle]] = field(default_factory=dict)


@dataclass(slots=True)
class Drafts:
    """Corrections and choices by the place of an arrival; the batch stays as it was read.

    ``names`` tells what files are called that were put on the disk for reading alone. ``meant``
    is the article that all of them are meant to be newer copies of. ``look`` tells of a corrected
    article what the project has of it.
    """

    batch: Batch
    names: Mapping[Path, str] = field(default_factory=dict)
    corrected: dict[int, ReadArticle] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    newer: set[int] = field(default_factory=set)
    meant: Article | None = None
    look: Look | None = None
    _digests: dict[int, str] = field(default_factory=dict)
    _as_read: dict[int, Arrival] = field(default_factory=dict)
    _firsts: dict[str, int] | None = None
    _places: dict[int, int] | None = None
    _unsettled: list[Arrival] | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        """Take what was chosen before the files were read."""
        self._mean()

    def _mean(self) -> None:
        for place, arrival in enumerate(self.arrivals if self.meant is not None else ()):
            assert self.meant is not None  # noqa: S101 - else there is nothing to go through
            known = arrival.known
            same = known is not None and known.article.id == self.meant.id
            if arrival.number is None or (known and same and known.likeness is Likeness.TEXT):
                continue
            self.arrivals[place] = replace(arrival, known=Known(self.meant, Likeness.CHOSEN))
            self.newer.add(place)

    @property
    def arrivals(self) -> list[Arrival]:
        """What came out of the files."""
        return self.batch.arrivals

    def name(self, path: Path) -> str:
        """Return what a file is called."""
        return self.names.get(path, path.name)

    def title(self, place: int) -> str:
        """Return the title of an arrival as it is now, or its file's name."""
        arrival = self.arrivals[place]
        if place in self.corrected:
            return self.corrected[place].title
        return arrival.title or self.name(arrival.path)

    def can_add(self, place: int) -> bool:
        """Tell whether an arrival can be added: it was read, and its text is not there."""
        arrival = self.arrivals[place]
        there = arrival.known is not None and arrival.known.likeness in THERE
        return arrival.number is not None and not there and not self.repeats(place)

    def digest(self, place: int) -> str:
        """Return the digest of an arrival's text as it is now."""
        return self._digests.get(place) or self.arrivals[place].text_sha256

    def repeats(self, place: int) -> bool:
        """Tell whether an arrival above, which will be added, has the very text of this one."""
        if place in self.newer or self.arrivals[place].number is None:
            return False
        return self._first_of_texts().get(self.digest(place), place) < place

    def _first_of_texts(self) -> dict[str, int]:
        """Return by digest where each text that may be added stands first."""
        if self._firsts is None:
            self._firsts = {}
            for at, one in enumerate(self.arrivals):
                there = one.known is not None and one.known.likeness in THERE
                if one.number is not None and not there and self.kept(at) and at not in self.newer:
                    self._firsts.setdefault(self.digest(at), at)
        return self._firsts

    def follows(self, place: int) -> int | None:
        """Return which arrival above gets its newer text from this one."""
        found: int | None = place
        while found is not None and (found == place or not self.is_added(found)):
            wanted = self.arrivals[found].follows
            found = None if wanted is None else self._place_of().get(wanted)
        return None if place in self.newer else found

    def near(self, place: int) -> tuple[int, float] | None:
        """Return which arrival above has nearly the same words, and how much of them."""
        near, known = self.arrivals[place].near, self.arrivals[place].known
        at = None if near is None or known is not None else self._place_of().get(near.number)
        if near is None or at is None or not self.is_added(at):
            return None
        clear = not self.repeats(place) and self.follows(place) is None
        return (at, near.share) if clear else None

    def _place_of(self) -> dict[int, int]:
        """Return the places of the articles by their numbers."""
        if self._places is None:
            numbers = (one.number for one in self.arrivals)
            self._places = {one: at for at, one in enumerate(numbers) if one is not None}
        return self._places

    def kept(self, place: int) -> bool:
        """Tell whether nobody left an arrival out."""
        return place not in self.left_out

    def is_added(self, place: int) -> bool:
        """Tell whether an arrival will be added, or make a newer copy."""
        return self.can_add(place) and self.kept(place)

    def choose(self, place: int, *, added: bool, newer: bool = False) -> None:
        """Add an arrival or leave it out; ``newer`` makes it a newer copy of what it is like."""
        self._firsts = None
        (self.left_out.discard if added else self.left_out.add)(place)
        (self.newer.add if newer else self.newer.discard)(place)

    @property
    def count(self) -> int:
        """How many arrivals will be added."""
        return sum(map(self.is_added, range(len(self.arrivals))))

    def is_newer(self, place: int) -> bool:
        """Tell whether an arrival becomes the newer text of an article that is there.

        One from the address of an article always does.
        """
        known = self.arrivals[place].known
        return place in self.newer or (known is not None and known.likeness is Likeness.ADDRESS)

    def prepared(self, place: int) -> PreparedArticle | None:
        """Return the article of an arrival as it was read; None for a refusal."""
        number = self.arrivals[place].number
        return None if number is None else self.batch.article(number)

    def read(self, place: int) -> ReadArticle | None:
        """Return the article of an arrival as it is now; None for a refusal."""
        if place in self.corrected:
            return self.corrected[place]
        prepared = self.prepared(place)
        return None if prepared is None else prepared.read

    def correct(self, place: int, read: ReadArticle) -> None:
        """Take a correction; what is as it was read is none."""
        prepared = self.prepared(place)
        if prepared is None or prepared.read == read:
            if self.corrected.pop(place, None) is not None:
                self._forget(place)
        elif self.corrected.get(place) != read:
            self.corrected[place] = read
            self._look_again(place, prepared.read, read)

    def _forget(self, place: int) -> None:
        self._firsts = None
        self._digests.pop(place, None)
        if place in self._as_read:
            self.arrivals[place] = self._as_read.pop(place)

    def _look_again(self, place: int, before: ReadArticle, read: ReadArticle) -> None:
        """Find out what the project has of an article with another text or address."""
        self._forget(place)
        if read.text != before.text:
            self._digests[place] = text_digest(read.text)
        if (read.text, read.url) == (before.text, before.url) or self.look is None:
            return
        as_read = self.arrivals[place]
        known = as_read.known
        if known is not None and known.likeness is Likeness.CHOSEN:
            return
        found = self.look(read.url, self.digest(place))
        self._as_read[place] = as_read
        if read.url != before.url:
            words = known if known is not None and known.likeness is Likeness.WORDS else None
            self.arrivals[place] = replace(as_read, known=found or words, follows=None)
        elif any(one is not None and one.likeness in THERE for one in (known, found)):
            self.arrivals[place] = replace(as_read, known=found)

    def read_again(self, path: Path, other: Batch) -> int:
        """Take what came out of a file when it was read once more; return its first place.

        What was corrected or chosen for that file before is forgotten.
        """
        ids = {id(one): place for place, one in enumerate(self.arrivals)}
        first = next(place for place, one in enumerate(self.arrivals) if one.path == path)
        self.batch.read_again(path, other)
        moved = {ids[id(one)]: place for place, one in enumerate(self.arrivals) if id(one) in ids}
        self.corrected = {
            moved[place]: read for place, read in self.corrected.items() if place in moved
        }
        self.left_out = {moved[place] for place in self.left_out if place in moved}
        self.newer = {moved[place] for place in self.newer if place in moved}
        self._digests = {moved[at]: one for at, one in self._digests.items() if at in moved}
        self._as_read = {moved[at]: one for at, one in self._as_read.items() if at in moved}
        self._firsts = self._places = None
        self._mean()
        return first

    def settle(self, surroundings: Surroundings, watch: Watch) -> Settled:
        """Bring all of it into the batch; slow where much was corrected, in any thread.

        What could not be written then, ``take_back`` makes drafts again.
        """
        self._unsettled = list(self.arrivals)
        for done, (place, read) in enumerate(self.corrected.items()):
            watch.step(done, len(self.corrected))
            if self.kept(place):
                self.batch.correct(place, prepare_article(read, surroundings))
        revised = {}
        for place in sorted(self.newer - self.left_out):
            prepared, known = self.prepared(place), self.arrivals[place].known
            if prepared is not None and known is not None:
                revised[place] = known.article.id, prepared
        for place in self.left_out | self.newer:
            self.batch.leave_out(place)
        return Settled(self.batch, revised)

    def take_back(self) -> None:
        """Go back to the batch as it was read, and the corrections and choices beside it."""
        if self._unsettled is not None:
            self.arrivals[:], self._unsettled = self._unsettled, None
            self._firsts = self._places = None


def with_text(read: ReadArticle, text: str) -> ReadArticle:
    """Return an article with another text."""
    return read if text == read.text else replace(read, text=text)


def counts(drafts: Drafts) -> tuple[int, int]:
    """Return how many arrivals will be articles of their own, and how many newer texts."""
    added = [place for place in range(len(drafts.arrivals)) if drafts.is_added(place)]
    newer = sum(drafts.is_newer(one) or drafts.follows(one) is not None for one in added)
    return len(added) - newer, newer
