"""The lines on the pages of a PDF, by pdfium or by pypdf, and what the file says of itself."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from annotator.articles.reading.page_lines import Line
from annotator.core.document_errors import (
    DamagedDocumentError,
    PasswordNeededError,
    TooManyPagesError,
)
from annotator.core.reading_errors import MissingExtraError, ReaderMemoryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MOST_PAGES = 2_000
# In heights of a line's letters.
COLUMNS_APART = 1.2
# On a page that is not a picture.
FEWEST_LETTERS = 16
LONGEST_LANGUAGE = 128
# pdfium keeps the first 32,767 bytes of a string, and a letter may take four of them.
LONGEST_KEPT = 32_767 // 4
_NEEDS_PASSWORD = 4
_HYPHEN = 2
_LINE_ENDS = (10, 13)
_UPRIGHT = 0.01
_RIGHT_TO_LEFT = ("R", "AL")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_UNPACKING = re.compile("decompressing|decoding", re.IGNORECASE)
# pypdf fails in many ways on damaged files.
_FAILURES = (ValueError, TypeError, AttributeError, LookupError, OSError, ArithmeticError,
             AssertionError, NotImplementedError, RecursionError)  # fmt: skip


Box: TypeAlias = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of each page, and the metadata by the names that PDF has for them.

    ``pictures`` tells that there are pages of pictures with hardly a word, ``cut`` that there
    may be more letters than were read.
    """

    lines: tuple[tuple[Line, ...], ...]
    metadata: dict[str, str]
    pictures: bool
    cut: bool = False

    @property
    def letters(self) -> int:
        """How many characters there are on all pages."""
        return sum(map(letters_on, self.lines))


def letters_on(lines: Sequence[Line]) -> int:
    """Return how many characters a page has."""
    return sum(len(line.text) for line in lines)


def pdfium_pages(path: Path, data: bytes) -> Pages:
    """Return the pages as pdfium reads them, with the place of each line.

    Raises:
        PasswordNeededError: it opens with a password only.
        TooManyPagesError: it has more than 2,000.
        DamagedDocumentError: it, or a page, cannot be read.
        MissingExtraError: pypdfium2 is not installed.
    """
    try:
        import pypdfium2  # type: ignore[import-untyped] # noqa: PLC0415 - part of an extra, untyped
    except ImportError as error:
        raise MissingExtraError(path, what="PDF", extra="pdf") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _NEEDS_PASSWORD:
            raise PasswordNeededError(path) from error
        raise _damaged(path, "its structure") from error
    try:
        _refuse_too_many(path, len(document))
        lines = tuple(_pdfium_lines(path, document, number) for number in range(len(document)))
        return Pages(
            lines,
            document.get_metadata_dict() | {"Lang": _language(document)},
            any(
                letters_on(page) < FEWEST_LETTERS and _has_picture(document, number)
                for number, page in enumerate(lines)
            ),
            any(
                letters_on(page) >= LONGEST_KEPT and _has_long_string(document, number)
                for number, page in enumerate(lines)
            ),
        )
    finally:
        document.close()


def pypdf_pages(path: Path, data: bytes) -> Pages:
    """Return the pages as pypdf reads them; the place of a line is its number and length.

    Raises:
        AnnotatorError: as with pdfium.
    """
    import io  # noqa: PLC0415 - beside its only use
    import logging  # noqa: PLC0415 - beside its only use

    # What it mends on the way is no news to anybody.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        import pypdf  # noqa: PLC0415 - part of an extra, and slow
        from pypdf.errors import (  # noqa: PLC0415 - part of an extra
            FileNotDecryptedError,
            LimitReachedError,
            PyPdfError,
        )
    except ImportError as error:
        raise MissingExtraError(path, what="PDF", extra="pdf") from error
    part = "its structure"
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        _refuse_too_many(path, len(reader.pages))
        metadata = {key.lstrip("/"): str(value) for key, value in (reader.metadata or {}).items()}
        language = str(reader.root_object.get("/Lang", ""))
        pages, pictures = [], False
        for number, page in enumerate(reader.pages):
            part = f"page {number + 1}"
            pages.append(tuple(_typewritten(page.extract_text())))
            resources = page.get("/Resources")
            few = letters_on(pages[-1]) < FEWEST_LETTERS
            pictures |= few and resources is not None and "/XObject" in resources.get_object()
    except FileNotDecryptedError as error:
        raise PasswordNeededError(path) from error
    except LimitReachedError as error:
        # It has limits of many kinds.
        large = _UNPACKING.search(str(error))
        raise ReaderMemoryError(path) if large else _damaged(path, part) from error
    except (PyPdfError, *_FAILURES) as error:
        raise _damaged(path, part) from error
    return Pages(tuple(pages), metadata | {"Lang": language}, pictures)


def _refuse_too_many(path: Path, count: int) -> None:
    if count > MOST_PAGES:
        raise TooManyPagesError(path, pages=count, limit=MOST_PAGES)


def _damaged(path: Path, part: str) -> DamagedDocumentError:
    return DamagedDocumentError(path, part=part, reason="it cannot be followed")


