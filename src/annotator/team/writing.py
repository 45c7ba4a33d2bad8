"""What a reviewer's line says of where they wrote: from which change of a replica on."""

from __future__ import annotations

from typing import Final

# Begins the names under which a line of a reviewer says so; the replica and the number of the
# change follow. All that a line can have of them is true, so that lines are joined by having all.
WRITES: Final = "wrote at "


def writes_key(replica: str, counter: int) -> str:
    """Return the name under which a reviewer's line says that they wrote from a change on.

    Those of one replica are in the order of its changes.

    >>> writes_key("0190", 7)
    'wrote at 0190 from 0000000007'
    """
    return f"{WRITES}{replica} from {counter:010}"
