"""Projects of Taguette (SQLite), whose positions are bytes among the text nodes of its HTML."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import DamagedAnnotationsError, LeftOutError
from annotator.core.foreign_values import (
    ForeignArticle,
    ForeignFile,
    ForeignHighlight,
    ForeignLabel,
    Holds,
    Reading,
)
from annotator.core.offsets import OffsetOutsideTextError, Utf8Map
from annotator.core.table_errors import shown_name
from annotator.formats.shared.article_texts import text_refusal
from annotator.formats.shared.foreign_databases import (
    has_tables,
    number_in,
    opened_database,
    refuse_others,
    text_in,
)
from annotator.formats.shared.html_lines import HtmlLines
from annotator.formats.shared.left_out import left_out
from annotator.service.writing import DATABASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.formats.shared.foreign_databases import ForeignDatabase
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

TOOL = "Taguette"
_TABLES = {
    "projects": frozenset(("id", "created")),
    "documents": frozenset(("id", "name", "description", "text_direction", "contents")),
    "highlights": frozenset(("id", "document_id", "start_offset", "end_offset", "snippet")),
    "tags": frozenset(("id", "path", "description")),
    "highlight_tags": frozenset(("highlight_id", "tag_id")),
}
_DIRECTIONS = {"RIGHT_TO_LEFT": "rtl", "LEFT_TO_RIGHT": "ltr"}
_PROJECT = "SELECT created FROM projects ORDER BY id LIMIT 1"
_TAGS = "SELECT id, path, description FROM tags ORDER BY id"
_DOCUMENTS = "SELECT id, name, text_direction, contents FROM documents ORDER BY id"
_DESCRIBED = "SELECT count(*) FROM documents WHERE description <> ''"
_HIGHLIGHTS = """
SELECT d.id, h.id, h.start_offset, h.end_offset, h.snippet, t.id
FROM documents d
JOIN highlights h ON h.document_id = d.id
LEFT JOIN highlight_tags ht ON ht.highlight_id = h.id
LEFT JOIN tags t ON t.id = ht.tag_id
ORDER BY d.id, h.id, t.id
"""
_LOST = "SELECT count(*) FROM highlights WHERE document_id NOT IN (SELECT id FROM documents)"
_NESTING = "."


class TaguetteFormat:
    """Reads the projects of Taguette; a highlight with several tags becomes several."""

    name = "taguette"
    title = "Taguette project"
    suffixes = (".sqlite3", ".db")
    reads = True
    writes = False
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(
        (Holds.OVERLAP, Holds.CODEBOOK, Holds.ID, Holds.QUOTE, Holds.TEXT, Holds.TITLE, Holds.EMPTY)
    )

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the tables of a database that it is."""
        return head.startswith(DATABASE) and has_tables(path, _TABLES)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a project holds; its texts are the words of its pages, block by block.

        Raises:
            AnnotatorError: the file cannot be read, or is no such project.

        """
        del options
        with opened_database(path) as database:
            refuse_others(path, database, _TABLES, title=self.title)
            project = next((text_in(made) for (made,) in database.rows(_PROJECT)), "")
            labels = tuple(_labels(database.rows(_TAGS)))
        return ForeignFile(
            TOOL,
            lambda: _items(path),
            project=project,
            reading=Reading(),
            settled=True,
            labels=labels,
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> tuple[Loss, ...]:
        """Refuse, since such files are read alone."""
        raise NotImplementedError


def _labels(rows: Iterable[tuple[object, ...]]) -> Iterator[ForeignLabel]:
    """Yield the tags, each below the nearest whose path is the beginning of its own."""
    found = [(str(tag), text_in(path), text_in(words)) for tag, path, words in rows]
    ids = {path: tag for tag, path, _ in found}
    for tag, path, words in found:
        above = path
        while _NESTING in above:
            above = above.rpartition(_NESTING)[0]
            if above in ids:
                break
        parent = ids.get(above, "") if above != path else ""
        yield ForeignLabel(path, tag, definition=words, parent=parent)


def _items(path: Path) -> Iterator[ForeignItem]:
    with opened_database(path) as database:
        marked = groupby(database.rows(_HIGHLIGHTS), key=lambda row: row[0])
        waiting = next(marked, None)
        for document, name, direction, contents in database.rows(_DOCUMENTS):
            rows: list[tuple[object, ...]] = []
            if waiting is not None and waiting[0] == document:
                rows = list(waiting[1])
                waiting = next(marked, None)
            page = _Document(path, str(document), text_in(name), text_in(contents))
            yield from page.items(rows, direction=_DIRECTIONS.get(text_in(direction), ""))
        yield from _left_out(path, database)


def _left_out(path: Path, database: ForeignDatabase) -> Iterator[LeftOutError]:
    for query, what in (
        (_DESCRIBED, "descriptions of documents"),
        (_LOST, "highlights of documents that are gone"),
    ):
        (count,) = next(database.rows(query))
        if count:
            yield left_out(path, what, number_in(count) or 0)


class _Document:
    """One document, with the places of its highlights in the lines that it is shown as."""

    def __init__(self, path: Path, document: str, name: str, contents: str) -> None:
        self._path, self._document, self._name = path, document, name
        self._place = f"document “{shown_name(name)}”"
        self._contents = contents

    def items(self, rows: list[tuple[object, ...]], *, direction: str) -> Iterator[ForeignItem]:
        """Yield what is wrong with some highlights, and the article with the others."""
        refusal = text_refusal(self._contents)
        if refusal:
            yield self._damage(self._place, refusal)
            return
        lines = HtmlLines(self._contents)
        units = Utf8Map(lines.raw)
        found: list[ForeignHighlight] = []
        for row in rows:
            one = self._highlight(row, lines, units)
            if isinstance(one, ForeignHighlight):
                found.append(one)
            else:
                yield one
        yield ForeignArticle(
            title=self._name,
            text=lines.text,
            highlights=tuple(found),
            id=self._document,
            direction=direction,
            place=self._place,
        )

    def _highlight(
        self, row: tuple[object, ...], lines: HtmlLines, units: Utf8Map
    ) -> ForeignHighlight | DamagedAnnotationsError:
        _, native, start, end, snippet, tag = row
        place = f"{self._place}, highlight {native}"
        first, last = number_in(start), number_in(end)
        if first is None or last is None or not 0 <= first <= last:
            return self._damage(place, "its positions are no stretch of a text")
        try:
            raw = units.to_code_point(first), units.to_code_point(last)
        except OffsetOutsideTextError as error:
            return self._damage(place, f"position {error.offset} is outside of its text")
        begin, behind = lines.span(*raw)
        if begin >= behind:
            return self._damage(place, "no word is in it")
        return ForeignHighlight(
            spans=((begin, behind),),
            label="" if tag is None else str(tag),
            quotes=_quotes(text_in(snippet), lines.text[begin:behind]),
            id=str(native) if tag is None else f"{native}/{tag}",
            place=place,
        )

    def _damage(self, place: str, reason: str) -> DamagedAnnotationsError:
        return DamagedAnnotationsError(self._path, place=place, reason=reason)


def _quotes(snippet: str, words: str) -> tuple[str, ...]:
    """Return the words of a snippet; as they stand in the text, where but spaces differ."""
    if not snippet or text_refusal(snippet):
        return ()
    told = HtmlLines(snippet).text
    return (words if told.split() == words.split() else told,)
