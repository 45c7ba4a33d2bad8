"""Reading what doccano exports: lines with spans in any of its ways, or an archive of them."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError, LeftOutError
from annotator.core.foreign_values import ForeignFile, Reading, Unit
from annotator.formats.shared.carried_highlights import CARRIED, recognized
from annotator.formats.shared.json_lines import (
    Found,
    first_in,
    first_object,
    objects_in,
    objects_of,
    required_text,
)
from annotator.formats.shared.our_data import told_article, told_unit
from annotator.formats.shared.span_values import apart, highlights_in, is_span, words
from annotator.service.reading.archive import names_at_end, opened_archive
from annotator.service.reading.files import file_bytes
from annotator.service.reading.json_values import Number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignHighlight, ForeignItem
    from annotator.service.exchange_ports import ExchangeOptions

_TEXTS = ("text", "data")
_SPANS = ("label", "labels", "entities", "annotations")
_ZIP = b"PK\x03\x04"
_LINES_IN_ZIP = re.compile(r"[^/\0]{1,200}\.jsonl")
# Names of files that are nobody's.
_NOBODY = {"all", "unknown", "admin_all"}
_MARKS = {"answer", "_input_hash", "tokens", "fields", "metadata"}
_LEFT = (
    ("labels", "labels of whole texts", "mark here the words that they are about"),
    ("relations", "relations between spans", "keep the file to have them"),
    ("comments", "comments on whole texts", "write them into the notes of highlights"),
)


def fits_doccano(path: Path, head: bytes) -> bool:
    """Tell by a first line with spans in doccano's way, or an archive of such files."""
    if not head.startswith(_ZIP):
        return _fits(first_object(path, head))
    if not any(map(_LINES_IN_ZIP.fullmatch, names_at_end(path))):
        return False
    try:
        return any(_fits(first_in(data.decode("utf-8", "ignore"))) for _, data in _members(path))
    except (OSError, AnnotatorError):
        return False


def read_doccano(path: Path, options: ExchangeOptions, *, tool: str) -> ForeignFile:
    """Return what a file, or an archive with one file for each reviewer, holds.

    Raises:
        AnnotatorError: it cannot be read.

    """
    first = next((one.values for one, _ in _objects(path, options) if isinstance(one, Found)), {})
    ours = told_unit(first) == Unit.UTF16

    def items() -> Iterator[ForeignItem]:
        left: Counter[str] = Counter()
        for one, reviewer in _objects(path, options):
            if isinstance(one, AnnotatorError):
                yield one
            else:
                yield from _line(path, one, reviewer, options, left)
        for kind, what, remedy in _LEFT:
            if left[kind]:
                yield LeftOutError(path, what=f"{what} ({left[kind]})", remedy=remedy)

    return ForeignFile(tool, items, reading=Reading(Unit.UTF16) if ours else None, settled=ours)


def _fits(first: Mapping[str, Any]) -> bool:
    if not any(isinstance(first.get(key), str) for key in _TEXTS) or first.keys() & _MARKS:
        return False
    for key in ("label", "labels"):
        held = first.get(key)
        if isinstance(held, list) and all(map(_is_triple, held)):
            return True
    if "relations" in first or "cats" in first:
        return isinstance(first.get("entities"), list)
    held = first.get("entities") or first.get("annotations")
    return isinstance(held, list) and bool(held) and all(map(_is_entity, held))


def _is_triple(value: object) -> bool:
    return isinstance(value, list) and is_span(value)


def _is_entity(value: object) -> bool:
    return isinstance(value, Mapping) and "start_offset" in value


def _objects(path: Path, options: ExchangeOptions) -> Iterator[tuple[Found | AnnotatorError, str]]:
    """Yield the objects of a file or an archive, each with whose it is."""
    with path.open("rb") if path.is_file() else io.BytesIO() as file:
        packed = file.read(len(_ZIP)) == _ZIP
    if not packed:
        for one in objects_in(path, options):
            yield one, ""
        return
    for name, data in _members(path):
        stem = PurePosixPath(name).stem
        for one in objects_of(path, io.BytesIO(data), options):
            found = Found(f"{name}, {one.place}", one.values) if isinstance(one, Found) else one
            yield found, "" if stem in _NOBODY else words(stem)


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    with opened_archive(path, file_bytes(path), wanted="archive of doccano's files") as archive:
        for name in archive.names:
            if name.endswith((".jsonl", ".json")):
                yield name, archive.read(name)


def _line(
    path: Path, one: Found, reviewer: str, options: ExchangeOptions, left: Counter[str]
) -> Iterator[ForeignItem]:
    values, chosen = one.values, dict(options.mapping)
    texts = (chosen["text"],) if chosen.get("text") else _TEXTS
    try:
        found = next((values[key] for key in texts if values.get(key) is not None), None)
        text = required_text(path, found, one.place)
    except DamagedAnnotationsError as error:
        yield error
        return
    items = _spans(values, chosen.get("highlights", ""))
    _count_left(values, items, left)
    spans = [each for each in items if not _is_name(each)]
    good, bad = apart(highlights_in(spans, path, one.place))
    yield from bad
    line = words(values.get("id"))
    highlights = tuple(_highlight(each, line, reviewer) for each in good)
    # Of very many, those that are no more of use take as much as those that are.
    del good, items, spans
    article = told_article(values, text, one.place)
    if article.article_id:
        highlights = recognized(highlights, values.get(CARRIED))
    yield replace(article, id=line, highlights=highlights)


def _spans(values: Mapping[str, Any], chosen: str) -> list[Any]:
    """Return the spans of a line, and the labels of its whole text as words."""
    found: list[Any] = []
    for key in (chosen,) if chosen else _SPANS:
        held = values.get(key)
        if isinstance(held, list):
            found += held
        elif held:
            found.append(held if isinstance(held, str) else {"label": held})
    return found


def _count_left(values: Mapping[str, Any], items: list[Any], left: Counter[str]) -> None:
    left["labels"] += sum(map(_is_name, items))
    for kind, key in (("labels", "cats"), ("relations", "relations"), ("comments", "Comments")):
        held = values.get(key)
        left[kind] += len(held) if isinstance(held, (list, dict)) else bool(held)


def _is_name(value: object) -> bool:
    """Tell whether a label is of the whole text."""
    return isinstance(value, str) and not isinstance(value, Number)


def _highlight(one: ForeignHighlight, line: str, reviewer: str) -> ForeignHighlight:
    """Return a highlight with an id that no other line has, where there is any."""
    own_id = f"{line}:{one.id}" if line and one.id else ""
    return replace(one, id=own_id, reviewer=one.reviewer or reviewer)
