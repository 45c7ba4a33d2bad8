"""What the card of a dataset that this program wrote says otherwise than the rows, or itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.shared.dataset_cards import FENCE, names_in, size_of, table_cell, unquoted
from annotator.formats.shared.span_values import words
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

_FEATURE: Final = re.compile(r"  - name: (.+)")
_INNER: Final = re.compile(r"    - name: (.+)")
_PATH: Final = re.compile(r"    path: (.+)")
_TAGGED: Final = re.compile(r"[BI]-(.+)")
_ROW: Final = re.compile(r"\| (.+?)(?<!\\) \|.*")
_UNKNOWN: Final = ("", "und")


class Rows:
    """What all rows have: their number, languages, and the names of what is in them."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self.count = 0
        self.languages: set[str] = set()
        self.names: set[str] = set()
        self.inner: set[str] = set()
        for row in rows:
            self.count += 1
            self.names.update(row)
            if (spoken := words(row.get("language"))) not in _UNKNOWN:
                self.languages.add(spoken)
            spans = row.get("spans")
            for one in spans if isinstance(spans, list) else ():
                self.inner.update(one if isinstance(one, dict) else ())


def card_faults(card: str, rows: Rows, paths: AbstractSet[str]) -> Iterator[str]:
    """Yield what is wrong in a card; ``paths`` are those of the files that there are."""
    above, _, below = card.removeprefix(FENCE).partition(f"\n{FENCE}\n")
    lines = above.split("\n")
    features = (_all(_FEATURE, lines), rows.names), (_all(_INNER, lines), rows.inner)
    for known, there in features if rows.count else ():
        yield from (Remark.NO_FEATURE.of(name=name) for name in sorted(there - known))
        if there:
            yield from (Remark.NO_COLUMN.of(name=name) for name in sorted(known - there))
    spoken = _listed(lines, "language:")
    if spoken != sorted(rows.languages):
        told = ", ".join(spoken) or "-"
        yield Remark.NO_LANGUAGE.of(told=told, right=", ".join(sorted(rows.languages)) or "-")
    for one in sorted(_all(_PATH, lines) - paths):
        yield Remark.NO_ROWS.of(told=one)
    size = next(iter(_listed(lines, "size_categories:")), "")
    if size != size_of(rows.count):
        yield Remark.OTHER_SIZE.of(told=size, count=rows.count)
    yield from _twice(card, lines, below)


def _twice(card: str, lines: list[str], below: str) -> Iterator[str]:
    """Yield what the card says twice and otherwise."""
    name = next((one for one in lines if one.startswith("pretty_name: ")), "")
    called = " ".join(unquoted(name.removeprefix("pretty_name: ")).split())
    heading = next((one for one in below.split("\n") if one.startswith("# ")), "# ")
    if called != heading.removeprefix("# "):
        yield Remark.OTHER_TITLES.of(told=called, right=heading.removeprefix("# "))
    found = names_in(card)
    tags = dict.fromkeys(one[1] for one in map(_TAGGED.fullmatch, found.get("ner_tags", ())) if one)
    keys = [table_cell(one) for one in found.get("label", tags)]
    table = [one[1] for one in map(_ROW.fullmatch, below.split("\n")) if one][1:]
    table = [one for one in table if set(one) != {"-"}]
    if keys != table:
        yield Remark.OTHER_LABELS.of(told=", ".join(keys) or "-", right=", ".join(table) or "-")


def _all(shape: re.Pattern[str], lines: Iterable[str]) -> set[str]:
    return {unquoted(one[1]) for one in map(shape.fullmatch, lines) if one}


def _listed(lines: list[str], above: str) -> list[str]:
    """Return the items of the list below a line."""
    found: list[str] = []
    for line in lines[lines.index(above) + 1 :] if above in lines else ():
        if not line.startswith("- "):
            break
        found.append(unquoted(line.removeprefix("- ")))
    return found
