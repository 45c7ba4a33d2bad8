from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.core.errors import AnnotatorError
from annotator.core.reading_errors import MissingExtraError, ReaderStoppedError
from annotator.gui.files import filters
from annotator.gui.import_run import seldom
from annotator.service.importing import Batch

PIP = 'pip install "fact-annotator[pdf]"'


def idle(window, qtbot):
    qtbot.waitUntil(lambda: window.files.job is None, timeout=20_000)


@pytest.fixture
def files(tmp_path):
    """Make text files to be opened."""

    def make(*names):
        made = [tmp_path / f"{name}.txt" for name in names]
        for file in made:
            file.write_text(f"{file.stem}\n\nIt rained on {file.stem}.\n", "utf-8")
        return made

    return make


@pytest.fixture
def slow_write(monkeypatch):
    """Hold the writing of a batch up in its transaction until it may go on."""
    begun, go_on = Event(), Event()
    whole = Batch.__iter__

    def slowly(batch):
        for article in whole(batch):
            begun.set()
            go_on.wait(20)
            yield article

    monkeypatch.setattr(Batch, "__iter__", slowly)
    yield begun, go_on
    go_on.set()


def test_undo_pressed_while_articles_are_written_takes_none_of_them_back(
    window, hands, qtbot, files, slow_write, quotes
):
    begun, go_on = slow_write
    hands.press("J", "1")
    window.files.add_articles(files("One", "Two"))
    qtbot.waitUntil(begun.is_set)
    hands.press("Ctrl+Z")
    assert window.reviewing.waiting.count == 1
    go_on.set()
    idle(window, qtbot)
    qtbot.waitUntil(lambda: not window.reviewing.waiting.count)
    assert "Nothing was undone" in window.banner.text.text()
    assert len(window.reviewing.project.queries.articles()) == 4
    assert len(quotes()) == 1
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert len(window.reviewing.project.queries.articles()) == 2
    assert quotes() == []


def test_undo_behind_a_tag_that_waits_for_an_import_takes_that_tag_back(
    window, hands, qtbot, files, slow_write, quotes
):
    begun, go_on = slow_write
    window.files.add_articles(files("One", "Two"))
    qtbot.waitUntil(begun.is_set)
    hands.press("J", "1", "J", "2", "Ctrl+Z", "Ctrl+Z")
    go_on.set()
    idle(window, qtbot)
    qtbot.waitUntil(lambda: not window.reviewing.waiting.count)
    assert quotes() == []
    assert len(window.reviewing.project.queries.articles()) == 4


def test_a_tag_made_while_articles_are_written_waits_seen_and_is_kept(
    window, hands, qtbot, files, slow_write, quotes
):
    begun, go_on = slow_write
    window.files.add_articles(files("One", "Two"))
    qtbot.waitUntil(begun.is_set)
    hands.press("J", "1")
    assert window.reviewing.waiting.count == 1
    sign = window.waiting_strip
    # In loops as short as waitUntil's, a busy machine may never come to a timer that is due.
    for _ in range(40):
        qtbot.wait(250 if sign.isHidden() else 0)
    assert sign.isVisible()
    assert "until the articles are added" in sign.text.text()
    assert "another program" not in sign.text.text()
    assert sign.cancel.text() != window.strip.cancel.text()
    assert quotes() == []
    go_on.set()
    idle(window, qtbot)
    qtbot.waitUntil(lambda: window.reviewing.waiting.count == 0)
    assert len(quotes()) == 1
    assert {title for _, title in window.articles.rows.titles()} >= {"One", "Two"}


def test_writing_that_is_cancelled_adds_nothing(window, qtbot, files, slow_write, project):
    begun, go_on = slow_write
    before = project.queries.last_saved()
    window.files.add_articles(files("One", "Two"))
    qtbot.waitUntil(begun.is_set)
    window.files.cancel()
    go_on.set()
    idle(window, qtbot)
    assert len(project.queries.articles()) == 2
    assert project.queries.last_saved() == before


