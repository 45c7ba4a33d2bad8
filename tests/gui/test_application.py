from __future__ import annotations

import getpass
import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PySide6.QtTest import QTest

from annotator import bootstrap
from annotator.core.errors import AnnotatorError
from annotator.gui.application import Application
from annotator.gui.opening import Opening
from annotator.gui.session import Session, load_session, session_file
from annotator.gui.shell import Shell
from annotator.paths import default_project
from annotator.service.commands import ToggleHighlight

LAZY = """
import sys
from contextlib import closing
from PySide6.QtCore import QEvent, QObject, QTimer
from annotator.gui import launch

class Watch(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            heavy = {"sqlalchemy", "alembic", "sentencex", "annotator.gui.window",
                     "annotator.service.project"}
            print("painted", *(heavy & set(sys.modules)), flush=True)
        return False
    def look(self):
        if begun.program and begun.program.window.reviewing.project:
            print("opened", *{"sqlalchemy"} & set(sys.modules), begun.shell.windowTitle())
            begun.shell.close()

qt = launch.qt_application()
begun = launch.Launch()
watch = Watch()
begun.shell.installEventFilter(watch)
begun.shell.show()
timer = QTimer()
timer.timeout.connect(watch.look)
timer.start(10)
qt.exec()
begun.end()
"""


@pytest.fixture
def start(qtbot, qapp):
    """Start the program as a user does; every window is closed at the end."""
    running = []

    def begin(path=None, *, opens=True):
        program = Application()
        running.append(program)
        program.start(path)
        if opens:
            qtbot.waitUntil(lambda: program.window.reviewing.project is not None)
        return program

    yield begin
    for program in running:
        assert program.crashes.dialog is None
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
    QTest.qWait(0)


def test_the_window_is_painted_before_the_slow_imports_begin():
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LAZY],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    lines = done.stdout.splitlines()
    opened = f"opened sqlalchemy My facts – {getpass.getuser()} – Fact Annotator"
    assert lines == ["painted", opened], done.stderr


def test_without_a_name_the_default_project_is_made_and_opened(start):
    program = start()
    assert program.window.reviewing.project.path == default_project()
    assert default_project().is_file()


def test_the_variable_names_the_project(start, project, project_path, monkeypatch):
    project.close()
    monkeypatch.setenv("ANNOTATOR_PROJECT", str(project_path))
    assert start().window.reviewing.project.path == project_path


def test_a_restart_shows_everything_again(start, project, project_path):
    article = project.open_article(project.queries.articles()[1].article.id)
    project.execute(
        ToggleHighlight(article.article.id, article.sentences.span(1), "official_claim")
    )
    project.close()
    window = start(project_path).window
    window.open_article(article.article.id)
    window.page.go_to_sentence(2)
    window.zoom(3)
    window.preferences.choose_theme("dark")
    window.resize(711, 577)
    window.toggle_panel(window.side)
    window.close()

    again = start().window
    assert again.reviewing.project.path == project_path
    assert again.reviewing.article.article.title == "Road reopens"
    assert len(again.reviewing.article.index) == 1
    assert again.page.current_sentence == 2
    assert (again.text_zoom, again.themes.choice) == (3, "dark")
    assert (again.width(), again.height()) == (711, 577)
    assert again.side.isHidden()
    again.preferences.choose_theme("light")


def test_the_time_of_the_newest_change_is_shown_from_the_start(start, project, project_path):
    project.close()
    shown = start(project_path).window.label_bar.saved.accessibleName()
    assert shown.startswith("✓ Saved ")
    assert shown[-1].isdigit()


def test_a_last_project_that_is_gone_is_told_when_the_default_opens(start, tmp_path):
    session_file().parent.mkdir(parents=True)
    lost = tmp_path / "lost.factproj"
    session_file().write_text(json.dumps({"project": str(lost)}))
    window = start().window
    assert window.reviewing.project.path == default_project()
    assert window.banner.isVisible()
    assert str(lost) in window.banner.text.text()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (Path.mkdir, "is a folder now"),
        (lambda path: os.mkfifo(path, 0o600), "is a device or a pipe"),
        (lambda path: path.symlink_to(path), "cannot be reached"),
    ],
)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_last_project_that_is_no_file_any_more_is_told_as_what_it_is(start, tmp_path, make, told):
    session_file().parent.mkdir(parents=True)
    lost = tmp_path / "lost.factproj"
    make(lost)
    session_file().write_text(json.dumps({"project": str(lost)}))
    window = start().window
    assert window.reviewing.project.path == default_project()
    assert f"{lost} {told}" in window.banner.text.text()


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
def test_a_project_whose_path_is_no_text_is_opened_closed_and_remembered(start, tmp_path):
    folder = tmp_path / os.fsdecode(b"\xff\xe4")
    folder.mkdir()
    path = folder / "Harbour.factproj"
    bootstrap.open_project(path, create=True).close()
    program = start(path)
    program.window.close()
    assert program.window.reviewing.project is None
    assert load_session().project == str(path)
    assert [file.name for file in session_file().parent.glob(".session*")] == []
    assert start().window.reviewing.project.path == path


