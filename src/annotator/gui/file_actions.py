"""The commands of the File menu: articles in, highlights out, projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.actions import Action, can_review, has_project
from annotator.gui.annotation_files import (
    ask_annotation_folder,
    ask_annotations,
    ask_verify,
    ask_verify_folder,
)
from annotator.gui.newer_copy import ask_newer_copy
from annotator.gui.team_actions import SENDING

if TYPE_CHECKING:
    from annotator.gui.window import Window


def has_results(window: Window) -> bool:
    """Tell whether files were added that can be told of."""
    return has_project(window) and bool(window.files.importing.results)


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
        "file.add-folder",
        "Add a folder…",
        run=lambda window: window.files.ask_folder(),
        menu="File",
        shortcuts=("Ctrl+Alt+O",),
        when=has_project,
    ),
    Action(
        "file.paste",
        "Paste as an article…",
        run=lambda window: window.files.paste(),
        menu="File",
        shortcuts=("Ctrl+Shift+V",),
        when=has_project,
    ),
    Action(
        "file.fetch",
        "Fetch from the web…",
        run=lambda window: window.tools.open("fetch"),
        menu="File",
        shortcuts=("Ctrl+Shift+U",),
        when=has_project,
    ),
    Action(
        "file.newer-copy",
        "Add a newer copy of this article…",
        run=ask_newer_copy,
        menu="File",
        shortcuts=("Ctrl+Shift+R",),
        when=can_review,
    ),
    Action(
        "file.import-results",
        "What became of the files added last…",
        run=lambda window: window.tools.open("import-results"),
        menu="File",
        shortcuts=("Ctrl+Shift+I",),
        when=has_results,
    ),
    Action(
        "file.open-project",
        "Open another project…",
        run=lambda window: window.files.ask_project(),
        menu="File",
        shortcuts=("Ctrl+Shift+O",),
        begins_group=True,
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
        "Export highlights…",
        run=lambda window: window.tools.open("export"),
        menu="File",
        shortcuts=("Ctrl+E",),
        when=has_project,
        begins_group=True,
    ),
    Action(
        "file.import_annotations",
        "Import annotations…",
        run=ask_annotations,
        menu="File",
        shortcuts=("Ctrl+I",),
        when=has_project,
    ),
    Action(
        "file.import-annotation-folder",
        "Import a folder of annotations…",
        run=ask_annotation_folder,
        menu="File",
        shortcuts=("Ctrl+Alt+I",),
        when=has_project,
    ),
    *SENDING,
    Action(
        "file.verify",
        "Verify a file of annotations…",
        run=ask_verify,
        menu="File",
        when=has_project,
        begins_group=True,
    ),
    Action(
        "file.verify-folder",
        "Verify a folder of annotations…",
        run=ask_verify_folder,
        menu="File",
        when=has_project,
    ),
    Action(
        "file.reviewer",
        "Reviewer…",
        run=lambda window: window.tools.open("reviewers"),
        menu="File",
        begins_group=True,
    ),
    Action(
        "file.quit",
        "Quit",
        run=lambda window: window.window().close(),
        menu="File",
        shortcuts=("Ctrl+Q",),
        begins_group=True,
    ),
)
