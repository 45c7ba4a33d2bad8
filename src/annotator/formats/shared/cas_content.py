"""What a CAS of Apache UIMA holds, however it was written: texts, highlights, and all else.

A CAS is one document: a text or several, feature structures that point into them, and who made
them. Positions are UTF-16 units. What this program says of itself in one is in types of its own,
and in the identifiers of highlights, which other tools keep.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.foreign_values import ForeignHighlight
from annotator.formats.shared.article_texts import text_refusal
from annotator.formats.shared.cas_checks import cover_faults
from annotator.formats.shared.cas_our_data import (
    OUR_ARTICLE,
    OUR_HIGHLIGHT,
    address_of,
    our_highlight,
    our_id,
    our_metadata,
    waiting_highlights,
)
from annotator.formats.shared.layer_labels import (
    CAS_METADATA,
    DOCUMENT,
    METADATA,
    Kind,
    kind_of,
    label_and_note,
    reviewer_of,
)
from annotator.formats.shared.left_out import left_out
from annotator.formats.shared.our_data import joined, told_article
from annotator.formats.shared.span_values import BadSpanError, span_of
from annotator.service.remarks import Remark

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.core.foreign_values import ForeignItem

SOFA = "uima.cas.Sofa"
VIEW = "uima.cas.View"
_ELSEWHERE = "texts that are kept elsewhere"
_UNLISTED = "annotations that were deleted there"
_READ = frozenset((SOFA, VIEW, OUR_ARTICLE, OUR_HIGHLIGHT, CAS_METADATA, DOCUMENT, METADATA))
_FIRST_VIEW = "_InitialView"
_NO_LANGUAGE = "x-unspecified"


@dataclass(frozen=True, slots=True)
class Structure:
    """One feature structure: ``features`` are those that are words, by their plain names.

    ``references`` are the names of those that point to others. ``start`` and ``end`` are as they
    are written, None where there are none, ``sofa`` is the id of what they count in.
    """

    type: str
    features: Mapping[str, str]
    references: frozenset[str] = frozenset()
    id: str = ""
    sofa: str = ""
    start: object = None
    end: object = None
    place: str = ""


@dataclass(slots=True)
class _Sofa:
    name: str
    text: str | None
    place: str
    highlights: list[ForeignHighlight] = field(default_factory=list)
    document: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1024)
def is_of_use(type_name: str) -> bool:
    """Tell whether structures of a type need be looked at: tokens, lists and the like need not."""
    return type_name in _READ or kind_of(type_name, ()) is not Kind.TECHNICAL


class CasContent:
    """A CAS while its feature structures are read, in whatever order they come."""

    def __init__(self, path: Path, place: str) -> None:
        self._path, self._place = path, place
        self._sofas: dict[str, _Sofa] = {}
        self._highlights: dict[str, list[tuple[str, ForeignHighlight]]] = {}
        self._members: set[str] = set()
        self._documents: dict[str, dict[str, str]] = {}
        self._ours: dict[str, dict[str, str]] = {}
        self._our_article: dict[str, str] = {}
        self._made: dict[str, str] = {}
        self._left: Counter[str] = Counter()
        self.problems: list[AnnotatorError] = []
        self.faults: list[str] = []
        self.stretches: Mapping[tuple[str, str], array[int]] = {}

    def add(self, one: Structure) -> None:
        """Take up one feature structure; what is of no use is forgotten."""
        if one.type == SOFA:
            self._add_sofa(one)
        elif one.type == VIEW:
            self.index(one.features.get("members", "").split())
        elif one.type == OUR_ARTICLE:
            self._our_article = dict(one.features)
        elif one.type == OUR_HIGHLIGHT:
            self._ours.setdefault(one.features.get("identifier", ""), dict(one.features))
        elif one.type == CAS_METADATA:
            self._made |= one.features
        elif one.type in {DOCUMENT, METADATA}:
            self._documents.setdefault(one.sofa, {}).update(one.features)
        elif one.start is not None and one.end is not None:
            self._add_annotation(one)

    def index(self, members: Iterable[str]) -> None:
        """Take up the ids of structures that a view lists; all others were deleted there."""
        self._members.update(members)

    def _add_sofa(self, one: Structure) -> None:
        if one.id in self._sofas:
            self._damaged(one.place, "a text has the id of another one")
            return
        text = one.features.get("sofaString")
        if one.features.get("sofaURI") or "sofaArray" in one.references:
            self._left[_ELSEWHERE] += 1
        name = one.features.get("sofaID", _FIRST_VIEW)
        self._sofas[one.id] = _Sofa(name, text, one.place)

    def _add_annotation(self, one: Structure) -> None:
        kind = kind_of(one.type, {*one.features, *one.references})
        if kind is not Kind.HIGHLIGHT:
            self._left[kind] += 1
            return
        try:
            span = span_of(one.start, one.end)
        except BadSpanError as error:
            self._damaged(one.place, str(error))
            return
        made_id = our_id(one.features.get("identifier", ""))
        told = {k: v for k, v in one.features.items() if not made_id or k != "identifier"}
        label, note = label_and_note(one.type, told)
        claim = {"note": note} if note else {}
        found = ForeignHighlight((span,), label, id=made_id, claim=claim, place=one.place)
        self._highlights.setdefault(one.sofa, []).append((one.id, found))

    def _damaged(self, place: str, reason: str) -> None:
        self.problems.append(DamagedAnnotationsError(self._path, place=place, reason=reason))

    def items(self, *, title: str, reviewer: str = "") -> Iterator[ForeignItem]:
        """Yield an article for each text, what is wrong, and what was left out.

        ``title`` stands in where none is told, and ``reviewer`` where the CAS does not say whose
        it is.
        """
        self._settle()
        yield from self.problems
        first = True
        for one in self._sofas.values():
            if one.text is None and not one.highlights:
                continue
            yield self._article(one, title, reviewer, first=first)
            first = False
        for kind, count in sorted(self._left.items()):
            if count:
                yield left_out(self._path, kind, count)

    def _settle(self) -> None:
        """Give every highlight to the text that it is of."""
        only = next(iter(self._sofas)) if len(self._sofas) == 1 else ""
        for sofa, told in self._documents.items():
            if sofa in self._sofas:
                self._sofas[sofa].document = told
        self._match(one.id for found in self._highlights.values() for _, one in found)
        for sofa, found in self._highlights.items():
            # Where nothing is listed, the index was left out rather than everything deleted.
            kept = [one for key, one in found if not self._members or key in self._members]
            self._left[_UNLISTED] += len(found) - len(kept)
            known = sofa if sofa in self._sofas else only
            if known:
                self._sofas[known].highlights += kept
                continue
            for one in kept:
                self._damaged(one.place, "it is of no text in the file")
        self._highlights = {}

    def _match(self, made_ids: Iterable[str]) -> None:
        """Keep which highlights of this program have nothing said of them, or are gone."""
        there = {address_of(one) for one in made_ids if one}
        told = {key for key, one in self._ours.items() if not one.get("unplaced")}
        if self._our_article:
            self.faults += [Remark.NOTHING_SAID.of(id=one) for one in there - told]
        self.faults += [Remark.PLACELESS.of(id=one) for one in told - there]

    def _article(self, one: _Sofa, title: str, reviewer: str, *, first: bool) -> ForeignItem:
        refusal = text_refusal(one.text or "")
        if refusal:
            return DamagedAnnotationsError(self._path, place=one.place, reason=refusal)
        ours = our_metadata(self._our_article) if first else {}
        article = told_article(ours, one.text, self._place or one.place)
        told = one.document
        language = told.get("language", "")
        named = told.get("documentTitle") or self._made.get("sourceDocumentName") or title
        if len(self._sofas) > 1 and one.name != _FIRST_VIEW:
            named = f"{named} ({one.name})"
        waiting = waiting_highlights(self._ours, self._place) if first else ()
        return replace(
            article,
            title=article.title or named,
            url=article.url or _address(told.get("documentUri", "")),
            language=article.language or (language if language != _NO_LANGUAGE else ""),
            faults=partial(self._faults, one, article.faults, first=first),
            highlights=(*self._owned(one.highlights, reviewer), *waiting),
        )

    def _faults(
        self, one: _Sofa, before: Callable[[], Iterable[str]], *, first: bool
    ) -> Iterator[str]:
        yield from before()
        yield from sorted(self.faults) if first else ()
        for (sofa, kind), found in self.stretches.items() if self._our_article else ():
            if self._sofas.get(sofa) is one:
                yield from cover_faults(kind, found, one.text or "")

    def _owned(self, found: list[ForeignHighlight], reviewer: str) -> tuple[ForeignHighlight, ...]:
        by = reviewer or reviewer_of(self._made.get("username", ""))
        ours = any(one.id for one in found)
        whole = joined(our_highlight(one, self._ours) for one in found) if ours else tuple(found)
        if not by:
            return whole
        return tuple(one if one.reviewer else replace(one, reviewer=by) for one in whole)


def _address(told: str) -> str:
    """Return where a text comes from, unless that is a place on somebody's disk."""
    return told if told.startswith(("http://", "https://")) else ""
