"""What finding costs as a project grows: search, the table of highlights, tag and undo."""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from finding_plan import IDEOGRAPHS, REVIEWERS, Plan
from finding_project import kept

from annotator.bootstrap import surroundings
from annotator.core.span import Span
from annotator.service.commands import AddHighlight
from annotator.service.finding import HighlightSort
from annotator.service.project import Project
from annotator.store.profile import Profile
from annotator.store.project_file import open_project

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.store.project_store import ProjectStore

SIZES = "10x1000,100x10000,1000x100000,10000x1000000"
# What a window that searches while one types allows for the first results, and how many it shows.
SECONDS, MOST_HITS = 0.07, 100
# How long one waits here for all of it.
ALL_SECONDS = 3.0
TIMES, CHANGES, PAGE = 5, 25, 100
KEPT = Path(__file__).resolve().parent.parent.parent / "build" / "bench" / "finding"


class Time(NamedTuple):
    """What something took, in milliseconds: by the clock, and of the processor."""

    wall: float
    cpu: float


def queries(plan: Plan) -> dict[str, str]:
    """Return what is searched: everyday queries first, then the worst that we know."""
    words = plan.words
    common, usual, rare = words[0], words[300], words[20_000]
    short = next(word for word in words if len(word) == 2)
    first, second = IDEOGRAPHS[:2]
    return {
        "a rare word": f"{rare} ",
        "a usual word": f"{usual} ",
        "a common word": f"{common} ",
        "two common words": f"{common} {words[1]}",
        "a common and a usual word": f"{common} {usual}",
        "a common phrase": f'"{common} {words[1]}"',
        "a word of two letters": f"{short} ",
        "a beginning of three letters": usual[:3],
        "the most common two letters": common[:2],
        "one letter": "e",
        "a Chinese word of two characters": f"{first}{second}",
        "a Chinese phrase": plan.texts[0][0].text[4:9],
        "one Chinese character": first,
        "label:": "label:label_3",
        "label: of few, early": "label:label_12",
        "reviewer:": "reviewer:bo",
        "reviewer: of few, early": "reviewer:emil",
        "speaker:": "speaker:speaker7",
        "has:note": "has:note",
        "has:cue, which none has": "has:cue",
        "before:": "before:2010",
        "a usual word label:": f"{usual} label:label_3",
        "a common word label:": f"{common} label:label_3",
        "a common word has: before:": f"{common} has:note before:2010",
        "label: reviewer: has: before:": "label:label_2 reviewer:bo has:verdict before:2015",
        "without a common word": f"-{common}",
    }


def timed(action: Callable[[], object], times: int = TIMES) -> dict[str, float]:
    """Return the median times of an action, the first one aside."""
    taken = [once(action) for _ in range(times + 1)][1:]
    return medians(taken)


