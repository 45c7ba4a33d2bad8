from __future__ import annotations

import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from tests.gui.conftest import DAM

from annotator.core.project_errors import DiskFullError
from annotator.gui.import_rows import FILE, REFUSED, STATE, TO_LOOK_AT
from annotator.gui.newer_copy import revise

# What a laptop of 1366 by 768 leaves at twice the size.
SMALL = 675, 304
BRIDGE = "Мост закрыт\n\n" + "Мост через реку закрыт до понедельника, сообщили в городе. " * 8
LONG = DAM + "The road to the dam stayed closed for another week, said the town. " * 4

# In two parts, since no file may name a host that is none of the examples'.
WEB = "http:" + "//"
SPECIAL = "One\u00a0word\u2029and\ufefftwo.\n\nIt was red."


@pytest.fixture
def comes(window, qtbot, tmp_path):
    """Let files come in, given by name and bytes, and return the preview of them."""

    def bring(**files):
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        for name, data in files.items():
            (folder / f"{name}.txt").write_bytes(data)
        window.preferences.settings.set("import.preview", "always")
        window.files.add_articles([folder])
        return previewed()

    def previewed():
        qtbot.waitUntil(lambda: window.files.importing.preview is not None, timeout=20_000)
        return window.files.importing.preview

    bring.previewed = previewed
    return bring


def done(window, qtbot):
    qtbot.waitUntil(lambda: window.files.job is None and window.files.importing.preview is None)


def added(window):
    """The article that was opened after it was added, with its text."""
    return window.reviewing.article.article, window.reviewing.article.revision.text


def titles(window):
    return {title for _, title in window.articles.rows.titles()}


def test_what_is_corrected_is_added_as_one_step(window, qtbot, comes):
    preview = comes(special=SPECIAL.encode(), second=b"Second\n\nIt snowed.\n")
    fields = preview.form.fields
    preview.view.setCurrentIndex(preview.rows.index(1, 0))
    assert preview.text.text() == SPECIAL
    assert "guessed" in fields["title"].accessibleName()
    for name, words in (("title", "Red day"), ("authors", "Lee, Ann; Bo"), ("language", "EN")):
        fields[name].selectAll()
        QTest.keyClicks(fields[name], words)
    preview.text.moveCursor(preview.text.textCursor().MoveOperation.End)
    QTest.keyClicks(preview.text, "!")
    assert "guessed" not in fields["title"].accessibleName()
    preview.view.setCurrentIndex(preview.rows.index(0, 0))
    assert preview.rows.index(1, 0).data() == "Red day"
    preview.accept()
    done(window, qtbot)
    assert titles(window) >= {"Red day", "Second"}
    window.articles.opened.emit(
        next(one for one, title in window.articles.rows.titles() if title == "Red day")
    )
    article, text = added(window)
    assert text == SPECIAL + "!"
    assert (article.authors, article.language) == (("Lee, Ann", "Bo"), "en")
    window.work.undo()
    assert titles(window).isdisjoint({"Red day", "Second"})


def test_what_is_unchecked_stays_out_and_is_told_of(window, qtbot, comes):
    preview = comes(one=b"First\n\nIt rained.\n", two=b"Second\n\nIt snowed.\n")
    assert preview.add.text() == "Add 2 articles"
    unchecked = Qt.CheckState.Unchecked
    preview.rows.setData(preview.rows.index(0, 0), unchecked, Qt.ItemDataRole.CheckStateRole)
    assert preview.add.text() == "Add 1 article"
    preview.accept()
    done(window, qtbot)
    assert titles(window) >= {"Second"}
    assert "First" not in titles(window)
    shown = window.tools.open("import-results")
    assert [shown.rows.result(row).status for row in (0, 1)] == ["− Left out", "+ Added"]


def test_escape_adds_nothing_and_throws_no_correction_away_unasked(window, qtbot, comes):
    preview = comes(one=b"First\n\nIt rained.\n")
    QTest.keyClicks(preview.form.fields["publisher"], "Herald")
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert preview.isVisible()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    done(window, qtbot)
    assert "First" not in titles(window)


