"""The plans of the stretches that were painted lately, or will be soon, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.gui.page_plan import Lying, chosen_among, lying_on, plan_of, rows_on
from annotator.gui.recent_things import Recent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.highlight_index import HighlightIndex
    from annotator.gui.page_geometry import Line, Stretch
    from annotator.gui.page_plan import Plan, Row
    from annotator.service.open_article import OpenArticle

# What a stretch without a highlight weighs, and each of its lines, beside one for each tint and
# stroke.
BARE, BARE_LINE = 12, 2


class Stand(NamedTuple):
    """An article's indexes and how often each was altered: what lies in them is the same."""

    highlights: HighlightIndex[str]
    altered: int
    marks: HighlightIndex[str]
    marked: int

    @classmethod
    def of(cls, article: OpenArticle) -> Stand:
        """Return how an article's indexes stand."""
        index, marks = article.index, article.marks
        return cls(index, index.version, marks, marks.version)


class Laid(NamedTuple):
    """What lies on a stretch, and on each of its lines, as the indexes told when they stood so."""

    stand: Stand
    lying: Lying
    rows: list[Row]


class Kept(NamedTuple):
    """What lies on a stretch, with the plan of each of its lines."""

    laid: Laid
    plans: tuple[Plan, ...]
    weight: int


class KeptPlans:
    """Plans by stretch and line; one is made anew only where something else lies on the line.

    What lies there is asked for again after any change to the article, so a plan is never behind
    it; that takes a tenth of the time of planning.
    """

    def __init__(self) -> None:
        self._kept: Recent[Stretch, Kept] = Recent()
        # What was found to lie on stretches that are to be painted next.
        self._found: dict[int, tuple[Stretch, Laid]] = {}

    def of(self, article: OpenArticle, stretch: Stretch, chosen: int | None) -> tuple[Plan, ...]:
        """Return the plans of a stretch's lines, equal to those made now."""
        kept = self._kept.get(stretch)
        _, known = self._found.pop(id(stretch), (stretch, kept.laid if kept else None))
        laid = _laid(article, stretch, chosen, known)
        if kept is None or kept.laid.lying != laid.lying:
            kept = _planned(article, stretch, laid, kept)
        elif kept.laid is not laid:
            kept = kept._replace(laid=laid)
        self._kept.keep(stretch, kept, weight=kept.weight)
        return kept.plans

    def altered(self, article: OpenArticle, stretch: Stretch, chosen: int | None) -> Sequence[Line]:
        """Return the lines that something else lies on than when they were planned."""
        kept = self._kept.get(stretch)
        if kept is None:
            return stretch.lines
        laid = _laid(article, stretch, chosen, kept.laid)
        self._found[id(stretch)] = stretch, laid
        pairs = zip(stretch.lines, laid.rows, kept.laid.rows, strict=True)
        return [line for line, row, before in pairs if row != before]

    def has(self, stretch: Stretch) -> bool:
        """Tell whether there is a plan of a stretch, be it as it may."""
        return stretch in self._kept

    def forget(self) -> None:
        """Let go of everything."""
        self._kept.forget()
        self._found.clear()


def _laid(article: OpenArticle, stretch: Stretch, chosen: int | None, known: Laid | None) -> Laid:
    """Return what lies on a stretch, of what is known as much as still holds."""
    stand = Stand.of(article)
    # While the text is edited, what lies at its paragraphs' ends may move without the indexes.
    if known is not None and known.stand == stand and article.editing is None:
        here = chosen_among(article, known.lying.hits, chosen)
        if here == known.lying.chosen:
            return known
        return known._replace(lying=known.lying._replace(chosen=here))
    lying = lying_on(article, stretch, chosen)
    if known is not None and known.lying._replace(chosen=lying.chosen) == lying:
        return Laid(stand, lying, known.rows)
    return Laid(stand, lying, rows_on(article, stretch, lying))


def _planned(article: OpenArticle, stretch: Stretch, laid: Laid, kept: Kept | None) -> Kept:
    """Plan the lines of a stretch, but take over what was planned of the same."""
    chosen = laid.lying.chosen
    # Where something else is chosen, only the lines that it lies on are others.
    moved = chosen ^ kept.laid.lying.chosen if kept is not None else chosen
    plans = []
    for number, (line, row) in enumerate(zip(stretch.lines, laid.rows, strict=True)):
        same = kept is not None and kept.laid.rows[number] == row
        if same and moved and any(hit[0] in moved for hit in row.hits):
            same = False
        plans.append(
            kept.plans[number] if kept is not None and same else plan_of(article, line, row, chosen)
        )
    weight = BARE + sum(BARE_LINE + len(one.tints) + len(one.strokes) for one in plans)
    return Kept(laid, tuple(plans), weight)
