"""Values of records: what is in a column, and how a value becomes words or paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from annotator.service.reading.declared import author_names, one_line
from annotator.service.reading.files import sayable

Record: TypeAlias = Mapping[str, Any]

# Objects in objects further down are no columns of their own.
DEEPEST = 4
MOST_COLUMNS = 1_000
_TEXTS = ("text", "content", "body", "value", "paragraph", "sentence")
_NAMES = ("name", "display_name", "displayName", "full_name", "label", "title")


def flat(record: Record) -> dict[str, Any]:
    """Return a record's values by column; those of objects in it by names with dots.

    >>> flat({"id": 7, "title": {"rendered": "Dam"}})
    {'id': 7, 'title.rendered': 'Dam'}
    """
    found: dict[str, Any] = {}
    _flatten(record, "", 1, found)
    return found


def _flatten(record: Record, before: str, level: int, found: dict[str, Any]) -> None:
    for key, value in record.items():
        if len(found) >= MOST_COLUMNS:
            return
        if isinstance(value, Mapping) and level < DEEPEST:
            _flatten(value, f"{before}{key}.", level + 1, found)
        else:
            found[f"{before}{key}"] = value


def text_in(value: object) -> str:
    r"""Return a value as text: each item of a list is a paragraph, items of items follow in it.

    >>> text_in(["One.", {"text": "Two."}, {"sentences": [{"text": "A."}, {"text": "B."}]}])
    'One.\nTwo.\nA. B.'
    """
    if isinstance(value, (list, tuple)):
        return "\n".join(filter(str.strip, map(_joined, value)))
    return _joined(value)


def _joined(value: object) -> str:
    """Return a value as one paragraph."""
    if isinstance(value, Mapping):
        return _of_object(value)
    if isinstance(value, (list, tuple)):
        parts: list[str] = []
        for one in value:
            parts += [_joined(one), _space_after(one)]
        return "".join(parts[:-1])
    return plain(value)


def _of_object(value: Mapping[str, Any]) -> str:
    named = (value[key] for key in _TEXTS if value.get(key))
    lists = (one for one in value.values() if isinstance(one, (list, tuple)) and one)
    return _joined(next(named, next(lists, "")))


def _space_after(value: object) -> str:
    glued = isinstance(value, Mapping) and value.get("space_after") is False
    return "" if glued else " "


def plain(value: object) -> str:
    """Return a single value as it would be written in a table.

    >>> plain(5.0), plain(None), plain(True)
    ('5', '', 'true')
    """
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def words_in(value: object) -> str:
    """Return a value as words on one line that every encoding can write."""
    if isinstance(value, (list, tuple, Mapping)):
        return ", ".join(names_in(value))
    return sayable(one_line(plain(value)))


def names_in(value: object) -> tuple[str, ...]:
    """Return the names in a value: a list of them, objects with a name, or words with commas.

    >>> names_in([{"name": "Ann Lee"}, "Bo Chen"]), names_in("Ann Lee, Bo Chen")
    (('Ann Lee', 'Bo Chen'), ('Ann Lee', 'Bo Chen'))
    """
    if isinstance(value, Mapping):
        named = (value[key] for key in _NAMES if isinstance(value.get(key), str))
        return _distinct([next(named, "")])
    if isinstance(value, (list, tuple)):
        return _distinct(_name(one) for one in value)
    return author_names(words_in(value))


def _name(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return " ".join(map(plain, value))
    return "".join(names_in(value)[:1]) if isinstance(value, Mapping) else plain(value)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    lines = (sayable(one_line(name)) for name in names)
    return tuple(dict.fromkeys(filter(None, lines)))


def sample_of(values: Sequence[object], *, most: int, longest: int) -> tuple[str, ...]:
    """Return the first few values that say something, shortened."""
    shown = (words_in(text_in(value)[: 4 * longest]) for value in values)
    cut = (one if len(one) <= longest else one[: longest - 1] + "…" for one in shown if one)
    return tuple(dict.fromkeys(cut))[:most]
