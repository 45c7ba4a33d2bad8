"""Time the window on a 3 MB article: opening, one tag from key press to painted, and scrolling.

Beside each tag stands a bare one-row commit with the same pragmas on the same disk, taken in turn,
because no program can show a tag as saved sooner than the disk has it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sqlite3
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.bootstrap import open_project
from annotator.core.records import Article, Highlight, Source
from annotator.core.span import Span
from annotator.gui.launch import qt_application
from annotator.gui.theme import ThemeChoice
from annotator.gui.ui_zoom import set_ui_font
from annotator.gui.window import Window
from annotator.service.article_ports import ReadArticle
from annotator.service.commands import AddArticles
from annotator.service.importing import prepare_article

CHARACTERS = 3_000_000
PARAGRAPHS = 5_000
WORDS = [
    "the",
    "ministry",
    "said",
    "on",
    "Thursday",
    "that",
    "dam",
    "gates",
    "were",
    "tested",
    "twice",
    "and",
    "nobody",
    "left",
]
# The first tags of a process compile their statements once; that is no matter of the article.
WARM_UP = 12
# What quick hands rest between two keys; what is done behind them is done by then.
REST_MS = 120
PRAGMAS = ("journal_mode=TRUNCATE", "synchronous=EXTRA")


def long_text(chance):
    """Return 3 MB of sentences in 5,000 paragraphs."""
    length = CHARACTERS // PARAGRAPHS
    paragraphs = []
    for _ in range(PARAGRAPHS):
        sentences, size = [], 0
        while size < length - 60:
            words = chance.choices(WORDS, k=chance.randint(6, 18))
            sentences.append(" ".join(words).capitalize() + ".")
            size += len(sentences[-1]) + 1
        paragraphs.append(" ".join(sentences))
    return "\n".join(paragraphs)


def make_project(path, count):
    """Make a project of one long article under that many highlights, in one transaction."""
    chance = random.Random(count)
    text = long_text(chance)
    project = open_project(path, create=True)
    source = Source("long.txt", "", len(text), "UTF-8", "benchmark")
    prepared = prepare_article(ReadArticle("A long report", text, source), project.surroundings)
    changes = project.execute(AddArticles((prepared,)))
    article = next(after for _, after in changes.of(Article))
    labels = project.queries.codebook().labels
    now, new_id = project.surroundings.now, project.surroundings.new_id
    pattern = Highlight(
        key=0,
        id="",
        article_id=article.id,
        revision_id=article.revision_id,
        spans=(),
        label_id="",
        reviewer_id=project.reviewer.id,
        quote="",
        codebook_revision=1,
        created=now(),
        modified=now(),
    )
    with project._store.writing() as work:
        for _ in range(count):
            size = chance.randint(300, 2000) if chance.random() < 0.1 else chance.randint(20, 100)
            start = chance.randrange(len(text) - size)
            span = Span(start, start + size)
            label = chance.choice(labels)
            quote = text[span.start : span.end]
            work.put(replace(pattern, id=new_id(), spans=(span,), label_id=label.id, quote=quote))
        work.commit("Prepare the benchmark")
    project.close()


def percentile(values, share):
    """Return the value below which that share of values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def told(name, values):
    """Return median and 95th percentile in milliseconds, by name."""
    return {f"{name}_ms": statistics.median(values), f"{name}_p95_ms": percentile(values, 0.95)}


class Stopwatch:
    """Collects milliseconds by name."""

    def __init__(self):
        self.taken = {}

    def time(self, name, action):
        """Do it, and remember how long that took."""
        begin = time.perf_counter()
        result = action()
        self.taken.setdefault(name, []).append((time.perf_counter() - begin) * 1e3)
        return result


def bare_database(folder):
    """Return a file with one narrow table and the pragmas of a project."""
    (folder / "bare.db").unlink(missing_ok=True)
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in PRAGMAS:
        bare.execute(f"PRAGMA {pragma}")
    bare.execute("CREATE TABLE row (key INTEGER PRIMARY KEY, text TEXT)")
    return bare


def commit_a_row(bare):
    """Write one row durably."""
    bare.execute("BEGIN IMMEDIATE")
    bare.execute(
        "INSERT INTO row (text) VALUES ('a highlight of sixty characters or so, as most are')"
    )
    bare.execute("COMMIT")


def painted(page):
    """Let the window paint what became stale, and nothing else: timers wait for idle hands."""
    before = page.painted_blocks
    QApplication.sendPostedEvents()
    return page.painted_blocks > before


def measure(path, count, rounds):
    """Open the article, tag, undo and scroll; return all figures."""
    watch = Stopwatch()
    qt_application()
    set_ui_font()
    themes = ThemeChoice("light")
    themes.apply()
    window = Window(themes)
    window.resize(1440, 900)
    window.show()
    QTest.qWaitForWindowExposed(window)
    project = open_project(path, create=False)
    window.reviewing.set_project(project)
    article_id = project.queries.articles()[0].article.id

    def show():
        window.open_article(article_id)
        assert painted(window.page)

    watch.time("first_screen", show)
    begin = time.perf_counter()
    article = window.reviewing.article
    while not (window.page._loader.complete and article.filled):
        watch.time("loading_slice", QApplication.processEvents)
    loaded = (time.perf_counter() - begin) * 1e3 + watch.taken["first_screen"][0]
    worst = max(watch.taken["loading_slice"])
    assert len(article.index) == count

    bare = bare_database(path.parent)
    chance = random.Random(7)
    sentences = len(window.reviewing.article.sentences)

    def key(which):
        QTest.keyClick(window.page, which)
        assert painted(window.page)

    for turn in range(-WARM_UP, rounds):
        if turn == 0:
            watch.taken = {"first_screen": watch.taken["first_screen"]}
        window.page.go_to_sentence(chance.randrange(sentences))
        QTest.qWait(REST_MS)
        watch.time("bare_commit", lambda: commit_a_row(bare))
        QTest.qWait(REST_MS)
        digit = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[turn % 3]
        watch.time("tag", lambda chosen=digit: key(chosen))
        QTest.qWait(REST_MS)
        watch.time("move", lambda: key(Qt.Key.Key_Down))
        QTest.qWait(REST_MS)
        watch.time("page_down", lambda: key(Qt.Key.Key_PageDown))
    bare.close()
    figures = {"highlights": count, "loaded_ms": loaded, "worst_slice_ms": worst}
    for name, values in watch.taken.items():
        figures |= told(name, values)
    over = [
        tag - row for tag, row in zip(watch.taken["tag"], watch.taken["bare_commit"], strict=True)
    ]
    figures |= told("tag_over_commit", over)
    window.reviewing.set_project(None)
    window.close()
    return figures


def main() -> None:
    """Measure at each size, print, and write JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,100000")
    parser.add_argument("--rounds", type=int, default=120)
    parser.add_argument("--keep", type=Path, help="a folder in which the projects are kept")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["ANNOTATOR_HOME"] = str(folder / "home")
        for count in map(int, options.sizes.split(",")):
            path = folder / f"{count}.factproj"
            if not path.exists():
                make_project(path, count)
            # What is measured alters the project; the one that is kept stays as it was made.
            worked_on = Path(shutil.copy(path, folder / f"{count}-measured.factproj"))
            results.append(measure(worked_on, count, options.rounds))
            worked_on.unlink()
            print(json.dumps(results[-1], indent=2))
    if options.out:
        options.out.write_text(json.dumps(results))


if __name__ == "__main__":
    main()
