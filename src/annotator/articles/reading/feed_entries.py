"""What an entry of a feed becomes, whichever kind of feed it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.articles.reading.markup_pieces import text_of_piece
from annotator.articles.reading.titles import title_of
from annotator.core.canonical import LoneSurrogateError, NulCharacterError, canonical_text
from annotator.core.errors import AnnotatorError
from annotator.core.table_errors import EmptyRowError, UnsayableRowError
from annotator.service.article_ports import ReadArticle
from annotator.service.reading.dates import published_day
from annotator.service.reading.declared import one_line, primary_language, web_address
from annotator.service.reading.files import sayable

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.service.reading.dump_files import Survey


_JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed: its text, with or without markup, and what is said of it."""

    place: str
    text: str
    has_markup: bool
    title: str = ""
    url: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""


def is_json_feed(head: bytes) -> bool:
    """Tell by the version that every feed in JSON names near its beginning."""
    return _JSON_FEED.search(head) is not None


def entry_article(path: Path, entry: Entry, survey: Survey) -> ReadArticle | AnnotatorError:
    """Return the article that an entry holds, or why it holds none."""
    try:
        text = _text(path, entry)
    except (NulCharacterError, LoneSurrogateError) as error:
        return UnsayableRowError(path, place=entry.place, position=error.position)
    except AnnotatorError as error:
        return error
    if not text.strip():
        return EmptyRowError(path, place=entry.place)
    authors = (sayable(one_line(name)) for name in entry.authors)
    return ReadArticle(
        title=_line(entry.title) or title_of(text, f"{sayable(path.stem)} {entry.place}"),
        text=text,
        source=survey.source,
        publisher=_line(entry.publisher),
        authors=tuple(dict.fromkeys(filter(None, authors))),
        url=web_address(_line(entry.url)),
        published=published_day(_line(entry.published)),
        language=primary_language(entry.language),
        place=entry.place,
        doubts=survey.doubts,
        encodings=survey.encodings,
    )


def _text(path: Path, entry: Entry) -> str:
    text = canonical_text(entry.text).text
    if entry.has_markup:
        return canonical_text(text_of_piece(path, text)).text
    return text.strip("\n")


def _line(text: str) -> str:
    return sayable(one_line(text))
