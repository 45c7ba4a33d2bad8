"""Feeds in XML (RSS, Atom, RDF) that were saved as files: one article of each entry."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from annotator.articles.reading.feed_entries import Entry, entry_article
from annotator.articles.reading.markup_pieces import text_of_piece
from annotator.articles.reading.page_encoding import page_text
from annotator.core.errors import AnnotatorError
from annotator.core.file_errors import BinaryFileError
from annotator.core.message_errors import NoEntriesError, NoFeedError
from annotator.core.reading_errors import DamagedMarkupError, MissingExtraError
from annotator.core.table_errors import DamagedRowError
from annotator.service.reading.dump_files import Survey
from annotator.service.reading.files import file_bytes, source_of
from annotator.service.reading.text_files import looks_binary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.article_ports import ReadArticle, ReadOptions

LARGEST_FEED = 20_000_000
_FEED = re.compile(
    rb"<rss[\s>]|<feed[^>]*www\.w3\.org/2005/Atom|<feed[^>]*purl\.org/atom"
    rb"|<rdf:RDF[^>]*(?:purl\.org/rss|my\.netscape\.com/rdf)",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>\s*")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:\w+:)?(\w+)\s*>")
_LAST = ("rss", "feed", "rdf", "channel")
_TAIL = 5_000
_MARKUP = ("text/html", "application/xhtml+xml")
# What feedparser is known to fail with on broken feeds.
_FAILURES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError,
             OverflowError)  # fmt: skip


class FeedReader:
    """Reads feeds; nothing is fetched, so of an article that a feed sums up, it is the summary."""

    name = "feed"
    suffixes = (".rss", ".atom", ".rdf")
    extra = "feeds"
    apart = True
    variants = ()

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the element that a feed begins with."""
        del path
        return _FEED.search(head.replace(b"\0", b"")) is not None

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle | AnnotatorError]:
        """Yield the articles of a feed, and for each entry that is none the reason.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        data = file_bytes(path, limit=LARGEST_FEED)
        if not options.encoding and looks_binary(data):
            raise BinaryFileError(path)
        found = page_text(path, data, options)
        if _ENTITY.search(found.text):
            raise DamagedMarkupError(path, reason="it declares entities")
        parsed = _parsed(path, _DECLARED.sub("", found.text.lstrip("\ufeff")))
        source = source_of(path, data, encoding=found.encoding, reader=self.name)
        survey = Survey(source, found.doubts, found.encodings)
        entries = parsed["entries"]
        whole = _is_whole(found.text)
        for number, entry in enumerate(entries, 1):
            place = f"entry {number}"
            if number == len(entries) and not whole:
                yield DamagedRowError(path, place=place, reason="the feed ends before it does")
            else:
                yield entry_article(path, _entry(path, place, entry, parsed["feed"]), survey)


def _is_whole(text: str) -> bool:
    """Tell whether a feed ends with the element that it began with."""
    return "".join(_CLOSED.findall(text[-_TAIL:])[-1:]).lower() in _LAST


def _parsed(path: Path, text: str) -> Any:  # noqa: ANN401 - feedparser carries no types
    """Return what feedparser makes of a feed's bytes; an address in them is never followed.

    Raises:
        MissingExtraError: the library for it is not installed.
        NoFeedError: it is no feed.
        NoEntriesError: there is nothing in it.
        DamagedMarkupError: it is too broken to be followed.

    """
    try:
        import feedparser  # type: ignore[import-untyped] # noqa: PLC0415 - part of an extra
    except ImportError as error:
        raise MissingExtraError(path, what="feeds", extra="feeds") from error
    markup = b'<?xml version="1.0" encoding="utf-8"?>\n' + text.encode("utf-8", "replace")
    try:
        # What is shown is taken from the markup afterwards, so it need not be made harmless.
        parsed = feedparser.parse(BytesIO(markup), sanitize_html=False, resolve_relative_uris=False)
    except _FAILURES as error:
        raise DamagedMarkupError(path, reason="it is broken or nested too deeply") from error
    if not parsed["entries"]:
        is_feed = parsed.get("version") or _FEED.search(markup[:_TAIL])
        raise NoEntriesError(path) if is_feed else NoFeedError(path)
    return parsed


def _entry(path: Path, place: str, entry: Any, feed: Any) -> Entry:  # noqa: ANN401 - feedparser carries no types
    content = _content(path, entry)
    return Entry(
        place=place,
        text=str(content.get("value") or ""),
        has_markup=content.get("type") in _MARKUP,
        title=_title(entry),
        url=str(entry.get("link") or ""),
        published=str(entry.get("published") or entry.get("updated") or ""),
        authors=_authors(entry) or _authors(feed),
        publisher=_title(feed),
        language=str(content.get("language") or feed.get("language") or ""),
    )


def _content(path: Path, entry: Any) -> Any:  # noqa: ANN401 - feedparser carries no types
    """Return what shows most of all that an entry says in text; its markup may be broken."""
    contents = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    texts = [one for one in contents if str(one.get("type") or "").startswith(("text/", "applic"))]
    if len(texts) > 1:
        return max(texts, key=lambda one: len(_shown(path, one)))
    return texts[0] if texts else {}


def _shown(path: Path, content: Any) -> str:  # noqa: ANN401 - feedparser carries no types
    value = str(content.get("value") or "")
    try:
        return text_of_piece(path, value) if content.get("type") in _MARKUP else value
    except AnnotatorError:
        return ""  # which is told where it is the only one


def _title(of: Any) -> str:  # noqa: ANN401 - feedparser carries no types
    """Return a title as words; its markup, if any, is not shown."""
    detail = of.get("title_detail") or {}
    title = str(of.get("title") or "")
    if detail.get("type") in _MARKUP and ("<" in title or "&" in title):
        from annotator.articles.reading.bare_text import (  # noqa: PLC0415 - seldom needed
            bare_text,
        )

        return " ".join(bare_text(title))
    return title


def _authors(of: Any) -> tuple[str, ...]:  # noqa: ANN401 - feedparser carries no types
    names = (str(one.get("name") or one.get("email") or "") for one in of.get("authors", ()))
    return tuple(filter(None, names)) or tuple(filter(None, [str(of.get("author") or "")]))
