"""The table of statements and painted blocks on the performance page."""

from __future__ import annotations

from typing import Any

TITLE = "What a change sends and paints"


def costs_lines(sizes: list[dict[str, Any]], table: Any) -> list[str]:
    """Return the lines of the section on what each change costs in the window."""
    heads = ["statements, blocks painted"]
    heads += [f"{size['highlights']:,} highlights" for size in sizes]
    rows = [
        [name, *("{}, {}".format(*size["costs"][name]) for size in sizes)]
        for name in sizes[0]["costs"]
    ]
    return [
        f"## {TITLE}",
        "",
        "Counted, not timed: the SQL statements sent to the file, and the paragraphs painted anew,",
        "for one change in the window, in the order given, at one place of one article.",
        "A test holds both columns to be the same, statement by statement.",
        "",
        table(heads, rows),
        "",
    ]
