"""The verbs that find: articles, highlights and notes by a search, highlights as a table."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from annotator.cli.session import Session, complain, verb
from annotator.core.errors import Kind
from annotator.service.finding import SORTS, HighlightSort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.search_query import Misunderstood
    from annotator.service.finding import ListedHighlight, SearchHit, SortName

_SHOWN = 50
_QUOTED = 100
_LIMIT = click.option(
    "--limit", type=click.IntRange(min=1), default=_SHOWN, help="Show at most so many."
)
# What begins with a minus is a word to be without, unless it is an option.
_QUERY = {"ignore_unknown_options": True}


@click.command(context_settings=_QUERY)
@click.argument("query", nargs=-1, required=True)
@_LIMIT
@verb
def search(session: Session, query: tuple[str, ...], *, limit: int) -> int:
    """Find articles, highlights and notes by a QUERY; exit 1 where there is none.

    It asks for every word; the last one may be a beginning, and so may WORD*. Words in quotation
    marks must follow one another. Filters: label:, reviewer:, speaker: and article: with a name,
    has:note, claim, evidence, verdict or cue, is:older-guideline, orphaned, unplaced or
    just-imported, before: and after: with a date (2024-05-03, 2024-05 or 2024). A minus before any
    of them wants the opposite.
    """
    with session.project() as project:
        result = project.queries.find(" ".join(query), limit=limit)
    hits = result.hits
    session.tell([_row(hit) for hit in hits], "\n".join(_told(hit) for hit in hits))
    _tell_misunderstood(result.misunderstood)
    if not result.complete:
        complain("More was found than can be ranked; these are the newest.")
    return _answer(bool(hits))


@click.command("highlights", context_settings=_QUERY)
@click.argument("query", nargs=-1)
@click.option("--sort", type=click.Choice(SORTS), default=SORTS[0], help="What to sort by.")
@click.option("--descending", is_flag=True, help="Sort the other way round.")
@_LIMIT
@verb
def list_highlights(
    session: Session, query: tuple[str, ...], *, sort: SortName, descending: bool, limit: int
) -> int:
    """List the highlights that fit a QUERY, as search understands it; exit 1 where none does."""
    order = HighlightSort(sort, descending)
    with session.project() as project:
        names = {label.id: label.key for label in project.queries.codebook().labels}
        listing = project.queries.highlight_listing(" ".join(query), sort=order)
        try:
            listing.build()
            rows, total, misunderstood = listing.rows(0, limit), len(listing), listing.misunderstood
        finally:
            listing.close()
    lines = [_line(row, names[row.label_id]) for row in rows]
    if total > len(rows):
        lines.append(f"{len(rows)} of {total} highlights.")
    session.tell([asdict(row) | {"label": names[row.label_id]} for row in rows], "\n".join(lines))
    _tell_misunderstood(misunderstood)
    return _answer(bool(rows))


def _answer(found: bool) -> int:  # noqa: FBT001 - its one argument
    if not found:
        complain("Nothing was found.")
    return 0 if found else Kind.ANSWER.value


def _tell_misunderstood(pieces: Iterable[Misunderstood]) -> None:
    for piece in pieces:
        complain(piece.sentence)


def _line(row: ListedHighlight, label: str) -> str:
    quote = " ".join(row.quote.split())
    shown = quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED]}…"
    about = "  ".join(one for one in (row.speaker, row.verdict) if one)
    return f"{row.id}  {label}  {row.article_title}\n    {shown}" + (f"  ({about})" * bool(about))


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