def test_cancelling_stops_a_reader_that_hangs(window, qtbot, project, files):
    stopped, begun = Event(), Event()
    plain, *_ = project.surroundings.readers()

    class Hanging:
        name, suffixes, fits, variants = "hanging", (".txt",), plain.fits, ()

        def read(self, path, _options):
            begun.set()
            stopped.wait(20)
            raise ReaderStoppedError(path)

    project.surroundings = replace(
        project.surroundings, readers=lambda: [Hanging()], stop_reading=stopped.set
    )
    window.files.add_articles(files("One"))
    qtbot.waitUntil(begun.is_set)
    window.files.cancel()
    idle(window, qtbot)
    assert stopped.is_set()
    assert len(project.queries.articles()) == 2


@pytest.fixture
def lacking(project):
    """A reader of PDF whose library is not there."""
    plain, *_ = project.surroundings.readers()

    class Lacking:
        name, suffixes, variants, extra = "PDF", (".pdf",), (), "pdf"

        def fits(self, _path, _head):
            return False

        def read(self, path, _options):
            raise MissingExtraError(path, what="PDF", extra="pdf")

    readers = [plain, Lacking()]
    project.surroundings = replace(project.surroundings, readers=lambda: readers)


def test_what_is_missing_is_told_with_a_command_to_copy(window, qtbot, lacking, tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"x")
    window.files.add_articles([tmp_path / "report.pdf"])
    qtbot.waitUntil(window.banner.isVisible)
    idle(window, qtbot)
    (copy,) = window.banner.offers()
    copy.click()
    assert QGuiApplication.clipboard().text() == PIP


def test_the_table_tells_of_every_file_and_leads_to_its_article(
    window, qtbot, lacking, files, tmp_path, articles
):
    (tmp_path / "report.pdf").write_bytes(b"x")
    window.files.add_articles([*files("One", "Two"), articles[0], tmp_path / "report.pdf"])
    qtbot.waitUntil(window.banner.isVisible)
    idle(window, qtbot)
    next(one for one in window.banner.offers() if one.text() == "Details…").click()
    table = window.tools.widget("import-results")
    rows = [table.rows.result(row).cells for row in range(table.rows.rowCount())]
    assert [cells[0] for cells in rows] == ["+ Added", "+ Added", "= Already there", "✕ Refused"]
    assert table.remedy.command.text() == PIP
    table.view.setCurrentIndex(table.rows.index(1, 0))
    table.open_button.click()
    assert window.reviewing.article.article.title == "Two"
    table.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 5
    assert str(tmp_path / "report.pdf") in lines[4]


def test_a_large_import_is_taken_back_while_one_of_it_is_open(window, qtbot, files, monkeypatch):
    monkeypatch.setattr("annotator.service.open_article.MOST_TAKEN", 1)
    window.files.add_articles(files("One", "Two"))
    idle(window, qtbot)
    assert window.reviewing.article.article.title == "One"
    window.work.undo()
    assert window.reviewing.article is None
    assert window.articles.rows.count == 2


def test_every_kind_of_file_can_be_chosen(project):
    told = filters(list(project.surroundings.readers()))
    everything, *kinds = told.split(";;")
    assert all(ending in everything for ending in ("*.txt", "*.html", "*.md"))
    assert "Plain text (*.txt *.text)" in kinds


def test_progress_is_told_seldom_and_at_the_end():
    told = []
    tell = seldom(lambda done, total: told.append((done, total)))
    for done in range(1001):
        tell(done, 1000)
    assert told[-1] == (1000, 1000)
    assert len(told) < 100


def test_failures_of_writing_leave_the_next_batch_its_turn(window, qtbot, files, monkeypatch):
    class FullError(AnnotatorError):
        pass

    def fail(*_):
        raise FullError("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(window.reviewing.project, "commit_beside", fail)
        window.files.add_articles(files("One"))
        idle(window, qtbot)
    window.files.add_articles(files("Two"))
    idle(window, qtbot)
    assert {title for _, title in window.articles.rows.titles()} >= {"Two"}
