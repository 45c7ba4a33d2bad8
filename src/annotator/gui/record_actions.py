"""The commands of the Review menu that concern a claim record and its guideline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions import Action, can_review, has_article, has_project, on_page, page_action
from annotator.gui.row_actions import can_act_on_chosen, confirm_rows, table_in_sight

if TYPE_CHECKING:
    from annotator.gui.window import Window


def _confirm(window: Window) -> None:
    table = table_in_sight(window)
    if table is None:
        window.record_desk.confirm()
    else:
        confirm_rows(window, table)


RECORD = (
    page_action(
        "review.record",
        "Describe the claim of the highlight",
        "Return",
        "F4",
        run=lambda window: window.record_desk.go(),
        menu="Review",
    ),
    Action(
        "review.record-more",
        "Unfold more of the claim record",
        run=lambda window: window.record_desk.go(unfold=True),
        menu="Review",
        shortcuts=("Shift+F4",),
        when=has_article,
    ),
    page_action(
        "review.cue",
        "Take the selection, or the sentence, for the attribution cue",
        "C",
        run=lambda window: window.record_desk.set_cue(),
        menu="Review",
    ),
    Action(
        "review.outdated",
        "Next highlight made under an older guideline",
        run=on_page(lambda window: window.record_desk.go_to_outdated()),
        menu="Review",
        shortcuts=("Ctrl+F8",),
        when=can_review,
    ),
    Action(
        "review.confirm",
        "Confirm the highlight under the guideline as it is now",
        run=_confirm,
        menu="Review",
        shortcuts=("Ctrl+Shift+F8",),
        when=can_act_on_chosen,
    ),
    Action(
        "review.codebook",
        "Codebook: labels, guideline, verdicts…",
        run=lambda window: window.tools.open("codebook"),
        menu="Review",
        shortcuts=("Ctrl+B",),
        when=has_project,
    ),
)
