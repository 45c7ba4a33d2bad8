"""Play a week of three reviewers on a folder of articles and write it into docs/teams.md.

Usage: make_team_week.py FOLDER [--seed N]. The folder holds texts (.txt), or lines of JSON with a
title and paragraphs of sentences (.jsonl), and may tell in a SOURCE.md where they come from.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from team_week import Week

from annotator.core.records import Source
from annotator.service.article_ports import ReadArticle

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).resolve().parent.parent / "docs" / "teams.md"
BEGIN, END = "<!-- week: begin -->", "<!-- week: end -->"
_SCHEME = re.compile("https?://")
MOST_ARTICLES, SENTENCES = 20, 25


def read_articles(folder: Path) -> list[ReadArticle]:
    """Return the articles of a folder, by title."""
    found = [_article(path.stem, path.read_text("utf-8"), "") for path in folder.glob("*.txt")]
    for path in folder.glob("*.jsonl"):
        with path.open(encoding="utf-8") as lines:
            found += [_of_line(json.loads(line)) for line in lines]
    return sorted(found, key=lambda one: one.title)


def _of_line(line: dict[str, Any]) -> ReadArticle:
    paragraphs = [[each["text"] for each in one["sentences"]] for one in line["paragraphs"]]
    text = "\n".join(" ".join(one) for one in paragraphs)
    return _article(line["title"], text, line.get("sourceURL", ""))


def _article(title: str, text: str, url: str) -> ReadArticle:
    source = Source(f"{title}.txt", "", len(text.encode()), "UTF-8", "scripted week")
    return ReadArticle(title, text, source, url=url)


def about(folder: Path, articles: list[ReadArticle]) -> Iterator[str]:
    """Yield what is told of the articles: their corpus, their license, and where each was found."""
    told = folder / "SOURCE.md"
    if told.exists():
        lines = told.read_text("utf-8").splitlines()
        yield f"The articles are {len(articles)} of: {lines[0].lstrip('# ')}."
        wanted = ("- Texts:", "- Redistributable")
        yield from (_SCHEME.sub("", line[2:]) for line in lines if line.startswith(wanted))
        yield ""
    told_at = ((one.title, _SCHEME.sub("", one.url)) for one in articles if one.url)
    yield from (f"- {title}: `{url}`" for title, url in told_at)
    yield ""


def with_week(page: str, week: str) -> str:
    """Return a page with another week between its markers."""
    head, rest = page.split(BEGIN)
    return f"{head}{BEGIN}\n\n{week.strip()}\n\n{END}{rest.split(END)[1]}"


def main() -> int:
    """Play the week and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=PAGE, help="a page with markers")
    options = parser.parse_args()
    articles = read_articles(options.folder)[:MOST_ARTICLES]
    if not articles:
        parser.error(f"{options.folder} holds no articles (.txt or .jsonl); name another folder")
    with tempfile.TemporaryDirectory() as name:
        week = Week(Path(name), articles, seed=options.seed, sentences=SENTENCES)
        told = "\n".join([*about(options.folder, articles), *week.lines()])
    options.out.write_text(with_week(options.out.read_text("utf-8"), told), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
