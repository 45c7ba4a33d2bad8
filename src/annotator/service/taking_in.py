"""Articles that come in from the address of one that is there: its newer text, or nothing new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from annotator.core.likeness import ALIKE, resemblance, tells, text_shingles
from annotator.core.revision_errors import TextHalfEditedError
from annotator.core.words import words
from annotator.service.revising_articles import take_copy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.records import Article
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.handlers import Desk

# An address that a file names for so many articles says nothing of them.
MOST_FROM_ONE: Final = 20
MOST_AT_ONCE: Final = 50_000
"""How many articles one step can take in: all that it did is in memory until it lasts."""


def take_copy_in(prepared: PreparedArticle, there: Article, desk: Desk) -> bool:
    """Make a copy the newer text of an article; tell whether it became that.

    It does not where the article has that text or had it once, or where its text is being edited.
    """
    known = desk.work.revisions(there.id)
    present = next(one.number for one in known if one.current)
    if any(one.text_sha256 == prepared.text_sha256 and one.number <= present for one in known):
        return False
    try:
        take_copy(prepared, there, desk)
    except TextHalfEditedError:
        return False
    return True


def article_from_its_address(prepared: PreparedArticle, desk: Desk) -> Article:
    """Return the newest article from the address of one that comes in."""
    return desk.work.articles_at(prepared.read.url)[0]


def article_alike_from_its_address(prepared: PreparedArticle, desk: Desk) -> Article | None:
    """Return the newest article from the same address that has, or had, much the same words."""
    there = desk.work.articles_at(prepared.read.url)
    return next((one for one in there if _is_copy(prepared, one, desk)), None)


def _is_copy(prepared: PreparedArticle, there: Article, desk: Desk) -> bool:
    work, text = desk.work, prepared.read.text
    if any(one.text_sha256 == prepared.text_sha256 for one in work.revisions(there.id)):
        return True
    other = work.revision(there.revision_id).text
    samples = text_shingles(text), text_shingles(other)
    if all(map(tells, samples)):
        return resemblance(*samples) >= ALIKE
    return resemblance(set(words(text)), set(words(other))) >= ALIKE


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
