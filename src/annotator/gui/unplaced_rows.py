"""Highlights that wait for their places, as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt

from annotator.gui.import_words import percent
from annotator.gui.search_hits import HIT, Index, SearchHits
from annotator.service.finding import SearchHit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.service.pending_places import Choice


class UnplacedRows(SearchHits):
    """The highlights of an article without a place; each is shown as a search shows a hit."""

    choices: tuple[Choice, ...] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these and no others."""
        self.choices = tuple(choices)
        self.show([_as_hit(one) for one in choices])

    def data(self, index: Index, role: int = HIT) -> Any:  # noqa: ANN401 - what Qt's models return
        """Return a row, or what is said of it: all that can be chosen from, too."""
        if role == Qt.ItemDataRole.AccessibleTextRole and 0 <= index.row() < len(self.choices):
            words = self.choices[index.row()].words[:2]
            places = [f"{place}: {one}" for place, one in enumerate(words, 1)]
            return ". ".join([super().data(index, role), *places])
        return super().data(index, role)


def _as_hit(choice: Choice) -> SearchHit:
    one = choice.highlight
    return SearchHit(
        kind="highlight",
        article_id=one.article_id,
        highlight_id=one.id,
        title=outcome_told(choice),
        snippet=" ".join(one.quote.split()),
        matches=(),
        span=None,
        rank=0,
        label_id=one.label_id,
    )


def outcome_told(choice: Choice) -> str:
    """Return what became of a highlight's place, and how well the candidates fit."""
    scores = [percent(one.score) for one in choice.candidates[:2]]
    if choice.lost:
        told = _tr("✕ Lost · most like it {0}") if scores else _tr("✕ Lost")
        return told.format(", ".join(scores))
    if len(scores) == 1:
        return _tr("? Perhaps, {0}").format(*scores)
    return _tr("? Ambiguous, {0} or {1}").format(*scores)


def _tr(text: str) -> str:
    return QCoreApplication.translate("revisions", text)
