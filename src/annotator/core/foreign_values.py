"""What files of other tools say, as they say it: labels, articles, highlights, places, doubts.

Nothing here is converted yet: positions are in the file's own unit, labels and reviewers are
names, times are texts. ``core.foreign_offsets`` finds out the unit, the service the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from annotator.core.errors import AnnotatorError


class Holds(StrEnum):
    """What a file of some format can hold of a project; the rest is lost and reported."""

    OVERLAP = "overlap"
    """Highlights that cover the same text in part or wholly."""
    PARTS = "parts"
    """Highlights of several spans."""
    CODEBOOK = "codebook"
    """Labels with their definitions and colors, not only their names."""
    SIGNS = "signs"
    """All else of a label: dark color, letter, line style, shortcut, tests, examples, fields."""
    GUIDE = "guide"
    """What a codebook says beside its labels: a guideline, and the verdicts to choose from."""
    NOTE = "note"
    CLAIM = "claim"
    """The rest of the claim record, with where the words lie that attribute it."""
    REVIEWER = "reviewer"
    TIME = "time"
    ID = "id"
    QUOTE = "quote"
    TEXT = "text"
    TITLE = "title"
    METADATA = "metadata"
    """An article's address, authors, day, publisher, language and direction."""
    UNPLACED = "unplaced"
    """Highlights that lost their text or wait for a place, with their quotes."""
    EMPTY = "empty"
    """Articles that bear no highlight."""


class Unit(StrEnum):
    """What one step of a position is."""

    CODE_POINT = "code-points"
    UTF16 = "utf-16"
    UTF8 = "utf-8"


class Newlines(StrEnum):
    """As what a line end counts."""

    AS_IS = "as-is"
    LF = "lf"
    CRLF = "crlf"


class Spaces(StrEnum):
    """What a tool makes of the white space in the words that it quotes."""

    KEPT = "kept"
    """Nothing."""
    BLANKS = "blanks"
    """A blank of each tab and line end."""
    DRAWN_TOGETHER = "drawn-together"
    """A blank of as many as there are, none at the ends."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand the positions in a file.

    ``bom`` tells whether a byte order mark counts, ``inclusive`` whether an end is that of the
    last character rather than of the one behind it. Its name is what ``--offsets`` takes.

    >>> Reading(Unit.UTF16, Newlines.CRLF).name
    'utf-16,crlf'
    """

    unit: Unit = Unit.CODE_POINT
    newlines: Newlines = Newlines.AS_IS
    bom: bool = False
    inclusive: bool = False

    @property
    def name(self) -> str:
        """The name, of which everything but the unit may be left out."""
        newlines = () if self.newlines is Newlines.AS_IS else (self.newlines.value,)
        flags = ("bom",) * self.bom + ("inclusive",) * self.inclusive
        return ",".join((self.unit.value, *newlines, *flags))