WORDS = st.sampled_from(["highlights", "inspector", "a" * 9000, "\0", "\udcff"])
NUMBERS = st.integers(-(10**13), 10**13) | st.floats(allow_nan=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=4) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
REMEMBERED = st.fixed_dictionaries({}, optional={one.name: VALUES for one in fields(Session)})


@given(REMEMBERED)
@example({"geometry": [10**12] * 4, "columns": [-5, 10**12, 3], "hidden": [{}]})
@example({"project": "a" * 9000, "recent": ["a" * 9000, "\0"], "text_zoom": 10**12})
@example({"columns": [-5, 3, 3], "tables": {"highlights": [10**12] * 8}})
@example({"geometry": [5, 5, -9, 0], "places": {"x": ["", 10**12]}, "maximized": True})
@examples(max_examples=5, suppress_health_check=list(HealthCheck), deadline=None)
def test_a_window_starts_with_whatever_is_remembered(qapp, remembered):
    session_file().parent.mkdir(parents=True, exist_ok=True)
    session_file().write_text(json.dumps(remembered), "utf-8")
    program = Application()
    program.window.tools.open("highlights")
    program.window.recent.fill()
    Shell(program.session, program.themes.theme).deleteLater()
    assert program._remembered() is None
    program.window.close()
    assert load_session() == program.session
    assert program.crashes.dialog is None
    program.window.deleteLater()
    program.deleteLater()
    QTest.qWait(0)


def test_what_a_narrow_window_hides_is_not_remembered_as_hidden(start, project, project_path):
    project.close()
    window = start(project_path).window
    window.resize(1280, 700)
    widths = window.splitter.sizes()
    window.resize(700, 500)
    assert window.side.isHidden()
    window.close()
    session = load_session()
    assert session.hidden == []
    assert min(session.columns) > 0
    assert len(session.columns) == len(widths)


def test_a_place_beside_every_screen_is_ignored(start):
    session_file().parent.mkdir(parents=True)
    session_file().write_text('{"geometry": [90000, 90000, 800, 600]}')
    window = start().window
    assert window.x() < 5000


def test_a_file_that_is_no_project_leaves_the_window_with_a_way_out(start, qtbot, tmp_path):
    wrong = tmp_path / "letter.factproj"
    wrong.write_text("Dear all,")
    window = start(wrong, opens=False).window
    qtbot.waitUntil(window.notice.default.isVisible)
    assert str(wrong) in window.notice.sentence.text()
    assert window.notice.another.isVisible()
    window.notice.default.click()
    qtbot.waitUntil(lambda: window.reviewing.project is not None)
    assert window.stack.currentWidget() is window.page
    assert wrong.read_text() == "Dear all,"


def test_a_named_project_that_is_missing_is_not_made(start, qtbot, tmp_path):
    missing = tmp_path / "missing.factproj"
    window = start(missing, opens=False).window
    qtbot.waitUntil(window.notice.default.isVisible)
    assert not missing.exists()
    assert "add an article" not in window.notice.sentence.text()
    assert window.notice.new.isVisible()


def test_another_project_that_cannot_be_opened_leaves_this_one_open(
    start, qtbot, project, project_path, tmp_path
):
    project.close()
    program = start(project_path)
    program.open_project(tmp_path / "missing.factproj")
    qtbot.waitUntil(program.window.banner.isVisible)
    assert program.window.reviewing.project.path == project_path


def test_closing_lets_go_of_the_file(start, project, project_path):
    project.close()
    start(project_path).window.close()
    bootstrap.open_project(project_path, create=False).close()
    assert load_session().project == str(project_path)


def test_files_named_at_the_start_are_opened(start, qtbot, articles, qapp):
    program = Application()
    program.start(None, articles)
    qtbot.waitUntil(lambda: program.window.reviewing.article is not None)
    assert program.window.reviewing.article.article.title == "Dam declared safe"
    program.window.close()


