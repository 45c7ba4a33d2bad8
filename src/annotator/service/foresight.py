"""What adding articles one after the other will make of each, foretold without writing.

It goes by the rules of ``adding_handlers``: a text comes in once; an article from the address of
another one, there or before it in the batch, is its newer copy, if the two are of one file only
where they are alike, too.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.core.likeness import ALIKE, resemblance, tells, text_shingles
from annotator.core.words import words
from annotator.service.arrivals import Known, Likeness, Near, known_by_words, known_there, sample_of
from annotator.service.near_arrivals import NearArrivals
from annotator.service.taking_in import MOST_FROM_ONE, is_of_one_article

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from annotator.core.records import Article
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.ports import Queries

    Found: TypeAlias = tuple[Known | None, int | None]

_NONE: Final[Found] = None, None


class Foreseen(NamedTuple):
    """What the project has of an article, or which one before it is followed or resembled."""

    known: Known | None = None
    follows: int | None = None
    near: Near | None = None


class Foresight:
    """Takes articles in their order, each with its number; ``article_of`` gives one back."""

    def __init__(self, queries: Queries, article_of: Callable[[int], PreparedArticle]) -> None:
        self._queries, self._article_of = queries, article_of
        self._near = NearArrivals(lambda number: sample_of(article_of(number)))
        self._texts: set[str] = set()
        # By address: the articles of the batch, newest first, each by the number of its last text.
        self._at: dict[str, list[int]] = {}
        # By the id of an article that is there: the number of its newer text in the batch.
        self._revised: dict[str, int] = {}
        self._named: Counter[tuple[str, str]] = Counter()

    def take(self, number: int, prepared: PreparedArticle) -> Foreseen:
        """Return what the project has of an article, or which one before it gets a newer copy.

        Where neither is so, tell of one before it that it is nearly the same as.
        """
        repeats = prepared.text_sha256 in self._texts
        found = self._found(number, prepared)
        if repeats or (
            found[0] is not None and found[0].likeness in {Likeness.TEXT, Likeness.ONCE}
        ):
            return Foreseen(*found)
        near = self._near.take(number, sample_of(prepared))
        return Foreseen(*found, near if found == _NONE else None)

    def _found(self, number: int, prepared: PreparedArticle) -> Found:
        read = prepared.read
        known = known_there(read.url, prepared.text_sha256, self._queries)
        there = known is not None and known.likeness is Likeness.TEXT
        if there or prepared.text_sha256 in self._texts:
            return known, None
        self._texts.add(prepared.text_sha256)
        if not is_of_one_article(read.url):
            return known_by_words(prepared, self._queries), None
        return self._from_its_address(number, prepared, known)

    def _from_its_address(
        self, number: int, prepared: PreparedArticle, known: Known | None
    ) -> Found:
        read = prepared.read
        named = read.source.sha256, read.url
        before = self._at.setdefault(read.url, [])
        says = (before or known is not None) and self._named[named] < MOST_FROM_ONE
        if says and not self._named[named]:
            self._named[named] += bool(read.place)
            found: Found = (None, before[0]) if before else (known, None)
        elif says:
            found = self._alike(prepared, before, known)
        else:
            found = _NONE
        if found[1] is not None:
            before[before.index(found[1])] = number
        elif found[0] is None:
            self._named[named] += bool(read.place)
            before.insert(0, number)
            return known_by_words(prepared, self._queries), None
        elif found[0].likeness is Likeness.ADDRESS:
            self._revised[found[0].article.id] = number
        return found

    def _alike(self, prepared: PreparedArticle, before: list[int], known: Known | None) -> Found:
        """Return the newest article from the same address that has much the same words."""
        text = prepared.read.text
        for number in before:
            if _are_alike(text, self._article_of(number).read.text):
                return None, number
        if known is None:
            return _NONE
        for one in self._queries.articles_at(prepared.read.url):
            known_texts = {each.text_sha256 for each in self._queries.revisions(one.id)}
            if prepared.text_sha256 in known_texts:
                return Known(one, Likeness.ONCE), None
            if _are_alike(text, self._present(one)):
                return Known(one, Likeness.ADDRESS), None
        return _NONE

    def _present(self, article: Article) -> str:
        if article.id in self._revised:
            return self._article_of(self._revised[article.id]).read.text
        return self._queries.outline(article.id).revision.text


def _are_alike(one: str, other: str) -> bool:
    samples = text_shingles(one), text_shingles(other)
    if all(map(tells, samples)):
        return resemblance(*samples) >= ALIKE
    return resemblance(set(words(one)), set(words(other))) >= ALIKE
