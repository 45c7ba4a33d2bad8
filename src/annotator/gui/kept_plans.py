"""The plans of the stretches that were painted lately, or will be soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.page_plan import Lying, lying_on, plan_of
from annotator.gui.recent_things import Recent

if TYPE_CHECKING:
    from annotator.gui.page_geometry import Stretch
    from annotator.gui.page_plan import Plan
    from annotator.service.open_article import OpenArticle

# What a stretch without a highlight weighs, beside one for each tint and stroke.
BARE = 20


class KeptPlans:
    """Plans by stretch; one is made anew only where something else lies on the stretch.

    What lies there is asked for each time, which takes a tenth of the time of planning it, so a
    plan is never behind the article.
    """

    def __init__(self) -> None:
        self._kept: Recent[Stretch, tuple[Lying, Plan]] = Recent()

    def of(self, article: OpenArticle, stretch: Stretch, chosen: int | None) -> Plan:
        """Return the plan of a stretch, equal to one made now."""
        lying = lying_on(article, stretch, chosen)
        kept = self._kept.get(stretch)
        if kept is not None and kept[0] == lying:
            return kept[1]
        made = plan_of(article, stretch, lying)
        weight = BARE + len(made.tints) + len(made.strokes)
        self._kept.keep(stretch, (lying, made), weight=weight)
        return made

    def has(self, stretch: Stretch) -> bool:
        """Tell whether there is a plan of a stretch, be it as it may."""
        return stretch in self._kept

    def forget(self) -> None:
        """Let go of everything."""
        self._kept.forget()