class LostError(AnnotatorError):
    pass


def test_a_failure_to_look_outside_is_told_once(start, project, project_path, monkeypatch):
    project.close()
    program = start(project_path)

    def fail():
        raise LostError("The project file is gone; bring it back.")

    monkeypatch.setattr(program.window.reviewing.project, "look_outside", fail)
    program.look_outside()
    assert program.window.banner.text.text() == "The project file is gone; bring it back."
    program.window.banner.hide()
    program.look_outside()
    assert program.window.banner.isHidden()


def test_the_program_looks_outside_by_itself(start, qtbot, project, project_path):
    article = project.queries.articles()[0].article
    span = project.open_article(article.id).sentences.span(1)
    program = start(project_path)
    project.execute(ToggleHighlight(article.id, span, "official_claim"))
    qtbot.waitUntil(lambda: len(program.window.reviewing.article.index) == 1)
    project.close()


def test_files_still_being_read_never_land_in_another_project(start, qtbot, articles, tmp_path):
    program = start()
    program.window.files.add_articles(articles)
    program.make_project(tmp_path / "other.factproj")
    qtbot.waitUntil(lambda: program.window.reviewing.project.name == "other")
    qtbot.waitUntil(lambda: program.window.files.job is None)
    assert program.window.reviewing.project.queries.articles() == []


def test_a_mistake_of_ours_while_opening_leaves_a_way_out(qtbot, qapp, monkeypatch):
    def fail(_path, *, create):
        raise ZeroDivisionError

    monkeypatch.setattr(bootstrap, "open_project", fail)
    program = Application()
    program.start()
    qtbot.waitUntil(lambda: program.crashes.dialog is not None)
    assert program.window.notice.another.isVisible()
    program.window.close()


def test_closing_while_the_project_is_being_opened_closes_it_too(qtbot, qapp, project_path):
    bootstrap.open_project(project_path, create=True).close()
    opening = Opening(project_path, create=False)
    with qtbot.assertNotEmitted(opening.opened, wait=50):
        opening.start()
        opening.abandon()
    assert opening._project is not None


def test_a_file_replaced_by_an_older_copy_is_shown_as_it_is_now(
    start, qtbot, project, project_path, tmp_path
):
    article = project.queries.articles()[0].article
    spans = [project.open_article(article.id).sentences.span(number) for number in (1, 2)]
    project.close()
    older = tmp_path / "older.factproj"
    shutil.copy(project_path, older)
    program = start(project_path)
    window = program.window
    window.open_article(article.id)
    for span in spans:
        window.reviewing.execute(ToggleHighlight(article.id, span, "official_claim"))
    assert len(window.reviewing.article.index) == 2
    project_path.write_bytes(older.read_bytes())
    with closing(bootstrap.open_project(project_path, create=False)) as other:
        other.execute(ToggleHighlight(article.id, spans[0], "analyst_opinion"))
    program.look_outside()
    assert len(window.reviewing.article.index) == 1
    assert window.reviewing.article.article.id == article.id


def test_projects_opened_are_offered_newest_first_from_the_next_start_on(
    start, qtbot, project, project_path
):
    project.close()
    program = start()
    program.window.recent.chosen.emit(project_path)
    qtbot.waitUntil(lambda: program.window.reviewing.project.path == project_path)
    program.window.close()
    again = start().window
    assert again.recent.paths == [project_path, default_project()]
    file_menu = again.menus.action("file.export").associatedObjects()
    assert any(again.recent.menu.menuAction() in menu.actions() for menu in file_menu)
    assert "My facts" in [offer.title for offer in again._offers()]


def test_tools_in_sight_and_commands_given_are_there_after_a_restart(start, project, project_path):
    project.close()
    program = start(project_path)
    window = program.window
    window.tools.open("history")
    window.tools.open("overview")
    window.command_field.recent.insert(0, "edit.undo")
    window.close()
    again = start(project_path).window
    assert again.tools.is_open("history")
    assert again.tools.is_open("overview")
    assert again.command_field.recent == ["edit.undo"]


def test_nonsense_in_the_remembered_tools_keeps_nobody_from_starting(start, project, project_path):
    project.close()
    session_file().parent.mkdir(parents=True, exist_ok=True)
    nonsense = {"tools": [3, ["x"], "gone", "find"], "commands": [{"a": 1}]}
    session_file().write_text(json.dumps(nonsense), "utf-8")
    window = start(project_path).window
    assert window.stack.currentWidget() is window.page
    assert not window.tools.is_open("find")
