"""Marked articles as reports show them, and the port by which they are printed.

Formats know no window system, so whoever starts the program lends them a printer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from annotator.core.errors import AnnotatorError, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from annotator.core.records import Label


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph under the same labels, or under none.

    ``labels`` count in the report's, in the order in which their highlights began. ``begins`` are
    label and number of the highlights that begin here, at most a few, and ``more`` counts those
    left out of it. ``ends`` tells that one ends here.
    """

    text: str
    labels: tuple[int, ...] = ()
    begins: tuple[tuple[int, int], ...] = ()
    more: int = 0
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """Something told of an article or a highlight: what, its value, and where it leads to."""

    name: str
    value: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight in the list below its article; ``number`` is what stands in the text."""

    number: int
    label: int
    quote: str
    reviewer: str
    facts: tuple[Fact, ...] = ()
    placed: bool = True


@dataclass(frozen=True, slots=True)
class ReportedArticle:
    """An article with its highlights; what can be long is gone through as often as needed."""

    title: str
    direction: str
    language: str
    facts: tuple[Fact, ...]
    paragraphs: Callable[[], Iterator[tuple[Run, ...]]]
    marks: Callable[[], Iterator[Mark]]


@dataclass(frozen=True, slots=True)
class Report:
    """A project to look at: its labels, and its articles one after the other.

    ``id`` is the project's, ``changed`` when something in it last did; empty where nothing is.
    """

    id: str
    title: str
    changed: str
    labels: tuple[Label, ...]
    articles: Callable[[], Iterator[ReportedArticle]]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a printed report carries along; its ``data`` comes in pieces, once."""

    name: str
    media_type: str
    data: Iterable[bytes]


class Printer(Protocol):
    """Prints reports."""

    def __call__(self, report: Report, attachment: Attachment, target: Path) -> None:
        """Write a report as a PDF file, the same bytes for the same report wherever it can be.

        Raises:
            OSError: the file cannot be written.

        """
        ...


class NoPrinterError(AnnotatorError):
    """A PDF was asked for where nobody lent a printer, as in a program that uses this package."""

    kind = Kind.WORLD

    def __init__(self) -> None:
        super().__init__(
            "PDF files are printed by the window's part of the program, which is not there;"
            " export html-report and print that."
        )


_lent: list[Printer] = []


def lend_printer(printer: Printer) -> None:
    """Have reports printed by this printer from now on."""
    _lent[:] = [printer]


def lent_printer() -> Printer:
    """Return the printer that was lent; raise ``NoPrinterError`` where none was."""
    if not _lent:
        raise NoPrinterError
    return _lent[0]
