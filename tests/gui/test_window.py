from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenuBar,
)

from annotator import bootstrap
from annotator.core.errors import AnnotatorError
from annotator.service.commands import ToggleHighlight


def headings(window):
    rows = window.articles.rows
    entries = [rows.entry(row) for row in range(rows.rowCount())]
    return [entry.heading for entry in entries if hasattr(entry, "heading")]


def counts(window):
    return [key.count for key in window.label_bar.keys.values()]


def test_the_counts_below_follow_each_key(hands, window):
    hands.press("J", "1", "J", "1", "J", "2")
    assert counts(window) == [2, 1, 0]
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert counts(window) == [1, 0, 0]
    assert window.label_bar.saved.text().startswith("✓ Saved ")


def test_incremental_counts_equal_those_of_reopening(hands, window):
    hands.press("J", "1", "3", "J", "2", "2", "J", "Space", "3", "Ctrl+Z", "Delete")
    before = counts(window), window.label_bar.progress.text()
    window.reviewing.open_article(window.reviewing.article.article.id)
    assert (counts(window), window.label_bar.progress.text()) == before


def test_an_article_moves_from_section_to_section_with_its_progress(hands, window):
    assert headings(window) == ["In progress · 0", "To do · 2", "Finished · 0"]
    hands.press("1")
    assert headings(window) == ["In progress · 1", "To do · 1", "Finished · 0"]
    hands.press("Shift+J", *["Shift+J"] * 6, "Space")
    assert headings(window) == ["In progress · 1", "To do · 1", "Finished · 0"]
    hands.press("Ctrl+Shift+Return", "Escape")
    assert headings(window) == ["In progress · 0", "To do · 1", "Finished · 1"]
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert headings(window) == ["In progress · 0", "To do · 2", "Finished · 0"]


def test_a_click_in_the_list_opens_the_article_and_the_keys_go_to_the_page(window, qtbot):
    view = window.articles.view
    index = window.articles.rows.index(3)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.reviewing.article.article.title == "Road reopens"
    assert window.page.hasFocus()


def test_a_click_on_a_label_below_tags(window, quotes):
    window.page.go_to_sentence(1)
    key = list(window.label_bar.keys.values())[1]
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert [label for label, _ in quotes()] == ["analyst_opinion"]


def test_what_another_program_commits_appears(window, project_path):
    article = window.reviewing.article
    other = bootstrap.open_project(project_path, create=False)
    span = article.sentences.span(2)
    other.execute(ToggleHighlight(article.article.id, span, "official_claim"))
    other.close()
    assert counts(window) == [0, 0, 0]
    window.reviewing.project.look_outside()
    assert counts(window) == [1, 0, 0]
    assert headings(window)[0] == "In progress · 1"


def test_without_a_project_the_page_lets_go_of_the_article(window):
    window.reviewing.set_project(None)
    assert window.page.article is None
    assert window.stack.currentWidget() is window.notice
    assert not window.label_bar.keys


def test_opened_files_are_added_and_the_first_is_shown(hands, window, qtbot, tmp_path, monkeypatch):
    file = tmp_path / "clinic.txt"
    file.write_text("Clinics report shortages\n\nInsulin ran out.\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    hands.press("Ctrl+O")
    qtbot.waitUntil(lambda: window.reviewing.article.article.title == "Clinics report shortages")
    assert headings(window)[1] == "To do · 3"
    assert not window.strip.isVisible()


def drop(target, files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), copy, data, button, none)
    target.dragEnterEvent(entered)
    assert entered.isAccepted()
    target.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, none))


def test_dropped_files_are_added_and_each_refusal_is_told(window, qtbot, tmp_path, articles):
    new, empty = tmp_path / "new.txt", tmp_path / "empty.txt"
    new.write_text("A new one\n\nIt rained.\n", "utf-8")
    empty.touch()
    drop(window, [new, empty, articles[0]])
    qtbot.waitUntil(window.banner.isVisible)
    assert window.banner.text.text() == "1 added · 1 already there · 1 refused"
    details = window.banner.details.toPlainText()
    assert all(name in details for name in ("empty.txt", "dam.txt"))
    assert window.reviewing.article.article.title == "A new one"


def test_a_folder_dropped_is_added_with_all_below_it(window, qtbot, tmp_path):
    below = tmp_path / "in" / "deep"
    below.mkdir(parents=True)
    (below / "new.txt").write_text("A new one\n\nIt rained.\n", "utf-8")
    (tmp_path / "in" / "other.txt").write_text("Another\n\nIt snowed.\n", "utf-8")
    drop(window, [tmp_path / "in"])
    qtbot.waitUntil(lambda: headings(window)[1] == "To do · 4")


