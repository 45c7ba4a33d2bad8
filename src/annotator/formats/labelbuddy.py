"""Exports of labelbuddy: documents with their annotations, or labels, as JSON Lines or JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import DamagedAnnotationsError, NotAnnotationsError
from annotator.core.foreign_values import (
    ForeignArticle,
    ForeignFile,
    ForeignHighlight,
    ForeignLabel,
    Holds,
    Reading,
)
from annotator.core.offsets import OffsetOutsideTextError, Utf8Map
from annotator.formats.shared.article_texts import text_refusal
from annotator.service.article_ports import ReadOptions
from annotator.service.reading.dump_files import opened, surveyed, text_of
from annotator.service.reading.json_values import BadJsonError, JsonStream, Number, values_by_line

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

TOOL = "labelbuddy"
_DIGEST = "utf8_text_md5_checksum"
_HEAD = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*[\[{]")
_LABEL = re.compile(rb'"label_name"\s*:')
_PLACE = re.compile(rb'"start_(?:char|byte)"\s*:')
_MARKUP = re.compile(r"<[^<>]*>")
_LONGEST_NUMBER = 18
_ONLY_LABELS = frozenset(("name", "color", "shortcut_key"))


class LabelbuddyFormat:
    """Reads what labelbuddy exports; its extra data become notes."""

    name = "labelbuddy"
    title = "labelbuddy export"
    suffixes = (".jsonl", ".json")
    reads = True
    writes = False
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(
        (Holds.OVERLAP, Holds.NOTE, Holds.TEXT, Holds.TITLE, Holds.METADATA,
         Holds.EMPTY, Holds.CODEBOOK)
    )  # fmt: skip

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the checksum of a text, or the keys of an annotation, that it is."""
        del path
        if not _HEAD.match(head):
            return False
        told = b'"' + _DIGEST.encode() + b'"' in head
        return told or bool(_LABEL.search(head) and _PLACE.search(head))

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what an export holds.

        Raises:
            AnnotatorError: the file cannot be read, or its first record is something else.

        """
        first = next((one for _, one in _records(path, options) if isinstance(one, dict)), None)
        if first is None or not (_is_document(first) or _is_label(first)):
            raise NotAnnotationsError(path, wanted=self.title)
        labels = _labels(path, options) if _is_label(first) else ()
        return ForeignFile(
            TOOL, lambda: _items(path, options), reading=Reading(), settled=True, labels=labels
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> tuple[Loss, ...]:
        """Refuse, since such files are read alone."""
        raise NotImplementedError


def _is_document(record: dict[str, Any]) -> bool:
    return "text" in record or _DIGEST in record


def _is_label(record: dict[str, Any]) -> bool:
    return isinstance(record.get("name"), str) and _ONLY_LABELS.issuperset(record)


def _labels(path: Path, options: ExchangeOptions) -> tuple[ForeignLabel, ...]:
    records = [one for _, one in _records(path, options) if isinstance(one, dict)]
    return tuple(
        ForeignLabel(one["name"], color=_text(one, "color").lower())
        for one in records
        if _is_label(one)
    )


def _items(path: Path, options: ExchangeOptions) -> Iterator[ForeignItem]:
    for place, record in _records(path, options):
        if isinstance(record, DamagedAnnotationsError):
            yield record
        elif isinstance(record, dict) and _is_document(record):
            yield from _article(path, record, place)
        elif not isinstance(record, dict) or not _is_label(record):
            yield DamagedAnnotationsError(path, place=place, reason="it is no document")


def _records(path: Path, options: ExchangeOptions) -> Iterator[tuple[str, object]]:
    """Yield the records of a file with their places, and what cannot be understood."""
    with opened(path) as file:
        survey = surveyed(path, file, ReadOptions(encoding=options.encoding), reader=TOOL)
        with text_of(file, survey) as text:
            begin = text.tell()
            whole = text.read(1 << 10).lstrip().startswith("[")
            text.seek(begin)
            yield from _listed(path, text) if whole else _lines(path, text)


def _listed(path: Path, text: io.TextIOBase) -> Iterator[tuple[str, object]]:
    number = 0
    try:
        for number, record in enumerate(JsonStream(text).records(), 1):
            yield f"document {number}", record
    except BadJsonError as error:
        place = f"document {number + 1}"
        yield place, DamagedAnnotationsError(path, place=place, reason=str(error))


def _lines(path: Path, text: io.TextIOBase) -> Iterator[tuple[str, object]]:
    for number, value in values_by_line(text):
        place = f"line {number}"
        if isinstance(value, BadJsonError):
            yield place, DamagedAnnotationsError(path, place=place, reason=str(value))
        else:
            yield place, value


def _article(path: Path, record: dict[str, Any], place: str) -> Iterator[ForeignItem]:
    told = record.get("text")
    text = told if isinstance(told, str) and not isinstance(told, Number) else None
    refusal = text_refusal(text or "")
    if refusal:
        yield DamagedAnnotationsError(path, place=place, reason=refusal)
        return
    units = Utf8Map(text) if text is not None else None
    found: list[ForeignHighlight] = []
    for number, one in enumerate(_annotations(record), 1):
        where = f"{place}, annotation {number}"
        made = _highlight(one, units, where)
        if isinstance(made, str):
            yield DamagedAnnotationsError(path, place=where, reason=made)
        else:
            found.append(made)
    metadata = record.get("metadata")
    beside = metadata if isinstance(metadata, dict) else {}
    yield ForeignArticle(
        title=_title(record, beside),
        text=text,
        highlights=tuple(found),
        id=_text(record, _DIGEST),
        url=_text(beside, "url"),
        publisher=_text(beside, "publisher"),
        published=_text(beside, "published"),
        language=_text(beside, "language"),
        place=place,
    )


def _title(record: dict[str, Any], beside: dict[str, Any]) -> str:
    """Return a document's title, without the markup that those for the screen may have."""
    titles = (_text(record, "display_title"), _text(record, "list_title"), _text(beside, "title"))
    return next((_MARKUP.sub("", one).strip() for one in titles if one), "")


