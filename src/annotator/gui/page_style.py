"""How the reader wants the page set: face, size, line spacing, column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

from annotator.gui.page_header import text_font
from annotator.gui.page_measure import COLUMN, LINE_HEIGHT, TEXT_SIZE, Measure, zoomed_size
from annotator.settings import table

if TYPE_CHECKING:
    from annotator.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class PageStyle:
    """The page's settings; with ``characters`` these make the column, otherwise its pixels."""

    family: str = ""
    size: int = TEXT_SIZE
    leading: float = LINE_HEIGHT
    column: int = COLUMN
    characters: int = 0

    def measure(self, steps: int) -> Measure:
        """Return the proportions of the page, zoomed by so many steps."""
        size = zoomed_size(self.size, steps)
        column = self.column
        if self.characters:
            metrics = QFontMetricsF(text_font(size, self.family))
            column = round(self.characters * metrics.averageCharWidth())
        return Measure(size, self.leading, column, self.family)


def page_style(settings: Settings) -> PageStyle:
    """Return how the settings want the page."""
    return PageStyle(
        family=settings.get(table.FONT.key),
        size=settings.get(table.TEXT_SIZE.key),
        leading=settings.get(table.LINE_SPACING.key),
        column=settings.get(table.COLUMN.key),
        characters=settings.get(table.CHARACTERS.key),
    )
