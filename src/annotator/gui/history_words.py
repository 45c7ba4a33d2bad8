"""What a person reads of the history: its entries, and what going to a point of it alters."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.records import (
    Article,
    ClaimRecord,
    Guideline,
    Highlight,
    Label,
    ReviewedMark,
)
from annotator.gui.clock import day_and_time, moment
from annotator.gui.plain import number
from annotator.gui.record_words import field_title
from annotator.gui.step_titles import isolated, step_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.records import Codebook, Record
    from annotator.service.changes import Alteration
    from annotator.service.history_ports import ArticleAlterations, HistoryEntry, JumpPreview

LONGEST = 120
_UNTOLD = {
    "id",
    "key",
    "created",
    "modified",
    "revision_id",
    "codebook_revision",
    "finished_by",
    "finishings",
}


def title_of(entry: HistoryEntry) -> str:
    """Return what an entry is called, undoing and redoing told apart."""
    title = step_title(entry.title)
    if entry.origin == "undo":
        return _tr("Undo: {0}").format(title)
    if entry.origin == "redo":
        return _tr("Redo: {0}").format(title)
    return title


def facts_of(entry: HistoryEntry, *, current: bool) -> str:
    """Return when, by whom and how much, and whether it is undone or the present state."""
    records = _tr("1 record") if entry.records == 1 else _tr("{0} records")
    parts = [moment(entry.at), isolated(entry.reviewer), records.format(number(entry.records))]
    if entry.undone:
        parts.insert(0, _tr("undone"))
    if current:
        parts.insert(0, _tr("the project is here"))
    return " · ".join(part for part in parts if part)


def current_point(entries: list[HistoryEntry]) -> int | None:
    """Return the change after which the state is the present one; None where it is further down.

    Undoing, redoing and jumps lead back to one of those that the user made.
    """
    found = (one.sequence for one in entries if one.origin == "do" and not one.undone)
    return next(found, None)


def preview_lines(preview: JumpPreview, codebook: Codebook | None) -> list[str]:
    """Return, line by line, what going to a point would alter."""
    if not preview.total:
        return [_tr("Nothing would change: the project is in this state.")]
    lines = [_article_line(one) for one in preview.articles]
    lines.append("")
    for alteration in preview.alterations:
        lines += _alteration_lines(alteration, codebook)
    left = preview.total - len(preview.alterations)
    if left > 0:
        lines.append(_tr("… and {0} more.").format(number(left)))
    return lines


def _article_line(one: ArticleAlterations) -> str:
    counts = (
        (one.added, _tr("{0} added")),
        (one.changed, _tr("{0} changed")),
        (one.removed, _tr("{0} removed")),
    )
    told = ", ".join(words.format(number(count)) for count, words in counts if count)
    title = (
        isolated(one.title) if one.article_id is not None else _tr("Codebook and shared records")
    )
    return f"{title}: {told}"


def _alteration_lines(alteration: Alteration, codebook: Codebook | None) -> Iterator[str]:
    before, after = alteration.before, alteration.after
    if before is None or after is None:
        sign = "+" if before is None else "−"
        yield f"{sign} {_named(alteration.record, codebook)}"
        return
    yield f"± {_named(before, codebook)}"
    for name, old, new in _differences(before, after, codebook):
        told = [isolated(one) if one else _tr("nothing") for one in (old, new)]
        yield f"    {name}: {told[0]} → {told[1]}"


def _named(record: Record, codebook: Codebook | None) -> str:
    if isinstance(record, Highlight):
        label = isolated(_label(record.label_id, codebook))
        return f"{label} “{isolated(_short(record.quote))}”"
    if isinstance(record, ClaimRecord):
        told = record.restated or record.speaker or record.note
        return (
            _tr("Claim record “{0}”").format(isolated(_short(told)))
            if told
            else _tr("Claim record")
        )
    if isinstance(record, Article):
        return _tr("Article “{0}”").format(isolated(_short(record.title)))
    if isinstance(record, Label):
        return _tr("Label “{0}”").format(isolated(_short(record.name)))
    kinds = {Guideline: _tr("Guideline"), ReviewedMark: _tr("Reviewed mark")}
    return kinds.get(type(record), _tr("Text"))


def _differences(
    before: Record, after: Record, codebook: Codebook | None
) -> Iterator[tuple[str, str, str]]:
    for one in fields(before):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if old == new or one.name in _UNTOLD:
            continue
        if one.name == "label_id":
            yield _tr("Label"), _label(old, codebook), _label(new, codebook)
        elif one.name == "finished":
            yield _field(one.name, before), _time(old), _time(new)
        elif one.name == "spans":
            # Where the words are others, the quote tells it.
            if getattr(before, "quote", "") == getattr(after, "quote", ""):
                yield _tr("Place"), _told(old), _told(new)
        else:
            yield _field(one.name, before), _told(old), _told(new)


def _field(name: str, record: Record) -> str:
    if isinstance(record, ClaimRecord):
        return field_title(name)
    titles = {
        "quote": _tr("Words"),
        "cue": _tr("Cue"),
        "claim_id": _tr("Claim record"),
        "title": _tr("Title"),
        "finished": _tr("Finished"),
        "text": _tr("Text"),
    }
    return titles.get(name, name.replace("_", " ").capitalize())


def _told(value: object) -> str:
    if isinstance(value, tuple):
        return _short("; ".join(str(part) for part in value))
    return _short(str(value)) if value not in {None, ""} else ""


def _time(at: str) -> str:
    return day_and_time(at) if at else ""


def _label(label_id: str, codebook: Codebook | None) -> str:
    label = codebook.label_by_id(label_id) if codebook else None
    return label.name if label is not None else _tr("a label that is gone")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)
