"""A bundle that somebody sent: what it holds, streamed, once every hash in it was found right."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from annotator.core.bundle_errors import DamagedBundleError
from annotator.core.canonical import LoneSurrogateError, NulCharacterError, canonical_text
from annotator.core.table_errors import shown_name
from annotator.service.bundle import annotation_lines, layout
from annotator.service.bundle.beside import taken_from_article
from annotator.service.bundle.laying_out import times
from annotator.service.bundle.lines import LineError, decoded, items, mapping, parsed
from annotator.service.bundle.members import opened_members
from annotator.service.bundle.revision_lines import person_read, revision_read, texts_read
from annotator.service.bundle.shapes import faults, inconsistent, untold
from annotator.service.bundle.signing import Signed, read_signature
from annotator.service.reading.files import LARGEST_ARTICLE
from annotator.service.watch import UNWATCHED
from annotator.team.fields import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.service.bundle.annotation_lines import Quoted
    from annotator.service.bundle.content import ArticleText, BundleFacts, Person, RevisionFacts
    from annotator.service.bundle.manifest import Manifest
    from annotator.service.bundle.members import Members
    from annotator.service.watch import Watch
    from annotator.team.shared import Json, SharedObject


DISORDER = "it is out of order, or there already"
# Members whose lines say which kind each of them is.
_MIXED = frozenset({layout.LABELS, layout.TOMBSTONES})


class Bundle:
    """What a bundle holds. Objects come in the order of their ids, each of a sound shape.

    Of what they name, not all need be there; ``verify_bundle`` tells that.
    """

    def __init__(self, members: Members, signed: Signed | None) -> None:
        self._members, self.signed = members, signed
        self._path = members.path
        self._strange: set[tuple[str, int]] = set()

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def manifest(self) -> Manifest:
        """What it says of itself."""
        return self._members.said

    @property
    def facts(self) -> BundleFacts:
        """What is said of it as a whole: whose it is, of which project, since when."""
        return self.manifest.facts

    @property
    def unknown(self) -> tuple[str, ...]:
        """Members that nobody here understands; they are left."""
        return self._members.unknown

    @property
    def not_understood(self) -> int:
        """How many members, and lines of those gone through, are of kinds unknown here."""
        return len(self.unknown) + len(self._strange)

    def people(self) -> Iterator[Person]:
        """Yield the reviewers.

        Raises:
            DamagedBundleError: a line is not understood, or out of order.

        """
        last = ""
        for number, line in self.lines(layout.PEOPLE):
            try:
                one = person_read(line)
            except LineError as error:
                raise self._members.damaged(layout.PEOPLE, number, str(error)) from error
            if one.id <= last:
                raise self._members.damaged(layout.PEOPLE, number, DISORDER)
            last = one.id
            yield one

    def objects(self, kind: str) -> Iterator[SharedObject]:
        """Yield the objects of a kind that are there; raises what ``people`` does."""
        for _, _, one in self._objects(layout.MEMBER_OF[kind], kind):
            yield one

    def whole_objects(self, kind: str) -> Iterator[SharedObject]:
        """Yield the objects of a kind that are there, each with all the fields that such have.

        Raises what ``people`` does, and where one lacks a field.
        """
        for _, one in self._whole(kind):
            yield one

    def checked_objects(
        self, kind: str, faults_of: Callable[[SharedObject], Iterator[str]]
    ) -> Iterator[SharedObject]:
        """Yield objects as ``whole_objects`` does; raises also where there are faults."""
        for number, one in self._whole(kind):
            for fault in faults_of(one):
                raise self._members.damaged(layout.MEMBER_OF[kind], number, fault)
            yield one

    def _whole(self, kind: str) -> Iterator[tuple[int, SharedObject]]:
        member = layout.MEMBER_OF[kind]
        for number, _, one in self._objects(member, kind):
            for fault in untold(one):
                raise self._members.damaged(member, number, fault)
            yield number, one

    def highlights(self) -> Iterator[tuple[SharedObject, tuple[Quoted, ...]]]:
        """Yield the highlights, each with its words and those around them in the text shown.

        Those around tell a place where the text is not at hand. Raises what ``people`` does.
        """
        for number, line, one in self._objects(layout.ANNOTATIONS, annotation_lines.KIND):
            try:
                yield one, annotation_lines.quotes(line)
            except LineError as error:
                raise self._members.damaged(layout.ANNOTATIONS, number, str(error)) from error

    def removed(self) -> Iterator[SharedObject]:
        """Yield the removed objects, but for those of kinds that are unknown here."""
        for _, _, one in self._objects(layout.TOMBSTONES):
            yield one

    def _objects(self, name: str, kind: str = "") -> Iterator[tuple[int, Json, SharedObject]]:
        """Yield what a member has of a kind, each sound by itself and after the one before."""
        last = ("", "")
        for number, line in self.lines(name):
            found = line.get("kind") if name in _MIXED else kind
            if not isinstance(found, str) or found not in KINDS:
                self._strange.add((name, number))
                continue
            if kind and found != kind:
                continue
            one = self._sound(name, number, line, found)
            if (place := (found, one.id)) <= last:
                raise self._members.damaged(name, number, DISORDER)
            last = place
            yield number, line, one

    def texts(self) -> Iterator[ArticleText]:
        """Yield the texts of the articles; of those without a revision, only where they end."""
        revisions = self.revisions()
        for number, line in self.lines(layout.ARTICLES):
            try:
                found = texts_read(line)
            except LineError as error:
                raise self._members.damaged(layout.ARTICLES, number, str(error)) from error
            for text in found:
                key = (text.article, text.sha256, text.cut)
                yield _with_revision(text, revisions.get(key))

    def text(self, sha256: str) -> str | None:
        """Return a text, None where it was left out.

        Raises:
            DamagedBundleError: it is no text.

        """
        name = layout.text_member(sha256)
        if name not in self._members:
            return None
        data = self._members.read(name, most=LARGEST_ARTICLE)
        try:
            text = data.decode()
            same = canonical_text(text).text == text
        except (UnicodeDecodeError, NulCharacterError, LoneSurrogateError) as error:
            raise DamagedBundleError(self._path, name, reason="it is no text") from error
        if not same:
            raise DamagedBundleError(self._path, name, reason="its line ends are not LF")
        return text

    def lines(self, name: str) -> Iterator[tuple[int, dict[str, Json]]]:
        """Yield the objects of JSON that a member has, each with the number of its line."""
        for number, text in self._members.lines(name):
            try:
                line = parsed(text)
            except LineError as error:
                raise self._members.damaged(name, number, str(error)) from error
            if not isinstance(line, dict):
                raise self._members.damaged(name, number, "it is no object")
            yield number, line

    def _sound(self, name: str, number: int, line: Json, kind: str) -> SharedObject:
        try:
            one = object_of(line, kind, member=name)
        except LineError as error:
            raise self._members.damaged(name, number, str(error)) from error
        removed = name == layout.TOMBSTONES
        found = chain(faults(one), inconsistent(one, removed=removed), self._unsaid(line, one))
        fault = next(found, None)
        if fault is not None:
            raise self._members.damaged(name, number, fault)
        return one

    def _unsaid(self, line: Json, one: SharedObject) -> Iterator[str]:
        """Yield what does not go together with the bundle as a whole."""
        if one.kind == "article" and one.there:
            yield from self.missing_texts(line)
        created = self.facts.created
        for time in times(one):  # one of very many: no generator
            if time > created:
                yield "it is newer than the bundle says"
                return

    def missing_texts(self, line: Json) -> Iterator[str]:
        """Yield which texts an article's line says to be in the bundle, and are not."""
        for one in items(line.get("texts", [])):
            path = mapping(one).get("path")
            if path is not None and path not in self._members:
                yield f"its text {shown_name(str(path))} is missing"

    def revisions(self) -> dict[tuple[str, str, str], RevisionFacts]:
        """Return how the sender came by texts, by article, hash and cut.

        Raises what ``people`` does.
        """
        found = {}
        for number, line in self.lines(layout.REVISIONS):
            try:
                key, facts = revision_read(line)
            except LineError as error:
                raise self._members.damaged(layout.REVISIONS, number, str(error)) from error
            found[key] = facts
        return found


def object_of(line: Json, kind: str, *, member: str) -> SharedObject:
    """Return the object that a line of a member holds.

    Raises:
        LineError: it holds none.

    """
    if member == layout.ANNOTATIONS:
        return annotation_lines.decoded(line)
    one = decoded(line, kind)
    return taken_from_article(one, line) if member == layout.ARTICLES else one


def _with_revision(text: ArticleText, facts: RevisionFacts | None) -> ArticleText:
    return text if facts is None else replace(text, revision=facts)


@contextmanager
def open_bundle(path: Path, *, watch: Watch = UNWATCHED) -> Iterator[Bundle]:
    """Open a bundle; every member is hashed before anything in it is believed.

    Raises:
        FileProblemError: the file cannot be opened.
        NotABundleError: it is something else.
        NewerBundleError: a later program wrote it.
        DamagedBundleError: it was damaged or altered; the error names the member.
        WrongSignatureError: it is not what was signed.
        StoppedError: whoever watches cancelled it.

    """
    with opened_members(path) as members:
        problem = next(members.problems(watch), None)
        if problem is not None:
            raise DamagedBundleError(path, problem[0], reason=problem[1])
        yield Bundle(members, read_signature(members))
