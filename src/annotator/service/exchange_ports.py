"""What exchange asks of an annotation format: to know its files, read them, and write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from annotator.core.foreign_values import ForeignFile, Holds
    from annotator.core.records import (
        Article,
        ClaimRecord,
        Codebook,
        Highlight,
        Label,
        Reviewer,
        Revision,
    )


@dataclass(frozen=True, slots=True)
class ExchangeOptions:
    """What a person chose about reading or writing a file; empty means: find out, or the usual.

    ``variant`` is one of the format's ``variants``. ``mapping`` pairs a field (those of
    ``EXCHANGE_FIELDS``) with the name of a column or key. ``guard`` protects spreadsheets against
    cells that begin like formulas. ``encoding`` is the name of a Python codec, ``format`` that of
    a format, which is not looked for then. ``pseudonyms`` lets a file name no reviewer.
    """

    variant: str = ""
    mapping: tuple[tuple[str, str], ...] = ()
    guard: bool = True
    encoding: str = ""
    format: str = ""
    pseudonyms: bool = False


EXCHANGE_FIELDS = (
    "text",
    "article_id",
    "title",
    "url",
    "text_sha256",
    "id",
    "start",
    "end",
    "quote",
    "prefix",
    "suffix",
    "label",
    "note",
    "reviewer",
    "created",
    "modified",
    "highlights",
)
"""What a column of a table, or a key of a line, can be mapped to."""
ARTICLE_NAMES = ("title", "url", "article_id", "text_sha256")
"""The fields by which an article is known whose text is not told."""


def lacking(found: Mapping[str, str]) -> str:
    """Return a field that is still needed beside those that columns were found for.

    >>> lacking({"quote": "Segment"}), lacking({"quote": "Segment", "title": "Document"})
    ('text', '')
    """
    if "start" in found and "end" not in found and "quote" not in found:
        return "end"
    if not {"highlights", "start", "quote"} & found.keys():
        return "quote"
    return "" if any(field in found for field in (*ARTICLE_NAMES, "text")) else "text"


@dataclass(frozen=True, slots=True)
class SentHighlight:
    """A highlight on its way out, with all that it refers to.

    One that has no text (``highlight.orphaned``) still has its quote; its spans are empty.
    """

    highlight: Highlight
    label: Label
    reviewer: Reviewer
    claim: ClaimRecord | None = None

    @property
    def note(self) -> str:
        """The note of its claim record."""
        return self.claim.note if self.claim else ""


class SentArticle(Protocol):
    """An article on its way out; ``highlights`` streams them in user order, any number of times."""

    @property
    def article(self) -> Article:
        """The article."""
        ...

    @property
    def revision(self) -> Revision:
        """Its current text, and where its sentences end."""
        ...

    @property
    def reviewed_marks(self) -> int:
        """How many stretches of it were reviewed as needing no label."""
        ...

    def highlights(self) -> Iterator[SentHighlight]:
        """Yield its highlights in user order: by start, the longer first."""
        ...


class Sent(Protocol):
    """What is on its way out: a project, or what a filter leaves of it."""

    @property
    def project_id(self) -> str:
        """The id of the project, which is the same on every computer."""
        ...

    @property
    def name(self) -> str:
        """The project's name."""
        ...

    @property
    def codebook(self) -> Codebook:
        """The labels, archived ones included."""
        ...

    @property
    def reviewers(self) -> tuple[Reviewer, ...]:
        """Everyone whose highlights are among those sent."""
        ...

    def articles(self) -> Iterator[SentArticle]:
        """Yield the articles, oldest first; those without highlights, too."""
        ...


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a written file does not hold: what, how many, and why or what became of it."""

    what: str
    count: int
    remark: str = ""


class AnnotationFormat(Protocol):
    """Reads, writes, or both, one format of annotation files.

    Made at every start, so it imports slow things when it works. It never touches the network and
    writes nowhere but below ``target``. What it raises besides an ``AnnotatorError`` is a bug.
    """

    @property
    def name(self) -> str:
        """The name by which commands know it ("label-studio")."""
        ...

    @property
    def title(self) -> str:
        """The name shown to people ("Label Studio")."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file name endings, in lower case and with their dot; the first is what it writes."""
        ...

    @property
    def reads(self) -> bool:
        """Tell whether ``read`` works."""
        ...

    @property
    def writes(self) -> bool:
        """Tell whether ``write`` works."""
        ...

    @property
    def folder(self) -> bool:
        """Tell whether what it writes is a folder."""
        ...

    @property
    def extra(self) -> str:
        """The extra of this package that brings what it needs; empty where that is always there."""
        ...

    @property
    def variants(self) -> tuple[str, ...]:
        """The other ways in which it reads or writes, by name; the usual one has none."""
        ...

    @property
    def holds(self) -> frozenset[Holds]:
        """What a file that it writes can hold (of one that only reads: what it finds)."""
        ...

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a file's first bytes (4 kB), or what they lead to, that it is in this format.

        Only where the content shows it. ``path`` may be a folder; then ``head`` is empty.
        """
        ...

    def read(self, path: Path, options: ExchangeOptions) -> ForeignFile:
        """Return what a file holds; its ``items`` raise, or yield, what is wrong inside.

        Raises:
            AnnotatorError: nothing in the file can be read; it names the file and the remedy.

        """
        ...

    def write(self, sent: Sent, target: Path, options: ExchangeOptions) -> Iterable[Loss | Holds]:
        """Write a file, or a folder that is there and empty; return what only it knows is lost.

        What ``holds`` leaves out is counted by others, and so is what it returns of ``Holds``:
        what the variant that was written does not hold either. ``target`` is a place beside the
        real one: the caller moves it there once it is verified.

        Raises:
            AnnotatorError: something cannot be written at all.

        """
        ...
