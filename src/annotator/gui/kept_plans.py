"""The plans of the stretches that were painted lately, or will be soon, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.gui.page_plan import Lying, lying_on, plan_of, rows_on
from annotator.gui.recent_things import Recent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.page_geometry import Line, Stretch
    from annotator.gui.page_plan import Plan, Row
    from annotator.service.open_article import OpenArticle

# What a stretch without a highlight weighs, and each of its lines, beside one for each tint and
# stroke.
BARE, BARE_LINE = 12, 2


class Laid(NamedTuple):
    """What lies on a stretch, and on each of its lines."""

    lying: Lying
    rows: list[Row]


class Kept(NamedTuple):
    """What lies on a stretch, with the plan of each of its lines."""

    laid: Laid
    plans: tuple[Plan, ...]


class KeptPlans:
    """Plans by stretch and line; one is made anew only where something else lies on the line.

    What lies there is asked for each time, which takes a tenth of the time of planning it, so a
    plan is never behind the article.
    """

    def __init__(self) -> None:
        self._kept: Recent[Stretch, Kept] = Recent()
        # What was found to lie on stretches that are to be painted next.
        self._found: dict[int, tuple[Stretch, Laid]] = {}

    def of(self, article: OpenArticle, stretch: Stretch, chosen: int | None) -> tuple[Plan, ...]:
        """Return the plans of a stretch's lines, equal to those made now."""
        lying = lying_on(article, stretch, chosen)
        kept = self._kept.get(stretch)
        if kept is not None and kept.laid.lying == lying:
            return kept.plans
        laid = Laid(lying, self._rows(article, stretch, lying))
        plans = _planned(article, stretch, laid, kept)
        weight = BARE + BARE_LINE * len(plans)
        weight += sum(len(one.tints) + len(one.strokes) for one in plans)
        self._kept.keep(stretch, Kept(laid, plans), weight=weight)
        return plans

    def altered(self, article: OpenArticle, stretch: Stretch, chosen: int | None) -> Sequence[Line]:
        """Return the lines that something else lies on than when they were planned."""
        kept = self._kept.get(stretch)
        if kept is None:
            return stretch.lines
        lying = lying_on(article, stretch, chosen)
        rows = rows_on(article, stretch, lying)
        self._found[id(stretch)] = stretch, Laid(lying, rows)
        pairs = zip(stretch.lines, rows, kept.laid.rows, strict=True)
        return [line for line, row, before in pairs if row != before]

    def has(self, stretch: Stretch) -> bool:
        """Tell whether there is a plan of a stretch, be it as it may."""
        return stretch in self._kept

    def forget(self) -> None:
        """Let go of everything."""
        self._kept.forget()
        self._found.clear()

    def _rows(self, article: OpenArticle, stretch: Stretch, lying: Lying) -> list[Row]:
        """Return what lies on each line, found lately or now; what is chosen does not matter."""
        _, found = self._found.pop(id(stretch), (stretch, None))
        if found is not None and found.lying._replace(chosen=lying.chosen) == lying:
            return found.rows
        return rows_on(article, stretch, lying)


def _planned(
    article: OpenArticle, stretch: Stretch, laid: Laid, kept: Kept | None
) -> tuple[Plan, ...]:
    """Plan the lines of a stretch, but take over what was planned of the same."""
    chosen, before = laid.lying.chosen, kept.laid.lying.chosen if kept else frozenset()
    # Only where something else is chosen the lines that it lies on are others.
    moved = chosen ^ before
    plans = []
    for number, (line, row) in enumerate(zip(stretch.lines, laid.rows, strict=True)):
        same = kept is not None and kept.laid.rows[number] == row
        if same and moved and any(hit[0] in moved for hit in row.hits):
            same = False
        if kept is not None and same:
            plans.append(kept.plans[number])
        else:
            plans.append(plan_of(article, line, row, chosen))
    return tuple(plans)
