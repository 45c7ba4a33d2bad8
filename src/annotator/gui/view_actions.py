"""The commands of the View menu: columns, text size and theme."""

from __future__ import annotations

from annotator.gui.actions import Action, has_project


def _theme(title: str, choice: str) -> Action:
    return Action(
        id=f"view.theme-{choice}",
        title=title,
        menu="View/Theme",
        run=lambda window: window.preferences.choose_theme(choice),
        checked=lambda window: window.themes.choice == choice,
    )


VIEW = (
    Action(
        "view.articles",
        "Articles",
        run=lambda window: window.toggle_panel(window.articles),
        menu="View",
        shortcuts=("F9",),
        checked=lambda window: not window.articles.isHidden(),
    ),
    Action(
        "view.inspector",
        "Inspector",
        run=lambda window: window.toggle_panel(window.side),
        menu="View",
        shortcuts=("Shift+F9",),
        checked=lambda window: not window.side.isHidden(),
    ),
    Action(
        "view.overview",
        "What is left, article by article",
        run=lambda window: window.tools.toggle("overview"),
        menu="View",
        shortcuts=("Ctrl+Shift+L",),
        when=has_project,
        checked=lambda window: window.tools.is_open("overview"),
    ),
    Action(
        "view.blind",
        "Hide what others did until you finish",
        run=lambda window: window.preferences.toggle_blind(),
        menu="View",
        checked=lambda window: window.preferences.blind,
    ),
    Action(
        "view.history",
        "History",
        run=lambda window: window.tools.toggle("history"),
        menu="View",
        shortcuts=("Ctrl+Shift+Y",),
        when=has_project,
        checked=lambda window: window.tools.is_open("history"),
    ),
    Action(
        "view.zoom-in",
        "Larger text",
        run=lambda window: window.zoom(window.text_zoom + 1),
        menu="View",
        shortcuts=("Ctrl++", "Ctrl+="),
    ),
    Action(
        "view.zoom-out",
        "Smaller text",
        run=lambda window: window.zoom(window.text_zoom - 1),
        menu="View",
        shortcuts=("Ctrl+-",),
    ),
    Action(
        "view.zoom-reset",
        "Text at its normal size",
        run=lambda window: window.zoom(0),
        menu="View",
        shortcuts=("Ctrl+0",),
    ),
    _theme("As the system", "system"),
    _theme("Light", "light"),
    _theme("Dark", "dark"),
    _theme("High contrast", "high-contrast"),
)
