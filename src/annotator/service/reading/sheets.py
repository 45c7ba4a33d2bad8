"""The sheets of a workbook, row by row: values as they are shown, merged cells filled downwards."""

from __future__ import annotations

import datetime as dt
import re
import warnings
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from annotator.core.document_errors import RefusedArchiveError
from annotator.core.reading_errors import MissingExtraError
from annotator.core.table_errors import DamagedDumpError
from annotator.service.reading.archive import LARGEST_CONTENT
from annotator.service.reading.grids import Cells

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from annotator.core.errors import AnnotatorError
    from annotator.service.reading.archive import Archive

# What openpyxl is known to fail with on broken workbooks.
_FAILURES = (ValueError, TypeError, LookupError, AttributeError, AssertionError, OSError, EOFError,
             ArithmeticError, RuntimeError, SyntaxError, zipfile.BadZipFile,
             zlib.error)  # fmt: skip
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3})(\d{1,7}):\1(\d{1,7})\"")
# An element that tells of a merged cell is no longer.
_LONGEST_MERGED = 256
_SHEETS = "xl/worksheets/"
MOST_ROWS = 1_048_576
MOST_CELLS = 1_000


class Workbook:
    """A workbook of which nothing is computed, run or fetched."""

    def __init__(self, path: Path, data: BinaryIO, archive: Archive) -> None:
        """Open a workbook.

        Raises:
            MissingExtraError: the library for it is not installed.
            DamagedDumpError: it is broken, or declares entities.
            AnnotatorError: a part of it cannot be unpacked within limits.

        """
        try:
            from openpyxl import (  # type: ignore[import-untyped] # noqa: PLC0415 - part of an extra, slow
                load_workbook,
            )
        except ImportError as error:
            raise MissingExtraError(path, what="workbooks", extra="tables") from error
        self._path = path
        names = [name for name in archive.names if name.endswith((".xml", ".rels"))]
        merged = {name: self._merged_in(archive, name) for name in names}
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._book = load_workbook(data, read_only=True, data_only=True, keep_links=False)
        except _FAILURES as error:
            raise self._damaged("its beginning") from error
        shown = [one for one in self._book.worksheets if one.sheet_state == "visible"]
        self._sheets = {one.title: one for one in shown}
        self._merged = {
            one.title: merged.get(str(getattr(one, "_worksheet_path", "")).lstrip("/"), {})
            for one in shown
        }

    @property
    def sheets(self) -> tuple[str, ...]:
        """The titles of the sheets that are not hidden."""
        return tuple(self._sheets)

    def close(self) -> None:
        """Let go of the workbook."""
        self._book.close()

    def cells(self, title: str) -> Iterator[Cells | AnnotatorError]:
        """Yield the rows of a sheet that have anything in them."""
        sheet = self._sheets[title]
        # What a sheet says of its size may be anything.
        sheet.reset_dimensions()
        filled = _Merged(self._merged[title])
        rows = sheet.iter_rows(values_only=True)
        number = 0
        while number < MOST_ROWS:
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    row = next(rows)
            except StopIteration:
                return
            except _FAILURES:
                yield self._damaged(f"row {number + 1} of sheet “{title}”")
                return
            number += 1
            values = filled.row(number, [_shown(one) for one in row[:MOST_CELLS]])
            if any(one is not None for one in row):
                yield Cells(number, values)

    def _merged_in(self, archive: Archive, name: str) -> dict[int, dict[int, int]]:
        """Return the cells that are merged in a part; refuse one that declares entities.

        Sheets are read row by row; what else there is, the library has in memory.
        """
        found: dict[int, dict[int, int]] = {}
        tail, size = b"", 0
        for chunk in archive.chunks(name):
            part, size = tail + chunk, size + len(chunk)
            self._refuse_entities(part)
            _take_merged(part, found)
            tail = part[-_LONGEST_MERGED:]
            if size > LARGEST_CONTENT and not name.startswith(_SHEETS):
                raise RefusedArchiveError(
                    self._path, reason=f"it holds more than {LARGEST_CONTENT // 1_000_000:,} MB"
                )
        return found

    def _refuse_entities(self, part: bytes) -> None:
        if _DECLARATION.search(part.replace(b"\0", b"")):
            raise DamagedDumpError(
                self._path, place="its beginning", reason="it declares a document type"
            )

    def _damaged(self, place: str) -> AnnotatorError:
        return DamagedDumpError(self._path, place=place, reason="it is no workbook, or broken")


class _Merged:
    """Cells that were merged downwards, of which only the first one has the value."""

    def __init__(self, merged: dict[int, dict[int, int]]) -> None:
        self._merged = merged
        self._held: dict[int, tuple[int, Any]] = {}

    def row(self, number: int, values: list[Any]) -> list[Any]:
        for column, rows in self._merged.items():
            if number in rows and column < len(values):
                self._held[column] = rows[number], values[column]
            last, value = self._held.get(column, (0, None))
            if number <= last and value is not None:
                values.extend([None] * (column + 1 - len(values)))
                values[column] = value if values[column] is None else values[column]
        return values


def _take_merged(part: bytes, found: dict[int, dict[int, int]]) -> None:
    """Note by column which rows begin a merged cell and where it ends."""
    for letters, first, last in _MERGED.findall(part):
        column = 0
        for letter in letters:
            column = column * 26 + letter - 64
        if column <= MOST_CELLS:
            found.setdefault(column - 1, {})[int(first)] = int(last)


def _shown(value: object) -> object:
    """Return a cell's value as JSON might have it: days in ISO 8601, lines as lines."""
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        return str(value)
    if isinstance(value, str) and "_x" in value:
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    return value
