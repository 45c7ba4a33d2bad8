"""The files that articles were read from, where their bytes are kept."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.sqlite import insert

from annotator.service.ports import Finding
from annotator.store import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

_original = schema.original.c
_KEEP: Final = insert(schema.original).on_conflict_do_nothing()
_BYTES: Final = select(_original.bytes).where(_original.sha256 == bindparam("of_sha256"))


def keep_original(connection: Connection, sha256: str, data: bytes) -> None:
    """Keep the bytes of a file; those that are there stay.

    No change tells of them: undo leaves them, as they say nothing but what a hash says.
    """
    connection.execute(_KEEP, {"sha256": sha256, "bytes": data})


def original_of(connection: Connection, sha256: str) -> bytes | None:
    """Return the bytes that have a hash, None where they were not kept."""
    found: bytes | None = connection.execute(_BYTES, {"of_sha256": sha256}).scalar_one_or_none()
    return found


def check_originals(connection: Connection) -> Iterator[Finding]:
    """Compare every file that is kept with its hash."""
    for sha256, data in connection.execute(select(_original.sha256, _original.bytes)):
        if hashlib.sha256(data).hexdigest() != sha256:
            yield Finding(f"original {sha256}", "Its bytes do not match its hash.")
