"""What the window says of a failure: by its class, in the window's language.

``resources/translations/errors.json`` holds the sentence of each class of errors, with the names
of its fields where their values go; ``packaging/make_translations.py`` derives it from the
classes' own sentences.
"""

from __future__ import annotations

import json
import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from annotator.core.exchange_errors import (
    NoColumnForError,
    NotAnnotationsError,
    UnknownAnnotationsError,
)
from annotator.core.finding_errors import BadPatternError
from annotator.core.project_errors import ProjectMissingError
from annotator.core.table_errors import NoSuchColumnError, NoTextColumnError
from annotator.gui.pattern_words import pattern_sentence
from annotator.gui.team_failures import team_sentence
from annotator.paths import resource

CONTEXT = "errors"
_FIELD = re.compile(r"\{(\w+)\}")
_TOLD = frozenset(("reason", "remedy", "what"))
_COUNTED = re.compile(r"(.*)( \([\d,]+\))", re.DOTALL)


def sentence_on(error: Exception) -> str:
    """Return one sentence on what failed, with what can be done about it in the window."""
    own = _remedied_here(error)
    if own:
        return own
    template = templates().get(_full_name(type(error)), "")
    translated = QCoreApplication.translate(CONTEXT, template) if template else template
    values = values_in(error, template) if translated != template else None
    if values is None:
        return str(error)
    return _FIELD.sub(lambda one: _said(one[1], values[one[1]]), translated)


def _said(field: str, value: str) -> str:
    """Return a field's value, which is half a sentence in some, and may count what it names."""
    if field not in _TOLD:
        return value
    counted = _COUNTED.fullmatch(value)
    words, count = (counted[1], counted[2]) if counted else (value, "")
    return QCoreApplication.translate("reasons", words) + count


def _remedied_here(error: Exception) -> str:
    """Return the sentence on what is mended otherwise in the window than on the command line."""
    if isinstance(error, ProjectMissingError):
        return _tr(
            "There is no project {0}: it was moved, renamed or deleted. Open it where it is now,"
            " or make a new one."
        ).format(error.path)
    if isinstance(error, NoTextColumnError):
        told = _tr(
            "{0} does not show in which column its texts are (it has {1}); choose the column in the"
            " preview of what comes in."
        )
        return told.format(error.path, error.listed)
    if isinstance(error, NoSuchColumnError):
        told = _tr(
            "{0} has no column “{1}” (it has {2}); choose another in the preview of what comes in."
        )
        return told.format(error.path, error.column, error.listed)
    if isinstance(error, BadPatternError):
        return pattern_sentence(error)
    return _on_annotations(error) or team_sentence(error)


def _on_annotations(error: Exception) -> str:
    if isinstance(error, UnknownAnnotationsError):
        return _tr(
            "{0} is in no format of annotations that is known here; if it is an article, open it"
            " as one."
        ).format(error.path)
    if isinstance(error, NotAnnotationsError):
        return _tr("{0} is no {1} file; choose the format that it is in.").format(
            error.path, error.wanted
        )
    if isinstance(error, NoColumnForError):
        return _tr(
            "{0} does not show what holds the {1} (it has {2}); give that column or key this name."
        ).format(error.path, error.field, error.columns)
    return ""


@cache
def templates() -> dict[str, str]:
    """Return the sentences of all classes of errors, by module and name."""
    file = resource("translations", "errors.json")
    read: dict[str, str] = json.loads(file.read_text("utf-8"))
    return read


def _full_name(kind: type) -> str:
    return f"{kind.__module__.removeprefix('annotator.')}.{kind.__name__}"


def values_in(error: Exception, template: str) -> dict[str, str] | None:
    """Return how an error's sentence writes its fields; None where it is no such sentence.

    Where a field is written as it is, its value is known and cannot be taken for the words
    around it.
    """
    for known in (True, False):
        found = re.fullmatch(_pattern(error, template, known=known), str(error), re.DOTALL)
        if found is not None:
            return found.groupdict()
    return None


def _pattern(error: Exception, template: str, *, known: bool) -> str:
    parts = _FIELD.split(template)
    seen: set[str] = set()
    for place in range(1, len(parts), 2):
        name = parts[place]
        value = getattr(error, name, None) if known else None
        written = ".*?" if value is None else re.escape(str(value))
        parts[place] = f"(?P={name})" if name in seen else f"(?P<{name}>{written})"
        seen.add(name)
    parts[::2] = map(re.escape, parts[::2])
    return "".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("failures", text)
