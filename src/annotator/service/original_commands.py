"""The command that keeps the files which articles were read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

Originals: TypeAlias = Callable[[], Iterable[tuple[str, bytes]]]
"""Yields files whose bytes are to be kept, each time anew: the SHA-256 of each, and its bytes."""


@dataclass(frozen=True, slots=True)
class KeepOriginals:
    """Keep the files that revisions were read from; others are left out."""

    originals: Originals
