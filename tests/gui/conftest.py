from __future__ import annotations

import gc
import shutil

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.gui.pseudo import script

from annotator import bootstrap
from annotator.gui import edit_work, long_work
from annotator.gui.language import speak
from annotator.gui.launch import qt_application
from annotator.gui.theme import ThemeChoice
from annotator.gui.ui_zoom import set_ui_font, set_ui_zoom
from annotator.gui.waiting import BUSY_SECONDS
from annotator.gui.window import Window
from annotator.service.importing import prepare

DAM = (
    "Dam declared safe\n\n"
    "The ministry said the 🚰 dam was safe. Engineers left the site.\n\n"
    "Dr. Voss expects seepage to double. Aid groups warned of shortages.\n\n"
    "The road stayed closed.\n"
)
NAME = "Harbour desk.factproj"
ROAD = "Road reopens\n\nThe road reopened at noon. Nobody was hurt.\n"


class Hands:
    """Presses keys in a window as the window system would, at whatever has the focus."""

    def __init__(self, window):
        self.window = window

    def press(self, *keys):
        for key in keys:
            combination = QKeySequence(key)[0]
            QTest.keyClick(
                self.window.windowHandle(), combination.key(), combination.keyboardModifiers()
            )

    def type(self, text):
        for character in text:
            self.press("Space" if character == " " else character)


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Delete the widgets of a test at its end, else every later one dresses them once more."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        gc.disable()  # a collection in between could take away what is being listed
        for widget in QApplication.topLevelWidgets():
            # What pops up belongs to what it pops up from.
            if widget.parent() is None and widget.windowType() is not Qt.WindowType.Popup:
                widget.deleteLater()
        gc.enable()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def forgotten_accessibles(themes):
    """Forget what was seen of a window before it goes: its places in memory are given again.

    Nobody tells Qt's wrappers that these are gone, and another thing at such a place would be
    taken for one of them.
    """
    yield
    for one in shiboken6.getAllValidWrappers():
        if isinstance(one, QAccessibleInterface):
            shiboken6.invalidate(one)


@pytest.fixture
def articles(tmp_path):
    """Two text files to be opened."""
    files = [tmp_path / "dam.txt", tmp_path / "road.txt"]
    for file, text in zip(files, (DAM, ROAD), strict=True):
        file.write_text(text, "utf-8")
    return files


@pytest.fixture
def project_path(tmp_path):
    return tmp_path / NAME


@pytest.fixture(scope="session")
def filled_project(new_project, tmp_path_factory):
    """Return a file with a project of some articles, to be copied; made once for the same ones."""
    made = {}

    def fill(articles):
        content = tuple((file.name, file.read_bytes()) for file in articles)
        if content not in made:
            made[content] = new_project(tmp_path_factory.mktemp("filled") / NAME)
            opened = bootstrap.open_project(made[content], create=False)
            opened.add(prepare(articles, opened.surroundings))
            opened.close()
        return made[content]

    return fill


@pytest.fixture
def project(filled_project, project_path, articles):
    """A project of the articles, opened as the window opens one; the window closes it."""
    shutil.copy(filled_project(articles), project_path)
    return bootstrap.open_project(project_path, create=False, busy_seconds=BUSY_SECONDS)


@pytest.fixture
def themes(qapp):
    qt_application()
    set_ui_font()
    set_ui_zoom(1.0)
    choice = ThemeChoice("light")
    choice.apply()
    return choice


@pytest.fixture
def empty_window(qtbot, themes, monkeypatch):
    """The real window, shown, without a project."""
    # On a busy machine too, what is short is done before the next line of a test.
    monkeypatch.setattr(edit_work, "GRACE_SECONDS", 60)
    monkeypatch.setattr(long_work, "GRACE_SECONDS", 60)
    window = Window(themes)
    qtbot.addWidget(window, before_close_func=lambda closing: closing.reviewing.set_project(None))
    window.resize(1280, 800)
    window._inspect_soon.setInterval(0)  # hands at rest between any two lines of a test
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def window(qtbot, empty_window, project):
    """The real window on the project, its first article open and the keys on the page."""
    empty_window.reviewing.set_project(project)
    empty_window.open_article(project.queries.articles()[0].article.id)
    qtbot.waitUntil(empty_window.page.hasFocus)
    return empty_window


@pytest.fixture
def hands(window):
    return Hands(window)


@pytest.fixture
def quotes(project):
    """Ask the file, not the window, what is highlighted: (label key, quote) in order."""

    def ask():
        labels = {label.id: label.key for label in project.queries.codebook().labels}
        return [(labels[one.label_id], one.quote) for one in project.queries.highlights()]

    return ask


@pytest.fixture(scope="session")
def pseudo_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("translations")
    script("make_translations").make_pseudo(folder)
    return folder


@pytest.fixture
def pseudo(qapp, pseudo_folder):
    """The language for tests is spoken by what is built from now on."""
    assert speak(qapp, "qps", pseudo_folder)
    yield
    speak(qapp, "en")
