"""The verb that adds articles from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.session import PATH, Session, complain, verb
from annotator.core.errors import Kind
from annotator.service.article_ports import ARTICLE_FIELDS, ReadOptions
from annotator.service.import_reports import ADDED, REFUSED, refusals
from annotator.service.importing import Wishes, prepare

if TYPE_CHECKING:
    from annotator.service.import_reports import FileReport


def _mapping(
    _context: click.Context, _parameter: click.Parameter, value: str
) -> tuple[tuple[str, str], ...]:
    """Return pairs of an article's field and a column's name: ``text=body,title=headline``."""
    pairs = [pair.partition("=") for pair in value.split(",") if pair.strip()]
    found = tuple((name.strip(), column.strip()) for name, _, column in pairs)
    for name, column in found:
        if name not in ARTICLE_FIELDS:
            known = ", ".join(ARTICLE_FIELDS)
            raise click.BadParameter(f"there is no field {name!r}; an article has {known}.")
        if not column:
            raise click.BadParameter(f"{name!r} needs a column: {name}=COLUMN.")
    if len(dict(found)) < len(found):
        raise click.BadParameter("a field is named twice; give each one column.")
    return found


@click.command()
@click.argument("files", nargs=-1, required=True, type=PATH)
@click.option("--recursive", is_flag=True, help="Add the files of folders and their folders.")
@click.option("--reader", default="", help="Read all files as one kind (“annotator readers”).")
@click.option("--variant", default="", help="Another way of that reader.")
@click.option("--encoding", default="", help="The encoding of texts that do not say it.")
@click.option("--map", "mapping", callback=_mapping, default="", metavar="FIELD=COLUMN,…",
              help="Columns of tables and dumps: text=body,title=headline.")  # fmt: skip
@click.option("--keep-originals", is_flag=True, help="Keep the files' bytes in the project.")
@verb
def add(
    session: Session,
    /,
    files: tuple[Path, ...],
    mapping: tuple[tuple[str, str], ...],
    **wished: str | bool,
) -> int:
    """Add articles from FILES, as one step that undo takes back."""
    options = ReadOptions(str(wished["encoding"]), str(wished["variant"]), mapping)
    wishes = Wishes(
        recursive=bool(wished["recursive"]),
        reader=str(wished["reader"]),
        options=options,
        keep_originals=bool(wished["keep_originals"]),
    )
    reports = _add(session, files, wishes)
    session.tell([report.facts for report in reports], "\n".join(_told(reports)))
    refused = [report for report in reports if report.status == REFUSED]
    for report in refused:
        complain(report.reason or report.file)
    return Kind.WORLD.value if refused else 0


def _add(session: Session, files: tuple[Path, ...], wishes: Wishes) -> list[FileReport]:
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
    return f"{report.id or '-'}  {report.file}{place}{notes}"


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
