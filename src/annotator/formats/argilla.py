"""Argilla's records: fields, and spans in the responses of reviewers or in suggestions.

Argilla's server counts as this program does, its pages in UTF-16 units: what they say of texts with
emoji has to be found out. Written are records that its library takes (``records.from_json``), with
one response for each reviewer.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from annotator.core.foreign_values import Holds, Unit
from annotator.formats.shared.argilla_reading import (
    DIGEST,
    QUESTION,
    REVIEWERS,
    read_argilla,
    spans_digest,
)
from annotator.formats.shared.carried_highlights import CARRIED, carried
from annotator.formats.shared.json_lines import first_object
from annotator.formats.shared.json_writing import write_object
from annotator.formats.shared.our_data import article_data
from annotator.formats.shared.spans import pieces
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.core.foreign_values import ForeignFile
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent, SentArticle

ALL = "all"


class ArgillaFormat:
    """Reads records of Argilla 1 and 2 with questions for spans; writes those of Argilla 2.

    Suggestions are read where nobody responded; with the variant "all", beside responses, too.
    """

    name = "argilla"
    title = "Argilla"
    suffixes = (".json", ".jsonl")
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = (ALL,)
    holds = frozenset(Holds) - {
        Holds.CODEBOOK,
        Holds.SIGNS,
        Holds.GUIDE,
        Holds.QUOTE,
        Holds.UNPLACED,
    }

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first record with fields, and responses or suggestions."""
        first = first_object(path, head)
        answered = "responses" in first or "suggestions" in first
        return isinstance(first.get("fields"), Mapping) and answered

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file of records holds.

        Raises:
            AnnotatorError: it cannot be read.

        """
        return read_argilla(path, options, tool=self.name, suggestions=options.variant == ALL)

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write a record for each article.

        Raises:
            FileProblemError: the file cannot be written.

        """
        del options
        with replacing(target) as file:
            file.write("[")
            for number, article in enumerate(sent.articles()):
                file.write(",\n" if number else "\n")
                write_object(file, _record(article), form="A record of Argilla")
            file.write("\n]\n")
        return ()


def _record(article: SentArticle) -> dict[str, Any]:
    values: dict[str, list[dict[str, Any]]] = {}
    names: dict[str, str] = {}
    told: list[str] = []
    for piece in pieces(article):
        reviewer, span = piece.sent.reviewer, piece.span
        names[reviewer.id] = reviewer.name
        told.append(carried(piece, attrgetter("start", "end")))
        values.setdefault(reviewer.id, []).append(
            {"start": span.start, "end": span.end, "label": piece.sent.label.key}
        )
    metadata = article_data(article, unit=Unit.CODE_POINT)
    if names:
        metadata[REVIEWERS] = [f"{own_id} {name}" for own_id, name in names.items()]
        metadata[CARRIED] = told
    metadata[DIGEST] = spans_digest(
        (own_id, one["start"], one["end"], one["label"])
        for own_id, spans in values.items()
        for one in spans
    )
    responses = [{"value": spans, "user_id": own_id} for own_id, spans in values.items()]
    return {
        "id": article.article.id,
        "fields": {"text": article.revision.text},
        "metadata": metadata,
        "suggestions": {},
        "responses": {QUESTION: responses} if responses else {},
    }