def once(action: Callable[[], object]) -> Time:
    """Return what an action takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    action()
    return Time((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)


def medians(taken: list[Time]) -> dict[str, float]:
    """Return the medians of some times."""
    return {
        "median": statistics.median(one.wall for one in taken),
        "cpu": statistics.median(one.cpu for one in taken),
    }


def measure_search(store: ProjectStore, plan: Plan) -> dict[str, Any]:
    """Search as a window does: first results in its time, then all of them."""
    finder, told = store.finder(), {}
    for name, query in queries(plan).items():
        ask = lambda query=query: finder.ask(query, limit=MOST_HITS)  # noqa: E731 - a name for short
        told[name] = timed(lambda ask=ask: ask().run(seconds=SECONDS))
        first = ask().run(seconds=SECONDS)
        complete = once(lambda ask=ask: ask().run(seconds=ALL_SECONDS))
        told[name] |= {
            "hits": len(first.hits),
            "complete": first.complete,
            "all": complete.wall,
            "all_cpu": complete.cpu,
        }
    finder.close()
    return told


def measure_table(store: ProjectStore, plan: Plan) -> dict[str, Any]:
    """Build the table under filters and in orders, and read pages anywhere in it."""
    told: dict[str, Any] = {}
    for name, query, by in (
        ("all, by article", "", "article"),
        ("all, by time altered", "", "modified"),
        ("label:", "label:label_3", "article"),
        ("label: of few, early", "label:label_12", "article"),
        ("speaker:", "speaker:speaker7", "article"),
        ("has:note", "has:note", "article"),
        ("a usual word", f"{plan.words[300]} ", "article"),
        ("a common word", f"{plan.words[0]} ", "article"),
    ):
        told[name] = measure_listing(store, query, HighlightSort(by))
    return told


def measure_listing(store: ProjectStore, query: str, sort: HighlightSort) -> dict[str, Any]:
    """Build one table and read pages of it."""
    listing = store.highlight_listing(query, sort=sort)
    first: list[Time] = []
    wall, cpu = time.perf_counter(), time.process_time()

    def note(rows: int) -> None:
        if rows and not first:
            listing.rows(0, PAGE)
            passed = time.perf_counter() - wall, time.process_time() - cpu
            first.append(Time(*(one * 1000 for one in passed)))

    built, chance = once(lambda: listing.build(note)), random.Random(1)
    shown, size = (first or [built])[0], len(listing)
    page = timed(lambda: listing.rows(chance.randrange(size or 1), PAGE), 20)
    listing.close()
    return {
        "rows": size,
        "median": shown.wall,
        "cpu": shown.cpu,
        "built": built.wall,
        "built_cpu": built.cpu,
        "page": page["median"],
        "page_cpu": page["cpu"],
    }


def measure_changes(store: ProjectStore) -> dict[str, Any]:
    """Tag and undo while a table by article is open and follows."""
    project = Project(store, surroundings(), reviewer=REVIEWERS[0])
    article = store.articles()[7].article
    listing = store.highlight_listing()
    listing.build()
    taken: dict[str, list[Time]] = {"tag": [], "undo": [], "follow": []}
    command = AddHighlight(article.id, (Span(3, 30),), "label_2")
    for _ in range(CHANGES + 3):
        for name, action in (("tag", lambda: project.execute(command)), ("undo", project.undo)):
            done: list[Any] = []
            taken[name].append(once(lambda done=done, action=action: done.append(action())))
            taken["follow"].append(once(lambda done=done: listing.take(done[0])))
    listing.close()
    # The first ones compile their statements.
    return {name: medians(all_[3:]) for name, all_ in taken.items()}


def measure(size: str, folder: Path) -> dict[str, Any]:
    """Return the figures of a project of one size."""
    plan = Plan(*map(int, size.split("x")))
    begun = time.perf_counter()
    made = kept(plan, KEPT)
    print(f"{size}: there after {time.perf_counter() - begun:.0f} s", flush=True)
    begun = time.perf_counter()
    path = Path(shutil.copy(made, folder / "measured.factproj"))
    profile = Profile(REVIEWERS[0], state=folder / "state", backups=folder / "old")
    store = open_project(path, profile=profile)
    figures = {
        "articles": plan.articles,
        "highlights": plan.highlights,
        "bytes": made.stat().st_size,
        "search": measure_search(store, plan),
        "table": measure_table(store, plan),
        "change": measure_changes(store),
    }
    store.close()
    path.unlink()
    print(f"{size}: measured after {time.perf_counter() - begun:.0f} s", flush=True)
    return figures


def main() -> None:
    """Make each project, or take the one kept, measure, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help="articles x highlights, by commas")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    # Beside the projects: a copy on the same disk is what a tag is written to.
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        sizes = [measure(size, Path(folder)) for size in options.sizes.split(",")]
    shown = json.dumps({"sizes": sizes}, indent=1)
    if options.out:
        options.out.write_text(shown)
    else:
        print(shown)


if __name__ == "__main__":
    main()
