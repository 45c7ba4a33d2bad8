"""Which article of the project a file means, and the text that its positions count in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.canonical import canonical_text, text_digest
from annotator.core.likeness import ALIKE, resemblance
from annotator.core.records import Source
from annotator.core.words import words
from annotator.service.article_ports import ReadArticle
from annotator.service.exchange_identity import foreign_id, is_id
from annotator.service.importing import prepare_article
from annotator.service.taking_in import is_of_one_article
from annotator.service.texts_aside import TextsAside

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.foreign_values import ForeignArticle, ForeignFile
    from annotator.core.records import Article
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.ports import Queries, Surroundings

_TITLE = 80


@dataclass(frozen=True, slots=True)
class Meant:
    """An article that a file means: its id and present text, and how new that is.

    ``foreign`` is the text that positions count in, as the file has it; ``same`` tells that it
    is, in canonical form, the present text. ``prepared`` is there where the article is new and
    nothing was planned for it yet.
    """

    article_id: str
    text: str
    foreign: str
    same: bool
    prepared: PreparedArticle | None = None
    scope: str = ""
    """The digest of the text that the file was made on, as far as that is known."""
    new: bool = False
    """Whether it is not in the project yet."""
    ours: bool = False
    """Whether the file says that it is an article of this program."""

    @property
    def digest(self) -> str:
        """The digest of the present text."""
        return self.prepared.text_sha256 if self.prepared else text_digest(self.text)


class ArticleFinder:
    """Finds articles by our id, by text, by address, by title, in this order; or makes them."""

    def __init__(
        self, queries: Queries, surroundings: Surroundings, file: ForeignFile, path: Path
    ) -> None:
        self._queries, self._surroundings = queries, surroundings
        self._file, self._path = file, path
        articles = [summary.article for summary in queries.articles()]
        self._ids = {one.id: one for one in articles}
        self._urls = {one.url: one for one in articles if is_of_one_article(one.url)}
        self._titles = _unique({one.id: one.title for one in articles}, self._ids)
        self._new = TextsAside()
        self._new_ids: dict[str, str] = {}
        self._given: set[str] = set()

    def text_of(self, foreign: ForeignArticle) -> str | None:
        """Return the text that an article's positions count in, if it is known."""
        if foreign.text is not None:
            return foreign.text
        found = self._named(foreign)
        if found is not None:
            return self._text_told(found, foreign.text_sha256)
        return self._new.get(foreign.text_sha256)

    def meant(self, foreign: ForeignArticle) -> Meant | None:
        """Return the article that is meant, made new where it has a text that nobody knows.

        Raises:
            NulCharacterError: its text cannot be kept.
            LoneSurrogateError: its text cannot be kept.

        """
        if foreign.text is None:
            return self._without_text(foreign)
        canonical = canonical_text(foreign.text).text
        digest = text_digest(canonical)
        if digest in self._new_ids:
            new_id = self._new_ids[digest]
            return Meant(new_id, canonical, foreign.text, same=True, scope=digest, new=True)
        found = self._ids.get(foreign.article_id) or self._queries.article_with_text(digest)
        # One that came with this text before may have a newer one by now.
        found = found or self._ids.get(self._own_id(digest)) or self._alike(foreign, canonical)
        if found is None:
            return self._made(foreign, canonical, digest)
        text = self._text(found)
        ours, same = foreign.article_id == found.id, text == canonical
        return Meant(found.id, text, foreign.text, same=same, scope=digest, ours=ours)

    def _without_text(self, foreign: ForeignArticle) -> Meant | None:
        found = self._named(foreign)
        if found is not None:
            text, told = self._text(found), foreign.text_sha256
            before = self._text_told(found, told)
            # Positions in a text that became another one say nothing of this one.
            same = not told or text_digest(text) == told
            scope = told or self._first_digest(found)
            ours = foreign.article_id == found.id
            return Meant(found.id, text, before, same=same, scope=scope, ours=ours)
        text_there = self._new.get(foreign.text_sha256)
        if text_there is None:
            return None
        new_id = self._new_ids[foreign.text_sha256]
        scope = foreign.text_sha256
        return Meant(new_id, text_there, text_there, same=True, scope=scope, new=True)

    def _named(self, foreign: ForeignArticle) -> Article | None:
        found = self._ids.get(foreign.article_id)
        if found is None and foreign.text_sha256:
            found = self._queries.article_with_text(foreign.text_sha256)
        if found is None and foreign.text_sha256 in self._new:
            return None
        return found or self._urls.get(foreign.url) or self._titles.get(foreign.title)

    def _alike(self, foreign: ForeignArticle, canonical: str) -> Article | None:
        """Return the article at an address, if its words are much the same."""
        found = self._urls.get(foreign.url)
        if found is None:
            return None
        samples = set(words(canonical)), set(words(self._text(found)))
        return found if resemblance(*samples) >= ALIKE else None

    def _text(self, article: Article) -> str:
        return self._queries.outline(article.id).revision.text

    def _text_told(self, article: Article, digest: str) -> str:
        """Return the text of an article that has a digest, which may be one of before."""
        text = self._text(article)
        if not digest or text_digest(text) == digest:
            return text
        known = self._queries.revisions(article.id)
        number = next((one.number for one in known if one.text_sha256 == digest), None)
        if number is None:
            return text
        return self._queries.revision_numbered(article.id, number).text

    def _made(self, foreign: ForeignArticle, canonical: str, digest: str) -> Meant:
        made_id = self._free_id(foreign.article_id, self._own_id(digest))
        read = ReadArticle(
            title=foreign.title or _beginning(canonical),
            text=canonical,
            source=self._source(canonical),
            publisher=foreign.publisher,
            authors=foreign.authors,
            url=foreign.url,
            published=foreign.published,
            language=foreign.language,
            direction=foreign.direction,
        )
        prepared = prepare_article(read, self._surroundings)
        self._new.put(digest, canonical)
        self._new_ids[digest] = made_id
        self._given.add(made_id)
        assert foreign.text is not None  # noqa: S101 - it has just been made canonical
        return Meant(
            made_id,
            canonical,
            foreign.text,
            same=True,
            prepared=prepared,
            scope=digest,
            new=True,
        )

    def _own_id(self, digest: str) -> str:
        """Return the id that an article of a text gets when this tool's file brings it."""
        return foreign_id(self._file.tool, self._file.project, "article", digest)

    def _first_digest(self, article: Article) -> str:
        """Return the digest of an article's first text, which it keeps whatever follows."""
        return self._queries.revisions(article.id)[0].text_sha256

    def _free_id(self, *wanted: str) -> str:
        """Return the first id that no article of the project or file has or had."""
        taken = self._queries.article_ids_taken(wanted)
        free = (one for one in wanted if is_id(one) and one not in taken and one not in self._given)
        return next(free, None) or self._surroundings.new_id()

    def _source(self, canonical: str) -> Source:
        data = canonical.encode("utf-8")
        return Source(
            name=self._path.name.encode("utf-8", "replace").decode("utf-8"),
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            encoding="UTF-8",
            reader=self._file.tool,
        )


def _unique(titles: dict[str, str], articles: dict[str, Article]) -> dict[str, Article]:
    """Return the articles whose titles no other one has, by title."""
    found: dict[str, Article | None] = {}
    for article_id, title in titles.items():
        found[title] = None if title in found else articles[article_id]
    return {title: one for title, one in found.items() if one is not None and title}


def _beginning(text: str) -> str:
    """Return the first words of a text, as its title."""
    line = next((one.strip() for one in text.split("\n") if one.strip()), "")
    return line if len(line) <= _TITLE else f"{line[: _TITLE - 1].rstrip()}…"
