from __future__ import annotations

from threading import Event

import pytest

from annotator.gui.job import Job

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_a_task_returns_and_its_progress_arrive(qtbot):
    def task(progress, _cancelled):
        progress(1, 2)
        return "ready"

    job, seen = Job(task), []
    job.progressed.connect(lambda *figures: seen.append(figures))
    job.done.connect(seen.append)
    job.start()
    qtbot.waitUntil(lambda: seen == [(1, 2), "ready"])


def test_an_exception_of_the_task_arrives(qtbot):
    job = Job(lambda _progress, _cancelled: 1 // 0)
    with qtbot.waitSignal(job.failed) as signal:
        job.start()
    assert isinstance(signal.args[0], ZeroDivisionError)


@pytest.mark.parametrize("gives_way", [True, False])
def test_a_cancelled_task_hears_of_it_and_may_have_been_too_far(qtbot, gives_way):
    begun = Event()

    def task(_progress, cancelled):
        begun.wait(20)
        return None if cancelled() and gives_way else "done"

    job = Job(task)
    heard, unheard = (job.cancelled, job.done) if gives_way else (job.done, job.cancelled)
    with qtbot.assertNotEmitted(unheard), qtbot.waitSignal(heard):
        job.start()
        job.cancel()
        begun.set()
