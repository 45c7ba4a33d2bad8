from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.gui.conftest import Hands

from annotator.core.codebook_rules import LINE_STYLES
from annotator.formats.codebook_toml import read_codebook
from annotator.service.codebook_commands import ChangeLabel


@pytest.fixture
def editor(hands, window, qtbot):
    hands.press("J", "1", "3", "J", "1")
    with qtbot.waitActive(window.tools.open("codebook")):
        pass
    return window.tools.widget("codebook")


@pytest.fixture
def fingers(editor):
    """Hands at the editor."""
    return Hands(editor)


@pytest.fixture
def labels(project):
    return lambda: list(project.queries.codebook().labels)


def names(found):
    return [label.name for label in found]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_key_opens_the_editor_with_the_labels_and_their_uses(hands, window, editor):
    editor.close()
    window.activateWindow()
    window.page.setFocus()
    hands.press("Ctrl+B")
    assert window.tools.is_open("codebook")
    shown = [editor.labels.list.item(row).text() for row in range(3)]
    expected = ["Official claim  ·  2", "Analyst opinion  ·  0", "Humanitarian concern  ·  1"]
    assert shown == expected
    assert "2 highlights bear it. Removing archives it" in editor.labels.sentence.text()


def test_a_new_label_is_named_at_once_and_can_be_tagged_with(
    hands, window, editor, fingers, labels, quotes
):
    click(editor.labels.add)
    fingers.type("rumor")
    fingers.press("Tab")
    label = labels()[-1]
    assert (label.name, label.letter, label.shortcut) == ("rumor", "R", "4")
    assert label.line_style == LINE_STYLES[3]
    assert label.color_light not in {one.color_light for one in labels()[:3]}
    editor.close()
    window.activateWindow()
    window.page.setFocus()
    hands.press("J", "4")
    assert quotes()[-1][0] == label.key


def test_a_letter_given_by_hand_outlives_the_name(editor, fingers, labels):
    click(editor.labels.add)
    editor.labels.form.fields["letter"].setFocus()
    fingers.press("Ctrl+A")
    fingers.type("z")
    editor.labels.form.fields["name"].setFocus()
    fingers.press("Ctrl+A")
    fingers.type("rumor")
    fingers.press("Tab")
    assert (labels()[-1].name, labels()[-1].letter) == ("rumor", "z")


def test_a_dead_key_of_a_file_is_named_and_an_error_before_it_is_not_told_any_more(
    editor, labels, tmp_path
):
    bad, good = tmp_path / "bad.toml", tmp_path / "good.toml"
    bad.write_text("label = 3\n", "utf-8")
    editor.exchange.show_plan(bad)
    assert editor.told.isVisible()
    editor.exchange.export(good)
    good.write_text(good.read_text("utf-8").replace('shortcut = "1"', 'shortcut = "J"'), "utf-8")
    editor.exchange.show_plan(good)
    assert not editor.told.isVisible()
    told = editor.exchange.summary.text().split("\n")
    assert told[0].startswith("The key J of “Official claim” will not tag")
    assert told[1] == "Changes “Official claim” (key)"


def test_each_edit_is_one_step_and_undo_shows_in_the_editor(editor, fingers, labels, window):
    form = editor.labels.form
    form.fields["name"].setFocus()
    form.fields["name"].selectAll()
    fingers.type("press office")
    fingers.press("Tab")
    assert labels()[0].name == "press office"
    assert window.label_bar.keys[labels()[0].id].label.name == "press office"
    fingers.press("Ctrl+Z")
    assert labels()[0].name == "Official claim"
    assert form.fields["name"].text() == "Official claim"
    fingers.press("Ctrl+Shift+Z")
    assert form.fields["name"].text() == "press office"


def test_labels_are_ordered_by_keys(editor, fingers, labels):
    editor.labels.list.setFocus()
    fingers.press("Alt+Down", "Alt+Down")
    assert names(labels()) == ["Analyst opinion", "Humanitarian concern", "Official claim"]
    assert editor.labels.list.currentRow() == 2
    fingers.press("Ctrl+Z", "Ctrl+Z")
    assert names(labels())[0] == "Official claim"


