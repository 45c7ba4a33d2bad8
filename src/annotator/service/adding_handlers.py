"""Adding prepared articles: some hundred at a time, all in one step."""

from __future__ import annotations

from collections.abc import Sized
from itertools import islice
from typing import TYPE_CHECKING, Final

from annotator.core.records import Article, Revision
from annotator.core.request_errors import TooManyArticlesError
from annotator.service import commands
from annotator.service.handlers import Desk, handle
from annotator.service.new_articles import NewArticle
from annotator.service.taking_in import (
    MOST_AT_ONCE,
    is_of_one_article,
    take_copy_in,
    title_of_import,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.service.article_ports import PreparedArticle

_AT_ONCE: Final = 250


@handle.register(commands.AddArticles)
def _(command: commands.AddArticles, desk: Desk) -> str:
    added: list[str] = []
    revised: list[str] = []
    coming = _watched(command, desk)
    while some := list(islice(coming, _AT_ONCE)):
        fresh, copies = _parted(_without_known(some, desk), desk)
        desk.work.add_new(_new_article(one, desk) for one in fresh)
        added += [one.read.title for one in fresh]
        revised += [one.read.title for one in copies if take_copy_in(one, desk)]
    for sha256, data in command.originals():
        desk.work.keep_original(sha256, data)
    return title_of_import(added, revised)


def _watched(command: commands.AddArticles, desk: Desk) -> Iterator[PreparedArticle]:
    coming = command.articles
    if isinstance(coming, Sized) and len(coming) > MOST_AT_ONCE:
        raise TooManyArticlesError(limit=MOST_AT_ONCE)
    for number, prepared in enumerate(coming):
        if number == MOST_AT_ONCE:
            raise TooManyArticlesError(limit=MOST_AT_ONCE)
        desk.watch.step(number, 0)
        yield prepared


def _without_known(some: list[PreparedArticle], desk: Desk) -> list[PreparedArticle]:
    """Return those whose text the project does not have, nor one before them."""
    known = desk.work.texts_there([one.text_sha256 for one in some])
    fresh: dict[str, PreparedArticle] = {}
    for one in some:
        if one.text_sha256 not in known:
            fresh.setdefault(one.text_sha256, one)
    return list(fresh.values())


def _parted(
    some: list[PreparedArticle], desk: Desk
) -> tuple[list[PreparedArticle], list[PreparedArticle]]:
    """Return those that are articles of their own, and those from an article's address."""
    own = {one.read.url for one in some if is_of_one_article(one.read.url)}
    there = desk.work.addresses_there(own)
    fresh: list[PreparedArticle] = []
    copies: list[PreparedArticle] = []
    for one in some:
        (copies if one.read.url in there else fresh).append(one)
        there |= {one.read.url} & own
    return fresh, copies


def _new_article(prepared: PreparedArticle, desk: Desk) -> NewArticle:
    read, surroundings = prepared.read, desk.surroundings
    article_id, revision_id, now = surroundings.new_id(), surroundings.new_id(), surroundings.now()
    article = Article(
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
    revision = Revision(
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
    return NewArticle(article, revision, prepared.findable)
