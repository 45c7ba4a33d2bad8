"""A report to look at in any browser: one page that needs nothing else, marked and printable.

It runs no script and loads nothing. A block that browsers pass over holds the project as JSON
Lines, by which the page can be verified.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import dropwhile
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import DamagedAnnotationsError, NotAnnotationsError
from annotator.core.foreign_values import Holds
from annotator.formats.shared.html_style import LANES, style_sheet
from annotator.formats.shared.json_lines import LARGEST_LINES, objects_by_line, written
from annotator.formats.shared.jsonl_reading import GENERATOR, our_lines
from annotator.formats.shared.jsonl_writing import lines_of
from annotator.formats.shared.page_faults import page_faults
from annotator.formats.shared.report import report_of
from annotator.formats.shared.told_project import ToldProject, UntoldError
from annotator.service.reading.dump_files import opened
from annotator.service.reading.files import LARGEST_ARTICLE
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import BufferedReader
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.core.foreign_values import ForeignFile
    from annotator.core.records import Label
    from annotator.formats.shared.json_lines import Found
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent
    from annotator.service.printing import Fact, Mark, Report, ReportedArticle, Run

_MADE_BY = f'<meta name="generator" content="{GENERATOR}" data-format="html-report"/>'
_PAYLOAD = '<script type="application/x-ndjson" id="highlights">'
_END, _HEAD_END = "</script>", "</head>"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
# What would end the block, and what no page may hold; JSON has these in strings alone.
_UNFIT_IN_BLOCK = re.compile("[<>&\\x7f-\\x9f\\ufdd0-\\ufdef\\ufffe\\uffff]")
_UNFIT = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ufdd0-\\ufdef\\ufffe\\uffff]")
_PICTURES, _FIRST_SPACE = 0x2400, 0x20


class HtmlReportFormat:
    """Writes a page with the marked articles."""

    name = "html-report"
    title = "HTML report"
    suffixes = (".html", ".htm")
    reads = False
    writes = True
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(Holds)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by what the page says of who made it."""
        del path
        return _MADE_BY.encode() in head

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return the highlights in the page's block, for them and the page to be verified.

        Raises:
            NotAnnotationsError: the page has no such block.
            FileProblemError: it is not there, no file, unreadable, empty or too large.

        """
        del options
        with opened(path, limit=LARGEST_LINES) as file:
            if not _to_block(file):
                raise NotAnnotationsError(path, wanted=self.title)

        def objects() -> Iterator[Found | AnnotatorError]:
            with opened(path, limit=LARGEST_LINES) as file:
                before = _to_block(file)
                yield from objects_by_line(path, _block(path, file), first=before + 1)

        def faults() -> Iterator[tuple[str, str]]:
            yield from lines.faults()
            try:
                project = ToldProject(objects)
                meant = (line for part in _page(report_of(project)) for line in part.split("\n"))
                yield from page_faults(_shown(path), _body(meant))
            except UntoldError:
                return  # which reading the lines tells, unless they are very many

        lines = our_lines(path, objects, tool=self.name)
        return replace(lines, faults=faults)

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write the page; nothing is lost.

        Raises:
            FileProblemError: the file cannot be written.

        """
        del options
        with replacing(target) as file:
            for part in _page(report_of(sent)):
                file.write(part + "\n")
            file.write(_PAYLOAD + "\n")
            for line in lines_of(sent):
                file.write(_UNFIT_IN_BLOCK.sub(_escape, written(line)) + "\n")
            file.write(_END + "\n</body>\n</html>\n")
        return ()


def escaped(words: str) -> str:
    r"""Return words as they may stand in a page; signs that none may hold become pictures of them.

    >>> escaped('<b title="x">&\x07')
    '&lt;b title=&quot;x&quot;&gt;&amp;␇'
    """
    return _UNFIT.sub(_picture, html.escape(words))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_PICTURES + code) if code < _FIRST_SPACE else "\ufffd"


def _to_block(file: BufferedReader) -> int:
    """Go behind the line that begins the block; return its number, 0 where there is none."""
    number = 0
    while line := file.readline(LARGEST_ARTICLE):
        number += 1
        if line.rstrip() == _PAYLOAD.encode():
            return number
    return 0


