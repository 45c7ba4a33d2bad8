"""The tables of finding on the performance page, and their plot."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = "finding-growth.png"
CHANGES = {
    "tag": "tag, to the disk",
    "undo": "undo, to the disk",
    "follow": "an open table follows either",
}
# What the plot shows, by part; more lines would hide one another.
DRAWN = {
    "search": (
        "a rare word",
        "a usual word",
        "a common word",
        "a common phrase",
        "one letter",
        "label:",
        "speaker:",
        "before:",
    ),
    "table": ("all, by article", "all, by time altered", "label:", "a usual word"),
    "change": tuple(CHANGES),
}
_TITLES = {
    "search": "search, first results",
    "table": "table of highlights, first rows",
    "change": "changes",
}


def number(value: float) -> str:
    """Return a figure short enough for a table."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def growth(sizes: list[dict[str, Any]], part: str, name: str, figure: str) -> str:
    """Return how many times as long the largest project takes as the smallest."""
    first, last = (size[part][name][figure] for size in (sizes[0], sizes[-1]))
    return f"{last / first:.1f}" if first else "–"


def _row(
    sizes: list[dict[str, Any]], part: str, name: str, *, title: str, figure: str = "median"
) -> list[str]:
    """Return a figure at every size, its time of the processor at the last, and its growth."""
    figures = [size[part][name] for size in sizes]
    marked = [
        number(one[figure]) + "*" * (figure == "median" and not one.get("complete", True))
        for one in figures
    ]
    cpu = {"median": "cpu"}.get(figure, f"{figure}_cpu")
    return [title, *marked, number(figures[-1][cpu]), growth(sizes, part, name, cpu)]


def _search_rows(sizes: list[dict[str, Any]]) -> list[list[str]]:
    return [
        [*_row(sizes, "search", name, title=name), number(sizes[-1]["search"][name]["all_cpu"])]
        for name in sizes[0]["search"]
    ]


def _table_rows(sizes: list[dict[str, Any]]) -> list[list[str]]:
    rows = []
    for name in sizes[0]["table"]:
        rows.append(_row(sizes, "table", name, title=f"{name}, first rows"))
        rows.append(_row(sizes, "table", name, title=f"{name}, all sorted", figure="built"))
    first = next(iter(sizes[0]["table"]))
    return [*rows, _row(sizes, "table", first, title="a page, anywhere", figure="page")]


def finding_lines(figures: dict[str, Any], table: Any) -> list[str]:
    """Return the lines of the section on finding."""
    sizes = figures["sizes"]
    columns = [f"{one['articles']:,} / {one['highlights']:,}" for one in sizes]
    heads = [*columns, "processor, at the last", "growth"]
    size = sizes[-1]["bytes"] / 2**30
    changes = [_row(sizes, "change", name, title=title) for name, title in CHANGES.items()]
    return [
        "## Finding in a project, and how it grows",
        "",
        "Numbers of articles and highlights stand on top. Articles have some 500 words, highlights",
        "10, one in ten a claim record; words are as frequent as in any language, and one article",
        f"in 25 is Chinese or Japanese. The largest project is a file of {size:.1f} GiB. Medians",
        "in milliseconds, by the clock; beside them the time of the processor at the last size,",
        "and how many times that at the first it is.",
        "",
        "### Search, first results",
        "",
        "A hundred hits with titles and snippets. A search has 70 ms to find them and then tells",
        "what it has, while it goes on: * marks where there may be better ones, because the time",
        "was up or because more than 8,000 rows have the words. The last column is the",
        "processor's time for all there is, at the last size and for at most 3 s.",
        "",
        table(["", *heads, "all of it"], _search_rows(sizes)),
        "",
        "### The table of highlights, filtered and sorted",
        "",
        "First rows are a hundred rows read from the file. They come early where the order is the",
        "articles' own; any other order is known when everything is sorted, beside the window.",
        "",
        table(["", *heads], _table_rows(sizes)),
        "",
        "### Tag and undo",
        "",
        "Each with a table of all highlights open, which follows.",
        "",
        table(["", *heads], changes),
        "",
        "### How it grows",
        "",
        "Time of the processor against the number of highlights, both axes logarithmic: what stays",
        "flat costs the same at any size.",
        "",
        f"![What finding costs against the number of highlights](images/{PICTURE})",
        "",
    ]


def draw_finding(figures: dict[str, Any], target: Path) -> None:
    """Draw what finding costs against the number of highlights, log-log."""
    import matplotlib as mpl  # noqa: PLC0415 - an optional extra

    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415 - after its settings

    sizes = figures["sizes"]
    figure, axes = plt.subplots(1, len(DRAWN), figsize=(15, 5), sharey=True)
    for axis, (part, names) in zip(axes, DRAWN.items(), strict=True):
        for name in names:
            points = [(size["highlights"], max(size[part][name]["cpu"], 0.01)) for size in sizes]
            axis.plot(*zip(*points, strict=True), marker="o", label=CHANGES.get(name, name))
        axis.axhline(100, color="gray", linestyle="dotted")
        axis.set(xscale="log", yscale="log", xlabel="highlights", title=_TITLES[part])
        axis.grid(visible=True, which="both", alpha=0.2)
        axis.legend(fontsize="small", loc="upper left")
    axes[0].set_ylabel("ms of the processor, median")
    axes[0].set_ylim(top=10 ** math.ceil(math.log10(axes[0].get_ylim()[1]) + 0.5))
    figure.tight_layout()
    figure.savefig(target, dpi=110)
    plt.close(figure)
