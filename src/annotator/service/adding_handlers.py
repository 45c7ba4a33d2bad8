"""Adding prepared articles: some hundred at a time, all in one step.

An article from the address of one that is there is its newer copy. Articles of one file are
copies of one another only if their words are much the same, too: a file may name one address,
such as that of a list, for many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sized
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from annotator.core.records import Article, Revision
from annotator.core.request_errors import TooManyArticlesError
from annotator.service import commands
from annotator.service.handlers import Desk, handle
from annotator.service.new_articles import NewArticle
from annotator.service.taking_in import (
    MOST_AT_ONCE,
    MOST_FROM_ONE,
    article_alike_from_its_address,
    article_from_its_address,
    is_of_one_article,
    take_copy_in,
    title_of_import,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.service.article_ports import PreparedArticle

# A file, by its bytes, and an address that it names.
_Named: TypeAlias = tuple[str, str]

_AT_ONCE: Final = 250


@handle.register(commands.AddArticles)
def _(command: commands.AddArticles, desk: Desk) -> str:
    added: list[str] = []
    revised: list[str] = []
    named: Counter[_Named] = Counter()
    coming = _watched(command, desk)
    while some := list(islice(coming, _AT_ONCE)):
        fresh, copies = _parted(_without_known(some, desk), named, desk)
        _add(fresh, named, desk)
        added += [one.read.title for one in fresh]
        for one in copies:
            there = _article_there(one, named, desk)
            if there is None:
                _add((one,), named, desk)
                added.append(one.read.title)
            elif take_copy_in(one, there, desk):
                revised.append(one.read.title)
    desk.work.keep_originals(command.originals)
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
    some: list[PreparedArticle], named: Counter[_Named], desk: Desk
) -> tuple[list[PreparedArticle], list[PreparedArticle]]:
    """Return those that are articles of their own, and those that may be copies."""
    own = {one.read.url for one in some if is_of_one_article(one.read.url)}
    there = desk.work.addresses_there(own)
    fresh: list[PreparedArticle] = []
    copies: list[PreparedArticle] = []
    for one in some:
        says = named[_named(one)] < MOST_FROM_ONE
        (copies if says and one.read.url in there else fresh).append(one)
        there |= {one.read.url} & own
    return fresh, copies


def _article_there(copy: PreparedArticle, named: Counter[_Named], desk: Desk) -> Article | None:
    """Return the article that has the copy's address; where both are of one file, its words too."""
    if not named[_named(copy)]:
        named[_named(copy)] += bool(copy.read.place)
        return article_from_its_address(copy, desk)
    return article_alike_from_its_address(copy, desk)


def _add(some: Sequence[PreparedArticle], named: Counter[_Named], desk: Desk) -> None:
    desk.work.add_new(new_article(one, desk) for one in some)
    named.update(_named(one) for one in some if one.read.place and one.read.url)


def _named(prepared: PreparedArticle) -> _Named:
    return prepared.read.source.sha256, prepared.read.url


def new_article(prepared: PreparedArticle, desk: Desk, *, article_id: str = "") -> NewArticle:
    """Return an article with its first revision, under an id of its own or the one given."""
    read, surroundings = prepared.read, desk.surroundings
    article_id = article_id or surroundings.new_id()
    revision_id, now = surroundings.new_id(), surroundings.now()
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
