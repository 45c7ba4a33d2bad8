"""The commands of the File menu: articles in, highlights out, projects."""

from __future__ import annotations

from annotator.gui.actions import Action, has_project

FILE = (
    Action(
        "file.open-articles",
        "Open articles…",
        run=lambda window: window.files.ask_articles(),
        menu="File",
        shortcuts=("Ctrl+O",),
        when=has_project,
    ),
    Action(
        "file.open-project",
        "Open another project…",
        run=lambda window: window.files.ask_project(),
        menu="File",
        shortcuts=("Ctrl+Shift+O",),
    ),
    Action(
        "file.new-project",
        "New project…",
        run=lambda window: window.files.ask_new_project(),
        menu="File",
        shortcuts=("Ctrl+Shift+N",),
    ),
    Action(
        "file.export",
        "Export highlights as JSON Lines…",
        run=lambda window: window.files.ask_export(),
        menu="File",
        shortcuts=("Ctrl+E",),
        when=has_project,
    ),
    Action(
        "file.quit",
        "Quit",
        run=lambda window: window.window().close(),
        menu="File",
        shortcuts=("Ctrl+Q",),
    ),
)
