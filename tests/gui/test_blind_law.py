"""Nothing in the window betrays others to who works without looking at what they do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QWidget
from tests.gui.test_accessible import interfaces

from annotator.bootstrap import open_project, reviewers
from annotator.core.span import Span
from annotator.gui.tools import TOOLS
from annotator.service.commands import AddHighlight, DescribeClaim, RelabelHighlight
from annotator.service.finishing_commands import FinishArticle

WORDS, STEPS = "zebra", ("Relabel as",)
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
ROLES = (*ROLES, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)
SAID = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


@pytest.fixture
def hers(window, project):
    """A highlight with a claim record by somebody else in the article that is open."""
    article_id = window.reviewing.article.article.id
    reviewers().add("Grace")
    grace = open_project(project.path, create=False)
    labels = grace.queries.codebook().labels
    grace.execute(AddHighlight(article_id, (Span(19, 30),), labels[2].key))
    (made,) = grace.queries.highlights()
    grace.execute(DescribeClaim(made.id, (("note", WORDS), ("speaker", f"Dr. {WORDS}"))))
    grace.execute(RelabelHighlight(made.id, labels[0].key))
    grace.close()
    window.preferences.toggle_blind()
    project.look_outside()
    return article_id


def told(window):
    """All that the window says anywhere, to the eye or to a screen reader."""
    everything = [window, *window.findChildren(QWidget)]
    for one in everything:
        yield from (one.toolTip(), one.windowTitle(), one.accessibleName())
        for name in ("text", "title", "placeholderText", "toPlainText"):
            said = getattr(one, name, None)
            yield str(said()) if callable(said) else ""
        yield from (action.text() for action in one.actions())
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from cells(one.model())
    for one in interfaces(window):
        yield from map(one.text, SAID)


def cells(model, parent=QModelIndex()):  # noqa: B008 - it is a value
    for row in range(model.rowCount(parent)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role) or "") for role in ROLES)
        first = model.index(row, 0, parent)
        yield from cells(model, first) if model.rowCount(first) else ()


def betrayed(window):
    return sorted({one for one in told(window) if any(word in one for word in (WORDS, *STEPS))})


def test_no_panel_and_no_row_tells_what_others_did_until_one_finished(window, hers, qtbot):
    assert betrayed(window) == []
    for tool in TOOLS:
        shown = window.tools.open(tool.id)
        qtbot.wait(20)
        if tool.id == "search":
            shown.field.setText(WORDS)
            qtbot.wait(400)
            shown.field.setText("ministry")
            qtbot.wait(400)
        assert (tool.id, betrayed(window)) == (tool.id, [])
        window.tools.close(tool.id)
    window.reviewing.execute(FinishArticle(hers, accept_unreviewed=True))
    window.tools.open("history")
    qtbot.waitUntil(lambda: any("Relabel as" in one for one in betrayed(window)))
