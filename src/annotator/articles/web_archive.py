"""Web archives (WARC): one article of each page that was archived."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.articles.reading.archived_pages import archived_pages
from annotator.articles.reading.web_page import WHOLE_PAGE, Page, page_article
from annotator.core.errors import AnnotatorError
from annotator.core.message_errors import BrokenPartError
from annotator.core.reading_errors import MissingExtraError, NoPageError
from annotator.service.reading.dump_files import opened, source_of_dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.articles.reading.archived_pages import ArchivedPage
    from annotator.core.records import Source
    from annotator.service.article_ports import ReadArticle, ReadOptions

_GZIP = b"\x1f\x8b"


class WebArchiveReader:
    """Reads the pages in a web archive, offline; pictures, scripts and errors are passed over."""

    name = "web archive"
    suffixes = (".warc", ".warc.gz")
    extra = "archives"
    apart = True
    variants = (WHOLE_PAGE,)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the version that an archive begins with, packed or not."""
        del path
        if head.startswith(_GZIP):
            import zlib  # noqa: PLC0415 - for archives alone

            try:
                head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 16)
            except zlib.error:
                return False
        return head.startswith(b"WARC/")

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle | AnnotatorError]:
        """Yield the articles of an archive, and for each page without one the reason.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        found = False
        with opened(path) as file:
            source = source_of_dump(path, file, encoding="", reader=self.name)
            for page in archived_pages(path, file):
                found = True
                if isinstance(page, AnnotatorError):
                    yield page
                else:
                    yield self._article(path, page, options, source)
        if not found:
            raise NoPageError(path)

    def _article(
        self, path: Path, page: ArchivedPage, options: ReadOptions, source: Source
    ) -> ReadArticle | AnnotatorError:
        content = Page(page.data, b"", declared=page.charset, url=page.url)
        try:
            found = page_article(path, content, options, reader=self.name)
        except MissingExtraError as error:
            return error
        except AnnotatorError as error:
            reason = str(error).removeprefix(str(path)).strip()
            return BrokenPartError(path, place=page.place, reason=reason)
        encoding, normalized = found.source.encoding, found.source.normalized
        own = replace(source, encoding=encoding, normalized=normalized)
        return replace(found, source=own, place=page.place)
