"""How a report looks as a page: light and dark, on screens and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.records import Label

LANES = 4
"""So many lines are drawn under a text; the letters beside it name all labels."""
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_STYLES = ("solid", "dashed", "dotted", "double", "wavy")
_NEUTRAL = "#767676"

_PAGE = """\
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1b1b1f; --muted: #5b5b66;
  --edge: #d5d5dc; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--ground);
  color: var(--ink); font: 1rem/1.5 system-ui, "Noto Sans", sans-serif;
  overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
a { color: inherit; }
article { border-block-start: 1px solid var(--edge); margin-block-start: 2.5rem;
  padding-block-start: 2rem; }
dl { margin: 0; }
dl div { display: flex; gap: .75rem; }
dt { flex: 0 0 9rem; color: var(--muted); }
dd { flex: 1; margin: 0; min-width: 0; white-space: pre-wrap; }
dd, blockquote, .labels li { text-align: start; }
.labels, .marks { list-style: none; margin: 0; padding: 0; }
.labels li { margin-block-end: .4rem; }
.labels small { color: var(--muted); }
.text { font: 1.125rem/2.3 Georgia, "Noto Serif", serif; margin-block: 1.5rem; }
.text p { margin: 0; white-space: pre-wrap; tab-size: 4; min-height: 1em; }
mark { color: inherit; background: none;
  background: color-mix(in srgb, var(--c) 13%, transparent); }
.end { border-inline-end: 2px solid var(--c); }
.u { text-decoration-line: underline; text-decoration-color: var(--c);
  text-decoration-thickness: 2px; text-decoration-skip-ink: none; }
.o0 { text-underline-offset: .2em; } .o1 { text-underline-offset: .42em; }
.o2 { text-underline-offset: .64em; } .o3 { text-underline-offset: .86em; }
.n { display: inline-block; font: 700 .68rem/1.2 system-ui, sans-serif; color: var(--c);
  border: 1.5px solid var(--c); border-radius: .25rem; padding: 0 .2rem; margin-inline: .1rem;
  vertical-align: super; text-decoration: none; user-select: none; white-space: nowrap; }
.labels .n, .marks .n { vertical-align: baseline; }
.text .n { display: inline; }
.marks > li { border-block-start: 1px solid var(--edge); padding-block: .6rem; }
.marks blockquote { margin: .3rem 0; white-space: pre-wrap; }
.who { color: var(--muted); }
:target { outline: 3px solid Highlight; outline-offset: 3px; }
"""
_DARK = "--ground: #17171b; --ink: #ececf1; --muted: #a8a8b3; --edge: #3a3a44;"
_PRINT = """\
@page { margin: 20mm 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .text { font-size: 11pt; }
  article { break-before: page; border: 0; margin: 0; padding: 0; }
  h2, h3 { break-after: avoid; }
  .marks > li { break-inside: avoid; }
  mark, .n { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav { display: none; }
}
"""


def style_sheet(labels: Iterable[Label]) -> str:
    """Return the style sheet for a codebook: a color and a line style for each label."""
    labels = tuple(labels)
    light = "\n".join(_rule(number, label) for number, label in enumerate(labels))
    dark = "\n".join(
        f"  .l{n} {{ --c: {_color(one.color_dark)}; }}" for n, one in enumerate(labels)
    )
    night = (
        f"@media screen and (prefers-color-scheme: dark) {{\n  :root {{ {_DARK} }}\n{dark}\n}}\n"
    )
    return f"{_PAGE}{light}\n{night}{_PRINT}"


def _rule(number: int, label: Label) -> str:
    style = label.line_style if label.line_style in _STYLES else "solid"
    return f".l{number} {{ --c: {_color(label.color_light)}; text-decoration-style: {style}; }}"


def _color(color: str) -> str:
    """Return a color as it may stand in a style sheet, whatever a codebook says."""
    return color if _COLOR.fullmatch(color) else _NEUTRAL
