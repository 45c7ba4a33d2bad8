"""Measure a keystroke in a text of two million characters under a hundred thousand highlights.

Without options everything is measured; ``--no-window`` leaves the page out. Times are in
milliseconds: the model alone, with its line in the log, with a bare one-row commit instead, and
from the key to the repainted page.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from annotator.core.records import Article, Codebook, Revision, Source
from annotator.core.segmenter import PlainSegmenter
from annotator.core.span import Span
from annotator.service.changes import Progress
from annotator.service.open_article import OpenArticle
from annotator.service.ports import ArticleContent, HighlightRow
from annotator.service.text_editing import Found, TextEditing
from annotator.store.edit_log import FileEditLog
from annotator.store.engine import connect
from annotator.text.choose import segmenter

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCES = (
    "The ministry said on Monday that the dam was safe and would be inspected. ",
    "Engineers left the site after dusk, and nobody replied to letters. ",
    "Dr. Voss expects the seepage to double before the spring, he wrote. ",
)
LABELS = [f"label {number}" for number in range(12)]


class NoLog:
    """Keeps nothing."""

    def append(self, _edits: object) -> None:
        """Keep nothing."""


def article_of(chars: int, highlights: int) -> OpenArticle:
    """Return an open article in paragraphs of about 420 characters."""
    draw = random.Random(7)
    paragraph = "".join(SENTENCES * 2).rstrip()
    text = "\n".join([paragraph] * (chars // (len(paragraph) + 1)))
    ends = tuple([tuple(PlainSegmenter().boundaries(paragraph))] * (text.count("\n") + 1))
    rows = []
    for key in range(1, highlights + 1):
        start = draw.randrange(len(text))
        share = draw.random()
        length = 60 if share < 0.9 else draw.randrange(300, 2_000) if share < 0.99 else 20_000
        label = LABELS[int(draw.paretovariate(1)) % 12]
        rows.append(HighlightRow(key, 0, start, min(start + length, len(text)), label))
    rows += [HighlightRow(highlights + n, 0, 0, len(text), LABELS[n]) for n in range(1, 6)]
    source = Source("", "", 0, "utf-8", "")
    revision = Revision("rev", "art", 1, text, "", ends, "plain", source, "")
    article = Article("art", "A title", "rev", "", language="en")
    progress = Progress("art", 0, 0, len(rows))
    return OpenArticle.whole(ArticleContent(article, revision, rows, [], progress))


def session(article: OpenArticle, log: Any) -> TextEditing:
    """Return a session that no project stands behind."""
    around: Any = SimpleNamespace(segmenter=lambda _language: segmenter("en"))
    return TextEditing(
        article,
        log,
        surroundings=around,  # type: ignore[arg-type]  # all that editing asks of it is there
        commit=lambda _command, _watch: None,  # type: ignore[arg-type,return-value]  # it is never finished
        publish=lambda changes: changes,
    )


def percentiles(times: list[float]) -> dict[str, float]:
    """Return the median and the 95th percentile in milliseconds."""
    times = sorted(times)
    return {
        "p50": round(times[len(times) // 2] * 1e3, 3),
        "p95": round(times[len(times) * 95 // 100] * 1e3, 3),
    }


def timed(count: int, act: Callable[[int], object]) -> dict[str, float]:
    """Return how long an act takes, done so many times."""
    times = []
    for number in range(count):
        start = time.perf_counter()
        act(number)
        times.append(time.perf_counter() - start)
    return percentiles(times)


def keystrokes(editing: TextEditing, count: int) -> dict[str, dict[str, float]]:
    """Type in words at one place, then letters anywhere, coverage read after each."""
    draw = random.Random(11)
    index = editing.article.index
    index.covered()
    place = editing.length // 2

    def type_on(number: int) -> None:
        editing.replace(Span(place + number, place + number), "words "[number % 6])
        index.covered()

    def anywhere(_number: int) -> None:
        start = draw.randrange(editing.length)
        editing.replace(Span(start, start + draw.randrange(2)), "x")
        index.covered()

    type_on(0)
    return {"typing": timed(count, lambda n: type_on(n + 1)), "anywhere": timed(count, anywhere)}


def commits(folder: Path, count: int) -> dict[str, float]:
    """Commit one row for each letter, with the project file's own pragmas."""
    path = folder / "commits.db"
    path.touch()
    connection = connect(path)
    connection.execute("CREATE TABLE letter (number INTEGER PRIMARY KEY, inserted TEXT) STRICT")

    def commit(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO letter VALUES (?, 'x')", (number,))
        connection.execute("COMMIT")

    found = timed(count, commit)
    connection.close()
    return found


def on_the_page(article: OpenArticle, count: int, log: Any) -> dict[str, Any]:
    """Press keys on a shown page; each is timed until the page is repainted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest  # noqa: PLC0415 - only here
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only here

    from annotator.gui.page import Page  # noqa: PLC0415 - only here

    application = QApplication.instance() or QApplication([])
    page = Page()
    page.resize(900, 800)
    page.show()
    page.show_article(article, Codebook(1, "", ()))
    page.go_to_sentence(len(article.sentences) // 2)
    start = time.perf_counter()
    page.begin_editing(session(article, log))
    page.setFocus()
    application.processEvents()
    begun = time.perf_counter() - start
    page._load_all()
    for _ in range(50):
        application.processEvents()

    def press(number: int) -> None:
        QTest.keyClicks(page, "words "[number % 6])
        application.processEvents()

    press(0)
    start = time.perf_counter()
    assert page.editing is not None
    number = page.replace_all(Found("Monday"), "Sunday")
    replaced = time.perf_counter() - start
    return {
        "begin_ms": round(begun * 1e3, 1),
        "key_to_repaint": timed(count, lambda n: press(n + 1)),
        "replace_all": {"places": number, "seconds": round(replaced, 2)},
    }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chars", type=int, default=2_000_000)
    parser.add_argument("--highlights", type=int, default=100_000)
    parser.add_argument("--keys", type=int, default=600)
    parser.add_argument("--no-window", action="store_true")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    size = options.chars, options.highlights
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        logged = article_of(*size)
        log = FileEditLog(folder / "log.jsonl", logged.article)
        found: dict[str, Any] = {
            "chars": options.chars,
            "highlights": options.highlights,
            "model": keystrokes(session(article_of(*size), NoLog()), options.keys),
            "model_and_log": keystrokes(session(logged, log), options.keys),
            "commit_instead_of_log": commits(folder, min(options.keys, 200)),
        }
        log.close()
        if not options.no_window:
            article = article_of(*size)
            log = FileEditLog(folder / "page.jsonl", article.article)
            found["page"] = on_the_page(article, min(options.keys, 200), log)
            log.close()
    print(json.dumps(found, indent=2))
    if options.out:
        options.out.write_text(json.dumps(found))


if __name__ == "__main__":
    main()
