"""Tagging many spans at once: how many it would be, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.records import BETWEEN_SPANS, Highlight
from annotator.core.request_errors import EmptySpanError, UnknownLabelError
from annotator.service.bulk_commands import TagSpans
from annotator.service.handlers import NEW, Desk, handle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.records import Article, Codebook, Label
    from annotator.core.span import Span
    from annotator.service.project import Project


def spans_to_tag(project: Project, command: TagSpans) -> list[Span]:
    """Return the spans that a command would tag, for a preview."""
    label = _label(project.queries.codebook(), command.label_key)
    tagged = project.queries.spans_tagged(
        command.article_id, label_id=label.id, reviewer_id=project.reviewer.id
    )
    return _without(command.spans, tagged)


@handle.register(TagSpans)
def _(command: TagSpans, desk: Desk) -> str:
    label = _label(desk.work.codebook, command.label_key)
    tagged = desk.work.spans_tagged(
        command.article_id, label_id=label.id, reviewer_id=desk.reviewer.id
    )
    spans = tuple(_without(command.spans, tagged))
    if spans:
        _tag(desk, label, desk.work.article(command.article_id), spans)
    return f"Tag {len(spans)} hits as {label.name}"


def _tag(desk: Desk, label: Label, article: Article, spans: tuple[Span, ...]) -> None:
    """Put a highlight on each span; what they share is asked for once."""
    now, revision = desk.surroundings.now(), desk.work.codebook.revision
    quoted = zip(spans, _quotes(desk, article.id, spans), strict=True)
    for span, quote in desk.watch.over(quoted, len(spans)):
        highlight = Highlight(
            key=NEW,
            id=desk.surroundings.new_id(),
            article_id=article.id,
            revision_id=article.revision_id,
            spans=(span,),
            label_id=label.id,
            reviewer_id=desk.reviewer.id,
            quote=quote,
            codebook_revision=revision,
            created=now,
            modified=now,
        )
        desk.work.put(highlight)


def _quotes(desk: Desk, article_id: str, spans: tuple[Span, ...]) -> Iterator[str]:
    """Yield the text under each span, from one question; its length tells where it ends."""
    joined, place = desk.work.quote(article_id, spans), 0
    for span in spans:
        yield joined[place : place + len(span)]
        place += len(span) + len(BETWEEN_SPANS)


def _label(codebook: Codebook, key: str) -> Label:
    label = codebook.label(key)
    if label is None or label.archived:
        known = tuple(label.key for label in codebook.labels if not label.archived)
        raise UnknownLabelError(key, known=known)
    return label


def _without(spans: tuple[Span, ...], tagged: set[Span]) -> list[Span]:
    """Return the spans that bear no such tag, each once, in order."""
    for span in spans:
        if not len(span):
            raise EmptySpanError(span.start)
    return [span for span in dict.fromkeys(spans) if span not in tagged]