def _shown(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a page from its body up to the block, with their numbers."""
    with opened(path, limit=LARGEST_LINES) as file:
        begun = False
        for number, line in enumerate(iter(lambda: file.readline(LARGEST_ARTICLE), b""), 1):
            if line.rstrip() == _PAYLOAD.encode():
                return
            shown = line.decode("utf-8", "replace").removesuffix("\n")
            begun = begun or shown.startswith(_HEAD_END)
            if begun:
                yield number, shown


def _body(lines: Iterable[str]) -> Iterator[str]:
    return dropwhile(lambda line: not line.startswith(_HEAD_END), lines)


def _block(path: Path, file: BufferedReader) -> Iterator[str | UnicodeError]:
    """Yield the lines of the block.

    Raises:
        DamagedAnnotationsError: the page ends within it.

    """
    while line := file.readline(LARGEST_ARTICLE):
        if line.rstrip() == _END.encode():
            return
        try:
            yield line.decode()
        except UnicodeError as error:
            yield error
    raise DamagedAnnotationsError(path, place="its end", reason="the rest of it is missing")


def _page(report: Report) -> Iterator[str]:
    title = escaped(report.title)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8"/>'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>'
    yield _MADE_BY
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    yield '<meta name="referrer" content="no-referrer"/>'
    yield f"<title>{title}</title>\n<style>\n{style_sheet(report.labels)}</style>"
    yield f'</head>\n<body>\n<header><h1 dir="auto">{title}</h1></header>\n<main>'
    yield from _legend(report.labels)
    yield from _contents(report)
    for number, article in enumerate(report.articles(), 1):
        yield from _article(article, number, report.labels)
    yield "</main>"


def _legend(labels: Iterable[Label]) -> Iterator[str]:
    yield '<section aria-label="Labels">\n<ul class="labels">'
    for number, one in enumerate(labels):
        about = f" <small>{escaped(one.definition)}</small>" if one.definition else ""
        name = f'<span class="u o0 l{number}">{escaped(one.name)}</span>'
        letter = f'<span class="n l{number}">{escaped(one.letter)}</span>'
        yield f'<li dir="auto">{letter} {name}{about}</li>'
    yield "</ul>\n</section>"


def _contents(report: Report) -> Iterator[str]:
    titles = [article.title for article in report.articles()]
    if len(titles) > 1:
        yield '<nav aria-label="Articles">\n<ol>'
        for number, title in enumerate(titles, 1):
            yield f'<li><a href="#a{number}"><bdi>{_named(title)}</bdi></a></li>'
        yield "</ol>\n</nav>"


def _named(title: str) -> str:
    return escaped(title.strip()) or "Untitled"


def _article(article: ReportedArticle, number: int, labels: tuple[Label, ...]) -> Iterator[str]:
    yield f'<article id="a{number}">\n<h2 dir="auto">{_named(article.title)}</h2>'
    yield from _facts(article.facts)
    language = f' lang="{escaped(article.language)}"' if article.language != "und" else ""
    yield f'<div class="text" dir="{article.direction}"{language}>'
    for runs in article.paragraphs():
        yield f"<p>{''.join(_run(run, number, labels) for run in runs)}</p>"
    yield "</div>"
    begun = False
    for mark in article.marks():
        if not begun:
            yield '<h3>Highlights</h3>\n<ol class="marks">'
            begun = True
        yield from _mark(mark, number, labels)
    yield "</ol>\n</article>" if begun else "</article>"


def _run(run: Run, article: int, labels: tuple[Label, ...]) -> str:
    names = "".join(_begin(label, number, article, labels) for label, number in run.begins)
    more = f'<span class="n">+{run.more}</span>' if run.more else ""
    words = escaped(run.text)
    for lane, label in reversed(tuple(enumerate(run.labels[:LANES]))):
        words = f'<span class="u o{lane} l{label}">{words}</span>'
    if run.labels:
        title = escaped(" + ".join(labels[one].name for one in run.labels))
        kind = f"l{run.labels[0]}{' end' if run.ends else ''}"
        words = f'<mark class="{kind}" title="{title}">{words}</mark>'
    return names + more + words


def _begin(label: int, number: int, article: int, labels: tuple[Label, ...]) -> str:
    one = labels[label]
    said = escaped(f"{one.name}, highlight {number}")
    name = f"{escaped(one.letter)}{number}"
    return f'<a class="n l{label}" href="#h{article}-{number}" aria-label="{said}">{name}</a>'


def _mark(mark: Mark, article: int, labels: tuple[Label, ...]) -> Iterator[str]:
    one = labels[mark.label]
    name = f'<span class="n l{mark.label}">{escaped(one.letter)}{mark.number}</span>'
    who = f'<span class="who"><bdi>{escaped(mark.reviewer)}</bdi></span>'
    lost = "" if mark.placed else ' <span class="who">(no longer in the text)</span>'
    yield f'<li id="h{article}-{mark.number}">{name} <bdi>{escaped(one.name)}</bdi> · {who}{lost}'
    yield f'<blockquote dir="auto">{escaped(mark.quote)}</blockquote>'
    yield from _facts(mark.facts)
    yield "</li>"


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    told = [
        f'<div><dt>{escaped(one.name)}</dt><dd dir="auto">{_value(one)}</dd></div>' for one in facts
    ]
    if told:
        yield "<dl>\n" + "\n".join(told) + "\n</dl>"


def _value(fact: Fact) -> str:
    """Return a fact's value, as a link where it leads into the web and nowhere else."""
    words = escaped(fact.value)
    if not fact.address.lower().startswith(("http://", "https://")):
        return words
    return f'<a href="{escaped(fact.address)}" rel="noopener noreferrer">{words}</a>'
