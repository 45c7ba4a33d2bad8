"""The tables of exchange on the performance page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "Annotation files, in and out"
MILLION = "A million highlights, in and out"
Row = list[str]
_WAYS = {
    "plan": "reading and planning an import",
    "write": "writing it into the project, to the disk",
    "again": "planning it again, when all is there",
    "export": "exporting, read again and verified",
    "verify": "verifying the file",
    "undo": "undo of the import",
    "redo": "redo",
}


def number(value: float) -> str:
    """Return a figure short enough for a table."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _rate(count: int, seconds: float | None) -> str:
    return f"{round(count / seconds, -2):,.0f}" if seconds else "–"


def _ratio(seconds: float | None, bare: float) -> str:
    return number(seconds / bare) if seconds and bare else "–"


def _format_row(one: dict[str, Any], count: int) -> Row:
    there = one["count"] or count
    return [
        one["title"],
        f"{there:,}",
        f"{one['bytes'] / there:,.0f}",
        _rate(there, one["write"]),
        _ratio(one["write"], one["bare_write"]),
        _rate(there, one["read"]),
        _ratio(one["read"], one["bare_read"]),
        ", ".join(one["parsers"]),
    ]


def _way_rows(figures: dict[str, Any]) -> list[Row]:
    ways = figures["ways"]
    rows = [
        [title, *(cell for way in ways.values() for cell in _way_cells(way, name))]
        for name, title in _WAYS.items()
    ]
    return [*rows, ["the bare rows", *(cell for way in ways.values() for cell in _bare(way))]]


def _way_cells(way: dict[str, Any], name: str) -> Row:
    return [number(1e6 * way[name] / way["count"]), _ratio(way[name], way["bare"])]


def _bare(way: dict[str, Any]) -> Row:
    return [number(1e6 * way["bare"] / way["count"]), "1"]


def exchange_lines(figures: dict[str, Any], table: Callable[[Row, list[Row]], str]) -> list[str]:
    """Return the lines of the section on annotation files."""
    count, formats = figures["count"], figures["formats"]
    # A codebook has no highlights to count, and those measured have no verdict to be reviewed.
    held = (one for one in formats.values() if one["bytes"] >= count)
    shown = [one for one in held if one["count"] or one["read"] is None]
    heads = ["", "highlights", "bytes each", "written a second", "times the limit"]
    heads += ["read a second", "times the limit", "the limit"]
    ways = [head for name in figures["ways"] for head in (name, "times the bare rows")]
    return [
        f"## {TITLE}",
        "",
        f"{count:,} highlights of one to twelve words in {count // 100:,} articles, one in ten",
        "with a note, in every format that writes; less where one cannot hold those that overlap.",
        "The best of three, in seconds of the processor. The *limit* is the same bytes through a",
        "bare parser and back: orjson, or the standard library's csv, expat and zipfile; *lines*",
        "are decoded and cut, no more. What is read are checked highlights, not yet an import.",
        "",
        table(heads, [_format_row(one, count) for one in shown]),
        "",
        "The whole way, in µs of the processor for each highlight. The bare rows are those that",
        "the project has afterwards of articles, texts, highlights, places and claims, put into",
        "tables without an index in one transaction. What an import keeps besides is its history,",
        "undo, the search index, content hashes and counters.",
        "",
        table(["µs", *ways], _way_rows(figures)),
        "",
    ]


def exchange_headline(figures: dict[str, Any]) -> str:
    """Return the sentence of the README on annotation files."""
    one, way = figures["formats"]["project-jsonl"], figures["ways"]["project-jsonl"]
    written, read = _rate(one["count"], one["write"]), _rate(one["count"], one["read"])
    whole = [_rate(way["count"], way["plan"] + way["write"]), _rate(way["count"], way["export"])]
    return (
        f"JSON Lines of highlights: {written} written and {read} read a second of the processor,"
        f" {_ratio(one['write'], one['bare_write'])} and {_ratio(one['read'], one['bare_read'])}"
        f" times what the bare parser takes; {whole[0]} imported, {whole[1]} exported and verified."
    )


def million_lines(figures: dict[str, Any], table: Callable[[Row, list[Row]], str]) -> list[str]:
    """Return the lines of the section on a million highlights."""
    sizes = ", ".join(f"{size / 2**20:,.0f} MiB of {name}" for name, size in _sizes(figures))
    rows = [
        [title, number(one["cpu"]), f"{one['bytes'] / 2**20:,.0f}"]
        for title, one in figures["steps"].items()
        if one
    ]
    return [
        f"## {MILLION}",
        "",
        f"{figures['count']:,} highlights in {figures['articles']:,} articles, {sizes}; each step",
        "a process of its own, with the most memory that it had at once (`run.py --only million`;",
        "`bench_exchange.py --million --articles 1 --each 100000 --formats refi-qda,xlsx` measures",
        "others).",
        "",
        table(["", "seconds of the processor", "MiB"], rows),
        "",
    ]


def _sizes(figures: dict[str, Any]) -> list[tuple[str, int]]:
    return list(figures["sizes"].items())
