"""Articles out of rows of named values: which column is which, and what a row becomes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeGuard

from annotator.articles.reading.column_names import guessed_columns
from annotator.articles.reading.markup_pieces import text_of_piece
from annotator.articles.reading.titles import title_of
from annotator.core.canonical import LoneSurrogateError, NulCharacterError, canonical_text
from annotator.core.errors import AnnotatorError
from annotator.core.table_errors import (
    DamagedRowError,
    EmptyRowError,
    NoRowsError,
    NoSuchColumnError,
    NoSuchFieldError,
    NoTextColumnError,
    NoTextsInSheetError,
    UnsayableRowError,
)
from annotator.service.article_ports import ARTICLE_FIELDS, Doubt, ReadArticle
from annotator.service.column_mappings import Column
from annotator.service.reading.dates import published_day
from annotator.service.reading.declared import primary_language, web_address
from annotator.service.reading.files import LARGEST_ARTICLE, sayable
from annotator.service.reading.grids import Row
from annotator.service.reading.values import flat, names_in, sample_of, text_in, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from annotator.service.article_ports import ReadOptions
    from annotator.service.reading.dump_files import Survey

WITH_MARKUP = "texts with HTML markup"
# So many rows tell which columns there are where no header does.
FIRST_ROWS = 50
SAMPLES = 3
LONGEST_SAMPLE = 80


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows: its columns where a header names them, else those of its first rows do.

    Of a sheet among others ``sheet`` is the title, and ``known`` the columns of all.
    """

    path: Path
    survey: Survey
    rows: Iterator[Row | AnnotatorError]
    header: tuple[str, ...] = ()
    sheet: str = ""
    known: tuple[str, ...] = ()


def columns_of(table: Table) -> tuple[Column, ...]:
    """Return a table's columns with a few values each, and what they would be taken for."""
    first = _first_rows(table)
    names = table.header or _columns(first)
    fields = {column: field for field, column in guessed_columns(names).items()}
    values = [one.values for one in first if isinstance(one, Row)]
    return tuple(
        Column(
            name,
            sample_of([row.get(name) for row in values], most=SAMPLES, longest=LONGEST_SAMPLE),
            fields.get(name, ""),
        )
        for name in names
    )


def articles_of(table: Table, options: ReadOptions) -> Iterator[ReadArticle | AnnotatorError]:
    """Yield a table's articles, and for each row that cannot be one the reason.

    Raises:
        NoRowsError: there are none.
        NoTextColumnError: nothing tells in which column the texts are.
        NoTextsInSheetError: the same, of a sheet among others.
        NoSuchColumnError: a column was chosen that the table does not have.
        NoSuchFieldError: a column was to become what no article has.

    """
    first = _first_rows(table)
    if not first:
        raise NoRowsError(table.path)
    if not table.header and not any(isinstance(one, Row) for one in first):
        yield from (one for one in first if isinstance(one, AnnotatorError))
        yield from (one for one in table.rows if isinstance(one, AnnotatorError))
        return
    chosen, guessed = mapped(table, table.header or _columns(first), options)
    maker = _Maker(table, chosen, guessed=guessed, markup=options.variant == WITH_MARKUP)
    for one in chain(first, table.rows):
        yield maker.article(one) if isinstance(one, Row) else one


