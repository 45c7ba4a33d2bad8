"""What commands on the chosen highlight do while the table of highlights hides the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions import has_article

if TYPE_CHECKING:
    from annotator.gui.highlight_table import HighlightTable
    from annotator.gui.window import Window

TOOL = "highlights"


def table_in_sight(window: Window) -> HighlightTable | None:
    """Return the table of highlights where it stands in the page's place."""
    if not window.tools.is_open(TOOL):
        return None
    from annotator.gui.highlight_table import HighlightTable  # noqa: PLC0415 - only who looks at it pays for it

    table = window.tools.widget(TOOL)
    assert isinstance(table, HighlightTable)  # noqa: S101 - the table of tools says so
    return table


def can_act_on_chosen(window: Window) -> bool:
    """Tell whether a highlight can be chosen in sight: on the page, or rows in the table."""
    return has_article(window) or table_in_sight(window) is not None
