"""Picture every panel of the window in every look, to be opened and judged; nothing is committed.

``python packaging/picture_panels.py [FOLDER [LOOK…]]`` fills ``build/panels`` or a folder: light,
dark, high contrast, twice as large, and a right-to-left article. Tools come from their table, so
that one that is new is pictured without a word here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from make_pictures import sample_project

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.gui.window import Window

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "panels"
MOST_WAITS = 1_000


class Look(NamedTuple):
    """How the window looks: theme, scale, size without scale, and which article is open."""

    theme: str = "light"
    scale: int = 1
    size: tuple[int, int] = (1280, 800)
    article: int = 0


LOOKS = {
    "light": Look(),
    "dark": Look("dark"),
    "high-contrast": Look("high-contrast"),
    "double": Look(scale=2, size=(960, 620)),
    "right-to-left": Look(article=1),
}


def _reading(window: Window) -> None:
    """Choose a highlight that has a cue."""
    window.page.go_to_sentence(1)
    window.reviewing.choose_next()
    sentence = window.reviewing.current_span()
    article = window.reviewing.article
    if sentence is None or article is None:
        return
    start = sentence.start
    window.page.select(start, article.slice(sentence).index(" ", 6) + start)
    window.record_desk.set_cue()


def _record(window: Window) -> None:
    _reading(window)
    window.record_desk.go(unfold=True)


def _caret(window: Window) -> None:
    window.page.go_to_sentence(2)
    window.menus.action("sentence.split").trigger()


def _editing(window: Window) -> None:
    window.edit_mode.begin()
    window.page.type_text("Today: ")
    window.edit_mode.replace_all()


def _settings(window: Window) -> QWidget:
    window.preferences.show_dialog()
    dialog = window.preferences._dialog  # noqa: SLF001 - what show_dialog made
    assert dialog is not None  # noqa: S101 - it was just shown
    return dialog


def _palette(window: Window) -> None:
    window.command_field.begin_command()
    _type("sen")


def _menu(window: Window) -> QWidget:
    from annotator.gui.page_menu import page_menu  # noqa: PLC0415 - Qt must come after its settings

    _reading(window)
    menu = page_menu(window)
    menu.popup(window.mapToGlobal(window.rect().center()))
    return menu


def _menus(window: Window, name: str) -> QWidget:
    menu: QWidget = window.menus._menus[name]  # noqa: SLF001 - what the menu bar shows
    menu.popup(window.mapToGlobal(window.rect().topLeft()))  # type: ignore[attr-defined]  # every entry is a menu
    return menu


def _working(window: Window) -> None:
    window.work_strip.show_progress("Undoing… 12,000 of 50,000", 12, 50)
    window.work_strip.show()


def _crash(window: Window) -> QWidget:
    from annotator.gui.crash_dialog import CrashDialog  # noqa: PLC0415 - Qt must come after its settings

    dialog = CrashDialog("Traceback (most recent call last):\n  …", "12:00", window)
    dialog.show()
    return dialog


def _find(window: Window) -> QWidget:
    shown = window.tools.open("find")
    _type("the" if window.reviewing.article.article.direction == "ltr" else "ال")  # type: ignore[union-attr]  # an article is open
    return shown


def _search(window: Window) -> QWidget:
    shown = window.tools.open("search")
    _type("the" if window.reviewing.article.article.direction == "ltr" else "ال")  # type: ignore[union-attr]  # an article is open
    return shown


def _finishing(window: Window) -> None:
    window.menus.action("review.finish").trigger()


def _codebook(window: Window, tab: int) -> QWidget:
    shown = window.tools.open("codebook")
    shown.tabs.setCurrentIndex(tab)  # type: ignore[attr-defined]  # the editor has tabs
    return shown


def _newer_text(window: Window) -> str:
    """Return the open article's text as a publisher might alter it, sentences with tags most."""
    project, article = window.reviewing.project, window.reviewing.article
    assert project is not None and article is not None  # noqa: S101, PT018 - both are open
    text = article.text
    quotes = [one.quote for one in project.queries.highlights(article.article.id)]
    gone, doubled, altered = quotes[1:4]
    words = doubled.rstrip(".").split()
    twice = f"{' '.join(words[:-1])}. — {' '.join(words[1:])}."
    text = text.replace(gone, "", 1).replace(altered, " ".join(altered.split()[1:]), 1)
    return text.replace(doubled, twice, 1)


def _newer_copy(window: Window) -> QWidget:
    from annotator.gui.newer_copy import add_newer_copy  # noqa: PLC0415 - Qt must come after its settings

    file = Path(tempfile.mkdtemp(), "newer.txt")
    file.write_text(_newer_text(window), encoding="utf-8")
    add_newer_copy(window, [str(file)])
    importing = window.files.importing
    _wait(lambda: importing.preview is not None and not importing.preview.effect.running)
    assert importing.preview is not None  # noqa: S101 - the file was read
    return importing.preview


