"""Looking at several bundles one after another, each as if those before it were merged."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.service.merging.teamwork import arrived, merge
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from annotator.service.merging.teamwork import Arrival
    from annotator.service.ports import Queries
    from annotator.service.project import Project
    from annotator.service.watch import Watch


class Rehearsal:
    """Looks at bundles in turn; ``take`` what the next ones are to be looked at on top of."""

    def __init__(self, queries: Queries, copy: Project | None, bundles: int, watch: Watch) -> None:
        self._queries, self._copy, self._watch = queries, copy, watch
        self._left = bundles

    def look(self, path: Path, *, trust_new_key: bool = False) -> AbstractContextManager[Arrival]:
        """Open the next bundle, and plan what merging it would do; see ``arrived``."""
        self._left -= 1
        return arrived(self._queries, path, trust_new_key=trust_new_key, watch=self._watch)

    def take(self, arrival: Arrival) -> None:
        """Let what comes next find this bundle merged."""
        if self._copy is not None and self._left:
            merge(self._copy, arrival, may_delete=True, trial=True, watch=self._watch)


@contextmanager
def rehearsal(project: Project, bundles: int, watch: Watch = UNWATCHED) -> Iterator[Rehearsal]:
    """Look at so many bundles, in any thread; nothing is written to the project.

    Several are merged in a copy of the project, which is thrown away then. What was looked at may
    be merged as it was planned, as long as all before it are, and nothing else alters.

    Raises:
        StoppedError: whoever watches cancelled it.

    """
    if bundles > 1:
        with project.rehearsing(watch) as copy:
            yield Rehearsal(copy.queries, copy, bundles, watch)
    else:
        with project.reading_beside() as queries:
            yield Rehearsal(queries, None, bundles, watch)
