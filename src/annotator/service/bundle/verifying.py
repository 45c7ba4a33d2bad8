"""Whether a bundle is sound: hashes, counts, ids, what refers to what, and every quote."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from annotator.core.bundle_errors import DamagedBundleError, WrongSignatureError
from annotator.service.bundle import layout
from annotator.service.bundle.annotation_lines import KIND
from annotator.service.bundle.bundle import Bundle, object_of
from annotator.service.bundle.content import Scope
from annotator.service.bundle.laying_out import times
from annotator.service.bundle.lines import LineError, parsed
from annotator.service.bundle.members import opened_members
from annotator.service.bundle.quote_checks import QuoteChecks
from annotator.service.bundle.references import References
from annotator.service.bundle.shapes import faults, is_ahead
from annotator.service.bundle.signing import read_signature
from annotator.service.verifying import Verdict
from annotator.service.watch import TOLD_EVERY, UNWATCHED
from annotator.team.fields import KINDS
from annotator.team.shared import canonical
from annotator.team.versions import descends, joined

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.service.bundle.content import ArticleText
    from annotator.service.bundle.members import Members
    from annotator.service.watch import Watch
    from annotator.team.shared import Json, SharedObject

NAME: Final = "annobundle"
TITLE: Final = "Bundle"
_OBJECTS: Final = (
    layout.LABELS,
    layout.ARTICLES,
    layout.CLAIMS,
    layout.ANNOTATIONS,
    layout.REVIEWS,
    layout.TOMBSTONES,
)
_KIND: Final = {
    layout.ARTICLES: "article",
    layout.CLAIMS: "claim",
    layout.ANNOTATIONS: KIND,
    layout.REVIEWS: "mark",
}


def verify_bundle(path: Path, *, watch: Watch = UNWATCHED) -> Verdict:
    """Go through a bundle and tell all that is wrong in it.

    Where its members are not what their hashes say, nothing in them is looked at. Of one that
    holds but a part of a project, what is named and not in it is counted, not wrong.

    Raises:
        FileProblemError: the file cannot be opened.
        NotABundleError: it is something else.
        NewerBundleError: a later program wrote it.
        StoppedError: whoever watches cancelled it.

    """
    verdict = Verdict(reading="code points")
    try:
        with opened_members(path) as members:
            for member, reason in members.problems(watch):
                verdict.add(member, reason)
            if not verdict.number:
                _Check(members, verdict, watch).all()
    except DamagedBundleError as error:
        verdict.add(error.member, error.reason)
    except WrongSignatureError as error:
        verdict.add(layout.SIGNATURE, str(error))
    return verdict


class _Check:
    """Goes through a bundle whose members are what their hashes say."""

    def __init__(self, members: Members, verdict: Verdict, watch: Watch) -> None:
        self._members, self._verdict, self._watch = members, verdict, watch
        self._bundle = Bundle(members, read_signature(members))
        self._references = References(self._bundle)
        self._quotes = QuoteChecks(self._bundle.text, self._references, verdict)
        self._newest, self._lines = "", 0

    def all(self) -> None:
        """Check everything."""
        facts = self._bundle.facts
        self._texts()
        self._people()
        for name in _OBJECTS:
            last = ("", "")
            for number, text in self._members.lines(name):
                self._step()
                place = f"{name} line {number}"
                line, one = self._read(name, place, text)
                if one is None:
                    continue
                if (here := (one.kind, one.id)) <= last:
                    self._verdict.add(place, "it is out of order, or there already")
                last = here
                for message in (
                    *faults(one),
                    *_inconsistent(one, removed=name == layout.TOMBSTONES),
                ):
                    self._verdict.add(place, message)
                    break
                else:
                    self._sound(place, line, text, one)
        if self._newest > facts.created:
            self._verdict.add(layout.MANIFEST, "something in it is newer than it says")

    def _step(self) -> None:
        self._lines += 1
        if self._lines % TOLD_EVERY == 0:
            self._watch.step(self._lines, 0)

    def _read(self, name: str, place: str, text: str) -> tuple[Json, SharedObject | None]:
        try:
            line = parsed(text)
            kind = _KIND[name] if name in _KIND else (isinstance(line, dict) and line.get("kind"))
            return line, object_of(line, kind) if kind in KINDS else None
        except LineError as error:
            self._verdict.add(place, str(error))
            return None, None

    def _sound(self, place: str, line: Json, text: str, one: SharedObject) -> None:
        """Check an object that is one by itself: against the others, the texts and its line."""
        verdict = self._verdict
        self._newest = max(self._newest, *times(one), "")
        for kind, other in self._references.unknown(one):
            if self._bundle.facts.scope is Scope.FULL:
                verdict.add(place, f"there is no {kind} {other}")
            else:
                verdict.outside += 1
        wrong = list(self._quotes.problems(line, one))
        for message in wrong:
            verdict.add(place, message)
        if not wrong and canonical(self._quotes.rewritten(line, one)) != text:
            verdict.add(place, "it is not written as everything is in a bundle")

    def _texts(self) -> None:
        verdict, found = self._verdict, set[tuple[str, str, str]]()
        for one in self._bundle.texts():
            self._step()
            found.add((one.article, one.sha256, one.cut))
            for message in self._wrong_with(one):
                verdict.add(f"{layout.ARTICLES} {one.article}", message)
        for article in self._bundle.objects("article"):
            verdict.articles += 1
            for value in article.fields.get("text", ()):
                key = (article.id, value.value["sha256"], value.value["cut"])
                if self._bundle.facts.scope is Scope.FULL and key not in found:
                    verdict.add(f"{layout.ARTICLES} {article.id}", "a text of it is missing")

    def _wrong_with(self, one: ArticleText) -> Iterator[str]:
        ends = canonical([list(each) for each in one.sentence_ends])
        if hashlib.sha256(ends.encode()).hexdigest() != one.cut:
            yield "the ends of its sentences are not those that their hash says"
        text = self._quotes.text(one.sha256)
        if text is not None and len(text) != one.chars:
            yield f"its text has {len(text)} characters, not {one.chars}"

    def _people(self) -> None:
        last = ""
        for one in self._bundle.people():
            if one.id <= last:
                self._verdict.add(f"{layout.PEOPLE} {one.id}", "it is out of order")
            last = one.id


def _inconsistent(one: SharedObject, *, removed: bool) -> Iterator[str]:
    """Yield what in an object does not go together."""
    if is_ahead(one):
        yield "something was written to it that its version does not know of"
    gone = descends(joined(one.removals), one.version)
    if removed and (one.there or not gone):
        yield "it is among the removed and was not removed"
    if not removed and (not one.there or gone):
        yield "it was removed and is not among the removed"
