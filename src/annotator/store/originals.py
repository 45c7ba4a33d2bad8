"""The files that articles were read from, where their bytes are kept."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.sqlite import insert

from annotator.service.ports import Finding
from annotator.store import schema
from annotator.store.columns import to_json
from annotator.store.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

    from annotator.service.original_commands import Originals

_original = schema.original.c
_KEEP: Final = insert(schema.original).on_conflict_do_nothing()
_NAMED: Final = Prepared(
    text("""
SELECT DISTINCT source_sha256 FROM revision
WHERE source_sha256 IN (SELECT value FROM json_each(:hashes))
""")
)
_BYTES: Final = select(_original.bytes).where(_original.sha256 == bindparam("of_sha256"))


def keep_originals(connection: Connection, originals: Originals) -> int:
    """Keep the bytes of files that revisions were read from, and return how many they are.

    No change tells of them: undo leaves them, as they say nothing but what a hash says. Those
    that are there stay.
    """
    coming = {sha256 for sha256, _ in originals()}
    wanted = _named(connection, coming) if coming else coming
    for sha256, data in originals() if wanted else ():
        if sha256 in wanted:
            connection.execute(_KEEP, {"sha256": sha256, "bytes": data})
    return len(wanted)


def _named(connection: Connection, coming: set[str]) -> set[str]:
    """Return those of some hashes that revisions name; costs one look through all of them."""
    return {row[0] for row in _NAMED.all(connection, {"hashes": to_json(sorted(coming))})}


def original_of(connection: Connection, sha256: str) -> bytes | None:
    """Return the bytes that have a hash, None where they were not kept."""
    found: bytes | None = connection.execute(_BYTES, {"of_sha256": sha256}).scalar_one_or_none()
    return found


def check_originals(connection: Connection) -> Iterator[Finding]:
    """Compare every file that is kept with its hash."""
    for sha256, data in connection.execute(select(_original.sha256, _original.bytes)):
        if hashlib.sha256(data).hexdigest() != sha256:
            yield Finding(f"original {sha256}", "Its bytes do not match its hash.")
