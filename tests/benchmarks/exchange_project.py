"""A project of any size on its way out, made up article by article and never whole in memory."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from bench_import import WORDS

from annotator.core.records import (
    Article,
    ClaimRecord,
    Codebook,
    Highlight,
    Label,
    Reviewer,
    Revision,
    Source,
)
from annotator.core.span import Span
from annotator.service.exchange_ports import SentHighlight

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACE = UUID("0f8e54ee-6b0c-5a3f-9e8d-1a2b3c4d5e6f")
NOW = "2026-03-04T05:06:07.890Z"
LATER = "2026-03-05T05:06:07.890Z"
LABELS = tuple(
    Label(
        id=str(uuid5(SPACE, key)),
        key=key,
        name=key.replace("_", " ").capitalize(),
        letter=key[0].upper(),
        color_light="#0b5fff",
        color_dark="#7aa7ff",
        line_style="solid",
        position=place,
    )
    for place, key in enumerate(("official_claim", "analyst_opinion", "humanitarian_concern"))
)
REVIEWERS = (Reviewer(str(uuid5(SPACE, "ann")), "Ann"), Reviewer(str(uuid5(SPACE, "bo")), "Bo"))
CODEBOOK = Codebook(1, "How to mark.", LABELS)
PROJECT = str(uuid5(SPACE, "project"))
# As often as in news: characters that take two units of UTF-16, and more than a byte of UTF-8.
_RARE = ("d’accord", "Дамба", "🌊", "—")
_WORDS_EACH, _EVERY_NOTE = 4, 10


@dataclass(frozen=True)
class BenchArticle:
    """One article, of which the text is some four words for each highlight, and a paragraph.

    Those of another ``hand`` are other highlights.
    """

    number: int
    size: int
    article: Article
    revision: Revision
    words: tuple[tuple[int, int], ...]
    reviewed_marks: int = 0
    hand: str = ""

    def highlights(self) -> Iterator[SentHighlight]:
        """Yield highlights of one to twelve words that overlap their neighbors at times."""
        draw = random.Random(f"{self.hand}{self.number}" if self.hand else self.number)
        text, words = self.revision.text, self.words
        starts = sorted(draw.randrange(len(words)) for _ in range(self.size))
        made = []
        for key, first in enumerate(starts):
            last = min(len(words) - 1, first + draw.randrange(12))
            made.append((words[first][0], -words[last][1], key, draw.random()))
        for start, end, key, chance in sorted(made):
            yield self._highlight(text, Span(start, -end), key, chance)

    def _highlight(self, text: str, span: Span, key: int, chance: float) -> SentHighlight:
        made_id = _id(self.number, f"{self.hand}highlight {key}")
        claim = None
        if key % _EVERY_NOTE == 0:
            claim_id = _id(self.number, f"{self.hand}claim {key}")
            claim = ClaimRecord(id=claim_id, created=NOW, modified=LATER, note=f"Ask {key} again.")
        label, reviewer = LABELS[int(chance * len(LABELS))], REVIEWERS[key % len(REVIEWERS)]
        highlight = Highlight(
            key=key + 1,
            id=made_id,
            article_id=self.article.id,
            revision_id=self.revision.id,
            spans=(span,),
            label_id=label.id,
            reviewer_id=reviewer.id,
            quote=text[span.start : span.end],
            codebook_revision=1,
            created=NOW,
            modified=LATER,
            claim_id=claim.id if claim else None,
        )
        return SentHighlight(highlight, label, reviewer, claim)


@dataclass(frozen=True)
class BenchProject:
    """So many articles of so many highlights each."""

    count: int
    size: int
    codebook: Codebook = CODEBOOK
    reviewers: tuple[Reviewer, ...] = REVIEWERS
    project_id: str = PROJECT
    name: str = "Measured"

    def articles(self) -> Iterator[BenchArticle]:
        """Yield the articles, each made anew."""
        for number in range(self.count):
            yield _article(number, self.size, max(self.size, 20) * _WORDS_EACH)


def _article(number: int, size: int, length: int) -> BenchArticle:
    draw = random.Random(-1 - number)
    parts, words, ends, at, first = [f"Report {number}\n"], [], [(len(f"Report {number}"),)], 0, 0
    at = first = len(parts[0])
    for place in range(length):
        word = _RARE[draw.randrange(4)] if draw.random() < 1 / 50 else draw.choice(WORDS)
        words.append((at, at + len(word)))
        stop = ".\n" if place % 60 == 59 else ". " if place % 15 == 14 else " "
        parts.append(word + stop)
        at += len(word) + len(stop)
        if stop == ".\n":
            ends.append((at - 1 - first,))
            first = at
    text = "".join(parts) + "End."
    ends.append((len(text) - first,))
    made_id, revision_id = _id(number, "article"), _id(number, "text")
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    source = Source(f"report-{number}.txt", digest, len(data), "UTF-8", "plain text")
    article = Article(
        made_id, f"Report {number}", revision_id, NOW, "The Gazette", ("Ann Lee",),
        f"https://example.org/{number}", "2026-03-01", "en",
    )  # fmt: skip
    revision = Revision(revision_id, made_id, 1, text, digest, tuple(ends), "made", source, NOW)
    return BenchArticle(number, size, article, revision, tuple(words))


def _id(number: int, what: str) -> str:
    return str(uuid5(SPACE, f"{number} {what}"))