def test_a_row_that_a_drag_moved_is_another_order(editor, labels, qtbot):
    root = editor.labels.list.rootIndex()
    editor.labels.list.model().moveRow(root, 0, root, 3)
    qtbot.waitUntil(lambda: names(labels())[-1] == "Official claim")
    assert len(editor.labels.list.ids()) == 3


def test_a_color_offered_is_taken_and_shows_on_the_page(editor, labels, window):
    colors = editor.labels.form.fields["colors"]
    assert colors.swatches[0].isChecked()
    assert "used by Analyst opinion" in colors.swatches[1].accessibleName()
    click(colors.swatches[3])
    label = labels()[0]
    assert (label.color_light, label.color_dark) == ("#591F97", "#8D78F5")
    assert window.reviewing.codebook.labels[0].color_light == "#591F97"
    assert label.revised == 0


def test_an_own_color_is_allowed_and_what_speaks_against_it_is_told(editor, fingers, labels):
    colors = editor.labels.form.fields["colors"]
    colors.light.setFocus()
    colors.light.selectAll()
    fingers.type("#C2570D")
    fingers.press("Tab")
    assert labels()[0].color_light == "#C2570D"
    assert "Some eyes take it for “Analyst opinion” on light pages." in colors.hint.text()
    colors.light.selectAll()
    colors.light.setFocus()
    fingers.type("#FFFFEE")
    assert "hard to see" in colors.hint.text()


def test_a_key_that_the_window_has_is_told_and_one_of_another_label_is_refused(
    editor, fingers, labels
):
    field = editor.labels.form.fields["shortcut"]
    field.setFocus()
    field.selectAll()
    fingers.type("n")
    assert "is taken: Next sentence not reviewed yet" in editor.labels.form.key_hint.text()
    field.selectAll()
    fingers.type("2")
    assert editor.labels.form.key_hint.text() == "2 is taken: Analyst opinion"
    fingers.press("Tab")
    assert labels()[0].shortcut == "1"
    assert field.text() == "1"
    assert editor.told.isVisible()
    assert "belongs to the label" in editor.told.text()


def test_line_style_fields_and_lists_are_kept(editor, fingers, labels):
    fields = editor.labels.form.fields
    click(fields["line_style"].segments[4])
    fields["fields"].boxes["note"].setFocus()
    fingers.press("Space")
    fields["tests"].setFocus()
    fields["tests"].selectAll()
    fingers.type("who says so")
    fingers.press("Return")
    fingers.type("where")
    fingers.press("Tab")
    label = labels()[0]
    assert label.line_style == "wavy"
    assert label.fields == ("speaker", "form", "confidence", "note")
    assert label.tests == ("who says so", "where")


def test_merging_says_what_it_moves_and_is_one_step(editor, fingers, labels, quotes):
    page = editor.labels
    page._fill_merge_menu()
    told = [action.text() for action in page.merge_menu.actions()]
    assert told[1] == "Into “Humanitarian concern” (moves 2 highlights)"
    page.merge_menu.actions()[1].trigger()
    assert {label for label, _ in quotes()} == {"humanitarian_concern"}
    assert labels()[0].archived
    fingers.press("Ctrl+Z")
    assert len([1 for label, _ in quotes() if label == "official_claim"]) == 2


def test_a_label_in_use_is_archived_and_its_highlights_keep_its_name(
    hands, window, editor, labels, quotes
):
    page = editor.labels
    click(page.remove)
    assert labels()[0].archived
    assert page.remove.text() == "Restore"
    assert "archived" in page.list.item(0).text()
    assert len(quotes()) == 3
    window.page.go_to_sentence(1)
    window.reviewing.choose_next()
    QTest.qWait(1)
    assert window.inspector.line.name.text() in {"Official claim", "Humanitarian concern"}
    click(page.remove)
    assert not labels()[0].archived


def test_a_label_that_was_never_used_is_erased(editor, labels):
    editor.labels.list.setCurrentRow(1)
    assert "No highlight bears it" in editor.labels.sentence.text()
    click(editor.labels.remove)
    assert names(labels()) == ["Official claim", "Humanitarian concern"]


