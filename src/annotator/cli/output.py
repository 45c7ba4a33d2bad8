"""Verbs that tell what a project holds: stats, check, demo."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.session import PATH, Session, complain, verb
from annotator.core.errors import Kind
from annotator.core.file_errors import UnwritableFileError
from annotator.core.project_errors import DamagedProjectError
from annotator.paths import data_dir
from annotator.service.ports import Finding
from annotator.service.sample import add_samples
from annotator.service.unfinished import unfinished

if TYPE_CHECKING:
    from annotator.core.records import Article


@click.command()
@verb
def stats(session: Session) -> int:
    """Count articles, sentences, reviewed sentences and highlights by label."""
    with session.project() as project:
        figures = project.queries.stats()
    total = f"{figures.articles} articles, {figures.highlights} highlights, "
    reviewed = f"{figures.reviewed} of {figures.sentences} sentences reviewed"
    lines = [total + reviewed]
    if figures.unplaced:
        lines.append(f"{figures.unplaced} highlights wait for a place (is:unplaced)")
    lines += [f"{number:>7}  {key}" for key, number in figures.by_label.items()]
    session.tell(asdict(figures), "\n".join(lines))
    return 0


@click.command()
@verb
def check(session: Session) -> int:
    """Recompute everything from nothing and name each difference; exit 1 where there is one."""
    left: list[Article] = []
    try:
        with session.project() as project:
            findings = project.check()
            left = [] if findings else unfinished(project.queries)
    except DamagedProjectError as error:
        findings = [Finding("file", str(error))]
    value = {
        "ok": not findings,
        "findings": [asdict(finding) for finding in findings],
        "unfinished": [article.id for article in left],
    }
    lines = [f"{finding.subject}: {finding.message}" for finding in findings]
    lines = lines or ["Everything is as it should be."]
    lines += [
        f"“{article.title}” was typed into and neither finished nor discarded: open it in the"
        " window to go on."
        for article in left
    ]
    session.tell(value, "\n".join(lines))
    if findings:
        many = f"{len(findings)} differences were" if len(findings) > 1 else "1 difference was"
        complain(f"{many} found; restore the newest backup that has none.")
    return Kind.ANSWER.value if findings else 0


@click.command()
@click.argument("folder", required=False, type=PATH)
@click.option("--headless", is_flag=True, help="Do the main job without a window, into FOLDER.")
@verb
def demo(session: Session, folder: Path | None, *, headless: bool) -> int:
    """Open the sample project in the window, or do the main job on it without one.

    Without a window: add the sample articles, tag them, export the highlights and write a picture
    of the window, all into FOLDER (build/demo if none is named).
    """
    if headless:
        return _demo_headless(session, folder or Path("build/demo"))
    session.windows.require()
    session.named = session.named or (folder or data_dir() / "projects") / "Sample.factproj"
    with session.project(create=True) as project:
        add_samples(project)
    return session.windows.open(session.path)


def _demo_headless(session: Session, folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFileError(folder, reason=error.strerror or str(error)) from error
    session.named = session.named or folder / "sample.factproj"
    lines, picture = folder / "highlights.jsonl", folder / "window.png"
    with session.project(create=True) as project:
        added = len(add_samples(project))
        number = project.export("jsonl", lines).highlights
        figures = project.queries.stats()
        findings = project.check()
    session.windows.picture(session.path, picture)
    value = {
        "project": str(session.path),
        "export": str(lines),
        "picture": str(picture),
        "added": added,
        "highlights": number,
        "stats": asdict(figures),
        "ok": not findings,
    }
    text = (
        f"Added {added} articles; the project holds {figures.articles} with {number} highlights, "
        f"{figures.reviewed} of {figures.sentences} sentences reviewed.\n"
        f"Project  {session.path}\nExport   {lines}\nPicture  {picture}"
    )
    session.tell(value, text)
    return Kind.ANSWER.value if findings else 0
