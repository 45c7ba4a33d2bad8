"""Commands that alter many things at once, each still one undo step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.span import Span


@dataclass(frozen=True, slots=True)
class TagSpans:
    """Tag each of many spans of an article with a label, given by its key.

    Spans that the reviewer tagged so already are left out; ``spans_to_tag`` counts beforehand.
    """

    article_id: str
    spans: tuple[Span, ...]
    label_key: str
