"""Argilla's records: fields, and spans in the responses of reviewers or in suggestions.

Argilla's server counts as this program does, its pages in UTF-16 units: what they say of texts with
emoji has to be found out. Written are records that its library takes (``records.from_json``), with
one response for each reviewer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from annotator.core.foreign_values import Holds, Unit
from annotator.formats.shared.argilla_reading import (
    DIGEST,
    QUESTION,
    REVIEWERS,
    read_argilla,
    spans_digest,
)
from annotator.formats.shared.json_lines import first_object
from annotator.formats.shared.json_writing import write_object
from annotator.formats.shared.our_data import article_data
from annotator.formats.shared.spans import pieces
from annotator.service.exchange_ports import Loss
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.core.foreign_values import ForeignFile
    from annotator.service.exchange_ports import ExchangeOptions, Sent, SentArticle

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
    holds = frozenset({Holds.OVERLAP, Holds.REVIEWER, Holds.TEXT, Holds.METADATA, Holds.EMPTY})

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
        parted = 0
        with replacing(target) as file:
            file.write("[")
            for number, article in enumerate(sent.articles()):
                record, several = _record(article)
                parted += several
                file.write(",\n" if number else "\n")
                write_object(file, record, form="A record of Argilla")
            file.write("\n]\n")
        what = "highlights of several spans"
        return (Loss(what, parted, "written as one for each span"),) if parted else ()


def _record(article: SentArticle) -> tuple[dict[str, Any], int]:
    """Return an article's record, and how many of its highlights have several spans."""
    values: dict[str, list[dict[str, Any]]] = {}
    names: dict[str, str] = {}
    parted = 0
    for piece in pieces(article):
        reviewer, span = piece.sent.reviewer, piece.span
        names[reviewer.id] = reviewer.name
        parted += piece.parts > 1 and not piece.part
        values.setdefault(reviewer.id, []).append(
            {"start": span.start, "end": span.end, "label": piece.sent.label.key}
        )
    metadata = article_data(article, unit=Unit.CODE_POINT)
    if names:
        metadata[REVIEWERS] = [f"{own_id} {name}" for own_id, name in names.items()]
    metadata[DIGEST] = spans_digest(
        (own_id, one["start"], one["end"], one["label"])
        for own_id, spans in values.items()
        for one in spans
    )
    responses = [{"value": spans, "user_id": own_id} for own_id, spans in values.items()]
    record = {
        "id": article.article.id,
        "fields": {"text": article.revision.text},
        "metadata": metadata,
        "suggestions": {},
        "responses": {QUESTION: responses} if responses else {},
    }
    return record, parted
