from __future__ import annotations

from threading import Event

from annotator import bootstrap
from annotator.gui import opening
from annotator.gui.opening import Opening


def test_a_file_that_does_not_answer_does_not_keep_the_program_from_ending(
    qtbot, monkeypatch, tmp_path
):
    answers = Event()
    monkeypatch.setattr(opening, "CLOSING_SECONDS", 0.05)
    monkeypatch.setattr(bootstrap, "open_project", lambda *_args, **_rest: answers.wait(20))
    one = Opening(tmp_path / "slow.factproj", create=False)
    one.start()
    one.abandon()
    assert one._thread.is_alive()
    answers.set()
    one._thread.join()
