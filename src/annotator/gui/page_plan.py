"""What is to be painted on a stretch of lines, told by the article's indexes; no drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from annotator.gui.page_geometry import lanes
from annotator.gui.page_measure import BADGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.core.span import Span
    from annotator.gui.page_geometry import Line, Stretch
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
    """All that is painted on one line, or several, besides the text and the current sentence."""

    tints: Sequence[Tint]
    strokes: Sequence[Stroke]
    outlines: Sequence[Outline]
    marks: Sequence[Marks]
    remnants: Sequence[Remnant] = ()


EMPTY = Plan((), (), (), ())


class Lying(NamedTuple):
    """What lies on a stretch: all that a plan follows from besides the lines.

    ``at_end`` is what lies at the very end of the paragraph that ends with the stretch, and
    ``checked`` holds the starts of the sentences that bear a mark and no highlight.
    """

    hits: list[Hit]
    at_end: list[Hit]
    chosen: frozenset[int]
    checked: list[int]


class Row(NamedTuple):
    """What lies on one line: all that its plan follows from besides the line and what is chosen.

    ``lanes`` has one for each hit, of those that the line uses, and ``letters`` the labels that
    begin here. ``lost`` are the hits without a character.
    """

    hits: tuple[Hit, ...] = ()
    lanes: tuple[int, ...] = ()
    letters: tuple[str, ...] = ()
    lost: tuple[Hit, ...] = ()
    checked: bool = False


_NOTHING = Row()


def lying_on(article: OpenArticle, stretch: Stretch, chosen: int | None) -> Lying:
    """Ask the article's indexes for one stretch; costs what lies on it."""
    # An empty line has no code point of its own; all that can lie on it is without one, too.
    empty = stretch.start == stretch.end
    hits = [] if empty else article.index.overlapping(stretch.start, stretch.end)
    return Lying(
        hits=hits,
        at_end=_at_end(article, stretch),
        chosen=chosen_among(article, hits, chosen),
        checked=[] if empty else _checked(article, stretch),
    )


def chosen_among(article: OpenArticle, hits: Iterable[Hit], chosen: int | None) -> frozenset[int]:
    """Return the keys of those hits that belong to the chosen highlight."""
    keys = frozenset(article.index_keys(chosen)) if chosen is not None else frozenset()
    return keys.intersection(hit[0] for hit in hits) if keys else keys


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
    """Plan one stretch as a whole; costs what lies on it."""
    lying = lying_on(article, stretch, chosen)
    rows = zip(stretch.lines, rows_on(article, stretch, lying), strict=True)
    plans = [plan_of(article, line, row, lying.chosen) for line, row in rows]
    return Plan(
        tints=[tint for one in plans for tint in one.tints],
        strokes=[stroke for one in plans for stroke in one.strokes],
        outlines=[outline for one in plans for outline in one.outlines],
        marks=[mark for one in plans for mark in one.marks],
        remnants=[remnant for one in plans for remnant in one.remnants],
    )


def rows_on(article: OpenArticle, stretch: Stretch, lying: Lying) -> list[Row]:
    """Part what lies on a stretch among its lines."""
    held: list[list[Hit]] = [[] for _ in stretch.lines]
    letters: list[list[str]] = [[] for _ in stretch.lines]
    lost: list[list[Hit]] = [[] for _ in stretch.lines]
    for hit in lying.hits:
        key, start, end, label = hit
        for number in stretch.numbers_over(start, end):
            held[number].append(hit)
        if start >= stretch.start and article.highlight_key(key) == key:
            letters[stretch.line_of(start)].append(label)
    for hit in (*lying.hits, *lying.at_end):
        if hit[1] == hit[2] and stretch.start <= hit[1]:
            lost[stretch.line_of(hit[1])].append(hit)
    checked = {stretch.line_of(start) for start in lying.checked}
    lane_of = lanes(lying.hits, stretch.start, stretch.end)
    return [
        Row(tuple(on), _ranks(on, lane_of), tuple(dict.fromkeys(begun)), tuple(gone), n in checked)
        for n, (on, begun, gone) in enumerate(zip(held, letters, lost, strict=True))
    ]


def _ranks(hits: list[Hit], lane_of: dict[int, int]) -> tuple[int, ...]:
    """Return the lane of each hit among those that are used on its line."""
    used = sorted({lane_of[key] for key, *_ in hits})
    rank = {lane: place for place, lane in enumerate(used)}
    return tuple([rank[lane_of[key]] for key, *_ in hits])


def plan_of(article: OpenArticle, line: Line, row: Row, chosen: frozenset[int]) -> Plan:
    """Plan one line out of what lies on it."""
    if row == _NOTHING:
        return EMPTY
    framed = [hit for hit in row.hits if hit[0] in chosen] if chosen else ()
    return Plan(
        tints=tuple(_tints(article, line, row, chosen)) if row.hits else (),
        strokes=tuple(_strokes(line, row)),
        outlines=tuple(_outlines(line, framed)),
        marks=(_shortened(line, row),) if row.letters or row.checked else (),
        remnants=tuple(Remnant(line, line.x_before(hit[1]), hit[3]) for hit in row.lost),
    )


def _tints(article: OpenArticle, line: Line, row: Row, chosen: frozenset[int]) -> Iterator[Tint]:
    labels = {key: label for key, _, _, label in row.hits}
    for start, end, keys in article.index.segments(line.start, line.full_end):
        held = tuple([labels[key] for key in keys[-MOST_TINTS:]])
        is_chosen = not chosen.isdisjoint(keys)
        for left, right in line.runs(start, end):
            yield Tint(line, left, right, held, is_chosen)


def _strokes(line: Line, row: Row) -> Iterator[Stroke]:
    used = max(row.lanes, default=-1) + 1
    for (_, start, end, label), lane in zip(row.hits, row.lanes, strict=True):
        for left, right in line.runs(start, end):
            yield Stroke(line, left, right, label, lane, used)


def _outlines(line: Line, hits: Iterable[Hit]) -> Iterator[Outline]:
    for _, start, end, _ in hits:
        for left, right in line.runs(start, end):
            yield Outline(line, left, right)


def _shortened(line: Line, row: Row) -> Marks:
    """Leave out the letters that the margin has no place for."""
    places = BADGES - row.checked
    if len(row.letters) <= places:
        return Marks(line, row.letters, 0, row.checked)
    kept = row.letters[: places - 1]
    return Marks(line, kept, len(row.letters) - len(kept), row.checked)


def ground(stretch: Stretch, span: Span) -> list[Outline]:
    """Return the runs of a span, such as the current sentence, on a stretch."""
    hit = (0, span.start, span.end, "")
    return [
        run for line in stretch.lines_over(span.start, span.end) for run in _outlines(line, [hit])
    ]