def test_guideline_and_verdicts_are_kept_when_they_are_left(editor, fingers, project):
    editor.tabs.setCurrentIndex(1)
    editor.guideline.setFocus()
    fingers.press("Ctrl+A")
    fingers.type("mark little")
    editor.tabs.setCurrentIndex(2)
    editor.verdicts.setFocus()
    assert project.queries.codebook().guideline == "mark little"
    fingers.press("Ctrl+A")
    fingers.type("yes")
    fingers.press("Return")
    fingers.type("no")
    editor.close()
    assert project.queries.codebook().verdicts == ("yes", "no")
    assert project.undo().title == "Change the verdicts"
    assert editor.verdicts.value()[0] == "True" or editor.isHidden()


def test_what_was_made_under_an_older_guideline_is_counted_shown_and_confirmed(
    window, editor, project, labels, qtbot
):
    label = labels()[0]
    project.execute(ChangeLabel(label.id, (("definition", "Another."),)))
    page = editor.outdated
    assert page.counts == {label.id: 2}
    editor.tabs.setCurrentIndex(3)
    click(page.shows[label.id])
    table = window.tools.widget("highlights")
    qtbot.waitUntil(lambda: table.rows.rowCount() == 2)
    assert {table.rows.listed(row).label_id for row in range(2)} == {label.id}
    click(page.confirms[label.id])
    qtbot.waitUntil(lambda: page.counts == {})
    assert list(project.queries.outdated()) == []


def test_a_codebook_is_exported_and_an_import_tells_first_what_it_changes(
    editor, fingers, labels, project, tmp_path
):
    file = tmp_path / "codebook.toml"
    editor.exchange.export(file)
    assert names(read_codebook(file).labels) == names(labels())
    file.write_text(file.read_text("utf-8").replace("Analyst opinion", "Expert view"), "utf-8")
    before = project.queries.codebook()
    editor.exchange.show_plan(file)
    told = "Changes “Analyst opinion” into “Expert view” (what it is called)"
    assert editor.exchange.summary.text() == told
    assert project.queries.codebook() == before
    click(editor.exchange.take)
    assert names(labels())[1] == "Expert view"
    assert project.undo().title == "Import a codebook"
    assert names(labels())[1] == "Analyst opinion"


@pytest.mark.parametrize(("number", "name"), [(1, "guideline"), (2, "verdicts")])
def test_the_text_of_a_page_takes_the_page_s_room(editor, number, name):
    editor.tabs.setCurrentIndex(number)
    field = getattr(editor, name)
    page = field.parentWidget()
    assert field.height() > 0.8 * page.height()
    editor.resize(editor.width(), editor.height() + 60)
    assert page.height() - field.geometry().bottom() < 20


def test_another_text_of_the_guideline_makes_what_was_tagged_older(editor, fingers, project):
    editor.tabs.setCurrentIndex(1)
    editor.guideline.setFocus()
    fingers.type("mark all")
    editor.tabs.setCurrentIndex(3)
    editor.keep()
    assert sum(editor.outdated.counts.values()) == project.queries.stats().highlights
    assert "the guideline’s text" in editor.outdated._head.text()


def test_a_key_of_the_page_is_refused_for_a_label(editor, fingers, labels):
    before = labels()
    field = editor.labels.form.fields["shortcut"]
    field.setFocus()
    fingers.press("Ctrl+A")
    fingers.type("j")
    fingers.press("Return")
    assert labels() == before
    assert field.text() == before[0].shortcut
    assert "“j” cannot be the label’s key" in editor.told.text()
    assert "Next sentence" in editor.told.text()


def test_a_file_that_is_no_codebook_is_told_and_changes_nothing(editor, labels, tmp_path):
    file = tmp_path / "codebook.toml"
    file.write_text("label = 3\n", "utf-8")
    editor.exchange.show_plan(file)
    assert "codebook.toml" in editor.told.text()
    assert editor.exchange.isHidden()


def test_escape_closes_the_editor_and_keeps_what_was_typed(editor, fingers, labels):
    field = editor.labels.form.fields["definition"]
    field.setFocus()
    fingers.press("Ctrl+A")
    fingers.type("short")
    fingers.press("Escape")
    assert not editor.isVisible()
    assert labels()[0].definition == "short"


def test_every_field_of_the_editor_has_a_name(editor):
    nameless = [
        type(one).__name__
        for one in editor.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not one.accessibleName()
        and not (hasattr(one, "text") and one.text())
    ]
    assert nameless == []
