"""The page's proportions, in pixels: type, lines, margins."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_SIZE = 19
ZOOM_STEP = 1.1
SMALLEST, LARGEST = 10, 72
LINE_HEIGHT = 1.7

COLUMN = 690
INNER_MARGIN = 78
OUTER_MARGIN = 38
TOP_MARGIN = 36
HEADER_GAP = 22
BOTTOM_MARGIN = 120

BADGE = 18
BADGE_GAP = 3
BADGES = 3
GUTTER = 15
BAR_WIDTH = 3
BAR_GUTTER = 11


def zoomed_size(size: int, steps: int) -> int:
    """Return a size of text so many steps larger (or smaller).

    >>> zoomed_size(19, 1), zoomed_size(19, 100)
    (21, 72)
    """
    wanted = size * ZOOM_STEP ** max(-50, min(steps, 50))
    return round(max(SMALLEST, min(wanted, LARGEST)))


@dataclass(frozen=True, slots=True)
class Measure:
    """What follows from the size of the text; distances count from a line's baseline."""

    size: int = TEXT_SIZE
    leading: float = LINE_HEIGHT
    column: int = COLUMN
    family: str = ""

    @classmethod
    def zoomed(cls, steps: int) -> Measure:
        """Return the measure so many steps above (or below) the normal size.

        >>> Measure.zoomed(0).pitch, Measure.zoomed(-100).size
        (32, 10)
        """
        return cls(zoomed_size(TEXT_SIZE, steps))

    @property
    def page_width(self) -> int:
        """The column with its margins."""
        return INNER_MARGIN + self.column + OUTER_MARGIN

    @property
    def pitch(self) -> int:
        """From one baseline to the next."""
        return round(self.size * self.leading)

    @property
    def spacing(self) -> int:
        """Between two paragraphs."""
        return round(self.size * 0.9)

    @property
    def rise(self) -> int:
        """From the baseline up to where a tint begins."""
        return round(self.size * 0.95)

    @property
    def drop(self) -> int:
        """From the baseline down to where a tint ends and the first line under it begins."""
        return round(self.size * 0.32)

    @property
    def middle(self) -> int:
        """From the baseline up to the middle of the letters."""
        return round(self.size * 0.31)

    @property
    def room(self) -> int:
        """What is left under a tint until the letters of the next line begin."""
        return max(1, self.pitch - round(self.size * 0.8) - self.drop - 1)

    @property
    def band(self) -> tuple[int, int]:
        """From the baseline up and down to the edges of the strip that is a line's own."""
        above = self.middle + self.pitch // 2
        return above, self.pitch - above

    def strokes(self, count: int, *, width: int) -> tuple[int, int, int]:
        """Return thickness, distance and number of the lines to draw where ``count`` stack.

        They grow no thinner than keeps them off the next line's letters, and end where even
        thin ones would reach these.

        >>> [Measure().strokes(count, width=2) for count in (2, 4, 9)]
        [(2, 3, 2), (1, 2, 4), (1, 2, 5)]
        >>> [Measure().strokes(count, width=3) for count in (2, 3, 4)]
        [(3, 4, 2), (2, 3, 3), (1, 2, 4)]
        """
        for thick in range(width, 0, -1):
            if count * (thick + 1) - 1 <= self.room or count == 1:
                return thick, thick + 1, count
        return 1, 2, min(count, max(1, (self.room + 1) // 2))
