"""Write docs/formats.md from the formats that the program finds."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.bootstrap import surroundings
from annotator.core.foreign_values import Holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.exchange_ports import AnnotationFormat

PAGE = Path(__file__).resolve().parent.parent / "docs" / "formats.md"
_HEAD = """# Formats of annotations

Made from the formats themselves by `packaging/make_formats.py`; `annotator formats` lists the same.
How files are read, placed, compared and verified is told in [exchange.md](exchange.md).

A dot says that a file of the format holds it; what it does not hold is counted and told after
every export. `overlap` stands for highlights that overlap, several labels on one stretch among
them, `parts` for highlights of several stretches, `note` for a claim record's note, `claim` for
the rest of it, and `reviewer` for the author of each highlight.
"""


def formats_page() -> str:
    """Return the page: one table of all formats, then a section on each."""
    known = sorted(surroundings().formats(), key=lambda one: one.name)
    lines = [_HEAD, *_table(known), ""]
    for one in known:
        lines += list(_section(one))
    return "\n".join(lines).rstrip() + "\n"


def _table(known: list[AnnotationFormat]) -> Iterator[str]:
    holds = list(Holds)
    yield "| name | in | out | " + " | ".join(holds) + " |"
    yield "|---|:-:|:-:|" + ":-:|" * len(holds)
    for one in known:
        flags = [one.reads, one.writes, *(each in one.holds for each in holds)]
        cells = " | ".join("•" if flag else " " for flag in flags)
        yield f"| [{one.name}](#{one.name}) | {cells} |"


def _section(one: AnnotationFormat) -> Iterator[str]:
    told = inspect.getdoc(sys.modules[type(one).__module__]) or ""
    yield f"## {one.name}"
    yield ""
    yield f"**{one.title}**, {_files(one)}{_needs(one)}"
    yield ""
    yield told.replace("``", "`")
    yield ""


def _files(one: AnnotationFormat) -> str:
    endings = ", ".join(f"`{suffix}`" for suffix in one.suffixes)
    found = f"a folder ({endings})" if one.folder and endings else endings or "a folder"
    variants = ", ".join(f"`{variant}`" for variant in one.variants)
    return f"{found}; variants {variants}" if variants else found


def _needs(one: AnnotationFormat) -> str:
    return f"; needs the extra `{one.extra}`." if one.extra else "."


def main() -> int:
    """Write the page; with --check only tell whether it is current."""
    if "--check" in sys.argv[1:]:
        current = PAGE.exists() and PAGE.read_text("utf-8") == formats_page()
        print("docs/formats.md is current." if current else "docs/formats.md is out of date.")
        return 0 if current else 1
    PAGE.write_text(formats_page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
