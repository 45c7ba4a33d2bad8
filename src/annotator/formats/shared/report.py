"""A project on its way out as a report: marked texts, and below each what was marked in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.claim_fields import ALL_FIELDS, CHOICES
from annotator.formats.shared.report_runs import Placed, paragraphs
from annotator.service.printing import Fact, Mark, Report, ReportedArticle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.core.records import ClaimRecord, Evidence
    from annotator.service.exchange_ports import Sent, SentArticle
    from annotator.service.printing import Run

LONGEST_QUOTE = 800
# How the fields of a claim record are called where the field's own name does not say it.
_WORDS = {
    "via": "Told by",
    "restated": "Claim",
    "claim_kind": "Kind",
    "claim_date": "Day of the claim",
    "claim_place": "Place of the claim",
    "cue": "Attributed by",
    "check_worthiness": "Check-worthiness",
}


def report_of(sent: Sent) -> Report:
    """Return what a report on a project shows."""
    labels = sent.codebook.labels
    numbers = {label.id: number for number, label in enumerate(labels)}

    def articles() -> Iterator[ReportedArticle]:
        for one in sent.articles():
            yield _article(one, numbers)

    return Report(sent.project_id, sent.name, _changed(sent), labels, articles)


def _changed(sent: Sent) -> str:
    """Return when an article came in or a highlight changed last."""
    return max(
        (
            time
            for one in sent.articles()
            for time in (
                one.article.created,
                *(each.highlight.modified for each in one.highlights()),
            )
        ),
        default="",
    )


def _article(sent: SentArticle, labels: Mapping[str, int]) -> ReportedArticle:
    one = sent.article
    return ReportedArticle(
        title=one.title,
        direction="rtl" if one.direction == "rtl" else "ltr",
        language=one.language,
        facts=tuple(_about(sent)),
        paragraphs=partial(_paragraphs, sent, labels),
        marks=partial(_marks, sent, labels),
    )


def _about(sent: SentArticle) -> Iterator[Fact]:
    one = sent.article
    told = (
        Fact("Publisher", one.publisher),
        Fact("By", ", ".join(one.authors)),
        Fact("Published", one.published),
        Fact("Address", one.url, one.url),
        Fact("Reviewers", ", ".join(_reviewers(sent))),
    )
    yield from (fact for fact in told if fact.value)


def _reviewers(sent: SentArticle) -> list[str]:
    """Return the names of those who marked an article, each person once."""
    found = {one.reviewer.id: one.reviewer.name for one in sent.highlights()}
    return sorted(found.values())


def _paragraphs(sent: SentArticle, labels: Mapping[str, int]) -> Iterator[tuple[Run, ...]]:
    placed = (
        Placed(span.start, span.end, labels[one.label.id], number)
        for number, one in enumerate(sent.highlights(), 1)
        for span in one.highlight.spans
    )
    return paragraphs(sent.revision.text, placed)


def _marks(sent: SentArticle, labels: Mapping[str, int]) -> Iterator[Mark]:
    for number, one in enumerate(sent.highlights(), 1):
        yield Mark(
            number,
            labels[one.label.id],
            one.highlight.quote if one.highlight.orphaned else shortened(one.highlight.quote),
            one.reviewer.name,
            tuple(_claim_facts(one.claim)) if one.claim else (),
            placed=not one.highlight.orphaned,
        )


def shortened(quote: str) -> str:
    """Return a quote, of which the middle is left out where it is very long: the text has it.

    >>> shortened("word " * 1000).count("word"), shortened("a word")
    (119, 'a word')
    """
    if len(quote) <= LONGEST_QUOTE:
        return quote
    head = quote[: LONGEST_QUOTE // 2].rpartition(" ")[0] or quote[: LONGEST_QUOTE // 2]
    tail = quote[-LONGEST_QUOTE // 4 :].partition(" ")[2] or quote[-LONGEST_QUOTE // 4 :]
    return f"{head} […] {tail}"


def _claim_facts(claim: ClaimRecord) -> Iterator[Fact]:
    for name in ALL_FIELDS:
        if name == "evidence":
            yield from filter(None, map(_evidence, claim.evidence))
        elif value := str(getattr(claim, name)):
            words = value.replace("_", " ") if value in CHOICES.get(name, ()) else value
            yield Fact(_WORDS.get(name, name.replace("_", " ").capitalize()), words)


def _evidence(one: Evidence) -> Fact | None:
    """Return a piece of evidence; None for one that tells nothing."""
    quote = f"“{one.quote}”" if one.quote else ""
    accessed = f"seen {one.accessed}" if one.accessed else ""
    archived = f"archived at {one.archive_url}" if one.archive_url else ""
    told = [one.stance, one.title, one.url, quote, accessed, archived]
    words = " · ".join(part for part in told if part)
    return Fact("Evidence", words, one.url or one.archive_url) if words else None
