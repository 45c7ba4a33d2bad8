"""What adding articles asks of the readers: what they find in a file, and how they are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from annotator.core.errors import AnnotatorError
    from annotator.core.findable import Findable
    from annotator.core.records import Source

ARTICLE_FIELDS = (
    "text",
    "title",
    "url",
    "published",
    "authors",
    "publisher",
    "language",
)
"""The fields of an article that a column of a table, or a key of a dump, can be mapped to."""


class Doubt(StrEnum):
    """Something a reader had to guess, which a person should look at before it is kept."""

    ENCODING = "the encoding was guessed"
    EXTRACTION = "the article was told apart from the page around it"
    ORDER = "the order of the text was rebuilt from places on a page"
    LEFT_OUT = "notes, pictures or comments were left out"
    REPLACED = "characters that cannot be kept were replaced"
    LETTERS = "letters may be wrong, which another way of reading may know"
    MAPPING = "the columns were guessed from their names"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person chose about reading a file; a reader finds out itself what is empty.

    ``encoding`` is the name of a Python codec, ``variant`` one of the reader's ``variants``.
    ``mapping`` pairs fields of an article (``ARTICLE_FIELDS``) with names of columns.
    ``languages`` are the codes of those that the person reads, best first: a hint where an
    encoding or a language is to be told from another.
    """

    encoding: str = ""
    variant: str = ""
    mapping: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What a reader found in a file: canonical text and metadata, ready to be added.

    ``place`` tells where in a file of several articles it stood ("row 12"). ``encodings`` are
    the other ones that would do, best first, where ``doubts`` has ``Doubt.ENCODING``.
    """

    title: str
    text: str
    source: Source
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    published: str = ""
    language: str = ""
    direction: str = ""
    place: str = ""
    doubts: tuple[Doubt, ...] = ()
    encodings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PreparedArticle:
    """A read article with its language, direction and sentences: all that adding it needs.

    What it is found by is computed anew where it is not given, or is of another text.
    """

    read: ReadArticle
    text_sha256: str
    language: str
    direction: str
    sentence_ends: tuple[tuple[int, ...], ...]
    segmenter: str
    findable: Findable | None = None


class ArticleReader(Protocol):
    """Reads one article file format; made at every start, so it imports slow things when it reads.

    What an implementation raises besides an ``AnnotatorError`` is a bug of it.
    """

    @property
    def name(self) -> str:
        """The name shown to people."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file name endings it is offered, in lower case and with their dot."""
        ...

    @property
    def extra(self) -> str:
        """The extra of this package that brings what it needs; empty where that is always there."""
        ...

    @property
    def apart(self) -> bool:
        """Tell whether it is to read in a process of its own, bounded in memory and time."""
        ...

    @property
    def variants(self) -> tuple[str, ...]:
        """The other ways in which it can read, by name; the usual one has none."""
        ...

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a file's first bytes (4 kB), or what they lead to, that it is in this format.

        Only where the content alone shows it; a name's ending is for others to look at.
        """
        ...

    def read(self, path: Path, options: ReadOptions) -> Iterator[ReadArticle | AnnotatorError]:
        """Yield a file's articles in order, and for each that cannot be read the reason.

        Raises:
            AnnotatorError: nothing in the file can be read; it names the file and the remedy.

        """
        ...
