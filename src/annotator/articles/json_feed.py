"""Feeds in JSON (JSON Feed) that were saved as files: one article of each item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.articles.reading.feed_entries import Entry, entry_article, is_json_feed
from annotator.core.message_errors import NoEntriesError, NoFeedError
from annotator.core.table_errors import DamagedDumpError, DamagedRowError
from annotator.service.reading.dump_files import opened, surveyed, text_of
from annotator.service.reading.files import LARGEST_ARTICLE
from annotator.service.reading.json_values import BadJsonError, value_of
from annotator.service.reading.values import names_in, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.service.article_ports import ReadArticle, ReadOptions


class JsonFeedReader:
    """Reads feeds in JSON; nothing is fetched, so an article may be what the feed sums up."""

    name = "JSON Feed"
    suffixes = (".jsonfeed",)
    extra = ""
    apart = True
    variants = ()

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by the version that every such feed names."""
        del path
        return is_json_feed(head)

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle | AnnotatorError]:
        """Yield the articles of a feed, and for each item that is none the reason.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        with opened(path, limit=LARGEST_ARTICLE) as file:
            survey = surveyed(path, file, options, reader=self.name)
            with text_of(file, survey) as whole:
                text = whole.read()
        feed = _feed(path, text)
        for number, item in enumerate(feed["items"], 1):
            place = f"entry {number}"
            if isinstance(item, dict):
                yield entry_article(path, _entry(place, item, feed), survey)
            else:
                yield DamagedRowError(path, place=place, reason="it is no JSON object")


def _feed(path: Path, text: str) -> dict[str, Any]:
    try:
        feed = value_of(text)
    except BadJsonError as error:
        raise DamagedDumpError(path, place="its beginning", reason=str(error)) from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise NoFeedError(path)
    if not feed["items"]:
        raise NoEntriesError(path)
    return feed


def _entry(place: str, item: dict[str, Any], feed: dict[str, Any]) -> Entry:
    markup = _words(item, "content_html")
    return Entry(
        place=place,
        text=markup or _words(item, "content_text") or _words(item, "summary"),
        has_markup=bool(markup),
        title=_words(item, "title"),
        url=_words(item, "url") or _words(item, "external_url"),
        published=_words(item, "date_published") or _words(item, "date_modified"),
        authors=_authors(item) or _authors(feed),
        publisher=_words(feed, "title"),
        language=_words(item, "language") or _words(feed, "language"),
    )


def _words(of: dict[str, Any], key: str) -> str:
    value = of.get(key)
    return "" if isinstance(value, (dict, list)) else plain(value)


def _authors(of: dict[str, Any]) -> tuple[str, ...]:
    return names_in(of.get("authors") or of.get("author"))
