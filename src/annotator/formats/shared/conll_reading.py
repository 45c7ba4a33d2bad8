"""Reading tagged words: texts are what comments say, or the words with spaces between them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.exchange_errors import DamagedAnnotationsError, NotAnnotationsError
from annotator.core.file_errors import EmptyFileError
from annotator.core.foreign_values import ForeignHighlight
from annotator.core.table_errors import shown_name
from annotator.formats.shared.article_texts import text_refusal
from annotator.formats.shared.carried_data import told_fields, told_spans
from annotator.formats.shared.conll_lines import (
    DOCUMENT,
    Columns,
    cells_of,
    columns_of,
    comment_of,
    is_row,
    rows_in,
)
from annotator.formats.shared.conll_tags import OUTSIDE, TAG, entities
from annotator.formats.shared.known_keys import misspelled
from annotator.formats.shared.our_data import told_article
from annotator.formats.shared.span_values import BadSpanError, words
from annotator.service.article_ports import ReadOptions
from annotator.service.reading.dump_files import beginning_of, opened, surveyed, text_of
from annotator.service.reading.files import LARGEST_ARTICLE
from annotator.service.reading.json_values import BadJsonError, value_of
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import TextIOWrapper
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.service.reading.dump_files import Survey

_TITLE = "CoNLL"
_AUTHORS = "authors"
_NEW, _NATIVE = "newdoc", "newdoc id"


def read_words(path: Path, encoding: str) -> Iterator[ForeignItem]:
    """Yield the articles of a file; one without anything in it has none.

    Raises:
        NotAnnotationsError: no column has tags.
        FileProblemError: it cannot be read.

    """
    try:
        with opened(path) as file:
            survey = surveyed(path, file, ReadOptions(encoding=encoding), reader=_TITLE)
            columns = _columns(path, beginning_of(file, survey))
            with text_of(file, survey) as text:
                yield from _Reader(path, columns, survey).items(text)
    except EmptyFileError:
        return


def _columns(path: Path, beginning: str) -> Columns:
    lines = beginning.split("\n")
    rows = rows_in(lines[:-1] if len(lines) > 1 else lines)
    columns = columns_of(rows)
    if columns is None and rows:
        raise NotAnnotationsError(path, wanted=_TITLE)
    return columns or Columns(0, 1)


_COMMENTS = frozenset((
    _NATIVE, _AUTHORS, "article_id", "text_sha256", "title", "url", "publisher", "published",
    "language", "direction", "highlight", "text", "before", "start", "generator", "offset_unit",
))  # fmt: skip


class _Token(NamedTuple):
    word: str
    tag: str
    line: int


class _Reader:
    """Goes through the lines, and hands an article on when the next one begins."""

    def __init__(self, path: Path, columns: Columns, survey: Survey) -> None:
        self._path, self._columns, self._survey = path, columns, survey
        self._count = 0
        self._article = _Article(path)
        self._wrong: list[DamagedAnnotationsError] = []

    def items(self, file: TextIOWrapper) -> Iterator[ForeignItem]:
        """Yield the articles, and what is wrong in them."""
        number = 0
        while line := file.readline(LARGEST_ARTICLE):
            number += 1
            line = line.rstrip("\r\n")
            told = comment_of(line)
            begins = line.startswith(DOCUMENT)
            if begins or (told is not None and line.startswith(f"# {_NEW}")):
                yield from self._finished()
            if told is not None:
                self._article.comment(told[0], told[1], number)
            elif not begins:
                self._word(line, number)
            yield from self._taken()
        yield from self._finished()

    def _word(self, line: str, number: int) -> None:
        cells = cells_of(line) if line.strip() else []
        if not cells:
            self._article.end_sentence()
            return
        if not is_row(cells):
            return
        word = cells[self._columns.word].strip() if len(cells) > self._columns.word else ""
        tag = cells[self._columns.tag].strip() if len(cells) > self._columns.tag else ""
        if not TAG.fullmatch(tag):
            self._refuse(number, "it has no tag where the others do")
            tag = OUTSIDE
        if word:
            self._article.add(_Token(word, tag, number))

    def _refuse(self, number: int, reason: str) -> None:
        place = f"line {number}"
        self._wrong.append(DamagedAnnotationsError(self._path, place=place, reason=reason))

    def _taken(self) -> list[DamagedAnnotationsError]:
        wrong, self._wrong = self._wrong, []
        return wrong

    def _finished(self) -> Iterator[ForeignItem]:
        if self._article.is_there:
            self._count += 1
            yield from self._article.finished(self._count)
        self._article = _Article(self._path)


class _Article:
    """An article while its lines come in."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        self._parts: list[str] = []
        self._length = 0
        self._tokens: list[_Token] = []
        self._waiting = 0
        self._too_long = False
        self._before: str | None = None
        self._text: str | None = None
        self._found: dict[tuple[int, int], ForeignHighlight] = {}
        self._told: list[tuple[int, str]] = []
        self._faults: list[str] = []

    @property
    def is_there(self) -> bool:
        """Tell whether anything of an article came in."""
        return bool(self._parts or self._tokens or _NATIVE in self._values)

    def comment(self, name: str, value: str, number: int) -> None:
        """Take in what a comment says."""
        if name in {"text", "before"} and self._tokens:
            self.end_sentence()
        if name == "text":
            self._text = value
        elif name == "before":
            self._before = _words(value)
        elif name == "highlight":
            self._told.append((number, value))
        elif name not in {"", "generator", "start", "sent_id"}:
            self._values.setdefault(name, value)

    def add(self, token: _Token) -> None:
        """Take in a word."""
        self._waiting += len(token.word) + 1
        self._too_long |= self._length + self._waiting > LARGEST_ARTICLE
        if not self._too_long:
            self._tokens.append(token)

    def end_sentence(self) -> None:
        """Put the words that came in to the text."""
        if not self._tokens:
            return
        before = self._before
        if before is None:
            before = "\n" if self._parts else ""
        text, places = _laid_out(self._tokens, self._text)
        if self._text is not None and text != self._text:
            line = self._tokens[0].line
            self._faults.append(
                Remark.PLACED.of(place=f"line {line}", said=Remark.OTHER_WORDS.of())
            )
        start = self._length + len(before)
        for one in entities(token.tag for token in self._tokens):
            span = start + places[one.first][0], start + places[one.last - 1][1]
            place = f"line {self._tokens[one.first].line}"
            self._found[span] = ForeignHighlight((span,), one.label, place=place)
        self._parts += [before, text]
        self._length = start + len(text)
        self._tokens, self._text, self._before = [], None, None
        self._waiting = 0

    def finished(self, number: int) -> Iterator[ForeignItem]:
        """Yield the article, and what is wrong with it."""
        self.end_sentence()
        text = "".join(self._parts) + (_words(self._values.pop("after", "")) or "")
        refusal = "its text is too long" if self._too_long else text_refusal(text)
        if refusal:
            yield DamagedAnnotationsError(self._path, place=f"article {number}", reason=refusal)
            return
        own, wrong = self._own()
        if self._told:  # which this program alone tells
            self._faults += misspelled(self._values, _COMMENTS)
            if self._values.get(_NATIVE) != self._values.get("article_id"):
                self._faults.append(Remark.OTHER_BEGINNING.of())
        yield from wrong
        authors = self._values.get(_AUTHORS)
        if authors:
            self._values[_AUTHORS] = _value(authors)
        article = told_article(self._values, text, f"article {number}")
        stem = shown_name(self._path.stem)
        native = self._values.get(_NATIVE, "")
        usual = native or (f"{stem} ({number})" if number > 1 else stem)
        everything = sorted((*own, *self._found.values()), key=lambda one: one.spans[:1])
        yield replace(
            article,
            id=native or str(number),
            title=article.title or usual,
            highlights=tuple(everything),
            faults=lambda: (*article.faults(), *self._faults),
        )

    def _own(self) -> tuple[list[ForeignHighlight], list[DamagedAnnotationsError]]:
        """Take the highlights of which comments tell all, if their tags are still there."""
        found, wrong = [], []
        for number, line in self._told:
            try:
                own = self._highlight(_value(line), f"line {number}")
            except BadSpanError as error:
                place = f"line {number}"
                wrong.append(DamagedAnnotationsError(self._path, place=place, reason=str(error)))
                continue
            if own is not None:
                found.append(own)
            else:
                self._faults.append(
                    Remark.PLACED.of(place=f"line {number}", said=Remark.NO_TAGS.of())
                )
        return found, wrong

    def _highlight(self, data: object, place: str) -> ForeignHighlight | None:
        if not isinstance(data, dict):
            raise BadSpanError("it is no object")
        tags = told_spans(data.get("tags", []))
        if not all(one in self._found for one in tags):
            return None
        label = next((self._found[one].label for one in tags), words(data.get("label")))
        for one in tags:
            self._found.pop(one, None)
        spans = told_spans(data["spans"]) if "spans" in data else tags
        fields = told_fields(data, words(data.get("note")))
        return ForeignHighlight(spans, label, place=place, **fields)


def _laid_out(tokens: list[_Token], text: str | None) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of a sentence and where its words are; what does not fit is not believed."""
    if text is not None:
        places, at = [], 0
        for one in tokens:
            at = text.find(one.word, at)
            if at < 0:
                break
            places.append((at, at + len(one.word)))
            at += len(one.word)
        else:
            return text, places
    places, at = [], 0
    for one in tokens:
        places.append((at, at + len(one.word)))
        at += len(one.word) + 1
    return " ".join(one.word for one in tokens), places


def _value(line: str) -> object:
    try:
        return value_of(line)
    except BadJsonError:
        return None


def _words(line: str) -> str | None:
    found = _value(line)
    return found if isinstance(found, str) else None
