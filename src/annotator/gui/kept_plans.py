"""The plans of the stretches that were painted lately, or will be soon."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from annotator.gui.page_plan import lying_on, plan_of

if TYPE_CHECKING:
    from annotator.gui.page_geometry import Stretch
    from annotator.gui.page_plan import Lying, Plan
    from annotator.service.open_article import OpenArticle

# Some three tall screens of short paragraphs.
MOST = 200


class KeptPlans:
    """Plans by stretch; one is made anew only where something else lies on the stretch.

    What lies there is asked for each time, which takes a tenth of the time of planning it, so a
    plan is never behind the article.
    """

    def __init__(self) -> None:
        # By identity, which the stretch that is kept along with its plan guarantees.
        self._kept: OrderedDict[int, tuple[Stretch, Lying, Plan]] = OrderedDict()

    def of(self, article: OpenArticle, stretch: Stretch, chosen: int | None) -> Plan:
        """Return the plan of a stretch, equal to one made now."""
        lying = lying_on(article, stretch, chosen)
        kept = self._kept.pop(id(stretch), None)
        if kept is None or kept[1] != lying:
            kept = stretch, lying, plan_of(article, stretch, lying)
        self._kept[id(stretch)] = kept
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return kept[2]

    def has(self, stretch: Stretch) -> bool:
        """Tell whether there is a plan of a stretch, be it as it may."""
        return id(stretch) in self._kept

    def forget(self) -> None:
        """Let go of everything: another article takes the page."""
        self._kept.clear()
