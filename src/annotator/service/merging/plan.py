"""What a merge will write, put aside on the disk until it is written."""

from __future__ import annotations

import marshal
import tempfile
import weakref
from array import array
from itertools import chain, starmap
from typing import TYPE_CHECKING, Final

from annotator.service.merging.pieces import PLACED
from annotator.team.fields import MADE
from annotator.team.shared import of_row, to_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from annotator.service.bundle.content import Person
    from annotator.service.merging.report import MergeReport
    from annotator.team.shared import SharedObject

# In this order each is there before another names it.
KINDS: Final = ("label", "guideline", "article", "claim", "highlight", "mark")


class Aside:
    """Objects of one kind on the disk, article by article, in each in their order.

    What lies in one article comes in a row, so that whoever writes it reads once what is there.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="annotator-")  # noqa: SIM115 - see close
        # Whoever lets go of this lets go of the file.
        self.close = weakref.finalize(self, self._file.close)
        self._end = 0
        # Where each begins, and how long it is, by article.
        self._places: dict[str, tuple[array[int], array[int]]] = {}

    def put(self, found: SharedObject, article: str) -> None:
        """Put one more aside; ``article`` is empty where it lies in none."""
        written = marshal.dumps(to_row(found))
        places, lengths = self._places.setdefault(article, (array("q"), array("l")))
        places.append(self._end)
        lengths.append(len(written))
        self._file.write(written)
        self._end += len(written)

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(len(places) for places, _ in self._places.values())

    def __iter__(self) -> Iterator[SharedObject]:
        """Yield them in their order."""
        file = self._file
        for place, length in chain.from_iterable(starmap(zip, self._places.values())):
            file.seek(place)
            # This process wrote it, to a file that has no name.
            yield of_row(marshal.loads(file.read(length)))  # noqa: S302 - see above


class MergePlan:
    """What is to be written of a bundle, made for the project as it stood at ``sequence``.

    ``texts`` are the texts, by article, hash and cut, that articles get and have not here. The
    bundle is asked for them when they are written, and has to be open until then. ``names`` has
    the ids that articles and labels go by from now on, by others that they have, and ``former``
    those that ours went by until now, one or several, by their name.
    """

    def __init__(self, report: MergeReport, *, sequence: int) -> None:
        self.report, self.sequence = report, sequence
        self._there = {kind: Aside() for kind in KINDS}
        self._removed = {kind: Aside() for kind in KINDS}
        self.people: list[Person] = []
        self.names: dict[str, str] = {}
        self.former: dict[str, tuple[str, ...]] = {}
        self.texts: set[tuple[str, str, str]] = set()

    def __len__(self) -> int:
        """Return how many objects are to be written."""
        return sum(map(len, self._all()))

    @property
    def placed(self) -> int:
        """How many highlights, marks and claim records are to be written."""
        kinds = ("claim", *PLACED)
        return sum(len(self._there[kind]) + len(self._removed[kind]) for kind in kinds)

    def __iter__(self) -> Iterator[SharedObject]:
        """Yield what objects become, each after those that it names, and removed ones last."""
        return chain.from_iterable(self._all())

    def put(self, found: SharedObject, before: SharedObject | None = None) -> None:
        """Put aside what an object is to become, that was ``before`` here."""
        told = found if found.there else before
        placed = told is not None and told.there and told.kind in PLACED
        article = told.shown(MADE)["article"] if told is not None and placed else ""
        (self._there if found.there else self._removed)[found.kind].put(found, article)

    def close(self) -> None:
        """Let go of the files."""
        for one in self._all():
            one.close()

    def _all(self) -> list[Aside]:
        removed = [self._removed[kind] for kind in reversed(KINDS)]
        return [*self._there.values(), *removed]
