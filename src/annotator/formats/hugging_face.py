"""Folders with a dataset as Hugging Face's library loads them: a card, and rows in JSON Lines.

A row is an article with its spans, which may overlap; or, with the variant "tokens", its words
with a tag each (IOB2). Rows are articles, so that no later split tears one apart. Positions count
code points. Everything that a row has is told in the card, so that nothing is guessed by loaders.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from annotator.core.exchange_errors import NotAnnotationsError
from annotator.core.file_errors import FileProblemError
from annotator.core.foreign_values import ForeignFile, Holds, Reading
from annotator.formats.shared.card_faults import Rows, card_faults
from annotator.formats.shared.dataset_cards import (
    FENCE,
    card_lines,
    class_label,
    names_in,
    told_labels,
)
from annotator.formats.shared.dataset_reading import BESIDE, RowReader, is_row
from annotator.formats.shared.json_lines import Found, objects_in, sample_of
from annotator.formats.shared.json_writing import write_line
from annotator.formats.shared.our_data import article_data, piece_data
from annotator.formats.shared.spans import pieces
from annotator.formats.shared.token_tags import BEGIN, INSIDE, OUTSIDE, tagged, token_places
from annotator.service.exchange_ports import ExchangeOptions, Loss
from annotator.service.loss_names import (
    LONGEST_KEPT,
    ONE_FOR_EACH_SPAN,
    OVERLAPPING,
    SEVERAL_SPANS,
    TAGS_COVER_WORDS,
    WITHIN_WORDS,
    WORDLESS,
    WORDS_HAVE_TAGS,
)
from annotator.service.reading.files import file_bytes
from annotator.service.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.core.records import Codebook
    from annotator.formats.shared.spans import Piece
    from annotator.service.exchange_ports import Sent, SentArticle

TOKENS = "tokens"
CARD, ROWS = "README.md", "data/train-00000-of-00001.jsonl"
_LARGEST_CARD = 2_000_000
_KNOWN = (b"dataset_info:", b"configs:", b"task_categories:", b"data_files:")
_WORDS = ("article_id", "text_sha256", "title", "url", "publisher", "language", "direction", "text")
_OF_SPANS = ("id", "text", "note", "reviewer", "reviewer_id", "created", "modified", "claim", "cue")


class HuggingFaceFormat:
    """Writes a folder that loads offline; reads such folders with spans, or tokens and tags."""

    name = "hugging-face"
    title = "Hugging Face dataset"
    suffixes = ()
    reads = True
    writes = True
    folder = True
    extra = ""
    variants = (TOKENS,)
    holds = frozenset(Holds) - {Holds.CODEBOOK, Holds.SIGNS, Holds.GUIDE, Holds.UNPLACED}

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the card of a folder, and rows beside it that have spans or tags."""
        del head
        if not path.is_dir() or not any(word in _card(path) for word in _KNOWN):
            return False
        try:
            return all(is_row(row) for one in _files(path)[:1] for row in _first(one))
        except FileProblemError:
            return False

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what the rows of a folder hold.

        Raises:
            AnnotatorError: there is none in JSON Lines.

        """
        files = _files(path) if path.is_dir() else [path]
        if not files:
            raise NotAnnotationsError(path, wanted=f"{self.title} with rows in JSON Lines")
        names = names_in(_card(path).decode("utf-8", "replace")) if path.is_dir() else {}

        def items() -> Iterator[ForeignItem]:
            yield from RowReader(names).items(files, options)

        ours = any("text_sha256" in row for one in files[:1] for row in _first(one))

        def faults() -> Iterator[tuple[str, str]]:
            card = _card(path).decode("utf-8", "replace") if ours and path.is_dir() else ""
            if card:
                paths = {one.relative_to(path).as_posix() for one in files}
                found = card_faults(card, Rows(_all(files, options)), paths)
                yield from ((CARD, fault) for fault in found)

        return ForeignFile(self.name, items, reading=Reading(), settled=ours, faults=faults)

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss | Holds]:
        """Write the rows and the card.

        Raises:
            FileProblemError: a file cannot be written.

        """
        rows = _Rows(sent.codebook, tokens=options.variant == TOKENS)
        (target / ROWS).parent.mkdir()
        with replacing(target / ROWS) as file:
            for article in sent.articles():
                write_line(file, rows.row(article), form="A row of a dataset")
        with replacing(target / CARD) as file:
            file.writelines(f"{line}\n" for line in rows.card(sent.name))
        return rows.losses()


def _card(folder: Path) -> bytes:
    """Return the card of a folder; empty without one that begins with YAML."""
    try:
        card = file_bytes(folder / CARD, limit=_LARGEST_CARD)
    except FileProblemError:
        return b""
    return card if card.startswith(FENCE.encode()) else b""


def _files(folder: Path) -> list[Path]:
    found = [*folder.glob("*.jsonl"), *folder.glob("*/*.jsonl")]
    return sorted(one for one in found if one.is_file())


def _all(files: list[Path], options: ExchangeOptions) -> Iterator[dict[str, Any]]:
    for path in files:
        yield from (one.values for one in objects_in(path, options) if isinstance(one, Found))


def _first(path: Path) -> list[dict[str, Any]]:
    return sample_of(path, ExchangeOptions(), 1)


class _Rows:
    """Makes rows and the card that tells of them, and counts what was left out."""

    def __init__(self, codebook: Codebook, *, tokens: bool) -> None:
        self._codebook, self._tokens = codebook, tokens
        self._languages: set[str] = set()
        self._count = 0
        self._lost: Counter[str] = Counter()

    def row(self, article: SentArticle) -> dict[str, Any]:
        """Return the row of an article; each has the same keys."""
        one = article.article
        if one.language not in {"", "und"}:
            self._languages.add(one.language)
        self._count += 1
        told = {"text": article.revision.text, **article_data(article)}
        row: dict[str, Any] = {name: told.get(name, "") for name in _WORDS}
        row["authors"] = list(one.authors)
        # Loaders that look at a column of days take it for times, and write those otherwise.
        row[BESIDE] = json.dumps({"published": one.published}) if one.published else ""
        if self._tokens:
            return row | self._tagged(article.revision.text, list(pieces(article)))
        return row | {"spans": map(_span, pieces(article))}

    def card(self, name: str) -> Iterator[str]:
        """Yield the lines of the card."""
        features = list(self._features())
        yield from card_lines(
            name, languages=self._languages, size=self._count, path=ROWS, features=features
        )
        yield f"\n# {' '.join(name.split())}\n"
        what = "its words with a tag each (IOB2)" if self._tokens else "its highlighted spans"
        yield f"Each row is an article with {what}. Positions count Unicode code points of `text`,"
        yield "from 0; an end is that of the character behind the last one.\n"
        yield "## Labels\n"
        yield from told_labels(self._codebook)

    def losses(self) -> Iterator[Loss | Holds]:
        """Yield what tokens with tags do not hold."""
        for what, remark in (
            (OVERLAPPING, LONGEST_KEPT),
            (WORDLESS, WORDS_HAVE_TAGS),
            (WITHIN_WORDS, TAGS_COVER_WORDS),
            (SEVERAL_SPANS, ONE_FOR_EACH_SPAN),
        ):
            if self._lost[what]:
                yield Loss(what, self._lost[what], remark)
        if self._tokens:
            yield from (Holds.NOTE, Holds.CLAIM, Holds.REVIEWER, Holds.TIME, Holds.ID)

    def _features(self) -> Iterator[str]:
        for name in _WORDS:
            yield from _feature(name, "dtype: string")
        yield from _feature(BESIDE, "dtype: string")
        yield from _feature("authors", "list: string")
        keys = [one.key for one in self._codebook.labels]
        if self._tokens:
            yield from _feature("tokens", "list: string")
            yield from _feature("token_starts", "list: int64")
            yield from _feature("token_ends", "list: int64")
            tags = [OUTSIDE, *(kind + key for key in keys for kind in (BEGIN, INSIDE))]
            yield from class_label("ner_tags", tags, listed=True)
            return
        yield from _feature("spans", "list:")
        of_spans = [line for name in ("start", "end") for line in _feature(name, "dtype: int64")]
        of_spans += [line for name in _OF_SPANS for line in _feature(name, "dtype: string")]
        named = class_label("label", keys, listed=False) if keys else None
        label = named or _feature("label", "dtype: string")
        yield from (f"  {line}" for line in (*of_spans, *label))

    def _tagged(self, text: str, found: Sequence[Piece]) -> dict[str, Any]:
        places = token_places(text)
        made = tagged(found, places)
        lost = self._lost
        lost[OVERLAPPING] += made.left
        lost[WORDLESS] += made.wordless
        lost[WITHIN_WORDS] += made.moved
        lost[SEVERAL_SPANS] += sum(one.parts > 1 and not one.part for one in found)
        return {
            "tokens": [text[start:end] for start, end in places],
            "token_starts": [start for start, _ in places],
            "token_ends": [end for _, end in places],
            "ner_tags": made.tags,
        }


def _feature(name: str, kind: str) -> tuple[str, str]:
    return f"- name: {name}", f"  {kind}"


def _span(piece: Piece) -> dict[str, Any]:
    told = piece_data(piece)
    claim = {name: one for name, one in told.get("claim", {}).items() if name != "note"}
    place = {"start": piece.span.start, "end": piece.span.end}
    words = {name: told.get(name, "") for name in _OF_SPANS}
    words |= {"text": piece.quote, "note": "" if piece.part else piece.sent.note}
    words["claim"] = json.dumps(claim, ensure_ascii=False) if claim else ""
    words["cue"] = json.dumps(told["cue"]) if "cue" in told else ""
    return {**place, **words, "label": piece.sent.label.key}
