"""ClaimReview: fact checks as schema.org has them, for highlights with a verdict.

One node of a JSON-LD graph for each, with a link to its words. The vocabulary has no place for
positions, so the highlight as JSON Lines have it stands with each, as JSON that is left alone by
whoever reads the rest: by that, what was written can be verified.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import Holds
from annotator.formats.shared.json_lines import Found, objects_under, written
from annotator.formats.shared.jsonl_reading import our_lines
from annotator.formats.shared.jsonl_writing import Page
from annotator.formats.shared.review_faults import review_faults
from annotator.formats.shared.text_fragments import TextFragments, linked
from annotator.service.exchange_ports import Loss
from annotator.service.loss_names import UNREVIEWED
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.core.foreign_values import ForeignFile
    from annotator.core.records import Article, ClaimRecord, Evidence
    from annotator.service.exchange_ports import ExchangeOptions, Sent, SentArticle, SentHighlight

CONTEXT = "https://schema.org"
GRAPH = "@graph"
OURS = "urn:fact-annotator:highlight"
"""The key, an address of its own, under which a highlight stands as JSON Lines have it."""
RATINGS = {"true": 5, "mostly true": 4, "half true": 3, "mostly false": 2, "false": 1}
"""The verdicts that are steps of one scale; the others stand beside it."""
_DAY = len("2026-03-04")
_GRAPH_OF_REVIEWS = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\{\s*"@context"\s*:\s*"https?://schema\.org/?"\s*,\s*"@graph"\s*:\s*\['
    rb'\s*(?:\]|\{[^{}]*"@type"\s*:\s*"ClaimReview")'
)


class ClaimReviewFormat:
    """Writes ClaimReview nodes in JSON-LD."""

    name = "claimreview"
    title = "ClaimReview"
    suffixes = (".jsonld", ".json")
    reads = False
    writes = True
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(Holds) - {Holds.CODEBOOK, Holds.SIGNS, Holds.GUIDE, Holds.TEXT, Holds.EMPTY}

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a graph in the vocabulary of schema.org that holds reviews, or nothing."""
        del path
        return _GRAPH_OF_REVIEWS.match(head) is not None

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return the highlights that stand with the reviews, for them to be verified."""

        def objects() -> Iterator[Found | AnnotatorError]:
            for one in objects_under(path, GRAPH, options):
                yield _highlight(path, one) if isinstance(one, Found) else one

        def faults() -> Iterator[tuple[str, str]]:
            for one in objects_under(path, GRAPH, options):
                if isinstance(one, Found):
                    yield from ((one.place, fault) for fault in review_faults(one.values))

        return replace(our_lines(path, objects, tool=self.name), faults=faults)

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write the file; highlights without a verdict are left out.

        Raises:
            FileProblemError: the file cannot be written.

        """
        del options
        left = 0
        with replacing(target) as file:
            file.write(f'{{"@context": "{CONTEXT}", "{GRAPH}": [')
            between = "\n"
            for article in sent.articles():
                page: _Reviews | None = None
                for one in article.highlights():
                    if one.claim is None or not one.claim.verdict:
                        left += 1
                        continue
                    page = page or _Reviews(article)
                    file.write(between + written(page.review(one, one.claim)))
                    between = ",\n"
            file.write("\n]}\n")
        return (Loss(UNREVIEWED, left, "only reviewed claims are written"),)


class _Reviews:
    """Makes the reviews of one article's highlights."""

    def __init__(self, sent: SentArticle) -> None:
        self._article = sent.article
        self._page = Page(sent)
        self._fragments = TextFragments(sent.revision.text)

    def review(self, sent: SentHighlight, claim: ClaimRecord) -> dict[str, Any]:
        highlight = sent.highlight
        evidence = [_cited(one) for one in claim.evidence]
        return _filled({
            "@type": "ClaimReview",
            "@id": f"urn:uuid:{highlight.id}",
            "url": self._article.url,
            "datePublished": max(highlight.modified, claim.modified)[:_DAY],
            "author": {"@type": "Person", "name": sent.reviewer.name},
            "claimReviewed": claim.restated or highlight.quote,
            "itemReviewed": _filled({
                "@type": "Claim",
                "author": _speaker(claim),
                "datePublished": claim.claim_date,
                "appearance": self._appearance(sent),
            }),
            "reviewRating": _rating(claim.verdict),
            "reviewBody": claim.justification,
            "citation": [one for one in evidence if one],
            OURS: {"@type": "@json", "@value": self._page.row(sent)},
        })  # fmt: skip

    def _appearance(self, sent: SentHighlight) -> dict[str, Any]:
        article = self._article
        found = [] if sent.highlight.orphaned else self._fragments.of(sent.highlight.spans)
        return _filled({
            "@type": "NewsArticle",
            "url": linked(article.url, found),
            "headline": article.title,
            "datePublished": article.published,
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "publisher": _publisher(article),
            "inLanguage": article.language if article.language != "und" else "",
        })  # fmt: skip


def _publisher(article: Article) -> dict[str, str]:
    return {"@type": "Organization", "name": article.publisher} if article.publisher else {}


def _speaker(claim: ClaimRecord) -> dict[str, Any]:
    if not claim.speaker:
        return {}
    of = {"@type": "Organization", "name": claim.affiliation} if claim.affiliation else {}
    return _filled({"@type": "Person", "name": claim.speaker, "affiliation": of})


def _rating(verdict: str) -> dict[str, Any]:
    value = RATINGS.get(verdict.strip().casefold())
    scale = {"ratingValue": value, "bestRating": 5, "worstRating": 1} if value else {}
    return {"@type": "Rating", **scale, "alternateName": verdict}


def _cited(one: Evidence) -> dict[str, str]:
    told = {"url": one.url, "archivedAt": one.archive_url, "name": one.title, "text": one.quote}
    found = _filled(told)
    return {"@type": "CreativeWork", **found} if found else {}


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _highlight(path: Path, one: Found) -> Found | AnnotatorError:
    """Return the highlight that stands with a review."""
    held = one.values.get(OURS)
    values = held.get("@value") if isinstance(held, dict) else None
    if not isinstance(values, dict):
        reason = "it was not written by this program, so it tells no place"
        return DamagedAnnotationsError(path, place=one.place, reason=reason)
    if one.values.get("@id") != f"urn:uuid:{values.get('id')}":
        reason = "its @id is not that of its highlight"
        return DamagedAnnotationsError(path, place=one.place, reason=reason)
    return Found(one.place, values)
