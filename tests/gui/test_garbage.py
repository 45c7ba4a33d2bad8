from __future__ import annotations

import gc
from threading import Event, Thread, get_ident

import pytest
from PySide6.QtCore import QObject

from annotator.gui.garbage import WindowGarbage
from annotator.gui.job import Job


@pytest.fixture
def enabled():
    gc.enable()
    yield
    gc.enable()


def test_searching_begins_again_by_itself_once_all_work_beside_the_window_ended(qtbot, enabled):
    garbage, go_on = WindowGarbage(), Event()

    def work():
        with garbage.working():
            go_on.wait()

    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        garbage.begin()
        thread.start()
    assert not gc.isenabled()
    go_on.set()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(gc.isenabled)


def test_objects_of_the_window_are_taken_away_in_its_thread_while_a_job_makes_garbage(
    qtbot, enabled
):
    taken = []

    class Circle(QObject):
        def __init__(self):
            super().__init__()
            self.me = self

        def __del__(self):
            taken.append(get_ident())

    def make_garbage(_progress, cancelled):
        while not cancelled():
            for _ in range(1_000):
                circle = []
                circle.append(circle)

    job = Job(make_garbage)
    job.start()
    for _ in range(20):
        Circle()
    with qtbot.waitSignal(job.cancelled):
        qtbot.waitUntil(lambda: len(taken) == 20, timeout=20_000)
        job.cancel()
    assert set(taken) == {get_ident()}
