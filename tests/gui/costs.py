"""What a key costs in the window: the statements sent to the file and the blocks painted."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager

from PySide6.QtTest import QTest
from tests.service.dam_text import add_text
from tests.store.sent import sent
from tests.store.test_statements import COPIES, PARTS

from annotator.bootstrap import open_project
from annotator.core.span import Span
from annotator.gui.window import Window
from annotator.service.commands import AddHighlight, RelabelHighlight

# How many highlights lie at a place is no matter of how many there are.
PLACES = re.compile(r"\(\?(, \?)*\)")
PARAGRAPH = "The minister said on Monday that it rained. Nobody else saw it. " * 4
SETTLED_MS = 50
LOADED_SECONDS = 60.0


def filled_project(path, count):
    """Make a project of one article with as many copies of one highlight all over it as asked."""
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


@contextmanager
def measured_window(themes, path, count):
    """Open a window on a project under so many highlights, all of them loaded."""
    project, article_id = filled_project(path, count)
    window = Window(themes)
    try:
        window.resize(1280, 800)
        window.show()
        window.reviewing.set_project(project)
        window.open_article(article_id)
        until = time.monotonic() + LOADED_SECONDS
        while not (window.reviewing.article.filled and window.page._loader.complete):
            assert time.monotonic() < until, "the article was not loaded in time"
            QTest.qWait(10)
        assert len(window.reviewing.article.index) == count + 1
        yield window
    finally:
        window.reviewing.set_project(None)
        window.close()
        window.deleteLater()


def cost(window, act):
    """Do something; return the statements sent and the number of blocks painted."""
    QTest.qWait(SETTLED_MS)
    before = window.page.painted_blocks
    with sent(window.reviewing.project._store) as statements:
        act()
        QTest.qWait(SETTLED_MS)
    seen = [PLACES.sub("(…)", statement) for statement in statements]
    return seen, window.page.painted_blocks - before


def courses(window, hands):
    """Return what is measured, in the order in which one follows the other."""

    def relabel():
        reviewing = window.reviewing
        chosen = reviewing.highlight(window.page.chosen_highlight)
        reviewing.execute(RelabelHighlight(chosen.id, "humanitarian_concern"))

    return {
        "tag": lambda: hands.press("2"),
        "take off": lambda: hands.press("2"),
        "mark": lambda: hands.press("Space"),
        "tag again": lambda: hands.press("2"),
        "relabel": relabel,
        "undo": lambda: hands.press("Ctrl+Z"),
        "redo": lambda: hands.press("Ctrl+Shift+Z"),
        "delete": lambda: hands.press("Delete"),
    }


def costs(window, hands):
    """Do everything once where nothing was done, then measure it there again."""
    hands.press("J", "2", "J")  # whatever is learned once is learned here
    for act in courses(window, hands).values():
        act()
        QTest.qWait(SETTLED_MS)
    hands.press("J")
    return {name: cost(window, act) for name, act in courses(window, hands).items()}