def mapped(
    table: Table, columns: Sequence[str], options: ReadOptions
) -> tuple[dict[str, str], bool]:
    """Return the column of each field, as chosen or else guessed, and if the texts' was guessed.

    A field that was mapped to no name stays empty. One that was mapped to a column which other
    sheets alone have is guessed.

    Raises:
        NoTextColumnError: nothing tells in which column the texts are.
        NoTextsInSheetError: the same, of a sheet among others.
        NoSuchColumnError: a column was chosen that there is not.
        NoSuchFieldError: a column was to become what no article has.

    """
    chosen: dict[str, str] = {}
    for field, name in options.mapping:
        column = name and _named(name, columns)
        if field not in ARTICLE_FIELDS:
            raise NoSuchFieldError(table.path, field=field, fields=ARTICLE_FIELDS)
        if column or not name:
            chosen[field] = column
        elif not _named(name, table.known):
            known = table.known or tuple(columns)
            raise NoSuchColumnError(table.path, column=name, columns=known)
    guesses = guessed_columns(columns, taken=frozenset(chosen.values()))
    guessed = {field: name for field, name in guesses.items() if field not in chosen}
    found = {field: name for field, name in (guessed | chosen).items() if name}
    if "text" not in found and len(columns) == 1 and not chosen:
        found["text"], guessed = columns[0], {"text": columns[0]}
    if "text" not in found and table.sheet:
        raise NoTextsInSheetError(table.path, sheet=table.sheet, columns=tuple(columns))
    if "text" not in found:
        raise NoTextColumnError(table.path, columns=tuple(columns))
    return found, "text" in guessed


def _named(name: str, columns: Sequence[str]) -> str:
    """Return the column that a name means, whatever its case; empty where there is none."""
    wanted = name.strip().casefold()
    alike = (one for one in columns if one.strip().casefold() == wanted)
    return name if name in columns else next(alike, "")


def _first_rows(table: Table) -> list[Row | AnnotatorError]:
    """Take the rows that tell the columns; few where they are long."""
    first: list[Row | AnnotatorError] = []
    weight = 0
    for one in islice(table.rows, FIRST_ROWS):
        first.append(one)
        weight += sum(len(str(value)) for value in one.values.values()) if _is_row(one) else 0
        if weight > LARGEST_ARTICLE:
            break
    return first


def _is_row(one: Row | AnnotatorError) -> TypeGuard[Row]:
    return isinstance(one, Row)


def _columns(first: Iterable[Row | AnnotatorError]) -> tuple[str, ...]:
    names = (name for one in first if isinstance(one, Row) for name in one.values)
    return tuple(dict.fromkeys(names))


class _Maker:
    """Makes articles of the rows of one table."""

    def __init__(
        self, table: Table, mapping: dict[str, str], *, guessed: bool, markup: bool
    ) -> None:
        self._path, self._mapping, self._markup = table.path, mapping, markup
        self._survey = table.survey
        self._doubts = (*table.survey.doubts, Doubt.MAPPING) if guessed else table.survey.doubts

    def article(self, row: Row) -> ReadArticle | AnnotatorError:
        try:
            return self._made(row)
        except AnnotatorError as error:
            return error
        except RecursionError:
            return DamagedRowError(self._path, place=row.place, reason="it is nested too deeply")

    def _made(self, row: Row) -> ReadArticle:
        found = {field: row.values.get(name) for field, name in self._mapping.items()}
        text = self._text(row.place, found["text"])
        stem = f"{sayable(self._path.stem)} {row.place}"
        return ReadArticle(
            title=words_in(found.get("title")) or title_of(text, stem),
            text=text,
            source=self._survey.source,
            publisher=words_in(found.get("publisher")),
            authors=names_in(found.get("authors")),
            url=web_address(words_in(found.get("url"))),
            published=published_day(words_in(found.get("published"))),
            language=primary_language(words_in(found.get("language"))),
            place=row.place,
            doubts=self._doubts,
            encodings=self._survey.encodings,
        )

    def _text(self, place: str, value: object) -> str:
        raw = text_in(value)
        try:
            text = canonical_text(raw).text
        except (NulCharacterError, LoneSurrogateError) as error:
            raise UnsayableRowError(self._path, place=place, position=error.position) from error
        if self._markup:
            text = text_of_piece(self._path, text)
        if not text.strip():
            raise EmptyRowError(self._path, place=place)
        return text


def flat_row(place: str, record: dict[str, Any]) -> Row:
    """Return an object as a row, with the values of objects in it as columns."""
    return Row(place, flat(record))
