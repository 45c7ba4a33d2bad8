"""Word documents (.docx, the strict kind too): text, headings, lists, tables, notes, text boxes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.articles.reading.documents import Document, document_article
from annotator.articles.reading.dublin_core import core_in
from annotator.articles.reading.visible_text import visible_lines
from annotator.articles.reading.word_markup import say_plainly
from annotator.core.document_errors import PasswordNeededError, WrongFormatError
from annotator.core.file_errors import EmptyFileError
from annotator.core.reading_errors import DamagedMarkupError, MissingExtraError
from annotator.service.reading.archive import has_entry, opened_archive
from annotator.service.reading.files import file_bytes
from annotator.service.reading.html_trees import html_tree
from annotator.service.reading.xml_trees import xml_bytes, xml_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement

    from annotator.service.article_ports import ReadArticle, ReadOptions
    from annotator.service.reading.archive import Archive

WANTED = "Word document (.docx)"
PROPERTIES = "docProps/core.xml"
_CREATED = "{http://purl.org/dc/terms/}created"
# An older container: of the older Word, or of a document under a password.
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Parts without words of the article, one of which may be another document.
_NEEDLESS = ("customXml/", "docProps/", "word/theme/", "word/settings", "word/webSettings",
             "word/fontTable", "word/glossary/", "word/embeddings/")  # fmt: skip
_NOTE_IDS = ("footnote-", "endnote-")
_BACK_TO = ("#footnote-ref-", "#endnote-ref-")
# What mammoth fails with on documents that do not follow the standard.
_FAILURES = (ValueError, TypeError, AttributeError, LookupError, OSError, AssertionError)


class DocxReader:
    """Reads Word documents; notes follow the text, as it was before comments and deletions."""

    name = "Word document"
    suffixes = (".docx", ".docm", ".dotx")
    extra = "documents"
    apart = True
    variants = ()

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the names in the archive that it is."""
        return head.startswith(b"PK\x03\x04") and has_entry(path, b"word/")

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read the one article of a document.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        del options
        data = file_bytes(path)
        if data.startswith(_OLE):
            raise _of_container(path, data)
        with opened_archive(path, data, wanted=WANTED) as archive:
            parts = _parts(path, archive)
            core = core_in(path, archive, PROPERTIES)
        page = _page(path, parts)
        root, marks = _with_plain_notes(path, page.html)
        document = Document(
            data=data,
            text="\n".join(visible_lines(root)),
            core=core,
            marks=marks,
            left_out=bool(page.pictures) or _has_more(parts),
        )
        yield document_article(path, document, reader=self.name, published=core.day(_CREATED))


@dataclass(slots=True)
class _Page:
    """What mammoth makes of a document: a page, and how many pictures were on it."""

    html: str = ""
    pictures: list[None] = field(default_factory=list)


def _of_container(path: Path, data: bytes) -> Exception:
    if _ENCRYPTED in data:
        return PasswordNeededError(path)
    return WrongFormatError(path, wanted=WANTED)


def _parts(path: Path, archive: Archive) -> dict[str, bytes]:
    """Return the parts with words and what leads to them, each known to be harmless XML."""
    names = [
        name
        for name in archive.names
        if name.endswith((".xml", ".rels")) and not name.startswith(_NEEDLESS)
    ]
    parts = {name: archive.read(name) for name in names}
    for name, content in parts.items():
        root = xml_tree(path, content, part=name)
        if say_plainly(root):
            parts[name] = xml_bytes(root)
    return parts


def _page(path: Path, parts: dict[str, bytes]) -> _Page:
    """Return the document as a page; mammoth sees no more than the checked parts."""
    try:
        import mammoth  # noqa: PLC0415 - part of an extra
    except ImportError as error:
        raise MissingExtraError(path, what="Word documents", extra="documents") from error
    page = _Page()

    def left_out(_: object) -> list[None]:
        page.pictures.append(None)
        return []

    try:
        page.html = mammoth.convert_to_html(
            _packed(parts), convert_image=left_out, include_embedded_style_map=False
        ).value
    except RecursionError as error:
        raise DamagedMarkupError(path, reason="it is nested too deeply") from error
    except _FAILURES as error:
        raise WrongFormatError(path, wanted=WANTED) from error
    return page


def _packed(parts: dict[str, bytes]) -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return packed


def _with_plain_notes(path: Path, html: str) -> tuple[HtmlElement, tuple[str, ...]]:
    """Return the page with the mark before each note that the text has for it, and the marks."""
    root = html_tree(path, f"<html><body><div>{html}</div></body></html>".encode())
    if root is None:
        raise EmptyFileError(path)
    for link in list(root.iter("a")):
        if link.get("href", "").startswith(_BACK_TO):
            link.drop_tree()
    notes = [item for item in root.iter("li") if item.get("id", "").startswith(_NOTE_IDS)]
    marks = tuple(f"[{number}]" for number in range(1, len(notes) + 1))
    for mark, note in zip(marks, notes, strict=True):
        first = note[0] if len(note) and note[0].tag == "p" else note
        first.text = f"{mark} {first.text or ''}"
    return root, marks


def _has_more(parts: dict[str, bytes]) -> bool:
    """Tell whether there are comments or formulas."""
    comments = any("comments" in name and b"<w:comment " in parts[name] for name in parts)
    return comments or any(b"<m:oMath>" in part for part in parts.values())
