"""The values a project keeps: articles, revisions, labels, reviewers, highlights, claim records.

All positions are code points of the article's current revision. Every ``id`` is a UUID string;
a ``key`` is the integer under which the project file and the highlight index know a highlight.
Times are UTC in ISO 8601 with milliseconds and a final ``Z``, so that they sort as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from annotator.core.claim_fields import DEFAULT_VERDICTS
from annotator.core.span import Span

Timestamp: TypeAlias = str


@dataclass(frozen=True, slots=True)
class Reviewer:
    """The person whose highlights these are."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """One entry of the codebook.

    ``shortcut`` is the key that tags with it ("1"), ``letter`` what stands in the margin,
    ``line_style`` one of "solid", "dashed", "dotted", "double", "wavy". ``fields`` names the
    fields of a claim record that it asks for first; where there are none, the usual ones.
    ``revised`` is the revision of the codebook at which its meaning last changed, 0 where it
    never did: what was made under an older one is to be confirmed.
    """

    id: str
    key: str
    name: str
    letter: str
    color_light: str
    color_dark: str
    line_style: str
    shortcut: str = ""
    position: int = 0
    definition: str = ""
    tests: tuple[str, ...] = ()
    edge_cases: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    parent_id: str | None = None
    archived: bool = False
    fields: tuple[str, ...] = ()
    revised: int = 0


@dataclass(frozen=True, slots=True)
class Guideline:
    """What a codebook says beside its labels: how to mark, and the verdicts on a claim."""

    id: str
    text: str
    verdicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """The ordered labels of a project with their guideline text and its revision number.

    ``verdicts`` are those to choose from, in their order.
    """

    revision: int
    guideline: str
    labels: tuple[Label, ...]
    verdicts: tuple[str, ...] = DEFAULT_VERDICTS

    def label(self, key: str) -> Label | None:
        """Return the label with that key, or None."""
        return next((label for label in self.labels if label.key == key), None)

    def label_by_id(self, label_id: str) -> Label | None:
        """Return the label with that id, or None."""
        return next((label for label in self.labels if label.id == label_id), None)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text came from: the file as it was found and what reading it did."""

    name: str
    sha256: str
    size: int
    encoding: str
    reader: str
    normalized: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One text under review with its metadata.

    ``finishings`` are the reviewers' ids, in order, each with the time when they said that it is
    done with; "" once they took that back. What a reviewer sees of them are ``finished`` and
    ``finished_by``: their own one, else the newest of others; empty before.
    """

    id: str
    title: str
    revision_id: str
    created: Timestamp
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    published: str = ""
    language: str = "und"
    direction: str = "ltr"
    finished: Timestamp = ""
    finished_by: str | None = None
    finishings: tuple[tuple[str, Timestamp], ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of an article's text, which never changes.

    ``sentence_ends`` holds, per paragraph, the ends of its sentences relative to the paragraph.
    ``extra`` is what a bundle said of it that nobody here understands.
    """

    id: str
    article_id: str
    number: int
    text: str
    text_sha256: str
    sentence_ends: tuple[tuple[int, ...], ...]
    segmenter: str
    source: Source
    created: Timestamp
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a highlight may belong, and how well it fits there, from 0 to 1."""

    spans: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Why a highlight has no place in the present text: ``outcome`` is "ambiguous" or "lost".

    ``prefix`` and ``suffix`` are the words around it in the text that it had a place in.
    ``candidates`` are the places where it may belong, best first; none where that was edited.
    """

    outcome: str
    prefix: str
    suffix: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an imported highlight came from: a tool, the highlight's own id there.

    ``digest`` is that of what the file said of it then, and ``modified`` what the highlight's own
    was after that, so that a later import can tell who changed what.
    """

    tool: str
    id: str
    digest: str
    modified: Timestamp = ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """One or more ordered spans with one label and one reviewer.

    ``quote`` joins the spans' texts with ``" … "``. One that lost its text to an edit stays,
    empty, where that was, and keeps the quote. ``cue`` is where the words lie that attribute it
    ("the ministry said"), inside or outside of it. ``unplaced`` tells of one that lost its place
    to a newer text and waits, empty, to be settled. ``origin`` stays with one that was imported,
    whatever becomes of it here.
    """

    key: int
    id: str
    article_id: str
    revision_id: str
    spans: tuple[Span, ...]
    label_id: str
    reviewer_id: str
    quote: str
    codebook_revision: int
    created: Timestamp
    modified: Timestamp
    claim_id: str | None = None
    cue: Span | None = None
    unplaced: Unplaced | None = None
    origin: Origin | None = None

    @property
    def hull(self) -> Span:
        """The smallest span that holds all spans."""
        return Span(self.spans[0].start, max(span.end for span in self.spans))

    @property
    def orphaned(self) -> bool:
        """True once an edit took all text under it."""
        return not any(len(span) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence for or against a claim."""

    url: str = ""
    archive_url: str = ""
    title: str = ""
    accessed: str = ""
    stance: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """What is known of a claim; one or several highlights share it. Every field may be empty."""

    id: str
    created: Timestamp
    modified: Timestamp
    speaker: str = ""
    speaker_role: str = ""
    affiliation: str = ""
    via: str = ""
    form: str = ""
    cue: str = ""
    restated: str = ""
    claim_kind: str = ""
    check_worthiness: str = ""
    claim_date: str = ""
    claim_place: str = ""
    status: str = ""
    verdict: str = ""
    justification: str = ""
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedMark:
    """A reviewer's word that a stretch needs no label."""

    key: int
    id: str
    article_id: str
    revision_id: str
    span: Span
    reviewer_id: str
    created: Timestamp


BETWEEN_SPANS = " … "


def quote_of(text: str, spans: Iterable[Span]) -> str:
    """Return the quote of a highlight on some spans of a text."""
    return BETWEEN_SPANS.join(text[span.start : span.end] for span in spans)


Record: TypeAlias = Article | Revision | Label | Guideline | Highlight | ClaimRecord | ReviewedMark