def test_what_could_not_be_written_is_shown_again_as_it_was_handed_over(
    window, qtbot, comes, project, monkeypatch
):
    preview = comes(one=b"First\n\nIt rained.\n", two=b"Second\n\nIt snowed.\n")
    preview.view.setCurrentIndex(preview.rows.index(0, 0))
    QTest.keyClicks(preview.form.fields["publisher"], "Herald")
    preview.drafts.choose(1, added=False)
    handed, commit = preview.drafts, project.commit_beside

    def failing(_command, _watch):
        raise DiskFullError(project.path)

    def stopping(_command, watch):
        window.files.cancel()
        watch.step(0, 1)

    for cannot, told in ((failing, "free some space"), (stopping, "")):
        monkeypatch.setattr(project, "commit_beside", cannot)
        window.files.importing.preview.accept()
        qtbot.waitUntil(lambda: window.files.job is None)
        assert window.files.importing.preview.drafts is handed
        assert told in window.files.importing.preview.told.text()
        assert handed.count == 1
        assert handed.read(0).publisher == "Herald"
        assert len(handed.corrected) == 1
    assert "First" not in titles(window)
    monkeypatch.setattr(project, "commit_beside", commit)
    window.files.importing.preview.accept()
    done(window, qtbot)
    assert added(window)[0].publisher == "Herald"
    assert "Second" not in titles(window)


def test_what_could_not_be_written_of_a_project_that_was_left_is_let_go(
    window, qtbot, comes, project, monkeypatch
):
    preview = comes(one=b"First\n\nIt rained.\n")
    scratch = preview.drafts.batch._scratch

    def leaving(_command, watch):
        window.files.cancel_all()
        watch.step(0, 1)

    monkeypatch.setattr(project, "commit_beside", leaving)
    preview.accept()
    done(window, qtbot)
    assert not scratch.close.alive


def test_another_encoding_reads_the_file_again_at_once(window, qtbot, comes):
    preview = comes(bridge=BRIDGE.encode("cp1251"))
    assert preview.signs.isVisible()
    field = preview.choice.encoding
    field.show_value("KOI8-R")
    field.edited.emit()
    qtbot.waitUntil(lambda: not preview.again.running)
    assert preview.text.text() == BRIDGE.encode("cp1251").decode("koi8-r")
    field.show_value("windows-1251")
    field.edited.emit()
    qtbot.waitUntil(lambda: preview.text.text() == BRIDGE)
    preview.accept()
    done(window, qtbot)
    assert added(window)[1] == BRIDGE


def test_what_was_refused_can_be_read_another_way(window, qtbot, comes):
    preview = comes(bridge=BRIDGE.encode("utf-8")[:-1] + b"\xff\xfe\xff")
    assert preview.rows.count(REFUSED) == 1
    assert not preview.drafts.count
    preview.choice.encoding.show_value("ISO-8859-2")
    preview.choice.encoding.edited.emit()
    qtbot.waitUntil(lambda: preview.drafts.count == 1)
    assert preview.form.isVisible()
    preview.reject()
    done(window, qtbot)


def test_a_near_copy_is_told_of_compared_and_left_out(window, qtbot, comes, project, tmp_path):
    window.preferences.settings.set("import.preview", "never")
    (tmp_path / "first.txt").write_text(LONG, "utf-8")
    window.files.add_articles([tmp_path / "first.txt"])
    done(window, qtbot)
    preview = comes(copy=LONG.replace("declared", "called").replace("week", "month").encode())
    assert preview.rows.count(TO_LOOK_AT) == 1
    assert not preview.signs.newer.isChecked()
    preview.show_difference()
    view = preview.difference.view
    qtbot.waitUntil(lambda: bool(view.changes))
    assert "[−declared−]{+called+}" in view.toPlainText()
    first = view.textCursor().selectedText()
    qtbot.waitUntil(preview.difference.isActiveWindow)
    QTest.keyClick(preview.difference, Qt.Key.Key_F8)
    assert view.textCursor().selectedText() != first
    preview.difference.close()
    preview.signs.out.click()
    preview.accept()
    done(window, qtbot)
    assert len(project.queries.articles()) == 3


