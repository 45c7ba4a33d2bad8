"""Which column of a table, or key of a line, holds what: as a person says, or by name and content.

A column called "text" may hold the article or only the words of a highlight: where every value is
as long as its span, or nothing but words, a label and an article are there, it is the words.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import NoColumnForError
from annotator.core.table_errors import MOST_NAMED, NoSuchColumnError, shown_name
from annotator.formats.shared.span_values import BadSpanError, is_span, position_of
from annotator.service.column_mappings import Column
from annotator.service.exchange_ports import ARTICLE_NAMES, lacking
from annotator.service.reading.json_values import BadJsonError, value_of
from annotator.service.reading.values import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LOOKED_AT = 50
SHOWN = 5
"""How many rows are shown of a table that somebody is asked about."""
LONGEST_SHOWN = 200
_LONGEST_LITERAL = 1_000_000
# Best first; each is compared with a column's name in lower case, with "_" between words.
_NAMES: dict[str, tuple[str, ...]] = {
    "start": ("start", "begin", "from", "start_offset", "startoffset", "begin_offset", "beg",
              "start_char", "char_start", "start_pos", "start_position", "startposition"),
    "end": ("end", "stop", "to", "end_offset", "endoffset", "end_char", "char_end", "end_pos",
            "end_position", "endposition"),
    "quote": ("quote", "quotation", "covered_text", "coveredtext", "span_text", "span", "exact",
              "snippet", "excerpt", "mention", "highlighted_text", "selected_text", "highlight",
              "segment", "quotation_content"),
    "label": ("label", "tag", "code", "category", "class", "label_name", "labels", "tags", "codes",
              "entity", "entity_type", "type", "concept"),
    "note": ("note", "notes", "comment", "comments", "memo", "remark", "remarks"),
    "reviewer": ("reviewer", "annotator", "author", "coder", "user", "username", "rater",
                 "created_by", "creator"),
    "created": ("created", "created_at", "created_on", "creation_date", "date_created"),
    "modified": ("modified", "updated", "modified_at", "updated_at", "last_modified"),
    "id": ("annotation_id", "highlight_id", "span_id", "id", "uuid", "guid"),
    "article_id": ("article_id", "document_id", "doc_id", "text_id", "docid", "task_id"),
    "title": ("title", "document", "document_name", "doc", "document_title", "headline",
              "article_title", "filename", "file_name", "file", "source_file"),
    "url": ("url", "link", "uri", "address", "source_url", "article_url", "permalink"),
    "text_sha256": ("text_sha256",),
    "prefix": ("prefix",),
    "suffix": ("suffix",),
}  # fmt: skip
_TEXTS = ("full_text", "article_text", "document_text", "text", "content", "body", "article",
          "sentence", "context", "passage", "data")  # fmt: skip
# Where these stand and nothing else is called a quote, it depends on their content.
_EITHER = ("text", "content", "sentence", "context", "passage")
_HIGHLIGHTS = ("highlights", "spans", "entities", "annotations", "labels", "label", "ents", "ner",
               "tags", "entity")  # fmt: skip


def columns_of(
    path: Path,
    header: Sequence[str],
    sample: Sequence[Mapping[str, Any]],
    mapping: Sequence[tuple[str, str]] = (),
) -> dict[str, str]:
    """Return the columns by the fields that they hold; what is in none is left out.

    Raises:
        NoSuchColumnError: a column was named that is not there.
        NoColumnForError: something is needed that no column shows.

    """
    found = guessed_columns(header, sample, mapping)
    for column in found.values():
        if column not in header:
            raise NoSuchColumnError(path, column=column, columns=tuple(header))
    missing = lacking(found)
    if missing:
        raise NoColumnForError(path, field=missing, columns=_listed(header))
    return found


def guessed_columns(
    header: Sequence[str],
    sample: Sequence[Mapping[str, Any]],
    mapping: Sequence[tuple[str, str]] = (),
) -> dict[str, str]:
    """Return the columns by what they hold, what a person said before what names tell.

    >>> guessed_columns(["Document name", "Code", "Segment"], [])
    {'quote': 'Segment', 'label': 'Code', 'title': 'Document name'}
    """
    chosen = dict(mapping)
    free = [one for one in header if one not in chosen.values()]
    found = {field: column for field, column in chosen.items() if column}
    if "highlights" not in chosen:
        _take(found, free, "highlights", _listing(free, sample))
    if "highlights" in found and "id" not in chosen:
        # Each row is an article then, and "annotation_id" that of all its highlights.
        _take(found, free, "id", _called(free, ("id",)))
    for field, names in _NAMES.items():
        if field not in chosen and field not in found:
            _take(found, free, field, _called(free, names))
    if "text" not in chosen:
        _take(found, free, "text", _called(free, _TEXTS))
        if "quote" not in found and _is_quote(found, sample):
            found["quote"] = found.pop("text")
    return found


def shown_columns(header: Sequence[str], sample: Sequence[Mapping[str, Any]]) -> tuple[Column, ...]:
    """Return the columns with their first values, and what each is taken for.

    >>> shown_columns(["Code"], [{"Code": "Claim"}])
    (Column(name='Code', samples=('Claim',), field='label'),)
    """
    fields = {column: field for field, column in guessed_columns(header, sample).items()}
    return tuple(
        Column(
            name, tuple(shown_value(row.get(name)) for row in sample[:SHOWN]), fields.get(name, "")
        )
        for name in header
    )


def shown_value(value: object) -> str:
    """Return the beginning of a value as people read it.

    >>> shown_value([{"at": ["0", "4"]}, "a"])
    '[{at: [0, 4]}, a]'
    """
    return " ".join(_whole_value(value)[:LONGEST_SHOWN].split())


def _whole_value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_whole_value, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_whole_value(one)}' for key, one in value.items())}}}"
    return plain(value)


def is_enough(found: Mapping[str, str]) -> bool:
    """Tell whether these columns hold highlights beyond doubt."""
    placed = "start" in found and "end" in found
    return not lacking(found) and ("highlights" in found or placed or "label" in found)


def items_in(value: object) -> object:
    """Return the list that a value is, or is the text of; anything else as it is.

    >>> items_in("[(0, 2, 'ORG')]"), items_in("[[0, 2]]"), items_in("[sic]")
    ([(0, 2, 'ORG')], [['0', '2']], '[sic]')
    """
    if not isinstance(value, str) or not value.lstrip().startswith("["):
        return value
    try:
        return value_of(value)
    except BadJsonError:
        return value if len(value) > _LONGEST_LITERAL else _literal(value)


def _literal(value: str) -> object:
    """Return the list that a value is in Python's way of writing, or the value."""
    try:
        found = ast.literal_eval(value.strip())
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return value
    return found if isinstance(found, list) else value


