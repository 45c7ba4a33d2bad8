"""The verb that adds articles from files."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.reading_options import reading_options
from annotator.cli.session import PATH, Session, complain, verb
from annotator.core.errors import Kind
from annotator.service.import_reports import ADDED, REFUSED, refusals
from annotator.service.importing import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.import_reports import FileReport
    from annotator.service.importing import Wishes


@click.command()
@click.argument("files", nargs=-1, required=True, type=PATH)
@click.option("--recursive", is_flag=True, help="Add the files of folders and their folders.")
@reading_options
@verb
def add(session: Session, /, files: tuple[Path, ...], reading: Wishes, *, recursive: bool) -> int:
    """Add articles from FILES, as one step that undo takes back."""
    return tell_reports(session, add_files(session, files, replace(reading, recursive=recursive)))


def tell_reports(session: Session, reports: list[FileReport]) -> int:
    """Tell what became of files, and return the exit code that says whether one was refused."""
    session.tell([report.facts for report in reports], "\n".join(_told(reports)))
    refused = [report for report in reports if report.status == REFUSED]
    for report in refused:
        complain(report.reason or report.file)
    return Kind.WORLD.value if refused else 0


def add_files(session: Session, files: tuple[Path, ...], wishes: Wishes) -> list[FileReport]:
    """Add articles from files as one step, to a new project where there is none."""
    if session.path.exists():
        with session.project() as project:
            batch = prepare(files, project.surroundings, wishes, queries=project.queries)
            return project.add(batch) if batch is not None else []
    batch = prepare(files, session.surroundings(), wishes)
    if not batch:
        return refusals(batch) if batch is not None else []
    with session.project(create=True) as project:
        return project.add(batch)


def _told(reports: list[FileReport]) -> list[str]:
    return [_line(report) for report in reports if report.status != REFUSED]


def _line(report: FileReport) -> str:
    place = f" ({report.place})" if report.place else ""
    notes = "" if report.status == ADDED else f"  ({report.status})"
    if report.resembles:
        notes += f"  (resembles {report.resembles}: {report.share:.0%} the same words)"
    notes += "".join(f"  ({note})" for note in (*_guesses(report), *_waiting(report)))
    if report.reopened:
        notes += "  (it was finished and is open again)"
    if report.shares_address:
        notes += "  (the file has another article of the same address)"
    return f"{report.id or '-'}  {report.file}{place}{notes}"


def _guesses(report: FileReport) -> Iterator[str]:
    """Yield what a person should look at, with the option that says it better."""
    if "encoding" in report.doubts:
        yield f"encoding guessed: {report.encoding}; choose with --encoding"
    if "letters" in report.doubts:
        other = f"; try --variant {shlex.quote(report.variants[0])}" if report.variants else ""
        yield f"letters doubtful{other}"
    if "mapping" in report.doubts:
        yield "columns guessed; choose with --map"
    if "replaced" in report.doubts:
        yield "characters that cannot be kept were replaced"
    if "left_out" in report.doubts:
        yield "notes, pictures or comments were left out"


def _waiting(report: FileReport) -> Iterator[str]:
    """Yield how many highlights lost their places to the newer text, and what lists them."""
    counts = {"ambiguous": report.ambiguous, "lost": report.lost}
    if any(counts.values()):
        told = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
        yield f"highlights: {told}; see “annotator anchors {report.id}”"


@click.command()
@verb
def readers(session: Session) -> int:
    """List the kinds of files that articles are read from."""
    found = [
        {
            "name": one.name,
            "suffixes": list(one.suffixes),
            "variants": list(one.variants),
            "extra": one.extra,
        }
        for one in session.surroundings().readers()
    ]
    lines = [f"{one['name']:<20} {' '.join(map(str, one['suffixes']))}" for one in found]
    session.tell(found, "\n".join(lines))
    return 0
