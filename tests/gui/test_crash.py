from __future__ import annotations

import logging
import sys
import threading

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication

from annotator.gui import log
from annotator.gui.crash import CrashWatch
from annotator.gui.log import KEPT, log_file, start_log, stop_log
from annotator.gui.window import Window


@pytest.fixture
def watch(qtbot, themes):
    window = Window(themes)
    qtbot.addWidget(window)
    watching = CrashWatch(window, lambda: "14:02:11")
    yield watching
    watching.stop()


def broken():
    raise ZeroDivisionError("by <b>nothing</b>")


def test_a_mistake_of_ours_is_shown_with_a_report_to_copy(watch):
    try:
        broken()
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())
    assert watch.dialog.isVisible()
    assert "14:02:11" in watch.dialog.message.text()
    watch.dialog.copy.click()
    report = QGuiApplication.clipboard().text()
    assert "by <b>nothing</b>" in report
    assert "test_crash.py" in report


def test_a_mistake_in_a_thread_is_shown_too(watch, qtbot):
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: watch.dialog is not None)
    assert "ZeroDivisionError" in watch.dialog.report.toPlainText()


def test_one_dialog_at_a_time(watch):
    watch.show_crash(ValueError("first"))
    first = watch.dialog
    watch.show_crash(ValueError("second"))
    assert watch.dialog is first


def test_stopping_gives_errors_back(qtbot, themes):
    before = sys.excepthook, threading.excepthook
    window = Window(themes)
    qtbot.addWidget(window)
    CrashWatch(window, str).stop()
    assert (sys.excepthook, threading.excepthook) == before


def test_the_log_takes_what_qt_says(qapp):
    opened = start_log()
    qWarning("the screen is upside down")
    logging.getLogger("annotator").warning("so is the reader")
    stop_log(opened)
    written = log_file().read_text("utf-8")
    assert "the screen is upside down" in written
    assert "so is the reader" in written


def test_a_log_that_cannot_be_written_stops_nothing(annotator_home, qapp):
    annotator_home.parent.mkdir(parents=True, exist_ok=True)
    annotator_home.write_text("a file in the folder's place")
    assert start_log() is None


def test_a_large_log_gives_way_to_a_new_one(qapp, monkeypatch):
    monkeypatch.setattr(log, "LARGEST", 10)
    for number in range(KEPT + 3):
        opened = start_log()
        logging.getLogger("annotator").warning("sitting %d", number)
        stop_log(opened)
    kept = sorted(log_file().parent.glob("annotator.log*"))
    assert len(kept) == KEPT + 1
    assert f"sitting {KEPT + 2}" in kept[0].read_text("utf-8")
