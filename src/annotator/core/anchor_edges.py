"""Where the edges of a span come to stand when words inside it or at its edges gave way."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from annotator.core.anchor_scores import LONGEST_COMPARED, likeness
from annotator.core.folded_text import cluster_end, cluster_start, is_border
from annotator.core.span import Span

if TYPE_CHECKING:
    from annotator.core.anchor_map import TextMap
    from annotator.core.token_alignment import Gap

# A sentence or paragraph begins behind each of these.
BREAK: Final = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*\s*|\n\s*")
# Of words that gave way at an edge, these outside of it do not count.
_EDGING: Final = " \t\n.,;:!?…。，！？\"'“”‘’«»()"
# Beginnings inside what came in that are tried as edges, and as far in as they are looked for.
_TRIED, _READ = 8, 4_000


def mapped(found: TextMap, span: Span, gaps: tuple[int, int]) -> Span:
    """Return where the new text has a span in which ``gaps`` lie, as like the quote as may be."""
    quote = found.old[span.start : span.end]
    starts = _starts(found, span.start, gaps[0])
    ends = _ends(found, span.end, gaps[1] - 1)
    start, end = starts[0], max(starts[0], ends[0])
    if len(quote) <= LONGEST_COMPARED:
        start = max(starts, key=lambda one: likeness(quote, found.new[one:end]))
        end = max(ends, key=lambda one: likeness(quote, found.new[start:one]))
    return Span(start, max(start, end))


def position(found: TextMap, place: int) -> int:
    """Return where the new text has a place of the old one; inside a gap, where that begins."""
    low, high = found.touching(Span(place, place + 1))
    if low < high and found.gaps[low].old_start <= place:
        return found.gaps[low].new_start
    return place + found.kept(low)[2]


def unsplit(found: TextMap, span: Span, new_span: Span) -> Span:
    """Widen a new span to whole grapheme clusters, at each edge where the old one had them."""
    start, end = new_span.start, new_span.end
    if not is_border(found.new, start) and is_border(found.old, span.start):
        start = cluster_start(found.new, start)
    if not is_border(found.new, end) and is_border(found.old, span.end):
        end = cluster_end(found.new, end)
    return Span(start, end)


def _starts(found: TextMap, start: int, number: int) -> list[int]:
    """Return the places where a span may start whose first gap this is, the likeliest first."""
    gap, slide = found.gaps[number], found.slide(number)
    before, behind = found.kept(number)[2], found.kept(number + 1)[2]
    if start < gap.old_start:
        places = [start + before]
    else:
        places = [gap.new_start, *_beginnings(found.new, gap)]
        if found.old[gap.old_start : start].strip(_EDGING):
            places.append(gap.new_end)
            if slide.right >= start - gap.old_start:
                places.append(start + before)
    # What only came, or only went, may as well have been before the span.
    if slide.left and slide.left >= gap.old_end - start:
        places.append(start + behind)
    return places


def _ends(found: TextMap, end: int, number: int) -> list[int]:
    """Return the places where a span may end whose last gap this is, the likeliest first."""
    gap, slide = found.gaps[number], found.slide(number)
    before, behind = found.kept(number)[2], found.kept(number + 1)[2]
    if end > gap.old_end:
        places = [end + behind]
    else:
        places = [gap.new_end, *_endings(found.new, gap)]
        if found.old[end : gap.old_end].strip(_EDGING):
            places.append(gap.new_start)
            if slide.left >= gap.old_end - end:
                places.append(end + behind)
    if slide.right and slide.right >= end - gap.old_start:
        places.append(end + before)
    return places


def _beginnings(new: str, gap: Gap) -> list[int]:
    """Return where sentences begin behind the first one inside a gap."""
    return [match.end() for match in _breaks(new, gap)]


def _endings(new: str, gap: Gap) -> list[int]:
    """Return where sentences end inside a gap."""
    return [match.start() + len(match[0].rstrip()) for match in _breaks(new, gap)]


def _breaks(new: str, gap: Gap) -> list[re.Match[str]]:
    inside = BREAK.finditer(new, gap.new_start, min(gap.new_end, gap.new_start + _READ))
    return list(islice(inside, _TRIED))
