"""What finding costs as a project grows: search, the table of highlights, tag and undo."""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import finding_project

from annotator.bootstrap import surroundings
from annotator.core.records import Reviewer
from annotator.core.span import Span
from annotator.service.commands import AddHighlight
from annotator.service.finding import HighlightSort
from annotator.service.project import Project
from annotator.store.profile import Profile
from annotator.store.project_file import open_project

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.store.project_store import ProjectStore

REVIEWER = Reviewer("0190a1b2-0000-7000-8000-0000000000aa", "Ada")
SIZES = "1000x10000,10000x100000,10000x1000000"
# What a window that searches while one types allows for the first results.
SECONDS = 0.08
TIMES, PAGE = 7, 100


def queries(words: list[str]) -> dict[str, str]:
    """Return what is searched: everyday queries first, then the worst that we know."""
    common, usual, rare = words[0], words[300], words[20_000]
    return {
        "a rare word": rare,
        "a usual word": usual,
        "two words, one common": f"{common} {usual}",
        "a beginning of three letters": usual[:3],
        "a word under a label": f"{usual} label:label_3",
        "a speaker": "speaker:speaker7",
        "one letter": "e",
        "the most common word": common,
        "the same under a label": f"{common} label:label_3",
        "a label alone": "label:label_3",
        "everything without the most common word": f"-{common}",
        "what no highlight has": "has:cue",
    }


def timed(action: Callable[[], object], times: int = TIMES) -> dict[str, float]:
    """Return the median and the worst time of an action, in milliseconds; the first one aside."""
    taken = []
    for _ in range(times + 1):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    return {"median": statistics.median(taken[1:]), "worst": max(taken[1:])}


def measure_search(store: ProjectStore, words: list[str]) -> dict[str, Any]:
    """Search as a window does, with its time for first results."""
    finder, told = store.finder(), {}
    for name, query in queries(words).items():
        told[name] = timed(lambda query=query: finder.ask(query).run(seconds=SECONDS))
        result = finder.ask(query).run(seconds=SECONDS)
        told[name] |= {"hits": len(result.hits), "complete": result.complete}
    finder.close()
    return told


def measure_table(store: ProjectStore) -> dict[str, Any]:
    """Build the table in two orders and one filter, and read pages anywhere in it."""
    told: dict[str, Any] = {}
    for name, query, by in (
        ("by article", "", "article"),
        ("by time altered", "", "modified"),
        ("under a label, by article", "label:label_3", "article"),
    ):
        told[name] = measure_listing(store, query, HighlightSort(by))
    return told


def measure_listing(store: ProjectStore, query: str, sort: HighlightSort) -> dict[str, Any]:
    """Build one table and read pages of it."""
    listing = store.highlight_listing(query, sort=sort)
    first: list[float] = []
    start = time.perf_counter()
    listing.build(lambda _: first.append(time.perf_counter() - start))
    built, size, chance = time.perf_counter() - start, len(listing), random.Random(1)
    told = {
        "rows": size,
        "first_ms": first[0] * 1000,
        "built_ms": built * 1000,
        "page": timed(lambda: listing.rows(chance.randrange(size), PAGE), 30),
        "last_page": timed(lambda: listing.rows(size - PAGE, PAGE), 30),
    }
    listing.close()
    return told


def measure_tags(store: ProjectStore) -> dict[str, Any]:
    """Tag and undo while a table by article is open and follows."""
    project = Project(store, surroundings(), reviewer=REVIEWER)
    article = store.articles()[7].article
    listing = store.highlight_listing()
    listing.build()
    taken: dict[str, list[float]] = {"tag": [], "undo": [], "follow": []}
    command = AddHighlight(article.id, (Span(3, 30),), "label_2")
    for _ in range(TIMES + 1):
        for name, action in (("tag", lambda: project.execute(command)), ("undo", project.undo)):
            start = time.perf_counter()
            changes = action()
            done = time.perf_counter()
            listing.take(changes)
            taken[name].append((done - start) * 1000)
            taken["follow"].append((time.perf_counter() - done) * 1000)
    listing.close()
    return {name: {"median": statistics.median(all_[1:])} for name, all_ in taken.items()}


def main() -> None:
    """Make each project, measure, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help="articles x highlights, by commas")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    figures: dict[str, Any] = {"sizes": []}
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes.split(","):
            articles, highlights = map(int, size.split("x"))
            path = Path(folder, f"{highlights}.factproj")
            plan = finding_project.plan(articles, highlights)
            start = time.perf_counter()
            finding_project.make(path, plan, REVIEWER)
            print(f"{size}: made in {time.perf_counter() - start:.0f} s", flush=True)
            profile = Profile(REVIEWER, state=Path(folder, "state"), backups=Path(folder, "old"))
            store = open_project(path, profile=profile)
            figures["sizes"].append({
                "articles": articles,
                "highlights": highlights,
                "search": measure_search(store, plan.words),
                "table": measure_table(store),
                "change": measure_tags(store),
            })  # fmt: skip
            store.close()
            path.unlink()
            print(f"{size}: done after {time.perf_counter() - start:.0f} s", flush=True)
    if options.out:
        options.out.write_text(json.dumps(figures, indent=1))
    else:
        print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
