"""NER Annotator's JSON: its classes, and a pair of text and entities for each article.

The pairs are those that spaCy's tutorials train with; a file that is a bare list of them is read,
too. NER Annotator counts as JavaScript does, spaCy as this program: positions are written in code
points, which the file says. No entity may lie over another one.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import DamagedAnnotationsError, NotAnnotationsError
from annotator.core.foreign_values import (
    ForeignArticle,
    ForeignFile,
    ForeignLabel,
    Holds,
    Reading,
    Unit,
)
from annotator.formats.shared.json_lines import LARGEST_LINES, checked_text
from annotator.formats.shared.our_data import told_unit
from annotator.formats.shared.span_values import apart, highlights_in, words
from annotator.formats.shared.spans import pieces, without_overlap
from annotator.service.exchange_ports import Loss
from annotator.service.loss_names import LONGEST_KEPT, ONE_FOR_EACH_SPAN, OVERLAPPING, SEVERAL_SPANS
from annotator.service.reading.dump_files import opened
from annotator.service.reading.encodings import known_encoding, marked_encoding
from annotator.service.reading.json_values import BadJsonError, JsonStream
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.exchange_ports import ExchangeOptions, Sent, SentArticle

GENERATOR = "Fact Annotator"
_MARK = "\ufeff"
_HEADS = (
    re.compile(r'\s*\{\s*"(?:generator|classes)"\s*:.*?"classes"\s*:\s*\[|\s*\{\s*"classes"\s*:\s*\[',
               re.DOTALL),
    re.compile(r'\s*\{\s*"annotations"\s*:\s*\[\s*(?:null\s*,\s*)*(?:\[\s*"|\])'),
    re.compile(r'\s*\[\s*(?:null\s*,\s*)*\[\s*"(?:[^"\\]|\\.)*"\s*,\s*\{\s*"entities"'),
)  # fmt: skip
_PAIR = 2


class NerAnnotatorFormat:
    """Reads and writes the files of NER Annotator, which are also training data of spaCy 2."""

    name = "ner-annotator"
    title = "NER Annotator"
    suffixes = (".json",)
    reads = True
    writes = True
    folder = False
    extra = ""
    variants = ()
    holds = frozenset({Holds.TEXT, Holds.EMPTY})

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by classes and pairs at the file's beginning."""
        del path
        text = head.decode(marked_encoding(head) or "utf-8", "ignore").lstrip(_MARK)
        return any(one.match(text) for one in _HEADS)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file holds.

        Raises:
            AnnotatorError: it cannot be read.

        """
        beside: dict[str, object] = {}
        # What stands before the pairs; that may be all.
        first = list(islice(_pairs(path, options, beside), 1))
        if first and isinstance(first[0], BadJsonError) and not beside:
            raise NotAnnotationsError(path, wanted=self.title)
        ours = beside.get("generator") == GENERATOR and told_unit(beside) == Unit.CODE_POINT
        classes = beside.get("classes")
        names = classes if isinstance(classes, list) else []

        def items() -> Iterator[ForeignItem]:
            for number, one in enumerate(_pairs(path, options, {}), 1):
                yield from _items(path, one, f"text {number}")

        return ForeignFile(
            self.name,
            items,
            reading=Reading() if ours else None,
            settled=ours,
            labels=tuple(ForeignLabel(words(one)) for one in names if words(one)),
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss]:
        """Write a pair for each article.

        Raises:
            FileProblemError: the file cannot be written.

        """
        del options
        pairs = _Pairs()
        classes = [one.key for one in sent.codebook.labels]
        with replacing(target) as file:
            head = {"generator": GENERATOR, "offset_unit": Unit.CODE_POINT, "classes": classes}
            file.write(_json(head)[:-1] + ', "annotations": [')
            for number, article in enumerate(sent.articles()):
                file.write((",\n" if number else "\n") + _json(pairs.pair(article)))
            file.write("\n]}\n")
        return pairs.losses()


class _Pairs:
    """Makes pairs, and counts what was left out of them."""

    def __init__(self) -> None:
        self._overlapping = self._parted = 0

    def pair(self, article: SentArticle) -> list[Any]:
        found = list(pieces(article))
        self._parted += sum(one.parts > 1 for one in found if not one.part)
        kept, left = without_overlap(found)
        self._overlapping += len(left)
        entities = [[one.span.start, one.span.end, one.sent.label.key] for one in kept]
        return [article.revision.text, {"entities": entities}]

    def losses(self) -> Iterator[Loss]:
        if self._overlapping:
            remark = LONGEST_KEPT
            yield Loss(OVERLAPPING, self._overlapping, remark)
        if self._parted:
            yield Loss(SEVERAL_SPANS, self._parted, ONE_FOR_EACH_SPAN)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pairs(path: Path, options: ExchangeOptions, beside: dict[str, object]) -> Iterator[object]:
    """Yield what stands in the list of pairs, and what is wrong with the file as its last item."""
    with opened(path, limit=LARGEST_LINES) as file:
        head = file.read(4)
        file.seek(0)
        chosen = options.encoding and known_encoding(path, options.encoding)
        encoding = chosen or marked_encoding(head) or "UTF-8"
        text = io.TextIOWrapper(file, encoding=encoding, newline="")
        try:
            yield from _in_text(text, beside)
        except BadJsonError as error:
            yield error
        except UnicodeError:
            yield BadJsonError("it is not in the encoding of the file")
        finally:
            text.detach()  # the file is closed by who opened it


def _in_text(text: io.TextIOWrapper, beside: dict[str, object]) -> Iterator[object]:
    start = text.read(1).lstrip(_MARK)
    while start.isspace():
        start = text.read(1)
    inner = _Again(start, text)
    if start == "[":
        yield from JsonStream(inner).records()
    else:
        yield from JsonStream(inner).items_under("annotations", beside)


class _Again(io.TextIOBase):
    """A text whose beginning was looked at and is read again."""

    def __init__(self, start: str, rest: io.TextIOBase) -> None:
        self._start, self._rest = start, rest

    def read(self, size: int | None = -1, /) -> str:
        """Return the next characters."""
        start, self._start = self._start, ""
        return start or self._rest.read(size)


def _items(path: Path, value: object, place: str) -> Iterator[ForeignItem]:
    if value is None:  # a text that nobody has looked at yet
        return
    if isinstance(value, BadJsonError):
        yield DamagedAnnotationsError(path, place=place, reason=str(value))
        return
    if not isinstance(value, list) or len(value) != _PAIR or not isinstance(value[1], Mapping):
        reason = "it is no pair of a text and its entities"
        yield DamagedAnnotationsError(path, place=place, reason=reason)
        return
    try:
        text = checked_text(path, value[0], place)
    except DamagedAnnotationsError as error:
        yield error
        return
    good, bad = apart(highlights_in(value[1].get("entities"), path, place))
    yield from bad
    yield replace(ForeignArticle(text=text or "", place=place), highlights=tuple(good))
