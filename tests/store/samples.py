"""What the store's tests put into projects: a codebook, a reviewer, little texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.canonical import text_digest
from annotator.core.records import (
    Article,
    Codebook,
    Highlight,
    Label,
    ReviewedMark,
    Reviewer,
    Revision,
    Source,
)
from annotator.core.segmenter import PlainSegmenter
from annotator.core.span import Span
from annotator.store.clock import new_id, now
from annotator.store.profile import Profile

if TYPE_CHECKING:
    from annotator.store.project_store import ProjectStore

TEXT = "It rained. “We stayed inside,” she said.\n\nNobody 🙂 came. It was 3.5 degrees.\nThe end."
LABELS = tuple(
    Label(
        id=f"0190a1b2-0000-7000-8000-00000000000{position}",
        key=key,
        name=key.replace("_", " "),
        letter=key[0].upper(),
        color_light="#ffeeaa",
        color_dark="#443311",
        line_style="solid",
        shortcut=str(position),
        position=position,
        tests=("Is it said by an official?",),
    )
    for position, key in enumerate(("official_claim", "analyst_opinion", "concern"), start=1)
)
CODEBOOK = Codebook(1, "Mark what can be checked.", LABELS)
REVIEWER = Reviewer("0190a1b2-0000-7000-8000-0000000000aa", "Ada")


def profile_in(folder: Path, reviewer: Reviewer = REVIEWER) -> Profile:
    return Profile(reviewer, state=folder / "state", backups=folder / "backups")


def revision_of(text: str, article_id: str, number: int = 1) -> Revision:
    segmenter = PlainSegmenter()
    return Revision(
        id=new_id(),
        article_id=article_id,
        number=number,
        text=text,
        text_sha256=text_digest(text),
        sentence_ends=tuple(tuple(segmenter.boundaries(one)) for one in text.split("\n")),
        segmenter=segmenter.name,
        source=Source("rain.txt", "00", len(text), "utf-8", "plain text", ("BOM removed",)),
        created=now(),
    )


def add_article(store: ProjectStore, text: str = TEXT, title: str = "Rain") -> Article:
    article_id = new_id()
    revision = revision_of(text, article_id)
    article = Article(article_id, title, revision.id, now(), authors=("Ada", "Bo"))
    with store.writing() as work:
        work.put(article)
        work.put(revision)
        work.commit(f"Add {title}")
    return article


def highlight_on(
    store: ProjectStore, article: Article, *spans: tuple[int, int], label: int = 0
) -> Highlight:
    """Return a highlight, not yet put, on some stretches of an article."""
    placed = tuple(Span(*span) for span in spans)
    with store.writing() as work:
        quote = work.quote(article.id, placed)
    return Highlight(
        key=0,
        id=new_id(),
        article_id=article.id,
        revision_id=article.revision_id,
        spans=placed,
        label_id=LABELS[label].id,
        reviewer_id=store.reviewer.id,
        quote=quote,
        codebook_revision=1,
        created=now(),
        modified=now(),
    )


def add_highlight(
    store: ProjectStore, article: Article, *spans: tuple[int, int], label: int = 0
) -> Highlight:
    fresh = highlight_on(store, article, *spans, label=label)
    with store.writing() as work:
        stored = work.put(fresh)
        work.commit("Tag")
    assert isinstance(stored, Highlight)
    return stored


def mark_on(store: ProjectStore, article: Article, span: tuple[int, int]) -> ReviewedMark:
    place = Span(*span)
    return ReviewedMark(
        0, new_id(), article.id, article.revision_id, place, store.reviewer.id, now()
    )
