"""What becomes of an article that comes in: a new one, a newer text of one, or nothing new."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from annotator.core.records import Article, Revision
from annotator.core.revision_errors import TextHalfEditedError
from annotator.service.revising_articles import take_copy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.service.article_ports import PreparedArticle
    from annotator.service.handlers import Desk


class Taken(Enum):
    """What an article that came in was taken for."""

    ADDED = auto()
    REVISED = auto()
    LEFT = auto()


def take_in(prepared: PreparedArticle, desk: Desk) -> Taken:
    """Add an article, or make it the newer text of the one from its address; tell which.

    It is left where its text is there, was there once at its address, or where the text at its
    address is being edited.
    """
    work = desk.work
    if work.article_with_text(prepared.text_sha256) is not None:
        return Taken.LEFT
    url = prepared.read.url
    there = work.articles_at(url) if is_of_one_article(url) else ()
    if not there:
        _add(prepared, desk)
        return Taken.ADDED
    known = work.revisions(there[0].id)
    present = next(one.number for one in known if one.current)
    if any(one.text_sha256 == prepared.text_sha256 and one.number < present for one in known):
        return Taken.LEFT
    try:
        take_copy(prepared, there[0], desk)
    except TextHalfEditedError:
        return Taken.LEFT
    return Taken.REVISED


def is_of_one_article(url: str) -> bool:
    """Tell whether an address can be that of one article, as that of a whole site is not.

    >>> is_of_one_article("https://example.org/dam"), is_of_one_article("https://example.org/")
    (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


def title_of_import(added: Sequence[str], revised: Sequence[str]) -> str:
    """Return what the step is called that took articles in, given their titles.

    >>> title_of_import(["A dam", "A ford"], ["A mill"])
    'Add 2 articles, revise “A mill”'
    """
    parts = [
        f"{verb} “{titles[0]}”" if len(titles) == 1 else f"{verb} {len(titles)} articles"
        for verb, titles in (("Add", added), ("revise" if added else "Revise", revised))
        if titles
    ]
    return ", ".join(parts) or "Add 0 articles"


def _add(prepared: PreparedArticle, desk: Desk) -> None:
    read, surroundings = prepared.read, desk.surroundings
    article_id, revision_id, now = surroundings.new_id(), surroundings.new_id(), surroundings.now()
    desk.work.put(
        Article(
            id=article_id,
            title=read.title,
            revision_id=revision_id,
            created=now,
            publisher=read.publisher,
            authors=read.authors,
            url=read.url,
            published=read.published,
            language=prepared.language,
            direction=prepared.direction,
        )
    )
    desk.work.put(
        Revision(
            id=revision_id,
            article_id=article_id,
            number=1,
            text=read.text,
            text_sha256=prepared.text_sha256,
            sentence_ends=prepared.sentence_ends,
            segmenter=prepared.segmenter,
            source=read.source,
            created=now,
        )
    )
