"""Looking at several bundles one after another, each as if those before it were merged."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.core.bundle_errors import OtherKeyError, UnsignedBundleError
from annotator.service.merging.teamwork import arrived, merge
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.bundle.bundle import Bundle
    from annotator.service.merging.teamwork import Arrival
    from annotator.service.ports import Queries
    from annotator.service.project import Project
    from annotator.service.watch import Watch


class Rehearsal:
    """Looks at bundles in turn; ``take`` what the next ones are to be looked at on top of."""

    def __init__(self, queries: Queries, copy: Project | None, bundles: int, watch: Watch) -> None:
        self._queries, self._copy, self._watch = queries, copy, watch
        self._left = bundles
        # Of members whose bundles were taken.
        self._keys: dict[str, str] = {}

    @contextmanager
    def look(self, path: Path, *, trust_new_key: bool = False) -> Iterator[Arrival]:
        """Open the next bundle, and plan what merging it would do.

        Raises:
            AnnotatorError: what ``arrived`` raises, also where the key is another than that of
                a bundle of the same member that was taken.
            StoppedError: whoever watches cancelled it.

        """
        self._left -= 1
        looking = arrived(self._queries, path, trust_new_key=trust_new_key, watch=self._watch)
        with looking as arrival:
            if not trust_new_key:
                self._require_same_key(arrival.bundle)
            yield arrival

    def take(self, arrival: Arrival) -> None:
        """Let what comes next find this bundle merged."""
        signed = arrival.bundle.signed
        if signed is not None and signed.checked:
            self._keys[signed.member] = signed.fingerprint
        if self._copy is not None and self._left:
            merge(self._copy, arrival, may_delete=True, trial=True, watch=self._watch)

    def _require_same_key(self, bundle: Bundle) -> None:
        member, signed = bundle.facts.member, bundle.signed
        known = self._keys.get(member.id)
        if known is None or (signed is not None and signed.fingerprint == known):
            return
        name = member.name or member.id
        if signed is None:
            raise UnsignedBundleError(bundle.path, signer=name, known=known)
        raise OtherKeyError(bundle.path, signer=name, known=known, found=signed.fingerprint)


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
