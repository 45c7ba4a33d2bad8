"""Verbs about the history: history, jump."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from annotator.cli.session import Session, verb

if TYPE_CHECKING:
    from annotator.service.history_ports import HistoryEntry, JumpPreview

_SHOWN = 50


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=_SHOWN, help="Show at most so many.")
@click.option("--before", type=click.IntRange(min=1), help="Show those before this number.")
@verb
def history(session: Session, *, limit: int, before: int | None) -> int:
    """Show the changes made, newest first; those in parentheses are undone."""
    with session.project() as project:
        entries = project.queries.history(limit, before=before)
    lines = [_told(entry) for entry in entries]
    session.tell([asdict(entry) for entry in entries], "\n".join(lines) or "No change yet.")
    return 0


def _told(entry: HistoryEntry) -> str:
    origin = "" if entry.origin == "do" else f"{entry.origin}: "
    title = f"({origin}{entry.title})" if entry.undone else f"{origin}{entry.title}"
    return f"{entry.sequence:>6}  {entry.at}  {entry.records:>6}  {entry.reviewer}  {title}"


@click.command()
@click.argument("sequence", type=click.IntRange(min=0))
@click.option("--dry-run", is_flag=True, help="Only tell what it would change.")
@verb
def jump(session: Session, sequence: int, *, dry_run: bool) -> int:
    """Go to the state after the change SEQUENCE (0: before the first); undo takes it back."""
    with session.project() as project:
        preview = project.queries.preview(sequence)
        changes = None if dry_run else project.jump(sequence)
    value = {
        "to": sequence,
        "title": preview.title,
        "records": preview.total,
        "articles": [asdict(article) for article in preview.articles],
        "dry_run": dry_run,
        "sequence": changes.sequence if changes else None,
    }
    session.tell(value, "\n".join(_what(preview, dry_run=dry_run)))
    return 0


def _what(preview: JumpPreview, *, dry_run: bool) -> list[str]:
    if not preview.total:
        return ["Nothing would change." if dry_run else "Nothing changed."]
    lines = [f"{preview.total} records {'would be' if dry_run else 'were'} altered:"]
    for article in preview.articles:
        counts = f"{article.added} added, {article.changed} changed, {article.removed} removed"
        lines.append(f"  {article.title or 'The codebook and claim records'}: {counts}")
    return lines
