"""Verbs that exchange annotations: export, import, convert, formats."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.exchange_options import (
    ForeignWishes,
    SendingWishes,
    foreign_options,
    pairs,
    sending_options,
)
from annotator.cli.session import PATH, Session, complain, verb
from annotator.core.errors import Kind
from annotator.service.annotation_planning import ImportWishes
from annotator.service.exchange import (
    convert as convert_file,
)
from annotator.service.exchange import (
    export_project,
    import_planned,
    plan_import,
)
from annotator.service.exchange_columns import keep_columns, recalled, remembered_columns
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.incoming import COUNTS
from annotator.service.sending import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.service.exporting import ExportReport
    from annotator.service.incoming import ImportReport
    from annotator.service.project import Project

_SHOWN = 20


@click.command()
@click.argument("format_name", metavar="FORMAT")
@click.argument("out", type=PATH)
@sending_options
@verb
def export(session: Session, /, format_name: str, out: Path, sending: SendingWishes) -> int:
    """Write highlights as FORMAT into OUT, a file or a new folder, and tell what is lost."""
    del format_name  # the options have it
    with session.project() as project:
        ids = frozenset(project.find_article(one).id for one in sending.articles)
        report = export_project(
            project.queries,
            project.surroundings,
            out,
            sending.options,
            choice=Choice(ids or None, sending.search),
        )
    session.tell(_exported(report), "\n".join(_export_lines(report)))
    return 0


def _exported(report: ExportReport) -> dict[str, Any]:
    return {
        "format": report.format,
        "file": str(report.target),
        "articles": report.articles,
        "highlights": report.highlights,
        "losses": [asdict(one) for one in report.losses],
    }


def _export_lines(report: ExportReport) -> Iterator[str]:
    place = "the folder " if report.target.is_dir() else ""
    yield f"Wrote {report.highlights} highlights to {place}{report.target}."
    if report.losses:
        yield "The file does not hold:"
    for one in report.losses:
        remark = f" ({one.remark})" if one.remark else ""
        yield f"{one.count:>8}  {one.what}{remark}"


@click.command("import")
@click.argument("file", type=PATH)
@click.option("--dry-run", is_flag=True, help="Tell what it would do, and do nothing.")
@click.option("--reviewer", default="", help="Whose highlights all of them are.")
@click.option("--label", "labels", default="", metavar="THEIRS=OURS,…", help="Labels for theirs.")
@foreign_options
@verb
def import_annotations(
    session: Session,
    /,
    file: Path,
    reviewer: str,
    labels: str,
    foreign: ForeignWishes,
    *,
    dry_run: bool,
) -> int:
    """Take in the annotations of FILE, as one step that undo takes back; twice adds nothing."""
    renamed = pairs(labels, what="THEIRS=OURS")
    wishes = ImportWishes(foreign.reading, reviewer, renamed)
    columns = remembered_columns()
    with project_for(session, dry_run=dry_run) as project:
        known = project.surroundings
        options = recalled(file, known, foreign.options, columns)
        plan = plan_import(project.queries, known, file, options, wishes=wishes)
        if not dry_run:
            import_planned(project, plan, file)
            keep_columns(file, known, foreign.options, columns)
    report = plan.report
    session.tell(_imported(report, file), "\n".join(_import_lines(report, dry_run=dry_run)))
    _complain_of(report)
    return _exit_code(report)


@contextmanager
def project_for(session: Session, *, dry_run: bool) -> Iterator[Project]:
    """Open the project; where there is none, a new one, which a dry run throws away."""
    if not dry_run or session.path.exists():
        with session.project(create=not dry_run) as project:
            yield project
        return
    from annotator.bootstrap import open_project  # noqa: PLC0415 - slow: only who needs it

    with TemporaryDirectory(prefix="annotator-") as folder:
        project = open_project(Path(folder) / session.path.name, create=True)
        try:
            yield project
        finally:
            project.close()


def _exit_code(report: ImportReport) -> int:
    """Tell whether all was understood, and had a place to go."""
    if report.counts["refused"]:
        return Kind.WORLD.value
    return 0 if report.certain and not report.counts["homeless"] else Kind.ANSWER.value


def _imported(report: ImportReport, file: Path) -> dict[str, Any]:
    return {
        "file": str(file),
        "format": report.format,
        "offsets": report.reading.name,
        "certain": report.certain,
        "alternatives": [
            {
                "offsets": one.reading.name,
                "fits": one.matches,
                "of": one.of,
                "words": list(one.words),
            }
            for one in report.alternatives
        ],
        **{name: report.counts[name] for name in COUNTS},
        "found": dict(report.found),
        "labels_added": [one.key for one in report.labels],
        "reviewers_added": [one.name for one in report.reviewers],
        "told": [asdict(one) for one in report.told],
    }


_WORDS = {
    "articles_added": "articles added",
    "articles_there": "articles already there",
    "added": "highlights added",
    "changed": "highlights changed",
    "already_there": "highlights already there",
    "kept": "highlights changed here and in the file, left as they are here",
    "removed_here": "highlights removed here, and not added again",
    "ambiguous": "of them wait for a place that somebody must choose",
    "lost": "of them wait, since their words are not in the text",
    "homeless": "highlights left out, since their article is neither in the file nor here",
    "refused": "places in the file that could not be read",
    "left_out": "kinds of things in the file that have no place in a project",
}


def _import_lines(report: ImportReport, *, dry_run: bool) -> Iterator[str]:
    would = "Importing it would mean:" if dry_run else "Imported:"
    yield f"{would} ({report.tool}, positions in {report.reading.name})"
    for name in COUNTS:
        if report.counts[name]:
            yield f"{report.counts[name]:>8}  {_WORDS[name]}"
    for title, names in (
        ("labels", [one.name for one in report.labels]),
        ("reviewers", [one.name for one in report.reviewers]),
    ):
        if names:
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            yield f"{len(names):>8}  {title} added: {', '.join(names[:_SHOWN])}{more}"
    if not report.certain:
        yield "The positions may also be read otherwise; say it with --offsets:"
        yield from (
            f"{one.matches:>8} of {one.of} fit {one.reading.name}: {_shown(one.words)}"
            for one in report.alternatives
        )


def _shown(words: Sequence[str]) -> str:
    return " | ".join(" ".join(one.split()) or "–" for one in words)


def _complain_of(report: ImportReport) -> None:
    for one in report.told[:_SHOWN]:
        place = f"{one.place}: " if one.place else ""
        quote = f" (“{one.quote}”)" if one.quote else ""
        complain(f"{place}{one.what}{quote}")
    if len(report.told) > _SHOWN:
        complain(f"{len(report.told) - _SHOWN} more remarks; --json tells them.")


@click.command()
@click.argument("file", type=PATH)
@click.argument("out", type=PATH)
@click.option("--to", required=True, help="The format to write (“annotator formats”).")
@click.option("--to-variant", default="", help="Another way of that format.")
@foreign_options
@verb
def convert(
    session: Session, /, file: Path, out: Path, to: str, to_variant: str, foreign: ForeignWishes
) -> int:
    """Write the annotations of FILE in another format into OUT, without any project."""
    from annotator.bootstrap import open_project  # noqa: PLC0415 - slow: only who needs it

    plan, report = convert_file(
        file,
        out,
        ExchangeOptions(to_variant, format=to),
        open_project=lambda path: open_project(path, create=True),
        options=recalled(file, session.surroundings(), foreign.options, remembered_columns()),
        wishes=ImportWishes(foreign.reading),
    )
    value = {"read": _imported(plan.report, file), "written": _exported(report)}
    session.tell(value, "\n".join(_export_lines(report)))
    _complain_of(plan.report)
    return _exit_code(plan.report)


@click.command()
@verb
def formats(session: Session) -> int:
    """List the formats of annotations, and what a file of each can hold."""
    found = [
        {
            "name": one.name,
            "title": one.title,
            "import": one.reads,
            "export": one.writes,
            "folder": one.folder,
            "holds": sorted(one.holds),
            "variants": list(one.variants),
            "suffixes": list(one.suffixes),
            "extra": one.extra,
        }
        for one in sorted(session.surroundings().formats(), key=lambda form: form.name)
    ]
    lines = [
        f"{one['name']!s:<18} {'in' if one['import'] else '  '} {'out' if one['export'] else '   '}"
        f"  {one['title']}"
        for one in found
    ]
    session.tell(found, "\n".join(lines))
    return 0
