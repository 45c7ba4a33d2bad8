"""Whether a file of annotations is sound: every slice against its quote, every id and label."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.core.canonical import (
    LoneSurrogateError,
    NulCharacterError,
    canonical_text,
    text_digest,
)
from annotator.core.errors import AnnotatorError
from annotator.core.exchange_errors import DamagedAnnotationsError, LeftOutError
from annotator.core.foreign_offsets import ForeignOffsets
from annotator.core.foreign_values import ForeignArticle, Spaces
from annotator.core.offset_resolver import OffsetResolver, Resolved
from annotator.core.offsets import OffsetOutsideTextError
from annotator.core.records import BETWEEN_SPANS
from annotator.core.seen_texts import SeenTexts
from annotator.service.declared_names import DeclaredNames
from annotator.service.own_checks import malformed, unchosen
from annotator.service.remarks import Remark, said_of
from annotator.service.repeated_checks import UnitMaps, around, lengths, repeated
from annotator.service.watch import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.core.foreign_values import ForeignFile, ForeignHighlight, Reading
    from annotator.service.watch import Watch

    Texts = Callable[[ForeignArticle], str | None]

MOST_TOLD = 1_000
_SHOWN = 60
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong in a file: where, and what (``Said`` where its kind is known)."""

    place: str
    message: str


@dataclass(slots=True)
class Verdict:
    """What verifying a file came to; ``problems`` has the first thousand of ``number``.

    ``quotes`` counts the slices that were compared with their quotes, ``textless`` the highlights
    whose quotes could not be, because their text is not at hand. ``reading`` is how the positions
    were understood, ``unsure`` that another reading would do as well. ``outside`` counts what is
    named in a part of a project and not in that part.
    """

    articles: int = 0
    highlights: int = 0
    quotes: int = 0
    reading: str = ""
    unsure: bool = False
    number: int = 0
    problems: list[Problem] = field(default_factory=list)
    textless: int = 0
    outside: int = 0

    def add(self, place: str, message: str) -> None:
        """Take in something that is wrong."""
        self.number += 1
        if len(self.problems) < MOST_TOLD:
            self.problems.append(Problem(place, message))


def no_texts(_article: ForeignArticle) -> str | None:
    """Know no text beside those that a file holds."""
    return None


def verify(
    file: ForeignFile,
    *,
    texts: Texts = no_texts,
    reading: Reading | None = None,
    wording: bool = True,
    watch: Watch = UNWATCHED,
) -> Verdict:
    """Go through a file and tell all that is wrong in it; ``texts`` knows those it does not hold.

    ``reading`` is how positions are to be understood, if somebody says so; it is not doubted, and
    the file gone through once. ``wording`` tells claim records that use other words than those to
    choose from, too, which a project may do.

    Raises:
        StoppedError: whoever watches cancelled it.

    """
    unsure, sure = False, reading is not None or file.settled
    if reading is None:
        resolved = understood(file, lambda one: _text(one, texts), watch=watch)
        reading, unsure = resolved.reading, not resolved.certain
    verdict = Verdict(reading=reading.name, unsure=unsure)
    check = _Check(file, verdict, reading, sure=sure, wording=wording)
    check.declared(file)
    for number, one in enumerate(file.items()):
        watch.step(number, 0)
        if isinstance(one, AnnotatorError):
            if isinstance(one, DamagedAnnotationsError):
                verdict.add(one.place, said_of(one, one.reason))
            elif not isinstance(one, LeftOutError):
                verdict.add("", said_of(one))
        else:
            check.article(one, _text(one, texts))
    return verdict


def understood(
    file: ForeignFile, texts: Texts, reading: Reading | None = None, watch: Watch = UNWATCHED
) -> Resolved:
    """Find out how a file's positions are to be read, unless somebody says it.

    Raises:
        StoppedError: whoever watches cancelled it.

    """

    def known() -> Iterator[tuple[str, tuple[ForeignHighlight, ...]]]:
        for number, one in enumerate(file.items()):
            watch.step(number, 0)
            if isinstance(one, ForeignArticle) and (text := texts(one)) is not None:
                yield text, one.highlights

    return OffsetResolver(file.reading, settled=file.settled, named=reading).resolve(known)


def _text(article: ForeignArticle, texts: Texts) -> str | None:
    return article.text if article.text is not None else texts(article)


