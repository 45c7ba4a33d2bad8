"""Choosing the reader of a file: by what is in it first, by its name's ending else."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from annotator.core.request_errors import UnknownReaderError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotator.service.article_ports import ArticleReader

HEAD = 4096


def reader_for(path: Path, readers: Sequence[ArticleReader], *, named: str = "") -> ArticleReader:
    """Return the reader of a file, or the one that is named; the first of them claims nothing.

    Raises:
        UnknownReaderError: no reader has that name.
    """
    if named:
        return _named(readers, named)
    head, ending = head_of(path), path.suffix.lower()
    fitting = [one for one in readers if one.fits(path, head)]
    by_name = [one for one in readers if ending in one.suffixes]
    both = [one for one in fitting if one in by_name]
    return next(iter((*both, *fitting, *by_name)), readers[0])


def head_of(path: Path) -> bytes:
    """Return a file's first bytes; none where it cannot be read, which reading it will tell."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as file:
            return file.read(HEAD)
    except (OSError, ValueError):
        return b""


def _named(readers: Sequence[ArticleReader], named: str) -> ArticleReader:
    wanted = named.casefold()
    for one in readers:
        if wanted in {one.name.casefold(), one.name.casefold().replace(" ", "-")}:
            return one
    raise UnknownReaderError(named, known=tuple(one.name for one in readers))
