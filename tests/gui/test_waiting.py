"""Keys pressed while another program holds the project: nothing is lost, nothing shown too soon."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotator import bootstrap
from annotator.core.project_errors import ProjectBusyError
from annotator.gui import waiting
from annotator.gui.waiting import patiently
from annotator.gui.waiting_sign import STRIP_AFTER_MS
from annotator.service.importing import prepare

HOLDER = """
import sqlite3, sys, time
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
held.execute("ROLLBACK")
"""


@pytest.fixture
def project(new_project, project_path, articles):
    """A project as the window opens it."""
    path = new_project(project_path)
    opened = bootstrap.open_project(path, create=False, busy_seconds=waiting.BUSY_SECONDS)
    opened.add(prepare(articles, opened.surroundings))
    return opened


@pytest.fixture
def held(project_path, window):
    """Another connection that writes to the project until it is told to let go."""
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


@pytest.fixture
def settled(window, qtbot):
    """Wait until nothing waits any more."""
    return lambda: qtbot.waitUntil(lambda: window.reviewing.waiting.count == 0)


def test_keys_pressed_while_another_process_writes_are_done_in_their_order(
    hands, window, quotes, project_path, settled
):
    command = [sys.executable, "-c", HOLDER, str(project_path), "1.2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        began = time.monotonic()
        hands.press("J", "1", "J", "2", "2", "3", "J", "1", "Ctrl+Z")
        assert window.page.current_sentence == 3
        pressed = time.monotonic() - began
        assert other.poll() is None, pressed
        assert window.reviewing.waiting.count == 6
        assert quotes() == []
        assert len(window.reviewing.article.index) == 0
        assert window.label_bar.saved.text() == "… Not saved yet"
    settled()
    assert [label for label, _ in quotes()] == ["official_claim", "humanitarian_concern"]
    assert window.label_bar.saved.text().startswith("✓ Saved")
    assert window.waiting_strip.isHidden()


def test_a_wait_is_seen_after_a_moment_and_can_be_cancelled(hands, window, quotes, held, qtbot):
    hands.press("1", "J", "2")
    strip = window.waiting_strip
    assert strip.isHidden()
    qtbot.waitUntil(strip.isVisible, timeout=10 * STRIP_AFTER_MS)
    assert "another program is writing" in strip.text.text()
    assert strip.text.text().endswith("Not saved yet: 2.")
    QTest.mouseClick(strip.cancel, Qt.MouseButton.LeftButton)
    assert strip.isHidden()
    assert "not saved" in window.banner.text.text()
    assert window.label_bar.saved.text() == "! Not saved"
    held.execute("ROLLBACK")
    hands.press("3")
    assert [label for label, _ in quotes()] == ["humanitarian_concern"]


def test_what_is_deleted_while_it_waits_to_be_tagged_is_not_there_after_all(
    hands, window, quotes, held, settled
):
    hands.press("1", "3", "Delete", "J", "2")
    held.execute("ROLLBACK")
    settled()
    assert [label for label, _ in quotes()] == ["official_claim", "analyst_opinion"]
    assert window.page.chosen_highlight is not None


def test_after_too_long_a_wait_it_is_said_plainly(
    hands, window, quotes, held, settled, monkeypatch
):
    monkeypatch.setattr(waiting, "LIMIT_SECONDS", 0)
    hands.press("1")
    settled()
    assert "still writing" in window.banner.text.text()
    assert window.label_bar.saved.text() == "! Not saved"
    assert quotes() == []


def test_a_step_that_can_never_be_done_holds_up_no_other(hands, window, quotes, held, settled):
    hands.press("Ctrl+Shift+Z", "1")
    held.execute("ROLLBACK")
    settled()
    assert [label for label, _ in quotes()] == ["official_claim"]
    assert window.label_bar.saved.text().startswith("✓ Saved")


def test_what_was_told_before_is_told_again_where_nothing_was_changed(hands, window, held, settled):
    before = window.label_bar.saved.text()
    hands.press("Ctrl+Shift+Z")
    held.execute("ROLLBACK")
    settled()
    assert window.label_bar.saved.text() == before


def test_the_window_closes_only_when_all_is_saved(hands, window, quotes, held, qtbot, project_path):
    hands.press("1")
    assert not window.close()
    assert window.isVisible()
    assert "window closes once" in window.waiting_strip.text.text()
    assert window.waiting_strip.isVisible()
    held.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert [label for label, _ in quotes()] == ["official_claim"]


def test_the_window_closes_at_once_where_the_user_lets_go(hands, window, quotes, held, qtbot):
    hands.press("1")
    window.close()
    assert window.waiting_strip.cancel.text() == "Close without saving"
    QTest.mouseClick(window.waiting_strip.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.isVisible())
    held.execute("ROLLBACK")
    assert quotes() == []


def test_a_window_that_should_close_stays_for_what_failed(
    hands, window, held, qtbot, settled, monkeypatch
):
    hands.press("1")
    window.close()
    monkeypatch.setattr(waiting, "LIMIT_SECONDS", 0)
    settled()
    QTest.qWait(50)
    assert window.isVisible()
    assert "was not saved" in window.banner.text.text()


def test_the_shell_around_the_window_stays_open_with_it(hands, window, held, qtbot):
    from annotator.gui.session import Session  # noqa: PLC0415 - for this one look
    from annotator.gui.shell import Shell  # noqa: PLC0415 - the same

    shell = Shell(Session(), window.themes.theme)
    qtbot.addWidget(shell)
    content = QWidget()
    content.closeEvent = lambda event: event.ignore()
    shell.adopt(content)
    shell.show()
    assert not shell.close()
    assert shell.isVisible()


def test_another_project_in_its_place_says_that_what_waited_is_not_saved(hands, window, held):
    hands.press("1")
    window.reviewing.set_project(None)
    assert "was not saved" in window.banner.text.text()
    assert window.reviewing.waiting.count == 0


def test_the_text_is_not_edited_while_something_waits(hands, window, held, quotes, settled):
    hands.press("1", "F2")
    assert window.page.editing is None
    assert "waits to be saved" in window.banner.text.text()
    held.execute("ROLLBACK")
    settled()
    assert len(quotes()) == 1


def test_articles_added_meanwhile_wait_too(window, held, qtbot, tmp_path, project):
    (tmp_path / "new.txt").write_text("A new one.", "utf-8")
    window.files.add_articles([tmp_path / "new.txt"])
    qtbot.waitUntil(lambda: "another program" in window.strip.text.text(), timeout=20_000)
    held.execute("ROLLBACK")
    qtbot.waitUntil(lambda: window.files.job is None)
    assert len(project.queries.articles()) == 3


def test_patience_ends_when_it_is_cancelled_or_over(monkeypatch, tmp_path):
    def busy():
        raise ProjectBusyError(tmp_path)

    calls = []
    assert patiently(busy, lambda: True, lambda: calls.append(1)) is None
    assert calls == [1]
    monkeypatch.setattr(waiting, "LIMIT_SECONDS", 0)
    with pytest.raises(ProjectBusyError):
        patiently(busy, lambda: False, lambda: None)
