"""What waits to be settled, as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.conflict_words import conflict_head, conflict_line
from annotator.gui.search_hits import SearchHits
from annotator.gui.step_titles import isolated
from annotator.service.finding import SearchHit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.service.merging.conflicts import Conflict


class ConflictRows(SearchHits):
    """Conflicts, each shown as a search shows a hit: what it is of, both sides, where."""

    conflicts: tuple[Conflict, ...] = ()
    _heads: Mapping[str, str] = {}

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show these and no others."""
        self.conflicts = tuple(conflicts)
        self._heads = {one.id: conflict_head(one) for one in self.conflicts}
        self.show([_as_hit(one) for one in conflicts])

    def kind(self, hit: SearchHit) -> str:
        """Say what a conflict is of."""
        return self._heads.get(hit.highlight_id or "", "")


def _as_hit(conflict: Conflict) -> SearchHit:
    told = conflict_line(conflict)
    quote = " ".join(conflict.quote.split())
    return SearchHit(
        kind="highlight",
        article_id=conflict.article_id,
        highlight_id=conflict.id,
        title=conflict.title,
        snippet=f"{told}: {isolated(quote)}" if quote else told,
        matches=(),
        span=None,
        rank=0,
        label_id=None,
    )