def test_a_newer_copy_is_offered_where_somebody_can_make_it(window, qtbot, comes, tmp_path):
    asked = []
    window.files.importing.revise = lambda article_id, newer: (
        asked.append(newer.read.text) or revise(article_id, newer)
    )
    window.preferences.settings.set("import.preview", "never")
    (tmp_path / "first.txt").write_text(LONG, "utf-8")
    window.files.add_articles([tmp_path / "first.txt"])
    done(window, qtbot)
    newer = LONG.replace("declared", "called")
    preview = comes(copy=newer.encode(), other=b"Other\n\nIt rained.\n")
    preview.signs.newer.click()
    preview.accept()
    done(window, qtbot)
    assert asked == [newer]
    assert [one.report.status for one in window.files.importing.results] == ["revised", "added"]
    window.work.undo()
    assert "Other" not in titles(window)


def test_the_columns_of_a_table_are_chosen_where_it_is_seen(window, qtbot, comes, tmp_path):
    (tmp_path / "in").mkdir()
    table = "head,body,other\nDam,It held.,It burst.\nRoad,It opened.,It closed.\n"
    (tmp_path / "in" / "news.csv").write_text(table, "utf-8")
    preview = comes()
    form = preview.choice.mapping
    qtbot.waitUntil(form.isVisible)
    assert form.fields["text"].value() == "body"
    form.fields["text"].show_value("other")
    form.read.click()
    qtbot.waitUntil(lambda: preview.text.text() == "It burst.")
    assert len(preview.drafts.arrivals) == 2
    preview.accept()
    done(window, qtbot)
    assert added(window)[1] == "It burst."


def test_the_buttons_stay_on_a_small_screen_whatever_is_shown(window, qtbot, comes, tmp_path):
    window.preferences.settings.set("import.preview", "never")
    (tmp_path / "first.txt").write_text(LONG, "utf-8")
    window.files.add_articles([tmp_path / "first.txt"])
    done(window, qtbot)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "news.csv").write_text("title,text\nDam,It held.\n", "utf-8")
    (tmp_path / "in" / "unclear.csv").write_text("head,words\nDam,It held.\n", "utf-8")
    preview = comes(copy=LONG.replace("declared", "called").encode())
    preview.resize(*SMALL)
    seen = set()
    for row in range(preview.rows.rowCount()):
        preview.view.setCurrentIndex(preview.rows.index(row, 0))
        if preview.rows.index(row, 0).siblingAtColumn(FILE).data().startswith("news"):
            qtbot.waitUntil(preview.choice.mapping.isVisible)
        elif preview.signs.newer.isVisible():
            # Neither is cut, nor does the list hide what becomes of the articles.
            assert preview.signs.newer.width() >= preview.signs.newer.sizeHint().width()
            assert preview.signs.isAncestorOf(preview.signs.difference)
            seen.add("near")
        assert preview.minimumSizeHint().height() <= SMALL[1]
        assert preview.minimumSizeHint().width() <= SMALL[0]
        assert preview.size().toTuple() == SMALL
        for button in (preview.add, preview.leave):
            assert preview.rect().contains(button.geometry())
    assert seen
    state = preview.view.columnViewportPosition(STATE)
    assert state < preview.view.viewport().width() / 2


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("language", "not a language!!", "pt_BR"),
        ("published", "yesterday-ish", "2026-03-14"),
        ("url", "javascript:alert(1)", "https://example.org/dam"),
    ],
)
def test_what_is_no_metadata_is_told_and_mended_before_anything_is_added(
    window, qtbot, comes, name, wrong, right
):
    preview = comes(one=b"First\n\nIt rained.\n", two=b"Second\n\nIt snowed.\n")
    preview.resize(SMALL[0], preview.minimumSizeHint().height())
    field = preview.form.fields[name]
    field.selectAll()
    QTest.keyClicks(field, wrong)
    bar = preview.area.verticalScrollBar()
    bar.setValue(bar.maximum() if name == "published" else bar.minimum())
    assert field.visibleRegion().boundingRect() != field.rect()
    preview.view.setCurrentIndex(preview.rows.index(1, 0))
    qtbot.waitUntil(lambda: preview.view.currentIndex().row() == 0)
    assert wrong in preview.told.text()
    assert field.text() == wrong
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
    preview.accept()
    assert preview.isVisible()
    field.selectAll()
    QTest.keyClicks(field, right)
    preview.view.setCurrentIndex(preview.rows.index(1, 0))
    assert not preview.told.text()
    preview.accept()
    done(window, qtbot)
    values = {getattr(one.article, name) for one in window.reviewing.project.queries.articles()}
    assert right.lower().replace("_", "-") in values


