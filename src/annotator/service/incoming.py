"""What an import will write, put aside on the disk until it is written."""

from __future__ import annotations

import json
import os
import tempfile
import weakref
from collections import Counter
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.records import Candidate, Unplaced
from annotator.core.span import Span
from annotator.service.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.foreign_values import Reading
    from annotator.core.offset_resolver import Tried
    from annotator.core.records import Label, Reviewer
    from annotator.service.article_ports import PreparedArticle

MOST_TOLD = 1_000
COUNTS = (
    "articles_added",
    "articles_there",
    "added",
    "changed",
    "already_there",
    "kept",
    "removed_here",
    "ambiguous",
    "lost",
    "homeless",
    "refused",
    "left_out",
)
"""What an import counts, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class IncomingHighlight:
    """One highlight to be added or changed, in code points of the article's present text.

    ``claim`` holds the fields of its claim record, and its ``id``; none where there is none.
    """

    id: str
    spans: tuple[Span, ...]
    label_id: str
    reviewer_id: str
    quote: str
    created: str
    modified: str
    claim: dict[str, Any]
    cue: Span | None
    unplaced: Unplaced | None
    native_id: str
    digest: str
    change: bool = False


class IncomingArticle(NamedTuple):
    """An article with what comes to it; ``prepared`` where it is new, else its text's digest."""

    article_id: str
    prepared: PreparedArticle | None
    text_sha256: str
    highlights: list[IncomingHighlight]


_BUILT = frozenset({"spans", "cue", "unplaced"})
_PLAIN = tuple(one.name for one in fields(IncomingHighlight) if one.name not in _BUILT)
_WAITS = tuple(one.name for one in fields(Unplaced) if one.name != "candidates")


@dataclass(frozen=True, slots=True)
class Told:
    """Something that a person should know of an import: where, what, and of which words."""

    place: str
    what: str
    quote: str = ""


@dataclass(slots=True)
class ImportReport:
    """What an import does: so many of each kind, and what is to be told.

    Of highlights: ``added``, ``changed``, ``already_there``, ``kept`` (changed here as well as
    in the file, and left as it is here), ``ambiguous`` and ``lost`` (added, and waiting for a
    place), ``homeless`` (their article is not known), ``removed_here`` (and not added again),
    ``refused`` (not to be understood), ``left_out`` (kinds of things without a place in a project).
    ``unnamed`` are those that name no reviewer. ``found`` counts how places were found. Of
    articles: ``articles_added``, ``articles_there``.

    ``samples`` are the spans of which ``alternatives`` tell words. ``meant`` has each label that
    the file names, and which of ours, or of the new ones, it becomes.
    """

    format: str
    tool: str
    reading: Reading
    certain: bool
    alternatives: tuple[Tried, ...]
    counts: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    told: list[Told] = field(default_factory=list)
    labels: tuple[Label, ...] = ()
    reviewers: tuple[Reviewer, ...] = ()
    samples: tuple[tuple[int, int], ...] = ()
    meant: dict[str, Label] = field(default_factory=dict)

    def tell(self, place: str, what: str, quote: str = "") -> None:
        """Take in something to be told; only the first thousand are."""
        if len(self.told) < MOST_TOLD:
            self.told.append(Told(place, what, quote))


class Plan:
    """What an import will write; the highlights lie on the disk until it is closed."""

    def __init__(self, report: ImportReport, *, tool: str) -> None:
        self.report, self.tool = report, tool
        self._texts = Scratch()
        self._file = tempfile.TemporaryFile(prefix="annotator-")  # noqa: SIM115 - see close
        # Whoever lets go of this lets go of the file.
        self.close = weakref.finalize(self, self._file.close)
        self._places: list[int] = []
        self._changing: list[int] = []
        self.writes = 0

    def put(self, article: IncomingArticle) -> None:
        """Put an article aside with what comes to it."""
        number = None if article.prepared is None else self._texts.put(article.prepared)
        self.writes += len(article.highlights) + (number is not None)
        row = [article.article_id, number, article.text_sha256, list(map(_row, article.highlights))]
        place = self._file.seek(0, os.SEEK_END)
        self._places.append(place)
        if any(one.change for one in article.highlights):
            self._changing.append(place)
        self._file.write(json.dumps(row).encode("ascii") + b"\n")

    def __iter__(self) -> Iterator[IncomingArticle]:
        """Yield the articles in their order."""
        return map(self._at, self._places)

    def changing(self) -> Iterator[IncomingArticle]:
        """Yield those of which some highlights are changed."""
        return map(self._at, self._changing)

    def _at(self, place: int) -> IncomingArticle:
        self._file.seek(place)
        article_id, number, digest, rows = json.loads(self._file.readline())
        prepared = None if number is None else self._texts.get(number)
        return IncomingArticle(article_id, prepared, digest, list(map(_highlight, rows)))

    def __len__(self) -> int:
        """Return how many articles there are, new ones and known ones."""
        return len(self._places)


def _row(one: IncomingHighlight) -> list[Any]:
    """Return a highlight's values in the order of its fields; copies take longer than writing."""
    waits = one.unplaced
    return [
        _pairs(one.spans),
        waits and [*(getattr(waits, name) for name in _WAITS), _candidates(waits)],
        one.cue and [one.cue.start, one.cue.end],
        *(getattr(one, name) for name in _PLAIN),
    ]


def _pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _candidates(waits: Unplaced) -> list[tuple[list[tuple[int, int]], float]]:
    return [(_pairs(one.spans), one.score) for one in waits.candidates]


def _highlight(row: list[Any]) -> IncomingHighlight:
    spans, waits, cue, *plain = row
    unplaced = None
    if waits:
        *told, found = waits
        candidates = tuple(Candidate(_spans(one), score) for one, score in found)
        unplaced = Unplaced(**dict(zip(_WAITS, told, strict=True)), candidates=candidates)
    return IncomingHighlight(
        spans=_spans(spans),
        cue=Span(*cue) if cue else None,
        unplaced=unplaced,
        **dict(zip(_PLAIN, plain, strict=True)),
    )


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
