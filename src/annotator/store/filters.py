"""The filters of a query as conditions of SQL on ``highlight``, ``article`` and ``claim``.

A highlight's ``claim`` is joined from the left, so that one without a claim record has nulls.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.core.search_query import Misunderstood
from annotator.core.search_terms import Term, term_of
from annotator.core.words import fold, words
from annotator.store.columns import is_uuid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from sqlite3 import Connection as Driver

    from sqlalchemy.engine import Connection

    from annotator.core.search_query import Filter, SearchQuery

_HIGHLIGHTS_ALONE: Final = frozenset({"label", "reviewer", "speaker", "has", "is"})
_ANY_OF: Final = ("label", "reviewer", "speaker", "article")
_HAS: Final = {
    "claim": "highlight.claim_key IS NOT NULL",
    "note": "coalesce(claim.note, '') <> ''",
    "evidence": "coalesce(claim.evidence, '[]') <> '[]'",
    "verdict": "coalesce(claim.verdict, '') <> ''",
    "cue": "coalesce(claim.cue, '') <> ''",
}
# The same of a claim record by itself, under the name that it has where it comes first.
_BEARS: Final = {
    "claim": "1",
    "note": "bearer.note <> ''",
    "evidence": "bearer.evidence <> '[]'",
    "verdict": "bearer.verdict <> ''",
    "cue": "bearer.cue <> ''",
}
_IS: Final = {
    "older-guideline": (
        "highlight.codebook_revision < "
        '(SELECT revised FROM label WHERE label."key" = highlight.label_key) '
        "OR highlight.codebook_revision IN (SELECT revision FROM codebook_revision "
        "WHERE guideline <> (SELECT text FROM guideline))"
    ),
    "unplaced": "highlight.unplaced <> '{}'",
    "just-imported": (
        "highlight.uuid IN (SELECT uuid FROM change_item WHERE sequence = (SELECT sequence "
        "FROM change WHERE title GLOB 'Import annotations from *' AND origin = 'do' "
        "ORDER BY sequence DESC LIMIT 1))"
    ),
    # The first part of the condition finds them, the second makes sure.
    "orphaned": (
        'highlight."key" IN (SELECT highlight_key FROM part WHERE length = 0) AND NOT EXISTS '
        '(SELECT 1 FROM part WHERE part.highlight_key = highlight."key" AND part.length > 0)'
    ),
}
_YEAR: Final = "[0-9][0-9][0-9][0-9]"
_DATED: Final = f"article.published GLOB '{_YEAR}' OR article.published GLOB '{_YEAR}-[0-9][0-9]*'"
_DATE: Final = f"CASE WHEN {_DATED} THEN article.published ELSE {{made}} END"
_LABELS: Final = text('SELECT "key", slug AS id, name FROM label')
_REVIEWERS: Final = text('SELECT "key", lower(hex(uuid)) AS id, name FROM reviewer')
_TITLED: Final = "SELECT rowid FROM title_words WHERE title_words MATCH :{name}"
_CALLED: Final = 'SELECT article."key" FROM article WHERE article.uuid = :{name}'
_SPEAKS: Final = text("""
SELECT rowid FROM claim_words WHERE claim_words MATCH :said
AND rowid IN (SELECT "key" FROM claim) LIMIT 1
""")


@dataclass(slots=True)
class Conditions:
    """What SQL can tell of a query; each list is joined by AND.

    ``on_articles`` holds for an article by itself, ``on_highlights`` for a highlight with its
    article and claim record. What fits lies in articles for which ``on_homes`` holds, and has
    claim records, where ``on_claims`` says anything, for which that holds.
    """

    on_articles: list[str] = field(default_factory=list)
    on_homes: list[str] = field(default_factory=list)
    on_claims: list[str] = field(default_factory=list)
    on_highlights: list[str] = field(default_factory=list)
    parameters: dict[str, object] = field(default_factory=dict)
    misunderstood: list[Misunderstood] = field(default_factory=list)
    # True where only highlights can have what is asked for.
    highlights_alone: bool = False
    labels: list[int] | None = None
    speaker: Term | None = None
    # True where only what was made under an older guideline fits.
    older: bool = False

    def of_highlights(self) -> str:
        """Return what follows a WHERE that has a condition already."""
        return "".join(f" AND {one}" for one in self.on_highlights)

    def of_articles(self) -> str:
        """Return what follows a WHERE that has a condition already."""
        return "".join(f" AND {one}" for one in self.on_articles)

    def of_homes(self) -> str:
        """Return what follows a WHERE that has a condition already."""
        return "".join(f" AND {one}" for one in self.on_homes)


def fts(term: Term) -> str:
    """Return a term in the words of FTS5; folded words hold no character that means anything."""
    return f'"{" ".join(term.words)}"' + " *" * term.open


def install(driver: Driver) -> None:
    """Teach a connection the function that the conditions on speakers call."""
    driver.create_function("speaks", 2, _speaks, deterministic=True)


@lru_cache(maxsize=4096)
def _speaks(speaker: str | None, wanted: str) -> bool:
    terms = [Term(tuple(one), open=True) for one in json.loads(wanted)]
    said = words(speaker or "")
    return any(term.among(said) for term in terms)


def conditions(connection: Connection, query: SearchQuery) -> Conditions:
    """Return the conditions that a query's filters make in this project as it is now."""
    found = Conditions(misunderstood=list(query.misunderstood))
    compiler = _Compiler(connection, found)
    for name in _ANY_OF:
        wanted = [one for one in query.filters if one.name == name and not one.negated]
        if wanted:
            compiler.add(wanted)
    for one in query.filters:
        if one.negated or one.name not in _ANY_OF:
            compiler.add([one])
    return found