@dataclass(frozen=True, slots=True)
class ForeignLabel:
    """One label as a file has it; ``id`` is its own there, ``color`` is ``#rrggbb`` or empty.

    ``parent`` is the id, or the name where there are no ids, of the label above it. ``place``
    tells where in the file it stands. What is empty the file does not tell; nothing says that what
    it tells is as a label of ours must be.
    """

    name: str
    id: str = ""
    key: str = ""
    color: str = ""
    definition: str = ""
    parent: str = ""
    color_dark: str = ""
    letter: str = ""
    line_style: str = ""
    shortcut: str = ""
    tests: tuple[str, ...] = ()
    edge_cases: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    archived: bool = False
    place: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ForeignReviewer:
    """One reviewer whom a file declares."""

    name: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a file says once more of a highlight, beside its spans, quotes and names.

    ``units`` holds the start and the end of its hull by unit, None for what is no number;
    ``hull`` those in the file's own unit. ``quote`` is the hull's text, ``begins`` the beginning of
    the first span's, and ``title`` the article's. Whatever is None or empty is not told.
    ``faults`` looks for what else cannot be right in what the file says of it, as half sentences;
    only who verifies a file asks.
    """

    units: Mapping[Unit, tuple[int | None, int | None]] = field(default_factory=dict)
    hull: tuple[int | None, int | None] | None = None
    quote: str | None = None
    begins: str = ""
    prefix: str = ""
    suffix: str = ""
    label_id: str = ""
    text_sha256: str = ""
    title: str | None = None
    faults: Callable[[], Iterable[str]] = field(default=tuple, compare=False)


@dataclass(frozen=True, slots=True)
class ForeignHighlight:
    """One highlight as a file has it.

    ``spans`` are in the file's unit, none where it tells a quote alone. ``quotes`` are the words
    of each span, or the words of all together where it has one; none where it does not tell them;
    ``inexact`` says that they are cut or altered and only hint. ``label`` is the name, id or key
    of a label, empty for none. ``claim`` holds fields of a claim record by their names, the note
    among them. ``ours`` tells that ``id`` was given by this program. ``cue`` is in the same unit.
    ``place`` tells where in the file it stands ("line 12"). ``unplaced`` is the outcome of one
    that waited for a place when it was written. ``beside`` is what the file says once more of all
    that, None where it does not. ``label_name`` is the label's name where the file has it beside
    its key; ``by_name`` says that people alter such names, the reviewer's too, and not the keys.
    ``partial`` says that what is empty is not told, and stays as it is here.
    """

    spans: tuple[tuple[int, int], ...]
    label: str
    quotes: tuple[str, ...] = ()
    prefix: str = ""
    suffix: str = ""
    id: str = ""
    ours: bool = False
    reviewer: str = ""
    reviewer_id: str = ""
    created: str = ""
    modified: str = ""
    claim: Mapping[str, Any] = field(default_factory=dict)
    cue: tuple[int, int] | None = None
    unplaced: str = ""
    inexact: bool = False
    place: str = ""
    beside: Beside | None = field(default=None, compare=False)
    label_name: str = ""
    by_name: bool = False
    partial: bool = False


@dataclass(frozen=True, slots=True)
class ForeignArticle:
    """One article as a file has it, or a part of its highlights; a file may have several of one.

    ``text`` is what the positions count in, with its line ends and byte order mark; None where
    the file does not hold it, and then the article is looked for by ``article_id`` (of this
    program), ``text_sha256`` (of the canonical text), ``url`` and ``title``. ``faults`` is as
    that of ``Beside``.
    """

    title: str = ""
    text: str | None = None
    highlights: tuple[ForeignHighlight, ...] = ()
    id: str = ""
    article_id: str = ""
    text_sha256: str = ""
    url: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    direction: str = ""
    place: str = ""
    faults: Callable[[], Iterable[str]] = field(default=tuple, compare=False)


ForeignItem: TypeAlias = "ForeignArticle | AnnotatorError"


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """What a format found in a file; ``items`` can be asked for more than once, and streams.

    ``tool`` names what writes such files, and ``project`` the project there by an id that stays
    the same from file to file; empty where the file has none. ``reading`` is what the format says
    of positions, None where it does not; ``settled`` that its tools keep to it, so that only
    quotes speak against it. ``labels`` and ``reviewers`` are those that the file declares beside
    the highlights; ``whole`` says that they are a project's codebook, written by this program, and
    ``guideline`` is the text of that codebook. ``faults`` looks for what is wrong beside all
    that, in pairs of a place and half a sentence; only who verifies a file asks. ``spaces`` tells
    what the tool makes of white space in quotes. ``verdicts`` are those that its codebook has.
    """

    tool: str
    items: Callable[[], Iterator[ForeignItem]]
    project: str = ""
    reading: Reading | None = None
    settled: bool = False
    labels: tuple[ForeignLabel, ...] = ()
    whole: bool = False
    guideline: str = ""
    verdicts: tuple[str, ...] = ()
    reviewers: tuple[ForeignReviewer, ...] = ()
    faults: Callable[[], Iterable[tuple[str, str]]] = field(default=tuple, compare=False)
    spaces: Spaces = Spaces.KEPT
