from __future__ import annotations

from threading import Event

from annotator import bootstrap
from annotator.gui import opening
from annotator.gui.opening import Opening


def test_the_articles_are_read_beside_the_window(qtbot, window, project, monkeypatch):
    read, asked = project.queries.articles(), []
    kind = type(project.queries)
    monkeypatch.setattr(kind, "articles", lambda _self: asked.append(1) or read)
    window.articles.expect(project, read[:1])
    window.articles.show_project(project)
    assert (window.articles.rows.count, asked) == (1, [])
    window.articles.show_project(project)
    assert (window.articles.rows.count, asked) == (2, [1])


def test_what_opening_reads_is_there_once_it_is_opened(qtbot, project_path, project):
    one = Opening(project_path, create=False)
    with qtbot.waitSignal(one.opened) as told:
        one.start()
    assert one.summaries == project.queries.articles()
    told.args[0].close()
    project.close()


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
