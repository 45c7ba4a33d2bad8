"""What the preview says of each row is what becomes of it, also among the rows themselves."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from tests.gui.conftest import DAM
from tests.service.newer_copies import added

from annotator.gui.import_rows import STATE, TO_LOOK_AT

URL, FAIR = "https://example.org/dam", "https://example.org/fair"
FEST = "Nobody came to the harbor fair on the first day of May."
ROWS = (
    ("Dam", URL, f"{DAM} The road opened."),
    ("Prices", URL, "Prices rose by a third in May, said the office."),
    ("Fair", FAIR, FEST),
    ("Fair again", FAIR, f"{FEST} Many did."),
    ("Fair once more", "", FEST),
    ("Old", URL, DAM + "\nIt rained."),
)
NEW, COPY, ABOVE = "+ New", "↑ Newer copy, same address", "↑ Newer copy of one above"
TWIN, THERE = "= Same text as one above", "= Already there"


@pytest.fixture
def preview(window, project, qtbot, tmp_path):
    """A dump of which some rows share addresses or texts, seen before it is added."""
    added(project, DAM + "\nIt rained.", title="Known", url=URL)
    dump = tmp_path / "dump.jsonl"
    rows = ({"title": title, "url": url, "text": text} for title, url, text in ROWS)
    dump.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    window.preferences.settings.set("import.preview", "always")
    window.files.add_articles([dump])
    qtbot.waitUntil(lambda: window.files.importing.preview is not None, timeout=20_000)
    return window.files.importing.preview


def states(preview):
    """Return the states of the rows, without the doubts of their reader."""
    rows = range(preview.rows.rowCount())
    return [preview.rows.index(row, STATE).data().replace("? New, look at it", NEW) for row in rows]


def check(preview, row, state):
    preview.rows.setData(preview.rows.index(row, 0), state, Qt.ItemDataRole.CheckStateRole)


def test_rows_tell_what_becomes_of_them_and_keep_their_word(window, qtbot, preview):
    assert states(preview) == [COPY, NEW, NEW, ABOVE, TWIN, THERE]
    assert preview.add.text() == "Add 2 articles · 2 newer texts"
    assert preview.rows.count(TO_LOOK_AT) == len(ROWS)
    preview.accept()
    qtbot.waitUntil(lambda: window.files.job is None, timeout=20_000)
    told = [one.report.status for one in window.files.importing.results]
    assert told == ["revised", "added", "added", "revised", "already there", "already there"]


def test_what_stands_above_counts_only_while_it_is_added(preview):
    check(preview, 2, Qt.CheckState.Unchecked)
    assert states(preview)[2:5] == ["− Left out", NEW, NEW]
    assert preview.add.text() == "Add 3 articles · 1 newer text"
    check(preview, 2, Qt.CheckState.Checked)
    assert states(preview)[2:5] == [NEW, ABOVE, TWIN]
    preview.view.setCurrentIndex(preview.rows.index(3, 0))
    assert "“Fair”, above, is from the same address" in preview.signs.told.text()


def test_the_button_says_that_an_article_gets_its_newer_text(preview):
    for row in range(1, 4):
        check(preview, row, Qt.CheckState.Unchecked)
    # The row with the words of one that is left out is an article of its own.
    assert preview.add.text() == "Add 1 article · 1 newer text"
    check(preview, 4, Qt.CheckState.Unchecked)
    assert preview.add.text() == "Make it the newer text"
    check(preview, 0, Qt.CheckState.Unchecked)
    assert preview.add.text() == "Add nothing"


def test_another_address_or_text_is_looked_up_anew(preview):
    fields = preview.form.fields
    for address, state in ((FAIR + "/2", NEW), (URL, COPY)):
        preview.view.setCurrentIndex(preview.rows.index(0, 0))
        fields["url"].setText(address)
        fields["url"].textEdited.emit(address)
        preview.view.setCurrentIndex(preview.rows.index(1, 0))
        assert states(preview)[0] == state
    preview.text.selectAll()
    preview.text.insertPlainText(FEST)
    preview.view.setCurrentIndex(preview.rows.index(0, 0))
    assert states(preview)[1:3] == [NEW, TWIN]


def test_columns_are_shown_as_they_were_mapped_the_last_time(window, project, qtbot, tmp_path):
    names = ("head", "body", "other")
    mapping = (("text", "other"), ("title", "head"))
    project.surroundings.mappings.remember(names, mapping)
    table = tmp_path / "news.csv"
    table.write_text("head,body,other\nDam,It held.,It burst.\n", "utf-8")
    window.preferences.settings.set("import.preview", "always")
    window.files.add_articles([table])
    qtbot.waitUntil(lambda: window.files.importing.preview is not None, timeout=20_000)
    preview = window.files.importing.preview
    qtbot.waitUntil(preview.choice.mapping.isVisible)
    assert preview.text.text() == "It burst."
    assert preview.choice.mapping.fields["text"].value() == "other"


STORY = " ".join(f"Gauge {number} showed {number * 7} centimeters at dawn." for number in range(60))


def test_near_copies_that_come_in_together_are_shown_and_compared(window, qtbot, tmp_path):
    for number in range(3):
        words = STORY.replace("Gauge 30 showed", f"Gauge 30 reached{number}")
        (tmp_path / f"near {number}.txt").write_text(words, "utf-8")
    window.files.add_articles([tmp_path / f"near {number}.txt" for number in range(3)])
    qtbot.waitUntil(lambda: window.files.importing.preview is not None, timeout=20_000)
    preview = window.files.importing.preview
    assert [one[:1] for one in states(preview)] == ["+", "≈", "≈"]
    preview.view.setCurrentIndex(preview.rows.index(1, 0))
    assert "above, has nearly the same words" in preview.signs.told.text()
    assert preview.signs.out.isVisible()
    assert not preview.signs.newer.isVisible()
    preview.show_difference()
    qtbot.waitUntil(lambda: bool(preview.difference.view.changes))
    assert "[−reached0−]{+reached1+}" in preview.difference.view.toPlainText()
    preview.difference.close()
    check(preview, 0, Qt.CheckState.Unchecked)
    assert states(preview)[:2] == ["− Left out", NEW]
    check(preview, 0, Qt.CheckState.Checked)
    preview.accept()
    qtbot.waitUntil(lambda: window.files.job is None, timeout=20_000)
    told = [one.why[:9] for one in window.files.importing.results]
    assert told == ["", "resembles", "resembles"]