def test_files_dropped_on_the_page_are_added(window, qtbot, tmp_path):
    file = tmp_path / "new.txt"
    file.write_text("A new one\n\nIt rained.\n", "utf-8")
    drop(window.page, [file])
    qtbot.waitUntil(lambda: window.reviewing.article.article.title == "A new one")


def test_a_single_refusal_is_its_sentence(window, qtbot, tmp_path):
    window.files.add_articles([tmp_path / "missing.txt"])
    qtbot.waitUntil(window.banner.isVisible)
    assert "missing.txt" in window.banner.text.text()
    assert headings(window)[1] == "To do · 2"


def test_cancelled_reading_adds_nothing(window, qtbot, project, tmp_path):
    file = tmp_path / "late.txt"
    file.write_text("Late\n", "utf-8")
    begun, go_on = Event(), Event()
    plain, *_ = project.surroundings.readers()

    class WaitingReader:
        name, suffixes, fits, variants = "waiting", (".txt",), plain.fits, ()

        def read(self, path, options):
            begun.set()
            go_on.wait(20)
            return plain.read(path, options)

    project.surroundings = replace(project.surroundings, readers=lambda: [WaitingReader()])
    window.files.add_articles([file])
    qtbot.waitUntil(begun.is_set)
    window.files.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: window.files.job is None)
    assert headings(window)[1] == "To do · 2"


def test_slow_reading_shows_a_strip_whose_cancel_works(window, qtbot, project, articles):
    begun, go_on = Event(), Event()

    class SlowReader:
        name, suffixes, variants = "slow", (".txt",), ()

        def fits(self, _path, _head):
            return False

        def read(self, _path, _options):
            begun.set()
            go_on.wait(20)
            raise DiskFullError("never seen")

    project.surroundings = replace(project.surroundings, readers=lambda: [SlowReader()])
    window.files.add_articles(articles)
    qtbot.waitUntil(window.strip.isVisible)
    assert begun.is_set()
    window.strip.cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: window.files.job is None)
    assert not window.strip.isVisible()
    assert not window.banner.isVisible()


def test_what_cannot_be_done_is_not_offered(empty_window):
    menus = empty_window.menus
    assert not menus.action("file.open-articles").isEnabled()
    assert not menus.action("edit.undo").isEnabled()
    assert menus.action("file.open-project").isEnabled()
    assert "Open articles…" not in {offer.title for offer in menus.offers()}


class DiskFullError(AnnotatorError):
    pass


def test_a_failed_change_is_told_and_not_shown_as_done(hands, window, monkeypatch):
    def fail(_command, **_options):
        raise DiskFullError("The disk is full; make room and press the key again.")

    hands.press("J")
    with monkeypatch.context() as patch:
        patch.setattr(window.reviewing.project, "execute", fail)
        hands.press("1")
    assert window.banner.text.text() == "The disk is full; make room and press the key again."
    assert counts(window) == [0, 0, 0]
    assert not len(window.reviewing.article.index)
    hands.press("1")
    assert not window.banner.isVisible()
    assert counts(window) == [1, 0, 0]


def test_undo_with_nothing_left_is_a_note_and_no_error(hands, window, project):
    while project.queries.undo_title():
        project.undo()
    window.menus.refresh()
    hands.press("Ctrl+Z")
    assert window.banner.text.text() == "There is nothing to undo."
    assert not window.banner.is_error


def test_the_field_on_top_runs_commands_and_opens_articles(hands, window):
    hands.press("Ctrl+K")
    assert window.command_field.hasFocus()
    hands.type("reopens")
    hands.press("Return")
    assert window.reviewing.article.article.title == "Road reopens"
    assert window.page.hasFocus()
    hands.press("Ctrl+K")
    hands.type("larger")
    hands.press("Return")
    assert window.text_zoom == 1


def test_digits_typed_into_the_field_tag_nothing(hands, quotes, window):
    hands.press("Ctrl+K")
    hands.type("12 j")
    assert window.command_field.text() == "12 j"
    assert quotes() == []


def test_panels_zoom_and_theme_have_their_keys(hands, window):
    hands.press("F9", "Shift+F9", "Ctrl++", "Ctrl++", "Ctrl+-")
    assert window.articles.isHidden()
    assert window.side.isHidden()
    assert window.text_zoom == 1
    hands.press("F9", "Ctrl+0")
    assert not window.articles.isHidden()
    assert window.text_zoom == 0


