"""What the mouse rests on, in words: the records of the highlights there, hidden characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtWidgets import QToolTip

from annotator.core.errors import AnnotatorError
from annotator.gui.article_rows import END_OF_IT, FIRST_STRONG
from annotator.gui.clock import day_and_time
from annotator.gui.page_selection import highlights_under
from annotator.gui.plain import tooltip_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QHelpEvent

    from annotator.core.records import ClaimRecord, Highlight
    from annotator.gui.page import Page
    from annotator.gui.reviewing import Reviewing

MOST_TOLD = 4
LONGEST = 200


class Hover(QObject):
    """Answers a resting mouse on a page with plain text."""

    def __init__(self, page: Page, reviewing: Reviewing) -> None:
        super().__init__(page)
        self._page, self._reviewing = page, reviewing
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show the words where there are some, nothing else."""
        if event.type() != QEvent.Type.ToolTip:
            return super().eventFilter(watched, event)
        self._show(event)  # type: ignore[arg-type]  # its type says what it is
        return True

    def _show(self, event: QHelpEvent) -> None:
        lines = self.words(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), tooltip_lines(lines), self._page.viewport())

    def words(self, point: QPointF) -> list[str]:
        """Say what is at a point of the page's viewport, a line each."""
        article = self._reviewing.article
        if article is None:
            return []
        hidden = self._page.unseen_at(point)
        if hidden is not None:
            return [hidden.name, self.tr("It cannot be seen, but it is part of the text.")]
        position = self._page.position_at(point)
        if position is None:
            return []
        keys = highlights_under(article, position)
        lines = [line for key in keys[:MOST_TOLD] for line in self._highlight(key)]
        if len(keys) > MOST_TOLD:
            lines.append(self.tr("and {0} more").format(len(keys) - MOST_TOLD))
        return lines

    def _highlight(self, key: int) -> Iterator[str]:
        reviewing = self._reviewing
        highlight, codebook = reviewing.highlight(key), reviewing.codebook
        if highlight is None or codebook is None:
            return
        names = [label.name for label in codebook.labels if label.id == highlight.label_id]
        who = reviewing.reviewer_name(highlight.reviewer_id)
        parts = (*map(_isolated, (*names, who)), day_and_time(highlight.modified))
        yield " · ".join(parts)
        claim = self._claim(highlight)
        for name, value in self._facts(claim) if claim else ():
            yield f"{name}: {_isolated(_shortened(value))}"

    def _claim(self, highlight: Highlight) -> ClaimRecord | None:
        project = self._reviewing.project
        if highlight.claim_id is None or project is None:
            return None
        try:
            return project.queries.claim(highlight.claim_id)
        except AnnotatorError as error:
            self._reviewing.failed.emit(error)
            return None

    def _facts(self, claim: ClaimRecord) -> Iterator[tuple[str, str]]:
        facts = (
            (self.tr("Speaker"), claim.speaker),
            (self.tr("Restated claim"), claim.restated),
            (self.tr("Verdict"), claim.verdict),
            (self.tr("Note"), claim.note),
        )
        return ((name, value) for name, value in facts if value)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def _isolated(text: str) -> str:
    """Keep words that run the other way from reordering what stands beside them."""
    return f"{FIRST_STRONG}{text}{END_OF_IT}" if text else ""
