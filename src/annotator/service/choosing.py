"""Choosing the reader of a file: by what is in it first, by its name's ending else."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from annotator.core.request_errors import UnknownReaderError, UnknownVariantError

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


class VariantCheck:
    """Makes sure that a variant which is wished for is one of the readers that files meet.

    Where no reader was named, files of other kinds may be among them, as long as one file's
    reader has it.
    """

    def __init__(self, wished: str, readers: Sequence[ArticleReader], *, named: str = "") -> None:
        self._wished = wished
        self._met = not wished
        self._mixed = not (named or self._met) and any(wished in one.variants for one in readers)
        self._lacking: ArticleReader | None = None

    def meet(self, reader: ArticleReader) -> None:
        """Take note of a file's reader; raise ``UnknownVariantError`` where no other can do."""
        if self._met or self._wished in reader.variants:
            self._met = True
        elif self._mixed:
            self._lacking = self._lacking or reader
        else:
            raise self._unknown(reader)

    def end(self) -> None:
        """Raise ``UnknownVariantError`` where files were met and none of their readers has it."""
        if self._lacking is not None and not self._met:
            raise self._unknown(self._lacking)

    def _unknown(self, reader: ArticleReader) -> UnknownVariantError:
        return UnknownVariantError(self._wished, reader=reader.name, known=tuple(reader.variants))


def _named(readers: Sequence[ArticleReader], named: str) -> ArticleReader:
    wanted = named.casefold()
    for one in readers:
        if wanted in {one.name.casefold(), one.name.casefold().replace(" ", "-")}:
            return one
    raise UnknownReaderError(named, known=tuple(one.name for one in readers))
