"""The tables of sending and merging on the performance page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "Bundles, out and in"
Row = list[str]


def seconds(value: float) -> str:
    """Return a time short enough for a table."""
    return f"{value:,.1f}" if value >= 10 else f"{value:.2f}"


def _mib(size: float) -> str:
    return f"{size / 2**20:,.0f}"


def _merged(one: dict[str, Any]) -> float:
    return float(one["plan"] + one["write"])


def _growth_rows(figures: dict[str, Any]) -> list[Row]:
    rows = []
    for one in figures["growth"]:
        small, large = (one[str(figures[size])] for size in ("small", "count"))
        cells = [cell for into in (small, large) for cell in _growth_cells(into)]
        ratio = _merged(large) / _merged(small)
        rows.append([f"{one['changed']:,}", *cells, f"{ratio:.2f}"])
    return rows


def _growth_cells(one: dict[str, Any]) -> Row:
    return [seconds(one["plan"]), seconds(one["write"]), f"{_merged(one) / one['copy']:.1f}"]


def _whole_rows(figures: dict[str, Any]) -> list[Row]:
    one, undone = figures["merge"], figures["undo"]
    sent = figures["send"][str(figures["count"])]
    steps = [
        ("hashing the bundle and planning the merge", one["plan"], one["bytes"]),
        ("writing it, to the disk", one["write"], one["bytes"]),
        ("planning it again, when all is there", one["again"], one["bytes"]),
        ("undo of the merge", undone["undo"], undone["bytes"]),
        ("redo", undone["redo"], undone["bytes"]),
        ("sending a project of half the size", sent["whole"], sent["bytes"]),
        ("plain copy of all rows", one["copy"], 0),
        ("plain copy of articles, highlights and claims alone", one["copied_rows"], 0),
    ]
    return [
        [title, seconds(taken), f"{taken / one['copy']:.1f}", _mib(memory) if memory else "–"]
        for title, taken, memory in steps
    ]


def _blind_sentence(blind: dict[str, Any]) -> str:
    def told(what: str) -> str:
        off, on = blind[f"{what} off"], blind[f"{what} on"]
        return (
            f"{1000 * on:.1f} ms with blind mode and {1000 * off:.1f} without, {on / off:.2f} times"
        )

    return (
        f"An article in which others have {blind['hidden']:,} highlights opens in {told('open')};"
        f" tagging in it takes {told('tag')}. {_own_sentence(blind['own'])}"
    )


def _own_sentence(own: dict[str, Any]) -> str:
    told = " and ".join(
        f"{1000 * one['on']:.1f} ms under {int(count):,} own highlights"
        f" ({1000 * one['off']:.1f} without blind mode)"
        for count, one in own.items()
    )
    return f"Where nobody else marked anything, a tag with blind mode takes {told}."


def teams_lines(figures: dict[str, Any], table: Callable[[Row, list[Row]], str]) -> list[str]:
    """Return the lines of the section on teams."""
    small, count = figures["small"], figures["count"]
    heads = ["highlights in the bundle"]
    heads += [
        f"{what} {size:,}"
        for size in (small, count)
        for what in ("planned beside", "written into", "times a plain copy,")
    ]
    sent = [seconds(figures["send"][str(size)]["changes"]) for size in (small, count)]
    few = f"Sending ten changes takes {sent[0]} seconds in the one project, {sent[1]} in the other."
    intro = (
        f"A bundle of {count:,} highlights ({_mib(figures['merge']['size'])} MiB) into the larger"
        " project, which has as many others in the same articles:"
    )
    return [
        f"## {TITLE}",
        "",
        "Seconds of the processor; each step in a process of its own that has merged three",
        f"highlights before. A project of {small:,} highlights and one of {count:,} get the same",
        "bundles: what a colleague marked since the last one, in ten articles that both have.",
        "A plain copy is `INSERT … SELECT` in SQLite of just the rows that the merge left, history",
        "and counters included, into a copy of the file with all its indexes. What a merge does",
        "besides: hashing and checking the bundle, joining every object with ours, placing it in",
        "the text that is shown, comparing quotes, indexing words, hashing rows, and the journal.",
        "",
        table([*heads, f"{count:,} to {small:,}"], _growth_rows(figures)),
        "",
        intro,
        "",
        table(["", "seconds", "times a plain copy", "MiB at most"], _whole_rows(figures)),
        "",
        few,
        "",
        _blind_sentence(figures["blind"]),
        "",
    ]
