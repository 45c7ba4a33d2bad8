"""Projects of QualCoder: a folder NAME.qda with the SQLite file data.qda in it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, groupby
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
from annotator.core.table_errors import shown_name
from annotator.formats.shared.article_texts import text_refusal
from annotator.formats.shared.foreign_databases import (
    has_tables,
    number_in,
    opened_database,
    refuse_others,
    text_in,
)
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.times import iso_time
from annotator.service.writing import DATABASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.core.foreign_values import ForeignItem
    from annotator.formats.shared.foreign_databases import ForeignDatabase
    from annotator.service.exchange_ports import ExchangeOptions, Loss, Sent

TOOL = "QualCoder"
_FILE = "data.qda"
_SOURCE = frozenset(("id", "name", "fulltext", "mediapath"))
_PLACES = frozenset(("fid", "pos0", "pos1", "memo", "owner", "date"))
_TABLES = {
    "source": _SOURCE,
    "code_name": frozenset(("cid", "name", "memo", "catid", "color")),
    "code_cat": frozenset(("catid", "name", "memo", "supercatid")),
    "code_text": _PLACES | {"ctid", "cid", "seltext"},
}
_ANNOTATION = {"annotation": _PLACES | {"anid"}}
_PROJECT = {"project": frozenset(("date",))}
_CREATED = "SELECT date FROM project LIMIT 1"
_CATEGORIES = "SELECT catid, name, memo, supercatid FROM code_cat ORDER BY catid"
_CODES = "SELECT cid, name, memo, catid, color FROM code_name ORDER BY cid"
_TEXTS = "SELECT id, name, fulltext, mediapath FROM source ORDER BY id"
_CODINGS = """
SELECT s.id, c.ctid, c.pos0, c.pos1, c.memo, c.owner, c.date, c.seltext, c.cid
FROM source s JOIN code_text c ON c.fid = s.id ORDER BY s.id, c.ctid
"""
_ANNOTATIONS = """
SELECT s.id, a.anid, a.pos0, a.pos1, a.memo, a.owner, a.date
FROM source s JOIN annotation a ON a.fid = s.id ORDER BY s.id, a.anid
"""
# What no highlight of a text can be, by the table that holds it.
_OTHERS = {
    "attribute": ("attributes", "SELECT count(*) FROM attribute"),
    "cases": ("cases", "SELECT count(*) FROM cases"),
    "code_av": ("codes on recordings", "SELECT count(*) FROM code_av"),
    "code_image": ("codes on pictures", "SELECT count(*) FROM code_image"),
    "journal": ("entries of the journal", "SELECT count(*) FROM journal"),
    "code_text": (
        "codes on files that are gone",
        "SELECT count(*) FROM code_text WHERE fid NOT IN (SELECT id FROM source)",
    ),
}
_COLOR = re.compile(r"#[0-9a-fA-F]{6}\Z")


class QualCoderFormat:
    """Reads the projects of QualCoder; its annotations become highlights without a label."""

    name = "qualcoder"
    title = "QualCoder project"
    suffixes = (".qda",)
    reads = True
    writes = False
    folder = False
    extra = ""
    variants = ()
    holds = frozenset(Holds) - {
        Holds.SIGNS,
        Holds.GUIDE,
        Holds.PARTS,
        Holds.CLAIM,
        Holds.METADATA,
        Holds.UNPLACED,
    }

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the tables of a database, or of the one in a folder, that it is."""
        file = _database(path)
        is_one = head.startswith(DATABASE) or (path.is_dir() and file.is_file())
        return is_one and has_tables(file, _TABLES)

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a project holds.

        Raises:
            AnnotatorError: the file cannot be read, or is no such project.

        """
        del options
        file = _database(path)
        with opened_database(file) as database:
            refuse_others(file, database, _TABLES, title=self.title)
            created = database.rows(_CREATED) if database.has(_PROJECT) else iter(())
            project = next((text_in(date) for (date,) in created), "")
            labels = tuple(_labels(database))
        return ForeignFile(
            TOOL,
            lambda: _items(file),
            project=project,
            reading=Reading(),
            settled=True,
            labels=labels,
        )

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> tuple[Loss, ...]:
        """Refuse, since such files are read alone."""
        raise NotImplementedError


def _database(path: Path) -> Path:
    return path / _FILE if path.is_dir() else path


def _labels(database: ForeignDatabase) -> Iterator[ForeignLabel]:
    """Yield the categories, and the codes below them."""
    for category, name, memo, above in database.rows(_CATEGORIES):
        yield ForeignLabel(
            text_in(name), f"category {category}", definition=text_in(memo), parent=_parent(above)
        )
    for code, name, memo, category, color in database.rows(_CODES):
        told = text_in(color)
        yield ForeignLabel(
            text_in(name),
            str(code),
            color=told.lower() if _COLOR.match(told) else "",
            definition=text_in(memo),
            parent=_parent(category),
        )


def _parent(category: object) -> str:
    return f"category {category}" if isinstance(category, int) else ""


def _items(path: Path) -> Iterator[ForeignItem]:
    with opened_database(path) as database:
        codings = _BySource(database.rows(_CODINGS))
        noted = database.has(_ANNOTATION)
        annotations = _BySource(database.rows(_ANNOTATIONS) if noted else ())
        media = 0
        for source, name, words, kept in database.rows(_TEXTS):
            rows, notes = codings.of(source), annotations.of(source)
            text = text_in(words)
            if not text and (words is None or text_in(kept)):
                media += 1
                continue
            article = ForeignArticle(
                text_in(name), text, id=str(source), place=f"file “{shown_name(text_in(name))}”"
            )
            yield from _article(path, article, chain(rows, notes))
        if media:
            yield left_out(path, "files without a text", media)
        yield from _left_out(path, database)


def _left_out(path: Path, database: ForeignDatabase) -> Iterator[LeftOutError]:
    for table, (what, query) in _OTHERS.items():
        if database.has({table: frozenset()}):
            (count,) = next(database.rows(query))
            if count:
                yield left_out(path, what, number_in(count) or 0)


class _BySource:
    """Rows in the order of the sources that they belong to, asked for source by source."""

    def __init__(self, rows: Iterable[tuple[object, ...]]) -> None:
        self._groups = groupby(rows, key=lambda row: row[0])
        self._next = next(self._groups, None)

    def of(self, source: object) -> list[tuple[object, ...]]:
        """Return the rows of a source."""
        if self._next is None or self._next[0] != source:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows


def _article(
    path: Path, article: ForeignArticle, rows: Iterable[tuple[object, ...]]
) -> Iterator[ForeignItem]:
    refusal = text_refusal(article.text or "")
    if refusal:
        yield DamagedAnnotationsError(path, place=article.place, reason=refusal)
        return
    found: list[ForeignHighlight] = []
    for row in rows:
        one = _highlight(row, article.place)
        if one is None:
            yield DamagedAnnotationsError(
                path,
                place=f"{article.place}, row {row[1]}",
                reason="its positions are no stretch of a text",
            )
        else:
            found.append(one)
    yield replace(article, highlights=tuple(found))


def _highlight(row: tuple[object, ...], place: str) -> ForeignHighlight | None:
    _, native, pos0, pos1, memo, owner, date, *coded = row
    start, end = number_in(pos0), number_in(pos1)
    if start is None or end is None or not 0 <= start <= end:
        return None
    quote, code = (text_in(coded[0]), str(coded[1])) if coded else ("", "")
    note, made = text_in(memo), iso_time(text_in(date))
    return ForeignHighlight(
        spans=((start, end),),
        label=code,
        quotes=(quote,) if quote else (),
        id=str(native) if coded else f"annotation {native}",
        reviewer=text_in(owner),
        created=made,
        modified=made,
        claim={"note": note} if note else {},
        place=f"{place}, {'code' if coded else 'annotation'} {native}",
    )
