"""What becomes of files dropped on the window: articles, annotations, bundles, or asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from annotator.core.exchange_errors import UnknownAnnotationsError
from annotator.core.file_errors import FileProblemError

SUFFIX = ".annobundle"

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.job import Cancelled, Progress
    from annotator.gui.window import Window
    from annotator.service.project import Project


@dataclass(slots=True)
class Sorted:
    """Files by what they can be; ``either`` fit both as articles and as annotations."""

    articles: list[Path] = field(default_factory=list)
    annotations: list[Path] = field(default_factory=list)
    either: list[Path] = field(default_factory=list)
    bundles: list[Path] = field(default_factory=list)


def take_dropped(window: Window, names: Sequence[str]) -> None:
    """Look at what was dropped, beside the window, and send each file where it belongs."""
    project = window.reviewing.project
    if project is not None and names:
        paths = [Path(name) for name in names]
        window.files.queue(partial(_sort, window, project, paths))


def _sort(window: Window, project: Project, paths: Sequence[Path]) -> None:
    def look(_progress: Progress, cancelled: Cancelled) -> Sorted | None:
        found = Sorted()
        for path in paths:
            if cancelled():
                return None
            _put(path, project, found)
        return found

    told = _tr("Looking at the files…")
    window.strip.show_progress(told, 0, 0)
    window.files.begin(look, partial(_send, window, project), saves=False)


def _put(path: Path, project: Project, found: Sorted) -> None:
    from annotator.service.bundle.members import is_bundle  # noqa: PLC0415 - the first paint needs it not
    from annotator.service.exchange import recognized  # noqa: PLC0415 - the same

    if is_bundle(path) or path.suffix.lower() == SUFFIX:
        found.bundles.append(path)
        return
    formats = [one for one in project.surroundings.formats() if one.reads]
    try:
        form = recognized(path, formats)
    except (UnknownAnnotationsError, FileProblemError):
        found.articles.append(path)  # reading it tells what is wrong with it
        return
    ending = path.suffix.lower()
    read = any(ending in one.suffixes for one in project.surroundings.readers())
    # A folder of another kind than its format's own may hold articles beside.
    folder = path.is_dir() and ending not in form.suffixes
    (found.either if read or folder else found.annotations).append(path)


def _send(window: Window, project: Project, found: Sorted) -> None:
    window.files.end()
    if project is not window.reviewing.project:
        return
    _take(window, found.articles, found.annotations)
    if found.bundles:
        from annotator.gui.merge_run import merging  # noqa: PLC0415 - only who has one pays

        merging(window).begin(found.bundles)
    if found.either:
        _ask(window, found.either)


def _take(window: Window, articles: Sequence[Path], annotations: Sequence[Path]) -> None:
    window.files.add_articles(articles)
    for path in annotations:
        from annotator.gui.annotation_import import importing  # noqa: PLC0415 - only who has one pays

        importing(window).begin(path)


def _ask(window: Window, paths: Sequence[Path]) -> None:
    """Ask what files are that can be both; Esc takes none of them."""
    box = QMessageBox(window)
    box.setObjectName("eitherBox")
    box.setWindowTitle(_tr("Articles or annotations?"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    one = _tr("{0} can be read as articles, or as annotations of them.").format(paths[0].name)
    several = _tr("{0} files can be read as articles, or as annotations of them.")
    box.setText(one if len(paths) == 1 else several.format(len(paths)))
    articles = box.addButton(_tr("&Articles"), QMessageBox.ButtonRole.AcceptRole)
    marks = box.addButton(_tr("A&nnotations"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(marks)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def take() -> None:
        if box.clickedButton() is articles:
            _take(window, paths, ())
        elif box.clickedButton() is marks:
            _take(window, (), paths)

    box.finished.connect(lambda _result: take())
    box.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("exchange", text)
