"""A comparison of two revisions as a file: Markdown, JSON, or one page of HTML."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from html import escape
from typing import TYPE_CHECKING, Final

from annotator.core.request_errors import UnknownFormatError
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.service.revision_report import ComparedSentence, Piece, RevisionReport

_TITLES: Final = {
    "changed": "Changed",
    "removed": "Removed",
    "unsure": "Unsure: look at these",
    "moved": "Moved elsewhere",
    "unchanged": "Unchanged",
}
# What begins a list at the start of a line counts, too, and pieces are joined to lines.
_MEANING_SOMETHING: Final = re.compile(r"([\\`*_{}\[\]<>#|~&]|^[-+=]|(?:(?<=\d)|^)[.)](?=\s|$))")
_MARKS: Final = {"removed": ("~~", "~~"), "added": ("**", "**"), "kept": ("", "")}
_ELEMENTS: Final = {"removed": "del", "added": "ins"}
# Nothing is loaded and nothing runs, whatever an article says.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE: Final = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
blockquote { border-inline-start: 0.25rem solid; margin-inline: 0; padding-inline-start: 1rem }
blockquote p { white-space: pre-wrap }
del { background: #fdd; color: #600 } ins { background: #dfd; color: #040 }
table { border-collapse: collapse } td, th { padding: 0.2rem 0.8rem; text-align: start }
@media (prefers-color-scheme: dark) {
  body { background: #16181c; color: #e6e6e6 }
  del { background: #511; color: #fcc } ins { background: #142; color: #cfc }
}
"""


def write_report(report: RevisionReport, target: Path) -> None:
    """Write a comparison into a file, in the form that its name's ending says.

    Raises:
        UnknownFormatError: it ends in none of .md, .json and .html.
        UnwritableFileError: the system refuses, or the disk is full.
    """
    page = PAGES.get(target.suffix.lower())
    if page is None:
        raise UnknownFormatError(target.suffix or target.name, known=tuple(PAGES))
    with replacing(target) as file:
        file.write(page(report))


def as_json(report: RevisionReport) -> str:
    """Return a comparison as JSON; all places count code points."""
    return json.dumps(report_value(report), ensure_ascii=False, indent=2) + "\n"


def report_value(report: RevisionReport) -> dict[str, object]:
    """Return a comparison as JSON can hold it."""
    return {
        "article_id": report.article.id,
        "title": report.article.title,
        "old": asdict(report.old),
        "new": asdict(report.new),
        "note": report.note,
        "counts": report.counts,
        "sentences": [
            asdict(one) | {"pieces": [asdict(piece) for piece in one.pieces]}
            for one in report.sentences
        ],
    }


def as_markdown(report: RevisionReport) -> str:
    """Return a comparison as Markdown: what went is struck through, what came is bold."""
    head = [
        f"# {_plain(report.article.title)}",
        "",
        _compared(report, _plain),
        "",
        *([_plain(report.note), ""] if report.note else []),
        "| Tagged sentences | Number |",
        "|---|---:|",
        *(f"| {_TITLES[status]} | {number} |" for status, number in report.counts.items()),
    ]
    for status, title in _TITLES.items():
        found = [one for one in report.sentences if one.status == status]
        if found:
            head += ["", f"## {title}", *(line for one in found for line in _quoted(one))]
    return "\n".join(head) + "\n"


def _quoted(one: ComparedSentence) -> Iterator[str]:
    tags = ", ".join(_plain(f"{tag.label} ({tag.reviewer})") for tag in one.tags)
    yield from ("", f"- {tags}", "")
    yield "  > " + _one_line("".join(_struck(piece) for piece in one.pieces))


def _struck(piece: Piece) -> str:
    """Return words marked; blanks at their edges stay outside, or the marks would mean nothing."""
    before, after = _MARKS[piece.kind]
    inner = piece.words.strip()
    if not inner:
        return piece.words
    lead = piece.words[: len(piece.words) - len(piece.words.lstrip())]
    tail = piece.words[len(piece.words.rstrip()) :]
    return f"{lead}{before}{_plain(inner)}{after}{tail}"


def _plain(text: str) -> str:
    return _MEANING_SOMETHING.sub(r"\\\1", _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


def _compared(report: RevisionReport, say: Callable[[str], str]) -> str:
    sides = (
        f"revision {one.number} ({say(one.created)}, {say(one.source.name)})"
        for one in (report.old, report.new)
    )
    return f"Compared: {next(sides)} and {next(sides)}."


def as_html(report: RevisionReport) -> str:
    """Return a comparison as one page that needs nothing else and runs nothing."""
    article = report.article
    title = escape(article.title)
    note = f"<p>{escape(report.note)}</p>\n" if report.note else ""
    rows = "".join(
        f"<tr><td>{_TITLES[status]}</td><td>{number}</td></tr>\n"
        for status, number in report.counts.items()
    )
    found = "".join(
        f"<h2>{heading}</h2>\n"
        + "".join(_block(one, report) for one in report.sentences if one.status == status)
        for status, heading in _TITLES.items()
        if report.counts[status]
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1 dir="auto">{title}</h1>\n<p>{_compared(report, escape)}</p>\n{note}'
        f"<table>\n<tr><th>Tagged sentences</th><th>Number</th></tr>\n{rows}</table>\n"
        f"{found}</body>\n</html>\n"
    )


def _block(one: ComparedSentence, report: RevisionReport) -> str:
    tags = escape(", ".join(f"{tag.label} ({tag.reviewer})" for tag in one.tags))
    words = "".join(_marked(piece) for piece in one.pieces)
    language, direction = escape(report.article.language), escape(report.article.direction)
    return (
        f'<p>{tags}</p>\n<blockquote lang="{language}" dir="{direction}"><p>{words}</p>'
        "</blockquote>\n"
    )


def _marked(piece: Piece) -> str:
    name = _ELEMENTS.get(piece.kind)
    words = escape(piece.words)
    return f"<{name}>{words}</{name}>" if name else words


PAGES: Final[dict[str, Callable[[RevisionReport], str]]] = {
    ".md": as_markdown,
    ".json": as_json,
    ".html": as_html,
}
