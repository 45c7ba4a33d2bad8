"""What is remarked of a file's annotations, and where in it, in the window's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.foreign_values import Unit
from annotator.gui.exchange_words import unit_words, unpathed
from annotator.gui.failures import sentence_on
from annotator.service.remarks import Said

if TYPE_CHECKING:
    from pathlib import Path

CONTEXT = "remarks"
_FIELD = re.compile(r"\{(\w+)\}")
# A comma within a quoted name divides nothing.
_BETWEEN = re.compile(r", (?![^“”]*”)")
_NUMBERED = re.compile(r"(\D+) ([\d,]+)")
_NAMED = re.compile(r"(\w+) “(.*)”", re.DOTALL)


def remark_words(told: str, path: Path) -> str:
    """Return a remark on the file of that name: by its kind or its error's class, else as it is."""
    if not isinstance(told, Said):
        return unpathed(told, path)
    if told.error is not None:
        return unpathed(sentence_on(told.error), path)
    if told.kind is None:
        return str(told)
    sentence = QCoreApplication.translate(CONTEXT, told.kind.value)
    return _FIELD.sub(lambda one: _value_words(one[1], told.fields[one[1]], path), sentence)


def _value_words(field: str, value: object, path: Path) -> str:
    if isinstance(value, Said):
        return remark_words(value, path)
    if field == "place":
        return place_words(str(value))
    return unit_words(value) if isinstance(value, Unit) else str(value)


def told_place(place: str, told: str) -> str:
    """Return where a remark's place is: as it says, else as the error that it comes from does."""
    error = told.error if isinstance(told, Said) else None
    return place_words(place or str(getattr(error, "place", "")))


def place_words(place: str) -> str:
    """Return a place in a file; names of files and sheets in it stay as they are.

    >>> place_words("notes.ann, line 3")
    'notes.ann, line 3'
    """
    return ", ".join(map(_part_words, _BETWEEN.split(place)))


def _part_words(part: str) -> str:
    numbered, named = _NUMBERED.fullmatch(part), _NAMED.fullmatch(part)
    if numbered is not None and numbered[1] in (nouns := _numbered_nouns()):
        return nouns[numbered[1]].format(numbered[2])
    if named is not None and named[1] in (nouns := _named_nouns()):
        return nouns[named[1]].format(named[2])
    return _sole_words().get(part, part)


def _numbered_nouns() -> dict[str, str]:
    return {
        "line": _tr("line {0}"),
        "row": _tr("row {0}"),
        "record": _tr("record {0}"),
        "object": _tr("object {0}"),
        "document": _tr("document {0}"),
        "article": _tr("article {0}"),
        "highlight": _tr("highlight {0}"),
        "annotation": _tr("annotation {0}"),
        "label": _tr("label {0}"),
        "code": _tr("code {0}"),
        "region": _tr("region {0}"),
        "selection": _tr("selection {0}"),
        "element": _tr("element {0}"),
        "token": _tr("token {0}"),
    }


def _named_nouns() -> dict[str, str]:
    return {
        "article": _tr("article “{0}”"),
        "document": _tr("document “{0}”"),
        "source": _tr("source “{0}”"),
        "file": _tr("file “{0}”"),
        "code": _tr("code “{0}”"),
        "label": _tr("label “{0}”"),
        "region": _tr("region “{0}”"),
        "user": _tr("user “{0}”"),
    }


def _sole_words() -> dict[str, str]:
    return {
        "its beginning": _tr("its beginning"),
        "its end": _tr("its end"),
        "its database": _tr("its database"),
        "its attachment": _tr("its attachment"),
        "its header": _tr("its header"),
        "its pages": _tr("its pages"),
        "its first byte": _tr("its first byte"),
        "a remark": _tr("a remark"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("exchange", text)
