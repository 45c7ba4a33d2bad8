"""A tag in the window costs what it touches: statements sent and blocks painted."""

from __future__ import annotations

import re

import pytest
from PySide6.QtTest import QTest
from tests.gui.conftest import Hands
from tests.service.dam_text import add_text
from tests.store.sent import sent
from tests.store.test_statements import COPIES, PARTS

from annotator.bootstrap import open_project
from annotator.core.span import Span
from annotator.gui.window import Window
from annotator.service.commands import AddHighlight

# How many highlights lie at a place is no matter of how many there are.
PLACES = re.compile(r"\(\?(, \?)*\)")
PARAGRAPH = "The minister said on Monday that it rained. Nobody else saw it. " * 4


def filled_project(path, count):
    """A project of one article with copies of one highlight all over it, as many as asked."""
    project = open_project(path, create=True)
    paragraphs = max(40, count // 20)
    article_id = add_text(project, "\n".join([PARAGRAPH] * paragraphs))
    project.execute(AddHighlight(article_id, (Span(0, 40),), "official_claim"))
    driver = project._store._database.driver
    driver.execute("BEGIN")
    driver.execute(COPIES, (count,))
    driver.execute(PARTS, (count, paragraphs))
    driver.execute("UPDATE progress SET highlights = highlights + ?", (count,))
    driver.execute("UPDATE label_count SET count = count + ? WHERE count > 0", (count,))
    driver.execute("COMMIT")
    return project, article_id


@pytest.fixture
def cost(qtbot, themes, tmp_path):
    def measure(count):
        project, article_id = filled_project(tmp_path / f"{count}.factproj", count)
        window = Window(themes)
        qtbot.addWidget(window, before_close_func=lambda one: one.reviewing.set_project(None))
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        window.reviewing.set_project(project)
        window.open_article(article_id)
        article = window.reviewing.article
        loaded = lambda: article.filled and window.page._loader.complete  # noqa: E731 - asked for again and again
        qtbot.waitUntil(loaded, timeout=60_000)
        assert len(article.index) == count + 1
        hands = Hands(window)
        hands.press("J", "2", "J")  # whatever is learned once is learned here
        QTest.qWait(50)
        before = window.page.painted_blocks
        with sent(project._store) as statements:
            hands.press("3")
            QTest.qWait(50)
        seen = [PLACES.sub("(…)", statement) for statement in statements]
        return seen, window.page.painted_blocks - before

    return measure


def test_one_tag_sends_and_paints_the_same_under_50_highlights_and_under_50_000(cost):
    few_statements, few_blocks = cost(50)
    many_statements, many_blocks = cost(50_000)
    assert many_statements == few_statements
    assert (many_blocks, few_blocks) == (1, 1)
    assert len(few_statements) <= 12
    assert "INSERT INTO change_item" in few_statements[-1]  # nothing is asked again after it
