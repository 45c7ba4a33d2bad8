from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from tests.gui.colleague import tagged
from tests.gui.exchanged import idle

from annotator.gui import send_dialog
from annotator.service.bundle.bundle import open_bundle
from annotator.service.bundle.content import Scope
from annotator.service.bundle.pseudonyms import pseudonyms

SAFE = "The ministry said the 🚰 dam was safe."


@pytest.fixture
def dialog(window, hands, qtbot):
    hands.press("Ctrl+Shift+E")
    shown = window.tools.widget("send")
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def goes(window, qtbot, monkeypatch, tmp_path):
    """Send what a dialog has chosen, and return where to and what was offered as the name."""

    def send(dialog, name="out.annobundle"):
        offered = []

        def answer(_parent, _title, whole, _kinds):
            offered.append(whole)
            return str(tmp_path / name), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(window.banner.offers()), timeout=20_000)
        idle(window, qtbot)
        return tmp_path / name, offered[0]

    return send


def facts(path):
    """What a bundle says of itself."""
    with open_bundle(path) as bundle:
        return bundle.facts.scope, len(list(bundle.objects("article")))


def test_the_whole_project_is_sent_first_and_then_what_changed_since(window, project, dialog, goes):
    assert not dialog.changes.isEnabled()
    assert dialog.much.text() == "2 articles"
    assert dialog.since.text() == "Nothing was sent from this project yet."
    path, offered = goes(dialog)
    assert facts(path) == (Scope.FULL, 2)
    assert offered.endswith(" whole.annobundle")
    assert "Harbour desk 20" in offered
    tagged(project, SAFE)
    window.tools.open("send")
    assert dialog.much.text() == "1 highlight, 2 articles"
    assert dialog.since.text().endswith("Changed since: 1 highlight")
    assert dialog.articles.count.text() == "1 chosen, with highlights: 1"
    assert dialog.changes.isChecked()
    assert dialog.since.text().startswith("Sent last: the whole project, on ")
    path, _ = goes(dialog, "more.annobundle")
    assert facts(path) == (Scope.CHANGES, 1)


def test_an_ending_is_put_behind_a_name_without_one(dialog, goes, tmp_path):
    goes(dialog, "for Ana")
    assert (tmp_path / "for Ana.annobundle").exists()


def test_articles_are_searched_chosen_and_sent(window, dialog, goes):
    dialog.some.setChecked(True)
    assert len(dialog.articles.chosen()) == 1
    dialog.articles.field.setText("ROAD")
    assert dialog.articles.rows.rowCount() == 1
    dialog.articles.list.setFocus()
    dialog.articles.list.setCurrentIndex(dialog.articles.rows.index(0))
    QTest.keyClick(dialog.articles.list, Qt.Key.Key_Space)
    assert len(dialog.articles.chosen()) == 2
    assert dialog.articles.count.text() == "2 chosen, with highlights: 0"
    dialog.articles.field.clear()
    for article_id in dialog.articles.chosen():
        dialog.articles.rows.chosen.discard(article_id)
    dialog.articles.rows.altered.emit()
    assert not dialog.send_button.isEnabled()
    dialog.articles.rows.toggle(0)
    dialog.send_button.setFocus()
    path, offered = goes(dialog)
    assert facts(path) == (Scope.SELECTION, 1)
    assert offered.endswith(" 1 article.annobundle")


def test_texts_and_names_stay_here_where_that_is_wished(window, project, dialog, goes):
    tagged(project, SAFE)
    dialog.quotes_only.setChecked(True)
    dialog.pseudonyms.setChecked(True)
    path, _ = goes(dialog)
    with open_bundle(path) as bundle:
        assert bundle.manifest.quotes_only
        assert all(one.name == pseudonyms([one.id])[one.id] for one in bundle.people())
    assert "2 texts left out" in window.banner.details.toPlainText()


def test_a_signed_bundle_tells_the_fingerprint_to_be_read_out(window, dialog, goes):
    dialog.sign.setChecked(True)
    path, _ = goes(dialog)
    with open_bundle(path) as bundle:
        assert bundle.signed.fingerprint in window.banner.details.toPlainText()
    window.tools.open("send")
    assert dialog.sign.isChecked()


def test_what_signs_can_be_missing(window, dialog, monkeypatch):
    monkeypatch.setattr(send_dialog, "missing_extra", lambda _extra: "pip install it")
    window.tools.open("send")
    assert not dialog.sign.isEnabled()
    assert dialog.remedy.command.text() == "pip install it"
    assert dialog.missing.isVisible()