def _language(document: Any) -> str:  # noqa: ANN401 - pypdfium2 carries no types
    from ctypes import c_ushort  # noqa: PLC0415 - beside its only use

    from pypdfium2 import raw  # noqa: PLC0415 - part of an extra

    units = (c_ushort * LONGEST_LANGUAGE)()
    size = raw.FPDFCatalog_GetLanguage(document.raw, units, 2 * LONGEST_LANGUAGE)
    # In bytes, with a NUL at the end.
    return "".join(map(chr, units[: max(0, min(size // 2, LONGEST_LANGUAGE) - 1)]))


def _pdfium_lines(path: Path, document: Any, number: int) -> tuple[Line, ...]:  # noqa: ANN401 - it carries no types
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - part of an extra

    try:
        page = document[number]
    except PdfiumError as error:
        raise _damaged(path, f"page {number + 1}") from error
    try:
        text = page.get_textpage()
    except PdfiumError as error:
        page.close()
        raise _damaged(path, f"page {number + 1}") from error
    try:
        return tuple(_TextPage(text.raw).lines())
    finally:
        text.close()
        page.close()


def _has_picture(document: Any, number: int) -> bool:  # noqa: ANN401 - it carries no types
    from pypdfium2 import PdfiumError, raw  # noqa: PLC0415 - part of an extra

    page = document[number]
    try:
        return any(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2))
    except PdfiumError:
        return False  # nothing that could be shown
    finally:
        page.close()


def _has_long_string(document: Any, number: int) -> bool:  # noqa: ANN401 - it carries no types
    """Tell whether a page has a string of which pdfium may have left the end."""
    from pypdfium2 import raw  # noqa: PLC0415 - part of an extra

    page = document[number]
    text = page.get_textpage()
    try:
        return any(
            # In bytes, two for each letter.
            raw.FPDFTextObj_GetText(one.raw, text.raw, None, 0) >= 2 * LONGEST_KEPT
            for one in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,))
        )
    finally:
        text.close()
        page.close()


class _TextPage:
    """A page's characters in pdfium, which ends lines by line ends and by hyphens."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - pypdfium2 carries no types
        from pypdfium2 import raw  # noqa: PLC0415 - part of an extra

        self._page, self._pdfium = page, raw
        count = max(0, raw.FPDFText_CountChars(page))
        get = raw.FPDFText_GetUnicode
        self._codes = [get(page, index) for index in range(count)]

    def lines(self) -> Iterator[Line]:
        """Yield the lines with something on them."""
        start = 0
        for index, code in enumerate(self._codes):
            hyphen = code == _HYPHEN and self._pdfium.FPDFText_IsHyphen(self._page, index) == 1
            if hyphen or code in _LINE_ENDS:
                yield from self._line(start, index, hyphenated=hyphen)
                start = index + 1
        yield from self._line(start, len(self._codes), hyphenated=False)

    def _line(self, start: int, end: int, *, hyphenated: bool) -> Iterator[Line]:
        while start < end and self._is_space(start):
            start += 1
        while start < end and self._is_space(end - 1):
            end -= 1
        if start == end:
            return
        text = _SPACES.sub(" ", _said(self._codes[start:end]))
        left, right, base, height = self._place(start, end - 1)
        if _is_right_to_left(text):
            left, right = -right, -left
        tabular = self._has_columns(start, end, height)
        yield Line(text, left, right, base, height, hyphenated=hyphenated, tabular=tabular)

    def _has_columns(self, start: int, end: int, height: float) -> bool:
        """Tell whether words in a line stand wider apart than those of a sentence do."""
        for index in range(start + 1, end - 1):
            if self._is_space(index) and not self._is_space(index + 1):
                before = index - 1
                while self._is_space(before):
                    before -= 1
                one, other = self._box(before), self._box(index + 1)
                if _distance(one, other) > COLUMNS_APART * height:
                    return True
        return False

    def _is_space(self, index: int) -> bool:
        return self._codes[index] in (9, 32)

    def _place(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Return where a line begins, ends and stands, and its height, as if it were upright."""
        angle = self._pdfium.FPDFText_GetCharAngle(self._page, first)
        corners = [_turned(x, y, angle) for index in (first, last) for x, y in self._box(index)]
        of_first = corners[: len(corners) // 2]
        base = _turned(*self._origin(first), angle)[1]
        height = max(y for _, y in of_first) - min(y for _, y in of_first)
        return min(x for x, _ in corners), max(x for x, _ in corners), base, height

    def _box(self, index: int) -> Box:
        box = self._pdfium.FS_RECTF()
        self._pdfium.FPDFText_GetLooseCharBox(self._page, index, box)
        return ((box.left, box.bottom), (box.right, box.top))

    def _origin(self, index: int) -> tuple[float, float]:
        from ctypes import c_double  # noqa: PLC0415 - beside its only use

        x, y = c_double(), c_double()
        self._pdfium.FPDFText_GetCharOrigin(self._page, index, x, y)
        return x.value, y.value


def _distance(one: Box, other: Box) -> float:
    """Return how far two boxes are from each other, the one way or the other."""
    return max(
        max(one[0][axis], other[0][axis]) - min(one[1][axis], other[1][axis]) for axis in (0, 1)
    )


def _turned(x: float, y: float, angle: float) -> tuple[float, float]:
    if abs(angle) < _UPRIGHT:
        return x, y
    cosine, sine = math.cos(angle), math.sin(angle)
    return x * cosine + y * sine, y * cosine - x * sine


def _said(codes: Sequence[int]) -> str:
    """Return characters given by their codes, halves of pairs put together."""
    raw = "".join(map(chr, codes))
    return raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _is_right_to_left(text: str) -> bool:
    kinds = [unicodedata.bidirectional(one) for one in text]
    return sum(kind in _RIGHT_TO_LEFT for kind in kinds) > kinds.count("L")


def _typewritten(text: str) -> Iterator[Line]:
    """Yield the lines of a text as if each of its letters had the same width."""
    for number, line in enumerate(text.split("\n")):
        words = _SPACES.sub(" ", line).strip(" ")
        if words:
            yield Line(words, 0, len(words), -number, 1)
