"""Tagging many spans at once: how many it would be, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.request_errors import UnknownLabelError
from annotator.service.bulk_commands import TagSpans
from annotator.service.commands import AddHighlight
from annotator.service.handlers import Desk, handle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.records import Codebook, Label
    from annotator.core.span import Span
    from annotator.service.project import Project


def spans_to_tag(project: Project, command: TagSpans) -> list[Span]:
    """Return the spans that a command would tag, for a preview."""
    label = _label(project.queries.codebook(), command.label_key)
    tagged = project.queries.spans_tagged(
        command.article_id, label_id=label.id, reviewer_id=project.reviewer.id
    )
    return _without(command.spans, tagged)


@handle.register
def _(command: TagSpans, desk: Desk) -> str:
    label = _label(desk.work.codebook, command.label_key)
    tagged = desk.work.spans_tagged(
        command.article_id, label_id=label.id, reviewer_id=desk.reviewer.id
    )
    spans = _without(command.spans, tagged)
    for span in spans:
        handle(AddHighlight(command.article_id, (span,), label.key), desk)
    return f"Tag {len(spans)} hits as {label.name}"


def _label(codebook: Codebook, key: str) -> Label:
    label = codebook.label(key)
    if label is None:
        raise UnknownLabelError(key, known=tuple(label.key for label in codebook.labels))
    return label


def _without(spans: Iterable[Span], tagged: set[Span]) -> list[Span]:
    """Return the spans that bear no such tag, each once, in order."""
    return [span for span in dict.fromkeys(spans) if span not in tagged]
