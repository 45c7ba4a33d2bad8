"""The commands of the Go menu: from sentence to sentence, highlight, article and pane."""

from __future__ import annotations

from annotator.gui.actions import Action, has_project, page_action

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
    page_action("go.highlight", "Next highlight", "Tab", run=lambda w: w.reviewing.choose_next()),
    page_action(
        "go.highlight-back",
        "Previous highlight",
        "Shift+Tab",
        run=lambda window: window.reviewing.choose_previous(),
    ),
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