class _Compiler:
    """Turns filters into conditions, one group of alternatives after another."""

    def __init__(self, connection: Connection, found: Conditions) -> None:
        self._connection = connection
        self._found = found

    def add(self, alternatives: list[Filter]) -> None:
        """Add the condition that one of some filters of one name holds, or that none does."""
        name, found = alternatives[0].name, self._found
        shape = "NOT coalesce(({}), 0)" if alternatives[0].negated else "({})"
        if name in {"before", "after"}:
            self._add_date(alternatives[0], shape)
            return
        condition = shape.format(_CONDITIONS[name](self, alternatives))
        found.on_highlights.append(condition)
        if name in _HIGHLIGHTS_ALONE:
            found.highlights_alone = True
        else:
            found.on_articles.append(condition)
            found.on_homes.append(condition)

    def _add_date(self, wanted: Filter, shape: str) -> None:
        sign = "<" if wanted.name == "before" else ">"
        value, chars = self._parameter(wanted.value), len(wanted.value)
        for conditions_, made in (
            (self._found.on_highlights, "highlight.created"),
            (self._found.on_articles, "article.created"),
        ):
            day = _DATE.format(made=made)
            conditions_.append(shape.format(f"substr({day}, 1, {chars}) {sign} :{value}"))
        # In an article without a date, each highlight has its own.
        dated = shape.format(f"substr(article.published, 1, {chars}) {sign} :{value}")
        self._found.on_homes.append(f"(NOT ({_DATED}) OR {dated})")

    def labels(self, alternatives: list[Filter]) -> str:
        """Return the condition on labels."""
        keys = self._named(_LABELS, alternatives)
        if not alternatives[0].negated:
            self._found.labels = keys
        # The plus keeps SQLite from going by label whatever else it was told to go by.
        return f"+highlight.label_key IN ({', '.join(map(str, keys))})"

    def reviewers(self, alternatives: list[Filter]) -> str:
        """Return the condition on reviewers."""
        keys = self._named(_REVIEWERS, alternatives)
        return f"highlight.reviewer_key IN ({', '.join(map(str, keys))})"

    def speakers(self, alternatives: list[Filter]) -> str:
        """Return the condition on speakers: their names have these words, the last one begun."""
        terms = []
        for one in alternatives:
            term = term_of(one.value, begins=True)
            if term is None or not self._connection.execute(_SPEAKS, {"said": fts(term)}).first():
                self._unknown(one)
            elif term is not None:
                terms.append(term)
        if len(terms) == 1 and not alternatives[0].negated:
            self._found.speaker = terms[0]
        wanted = self._parameter(json.dumps([term.words for term in terms]))
        return f"claim.speaker IS NOT NULL AND speaks(claim.speaker, :{wanted})"

    def articles(self, alternatives: list[Filter]) -> str:
        """Return the condition on articles: an id, or words of the title, the last one begun."""
        parts = []
        for one in alternatives:
            term = term_of(one.value, begins=True)
            if is_uuid(one.value):
                parts.append(_CALLED.format(name=self._parameter(_bytes_of(one.value))))
            elif term is not None:
                parts.append(_TITLED.format(name=self._parameter(fts(term))))
            else:
                self._unknown(one)
                continue
            if not self._connection.execute(text(parts[-1]), self._found.parameters).first():
                self._unknown(one)
        # The plus keeps SQLite from going by article, and then sorting all that it finds there.
        return f'+article."key" IN ({" UNION ".join(parts)})'

    def has(self, alternatives: list[Filter]) -> str:
        """Return the condition on what a highlight has."""
        (wanted,) = alternatives
        if not wanted.negated:
            self._found.on_claims.append(_BEARS[wanted.value])
        return _HAS[wanted.value]

    def state(self, alternatives: list[Filter]) -> str:
        """Return the condition on what a highlight is."""
        (wanted,) = alternatives
        if wanted.value == "older-guideline" and not wanted.negated:
            self._found.older = True
        return _IS[wanted.value]

    def _named(self, question: object, alternatives: Iterable[Filter]) -> list[int]:
        rows = self._connection.execute(question).all()  # type: ignore[call-overload]  # a text clause
        keys: set[int] = set()
        for one in alternatives:
            fitting = _called(one.value, rows)
            if not fitting:
                self._unknown(one)
            keys.update(fitting)
        return sorted(keys)

    def _unknown(self, one: Filter) -> None:
        minus = "-" * one.negated
        self._found.misunderstood.append(Misunderstood(f"{minus}{one.name}:{one.value}", "name"))

    def _parameter(self, value: object) -> str:
        name = f"value_{len(self._found.parameters)}"
        self._found.parameters[name] = value
        return name


def _bytes_of(uuid: str) -> bytes:
    return bytes.fromhex(uuid.replace("-", ""))


def _called(value: str, rows: Iterable[tuple[int, str, str]]) -> list[int]:
    """Return whose id or whole name it is; else of which names it is a beginning of words."""
    known = list(rows)
    wanted = _folded(value)
    exact = [key for key, id_, name in known if wanted in {_folded(id_), _folded(name)} and wanted]
    exact += [key for key, id_, _ in known if id_ == value.replace("-", "").lower()]
    if exact:
        return exact
    term = term_of(value, begins=True)
    return [key for key, _, name in known if term is not None and term.among(words(name))]


def _folded(name: str) -> str:
    return " ".join(words(name)) or fold(name)


_CONDITIONS: Final[dict[str, Callable[[_Compiler, list[Filter]], str]]] = {
    "label": _Compiler.labels,
    "reviewer": _Compiler.reviewers,
    "speaker": _Compiler.speakers,
    "article": _Compiler.articles,
    "has": _Compiler.has,
    "is": _Compiler.state,
}
