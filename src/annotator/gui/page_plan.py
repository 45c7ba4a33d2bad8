"""What is to be painted on a stretch of lines, told by the article's indexes; no drawing."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from annotator.gui.page_geometry import Line, Stretch, lanes
from annotator.gui.page_measure import BADGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.span import Span
    from annotator.service.open_article import OpenArticle

Hit: TypeAlias = tuple[int, int, int, str]
# More tints upon each other would drown the text.
MOST_TINTS = 4


@dataclass(frozen=True, slots=True)
class Tint:
    """A run of one line under the tints of these labels, the lowest first."""

    line: Line
    left: float
    right: float
    label_ids: tuple[str, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    """The line under a run of one highlight; ``lane`` counts from the text downwards."""

    line: Line
    left: float
    right: float
    label_id: str
    lane: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The frame around a run of the chosen highlight."""

    line: Line
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands in the margin beside a line: letters, how many more, and a check mark."""

    line: Line
    label_ids: tuple[str, ...]
    more: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Remnant:
    """The place where a highlight lost its text."""

    line: Line
    x: float
    label_id: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is painted on one stretch besides its text and the current sentence."""

    tints: list[Tint]
    strokes: list[Stroke]
    outlines: list[Outline]
    marks: list[Marks]
    remnants: list[Remnant] = field(default_factory=list)


class Lying(NamedTuple):
    """What lies on a stretch: all that a plan follows from besides the lines.

    ``at_end`` is what lies at the very end of the paragraph that ends with the stretch, and
    ``checked`` holds the starts of the sentences that bear a mark and no highlight.
    """

    hits: list[Hit]
    at_end: list[Hit]
    chosen: frozenset[int]
    checked: list[int]


def lying_on(article: OpenArticle, stretch: Stretch, chosen: int | None) -> Lying:
    """Ask the article's indexes for one stretch; costs what lies on it."""
    # An empty line has no code point of its own; all that can lie on it is without one, too.
    empty = stretch.start == stretch.end
    hits = [] if empty else article.index.overlapping(stretch.start, stretch.end)
    keys = frozenset(article.index_keys(chosen)) if chosen is not None else frozenset()
    return Lying(
        hits=hits,
        at_end=_at_end(article, stretch),
        chosen=keys.intersection(key for key, *_ in hits) if keys else keys,
        checked=[] if empty else _checked(article, stretch),
    )


def _at_end(article: OpenArticle, stretch: Stretch) -> list[Hit]:
    place = article.sentences.place_at(stretch.end)
    ends = place.start + len(place.paragraph.text) == stretch.end
    return article.index.at(stretch.end) if ends else []


def _checked(article: OpenArticle, stretch: Stretch) -> list[int]:
    return [
        start
        for _, start, end, _ in article.marks.overlapping(stretch.start, stretch.end)
        if start >= stretch.start and not article.index.overlapping(start, end)
    ]


def plan(article: OpenArticle, stretch: Stretch, chosen: int | None) -> Plan:
    """Plan one stretch; costs what lies on it."""
    return plan_of(article, stretch, lying_on(article, stretch, chosen))


def plan_of(article: OpenArticle, stretch: Stretch, lying: Lying) -> Plan:
    """Plan one stretch out of what lies on it."""
    hits, chosen = lying.hits, lying.chosen
    return Plan(
        tints=list(_tints(article, stretch, lying)) if hits else [],
        strokes=list(_strokes(stretch, hits)),
        outlines=list(_outlines(stretch, (hit for hit in hits if hit[0] in chosen))),
        marks=list(_marks(article, stretch, lying)),
        remnants=list(_remnants(stretch, lying)),
    )


def _tints(article: OpenArticle, stretch: Stretch, lying: Lying) -> Iterator[Tint]:
    labels = {key: label for key, _, _, label in lying.hits}
    for start, end, keys in article.index.segments(stretch.start, stretch.end):
        held = tuple(labels[key] for key in keys[-MOST_TINTS:])
        is_chosen = not lying.chosen.isdisjoint(keys)
        for _, line in stretch.lines_over(start, end):
            for left, right in line.runs(start, end):
                yield Tint(line, left, right, held, is_chosen)


def _strokes(stretch: Stretch, hits: list[Hit]) -> Iterator[Stroke]:
    lane_of = lanes(hits, stretch.start, stretch.end)
    on_line: dict[int, list[Hit]] = {}
    for hit in hits:
        for number, _ in stretch.lines_over(hit[1], hit[2]):
            on_line.setdefault(number, []).append(hit)
    for number, held in on_line.items():
        line = stretch.lines[number]
        used = sorted({lane_of[key] for key, *_ in held})
        rank = {lane: place for place, lane in enumerate(used)}
        for key, start, end, label in held:
            for left, right in line.runs(start, end):
                yield Stroke(line, left, right, label, rank[lane_of[key]], len(used))


def _outlines(stretch: Stretch, hits: Iterable[Hit]) -> Iterator[Outline]:
    for _, start, end, _ in hits:
        for _, line in stretch.lines_over(start, end):
            for left, right in line.runs(start, end):
                yield Outline(line, left, right)


def _remnants(stretch: Stretch, lying: Lying) -> Iterator[Remnant]:
    """Yield the empty highlights on a stretch, those at the very end of a paragraph included."""
    for _, start, end, label in (*lying.hits, *lying.at_end):
        if start == end and stretch.start <= start:
            line = stretch.lines[stretch.line_of(start)]
            yield Remnant(line, line.x_before(start), label)


def _marks(article: OpenArticle, stretch: Stretch, lying: Lying) -> Iterator[Marks]:
    begun = [
        (stretch.line_of(start), label)
        for key, start, _, label in lying.hits
        if start >= stretch.start and article.highlight_key(key) == key
    ]
    checked = {stretch.line_of(start) for start in lying.checked}
    letters = {
        number: tuple(dict.fromkeys(label for _, label in group))
        for number, group in groupby(begun, key=lambda pair: pair[0])
    }
    for number in sorted(checked | letters.keys()):
        yield _shortened(stretch.lines[number], letters.get(number, ()), checked=number in checked)


def _shortened(line: Line, label_ids: tuple[str, ...], *, checked: bool) -> Marks:
    """Leave out the letters that the margin has no place for."""
    places = BADGES - checked
    if len(label_ids) <= places:
        return Marks(line, label_ids, 0, checked)
    kept = label_ids[: places - 1]
    return Marks(line, kept, len(label_ids) - len(kept), checked)


def ground(stretch: Stretch, span: Span) -> list[Outline]:
    """Return the runs of a span, such as the current sentence, on a stretch."""
    return list(_outlines(stretch, [(0, span.start, span.end, "")]))
