"""Verbs about the codebook: show, export, import."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.session import PATH, Session, verb
from annotator.core.codebook_import import plan_import
from annotator.core.codebook_rules import LOOKS, MEANING
from annotator.formats.codebook_toml import read_codebook, write_codebook
from annotator.service.codebook_commands import ImportCodebook

if TYPE_CHECKING:
    from annotator.core.codebook_import import CodebookImport
    from annotator.core.records import Codebook, Label


@click.group()
def codebook() -> None:
    """Show the labels with their guideline, or exchange them with a file."""


@codebook.command()
@verb
def show(session: Session) -> int:
    """Show the labels, what they mean, and how much they are used."""
    with session.project() as project:
        found = project.queries.codebook()
        uses, outdated = project.queries.label_uses(), project.queries.outdated_counts()
    value = asdict(found)
    for row in value["labels"]:
        row["highlights"] = uses[row["id"]]
        row["under_older_guideline"] = outdated[row["id"]]
    lines = [f"Revision {found.revision}", "", found.guideline, ""]
    for label in found.labels:
        lines += _told(label, uses[label.id], outdated[label.id])
    lines += ["", f"Verdicts: {', '.join(found.verdicts)}"]
    session.tell(value, "\n".join(lines))
    return 0


def _told(label: Label, uses: int, outdated: int) -> list[str]:
    older = f", {outdated} under an older guideline" if outdated else ""
    aside = ", put aside" if label.archived else ""
    head = f"[{label.letter}] {label.key}: {label.name} ({uses} highlights{older}{aside})"
    return [head, *(f"    {line}" for line in label.definition.splitlines())]


@codebook.command("export")
@click.argument("file", type=PATH)
@verb
def export_codebook(session: Session, file: Path) -> int:
    """Write the codebook into FILE, as TOML."""
    with session.project() as project:
        found = project.queries.codebook()
    write_codebook(found, file)
    value = {"file": str(file), "revision": found.revision, "labels": len(found.labels)}
    session.tell(value, f"Wrote {len(found.labels)} labels to {file}.")
    return 0


@codebook.command("import")
@click.argument("file", type=PATH)
@click.option("--dry-run", is_flag=True, help="Only tell what it would change.")
@verb
def import_codebook(session: Session, file: Path, *, dry_run: bool) -> int:
    """Take labels, guideline and verdicts from FILE; labels that are only here stay."""
    theirs = read_codebook(file)
    with session.project() as project:
        ours = project.queries.codebook()
        if not dry_run:
            project.execute(ImportCodebook(theirs))
        revision = project.queries.codebook().revision
    planned = plan_import(ours, theirs)
    value = _value(ours, planned) | {"revision": revision, "dry_run": dry_run}
    session.tell(value, "\n".join(_changes(ours, planned)) or "Nothing is new in it.")
    return 0


def _value(ours: Codebook, planned: CodebookImport) -> dict[str, object]:
    return {
        "added": [label.key for label in planned.added],
        "changed": {after.key: _altered(before, after) for before, after in planned.changed},
        "guideline": planned.guideline != ours.guideline,
        "verdicts": list(planned.verdicts) if planned.verdicts != ours.verdicts else None,
    }


def _altered(before: Label, after: Label) -> list[str]:
    names = (*MEANING, *LOOKS, "position", "archived")
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def _changes(ours: Codebook, planned: CodebookImport) -> list[str]:
    lines = [f"added    {label.key}: {label.name}" for label in planned.added]
    for before, after in planned.changed:
        lines.append(f"changed  {before.key}: {', '.join(_altered(before, after))}")
    if planned.guideline != ours.guideline:
        lines.append("changed  the guideline")
    if planned.verdicts != ours.verdicts:
        lines.append(f"changed  the verdicts: {', '.join(planned.verdicts)}")
    return lines