def _take(found: dict[str, str], free: list[str], field: str, column: str) -> None:
    if column:
        found[field] = column
        free.remove(column)


def _called(header: Sequence[str], names: Sequence[str]) -> str:
    """Return the column that has the best of some names, or whose last part has."""
    known: dict[str, str] = {}
    for column in header:
        known.setdefault(_plain_name(column), column)
    for column in header:
        known.setdefault(_plain_name(column.rpartition(".")[2]), column)
    return next((known[name] for name in names if name in known), "")


def _plain_name(column: str) -> str:
    return re.sub(r"\W+", "_", column.casefold()).strip("_")


def _listing(header: Sequence[str], sample: Sequence[Mapping[str, Any]]) -> str:
    """Return the column that holds lists of highlights."""
    for name in _HIGHLIGHTS:
        column = _called(header, (name,))
        if column and _lists([one.get(column) for one in sample]):
            return column
    return ""


def _lists(values: Sequence[object]) -> bool:
    """Tell whether values are lists of highlights, of which some may be empty."""
    filled = [one for one in map(items_in, values) if one not in (None, "")]
    lists = [one for one in filled if isinstance(one, list)]
    if not lists or len(lists) < len(filled):
        return False
    return all(not one or is_span(one[0]) for one in lists) and any(lists)


def _is_quote(found: Mapping[str, str], sample: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether what is called "text" holds the words of highlights alone."""
    column = found.get("text", "")
    if _plain_name(column.rpartition(".")[2]) not in _EITHER or "highlights" in found:
        return False
    if "start" in found and "end" in found:
        fits = [_fills(one, found, column) for one in sample]
        return bool(fits) and all(fits)
    return "label" in found and any(field in found for field in ARTICLE_NAMES)


def _fills(row: Mapping[str, Any], found: Mapping[str, str], column: str) -> bool:
    """Tell whether a text is as long as its span, in code points, UTF-16 or bytes."""
    try:
        start, end = position_of(row.get(found["start"])), position_of(row.get(found["end"]))
    except BadSpanError:
        return False
    text = plain(row.get(column))
    sizes = {len(text), len(text.encode("utf-8", "replace"))}
    sizes.add(len(text.encode("utf-16-le", "replace")) // 2)
    return end - start in sizes or end - start + 1 in sizes


def _listed(header: Sequence[str]) -> str:
    shown = ", ".join(f"“{shown_name(name)}”" for name in header[:MOST_NAMED])
    more = len(header) - MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown
