"""Label Studio: a folder with its tasks and the labeling configuration that they fit.

Positions are written in code points, as Label Studio counts since 2022; what older ones counted is
found out by the words that it keeps with them. A region's id is that of our highlight, and what
tells of it beside its label and note is in its ``meta``, which Label Studio keeps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.foreign_values import ForeignFile, Holds, Reading, Spaces
from annotator.formats.shared.json_lines import first_object, sample_of, written
from annotator.formats.shared.json_writing import Json, write_object
from annotator.formats.shared.label_studio_config import (
    LABELS,
    NOTE,
    TEXT,
    Config,
    config_beside,
    written_config,
)
from annotator.formats.shared.label_studio_reading import PREDICTIONS, TaskReader, is_flat, is_task
from annotator.formats.shared.our_data import article_data, piece_data, told_article
from annotator.formats.shared.spans import pieces
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.formats.shared.spans import Piece
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent, SentArticle

TASKS, CONFIG = "tasks.json", "labeling_config.xml"
_HEAD = 4096


class LabelStudioFormat:
    """Reads what Label Studio exports as JSON, with HTML and dialogues; writes what it imports.

    With the variant "predictions", those are read in place of annotations.
    """

    name = "label-studio"
    title = "Label Studio"
    suffixes = (".json",)
    reads = True
    writes = True
    folder = True
    extra = ""
    variants = (PREDICTIONS,)
    holds = frozenset(Holds) - {Holds.GUIDE, Holds.UNPLACED}

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a first task with annotations, in a file or in the folder that is written."""
        if path.is_dir():
            tasks = path / TASKS
            if not tasks.is_file():
                return False
            with tasks.open("rb") as file:
                head, path = file.read(_HEAD), tasks
            if (path.parent / CONFIG).is_file() and head.lstrip().startswith(b"["):
                return True
        first = first_object(path, head)
        return is_task(first) or is_flat(first)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file of tasks, or a folder with one and its configuration, holds.

        Raises:
            AnnotatorError: it cannot be read.

        """
        config, problem = config_beside(path) if path.is_dir() else (Config(), None)
        tasks = path / TASKS if path.is_dir() else path
        first = next(iter(sample_of(tasks, options, 1)), {})
        if first and not (is_task(first) or is_flat(first) or "data" in first):
            raise NotAnnotationsError(path, wanted=self.title)

        def items() -> Iterator[ForeignItem]:
            if problem is not None:
                yield problem
            predicted = options.variant == PREDICTIONS
            yield from TaskReader(tasks, config, predictions=predicted).items(options)

        reading = Reading() if _is_ours(first) else None
        return ForeignFile(
            self.name,
            items,
            reading=reading,
            settled=reading is not None,
            labels=config.labels,
            # What somebody marked on a page is quoted as the browser shows it.
            spaces=Spaces.KEPT if reading is not None else Spaces.DRAWN_TOGETHER,
            whole=any(one.id for one in config.labels),
            faults=lambda: [(CONFIG, fault) for fault in config.faults],
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write the tasks, each with an annotation for each reviewer, and the configuration.

        Raises:
            FileProblemError: a file cannot be written.

        """
        del options
        with replacing(target / TASKS) as file:
            file.write("[")
            for number, article in enumerate(sent.articles()):
                file.write(",\n" if number else "\n")
                write_object(file, _task(article), form="A task of Label Studio")
            file.write("\n]\n")
        with replacing(target / CONFIG) as file:
            file.writelines(written_config(sent.codebook))
        return ()


def _is_ours(first: Mapping[str, Any]) -> bool:
    data = first.get("data")
    return isinstance(data, dict) and bool(told_article(data, None, "").article_id)


def _task(article: SentArticle) -> dict[str, Any]:
    results: dict[str, list[Json]] = {}
    for piece in pieces(article):
        made = results.setdefault(piece.sent.reviewer.id, [])
        made += (Json(written(one)) for one in _results(piece))
    # Who marked is in each region: Label Studio refuses people that it does not know.
    return {
        "data": {"text": article.revision.text, **article_data(article)},
        "annotations": ({"result": iter(found)} for found in results.values()),
    }


def _results(piece: Piece) -> Iterator[dict[str, Any]]:
    """Yield the results of one region: its label, and its note if it has one."""
    meta = piece_data(piece)
    own = meta.pop("id")
    if "claim" in meta:  # the note is a result of its own, so that it can be changed there
        meta["claim"] = {name: one for name, one in meta["claim"].items() if name != "note"}
    place = {"start": piece.span.start, "end": piece.span.end}
    yield {
        "id": own,
        "from_name": LABELS,
        "to_name": TEXT,
        "type": "labels",
        "origin": "manual",
        "value": {**place, "text": piece.quote, "labels": [piece.sent.label.key]},
        "meta": meta,
    }
    if piece.sent.note and not piece.part:
        value = {**place, "text": [piece.sent.note]}
        named = {"id": own, "from_name": NOTE, "to_name": TEXT, "type": "textarea"}
        yield {**named, "origin": "manual", "value": value}
