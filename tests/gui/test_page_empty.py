from __future__ import annotations

import pytest

from annotator import bootstrap
from annotator.service.codebook_commands import RemoveLabel
from annotator.service.commands import RemoveArticle


def test_an_open_article_leaves_no_room_for_a_sign(window):
    assert not window.page_empty.sign.isVisible()


def test_without_articles_the_page_says_how_to_open_some(empty_window, tmp_path, articles):
    project = bootstrap.open_project(tmp_path / "p.factproj", create=True)
    empty_window.reviewing.set_project(project)
    sign = empty_window.page_empty
    assert sign.sign.isVisible()
    assert "Ctrl+O" in sign.how.text()


def test_with_articles_and_none_open_it_says_how_to_go_on(window, hands, project):
    project.execute(RemoveArticle(window.reviewing.article.article.id))
    assert window.page_empty.head.text() == "No article is open"
    middle = window.page_empty.sign.geometry().center().x()
    assert middle == pytest.approx(window.page.viewport().width() / 2, abs=2)
    hands.press("U")
    assert not window.page_empty.sign.isVisible()


def test_without_labels_bar_and_inspector_say_where_to_add_one(window, project, qtbot):
    for label in project.queries.codebook().labels:
        project.execute(RemoveLabel(label.id))
    assert window.label_bar.none.isVisible()
    assert "opens the codebook" in window.label_bar.none.text()
    window.page.go_to_sentence(1)
    qtbot.waitUntil(lambda: "no label" in window.inspector.guideline._parts[0][1].text())
