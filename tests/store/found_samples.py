"""A project with something for every filter, and the filters the slow way: record by record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.store.samples import LABELS, TEXT, add_article, highlight_on

from annotator.core.records import ClaimRecord, Evidence
from annotator.core.search_query import search_query
from annotator.core.search_terms import term_of
from annotator.core.words import words
from annotator.store.clock import new_id

if TYPE_CHECKING:
    from annotator.core.records import Article, Highlight
    from annotator.core.search_query import Filter
    from annotator.store.project_store import ProjectStore

PUBLISHED = ("2024-05-03", "", "2023", "2024-06-01")
CLAIMS = (
    {"speaker": "Ada Lovelace", "note": "Ask the harbor."},
    {"speaker": "Óscar Romero", "verdict": "False", "cue": "3-9"},
    {"evidence": (Evidence(url="https://example.org"),)},
)
QUERIES = (
    "", "label:concern", "-label:official_claim", 'label:"analyst opinion" label:concern',
    "label:nothing", "-label:nothing", "reviewer:ada", "-reviewer:bo", "speaker:lovel",
    "speaker:oscar", "-speaker:ada", "speaker:nobody", "article:rain", "-article:1", "has:note",
    "-has:note", "has:claim -has:verdict", "has:evidence", "has:verdict", "has:cue", "is:orphaned",
    "-is:orphaned", "is:older-guideline", "before:2024", "after:2024-05", "-after:2024-05-03",
    "before:2024-05-03 after:2023-01", "it", "n label:concern", "-nobody", "harb", "rained -ada",
    '"it rained" has:note',
)  # fmt: skip


def fill(store: ProjectStore) -> list[Highlight]:
    """Put four articles and a dozen highlights, some with claim records, into a project."""
    made = []
    for number, published in enumerate(PUBLISHED):
        article = add_article(store, TEXT, f"Rain {number}")
        with store.writing() as work:
            work.put(replace(article, published=published))
            work.commit("Date")
        for place in range(3):
            spans = [(3, 9), (43, 56), (0, 9)][place]
            one = highlight_on(store, article, spans, label=(number + place) % len(LABELS))
            if place < len(CLAIMS) and number % 2 == 0:
                claim = ClaimRecord(new_id(), one.created, one.created, **CLAIMS[place])
                one = replace(one, claim_id=claim.id)
                records = [claim, one]
            else:
                records = [one]
            with store.writing() as work:
                made += [work.put(record) for record in records][-1:]
                work.commit("Tag")
    return made


def fitting(store: ProjectStore, query: str) -> set[str]:
    """Return the ids of the highlights that fit a query, read one by one."""
    read = search_query(query)
    found = set()
    for summary in store.articles():
        for one in store.highlights(summary.article.id):
            claim = store.claim(one.claim_id) if one.claim_id else None
            texts = [words(one.quote)]
            if claim is not None:
                said = (claim.speaker, claim.affiliation, claim.restated, claim.justification)
                texts.append(words(" · ".join((*said, claim.note))))
            has = any(all(term.among(text) for term in read.terms) for text in texts)
            has_not = any(term.among(text) for term in read.without for text in texts)
            if has and not has_not and _allowed(store, read.filters, summary.article, one, claim):
                found.add(one.id)
    return found


def _allowed(
    store: ProjectStore,
    filters: tuple[Filter, ...],
    article: Article,
    one: Highlight,
    claim: ClaimRecord | None,
) -> bool:
    fits = [(each, _fits(store, each, article, one, claim)) for each in filters]
    by_name: dict[str, list[bool]] = {}
    for each, does in fits:
        if each.negated:
            if does:
                return False
        elif each.name in {"label", "reviewer", "speaker", "article"}:
            by_name.setdefault(each.name, []).append(does)
        elif not does:
            return False
    return all(any(group) for group in by_name.values())


def _fits(store, wanted: Filter, article: Article, one: Highlight, claim) -> bool:  # noqa: PLR0911 - one line for each filter
    labels = {label.id: label for label in store.codebook().labels}
    term = term_of(wanted.value, begins=True)
    named = lambda name: bool(term.among(words(name)))  # noqa: E731 - a name for short
    day = (article.published or one.created)[: len(wanted.value)]
    match wanted.name, wanted.value:
        case "label", value:
            label = labels[one.label_id]
            return value in {label.key, label.name} or (
                not any(value in {each.key, each.name} for each in labels.values())
                and named(label.name)
            )
        case "reviewer", _:
            return named({each.id: each.name for each in store.reviewers()}[one.reviewer_id])
        case "speaker", _:
            return claim is not None and named(claim.speaker)
        case "article", _:
            return named(article.title)
        case "has", "claim":
            return claim is not None
        case "has", value:
            return claim is not None and bool(getattr(claim, value))
        case "is", "orphaned":
            return one.orphaned
        case "is", _:
            return one.codebook_revision < store.codebook().revision
        case "before", value:
            return day < value
    return day > wanted.value
