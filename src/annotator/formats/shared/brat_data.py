"""What a note of brat's carries for this program, and where a highlight lies in brat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from annotator.core.foreign_values import ForeignHighlight
from annotator.formats.shared.carried_data import (
    Pairs,
    highlight_data,
    told_fields,
    told_spans,
)
from annotator.formats.shared.record_articles import LOST
from annotator.formats.shared.span_values import words

if TYPE_CHECKING:
    from annotator.service.exchange_ports import SentHighlight

KIND = "FactAnnotator"
GENERATOR = "Fact Annotator"
PROJECT_FILE = "fact-annotator.json"
META = ".meta.json"
# Whatever some program takes for the end of a line; brat's lines end at each of them.
_LINE_ENDS = re.compile("[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]")


def fragments_of(text: str, spans: Iterable[tuple[int, int]]) -> Pairs:
    r"""Return spans without the line ends in them, as brat has them.

    >>> fragments_of("ab\ncd\n", [(1, 6)])
    ((1, 2), (3, 5))
    """
    found = []
    for start, end in spans:
        first = start
        for one in _LINE_ENDS.finditer(text, start, end):
            found.append((first, one.start()))
            first = one.end()
        found.append((first, end))
    return tuple(one for one in found if one[0] < one[1])


def joined(text: str, fragments: Pairs) -> Pairs:
    r"""Return fragments, those together that nothing but a line end keeps apart.

    >>> joined("ab\ncd e", ((1, 2), (3, 5), (6, 7)))
    ((1, 5), (6, 7))
    """
    found: list[tuple[int, int]] = []
    for start, end in fragments:
        between = text[found[-1][1] : start] if found else ""
        if between and not _LINE_ENDS.sub("", between):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def one_line(note: str) -> str:
    """Return a note as one line of brat's."""
    return _UNSEEN.sub(" ", note).strip()


def data_of(sent: SentHighlight, text: str, fragments: Pairs) -> dict[str, Any]:
    """Return what brat itself does not hold of a highlight; empty things are left out."""
    made = sent.highlight
    spans = tuple((span.start, span.end) for span in made.spans)
    found = highlight_data(sent)
    if one_line(sent.note) == sent.note:
        found.pop("note", None)
    if joined(text, fragments) != spans:
        found["spans"] = [list(one) for one in spans]
    return found


def lost_data(sent: SentHighlight, text: str) -> dict[str, Any]:
    """Return all of a highlight that has no place in brat."""
    made = sent.highlight
    waits = made.unplaced
    unplaced = {"outcome": LOST if waits is None else waits.outcome}
    if waits is not None:
        unplaced |= {"prefix": waits.prefix, "suffix": waits.suffix}
    found = {
        "label": sent.label.id,
        **data_of(sent, text, ()),
        "spans": [[span.start, span.end] for span in made.spans],
        "note": sent.note,
    }
    return {**found, "quote": made.quote, "unplaced": unplaced} if made.orphaned else found


def told_highlight(data: Mapping[str, Any], text: str, place: str) -> ForeignHighlight:
    """Return a highlight that only the side file has; raise ``BadSpanError`` where it is none."""
    waits = data.get("unplaced")
    spans = told_spans(data.get("spans"))
    quotes = tuple(text[start:end] for start, end in spans)
    known = dict(waits) if isinstance(waits, Mapping) else {}
    return ForeignHighlight(
        spans,
        words(data.get("label")),
        quotes=(words(data.get("quote")),) if known else quotes,
        prefix=words(known.get("prefix")),
        suffix=words(known.get("suffix")),
        unplaced=words(known.get("outcome")),
        place=place,
        **told_fields(data, words(data.get("note"))),
    )
