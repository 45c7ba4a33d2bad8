"""The list of the hashes of all members, and what it and the manifest say of one another."""

from __future__ import annotations

import hashlib
import re
from operator import eq
from typing import TYPE_CHECKING, Final

from annotator.service.bundle import layout
from annotator.service.bundle.lines import LineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.service.bundle.manifest import Listed

_SUM: Final = re.compile(r"([0-9a-f]{64})  (\S.*)")
_TYPE: Final = hashlib.sha256(layout.MIMETYPE).hexdigest()
# Hashes of two things have four digits of the 64 in common, on average.
_NEARLY: Final = 32


def written(members: Mapping[str, str]) -> bytes:
    """Return the list of hashes that ``sha256sum -c`` accepts, by the names of members."""
    return "".join(f"{digest}  {name}\n" for name, digest in members.items()).encode()


def read(data: bytes) -> dict[str, str]:
    """Return the hashes that a list of them has, by the names of members.

    Raises:
        LineError: it is none.

    """
    try:
        lines = data.decode().splitlines()
    except UnicodeDecodeError as error:
        raise LineError("it is not in UTF-8") from error
    found = [_SUM.fullmatch(line) for line in lines]
    sums = {one[2]: one[1] for one in found if one is not None}
    if len(sums) < len(lines) or written(sums) != data:
        raise LineError("it is no list of hashes, or names something twice")
    return sums


def problems(
    sums: Mapping[str, str], manifest: str, files: Mapping[str, Listed]
) -> Iterator[tuple[str, str]]:
    """Yield which of the two lists was altered, and how that is known.

    ``manifest`` is the hash of the manifest, and ``files`` are the members that it lists. Where
    the two do not fit, the manifest was altered, unless its hash was, or anything else in the
    list of hashes: that follows from the manifest.
    """
    told = sums.get(layout.MANIFEST, "")
    if told != manifest:
        common = sum(map(eq, told, manifest))
        if told and common < _NEARLY:
            yield layout.MANIFEST, "it is not what its hash says"
        else:
            yield layout.SUMS, f"its hash of {layout.MANIFEST} is not that"
        return
    expected = {layout.TYPE: _TYPE} | {name: one.sha256 for name, one in files.items()}
    for name, digest in expected.items():
        if sums.get(name) != digest:
            yield layout.SUMS, f"its hash of {name} is not that of the manifest"