def test_an_unknown_language_is_shown_as_none(comes):
    preview = comes(figures=b"1 2 3\n\n4 5 6\n")
    assert not preview.form.fields["language"].text()
    assert "guessed" not in preview.form.marks["language"].text()
    preview.close()


def paste(**kinds):
    data = QMimeData()
    for kind, words in kinds.items():
        getattr(data, f"set{kind}")(words)
    QGuiApplication.clipboard().setMimeData(data)


def test_copied_text_becomes_an_article_after_it_was_seen(window, hands, qtbot, comes):
    paste(Text="Harbor\r\n\r\nIt opened.\n")
    hands.press("Ctrl+Shift+V")
    preview = comes.previewed()
    assert preview.text.text() == "Harbor\n\nIt opened.\n"
    preview.accept()
    done(window, qtbot)
    assert added(window)[0].title == "Harbor"


def test_copied_markup_is_read_without_it(window, qtbot, comes):
    paste(Text="Harbor It opened.", Html="<h1>Harbor</h1><p>It <b>opened</b>.</p><p>At noon.</p>")
    window.files.paste()
    preview = comes.previewed()
    assert preview.text.text().split("\n")[-2:] == ["It opened.", "At noon."]
    preview.reject()
    done(window, qtbot)


def test_an_empty_clipboard_is_told(window):
    for empty in (partial(paste, Text=" "), QGuiApplication.clipboard().clear):
        empty()
        window.files.paste()
        assert "no text to paste" in window.banner.text.text()
        window.banner.hide()


def test_no_clipboard_is_nothing_to_paste(window, monkeypatch):
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)
    window.files.paste()
    assert "no text to paste" in window.banner.text.text()


@pytest.fixture
def site():
    """A web page on this machine, and how often it was asked for."""
    asked = []
    body = "".join(
        f"<p>The harbor opened at noon, officials said on day {day}.</p>" for day in "123456"
    )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            page = (
                f"<html><title>Harbor opens</title><article><h1>Harbor opens</h1>{body}</article>"
            )
            self.wfile.write(page.encode())

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"{WEB}127.0.0.1:{server.server_port}/harbor", asked
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched_only_by_command_shown_and_added_with_its_address(
    window, qtbot, comes, site
):
    address, asked = site
    dialog = window.tools.open("fetch")
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.address, address)
    assert address.split("/")[2] in dialog.host.text()
    assert not asked
    QTest.keyClick(dialog.address, Qt.Key.Key_Return)
    preview = comes.previewed()
    assert asked == ["/harbor"]
    assert address in preview.origin.text()
    preview.accept()
    done(window, qtbot)
    assert added(window)[0].url == address
    assert asked == ["/harbor"]


def test_a_dropped_link_is_fetched_only_after_it_was_agreed_to(window, comes, site):
    address, asked = site
    data = QMimeData()
    data.setUrls([QUrl(address)])
    more = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), *more)
    window.dragEnterEvent(entered)
    assert entered.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), *more))
    dialog = window.tools.widget("fetch")
    assert (dialog.isVisible(), dialog.address.text(), asked) == (True, address, [])
    dialog.fetch_button.click()
    preview = comes.previewed()
    assert asked == ["/harbor"]
    preview.reject()


def test_a_fetch_that_fails_stays_and_tells_why(window, qtbot):
    dialog = window.tools.open("fetch")
    dialog.address.setText("nonsense address")
    assert not dialog.fetch_button.isEnabled()
    dialog.address.setText(f"{WEB}127.0.0.1:1/")
    dialog.fetch_button.click()
    qtbot.waitUntil(lambda: "could not be reached" in dialog.told.text())
    assert dialog.isVisible()
