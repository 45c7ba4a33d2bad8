"""Web pages saved whole in one file (MHTML): the page in it, without its pictures and scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.articles.reading.mail_parts import are_parsable
from annotator.articles.reading.web_page import WHOLE_PAGE, Page, page_article
from annotator.core.reading_errors import DamagedMarkupError, NoPageError
from annotator.service.reading.declared import web_address
from annotator.service.reading.files import file_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message
    from pathlib import Path

    from annotator.service.article_ports import ReadArticle, ReadOptions

MOST_PARTS = 20_000
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_OF_BROWSER = re.compile(
    rb"^(?:snapshot-content-location:|from:\s*<?saved by|x-mimeole:.*mimeole"
    rb"|content-location:\s*(?:https?|file):)",
    re.IGNORECASE | re.MULTILINE,
)
_PAGES = ("text/html", "application/xhtml+xml")


class MhtmlReader:
    """Reads web pages that a browser saved as one file; what it shows as the page is the page."""

    name = "web page in one file"
    suffixes = (".mhtml", ".mht")
    extra = "html"
    apart = True
    variants = (WHOLE_PAGE,)

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the header lines that browsers write; other mail is not claimed."""
        del path
        if b"multipart/related" not in head.lower():
            return False  # what nearly every file is spared the looking for
        header = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        return bool(_RELATED.search(header) and _OF_BROWSER.search(header))

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read the article of the page, or with the variant all its visible text.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        data = file_bytes(path)
        if not are_parsable(data):
            raise DamagedMarkupError(path, reason="a line in its head has no end")
        try:
            page = _page(data)
        except (RecursionError, LookupError, ValueError, AttributeError, TypeError) as error:
            raise DamagedMarkupError(path, reason="its parts are broken") from error
        if page is None:
            raise NoPageError(path)
        yield page_article(path, page, options, reader=self.name)


def _page(data: bytes) -> Page | None:
    from email.parser import BytesParser  # noqa: PLC0415 - slow to import
    from email.policy import compat32  # noqa: PLC0415 - slow to import

    # The older policy leaves alone what is wrong with a header; the newer one parses all.
    message = BytesParser(policy=compat32).parsebytes(data)
    root = _root(message)
    if root is None:
        return None
    content = root.get_payload(decode=True)
    if not isinstance(content, bytes):
        return None
    locations = (message["Snapshot-Content-Location"], root["Content-Location"])
    return Page(
        data=content,
        file=data,
        declared=str(root.get_content_charset("")),
        url=next(filter(None, (web_address(str(one or "")) for one in locations)), ""),
    )


def _root(message: Message) -> Message | None:
    """Return the part that is the page: the one named as the start, or the first one."""
    parts = list(_parts(message))
    start = str(message.get_param("start", "") or "").strip()
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    named = (part for part in pages if start and str(part["Content-ID"] or "").strip() == start)
    return next(named, pages[0] if pages else None)


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            return
        if not part.is_multipart():
            yield part
