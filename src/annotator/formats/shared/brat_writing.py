"""Writing a folder of brat's documents, with what brat does not hold in lines it carries along."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any, TextIO

from annotator.formats.shared.brat_data import (
    GENERATOR,
    KIND,
    META,
    PROJECT_FILE,
    data_of,
    fragments_of,
    lost_data,
    one_line,
)
from annotator.formats.shared.brat_documents import ANN, TXT
from annotator.formats.shared.brat_labels import annotation_conf, types_of, visual_conf
from annotator.formats.shared.brat_lines import NOTES
from annotator.formats.shared.carried_data import as_line
from annotator.formats.shared.label_data import label_data
from annotator.formats.shared.our_data import article_data
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotator.service.exchange_ports import Sent, SentArticle, SentHighlight

_LONGEST_NAME = 40


def write_folder(sent: Sent, target: Path) -> None:
    """Write the folder, whose names are the same whenever the same is written.

    Raises:
        FileProblemError: the system refuses, or the disk is full.

    """
    labels = sent.codebook.labels
    types = types_of(labels)
    _write(target / "annotation.conf", annotation_conf(labels, types))
    _write(target / "visual.conf", visual_conf(labels, types))
    _write(target / PROJECT_FILE, _shown(_project(sent, types)))
    for number, article in enumerate(sent.articles(), 1):
        name = document_name(number, article.article.title)
        with replacing(target / f"{name}{ANN}") as file:
            others = _Page(file, article, types).write()
        _write(target / f"{name}{TXT}", article.revision.text)
        told = {"generator": GENERATOR, **article_data(article), "highlights": others}
        _write(target / f"{name}{META}", _shown(told))


def document_name(number: int, title: str) -> str:
    """Return a name for files that every system takes.

    >>> document_name(7, "Дамба: ‘Dam’ fails / again"), document_name(8, "水")
    ('0007-dam-fails-again', '0008')
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{number:04}-{slug}" if slug else f"{number:04}"


class _Page:
    """One document while it is written."""

    def __init__(self, file: TextIO, article: SentArticle, types: Mapping[str, str]) -> None:
        self._file, self._article, self._types = file, article, types
        self._text = article.revision.text
        self._bound = self._notes = 0

    def write(self) -> list[dict[str, Any]]:
        """Write the lines, and return the highlights that brat has no place for."""
        others = []
        for one in self._article.highlights():
            spans = ((span.start, span.end) for span in one.highlight.spans)
            fragments = fragments_of(self._text, spans)
            if fragments:
                self._write(one, fragments)
            else:
                others.append(lost_data(one, self._text))
        return others

    def _write(self, one: SentHighlight, fragments: tuple[tuple[int, int], ...]) -> None:
        self._bound += 1
        kind = self._types[one.label.id]
        places = ";".join(f"{start} {end}" for start, end in fragments)
        quote = " ".join(self._text[start:end] for start, end in fragments)
        self._file.write(f"T{self._bound}\t{kind} {places}\t{quote}\n")
        if one_line(one.note):
            self._note(NOTES, one_line(one.note))
        self._note(KIND, as_line(data_of(one, self._text, fragments)))

    def _note(self, kind: str, words: str) -> None:
        self._notes += 1
        self._file.write(f"#{self._notes}\t{kind} T{self._bound}\t{words}\n")


def _project(sent: Sent, types: Mapping[str, str]) -> dict[str, Any]:
    return {
        "generator": GENERATOR,
        "project_id": sent.project_id,
        "name": sent.name,
        "offset_unit": "code-points",
        "guideline": sent.codebook.guideline,
        "verdicts": list(sent.codebook.verdicts),
        "labels": [
            {
                "type": types[one.id],
                "id": one.id,
                "key": one.key,
                "name": one.name,
                "color": one.color_light,
                "definition": one.definition,
                "parent": one.parent_id or "",
                **label_data(one),
            }
            for one in sent.codebook.labels
        ],
    }


def _shown(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _write(path: Path, text: str) -> None:
    with replacing(path) as file:
        file.write(text)
