"""The language of search: words, phrases, beginnings, filters, and what is left out by a minus.

- ``dam safe`` wants both words; ``"dam was safe"`` wants them one after another; ``dam*`` wants
  any word that begins so. The last word of all may always go on, for it may still be typed.
- ``label:``, ``reviewer:``, ``speaker:`` and ``article:`` take a name, in quotation marks where it
  holds spaces. Said twice, one of them is an alternative: either label will do.
- ``has:`` takes note, claim, evidence, verdict or cue; ``is:`` takes older-guideline, orphaned,
  unplaced or just-imported (by the last import of annotations).
- ``before:`` and ``after:`` take a year, a month or a day, which is itself left out:
  ``after:2024-05`` begins with June. The date is the day on which the article was published;
  where that is not known, the day on which the highlight was made.
- A minus before any of these wants the opposite.

Every text can be read. What cannot be understood is told beside the rest and otherwise left out;
of a filter that there is not, the words are searched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from annotator.core.search_terms import MOST_TERMS, Term, term_of

if TYPE_CHECKING:
    from collections.abc import Callable

FilterName: TypeAlias = Literal[
    "label", "reviewer", "speaker", "article", "has", "is", "before", "after"
]
Trouble: TypeAlias = Literal["filter", "value", "date", "empty", "name"]

FILTERS: Final[tuple[FilterName, ...]] = get_args(FilterName)
CHOICES: Final[dict[FilterName, tuple[str, ...]]] = {
    "has": ("note", "claim", "evidence", "verdict", "cue"),
    "is": ("older-guideline", "orphaned", "unplaced", "just-imported"),
}
MOST_FILTERS: Final = 16
_LONGEST_VALUE: Final = 200
_MARKS: Final = '"“”„‟'
_PIECE: Final = re.compile(
    rf"""
    (?P<minus>[-\u2212]?)
    (?:(?P<name>[^\W\d_]+):(?P<value>[{_MARKS}][^{_MARKS}]*[{_MARKS}]?|[^\s{_MARKS}]*)
    |(?P<phrase>[{_MARKS}][^{_MARKS}]*(?P<closed>[{_MARKS}]?))
    |(?P<word>[^\s{_MARKS}]+))
    """,
    re.VERBOSE,
)
_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition: ``value`` as it was typed for names, in lower case for choices and dates."""

    name: FilterName
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """A piece of a query that says nothing to us: as it was typed, why, and what could stand there.

    ``trouble`` is "filter" for a name that no filter has, "value" for a choice that there is not,
    "date" for what is no date, "empty" for a filter without its value, and "name" for a label,
    reviewer, speaker or article that the project does not have.
    """

    piece: str
    trouble: Trouble
    known: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Say it in one sentence."""
        known = ", ".join(self.known)
        return {
            "filter": f"{self.piece} was searched as words; the filters are {known}.",
            "value": f"{self.piece} is not understood; there are {known}.",
            "date": f"{self.piece} is no date; write it as 2024, 2024-05 or 2024-05-03.",
            "empty": f"{self.piece} needs something after its colon.",
            "name": f"Nothing here is called so: {self.piece}.",
        }[self.trouble]


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a search asks for, read from its text."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    misunderstood: tuple[Misunderstood, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether it asks for anything at all."""
        return bool(self.terms or self.without or self.filters)

    def named(self, name: FilterName, *, negated: bool = False) -> tuple[str, ...]:
        """Return the values of one filter."""
        return tuple(
            one.value for one in self.filters if one.name == name and one.negated == negated
        )


def search_query(text: str) -> SearchQuery:
    """Read a query; no text raises.

    >>> query = search_query('dam label:"official claim" -has:note')
    >>> query.terms, query.named("label"), query.named("has", negated=True)
    ((Term(words=('dam',), open=False),), ('official claim',), ('note',))
    >>> search_query("has:pictures").misunderstood[0].sentence
    'has:pictures is not understood; there are note, claim, evidence, verdict, cue.'
    """
    reader = _Reader()
    for match in _PIECE.finditer(text):
        reader.take(match, last=not text[match.end() :].strip())
    return reader.query()


class _Reader:
    """Collects what the pieces of a query say."""

    def __init__(self) -> None:
        self._terms: list[Term] = []
        self._without: list[Term] = []
        self._filters: list[Filter] = []
        self._misunderstood: list[Misunderstood] = []

    def query(self) -> SearchQuery:
        """Return all of it, each thing once."""
        return SearchQuery(
            tuple(dict.fromkeys(self._terms))[:MOST_TERMS],
            tuple(dict.fromkeys(self._without))[:MOST_TERMS],
            tuple(dict.fromkeys(self._filters))[:MOST_FILTERS],
            tuple(dict.fromkeys(self._misunderstood))[:MOST_FILTERS],
        )

    def take(self, match: re.Match[str], *, last: bool) -> None:
        """Take in one piece; the last word of all may go on."""
        negated = bool(match["minus"])
        if match["name"] is not None:
            self._filter(match, negated=negated, last=last)
        elif match["phrase"] is not None:
            self._term(match["phrase"], negated=negated, begins=last and not match["closed"])
        else:
            word = match["word"]
            self._term(word, negated=negated, begins=last or word.endswith("*"))

    def _term(self, piece: str, *, negated: bool, begins: bool) -> None:
        term = term_of(piece, begins=begins)
        if term is not None:
            (self._without if negated else self._terms).append(term)

    def _filter(self, match: re.Match[str], *, negated: bool, last: bool) -> None:
        piece, typed = match[0], match["value"].strip(_MARKS).strip()
        name = _NAMES.get(match["name"].casefold())
        if name is None:
            # "Kyiv:" at the end of a clause is a word like any other.
            self._term(piece[len(match["minus"]) :], negated=negated, begins=last)
            if typed and not typed.startswith("/"):
                self._misunderstood.append(Misunderstood(piece, "filter", FILTERS))
            return
        value, trouble = _READERS[name](typed[:_LONGEST_VALUE], name)
        if trouble is None:
            self._filters.append(Filter(name, value, negated))
        else:
            self._misunderstood.append(Misunderstood(piece, trouble, CHOICES.get(name, ())))


def _name(value: str, _name: FilterName) -> tuple[str, Trouble | None]:
    return value, None if value else "empty"


def _choice(value: str, name: FilterName) -> tuple[str, Trouble | None]:
    chosen = value.casefold().replace("_", "-")
    if not chosen:
        return "", "empty"
    return chosen, None if chosen in CHOICES[name] else "value"


def _date(value: str, _name: FilterName) -> tuple[str, Trouble | None]:
    if not value:
        return "", "empty"
    match = _DATE.fullmatch(value)
    if match is None:
        return "", "date"
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return "", "date"
    return value, None


_NAMES: Final[dict[str, FilterName]] = {name: name for name in FILTERS}
_READERS: Final[dict[FilterName, Callable[[str, FilterName], tuple[str, Trouble | None]]]] = {
    "label": _name,
    "reviewer": _name,
    "speaker": _name,
    "article": _name,
    "has": _choice,
    "is": _choice,
    "before": _date,
    "after": _date,
}
