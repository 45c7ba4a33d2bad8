"""The copy of the highlights that spreadsheets open; nothing is ever read from it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from annotator.core.formula_guard import guarded
from annotator.service.bundle.lines import ordered

if TYPE_CHECKING:
    from annotator.service.bundle.spool import Member
    from annotator.team.shared import Json, SharedObject

COLUMNS: Final = (
    "annotation_id", "article_id", "article", "label", "reviewer", "start", "end", "spans", "quote",
    "created", "modified", "claim_id", "state",
)  # fmt: skip


class Table:
    """A table of highlights while it is written; its articles are named by their titles."""

    def __init__(self, member: Member) -> None:
        self._member = member
        self._titles: dict[str, str] = {}
        self._line = io.StringIO()
        self._rows = csv.writer(self._line, lineterminator="\r\n")
        self._write(COLUMNS)
        member.records = 0

    def title(self, article_id: str, title: str) -> None:
        """Take note of an article's title."""
        self._titles[article_id] = title

    def add(self, one: SharedObject, line: dict[str, Json]) -> None:
        """Add a highlight, whose line in the bundle is given."""
        # Of rivals each replica shows its own; here it is the same one for all.
        first = {name: ordered(values)[0].value for name, values in one.fields.items()}
        made, places = first.get("made") or {}, first.get("place") or {}
        article = made.get("article", "")
        entry = places.get(line["target"].get("x:textSha256"), {})
        spans = entry.get("spans", [])
        lost = entry.get("unplaced")
        self._write((
            one.id,
            article,
            _safe(self._titles.get(article, "")),
            _safe(line["body"][0]["x:name"] if "label" in first else ""),
            _safe(line["creator"]["name"] if "reviewer" in first else ""),
            min((start for start, _ in spans), default=""),
            max((end for _, end in spans), default=""),
            " ".join(f"{start}-{end}" for start, end in spans) if len(spans) > 1 else "",
            _safe(entry.get("quote", "")),
            made.get("created", ""),
            first.get("modified", ""),
            first.get("claim") or "",
            _safe(lost["outcome"] if lost else ""),
        ))  # fmt: skip

    def _write(self, row: tuple[object, ...]) -> None:
        self._rows.writerow(row)
        self._member.write(self._line.getvalue().encode())
        self._member.records += 1
        self._line.seek(0)
        self._line.truncate()


def _safe(cell: str) -> str:
    return guarded(cell, guard=True)
