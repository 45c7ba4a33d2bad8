"""What the sides of a conflict say, in words: fields by their names, values as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from annotator.core.claim_fields import CHOICES
from annotator.gui.clock import day
from annotator.gui.plain import number
from annotator.gui.record_words import choice_title, field_title
from annotator.gui.team_words import kind_words
from annotator.team.joining import PRESENCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.service.merging.conflicts import Conflict, Disputed
    from annotator.service.merging.writers import Written

LONGEST = 600


def disputed_words(kind: str, field: str) -> str:
    """Return what a field of an object is called."""
    if kind == "claim" and field != PRESENCE:
        return field_title(field)
    return {
        PRESENCE: _tr("Removed or kept"),
        "text": _tr("Text"),
        "place": _tr("Place"),
        "label": _tr("Label"),
        "claim": _tr("Claim record"),
        "title": _tr("Title"),
        "publisher": _tr("Publisher"),
        "authors": _tr("Authors"),
        "url": _tr("Address"),
        "published": _tr("Published"),
        "key": _tr("Key"),
        "name": _tr("Name"),
        "definition": _tr("Definition"),
        "tests": _tr("Questions to ask"),
        "edge_cases": _tr("Edge cases"),
        "examples": _tr("Examples"),
        "parent": _tr("Parent label"),
        "fields": _tr("Fields asked first"),
        "verdicts": _tr("Verdicts"),
    }.get(field, field)


def conflict_head(conflict: Conflict) -> str:
    """Return what a conflict is of, and which fields of it."""
    fields = ", ".join(disputed_words(conflict.kind, one.field) for one in conflict.disputes)
    return f"{kind_words(conflict.kind)} · {fields}"


def conflict_line(conflict: Conflict) -> str:
    """Return both sides of a conflict in one line."""
    return "; ".join(_both(conflict.kind, one) for one in conflict.disputes)


def _both(kind: str, one: Disputed) -> str:
    if one.field == PRESENCE:
        return presence_words(bool(one.ours))
    if kind == "article" and one.field == "text":
        return _tr("{0} versions of the text").format(number(1 + len(one.theirs)))
    if one.field == "place":
        return _tr("{0} places").format(number(1 + len(one.theirs)))
    told = [one.ours_told, *one.theirs_told]
    return " ≠ ".join(" ".join(each.split()) or _tr("nothing") for each in told)


def written_words(one: Written) -> str:
    """Return who wrote something and when, as far as that is known; empty where neither is."""
    when = one.at and day(one.at)
    return ", ".join(filter(None, [*one.by, when]))


def side_title(conflict: Conflict, side: int | None) -> str:
    """Return what a side is called in full: whose it is, and since when; None is what is here."""
    name = _tr("Ours") if side is None else _tr("Theirs")
    return " · ".join(filter(None, [name, written_words(conflict.wrote(side))]))


def presence_words(ours_there: bool) -> str:  # noqa: FBT001 - it is what is told
    """Return which side removed something."""
    if ours_there:
        return _tr("kept here, removed by them")
    return _tr("removed here, changed by them")


def value_words(kind: str, field: str, value: Any, names: Mapping[str, str]) -> str:  # noqa: ANN401 - any JSON
    """Return a value as people read it; ``names`` are those of labels by id."""
    if field == PRESENCE:
        return _tr("kept") if value else _tr("removed")
    if value in (None, "", [], {}):
        return ""
    if kind == "claim" and field in CHOICES:
        return choice_title(field, str(value))
    if field in {"label", "parent"}:
        return names.get(str(value), str(value))
    if field == "place":
        return " / ".join(dict.fromkeys(str(one.get("quote", "")) for one in value.values()))
    return _listed(field, value)[:LONGEST]


def _listed(field: str, value: Any) -> str:  # noqa: ANN401 - any JSON
    if field == "text" and isinstance(value, dict):
        return _tr("a version of the text")
    if isinstance(value, list):
        return "\n".join(_entry(one) for one in value)
    return _entry(value)


def _entry(value: Any) -> str:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        return " · ".join(str(one) for one in value.values() if one)
    return number(value) if isinstance(value, int) else str(value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("team", text)
