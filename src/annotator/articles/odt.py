"""OpenDocument texts (.odt): text, headings, lists, tables, notes and text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.articles.reading.documents import Document, document_article
from annotator.articles.reading.dublin_core import core_in
from annotator.articles.reading.visible_text import visible_lines
from annotator.core.document_errors import PasswordNeededError, WrongFormatError
from annotator.service.reading.archive import opened_archive
from annotator.service.reading.files import file_bytes
from annotator.service.reading.xml_trees import xml_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.article_ports import ReadArticle, ReadOptions
    from annotator.service.reading.archive import Archive

WANTED = "OpenDocument text (.odt)"
CONTENT, META, MANIFEST = "content.xml", "meta.xml", "META-INF/manifest.xml"
_MIMETYPE = b"application/vnd.oasis.opendocument.text"
_TYPES = (_MIMETYPE, _MIMETYPE + b"-template", _MIMETYPE + b"-web", _MIMETYPE + b"-master")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_CREATION = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}creation-date"
_INITIAL = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}initial-creator"
_BODY = f"{_OFFICE}body/{_OFFICE}text"
_NOTE, _MARK, _NOTE_BODY = f"{_TEXT}note", f"{_TEXT}note-citation", f"{_TEXT}note-body"
_COMMENT, _IMAGE = f"{_OFFICE}annotation", f"{_DRAW}image"
_SPACES = (f"{_TEXT}s", f"{_TEXT}tab")
# What an index is made from, which is not the index.
_SOURCES = ("table-of-content", "illustration-index", "table-index", "object-index", "user-index",
            "alphabetical-index", "bibliography")  # fmt: skip
_SILENT = frozenset((
    *(f"{_TEXT}{name}-source" for name in _SOURCES), f"{_OFFICE}binary-data", f"{_TEXT}script",
    f"{_TEXT}hidden-text", f"{_TEXT}ruby-text",
    _COMMENT, f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls", f"{_TEXT}variable-decls",
    f"{_TEXT}user-field-decls", f"{_OFFICE}forms", f"{_OFFICE}scripts", f"{_OFFICE}event-listeners",
    "{http://www.w3.org/2000/svg}title", "{http://www.w3.org/2000/svg}desc",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
))  # fmt: skip


class _Inline:
    """All elements but those that begin a line of their own."""

    _LINES = frozenset((
        f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}line-break", f"{_TEXT}list-item", f"{_TEXT}section",
        f"{_TABLE}table-cell", f"{_TABLE}table-row", f"{_DRAW}text-box", _BODY,
    ))  # fmt: skip

    def __contains__(self, tag: object) -> bool:
        return tag not in self._LINES


class OdtReader:
    """Reads OpenDocument texts; notes follow the text, comments and deletions are left out."""

    name = "OpenDocument text"
    suffixes = (".odt", ".ott")
    extra = "documents"
    apart = True
    variants = ()

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the type that such archives begin with."""
        del path
        return head[30:38] == b"mimetype" and _MIMETYPE in head[38:200]

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read the one article of a document.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        del options
        data = file_bytes(path)
        with opened_archive(path, data, wanted=WANTED) as archive:
            body = _body(path, archive)
            core = core_in(path, archive, META)
        left_out = next(body.iter(_COMMENT, _IMAGE), None) is not None
        notes = _notes(body)
        document = Document(
            data=data,
            text="\n".join(_lines(body, notes)),
            core=core,
            marks=tuple(mark for mark, _ in notes),
            left_out=left_out,
        )
        authors = core.values(_INITIAL)[:1] or core.authors
        day = core.day(_CREATION)
        yield document_article(path, document, reader=self.name, authors=authors, published=day)


def _body(path: Path, archive: Archive) -> Any:  # noqa: ANN401 - lxml carries no types
    if MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST):
        raise PasswordNeededError(path)
    of_type = "mimetype" not in archive or archive.read("mimetype").strip() in _TYPES
    if not of_type or CONTENT not in archive:
        raise WrongFormatError(path, wanted=WANTED)
    body = xml_tree(path, archive.read(CONTENT), part=CONTENT).find(_BODY)
    if body is None:
        raise WrongFormatError(path, wanted=WANTED)
    return body


def _notes(body: Any) -> list[tuple[str, Any]]:  # noqa: ANN401 - lxml carries no types
    """Take the notes out, each with the mark that the text has for it."""
    for space in body.iter(*_SPACES):
        space.text = " "
    return [_taken_out(note) for note in list(body.iter(_NOTE))]


def _lines(body: Any, notes: list[tuple[str, Any]]) -> Iterator[str]:  # noqa: ANN401 - lxml carries no types
    """Yield the paragraphs, then the notes behind their marks."""
    yield from visible_lines(body, inline=_Inline(), silent=_SILENT, kept=())
    for mark, note in notes:
        lines = list(visible_lines(note, inline=_Inline(), silent=_SILENT, kept=()))
        yield from (f"{mark} {line}" if not n else line for n, line in enumerate(lines))


def _taken_out(note: Any) -> tuple[str, Any]:  # noqa: ANN401 - lxml carries no types
    """Return a note's mark and body, and leave the mark in its place."""
    found, content = note.find(_MARK), note.find(_NOTE_BODY)
    mark = f"[{''.join(found.itertext()).strip()}]" if found is not None else "[*]"
    tail = note.tail
    body = note.makeelement(_NOTE_BODY)
    if content is not None:
        body.extend(list(content))
    note.clear()
    note.text, note.tail = mark, tail
    return mark, body
