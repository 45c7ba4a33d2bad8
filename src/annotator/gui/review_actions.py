"""The commands of the Review menu, but for the labels, which the codebook brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions import Action, can_review, has_article, on_page, page_action
from annotator.gui.finishing import finish_or_reopen, is_finished
from annotator.gui.row_actions import can_act_on_chosen, keep_rows, table_in_sight

if TYPE_CHECKING:
    from annotator.gui.window import Window


def _keep(window: Window) -> None:
    table = table_in_sight(window)
    if table is None:
        window.reviewing.keep_changed()
    else:
        keep_rows(window, table)


REVIEW = (
    page_action(
        "review.reviewed",
        "Mark as reviewed, without a label",
        "Space",
        run=lambda window: window.reviewing.toggle_reviewed(),
        menu="Review",
    ),
    Action(
        "review.next",
        "Next sentence not reviewed yet",
        run=on_page(lambda window: window.reviewing.go_to_unreviewed()),
        menu="Review",
        shortcuts=("N",),
        when=can_review,
    ),
    Action(
        "review.previous",
        "Previous sentence not reviewed yet",
        run=on_page(lambda window: window.reviewing.walk.previous_unreviewed()),
        menu="Review",
        shortcuts=("Shift+N",),
        when=can_review,
        page_only=True,
    ),
    Action(
        "review.changed",
        "Next highlight whose words were edited",
        run=on_page(lambda window: window.reviewing.choose_changed()),
        menu="Review",
        shortcuts=("F8",),
        when=can_review,
    ),
    Action(
        "review.keep",
        "Keep the chosen highlight with its edited words",
        run=_keep,
        menu="Review",
        shortcuts=("Shift+F8",),
        when=can_act_on_chosen,
    ),
    Action(
        "review.finish",
        "Finish the article, or reopen it",
        run=finish_or_reopen,
        menu="Review",
        shortcuts=("Ctrl+Shift+Return",),
        when=has_article,
        checked=is_finished,
    ),
    Action(
        "review.snap",
        "Snap selections and edges to words",
        run=lambda window: window.preferences.toggle_snapping(),
        menu="Review",
        shortcuts=("W",),
        when=has_article,
        page_only=True,
        checked=lambda window: window.page.snap_to_words,
    ),
)
