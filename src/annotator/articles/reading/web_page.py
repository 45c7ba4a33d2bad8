"""An article out of a web page: told apart by trafilatura, or all that the page shows."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.articles.reading.page_dates import is_of_page
from annotator.articles.reading.page_encoding import page_text
from annotator.articles.reading.stand_ins import StandIns
from annotator.articles.reading.titles import title_of
from annotator.articles.reading.visible_text import keeps_lines, release_what_follows, visible_lines
from annotator.core.file_errors import EmptyFileError
from annotator.core.reading_errors import DamagedMarkupError, MissingExtraError, NoArticleError
from annotator.service.article_ports import Doubt, ReadArticle
from annotator.service.reading.declared import (
    author_names,
    declared_direction,
    one_line,
    primary_language,
    published_date,
    web_address,
)
from annotator.service.reading.files import sayable, source_of
from annotator.service.reading.html_trees import html_tree

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

    from annotator.service.article_ports import ReadOptions

WHOLE_PAGE = "whole page"
LARGEST_PAGE = 20_000_000
# A longer one is no menu; a shorter one is where so much of it is the text of links.
LONGEST_MENU = 20_000
MOST_LINKED = 0.8
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Where pages saved by browsers and by SingleFile tell where they are from.
SAVED_WITHIN = 4096
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)", re.IGNORECASE
)
_EXTRACTED_INLINE = frozenset(("code", "hi", "ref", "del", "span", "graphic"))
# What trafilatura is known to fail with on broken pages.
_FAILURES = (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError)


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of a page, with what its carrier tells of it and the file it came from."""

    data: bytes
    file: bytes
    declared: str = ""
    url: str = ""


def page_article(path: Path, page: Page, options: ReadOptions, *, reader: str) -> ReadArticle:
    """Return the article of a web page; nothing is fetched and no script runs.

    Raises:
        MissingExtraError: the libraries for it are not installed.
        NoArticleError: it shows no article; as a whole page it can be read.
        DamagedMarkupError: it is too broken, or nested too deeply, to be followed.
        AnnotatorError: its encoding cannot be found, or it shows no text.

    """
    _require_libraries(path)
    found = page_text(path, page.data, options, declared=page.declared)
    root = _root(path, found.text)
    declared = _metadata(root, page.url or _saved_from(found.text))
    whole = options.variant == WHOLE_PAGE
    lines = list(visible_lines(root)) if whole else _article_lines(path, root)
    text = "\n".join(lines)
    if not text.strip():
        raise EmptyFileError(path) if whole else NoArticleError(path)
    doubts = found.doubts if whole else (*found.doubts, Doubt.EXTRACTION)
    return ReadArticle(
        title=declared.pop("title") or title_of(text, sayable(path.stem)),
        text=text,
        source=source_of(
            path, page.file, encoding=found.encoding, reader=reader, normalized=("markup removed",)
        ),
        doubts=doubts,
        encodings=found.encodings,
        **declared,
    )


def _require_libraries(path: Path) -> None:
    # What trafilatura brings opens a socket, to try IPv6, unless there seems to be none.
    there = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        import trafilatura  # noqa: F401, PLC0415 - part of an extra, and slow
    except ImportError as error:
        raise MissingExtraError(path, what="web pages", extra="html") from error
    finally:
        socket.has_ipv6 = there


def _root(path: Path, text: str) -> HtmlElement:
    """Return the page's tree."""
    markup = text.lstrip("\ufeff").replace("\0", "\ufffd").encode("utf-8", "replace")
    root = html_tree(path, markup)
    if root is None:
        raise EmptyFileError(path)
    release_what_follows(root)
    return root


def _article_lines(path: Path, root: HtmlElement) -> list[str]:
    """Return the lines of the article, which may lie anywhere on the page."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - part of an extra, and slow

    links = {one_line(link.text_content()) for link in root.iter("a")}
    kept = StandIns(character for text in root.itertext() for character in set(text))
    _stand_in(root, kept)
    try:
        found = bare_extraction(
            root, fast=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except _FAILURES as error:
        raise DamagedMarkupError(path, reason="it is broken or nested too deeply") from error
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    shown = visible_lines(found.body, inline=_EXTRACTED_INLINE, silent=(), kept=())
    lines = (one.rstrip(" \t") for line in shown for one in kept.back(line).split("\n"))
    article = [line for line in lines if line.strip()]
    return [] if _is_menu(" ".join(article), links) else article


def _stand_in(root: HtmlElement, kept: StandIns) -> None:
    """Put stand-ins for what would be lost, such as the line ends in what keeps its lines."""
    preformatted = [block for block in root.iter("*") if keeps_lines(block) and _has_words(block)]
    inside = {element for block in preformatted for element in block.iter()}
    for element in root.iter():
        put = kept.put_shown if element in inside else kept.put
        element.text = element.text and put(element.text)
        above = element.getparent()
        put = kept.put_shown if above is not None and above in inside else kept.put
        element.tail = element.tail and put(element.tail)
    for block in preformatted:
        # It has lines of its own even among other words.
        block.text = kept.put_shown("\n") + (block.text or "")
        last = block[-1] if len(block) else None
        if last is None:
            block.text += kept.put_shown("\n")
        else:
            last.tail = (last.tail or "") + kept.put_shown("\n")


def _has_words(element: HtmlElement) -> bool:
    return any(text.strip() for text in element.itertext())


def _is_menu(text: str, links: set[str]) -> bool:
    """Tell a list of links, which is what is found where a page has no article."""
    if not text or len(text) > LONGEST_MENU:
        return False
    linked = sum(len(link) + 1 for link in links if link and link in text)
    return linked > MOST_LINKED * len(text)


def _metadata(root: HtmlElement, url: str) -> dict[str, Any]:
    """Return what the page declares of its article, by the names of an article's fields."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - part of an extra, and slow

    address = _declared_address(root) or web_address(url)
    try:
        found = extract_metadata(root, default_url=address or None, extensive=False)
        title, names, day, publisher = found.title, found.author, found.date, found.sitename
    except _FAILURES:
        title, names, day, publisher = root.findtext(".//title"), None, None, None
    day = published_date(day)
    return {
        "title": one_line(title),
        "authors": author_names(names),
        "published": day if _ISO_DAY.fullmatch(day) and is_of_page(day, root, address) else "",
        "publisher": one_line(publisher),
        "url": address,
        "language": _language(root),
        "direction": _direction(root),
    }


def _declared_address(root: HtmlElement) -> str:
    places = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
    found = (web_address(str(one)) for place in places for one in root.xpath(place))
    return next(filter(None, found), "")


def _saved_from(text: str) -> str:
    found = _SAVED.search(text[:SAVED_WITHIN])
    return web_address(found[1]) if found else ""


def _language(root: HtmlElement) -> str:
    places = (
        "/html/@lang",
        "/html/@*[name()='xml:lang']",
        "/html/body/@lang",
        "//meta[translate(@http-equiv,'CONTENTLANGUAGE','contentlanguage')='content-language']/@content",
        "//meta[@property='og:locale']/@content",
    )
    found = (primary_language(str(one)) for place in places for one in root.xpath(place))
    return next(filter(None, found), "")


def _direction(root: HtmlElement) -> str:
    found = map(declared_direction, map(str, root.xpath("/html/@dir | /html/body/@dir")))
    return next(filter(None, found), "")
