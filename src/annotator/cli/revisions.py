"""Verbs about newer texts of articles: revise, revisions."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.reading_options import reading_options
from annotator.cli.session import PATH, Session, verb
from annotator.core.revision_errors import NotOneArticleError, OnlyRevisionError
from annotator.service.importing import prepare
from annotator.service.revision_commands import ReviseArticle
from annotator.service.revision_plan import plan_revision
from annotator.service.revision_report import compare_revisions
from annotator.service.revision_report_pages import report_value, write_report

if TYPE_CHECKING:
    from annotator.core.records import Article
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.importing import Batch, Wishes
    from annotator.service.project import Project
    from annotator.service.revision_plan import RevisionPlan
    from annotator.service.revision_ports import RevisionSummary
    from annotator.service.revision_report import RevisionReport


@click.command()
@click.argument("article")
@click.argument("file", type=PATH)
@reading_options
@click.option("--dry-run", is_flag=True, help="Tell what it would do, and do nothing.")
@verb
def revise(session: Session, /, article: str, file: Path, reading: Wishes, *, dry_run: bool) -> int:
    """Give ARTICLE the text of a newer copy in FILE, as one step that undo takes back.

    Highlights move to where their words are now. Those whose place nobody can tell wait with
    their quotes: “annotator anchors ARTICLE” lists them, “annotator settle-place” places
    them.
    """
    with session.project() as project:
        found = project.find_article(article)
        batch, prepared = _read(project, file, reading)
        plan = plan_revision(
            project.queries, found, prepared=prepared, surroundings=project.surroundings
        )
        if not dry_run:
            project.execute(ReviseArticle(plan, batch.originals))
    session.tell(_plan_value(plan, done=not dry_run), _told(plan, found, done=not dry_run))
    return 0


def _read(project: Project, file: Path, reading: Wishes) -> tuple[Batch, PreparedArticle]:
    batch = prepare((file,), project.surroundings, reading)
    if batch is None or len(batch.arrivals) != 1:
        raise NotOneArticleError(file, len(batch.arrivals) if batch is not None else 0)
    (arrival,) = batch.arrivals
    if arrival.refused is not None:
        raise arrival.refused
    (prepared,) = batch
    return batch, prepared


def _plan_value(plan: RevisionPlan, *, done: bool) -> dict[str, object]:
    kept = sum(span is not None for span in plan.marks.values())
    return {
        "id": plan.article.id,
        "revised": done and not plan.same_text,
        "same_text": plan.same_text,
        "highlights": dict(plan.counts),
        "marks_moved": kept,
        "marks_dropped": len(plan.marks) - kept,
        "reopened": plan.reopens,
    }


def _told(plan: RevisionPlan, article: Article, *, done: bool) -> str:
    if plan.same_text:
        return f"The text of “{article.title}” is the same."
    numbers = ", ".join(f"{number} {name}" for name, number in plan.counts.items() if number)
    told = f"“{article.title}”: highlights {numbers or 'none'}."
    if plan.reopens:
        told += f" It was finished and {'is' if done else 'would be'} open again."
    return told


@click.command()
@click.argument("article")
@click.option("--from", "old", type=int, help="Compare from this revision (the one before).")
@click.option("--to", "new", type=int, help="Compare to this revision (the present one).")
@click.option("--report", type=PATH, help="Write the comparison into a .md, .json or .html file.")
@verb
def revisions(
    session: Session,
    /,
    article: str,
    report: Path | None,
    **compared: int | None,
) -> int:
    """List the revisions of ARTICLE; with --from, --to or --report compare two of them.

    The comparison tells which tagged sentences the publisher changed or removed.
    """
    with session.project() as project:
        found = project.find_article(article)
        known = project.queries.revisions(found.id)
        if report is None and not any(compared.values()):
            rows = [asdict(one) for one in known]
            session.tell(rows, "\n".join(_line(one) for one in known))
            return 0
        old, new = _numbers(known, compared["old"], compared["new"], found)
        comparison = compare_revisions(project.queries, found, old=old, new=new)
    if report is not None:
        write_report(comparison, report)
    session.tell(report_value(comparison), _summary(comparison, report))
    return 0


def _numbers(
    known: list[RevisionSummary], old: int | None, new: int | None, article: Article
) -> tuple[int, int]:
    """Return what to compare: by default the present revision, and the one before the newer."""
    if new is None:
        new = next(one.number for one in known if one.current)
    if old is None:
        old = max((one.number for one in known if one.number < new), default=None)
    if old is None:
        raise OnlyRevisionError(article.title)
    return old, new


def _line(one: RevisionSummary) -> str:
    mark = "*" if one.current else " "
    return f"{mark}{one.number:>4}  {one.created}  {one.chars:>8}  {one.source.name}"


def _summary(found: RevisionReport, report: Path | None) -> str:
    lines = [found.note] if found.note else []
    lines += [f"{number:>5}  {status}" for status, number in found.counts.items()]
    for one in found.sentences:
        if one.status != "unchanged":
            lines += ["", f"{one.status}: {one.was}"]
            lines += [f"  now: {one.now}"] if one.now else []
    return "\n".join([*lines, *([f"Wrote {report}."] if report is not None else [])])
