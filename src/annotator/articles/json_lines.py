"""Dumps with one JSON object a line; a broken line costs no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from annotator.articles.reading.table_dump import TextDump
from annotator.articles.reading.tables import WITH_MARKUP, flat_row
from annotator.core.table_errors import DamagedRowError
from annotator.service.reading.json_values import BadJsonError, Number, values_by_line

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.service.reading.grids import Row

_TWO_OBJECTS = re.compile(rb"\s*\{.*\}\s*\r?\n\s*\{\s*\"")


class JsonLinesReader(TextDump):
    """Reads JSON Lines, one article of each line, with whatever keys the lines have."""

    name = "JSON Lines"
    suffixes = (".jsonl", ".ndjson", ".jl")
    extra = ""
    apart = False
    variants = (WITH_MARKUP,)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first line that is an object, with another one after it."""
        del path
        return _TWO_OBJECTS.match(head) is not None

    def rows(self, path: Path, text: io.TextIOWrapper) -> Iterator[Row | AnnotatorError]:
        """Yield the rows of a text, and for each that is broken the reason."""
        return _rows(path, text)


def _rows(path: Path, text: io.TextIOWrapper) -> Iterator[Row | AnnotatorError]:
    for number, value in values_by_line(text):
        place = f"line {number}"
        try:
            yield flat_row(place, _object(value))
        except (BadJsonError, RecursionError) as error:
            reason = str(error) if isinstance(error, BadJsonError) else "it is nested too deeply"
            yield DamagedRowError(path, place=place, reason=reason)


def _object(value: object) -> dict[str, Any]:
    if isinstance(value, BadJsonError):
        raise value
    if isinstance(value, str) and not isinstance(value, Number):
        return {"text": value}
    if not isinstance(value, dict):
        raise BadJsonError("it is no JSON object")
    return value
