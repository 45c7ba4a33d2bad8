"""Giving an article another text: what lies on the paragraphs touched follows the edits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.editing_errors import TextRevisedElsewhereError
from annotator.core.highlight_index import HighlightIndex
from annotator.core.records import Highlight, ReviewedMark, Unplaced, quote_of
from annotator.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.replacement import Replacement
    from annotator.service.commands import ReviseText
    from annotator.service.handlers import Desk

    Placed = Highlight | ReviewedMark


def revise_text(command: ReviseText, desk: Desk) -> str:
    """Keep the revision, move what lies in the paragraphs touched, and name the step."""
    work = desk.work
    article = work.article(command.revision.article_id)
    if article.revision_id != command.base_revision_id:
        raise TextRevisedElsewhereError(article.title)
    found = work.placed_in(article.id, [hunk.old for hunk in command.hunks])
    # What an earlier text bears and this one does not stays where it is.
    placed = [one for one in found if one.revision_id == command.base_revision_id]
    cues = {one.id: words for one in placed if (words := cue_words(one, desk))}
    revision = work.put_revised(command.revision, hunks=command.hunks)
    desk.watch.step(0, len(placed))
    for number, moved in enumerate(_followed(placed, command.edits, text=revision.text), 1):
        work.put(replace(moved, revision_id=revision.id))
        if moved.id in cues:
            follow_cue(moved, cues[moved.id], revision.text, desk)
        desk.watch.step(number, len(placed))
    return f"Edit the text of “{article.title}”"


def cue_words(placed: Placed, desk: Desk) -> str:
    """Return the words of a highlight's cue in the current text; none where it has no cue."""
    if isinstance(placed, ReviewedMark) or placed.cue is None:
        return ""
    return desk.work.quote(placed.article_id, (placed.cue,))


def follow_cue(moved: Placed, words: str, text: str, desk: Desk) -> None:
    """Let a claim record say what its cue says now, unless it said something else before."""
    if isinstance(moved, ReviewedMark) or moved.claim_id is None:
        return
    claim = desk.work.claim(moved.claim_id)
    now = quote_of(text, (moved.cue,)) if moved.cue else ""
    if claim.cue == words and now != words:
        desk.work.put(replace(claim, cue=now))


def _followed(
    placed: Sequence[Placed], edits: Sequence[Replacement], *, text: str
) -> Iterator[Placed]:
    """Yield highlights and marks as the edits, one after another, leave them."""
    spans = [span for one in placed for span in _spans(one)]
    index = HighlightIndex((key, span.start, span.end, "") for key, span in enumerate(spans))
    for edit in edits:
        index.apply(edit.edit)
    key = 0
    for one in placed:
        count = len(_spans(one))
        moved = tuple(Span(*index.get(number)[:2]) for number in range(key, key + count))
        key += count
        yield _moved(one, moved, text)


def _spans(placed: Placed) -> tuple[Span, ...]:
    """Return all that edits move: a highlight's spans, candidates and cue, a mark's span."""
    if isinstance(placed, ReviewedMark):
        return (placed.span,)
    cue = (placed.cue,) if placed.cue else ()
    waiting = placed.unplaced.candidates if placed.unplaced else ()
    return (*placed.spans, *(span for one in waiting for span in one.spans), *cue)


def _moved(placed: Placed, spans: tuple[Span, ...], text: str) -> Placed:
    if isinstance(placed, ReviewedMark):
        return replace(placed, span=spans[0])
    if placed.cue is not None:
        *kept, cue = spans
        spans = tuple(kept)
        placed = replace(placed, cue=cue if len(cue) else None)
    if placed.unplaced is not None:
        spans, places = spans[: len(placed.spans)], iter(spans[len(placed.spans) :])
        placed = replace(placed, unplaced=_still_candidates(placed.unplaced, places))
    moved = replace(placed, spans=spans)
    # The quote of a highlight that lost its text is all that is left of it.
    return moved if moved.orphaned else replace(moved, quote=quote_of(text, spans))


def _still_candidates(unplaced: Unplaced, places: Iterator[Span]) -> Unplaced:
    """Move the places where a highlight may belong; those that lost text are none any more."""
    moved = [
        replace(one, spans=tuple(next(places) for _ in one.spans)) for one in unplaced.candidates
    ]
    kept = tuple(one for one in moved if all(map(len, one.spans)))
    return replace(unplaced, candidates=kept)
