"""Whether a bundle is sound: hashes, counts, ids, what refers to what, and every quote."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeVar

from annotator.core.bundle_errors import DamagedBundleError, WrongSignatureError
from annotator.service.bundle import layout
from annotator.service.bundle.annotation_lines import KIND
from annotator.service.bundle.bundle import DISORDER, Bundle, object_of
from annotator.service.bundle.content import Scope
from annotator.service.bundle.laying_out import times
from annotator.service.bundle.lines import LineError, mapping, parsed
from annotator.service.bundle.members import opened_members
from annotator.service.bundle.quote_checks import QuoteChecks
from annotator.service.bundle.references import References
from annotator.service.bundle.revision_lines import (
    cuts_fit,
    person_line,
    person_read,
    revision_read,
    texts_read,
)
from annotator.service.bundle.shapes import faults, inconsistent, untold
from annotator.service.bundle.signing import read_signature
from annotator.service.bundle.verdict import BundleVerdict, judge, told_by
from annotator.service.watch import TOLD_EVERY, UNWATCHED
from annotator.team.fields import KINDS
from annotator.team.shared import canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.service.bundle.content import ArticleText
    from annotator.service.bundle.members import Members
    from annotator.service.watch import Watch
    from annotator.team.shared import Json, SharedObject

T = TypeVar("T")
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
_DECLARING: Final = (layout.LABELS, layout.ARTICLES, layout.CLAIMS, layout.TOMBSTONES)
_KIND: Final = {
    layout.ARTICLES: "article",
    layout.CLAIMS: "claim",
    layout.ANNOTATIONS: KIND,
    layout.REVIEWS: "mark",
}


def verify_bundle(
    path: Path,
    *,
    trust_new_key: bool = False,
    known_text: Callable[[str], str | None] | None = None,
    watch: Watch = UNWATCHED,
) -> BundleVerdict:
    """Go through a bundle and tell what it is, and all that is wrong in it.

    Where its members are not what their hashes say, nothing in them is looked at. Of one that
    holds but a part of a project, what is named and not in it is counted, not wrong. Another key
    than that of the member's bundles before is wrong, unless it is trusted. ``known_text`` knows
    texts by their hashes that a bundle with quotes only has not.

    Raises:
        FileProblemError: the file cannot be opened.
        NotABundleError: it is something else.
        NewerBundleError: a later program wrote it.
        DamagedKeyError: what is known of signers cannot be read.
        StoppedError: whoever watches cancelled it.

    """
    verdict = BundleVerdict(reading="code points")
    try:
        with opened_members(path) as members:
            for member, reason in members.problems(watch):
                verdict.add(member, reason)
            if not verdict.number:
                verdict.bundle = told_by(Bundle(members, None))
                bundle = Bundle(members, read_signature(members))
                judge(bundle, verdict, trust_new_key=trust_new_key)
                _Check(members, bundle, verdict, watch, known_text).all()
    except DamagedBundleError as error:
        verdict.add(error.member, error.reason)
    except WrongSignatureError as error:
        verdict.add(error.member, str(error))
    return verdict


class _Check:
    """Goes through a bundle whose members are what their hashes say."""

    def __init__(
        self,
        members: Members,
        bundle: Bundle,
        verdict: BundleVerdict,
        watch: Watch,
        known_text: Callable[[str], str | None] | None,
    ) -> None:
        self._members, self._verdict, self._watch = members, verdict, watch
        self._bundle, self._known_text = bundle, known_text
        self._references = References()
        self._quotes = QuoteChecks(self._text, self._references, verdict)
        self._whole = self._bundle.facts.scope is Scope.FULL
        self._newest, self._lines = "", 0
        self._left_out: set[str] = set()

    def all(self) -> None:
        """Check everything, what others refer to first; each line but those is read once."""
        self._people()
        for name in _DECLARING:
            for _, line, _ in self._read(name, told=False):
                for one in self._object(name, "", line, told=False):
                    self._references.declare(one)
        self._all_objects()
        for place, line, text in self._read(layout.REVISIONS):
            for _ in self._understood(place, revision_read, line):
                self._written_as(canonical(line), text, place)
        if len(self._left_out) != self._bundle.manifest.texts_left_out:
            self._verdict.add(layout.MANIFEST, "it does not count the texts left out right")
        if self._newest > self._bundle.facts.created:
            self._verdict.add(layout.MANIFEST, "something in it is newer than it says")

    def _all_objects(self) -> None:
        for name in _OBJECTS:
            last = ("", "")
            for place, line, text in self._read(name):
                for one in self._object(name, place, line):
                    if (here := (one.kind, one.id)) <= last:
                        self._verdict.add(place, DISORDER)
                    last = here
                    self._sound(place, line, text, one)

    def _text(self, sha256: str) -> str | None:
        found = self._bundle.text(sha256)
        if found is None and self._known_text is not None:
            return self._known_text(sha256)
        return found

    def _people(self) -> None:
        last = ""
        for place, line, text in self._read(layout.PEOPLE):
            for one in self._understood(place, person_read, line):
                self._written_as(canonical(person_line(one)), text, place)
                self._references.person(one)
                if one.id <= last:
                    self._verdict.add(place, DISORDER)
                last = one.id

    def _read(self, name: str, *, told: bool = True) -> Iterator[tuple[str, Json, str]]:
        """Yield the lines of a member that can be understood: where, what, and as written."""
        for number, text in self._members.lines(name):
            self._lines += 1
            if self._lines % TOLD_EVERY == 0:
                self._watch.step(self._lines, 0)
            place = f"{name} line {number}"
            for line in self._understood(place, _mapping, text, told=told):
                yield place, line, text

    def _understood(
        self, place: str, read: Callable[[Json], T], value: Json, *, told: bool = True
    ) -> Iterator[T]:
        """Yield what is read, if it can be understood; tell it otherwise."""
        try:
            found = read(value)
        except LineError as error:
            if told:
                self._verdict.add(place, str(error))
            return
        yield found

    def _object(
        self, name: str, place: str, line: Json, *, told: bool = True
    ) -> Iterator[SharedObject]:
        """Yield the object of a line, if it is one that is sound by itself; tell it otherwise."""
        kind = _KIND.get(name) or line.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            return  # later programs may have more kinds
        removed = name == layout.TOMBSTONES
        for one in self._understood(
            place, partial(object_of, kind=kind, member=name), line, told=told
        ):
            fault = next(chain(faults(one), inconsistent(one, removed=removed)), None)
            if fault is None:
                yield one
            elif told:
                self._verdict.add(place, fault)

    def _sound(self, place: str, line: Json, text: str, one: SharedObject) -> None:
        """Check an object that is one by itself: against the others, the texts and its line."""
        verdict = self._verdict
        self._newest = max(self._newest, *times(one), "")
        for kind, other in self._references.unknown(one):
            if self._whole:
                verdict.add(place, f"there is no {kind} {other}")
            else:
                verdict.outside += 1
        wrong = [*self._quotes.problems(line, one), *untold(one)]
        if one.kind == "article" and one.there:
            verdict.articles += 1
            wrong.extend(self._bundle.missing_texts(line))
            for texts in self._understood(place, texts_read, line):
                wrong.extend(self._wrong_texts(texts, one))
        for message in wrong:
            verdict.add(place, message)
        if not wrong:
            self._written_as(canonical(self._quotes.rewritten(line, one)), text, place)

    def _written_as(self, again: str, text: str, place: str) -> None:
        if again != text:
            self._verdict.add(place, "it is not written as everything is in a bundle")

    def _wrong_texts(self, texts: list[ArticleText], article: SharedObject) -> Iterator[str]:
        """Yield what is wrong with the texts that an article's line tells of."""
        for one in texts:
            if layout.text_member(one.sha256) not in self._members:
                self._left_out.add(one.sha256)
            text = self._quotes.text(one.sha256)
            if text is not None and len(text) != one.chars:
                yield f"its text has {len(text)} characters, not {one.chars}"
            if text is not None and not cuts_fit(text, one.sentence_ends):
                yield "the sentences of its text are not all of it"
        told = {(one.sha256, one.cut) for one in texts}
        for value in article.fields.get("text", ()):
            if self._whole and (value.value["sha256"], value.value["cut"]) not in told:
                yield "a text of it is missing"


def _mapping(text: str) -> Json:
    return mapping(parsed(text))
