"""Web pages saved as HTML: the article on the page, or all that the page shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.articles.reading.web_page import LARGEST_PAGE, WHOLE_PAGE, Page, page_article
from annotator.core.file_errors import BinaryFileError
from annotator.service.reading.files import file_bytes
from annotator.service.reading.text_files import looks_binary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.article_ports import ReadArticle, ReadOptions

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_MARK = b"\xef\xbb\xbf"


class HtmlReader:
    """Reads web pages, offline; what is around an article on its page is left out."""

    name = "web page"
    suffixes = (".html", ".htm", ".xhtml", ".xht")
    extra = "html"
    apart = True
    variants = (WHOLE_PAGE,)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the declaration or the element that a page begins with."""
        del path
        # UTF-16 has a NUL beside each letter of the markup.
        plain = head.replace(b"\0", b"").removeprefix(_MARK).lstrip(b"\xff\xfe")
        return _PAGE.match(plain) is not None

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read the article of a page, or with the variant all its visible text.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        data = file_bytes(path, limit=LARGEST_PAGE)
        if not options.encoding and looks_binary(data):
            raise BinaryFileError(path)
        yield page_article(path, Page(data, data), options, reader=self.name)
