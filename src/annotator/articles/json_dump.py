"""Dumps as one JSON text: a list of objects, an object around one, or a single article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.articles.reading.feed_entries import is_json_feed
from annotator.articles.reading.table_dump import TextDump
from annotator.articles.reading.tables import WITH_MARKUP, flat_row
from annotator.core.table_errors import DamagedDumpError, DamagedRowError
from annotator.service.reading.grids import Row
from annotator.service.reading.json_values import BadJsonError, JsonStream, Number

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.errors import AnnotatorError

# One object on one line may as well be the first of many.
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*\{|\{[ \t]*\r?\n)\s*(?:\"|\})")


class JsonDumpReader(TextDump):
    """Reads JSON, piece by piece, one article of each object in its list."""

    name = "JSON"
    suffixes = (".json",)
    extra = ""
    apart = False
    variants = (WITH_MARKUP,)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by an object, or a list of them, at the beginning, that is no feed."""
        del path
        return _JSON.match(head) is not None and not is_json_feed(head)

    def rows(self, path: Path, text: io.TextIOWrapper) -> Iterator[Row | AnnotatorError]:
        """Yield the rows of a text, and for each that is broken the reason."""
        return _rows(path, text)


def _rows(path: Path, text: io.TextIOBase) -> Iterator[Row | AnnotatorError]:
    number = 0
    try:
        for number, value in enumerate(JsonStream(text).records(), 1):
            yield _row(path, f"item {number}", value)
    except BadJsonError as error:
        # Where the next item begins is anybody's guess.
        yield DamagedDumpError(path, place=f"item {number + 1}", reason=str(error))


def _row(path: Path, place: str, value: object) -> Row | AnnotatorError:
    if isinstance(value, str) and not isinstance(value, Number):
        return Row(place, {"text": value})
    if not isinstance(value, dict):
        return DamagedRowError(path, place=place, reason="it is no JSON object")
    return flat_row(place, value)
