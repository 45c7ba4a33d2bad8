"""Objects some at a time."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.team.shared import SharedObject

PLACED: Final = ("highlight", "mark")
_AT_ONCE: Final = 1_000


def chunks(objects: Iterable[SharedObject]) -> Iterator[list[SharedObject]]:
    """Yield objects in lists of some hundred."""
    coming = iter(objects)
    while some := list(islice(coming, _AT_ONCE)):
        yield some
