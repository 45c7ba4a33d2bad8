"""What cannot be right in lines of this program's for articles and highlights."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from annotator.core.canonical import canonical_text
from annotator.core.paragraphs import PositionOutsideTextError
from annotator.core.sentences import BoundariesError, SentenceIndex
from annotator.core.span import Span
from annotator.formats.shared.known_keys import OF_ARTICLE, OF_CANDIDATE, OF_WAITING, misspelled
from annotator.formats.shared.known_keys import row_faults as told_faults
from annotator.formats.shared.span_values import BadSpanError, position_of, texts_of, words
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator


class KnownSentences:
    """The sentences of an article as its line tells them; found out once somebody asks."""

    def __init__(self, text: str, ends: object) -> None:
        self._text, self._ends = text, ends

    @cached_property
    def index(self) -> SentenceIndex | None:
        """The sentences; None where what is told of them cannot be."""
        if not isinstance(self._ends, list):
            return None
        try:
            ends = tuple(tuple(map(position_of, texts_of(one))) for one in self._ends)
            return SentenceIndex.from_boundaries(canonical_text(self._text).text, ends)
        except (BadSpanError, BoundariesError):
            return None


def article_line_faults(values: Mapping[str, Any], sentences: KnownSentences) -> Iterator[str]:
    """Yield what is wrong in the line of an article."""
    yield from misspelled(values, OF_ARTICLE)
    if "sentence_ends" in values and sentences.index is None:
        yield Remark.BAD_SENTENCES.of()


def line_faults(
    values: Mapping[str, Any], spans: tuple[tuple[int, int], ...], sentences: KnownSentences | None
) -> Iterator[str]:
    """Yield what is wrong in the line of a highlight, beside what all files may say wrong."""
    yield from told_faults(values)
    told = values.get("sentences")
    if told is not None and sentences is not None and sentences.index is not None:
        yield from _elsewhere(told, spans, sentences.index)
    waits = values.get("unplaced")
    if isinstance(waits, Mapping):
        yield from misspelled(waits, OF_WAITING)
        if words(waits.get("outcome")) not in {"ambiguous", "lost"}:
            yield Remark.NO_REASON.of(told=words(waits.get("outcome")))
        listed = waits.get("candidates")
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, Mapping):
                yield from misspelled(one, OF_CANDIDATE)


def _elsewhere(
    told: object, spans: tuple[tuple[int, int], ...], index: SentenceIndex
) -> Iterator[str]:
    try:
        covered = {number for one in spans for number in index.covering(Span(*one))}
    except PositionOutsideTextError:
        return  # which is told by its place
    right = sorted(covered)
    if not isinstance(told, list) or list(map(str, told)) != list(map(str, right)):
        yield Remark.OTHER_SENTENCES.of(right=right, told=told)