class _Check:
    """Goes through a file whose positions are understood."""

    def __init__(
        self,
        file: ForeignFile,
        verdict: Verdict,
        reading: Reading,
        *,
        sure: bool,
        wording: bool,
    ) -> None:
        self._verdict, self._reading, self._sure = verdict, reading, sure
        self._wording, self._verdicts = wording, file.verdicts
        self._names = DeclaredNames(file.labels, file.reviewers)
        self._spaces = file.spaces
        self._ids = SeenTexts()
        self._last: ForeignArticle | None = None

    def declared(self, file: ForeignFile) -> None:
        """Check what the file declares before its articles, and what only its format knows."""
        for place, message in (*self._names.problems(), *file.faults()):
            self._verdict.add(place, message)

    def article(self, article: ForeignArticle, text: str | None) -> None:
        """Check an article and its highlights."""
        verdict = self._verdict
        # One of very many highlights comes in parts.
        here, self._last = self._last, replace(article, highlights=(), place="")
        verdict.articles += here != self._last
        for message in (*self._names.hold(article), *article.faults()):
            verdict.add(article.place, message)
        offsets, canonical = None, ""
        if text is not None:
            try:
                canonical = canonical_text(text).text
                offsets = ForeignOffsets(text, self._reading)
            except (NulCharacterError, LoneSurrogateError) as error:
                verdict.add(article.place, said_of(error))
        told = article.text_sha256 if offsets is not None and article.text is not None else ""
        if told and text_digest(canonical) != told:
            verdict.add(article.place, Remark.OTHER_TEXT.of())
        maps = UnitMaps(canonical)
        for one in article.highlights:
            verdict.highlights += 1
            for message in self._references(one, article):
                verdict.add(one.place, message)
            found = self._slices(one, offsets, maps) if offsets else self._textless(one)
            for message in found:
                verdict.add(one.place, message)

    def _references(self, one: ForeignHighlight, article: ForeignArticle) -> Iterator[str]:
        if one.id and not self._ids.add(one.id):
            yield Remark.ID_AGAIN.of(id=one.id)
        yield from self._names.unknown(one, article)
        yield from malformed(one)
        if one.beside is not None:
            yield from repeated(one, one.beside)
            yield from one.beside.faults()
        if self._wording:
            yield from unchosen(one, self._verdicts)

    def _textless(self, one: ForeignHighlight) -> Iterator[str]:
        if one.quotes and not one.unplaced:
            self._verdict.textless += 1
        yield from lengths(one, self._reading, sure=self._sure)

    def _slices(
        self, one: ForeignHighlight, offsets: ForeignOffsets, maps: UnitMaps
    ) -> Iterator[str]:
        found = []
        for start, end in one.spans if one.cue is None else (*one.spans, one.cue):
            try:
                found.append(offsets.span(start, end))
            except OffsetOutsideTextError:
                yield Remark.OUTSIDE.of(start=start, end=end)
                return
        found = found[: len(one.spans)]
        wrong: list[str] = []
        if one.quotes and found and not one.inexact and not one.unplaced:
            self._verdict.quotes += 1
            words = [maps.text[start:end] for start, end in found]
            wrong = list(_quotes(one, words, self._spaces))
        # Where the place is wrong, all else that is said of it is, too.
        if found and not wrong and one.beside is not None:
            hull = min(span[0] for span in found), max(span[1] for span in found)
            yield from around(hull, one.beside, maps)
        yield from wrong


def _quotes(one: ForeignHighlight, found: list[str], spaces: Spaces) -> Iterator[str]:
    quotes = [quote.replace("\r\n", "\n").replace("\r", "\n") for quote in one.quotes]
    told = quotes if len(quotes) == len(found) else [BETWEEN_SPANS.join(quotes)]
    read = found if len(told) == len(found) else [BETWEEN_SPANS.join(found)]
    for said, reads, (start, end) in zip(told, read, one.spans, strict=False):
        if said != reads and _seen(said, spaces) != _seen(reads, spaces):
            shown, meant = _short(reads), _short(said)
            shown, meant = (shown, meant) if shown != meant else (repr(reads), repr(said))
            yield Remark.READS_OTHERWISE.of(start=start, end=end, reads=shown, told=meant)


def _seen(words: str, spaces: Spaces) -> str:
    """Return words as a tool quotes them."""
    if spaces is Spaces.DRAWN_TOGETHER:
        return " ".join(words.split())
    return _SPACE.sub(" ", words) if spaces is Spaces.BLANKS else words


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