def _revised(window: Window, tool: str) -> QWidget:
    """Give the article a newer text, once, and show what is made of that."""
    article = window.reviewing.article
    if article is not None and article.revision.number == 1:
        _newer_copy(window)
        preview = window.files.importing.preview
        assert preview is not None  # noqa: S101 - it was just shown
        preview.accept()
        _wait(lambda: window.files.job is None)
    shown = window.tools.open(tool)
    if tool == "unplaced":
        choices = shown.rows.choices  # type: ignore[attr-defined]  # the list has rows
        row = max(range(len(choices)), key=lambda one: len(choices[one].candidates))
        shown.view.setCurrentIndex(shown.rows.index(row))  # type: ignore[attr-defined]  # the same
    return shown


def _empty(window: Window) -> None:
    window.reviewing.set_project(None)
    window.notice.show_refusal("The file is not there any more; choose another one.")


OWN: dict[str, Callable[[Window], QWidget | None]] = {
    "reading": _reading,
    "claim-record": _record,
    "splitting": _caret,
    "editing": _editing,
    "palette": _palette,
    "page-menu": _menu,
    "menu-edit": partial(_menus, name="Edit"),
    "menu-review": partial(_menus, name="Review"),
    "settings": _settings,
    "working": _working,
    "crash": _crash,
    "find": _find,
    "search": _search,
    "finishing": _finishing,
    "newer-copy": _newer_copy,
    **{f"codebook-{number}": partial(_codebook, tab=number) for number in range(4)},
}


# They alter the project.
LAST = {one: partial(_revised, tool=one) for one in ("revisions", "unplaced")}


def panels() -> dict[str, Callable[[Window], QWidget | None]]:
    """Return every panel with what brings it forth; the last one closes the project."""
    from annotator.gui.tools import TOOLS  # noqa: PLC0415 - Qt must come after its settings

    made = {**OWN, **LAST}
    tools = {tool.id: partial(_open, tool_id=tool.id) for tool in TOOLS if tool.id not in made}
    return {**OWN, **tools, **LAST, "no-project": _empty}


def _open(window: Window, tool_id: str) -> QWidget:
    return window.tools.open(tool_id)


def _type(text: str) -> None:
    from PySide6.QtCore import QEvent, Qt  # noqa: PLC0415 - Qt must come after its settings
    from PySide6.QtGui import QKeyEvent  # noqa: PLC0415 - Qt must come after its settings
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - Qt must come after its settings

    plain, focus = Qt.KeyboardModifier.NoModifier, QApplication.focusWidget()
    if focus is None:
        return
    for letter in text:
        QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, 0, plain, letter))


def _rest() -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415 - Qt must come after its settings

    QTest.qWait(350)


def _wait(ready: Callable[[], bool]) -> None:
    """Let threads work until something is ready; Qt's own waiting would leave them no time."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - Qt must come after its settings

    for _ in range(MOST_WAITS):
        if ready():
            break
        time.sleep(0.02)
        QApplication.processEvents()


def picture_look(project: Path, target: Path, name: str) -> None:
    """Picture every panel in one look; a process of its own, since Qt reads the scale once."""
    look = LOOKS[name]
    os.environ["QT_SCALE_FACTOR"] = str(look.scale)
    from annotator import bootstrap  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.launch import qt_application  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.theme import ThemeChoice  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.ui_zoom import set_ui_font  # noqa: PLC0415 - Qt must come after its settings
    from annotator.gui.window import Window  # noqa: PLC0415 - Qt must come after its settings

    application = qt_application()
    set_ui_font()
    themes = ThemeChoice(look.theme)
    themes.apply()
    for panel, bring in panels().items():
        window = Window(themes)
        window.resize(*look.size)
        opened = bootstrap.open_project(project, create=False)
        window.reviewing.set_project(opened)
        articles = opened.queries.articles()
        window.open_article(articles[min(look.article, len(articles) - 1)].article.id)
        window.show()
        window.activateWindow()
        _rest()
        shown = bring(window)
        _rest()
        seen = shown if shown is not None and shown.isWindow() else window
        seen.grab().save(str(target / f"{panel}-{name}.png"), "PNG")
        if window.page.editing is not None:
            window.edit_mode._discard()  # noqa: SLF001 - the next panel begins as this one did
        if seen is not window:
            seen.close()
        window.reviewing.set_project(None)
        window.close()
        window.deleteLater()
        application.processEvents()


def _screen(folder: Path) -> Path:
    """Describe a screen as large as a desk's, on which dialogs have their room."""
    file = folder / "screen.json"
    screen = {"name": "desk", "x": 0, "y": 0, "width": 2560, "height": 1440, "dpr": 1}
    file.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96}]}), encoding="utf-8")
    return file


def main() -> None:
    """Picture all panels in all looks."""
    if sys.argv[1:2] == ["--look"]:
        picture_look(Path(sys.argv[3]), Path(sys.argv[4]), sys.argv[2])
        return
    target = Path(sys.argv[1]).resolve() if sys.argv[1:] else TARGET
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for look in sys.argv[2:] or LOOKS:
            project, environment = sample_project(Path(folder, look))
            environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen(Path(folder, look))}"
            words = [sys.executable, __file__, "--look", look, str(project), str(target)]
            subprocess.run(words, env=environment, check=True)
            print(look)
    print(f"{len(list(target.glob('*.png')))} pictures in {target}")


if __name__ == "__main__":
    main()
