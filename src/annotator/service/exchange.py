"""Annotation files in and out of a project, and from one format into another."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import (
    UnclearOffsetsError,
    UnknownAnnotationsError,
    WriteOnlyFormatError,
)
from annotator.core.file_errors import MissingFileError
from annotator.service.annotation_commands import TakeAnnotations
from annotator.service.annotation_planning import ImportWishes, Planner
from annotator.service.choosing import head_of
from annotator.service.columnar_files import columnar
from annotator.service.exchange_ports import ExchangeOptions, Loss
from annotator.service.exporting import export, format_named, refuse_variant
from annotator.service.losses import HIDDEN
from annotator.service.pseudonyms import Disguised
from annotator.service.sending import Choice, ProjectSent
from annotator.service.verifying import no_texts, verify
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.core.foreign_values import ForeignArticle, Reading
    from annotator.service.changes import Changes
    from annotator.service.exchange_ports import AnnotationFormat, Sent
    from annotator.service.exporting import ExportReport
    from annotator.service.incoming import Plan
    from annotator.service.ports import Queries, Surroundings
    from annotator.service.project import Project
    from annotator.service.verifying import Verdict
    from annotator.service.watch import Watch

USUAL = ExchangeOptions()
_NOTHING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*\]\s*)?")


def recognized(path: Path, formats: Iterable[AnnotationFormat]) -> AnnotationFormat:
    """Return the format that a file is in by its content; its name decides among several.

    Raises:
        FileProblemError: it is not there, or cannot be read.
        UnknownAnnotationsError: it is in none of them.

    """
    if not path.exists():
        raise MissingFileError(path)
    head, suffix = head_of(path), path.suffix.lower()
    fitting = [one for one in formats if one.fits(path, head)]
    named = [one for one in fitting if suffix in one.suffixes]
    found = next(iter((*named, *fitting)), None)
    if found is None:
        raise UnknownAnnotationsError(path)
    return found


def _of_nothing(path: Path, formats: Iterable[AnnotationFormat]) -> AnnotationFormat | None:
    """Return the format that a file or folder without content has by its name."""
    head, suffix = head_of(path), path.suffix.lower()
    empty = not any(path.iterdir()) if path.is_dir() else _NOTHING.fullmatch(head) is not None
    named = (one for one in formats if suffix in one.suffixes and one.folder == path.is_dir())
    return next(named, None) if empty and path.exists() else None


def chosen_format(
    path: Path, surroundings: Surroundings, options: ExchangeOptions = USUAL
) -> AnnotationFormat:
    """Return the format that the options name, or the one that a file is in.

    An export of nothing may show it by its name alone. Where somebody says what columns or keys
    hold, a table or lines of JSON need not show it.

    Raises:
        UnknownFormVariantError: the format has no such variant.
        AnnotatorError: what ``recognized`` raises.

    """
    formats = tuple(surroundings.formats())
    form = (
        format_named(options.format, formats) if options.format else _found(path, formats, options)
    )
    refuse_variant(form, options)
    return form


def _found(
    path: Path, formats: tuple[AnnotationFormat, ...], options: ExchangeOptions
) -> AnnotationFormat:
    try:
        return _of_nothing(path, formats) or recognized(path, formats)
    except UnknownAnnotationsError:
        name = columnar(head_of(path)) if options.mapping else ""
        if not name:
            raise
        return format_named(name, formats)


def export_project(
    queries: Queries,
    surroundings: Surroundings,
    target: Path,
    options: ExchangeOptions,
    *,
    choice: Choice | None = None,
    watch: Watch = UNWATCHED,
) -> ExportReport:
    """Write a project, or what is chosen of it, in the format that the options name.

    Raises:
        UnknownFormatError: there is no such format.
        AnnotatorError: what ``export`` raises.

    """
    form = format_named(options.format, surroundings.formats())
    sent: Sent = ProjectSent(queries, choice)
    if options.pseudonyms:
        sent = Disguised(sent)
    report = export(sent, form, target, options, watch=watch)
    # How many highlights those are would tell what others did.
    hidden = sum(queries.hides(one.article.id) for one in sent.articles())
    if not hidden:
        return report
    return replace(report, losses=(*report.losses, Loss(HIDDEN, hidden)))


def plan_import(
    queries: Queries,
    surroundings: Surroundings,
    path: Path,
    options: ExchangeOptions = USUAL,
    *,
    wishes: ImportWishes | None = None,
    watch: Watch = UNWATCHED,
) -> Plan:
    """Read a file of annotations and tell what importing it would do; nothing is written.

    Raises:
        UnknownAnnotationsError: its format is not known.
        WriteOnlyFormatError: its format is written, not read.
        AnnotatorError: nothing in it can be read.
        StoppedError: whoever watches cancelled it.

    """
    form = chosen_format(path, surroundings, options)
    if not form.reads:
        raise WriteOnlyFormatError(form.title)
    wishes = wishes or ImportWishes()
    file = form.read(path, options)
    return Planner(queries, surroundings, file, form=form, path=path, wishes=wishes).plan(watch)


def import_planned(project: Project, plan: Plan, path: Path, watch: Watch = UNWATCHED) -> Changes:
    """Write what was planned, as one undo step.

    Raises:
        UnclearOffsetsError: the file does not show what its positions count.
        PlanOutdatedError: an article's text changed since.

    """
    report = plan.report
    if not report.certain:
        names = tuple(one.reading.name for one in report.alternatives)
        raise UnclearOffsetsError(path, readings=names)
    return project.publish(project.commit(TakeAnnotations(plan), watch))


def verify_file(
    path: Path,
    surroundings: Surroundings,
    options: ExchangeOptions = USUAL,
    *,
    reading: Reading | None = None,
    queries: Queries | None = None,
) -> tuple[AnnotationFormat, Verdict]:
    """Check a file of annotations; the texts that it does not hold are taken from a project.

    Raises:
        UnknownAnnotationsError: its format is not known.
        AnnotatorError: nothing in it can be read.

    """
    form = chosen_format(path, surroundings, options)
    texts = no_texts if queries is None else texts_of(queries)
    return form, verify(form.read(path, options), texts=texts, reading=reading)


def texts_of(queries: Queries) -> Callable[[ForeignArticle], str | None]:
    """Return what knows the texts of a project that a file's articles are."""
    known = {summary.article.id for summary in queries.articles()}

    def text_of(one: ForeignArticle) -> str | None:
        article_id = one.article_id if one.article_id in known else ""
        if not article_id and one.text_sha256:
            found = queries.article_with_text(one.text_sha256)
            article_id = found.id if found else ""
        return queries.outline(article_id).revision.text if article_id else None

    return text_of


def convert(
    path: Path,
    target: Path,
    out: ExchangeOptions,
    *,
    open_project: Callable[[Path], Project],
    options: ExchangeOptions = USUAL,
    wishes: ImportWishes | None = None,
) -> tuple[Plan, ExportReport]:
    """Write a file in the format that ``out`` names, by way of a project that is gone afterwards.

    ``options`` are those of reading.
    """
    with TemporaryDirectory(prefix="annotator-") as folder:
        project = open_project(Path(folder) / f"{path.stem or 'converted'}.factproj")
        try:
            format_named(out.format, project.surroundings.formats())
            plan = plan_import(project.queries, project.surroundings, path, options, wishes=wishes)
            import_planned(project, plan, path)
            choice = Choice(label_ids=_labels_of(plan, project.queries))
            report = export_project(
                project.queries, project.surroundings, target, out, choice=choice
            )
        finally:
            project.close()
    return plan, report


def _labels_of(plan: Plan, queries: Queries) -> frozenset[str]:
    """Return the labels that a file brought, or that its highlights have."""
    used = {label_id for label_id, uses in queries.label_uses().items() if uses}
    return frozenset(used | {label.id for label in plan.report.labels})
