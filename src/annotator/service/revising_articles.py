"""Giving an article the text of a newer copy, as it was planned, inside a unit of work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.finishings import reopened
from annotator.core.records import quote_of
from annotator.core.revision_errors import RevisedMeanwhileError, TextHalfEditedError
from annotator.service.revising import cue_words, follow_cue
from annotator.service.revision_plan import plan_revision

if TYPE_CHECKING:
    from typing import Any

    from annotator.core.records import Article, Highlight, Revision
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.following import Move
    from annotator.service.handlers import Desk
    from annotator.service.revision_plan import RevisionPlan

# What a copy says of its article beside the text, where it says it.
_TOLD = ("publisher", "authors", "url", "published", "language", "direction")


def revise_article(plan: RevisionPlan, desk: Desk) -> Article:
    """Carry out a plan and return the article as it is then; plan anew what was overtaken.

    Raises:
        RevisedMeanwhileError: the article went on to another text since.
        TextHalfEditedError: its text is being edited, or was and is not finished.
    """
    work = desk.work
    article = work.article(plan.article.id)
    if article.revision_id != plan.base_revision_id:
        raise RevisedMeanwhileError(article.title)
    require_not_edited(article, desk)
    if not work.untouched_since(plan.sequence):
        plan = _planned(article, plan.prepared, desk)
    return _carry_out(plan, desk)


def take_copy(prepared: PreparedArticle, article: Article, desk: Desk) -> Article:
    """Give an article the text of another copy now, and return it as it is then.

    Raises:
        TextHalfEditedError: its text is being edited, or was and is not finished.
    """
    require_not_edited(article, desk)
    return _carry_out(_planned(article, prepared, desk), desk)


def require_not_edited(article: Article, desk: Desk) -> None:
    """Raise ``TextHalfEditedError`` where a text is being edited, or was and is not finished."""
    if desk.work.is_being_edited(article):
        raise TextHalfEditedError(article.title)


def _planned(article: Article, prepared: PreparedArticle, desk: Desk) -> RevisionPlan:
    return plan_revision(
        desk.work,
        article,
        prepared=prepared,
        surroundings=desk.surroundings,
        watch=desk.watch,
    )


def _carry_out(plan: RevisionPlan, desk: Desk) -> Article:
    work = desk.work
    if not plan.same_text:
        highlights = work.highlights_keyed(list(plan.moves))
        marks = work.marks_keyed(list(plan.marks))
        cues = {one.id: words for one in highlights if (words := cue_words(one, desk))}
        revision = work.put_revised(plan.revision, hunks=plan.hunks)
        moved = [_moved(one, plan.moves[one.key], revision) for one in highlights]
        work.put_all(moved)
        for one in moved:
            if one.id in cues and one.cue is not None:
                follow_cue(one, cues[one.id], revision.text, desk)
        places = [(mark, plan.marks[mark.key]) for mark in marks]
        work.alter_marks(
            (replace(one, span=to, revision_id=revision.id) for one, to in places if to),
            (one for one, to in places if not to),
        )
    article = work.article(plan.article.id)
    told = replace(article, **_told(plan.prepared, article))
    if plan.reopens:
        told = reopened(told)
    if told != article:
        work.put(told)
    return told


def _moved(highlight: Highlight, move: Move, revision: Revision) -> Highlight:
    moved = replace(
        highlight,
        spans=move.spans,
        unplaced=move.unplaced,
        cue=move.cue,
        revision_id=revision.id,
    )
    # The quote of a highlight that lost its text is all that is left of it.
    return moved if moved.orphaned else replace(moved, quote=quote_of(revision.text, moved.spans))


def _told(prepared: PreparedArticle, article: Article) -> dict[str, Any]:
    """Return what the copy says of the article; the file's name as its title says nothing."""
    read = prepared.read
    told: dict[str, Any] = {name: value for name in _TOLD if (value := getattr(read, name))}
    if read.title and _letters(read.title) != _letters(Path(read.source.name).stem):
        told["title"] = read.title
    return {name: value for name, value in told.items() if value != getattr(article, name)}


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))
