"""The commands of the Review menu that concern a claim record and its guideline."""

from __future__ import annotations

from annotator.gui.actions import Action, has_article, has_project, page_action

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
        run=lambda window: window.record_desk.go_to_outdated(),
        menu="Review",
        shortcuts=("Ctrl+F8",),
        when=has_article,
    ),
    Action(
        "review.confirm",
        "Confirm the highlight under the guideline as it is now",
        run=lambda window: window.record_desk.confirm(),
        menu="Review",
        shortcuts=("Ctrl+Shift+F8",),
        when=has_article,
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
