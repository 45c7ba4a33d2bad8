"""The commands of the Go menu: from sentence to sentence, highlight, article and pane."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from annotator.gui.actions import Action, has_project, page_action
from annotator.gui.highlight_walk import HighlightWalk
from annotator.gui.unfinished import open_unfinished

Step: TypeAlias = Callable[..., None]


def _walk(prefix: str, what: str, key: str, *, step: Step) -> tuple[Action, Action]:
    """Return the commands that go to the next and the previous highlight of a kind."""
    return (
        page_action(prefix, f"Next {what}", key, run=lambda window: step(window.reviewing.walk)),
        page_action(
            f"{prefix}-back",
            f"Previous {what}",
            f"Shift+{key}",
            run=lambda window: step(window.reviewing.walk, back=True),
        ),
    )


GO = (
    page_action("go.down", "Next sentence", "Down", "J", run=lambda w: w.page.move_sentence(1)),
    page_action("go.up", "Previous sentence", "Up", "K", run=lambda w: w.page.move_sentence(-1)),
    page_action(
        "go.extend-down",
        "Extend to the next sentence",
        "Shift+Down",
        "Shift+J",
        run=lambda window: window.page.move_sentence(1, extend=True),
    ),
    page_action(
        "go.extend-up",
        "Extend to the previous sentence",
        "Shift+Up",
        "Shift+K",
        run=lambda window: window.page.move_sentence(-1, extend=True),
    ),
    page_action("go.first", "First sentence", "Ctrl+Home", run=lambda w: w.page.go_to_sentence(0)),
    page_action("go.last", "Last sentence", "Ctrl+End", run=lambda w: w.reviewing.go_to_last()),
    page_action(
        "go.highlight",
        "Next highlight under the cursor, then of the next place",
        "Tab",
        run=lambda window: window.reviewing.choose_next(),
    ),
    page_action(
        "go.highlight-back",
        "Previous highlight under the cursor, then of the place before",
        "Shift+Tab",
        run=lambda window: window.reviewing.choose_previous(),
    ),
    *_walk("go.any", "highlight", "H", step=HighlightWalk.next),
    *_walk("go.label", "highlight with the same label", "L", step=HighlightWalk.next_of_label),
    *_walk("go.noted", "highlight with a note", "M", step=HighlightWalk.next_noted),
    Action(
        "go.next-article",
        "Next article",
        run=lambda window: window.open_neighbor(1),
        menu="Go",
        shortcuts=("]",),
        when=has_project,
    ),
    Action(
        "go.previous-article",
        "Previous article",
        run=lambda window: window.open_neighbor(-1),
        menu="Go",
        shortcuts=("[",),
        when=has_project,
    ),
    Action(
        "go.unfinished",
        "Next unfinished article",
        run=open_unfinished,
        menu="Go",
        shortcuts=("U",),
        when=has_project,
    ),
    Action(
        "go.unfinished-back",
        "Previous unfinished article",
        run=lambda window: open_unfinished(window, back=True),
        menu="Go",
        shortcuts=("Shift+U",),
        when=has_project,
    ),
    Action(
        "go.pane",
        "Next pane",
        run=lambda window: window.focus_pane(1),
        menu="Go",
        shortcuts=("F6",),
    ),
    Action(
        "go.pane-back",
        "Previous pane",
        run=lambda window: window.focus_pane(-1),
        menu="Go",
        shortcuts=("Shift+F6",),
    ),
)