@pytest.mark.parametrize("choice", ["dark", "high-contrast", "light"])
def test_a_theme_dresses_the_whole_window(window, choice):
    window.menus.action(f"view.theme-{choice}").trigger()
    theme = window.themes.theme
    assert theme.key == choice
    assert window.palette().window().color() == theme.side
    assert window.menus.action(f"view.theme-{choice}").isChecked()


def test_f6_goes_from_pane_to_pane(hands, window):
    seen = []
    for _ in range(4):
        hands.press("F6")
        seen.append(window._focused())
    assert seen == [
        window.inspector,
        window.command_field,
        window.articles.view,
        window.page,
    ]


def test_f1_shows_every_key_and_finds_one(hands, window):
    hands.press("F1")
    tree = window.tools.widget("keys").tree
    assert window.tools.is_open("keys")
    window.tools.widget("keys").filter.setText("official")
    groups = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    shown = [
        group.child(row).text(0)
        for group in groups
        for row in range(group.childCount())
        if not group.child(row).isHidden()
    ]
    assert shown == ["Tag as Official claim"]


def test_everything_that_takes_the_focus_has_a_name(window):
    nameless = [
        widget
        for kind in (QAbstractButton, QAbstractItemView, QLineEdit)
        for widget in window.findChildren(kind)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_labels_never_guess_whether_text_is_markup(window):
    labels = window.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_with_no_project_the_list_says_so_and_nothing_can_be_dropped(empty_window, articles):
    assert "Ctrl+Shift+O" in empty_window.articles.empty.text()
    assert "project" in empty_window.articles.empty.text()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in articles])
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    empty_window.dragEnterEvent(event)
    assert not event.isAccepted()


def test_what_failed_is_not_called_saved_until_a_change_succeeds(hands, window, monkeypatch):
    def fail(_command, **_options):
        raise DiskFullError("The disk is full.")

    saved = window.label_bar.saved
    hands.press("J", "1")
    with monkeypatch.context() as patch:
        patch.setattr(window.reviewing.project, "execute", fail)
        hands.press("2")
    assert saved.text() == "! Not saved"
    assert saved.palette().windowText().color() == window.themes.theme.error
    hands.press("2")
    assert saved.text().startswith("✓ Saved ")
    assert saved.palette().windowText().color() == window.themes.theme.saved


def test_a_click_on_space_marks_the_sentence_as_reviewed(window, project):
    QTest.mouseClick(window.label_bar.space, Qt.MouseButton.LeftButton)
    assert project.queries.stats().reviewed == 1


@pytest.mark.parametrize("width", [1000, 812, 811, 760, 700, 640])
def test_nothing_covers_anything_however_narrow_the_window_is(window, width):
    window.project_name.show_text("A project with quite a long name, as they come")
    window.resize(width, 420)
    QTest.qWait(1)
    parts = [window.articles, window.stack, window.side]
    bar = window.label_bar
    below = [*bar.keys.values(), bar.space, bar.progress, bar.saved]
    top = [window.project_name, window.findChild(QMenuBar), window.command_field]
    for row in (parts, below, top):
        places = [
            QRect(part.mapTo(window, QPoint(0, 0)), part.size()) for part in row if part.isVisible()
        ]
        assert all(one.right() < other.left() for one, other in pairwise(places))
        assert places[-1].right() < width
    assert window.width() == width


def test_a_hidden_column_comes_first_where_only_one_has_room(hands, window):
    window.resize(660, 480)
    assert (window.articles.isHidden(), window.side.isHidden()) == (False, True)
    hands.press("Shift+F9")
    assert (window.articles.isHidden(), window.side.isHidden()) == (True, False)
    window.resize(1280, 800)
    assert (window.articles.isHidden(), window.side.isHidden()) == (False, False)


def test_a_column_that_was_hidden_stays_so_in_a_wide_window(hands, window):
    hands.press("Shift+F9")
    window.resize(700, 480)
    window.resize(1280, 800)
    assert window.side.isHidden()


def test_without_articles_the_list_says_how_to_begin(qtbot, empty_window, tmp_path):
    empty_window.reviewing.set_project(bootstrap.open_project(tmp_path / "x.factproj", create=True))
    assert empty_window.articles.empty.isVisible()
    assert "Ctrl+O" in empty_window.articles.empty.text()
