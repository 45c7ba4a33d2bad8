"""Markdown (CommonMark with tables) as the text that a reader of the page would see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.articles.reading.bare_text import bare_text
from annotator.articles.reading.front_matter import FrontMatter, front_matter
from annotator.articles.reading.titles import title_of
from annotator.core.canonical import canonical_text
from annotator.core.file_errors import EmptyFileError
from annotator.core.reading_errors import DamagedMarkupError
from annotator.service.article_ports import Doubt, ReadArticle
from annotator.service.reading.declared import (
    author_names,
    declared_direction,
    one_line,
    primary_language,
    published_date,
    web_address,
)
from annotator.service.reading.files import sayable
from annotator.service.reading.text_files import ClaimedByName, text_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from annotator.service.article_ports import ReadOptions

# Beyond this the parser leaves out what is nested in lists and quotations.
DEEPEST = 80
# For each bracket that is open the parser looks at all that follows; beyond this they are signs.
MOST_OPEN = 200
_BRACKET = re.compile(r"[\[\]]")
# The parser's first step leaves none in the text.
_STAND_IN = "\0"
_SPACES = re.compile(r"[ \t\n]+")
_LINE_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)


class MarkdownReader(ClaimedByName):
    """Reads Markdown; lines of metadata between dashes at its start are understood.

    It reads apart, since some texts make any parser of Markdown slow.
    """

    name = "Markdown"
    suffixes = (".md", ".markdown", ".mdown", ".mkd")
    extra = ""
    apart = True
    variants = ()

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle]:
        """Read a file into the text of its page; links are their words, code is kept.

        Raises:
            FileProblemError: one subclass for each thing that can be wrong with the file.

        """
        file = text_file(path, options)
        matter = front_matter(file.text)
        tokens = _tokens(path, matter.text)
        text = canonical_text("\n".join(_lines(tokens))).text
        if not text.strip():
            raise EmptyFileError(path)
        yield ReadArticle(
            title=_title(matter, tokens) or title_of(text, sayable(path.stem)),
            text=text,
            source=file.source(path, reader=self.name, also=("markup removed",)),
            publisher=one_line(matter.first("publisher", "site", "sitename", "source")),
            authors=_authors(matter),
            url=web_address(matter.first("url", "link", "canonical_url", "canonical", "source")),
            published=published_date(matter.first("published", "date", "created")),
            language=primary_language(matter.first("lang", "language", "locale")),
            direction=declared_direction(matter.first("dir", "direction")),
            doubts=file.doubts + ((Doubt.LEFT_OUT,) if _has_pictures(tokens) else ()),
            encodings=file.encodings,
        )


def _tokens(path: Path, text: str) -> list[Token]:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - imported when there is something to read

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    parser.core.ruler.before("inline", "open brackets", _hide_brackets)
    parser.core.ruler.after("inline", "hidden brackets", _show_brackets)
    tokens = parser.parse(text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        raise DamagedMarkupError(path, reason="lists or quotations are nested too deeply")
    return tokens


def _hide_brackets(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and _most_open(token.content) > MOST_OPEN:
            token.content = token.content.replace("[", _STAND_IN)


def _show_brackets(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and _STAND_IN in token.content:
            token.content = token.content.replace(_STAND_IN, "[")
            for child in token.children or ():
                child.content = child.content.replace(_STAND_IN, "[")


def _most_open(text: str) -> int:
    """Return how many square brackets are open at once, where that can be many."""
    if text.count("[") <= MOST_OPEN:
        return 0
    most = depth = 0
    for bracket in _BRACKET.finditer(text):
        depth = depth + 1 if bracket[0] == "[" else max(0, depth - 1)
        most = max(most, depth)
    return most


def _lines(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _inline_lines(token)
        elif token.type in ("fence", "code_block"):
            yield from (line.rstrip() for line in token.content.rstrip("\n").split("\n"))
        elif token.type == "html_block":
            yield from bare_text(token.content)


def _inline_lines(token: Token) -> list[str]:
    """Return the words of a paragraph, heading or cell: one line, but where it says otherwise."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type == "hardbreak" or _LINE_BREAK.match(child.content):
            parts.append("\0")
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
    lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(parts).split("\0"))
    return [line for line in lines if line]


def _title(matter: FrontMatter, tokens: list[Token]) -> str:
    given = one_line(matter.first("title", "headline"))
    first = tokens[1] if tokens and tokens[0].tag == "h1" else None
    return given or (one_line(" ".join(_inline_lines(first))) if first else "")


def _authors(matter: FrontMatter) -> tuple[str, ...]:
    given = matter.all("authors", "author", "by", "byline")
    return author_names(given[0]) if len(given) == 1 else tuple(map(one_line, given))


def _has_pictures(tokens: Iterable[Token]) -> bool:
    return any(child.type == "image" for token in tokens for child in token.children or ())
