"""PDF: the text of the pages, joined into paragraphs; what is a picture cannot be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.articles.reading.page_lines import paragraphs, without_edges
from annotator.articles.reading.pdf_pages import FEWEST_LETTERS, pdfium_pages, pypdf_pages
from annotator.articles.reading.titles import title_of
from annotator.core.document_errors import NoTextLayerError, WrongFormatError
from annotator.core.errors import AnnotatorError
from annotator.service.article_ports import Doubt, ReadArticle
from annotator.service.reading.declared import author_names, one_line, primary_language
from annotator.service.reading.files import file_bytes, sayable, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.articles.reading.pdf_pages import Pages
    from annotator.service.article_ports import ReadOptions

WANTED = "PDF"
PDFIUM, PYPDF = "pdfium", "pypdf"
# The mark may stand behind a few other bytes.
# One letter in so many; where more are doubtful the other way of reading is looked at.
MOST_DOUBTFUL = 200
_MARK, _MARK_WITHIN = b"%PDF-", 1024
_DAY = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
# What programs write as a title when nobody gave one.
_NO_TITLE = re.compile(
    r"untitled.*|microsoft word - .*|.*\.(?:docx?|odt|rtf|tex|pages|pdf|indd|qxd)|\W*",
    re.IGNORECASE,
)
_UNSAYABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Forms that Arabic letters take on a page, and what stands for letters that have no code.
_DOUBTFUL = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\ufffd]")


class PdfReader:
    """Reads PDF; a second way of reading knows the letters of some files better."""

    name = "PDF"
    suffixes = (".pdf",)
    extra = "pdf"
    apart = True
    variants = (PYPDF, PDFIUM)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the mark that such files begin with."""
        del path
        return _MARK in head[:_MARK_WITHIN]

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read all pages as one article.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        data = file_bytes(path)
        if _MARK not in data[:_MARK_WITHIN]:
            raise WrongFormatError(path, wanted=WANTED)
        way, pages = _pages(path, data, options.variant)
        lines, dropped = without_edges(pages.lines)
        raw = "\n".join(paragraphs(lines)).lstrip("\ufeff")
        text = _UNSAYABLE.sub("\ufffd", raw)
        few = pages.pictures and pages.letters < FEWEST_LETTERS * len(pages.lines)
        if few or not text.replace("\ufffd", "").strip():
            raise NoTextLayerError(path, pages=len(pages.lines))
        yield ReadArticle(
            title=_title(pages.metadata) or title_of(text, sayable(path.stem)),
            text=text,
            source=source_of(
                path,
                data,
                encoding="PDF",
                reader=f"{self.name} ({way})",
                normalized=_normalized(dropped),
            ),
            authors=author_names(_said(pages.metadata, "Author")),
            published=_day(pages.metadata),
            language=primary_language(pages.metadata.get("Lang")),
            doubts=tuple(_doubts(text, less=pages.cut or not all(pages.lines))),
        )


def _pages(path: Path, data: bytes, variant: str) -> tuple[str, Pages]:
    """Return the way of reading, and the pages that were read by it.

    Where none is chosen it is pdfium, which knows the places of lines, unless pypdf finds more.
    """
    if variant == PYPDF:
        return PYPDF, pypdf_pages(path, data)
    pages = pdfium_pages(path, data)
    doubtful = _doubtful(pages)
    if variant or not (pages.cut or doubtful * MOST_DOUBTFUL > pages.letters):
        return PDFIUM, pages
    try:
        others = pypdf_pages(path, data)
    except AnnotatorError:
        return PDFIUM, pages
    better = others.letters > pages.letters if pages.cut else _doubtful(others) < doubtful
    return (PYPDF, others) if better and others.letters else (PDFIUM, pages)


def _doubtful(pages: Pages) -> int:
    texts = (line.text for lines in pages.lines for line in lines)
    return sum(len(_DOUBTFUL.findall(_UNSAYABLE.sub("\ufffd", text))) for text in texts)


def _normalized(dropped: int) -> tuple[str, ...]:
    joined = ("lines joined into paragraphs",)
    return (*joined, f"lines repeated on pages removed: {dropped}") if dropped else joined


def _doubts(text: str, *, less: bool) -> Iterator[Doubt]:
    yield Doubt.ORDER
    if _DOUBTFUL.search(text):
        yield Doubt.LETTERS
    if "\ufffd" in text:
        yield Doubt.REPLACED
    if less:
        yield Doubt.LEFT_OUT


def _title(metadata: dict[str, str]) -> str:
    found = _said(metadata, "Title")
    return "" if _NO_TITLE.fullmatch(found) else found


def _said(metadata: dict[str, str], key: str) -> str:
    return one_line(_UNSAYABLE.sub(" ", metadata.get(key, "")))


def _day(metadata: dict[str, str]) -> str:
    found = _DAY.match(metadata.get("CreationDate", ""))
    return "-".join(found.groups()) if found else ""
