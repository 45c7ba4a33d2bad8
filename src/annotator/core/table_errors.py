"""What can go wrong while articles are read out of tables and dumps: file, place and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.file_errors import MEGABYTE, FileProblemError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_NAMED = 30
LONGEST_NAME = 60


def shown_name(name: str) -> str:
    r"""Return a name out of a file as a sentence can have it.

    >>> shown_name("a\nb\ud800")
    'a?b?'
    """
    plain = "".join(one if one.isprintable() else "?" for one in name[:LONGEST_NAME])
    return plain if len(name) <= LONGEST_NAME else f"{plain}…"


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{shown_name(name)}”" for name in names[:MOST_NAMED])
    return f"{shown} and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else shown


class NoTextColumnError(FileProblemError):
    """A table of which nobody said, and no name tells, which column holds the texts."""

    def __init__(self, path: Path, *, columns: tuple[str, ...]) -> None:
        self.columns = columns
        self.listed = _listed(columns)
        super().__init__(
            path,
            f"does not show in which column its texts are (it has {self.listed});"
            " say it with --map text=COLUMN.",
        )


class NoTextsInSheetError(FileProblemError):
    """A sheet among others of which nothing says in which column its texts are."""

    def __init__(self, path: Path, *, sheet: str, columns: tuple[str, ...]) -> None:
        self.sheet, self.columns = sheet, columns
        self.shown = shown_name(sheet)
        self.listed = _listed(columns)
        super().__init__(
            path,
            f"does not show in which column of the sheet “{self.shown}” texts are"
            f" (it has {self.listed}); add it again with --map text=COLUMN if there are any.",
        )


class NoSuchColumnError(FileProblemError):
    """A column that was asked for and that a table does not have."""

    def __init__(self, path: Path, *, column: str, columns: tuple[str, ...]) -> None:
        self.column, self.columns = column, columns
        self.listed = _listed(columns)
        super().__init__(
            path,
            f"has no column “{column}” (it has {self.listed}); say another with --map text=COLUMN.",
        )


class NoColumnsError(FileProblemError):
    """A file of a kind that has no columns, which were asked for."""

    def __init__(self, path: Path, *, reader: str) -> None:
        self.reader = reader
        super().__init__(
            path,
            f"is read as {reader}, which has no columns;"
            " choose another kind with --reader, one that “annotator readers” lists.",
        )


class NoSuchFieldError(FileProblemError):
    """A field that a column was to become and that no article has."""

    def __init__(self, path: Path, *, field: str, fields: tuple[str, ...]) -> None:
        self.field, self.fields = field, fields
        self.listed = _listed(fields)
        super().__init__(
            path,
            f"cannot be mapped to “{field}”, which no article has (but {self.listed});"
            " map the column to one of those.",
        )


class NoRowsError(FileProblemError):
    """A table or a dump without a single row."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "holds no rows; choose a file with articles in it.")


class TooLargeDumpError(FileProblemError):
    """A file of many articles that is larger than any is read; sizes are in bytes."""

    def __init__(self, path: Path, *, size: int, limit: int) -> None:
        self.size, self.limit = size, limit
        super().__init__(
            path,
            f"has {size / MEGABYTE:,.0f} MB, and a file of many articles may have"
            f" {limit // MEGABYTE} MB; split it into smaller files.",
        )


class DamagedDumpError(FileProblemError):
    """A table, dump, feed or archive that is not what it should be; ``place`` says from where."""

    def __init__(self, path: Path, *, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(
            path,
            f"cannot be followed from {place} on ({reason}); export or download it again.",
        )


class DamagedRowError(FileProblemError):
    """One row of a table or dump that cannot be read; ``place`` says which, ``reason`` why."""

    def __init__(self, path: Path, *, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(path, f"cannot be read in {place} ({reason}); mend it there.")


class EmptyRowError(FileProblemError):
    """One row of a table or dump in which there is no text."""

    def __init__(self, path: Path, *, place: str) -> None:
        self.place = place
        super().__init__(path, f"holds no text in {place}; fill it in there or leave it out.")


class UnsayableRowError(FileProblemError):
    """A NUL or half a character in one row's text; ``position`` counts code points from 0."""

    def __init__(self, path: Path, *, place: str, position: int) -> None:
        self.place, self.position = place, position
        super().__init__(
            path,
            f"holds a NUL character or half a character in {place}, at position {position}"
            " of its text; remove it there.",
        )
