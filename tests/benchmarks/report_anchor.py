"""The table of highlights in revised texts on the performance page."""

from __future__ import annotations

from typing import Any

TITLE = "Highlights in a revised text"
COLUMNS = ("right", "edge off", "wrong", "ambiguous", "lost", "rightly lost")


def anchor_lines(figures: dict[str, Any], table: Any) -> list[str]:
    """Return the lines of the section on anchoring."""
    every = figures["seeds"] * figures["highlights"]
    rows = []
    for name, one in figures["contenders"].items():
        shares = [f"{100 * one['shares'].get(column, 0) / every:.2f}" for column in COLUMNS]
        rows.append([name, *shares, f"{one['ms']['median']:,.0f}"])
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(figures["kinds"].items()))
    return [
        f"## {TITLE}",
        "",
        (
            f"{figures['highlights']:,} highlights in {figures['characters']:,} characters under"
            f" {figures['edits']:,} edits, {figures['seeds']} seeds."
        ),
        f"Of {every:,} highlights the words of {figures['gone']:,} were deleted. The edits:",
        f"{kinds}.",
        "",
        "Every word has an identity that edits leave to it, so the truth is not guessed: a",
        "highlight belongs from the first of its words that is left to the last. *Right*: both",
        "edges within two code points of that. *Edge off*: over its own words, an edge farther",
        "off. *Wrong*: placed on other words, or placed though its words are gone. A look-alike",
        "differs from its original by one word or number; a twin by nothing, and its original",
        "stays somewhere. Shares in percent; processor time in ms, median of the seeds (of ours",
        "the least of three runs each).",
        "",
        table(["", *COLUMNS, "ms"], rows),
        "",
        "difflib compares words as it does by default. diff-match-patch has five seconds and then",
        "gives what it has. The search takes the nearest exact place, else the likest, however",
        "little it is like. None of them knows a doubt: what they cannot tell they place or lose.",
        "What no comparison can tell is counted against all: a sentence that was deleted where a",
        "look-alike of it came in at the very same place.",
        "",
    ]
