from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest

from annotator.core.errors import AnnotatorError


def titles(window):
    return {title for _, title in window.articles.rows.titles()}


@pytest.fixture
def file(tmp_path):
    """Make a text file to be opened."""

    def make(name, text="It rained.\nAll day.\n"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{name}\n{text}{name} ends.\n", "utf-8")
        return path

    return make


@pytest.fixture
def gate(project):
    """Hold every reader up until the gate is opened."""
    opened = Event()
    surroundings = project.surroundings

    class Held:
        def __init__(self, reader):
            self.reader, self.name, self.suffixes = reader, reader.name, reader.suffixes
            self.fits, self.variants = reader.fits, reader.variants

        def read(self, path, options):
            opened.wait(20)
            return self.reader.read(path, options)

    readers = [Held(reader) for reader in surroundings.readers()]
    project.surroundings = replace(surroundings, readers=lambda: readers)
    yield opened
    opened.set()


def idle(window, qtbot):
    qtbot.waitUntil(lambda: window.files.job is None)


def test_a_batch_given_while_another_is_read_is_added_after_it(window, qtbot, gate, file):
    window.files.add_articles([file("First")])
    window.files.add_articles([file("Second")])
    window.files.add_articles([file("Third")])
    gate.set()
    idle(window, qtbot)
    assert titles(window) >= {"First", "Second", "Third"}
    assert window.reviewing.article.article.title == "Third"


def test_cancelling_one_batch_leaves_the_next_its_turn(window, qtbot, gate, file):
    window.files.add_articles([file("First")])
    window.files.add_articles([file("Second")])
    window.files.cancel()
    gate.set()
    qtbot.waitUntil(lambda: "Second" in titles(window))
    assert "First" not in titles(window)


def test_no_batch_hides_the_refusals_of_another(window, qtbot, gate, file, tmp_path):
    window.files.add_articles([tmp_path / "missing.txt", file("First")])
    window.files.add_articles([tmp_path / "lost.txt", file("Second")])
    gate.set()
    idle(window, qtbot)
    assert window.banner.text.text() == "2 added · 2 refused"
    details = window.banner.details.toPlainText()
    assert "missing.txt" in details
    assert "lost.txt" in details


def test_another_project_gets_none_of_what_waits(window, qtbot, gate, file):
    window.files.add_articles([file("First")])
    window.files.add_articles([file("Second")])
    window.reviewing.set_project(None)
    gate.set()
    idle(window, qtbot)
    assert titles(window) == set()


class FullError(AnnotatorError):
    pass


def test_articles_that_could_not_be_added_are_not_called_saved(window, qtbot, file, monkeypatch):
    def fail(*_):
        raise FullError("The disk is full.")

    monkeypatch.setattr(window.reviewing.project, "commit_beside", fail)
    window.files.add_articles([file("First")])
    idle(window, qtbot)
    assert window.banner.text.text() == "The disk is full."
    assert window.label_bar.saved.text() == "! Not saved"
