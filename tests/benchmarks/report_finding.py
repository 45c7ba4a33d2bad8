"""The tables of finding on the performance page."""

from __future__ import annotations

from typing import Any


def number(value: float) -> str:
    """Return a figure short enough for a table."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _rows(sizes: list[dict[str, Any]], part: str) -> list[list[str]]:
    """Return a row for each figure of one part, a column for each size."""
    rows = []
    for name in sizes[0][part]:
        figures = [size[part][name] for size in sizes]
        shown = [number(one["median"]) + "*" * (not one.get("complete", True)) for one in figures]
        rows.append([name, *shown])
    return rows


def _table_rows(sizes: list[dict[str, Any]]) -> list[list[str]]:
    rows = []
    for name in sizes[0]["table"]:
        figures = [size["table"][name] for size in sizes]
        rows += [
            [f"table {name}, first rows", *(number(one["first_ms"]) for one in figures)],
            [f"table {name}, all sorted", *(number(one["built_ms"]) for one in figures)],
            [f"table {name}, a page anywhere", *(number(one["page"]["median"]) for one in figures)],
        ]
    return rows


NAMES = {
    "tag": "tag, to the disk",
    "undo": "undo",
    "follow": "an open table follows either",
}


def finding_lines(figures: dict[str, Any], table: Any) -> list[str]:
    """Return the lines of the section on finding."""
    sizes = figures["sizes"]
    heads = ["milliseconds, median"]
    heads += [f"{one['articles']:,} articles, {one['highlights']:,} highlights" for one in sizes]
    changes = [[NAMES.get(row[0], row[0]), *row[1:]] for row in _rows(sizes, "change")]
    return [
        "## Finding in a project, and how it grows",
        "",
        "Articles of 500 words; highlights of 10 words, 12 labels, one in ten with a claim record;",
        "words as frequent as in any language. A search has 80 ms for its first results and then",
        "tells what it has: * marks where better ones may be left out, by the time or because more",
        "than 8,000 rows have the words. Rows are read a hundred a page, from any place.",
        "",
        table(heads, [*_rows(sizes, "search"), *_table_rows(sizes), *changes]),
        "",
    ]
