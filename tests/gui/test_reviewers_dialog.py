from __future__ import annotations

from annotator.bootstrap import open_project, reviewers
from annotator.core.span import Span
from annotator.service.commands import AddHighlight
from annotator.service.finishing_commands import FinishArticle
from annotator.settings.table import BLIND


def names(dialog):
    return [dialog.people.item(row).text() for row in range(dialog.people.count())]


def test_reviewers_are_added_renamed_and_chosen(window, qtbot):
    dialog = window.tools.open("reviewers")
    first = window.reviewing.project.reviewer.name
    assert names(dialog) == [f"{first} – works here now"]
    assert first in window.windowTitle()
    dialog.name.setText("Grace")
    dialog.add.click()
    assert names(dialog) == [f"{first} – works here now", "Grace"]
    assert dialog.name.text() == "Grace"
    assert not dialog.add.isEnabled()
    dialog.people.setCurrentRow(0)
    assert dialog.name.text() == first
    dialog.name.setText("Grace")
    dialog.add.click()
    assert "works on this computer already" in dialog.told.text()
    dialog.people.setCurrentRow(1)
    assert dialog.name.selectedText() == "Grace"
    dialog.name.setText("Grace H.")
    dialog.rename.click()
    assert names(dialog)[1] == "Grace H."
    with qtbot.waitSignal(window.files.reviewer_chosen):
        dialog.work.click()
    assert [one.name for one in reviewers().known()] == ["Grace H.", first]
    assert dialog.isHidden()


def test_a_line_says_what_is_hidden_until_the_article_is_finished(window, project, qtbot):
    article_id = window.reviewing.article.article.id
    reviewers().add("Grace")
    grace = open_project(project.path, create=False)
    label = grace.queries.codebook().labels[0].key
    grace.execute(AddHighlight(article_id, (Span(0, 3),), label))
    grace.close()
    project.look_outside()
    assert len(window.reviewing.article.index) == 1
    window.preferences.toggle_blind()
    assert window.preferences.settings.get(BLIND.key)
    assert window.blind_line.isVisible()
    assert len(window.reviewing.article.index) == 0
    window.reviewing.execute(FinishArticle(article_id, accept_unreviewed=True))
    qtbot.waitUntil(lambda: not window.blind_line.isVisible())
    assert len(window.reviewing.article.index) == 1
    window.preferences.toggle_blind()
    assert not project.blind
