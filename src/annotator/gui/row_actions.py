"""What commands on the chosen highlight do while the table of highlights hides the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.errors import AnnotatorError
from annotator.gui.actions import has_article
from annotator.service.codebook_commands import ConfirmUnderGuideline
from annotator.service.commands import KeepHighlights

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


def confirm_rows(window: Window, table: HighlightTable) -> None:
    """Say that the selected highlights hold under the guideline as it is now, in one step."""
    chosen = tuple(one.id for one in table.view.chosen())
    if chosen:
        told = _tr("Confirming…")
        window.work.execute(ConfirmUnderGuideline(chosen), len(chosen), told=told)


def keep_rows(window: Window, table: HighlightTable) -> None:
    """Say that those of the selected highlights whose words were edited still hold."""
    project, chosen = window.reviewing.project, table.view.chosen()
    if project is None:
        return
    try:
        changed = {
            one.highlight.id
            for article_id in {one.article_id for one in chosen}
            for one in project.queries.changed_highlights(article_id)
        }
    except AnnotatorError as error:
        window.reviewing.failed.emit(error)
        return
    kept = tuple(one.id for one in chosen if one.id in changed)
    if kept:
        window.work.execute(KeepHighlights(kept), len(kept), told=_tr("Keeping…"))
    else:
        told = _tr("None of the selected highlights waits to be reviewed again.")
        window.reviewing.told.emit(told)


def _tr(text: str) -> str:
    return QCoreApplication.translate("row_actions", text)
