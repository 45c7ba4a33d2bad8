"""What a merge will write, put aside on the disk until it is written."""

from __future__ import annotations

import json
import tempfile
import weakref
from itertools import chain
from typing import TYPE_CHECKING, Final

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
    """Objects of one kind in their order, on the disk."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="annotator-")  # noqa: SIM115 - see close
        # Whoever lets go of this lets go of the file.
        self.close = weakref.finalize(self, self._file.close)
        self._number = 0

    def put(self, found: SharedObject) -> None:
        """Put one more aside."""
        text = json.dumps(to_row(found), ensure_ascii=False, separators=(",", ":"))
        self._file.write(text.encode("utf-8", "surrogatepass") + b"\n")
        self._number += 1

    def __len__(self) -> int:
        """Return how many there are."""
        return self._number

    def __iter__(self) -> Iterator[SharedObject]:
        """Yield them in their order."""
        self._file.seek(0)
        for line in self._file:
            yield of_row(json.loads(line.decode("utf-8", "surrogatepass")))


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

    def __iter__(self) -> Iterator[SharedObject]:
        """Yield what objects become, each after those that it names, and removed ones last."""
        return chain.from_iterable(self._all())

    def put(self, found: SharedObject) -> None:
        """Put aside what an object is to become."""
        (self._there if found.there else self._removed)[found.kind].put(found)

    def close(self) -> None:
        """Let go of the files."""
        for one in self._all():
            one.close()

    def _all(self) -> list[Aside]:
        removed = [self._removed[kind] for kind in reversed(KINDS)]
        return [*self._there.values(), *removed]
