"""Measure what each reader of articles takes for a megabyte of text, in its own file format.

The text is prose of the program's own, in paragraphs of some sixty words; where a format holds
many articles it is cut into a hundred. Seconds of the processor, the best of three, importing
the reader's library left out.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import tempfile
import time
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.articles import documents  # noqa: E402 - found through the line above
from tests.articles.pages import page  # noqa: E402 - the same
from tests.articles.test_mhtml import archive, part  # noqa: E402 - the same
from tests.articles.test_web_archive import record  # noqa: E402 - the same

from annotator.service.article_ports import ReadArticle, ReadOptions  # noqa: E402 - the same
from annotator.service.choosing import reader_for  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.service.article_ports import ArticleReader

PROSE = (
    "the ministry said that roads north of town were open while engineers looked at the dam and"
    " aid groups warned of shortages before winter as families left for the valley"
)
WORDS = PROSE.split()
ARTICLES = 100


def prose(chars: int) -> list[str]:
    """Return paragraphs of some 360 characters each, ``chars`` in all."""
    draw = random.Random(5)
    paragraphs, length = [], 0
    while length < chars:
        words = [draw.choice(WORDS) for _ in range(60)]
        for place in range(14, 60, 15):
            words[place] += "."
            if place + 1 < len(words):
                words[place + 1] = words[place + 1].title()
        words[0] = words[0].title()
        paragraphs.append(f"{' '.join(words).rstrip('.')}.")
        length += len(paragraphs[-1]) + 1
    return paragraphs


def files(paragraphs: Sequence[str]) -> dict[str, bytes]:
    """Return the same text in every format, by file name."""
    text = "\n\n".join(paragraphs)
    size = max(len(paragraphs) // ARTICLES, 1)
    parts = [paragraphs[start : start + size] for start in range(0, len(paragraphs), size)]
    rows = [
        {
            "title": f"Report {number}",
            "text": "\n".join(one),
            "url": f"https://example.org/{number}",
        }
        for number, one in enumerate(parts)
    ]
    whole = page(paragraphs)
    return {
        "plain.txt": text.encode(),
        "old.txt": text.replace("engineers", "ingénieurs").encode("cp1252"),
        "marked.md": f"# Report\n\n{text}".encode(),
        "page.html": whole.encode(),
        "page.mhtml": _bytes(archive(part(whole))),
        "print.pdf": documents.pdf(*_pages(paragraphs)),
        "word.docx": documents.docx("".join(map(documents.paragraph, paragraphs))),
        "open.odt": documents.odt("".join(f"<text:p>{one}</text:p>" for one in paragraphs)),
        "rich.rtf": _rtf(paragraphs),
        "book.epub": documents.epub({f"c{n}": documents.chapter("".join(f"<p>{p}</p>" for p in one))
                                     for n, one in enumerate(parts)}),
        "mail.eml": f"From: a@example.org\r\nSubject: Report\r\n\r\n{text}".encode(),
        "feed.rss": _rss(rows).encode(),
        "feed.jsonfeed": json.dumps(_json_feed(rows)).encode(),
        "crawl.warc": b"".join(
            _bytes(record(page(one).encode())) for one in parts
        ),
        "dump.jsonl": "\n".join(map(json.dumps, rows)).encode(),
        "dump.json": json.dumps(rows).encode(),
        "dump.csv": _csv(rows).encode(),
        "dump.xlsx": _xlsx(rows),
    }  # fmt: skip


def _rtf(paragraphs: Sequence[str]) -> bytes:
    return ("{\\rtf1\\ansi " + "".join(f"{one}\\par\n" for one in paragraphs) + "}").encode()


def _bytes(data: bytes | str) -> bytes:
    return data if isinstance(data, bytes) else data.encode()


def _pages(paragraphs: Sequence[str]) -> list[list[tuple[int, int, int, str]]]:
    lines = []
    for one in paragraphs:
        words = one.split()
        lines += [" ".join(words[start : start + 12]) for start in range(0, len(words), 12)]
    pages = [lines[start : start + 50] for start in range(0, len(lines), 50)]
    return [[(40, 760 - 14 * row, 9, line) for row, line in enumerate(one)] for one in pages]


def _rss(rows: Sequence[dict[str, str]]) -> str:
    items = "".join(
        f"<item><title>{row['title']}</title><link>{row['url']}</link>"
        f"<description>{row['text']}</description></item>"
        for row in rows
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'


def _json_feed(rows: Sequence[dict[str, str]]) -> dict[str, object]:
    items = [{"id": row["url"], "title": row["title"], "content_text": row["text"]} for row in rows]
    return {"version": "https://jsonfeed.org/version/1.1", "title": "Reports", "items": items}


def _csv(rows: Sequence[dict[str, str]]) -> str:
    import csv  # noqa: PLC0415 - for this one alone

    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _xlsx(rows: Sequence[dict[str, str]]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - for this one alone

    book, out = Workbook(), io.BytesIO()
    book.active.append(list(rows[0]))
    for row in rows:
        book.active.append(list(row.values()))
    book.save(out)
    return out.getvalue()


@cache
def _readers() -> list[ArticleReader]:
    """Return the readers as they are, without the processes that bound them."""
    found = {point.name: point.load()() for point in entry_points(group="annotator.articles")}
    return [found.pop("plain-text"), *found.values()]


def measure(path: Path) -> dict[str, object]:
    """Read a file three times and return the best of it, with what came out."""
    reader = reader_for(path, _readers())
    best, chars, articles = float("inf"), 0, 0
    for _ in range(3):
        started = time.process_time()
        found = [one for one in reader.read(path, ReadOptions()) if isinstance(one, ReadArticle)]
        best = min(best, time.process_time() - started)
        chars, articles = sum(len(one.text) for one in found), len(found)
    return {"reader": reader.name, "seconds": best, "chars": chars, "articles": articles}


def main() -> None:
    """Measure and write the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chars", type=int, default=1_000_000)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    figures = {}
    with tempfile.TemporaryDirectory() as name:
        for file, data in files(prose(options.chars)).items():
            path = Path(name, file)
            path.write_bytes(data)
            figures[file] = measure(path) | {"bytes": len(data)}
            print(file, figures[file], flush=True)
    if options.out:
        options.out.write_text(json.dumps({"chars": options.chars, "files": figures}))


if __name__ == "__main__":
    main()
