"""Prodigy's JSON Lines: a task for each article, with spans in code points.

Only tasks whose answer is "accept" are read, unless all are asked for. ``token_end`` is that of the
last token and is not looked at: ``start`` and ``end`` say the same without doubt. No tokens are
written, since Prodigy makes them by itself; what it does not know it keeps as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError, LeftOutError
from annotator.core.foreign_values import ForeignFile, Holds, Reading
from annotator.formats.shared.json_lines import (
    Found,
    first_object,
    objects_in,
    required_text,
)
from annotator.formats.shared.json_writing import write_line
from annotator.formats.shared.our_data import article_data, joined, piece_data, told_article
from annotator.formats.shared.span_values import apart, highlights_in, words
from annotator.formats.shared.spans import pieces
from annotator.formats.shared.times import iso_time
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.formats.shared.spans import Piece
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent, SentArticle

ALL = "all"
_MARKS = {"_input_hash", "_task_hash", "_view_id", "_session_id", "_annotator_id", "answer"}
_REVIEWERS = ("_annotator_id", "_session_id")


class ProdigyFormat:
    """Reads and writes the tasks that Prodigy's recipes for spans take and its database gives."""

    name = "prodigy"
    title = "Prodigy"
    suffixes = (".jsonl", ".json")
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = (ALL,)
    holds = frozenset(Holds) - {Holds.CODEBOOK, Holds.SIGNS, Holds.GUIDE, Holds.UNPLACED}

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first task that has an answer, or what else only Prodigy writes."""
        first = first_object(path, head)
        spans = isinstance(first.get("spans", []), list)
        return "text" in first and spans and bool(first.keys() & _MARKS)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file of tasks holds.

        Raises:
            AnnotatorError: it cannot be read.

        """

        def items() -> Iterator[ForeignItem]:
            left = 0
            for one in objects_in(path, options):
                if isinstance(one, AnnotatorError):
                    yield one
                elif options.variant != ALL and one.values.get("answer", "accept") != "accept":
                    left += 1
                else:
                    yield from _task(path, one)
            if left:
                what = f"{left} tasks that were not accepted" if left > 1 else "a task not accepted"
                remedy = f"read it with the variant “{ALL}” to have them, too"
                yield LeftOutError(path, what=what, remedy=remedy)

        return ForeignFile(self.name, items, reading=Reading(), settled=True)

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write a task for each article.

        Raises:
            FileProblemError: the file cannot be written.

        """
        del options
        with replacing(target) as file:
            for article in sent.articles():
                write_line(file, _written(article), form="A task of Prodigy")
        return ()


def _task(path: Path, one: Found) -> Iterator[ForeignItem]:
    try:
        text = required_text(path, one.values.get("text"), one.place)
    except DamagedAnnotationsError as error:
        yield error
        return
    good, bad = apart(highlights_in(one.values.get("spans"), path, one.place))
    yield from bad
    meta = one.values.get("meta")
    told: Mapping[str, Any] = meta if isinstance(meta, Mapping) else {}
    reviewer = next((words(one.values[key]) for key in _REVIEWERS if one.values.get(key)), "")
    when = iso_time(one.values.get("_timestamp"))
    highlights = (
        replace(each, reviewer=each.reviewer or reviewer, modified=each.modified or when)
        for each in good
    )
    article = told_article(told, text, one.place)
    yield replace(article, highlights=joined(highlights))


def _span(piece: Piece) -> dict[str, Any]:
    return {
        "start": piece.span.start,
        "end": piece.span.end,
        "label": piece.sent.label.key,
        "text": piece.quote,
        **piece_data(piece),
    }


def _written(article: SentArticle) -> dict[str, Any]:
    return {
        "text": article.revision.text,
        "spans": map(_span, pieces(article)),
        "meta": article_data(article),
        "answer": "accept",
    }
