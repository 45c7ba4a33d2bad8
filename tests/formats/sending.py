"""Projects on their way out, made up for tests: by hand, and strange ones by Hypothesis."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from hypothesis import strategies as st

from annotator.core.records import (
    Article,
    ClaimRecord,
    Codebook,
    Highlight,
    Label,
    Reviewer,
    Revision,
    Source,
    quote_of,
)
from annotator.core.span import Span
from annotator.service.exchange_ports import SentHighlight

SPACE = UUID("6f1d0f43-52f2-4a1a-9c6b-0d6a2f6c1c11")
NOW = "2026-03-04T05:06:07.890Z"
LABELS = (
    Label(
        id=str(uuid5(SPACE, "official_claim")),
        key="official_claim",
        name="Official claim",
        letter="O",
        color_light="#0b5fff",
        color_dark="#7aa7ff",
        line_style="solid",
        definition="What an office says.",
    ),
    Label(
        id=str(uuid5(SPACE, "concern")),
        key="humanitarian_concern",
        name="Humanitarian concern: 人 & <more>",
        letter="H",
        color_light="#a8460a",
        color_dark="#ffb07a",
        line_style="dotted",
        position=1,
        parent_id=str(uuid5(SPACE, "official_claim")),
    ),
)
REVIEWERS = (
    Reviewer(str(uuid5(SPACE, "olena")), "Olena, of the desk"),
    Reviewer(str(uuid5(SPACE, "b")), "Bo"),
)


@dataclass(frozen=True)
class MadeArticle:
    article: Article
    revision: Revision
    made: tuple[SentHighlight, ...] = ()
    reviewed_marks: int = 0

    @property
    def text(self):
        return self.revision.text

    def highlights(self):
        return iter(self.made)


CODEBOOK = Codebook(1, "How to mark.", LABELS)


@dataclass(frozen=True)
class MadeProject:
    made: tuple[MadeArticle, ...]
    codebook: Codebook = CODEBOOK
    reviewers: tuple[Reviewer, ...] = REVIEWERS
    project_id: str = str(uuid5(SPACE, "project"))
    name: str = "The dam"

    def articles(self):
        return iter(self.made)


def article(text, *highlights, title="The dam", name="a", url="https://example.org/dam"):
    """An article of a text; ``highlights`` are as ``highlight`` returns them."""
    article_id, revision_id = str(uuid5(SPACE, name)), str(uuid5(SPACE, f"{name} text"))
    ends = tuple((len(one),) if one else () for one in text.split("\n"))
    source = Source(f"{name}.txt", "0" * 64, len(text), "UTF-8", "plain text 1")
    whole = Article(
        article_id, title, revision_id, NOW, "The Gazette", ("Ann Lee",), url, "2026-03-01", "en"
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    revision = Revision(revision_id, article_id, 1, text, digest, ends, "test", source, NOW)
    placed = (_placed(one, whole, text, number) for number, one in enumerate(highlights))
    ordered = sorted(placed, key=lambda one: _user_order(one.highlight))
    return MadeArticle(whole, revision, tuple(ordered))


def highlight(*spans, label=0, reviewer=0, **claim):
    """A highlight on spans, given as (start, end); its words follow from the article's text."""
    made = Highlight(
        key=0,
        id="",
        article_id="",
        revision_id="",
        spans=tuple(Span(*span) for span in spans),
        label_id=LABELS[label].id,
        reviewer_id=REVIEWERS[reviewer].id,
        quote="",
        codebook_revision=1,
        created=NOW,
        modified="2026-03-04T06:06:07.890Z",
    )
    record = ClaimRecord(id="", created=NOW, modified=NOW, **claim) if claim else None
    return SentHighlight(made, LABELS[label], REVIEWERS[reviewer], record)


def _placed(one, whole, text, number):
    key = number + 1
    made_id, claim_id = (str(uuid5(SPACE, f"{whole.id} {what} {key}")) for what in ("h", "c"))
    made = replace(
        one.highlight,
        key=key,
        id=made_id,
        article_id=whole.id,
        revision_id=whole.revision_id,
        quote=quote_of(text, one.highlight.spans),
        claim_id=claim_id if one.claim else None,
    )
    return replace(one, highlight=made, claim=one.claim and replace(one.claim, id=claim_id))


def _user_order(one):
    return one.hull.start, -one.hull.end, one.key


def sent(*articles):
    """A project of these articles."""
    return MadeProject(articles)


_WORDS = st.sampled_from([
    "dam", "Дамба", "سد", "עם", "水", "e\u0301t", "👩‍👩‍👧", "🇺🇦", "it's", "1,000", "=A1",
    "-", "«", "\u00a0", "a\tb", '"q"', "<b>", "&amp;", "x;y|z", "\\", "_", "*", "\u200f", "O",
])  # fmt: skip
PARAGRAPHS = st.lists(_WORDS, min_size=1, max_size=8).map(" ".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=4).map("\n".join)
NOTES = st.one_of(st.just(""), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))


@st.composite
def projects(draw, *, overlap=True, parts=True, notes=NOTES, texts=TEXTS):
    """Projects of up to three articles with up to five highlights each."""
    return sent(
        *(
            _drawn(draw, draw(texts), f"a{number}", overlap=overlap, parts=parts, notes=notes)
            for number in range(draw(st.integers(0, 3)))
        )
    )


def _drawn(draw, text, name, *, overlap, parts, notes):
    most = 10 if parts or not overlap else 2
    borders = st.lists(st.integers(0, len(text)), min_size=2, max_size=most, unique=True)
    groups = []
    for _ in range(draw(st.integers(0, 5)) if overlap else 1):
        places = sorted(draw(borders))
        spans = [(a, b) for a, b in zip(places[::2], places[1::2], strict=False)]
        if parts:
            groups.append(spans)
        else:
            groups += [[span] for span in spans]
    made = [
        highlight(
            *spans,
            label=draw(st.integers(0, 1)),
            reviewer=draw(st.integers(0, 1)),
            **({"note": note} if (note := draw(notes)) else {}),
        )
        for spans in groups
    ]
    # Two articles of one text would be one.
    return article(f"{name} {text}", *(_moved(one, len(name) + 1) for one in made), name=name,
                   title=f"Article {name}")  # fmt: skip


def _moved(one, by):
    spans = tuple(Span(span.start + by, span.end + by) for span in one.highlight.spans)
    return replace(one, highlight=replace(one.highlight, spans=spans))
