"""Two revisions are compared by what happened to the sentences that bear highlights."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QFileDialog
from tests.gui.conftest import DAM
from tests.gui.newer_dam import tagged
from tests.service.newer_copies import copy_of, revised

from annotator.core.word_differences import Side, word_differences
from annotator.gui.revision_text import tagged_runs
from annotator.service.commands import Together
from annotator.service.revision_commands import TakeCopy
from annotator.service.revision_report import ComparedSentence

NEWER = DAM.replace("seepage to double", "seepage to halve").replace("Engineers left the site.", "")


@pytest.fixture
def view(window, project, hands, qtbot):
    """The comparison, opened by its key, of a text with a changed and a removed sentence."""
    article = window.reviewing.article.article
    for words in ("Engineers left the site.", "seepage to double", "Aid groups"):
        tagged(project, article, words)
    revised(project, article, NEWER, title="")
    hands.press("Ctrl+Shift+D")
    shown = window.tools.widget("revisions")
    qtbot.waitUntil(lambda: shown.comparison is not None)
    return shown


def test_the_list_has_the_tagged_sentences_that_were_changed_or_removed(view):
    found = [(one.status, one.was) for one in view.rows.sentences]
    assert found == [
        ("removed", "Engineers left the site."),
        ("changed", "Dr. Voss expects seepage to double."),
    ]
    assert view.counts.text() == "Tagged sentences: ≠ Changed 1  ·  − Removed 1  ·  = Unchanged 1"


def test_the_text_marks_tagged_sentences_with_their_labels(view):
    words = view.text.toPlainText()
    assert "⟦Official claim ▸ [−Engineers left the site.−]⟧" in words
    assert "⟦Official claim ▸ Dr. Voss expects seepage to [−double−]{+halve+}.⟧" in words


def test_keys_walk_from_sentence_to_sentence_and_from_change_to_change(view, hands):
    hands.press("Down")
    assert "Voss" in view.text.textCursor().selectedText()
    hands.press("F8")
    change = view.text.textCursor().selectedText()
    assert change == "[−double−]{+halve+}"
    hands.press("F8")
    assert view.text.textCursor().selectedText() == "[−Engineers left the site.−]"
    hands.press("Shift+F8")
    assert view.text.textCursor().selectedText() == change
    assert view.place.text() == f"Change {view.text.at + 1} of {len(view.text.changes)}"


def test_whose_highlights_they_are_is_told_of_a_text_that_was_never_present(
    window, project, hands, qtbot
):
    article = window.reviewing.article.article
    tagged(project, article, "Aid groups")
    copies = (copy_of(text, project, title="") for text in (f"{DAM}\nIt rained.", NEWER))
    both = tuple(TakeCopy(article.id, copy) for copy in copies)
    project.execute(Together("Take two", both))
    hands.press("Ctrl+Shift+D")
    shown = window.tools.widget("revisions")
    qtbot.waitUntil(lambda: shown.comparison is not None)
    first, note = shown.counts.text().split("\n")
    assert first == "Tagged sentences: = Unchanged 1"
    assert note.startswith("Revision 2 was never the present text: its highlights are those of")


def test_other_revisions_are_compared_once_they_are_chosen(view, qtbot):
    view.old.show_value("2")
    view.old.edited.emit()
    qtbot.waitUntil(lambda: view.comparison is not None)
    assert view.place.text() == "No word differs."
    assert view.rows.sentences == ()


def test_the_report_is_written_in_the_form_that_was_chosen(
    view, tmp_path, monkeypatch, qtbot, window
):
    target = tmp_path / "report"
    chosen = (str(target), "JSON (*.json)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    view.export.click()
    qtbot.waitUntil(target.with_suffix(".json").exists)
    qtbot.waitUntil(lambda: "report.json" in window.banner.text.text())
    assert json.loads(target.with_suffix(".json").read_text())["counts"]["removed"] == 1


def test_an_undone_revision_and_another_article_are_followed(view, window, project, qtbot):
    window.work.undo()
    qtbot.waitUntil(lambda: view.comparison is not None)
    assert (view.old.value(), view.new.value()) == ("1", "2")
    window.reviewing.open_article(project.queries.articles()[1].article.id)
    assert view.comparison is None
    assert "Ctrl+Shift+R" in view.empty.text()


@settings(max_examples=60)
@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30), st.data())
def test_parted_pieces_make_the_same_texts_and_the_tagged_sentences(old, new, data):
    borders = data.draw(st.sets(st.integers(0, len(old)), max_size=6).map(sorted))
    spans = list(zip(borders[::2], borders[1::2], strict=False))
    sentences = [ComparedSentence("changed", *span, old[slice(*span)], ()) for span in spans]
    runs = tagged_runs(word_differences(old, new), sentences)
    assert "".join(run.piece.text for run in runs if run.piece.side is not Side.NEW) == old
    assert "".join(run.piece.text for run in runs if run.piece.side is not Side.OLD) == new
    inside, found = None, {}
    for run in runs:
        inside = run.begins if run.begins is not None else inside
        if inside is not None and run.piece.side is not Side.NEW:
            found[inside] = found.get(inside, "") + run.piece.text
        inside = None if run.ends is not None else inside
    assert list(found.values()) == [one.was for one in sentences]
