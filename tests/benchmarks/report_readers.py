"""The last column of the table of readers in docs/articles.md."""

from __future__ import annotations

from typing import Any

SEVERAL = {"plain text": ("plain.txt", "old.txt")}


def with_seconds(page: str, figures: dict[str, Any]) -> str:
    """Return the page with the seconds that each reader took for a megabyte of text."""
    return "\n".join(_filled(line, figures["files"]) for line in page.split("\n"))


def _filled(line: str, files: dict[str, Any]) -> str:
    cells = line.split("|")
    name = cells[1].strip() if len(cells) > 2 else ""
    taken = [one["seconds"] * 1e6 / one["chars"] for one in files.values() if one["reader"] == name]
    if not taken:
        return line
    told = " to ".join(f"{seconds:.3f}" for seconds in sorted({min(taken), max(taken)}))
    return "|".join([*cells[:-2], f" {told} ", ""])