def _annotations(record: dict[str, Any]) -> list[object]:
    """Return the annotations of a document; those of old versions are lists."""
    told = record.get("annotations", record.get("labels"))
    return told if isinstance(told, list) else []


def _highlight(one: object, units: Utf8Map | None, place: str) -> ForeignHighlight | str:
    """Return a highlight, or why an annotation is none."""
    if isinstance(one, list):
        names = ("start_char", "end_char", "label_name", "extra_data")
        one = dict(zip(names, one, strict=False))
    if not isinstance(one, dict):
        return "it is no annotation"
    label = one.get("label_name")
    if not isinstance(label, str) or isinstance(label, Number):
        return "it has no label"
    try:
        span = _span(one, units)
    except OffsetOutsideTextError as error:
        return f"position {error.offset} is outside of its text"
    if span is None:
        return "its positions are no stretch of a text"
    note = _noted(one.get("extra_data"))
    return ForeignHighlight(
        spans=(span,),
        label=label,
        # A label is only once at one place there.
        id=f"{span[0]}-{span[1]} {label}",
        claim={"note": note} if note else {},
        place=place,
    )


def _span(one: dict[str, Any], units: Utf8Map | None) -> tuple[int, int] | None:
    """Return a stretch in code points: as it is told, or from its bytes."""
    span = _pair(one.get("start_char"), one.get("end_char"))
    if span is not None or units is None:
        return span
    told = _pair(one.get("start_byte"), one.get("end_byte"))
    return told and (units.to_code_point(told[0]), units.to_code_point(told[1]))


def _pair(start: object, end: object) -> tuple[int, int] | None:
    first, last = _number(start), _number(end)
    return None if first is None or last is None or first > last else (first, last)


def _number(told: object) -> int | None:
    fits = isinstance(told, Number) and len(told) <= _LONGEST_NUMBER and told.isdecimal()
    return int(told) if isinstance(told, Number) and fits else None


def _noted(data: object) -> str:
    if data is None or isinstance(data, str):
        return data or ""
    return json.dumps(data, ensure_ascii=False)


def _text(record: dict[str, Any], name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""
