from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.records import Article, Codebook, Label, ReviewedMark, Revision, Source
from annotator.core.sentences import SentenceIndex
from annotator.core.span import Span
from annotator.gui.page import Page
from annotator.service.changes import Progress
from annotator.service.open_article import OpenArticle
from annotator.service.ports import ArticleContent, HighlightRow

STYLES = {"o": "solid", "a": "dashed", "h": "dotted", "d": "double", "w": "wavy"}
COLORS = {"o": "#0072B2", "a": "#C2570C", "h": "#00795A", "d": "#7A3E9D", "w": "#A61E4D"}


@pytest.fixture(scope="session")
def codebook():
    """Five labels, one for each style of line; their ids are o, a, h, d and w."""
    labels = tuple(
        Label(
            id=key,
            key=key,
            name=key,
            letter=key.upper(),
            color_light=COLORS[key],
            color_dark=COLORS[key],
            line_style=style,
        )
        for key, style in STYLES.items()
    )
    return Codebook(revision=1, guideline="", labels=labels)


@pytest.fixture(scope="session")
def make_article():
    """Build an open article of (key, part, start, end, label id) rows and (start, end) marks."""

    def make(text, rows=(), *, marks=(), title="A title", **metadata):
        article = Article(id="art", title=title, revision_id="rev", created="", **metadata)
        sentences = SentenceIndex(text)
        ends = tuple(map(sentences.paragraph_ends, range(sentences.paragraph_count)))
        source = Source(name="", sha256="", size=0, encoding="utf-8", reader="")
        revision = Revision("rev", "art", 1, text, "", ends, "plain", source, "")
        return OpenArticle.whole(
            ArticleContent(
                article,
                revision,
                [HighlightRow(*row) for row in rows],
                [
                    ReviewedMark(key, str(key), "art", "rev", Span(*span), "me", "")
                    for key, span in enumerate(marks, 1)
                ],
                Progress("art", len(sentences), 0, 0),
            )
        )

    return make


@pytest.fixture
def settle(qapp):
    """Let everything that waits in the event loop happen."""

    def process():
        for _ in range(6):
            QApplication.sendPostedEvents()
            qapp.processEvents()

    return process


@pytest.fixture
def page(qtbot, settle):
    """A real page, shown; in its own colors, whatever a window wore before."""
    QApplication.instance().setStyleSheet("")
    made = Page()
    qtbot.addWidget(made)
    made.resize(840, 700)
    made.show()
    QTest.qWaitForWindowExposed(made)
    settle()
    return made


@pytest.fixture
def on_screen():
    """Return what stands on the screen for a widget, nothing of it painted anew for that."""

    def look(widget):
        window = widget.window()
        return window.screen().grabWindow(window.winId()).toImage()

    return look


@pytest.fixture
def show(page, codebook, make_article, settle):
    """Show a text with highlights on the page and return the open article."""

    def show_it(text, rows=(), **more):
        article = make_article(text, rows, **more)
        page.show_article(article, codebook)
        settle()
        return article

    return show_it


@pytest.fixture
def place_of(page):
    """Return the point of the viewport in the middle of a code point."""

    def find(position):
        line = page._layout.line_at(position)
        left, right = line.cells[position - line.start]
        point = page.viewport().rect().topLeft()
        point.setX(int((left + right) / 2))
        point.setY(int(line.baseline) - 5 - page.verticalScrollBar().value())
        return point

    return find
