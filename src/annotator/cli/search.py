"""The verb that searches articles, highlights and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.session import Session, complain, verb
from annotator.core.errors import Kind

if TYPE_CHECKING:
    from annotator.service.finding import SearchHit

_SHOWN = 50


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=_SHOWN, help="Show at most so many.")
@verb
def search(session: Session, words: tuple[str, ...], *, limit: int) -> int:
    """Find articles, highlights and notes that have all WORDS; exit 1 where there is none.

    Words in quotation marks must follow one another; the last word may be a beginning.
    """
    with session.project() as project:
        hits = project.queries.search(" ".join(words), limit=limit)
    session.tell([_row(hit) for hit in hits], "\n".join(_told(hit) for hit in hits))
    if not hits:
        complain("Nothing was found.")
    return 0 if hits else Kind.ANSWER.value


def _row(hit: SearchHit) -> dict[str, object]:
    return {
        "kind": hit.kind,
        "article_id": hit.article_id,
        "highlight_id": hit.highlight_id,
        "title": hit.title,
        "snippet": hit.snippet,
        "matches": [[match.start, match.end] for match in hit.matches],
        "start": hit.span.start if hit.span is not None else None,
        "end": hit.span.end if hit.span is not None else None,
        "rank": hit.rank,
    }


def _told(hit: SearchHit) -> str:
    """Return a hit in two lines, its matches in brackets."""
    pieces, last = [], 0
    for match in hit.matches:
        pieces += [hit.snippet[last : match.start], f"[{hit.snippet[match.start : match.end]}]"]
        last = match.end
    place = f"  {hit.span.start}-{hit.span.end}" if hit.span is not None else ""
    head = f"{hit.highlight_id or hit.article_id}  {hit.kind}{place}  {hit.title}"
    return f"{head}\n    {''.join(pieces)}{hit.snippet[last:]}"
