"""Rich text (.rtf): paragraphs, cells and notes, in whatever encodings its fonts have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.articles.reading.rtf_groups import (
    encoding_of,
    info_group,
    plain_rtf,
    prepared_rtf,
)
from annotator.articles.reading.titles import title_of
from annotator.core.document_errors import DamagedDocumentError, WrongFormatError
from annotator.core.file_errors import EmptyFileError
from annotator.core.reading_errors import MissingExtraError, UnknownEncodingError
from annotator.service.article_ports import Doubt, ReadArticle
from annotator.service.reading.declared import author_names, one_line
from annotator.service.reading.files import file_bytes, sayable, source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.service.article_ports import ReadOptions

WANTED = "rich text (.rtf)"
_BEGINNING = b"{\\rtf"
_SPACES = re.compile(r"[ \t]+")
_CONTROLS = dict.fromkeys((*range(9), *range(0xB, 0x20), 0x7F))
_LEFT_OUT = ("\\pict", "\\annotation", "\\shptxt", "\\object")
_NUMBERS = re.compile(r"\\(yr|mo|dy)(\d{1,4})")


class RtfReader:
    """Reads rich text; notes follow the text, pictures, comments and text boxes are left out."""

    name = "rich text"
    suffixes = (".rtf",)
    extra = "documents"
    apart = True
    variants = ()

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the group that all rich text is."""
        del path
        return head.startswith(_BEGINNING)

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read the one article of a document.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        data = file_bytes(path)
        if not data.startswith(_BEGINNING):
            raise WrongFormatError(path, wanted=WANTED)
        rtf = plain_rtf(data)
        encoding = options.encoding or encoding_of(rtf)
        words = _Words(path, encoding)
        text = words.of(prepared_rtf(rtf))
        if not text.strip():
            raise EmptyFileError(path)
        title = words.of(f"{{{info_group(rtf, 'title')}}}")
        yield ReadArticle(
            title=one_line(title) or title_of(text, sayable(path.stem)),
            text=text,
            source=source_of(
                path, data, encoding=encoding, reader=self.name, normalized=("markup removed",)
            ),
            authors=author_names(words.of(f"{{{info_group(rtf, 'author')}}}")),
            published=_day(info_group(rtf, "creatim")),
            doubts=tuple(_doubts(rtf, text)),
        )


class _Words:
    """What is left of rich text when its markup is taken away."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._path, self._encoding = path, encoding
        try:
            b" ".decode(encoding, "replace")
        except (LookupError, UnicodeError) as error:
            raise UnknownEncodingError(path, encoding=encoding) from error
        try:
            from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - part of an extra
        except ImportError as error:
            raise MissingExtraError(path, what="rich text", extra="documents") from error
        self._to_text: Callable[..., str] = rtf_to_text

    def of(self, rtf: str) -> str:
        """Return the paragraphs of rich text, one a line."""
        try:
            raw = self._to_text(rtf, self._encoding, errors="replace")
        except (ValueError, TypeError, LookupError, OverflowError) as error:
            raise DamagedDocumentError(
                self._path, part="its markup", reason="a command in it has no meaning"
            ) from error
        whole = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        plain = whole.replace("\r", "\n").translate(_CONTROLS)
        lines = (_SPACES.sub(" ", line).strip(" ") for line in plain.split("\n"))
        return "\n".join(filter(None, lines)).lstrip("\ufeff")


def _doubts(rtf: str, text: str) -> Iterator[Doubt]:
    if any(word in rtf for word in _LEFT_OUT):
        yield Doubt.LEFT_OUT
    if "\ufffd" in text:
        yield Doubt.REPLACED


def _day(group: str) -> str:
    r"""Return the day of a time in rich text: ``\yr2026\mo11\dy22``."""
    found = dict(_NUMBERS.findall(group))
    try:
        return f"{int(found['yr']):04}-{int(found['mo']):02}-{int(found['dy']):02}"
    except KeyError:
        return ""
