"""The commands of the Review menu, but for the labels, which the codebook brings."""

from __future__ import annotations

from annotator.gui.actions import Action, has_article, page_action
from annotator.gui.finishing import finish_or_reopen, is_finished

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
        run=lambda window: window.reviewing.go_to_unreviewed(),
        menu="Review",
        shortcuts=("N",),
        when=has_article,
    ),
    page_action(
        "review.previous",
        "Previous sentence not reviewed yet",
        "Shift+N",
        run=lambda window: window.reviewing.walk.previous_unreviewed(),
        menu="Review",
    ),
    Action(
        "review.changed",
        "Next highlight whose words were edited",
        run=lambda window: window.reviewing.choose_changed(),
        menu="Review",
        shortcuts=("F8",),
        when=has_article,
    ),
    Action(
        "review.keep",
        "Keep the chosen highlight with its edited words",
        run=lambda window: window.reviewing.keep_changed(),
        menu="Review",
        shortcuts=("Shift+F8",),
        when=has_article,
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
