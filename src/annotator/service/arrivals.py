"""What came out of a file: an article, or why there is none, and what the project has of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from annotator.core.likeness import text_shingles
from annotator.service.taking_in import is_of_one_article

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.core.records import Article
    from annotator.service.article_ports import Doubt, PreparedArticle
    from annotator.service.ports import Queries


class Likeness(StrEnum):
    """Why an article that comes in is taken for another copy of one that is there."""

    TEXT = "the same text"
    ONCE = "a text that it had once"
    ADDRESS = "the same address"
    WORDS = "nearly the same words"
    CHOSEN = "chosen by hand"


@dataclass(frozen=True, slots=True)
class Known:
    """An article of the project of which another copy comes in; ``share`` is from 0 to 1."""

    article: Article
    likeness: Likeness
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Near:
    """An article before, by its number, with nearly the same words; ``share`` is from 0 to 1."""

    number: int
    share: float


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article of a file, by its number in the scratch, or the reason of a refusal.

    ``place`` tells where in a file of several it stood. ``known`` is what the project had of it
    when it was read; adding it looks once more. ``follows`` is the number of the article before
    it that it becomes the newer text of, ``near`` is one before it with nearly the same words.
    ``doubts`` are those of its reader, ``variants`` the other ways of that one to read it.
    """

    path: Path
    place: str = ""
    title: str = ""
    number: int | None = None
    refused: AnnotatorError | None = None
    known: Known | None = None
    doubts: tuple[Doubt, ...] = ()
    variants: tuple[str, ...] = ()
    text_sha256: str = ""
    follows: int | None = None
    near: Near | None = None


def what_is_known(prepared: PreparedArticle, queries: Queries) -> Known | None:
    """Return the article of a project that one which comes in is another copy of."""
    found = known_there(prepared.read.url, prepared.text_sha256, queries)
    return found or known_by_words(prepared, queries)


def known_there(url: str, text_sha256: str, queries: Queries) -> Known | None:
    """Return the article of a project that has a text, or comes from an address."""
    same = queries.article_with_text(text_sha256)
    if same is not None:
        return Known(same, Likeness.TEXT)
    at_its_place = queries.articles_at(url) if is_of_one_article(url) else ()
    if not at_its_place:
        return None
    newest = at_its_place[0]
    known = queries.revisions(newest.id)
    present = next(one.number for one in known if one.current)
    once = any(one.text_sha256 == text_sha256 and one.number <= present for one in known)
    return Known(newest, Likeness.ONCE if once else Likeness.ADDRESS)


def known_by_words(prepared: PreparedArticle, queries: Queries) -> Known | None:
    """Return the article of a project that has nearly the same words."""
    alike = queries.resembling(sample_of(prepared))
    return Known(alike[0].article, Likeness.WORDS, alike[0].share) if alike else None


def sample_of(prepared: PreparedArticle) -> AbstractSet[int]:
    """Return the sample of an article's shingles, by which its likes are found."""
    found = prepared.findable
    return found.sample if found else text_shingles(prepared.read.text)
