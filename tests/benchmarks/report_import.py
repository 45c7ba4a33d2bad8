"""The table of adding many articles on the performance page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "Adding ten thousand articles"
Row = list[str]
MILLISECONDS = 1000


def number(value: float) -> str:
    """Return a figure short enough for a table."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def mebibytes(size: int) -> str:
    """Return a size in bytes as it is told."""
    return f"{size / 2**20:,.0f} MiB"


def per_thousand(slices: list[float]) -> float:
    """Return what a thousand articles take, in milliseconds."""
    return MILLISECONDS * sum(slices) / len(slices)


def growth(slices: list[float]) -> str:
    """Return how many times as long the last thousand takes as the first."""
    return f"{slices[-1] / slices[0]:.1f}" if len(slices) > 1 else "–"


def _row(title: str, part: dict[str, list[float]], bare: dict[str, list[float]] | None) -> Row:
    wall, cpu = per_thousand(part["wall"]), per_thousand(part["cpu"])
    ratio = f"{cpu / per_thousand(bare['cpu']):.1f}" if bare else "–"
    return [title, number(wall), number(cpu), ratio, growth(part["cpu"])]


def _whole_row(title: str, part: dict[str, float], thousands: float) -> Row:
    """Return the row of what is done once for all articles."""
    figures = (MILLISECONDS * part[name] / thousands for name in ("wall", "cpu"))
    return [title, *map(number, figures), "–", "–"]


def import_lines(figures: dict[str, Any], table: Callable[[Row, list[Row]], str]) -> list[str]:
    """Return the lines of the section on adding many articles."""
    ours, reading, writing = figures["ours"], figures["bare_reading"], figures["bare_writing"]
    thousands = figures["count"] / 1000
    rows = [
        _row("bare reading", reading, None),
        _row("the reader", figures["reader"], reading),
        _row("preparing", ours["prepare"], reading),
        _row("bare writing", writing, None),
        _row("writing", ours["write"], writing),
        _whole_row("bare commit", writing["commit"], thousands),
        _whole_row("commit", ours["commit"], thousands),
        _whole_row("undo", ours["undo"], thousands),
        _whole_row("redo", ours["redo"], thousands),
    ]
    heads = ["", "ms by the clock", "ms of the processor", "times the bare one", "last to first"]
    size = mebibytes(figures["bytes"])
    before, after = map(mebibytes, figures["memory"])
    pages = mebibytes(ours["bytes"])
    return [
        f"## {TITLE}",
        "",
        f"{figures['count']:,} text files of some 200 words each, {size} in all, all different;",
        "what a thousand of them take. *Bare reading* opens, decodes and hashes the files; *the",
        "reader* makes articles of them. *Preparing* finds their language, sentences, words and",
        "copies in the project besides, and puts them into a scratch file, beside the project.",
        "*Bare writing* puts one row with its text for each into a new SQLite file; *writing*",
        "brings all that a project keeps of them, search and history included, into one",
        "transaction, for which readers do not wait before the *commit*. Ratios are of the",
        "processor's time, and so is how the last thousand compares with the first.",
        "",
        table(heads, rows),
        "",
        f"The most memory in use rose from {before} to {after}; {pages} of that are the pages",
        "of the project, held back until the commit so that readers need not wait.",
        "",
    ]
