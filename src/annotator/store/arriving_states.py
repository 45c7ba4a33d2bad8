"""Objects as replicas exchange them, as states of this file: ids become keys, places parts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from annotator.core.request_errors import EmptySpanError, NotFoundError
from annotator.core.span import Span
from annotator.store import replicas, schema
from annotator.store.new_highlights import keys_there
from annotator.store.portable import LayoutMemory
from annotator.store.shared_fields import AT, EVERY, PLACE, SHARED, TOLD, WAS
from annotator.store.shared_names import rows_named
from annotator.store.shared_writes import told
from annotator.store.states import ARTICLE, HIGHLIGHT, KINDS, LABEL, MARK
from annotator.team.joining import disputed
from annotator.team.versions import joined

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotator.store.door import Door
    from annotator.store.layouts import Layout
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind, State, Version
    from annotator.team.shared import Json, SharedObject
    from annotator.team.versions import Version as WorldVersion

_article = schema.article.c
_PRESENT: Final = (
    select(_article.key, _article.revision_key, schema.revision.c.text_sha256)
    .join(schema.revision, schema.revision.c.key == _article.revision_key)
    .where(_article.uuid == bindparam("of_uuid"))
)
_REVISED: Final = select(schema.label.c.uuid, schema.label.c.key, schema.label.c.revised)
_CODEBOOK: Final = select(schema.project.c.codebook_revision)


@dataclass(frozen=True, slots=True)
class Present:
    """The present text of an article."""

    article: int
    sha256: str
    layout: Layout


class ArrivingStates:
    """Makes states of objects that come, inside one unit of work."""

    def __init__(self, door: Door, lookup: Lookup) -> None:
        self._door = door
        self._lookup = lookup
        self._replicas: dict[str, str] = {}
        self._layouts = LayoutMemory()
        self._articles: dict[str, Present] = {}
        # Labels by the ids of their rows, and by those that highlights name them by.
        self._labels: dict[str, tuple[int, int]] = {}
        self._named: dict[str, tuple[int, int]] = {}
        self._claims: dict[str, int] = {}
        self._codebook = 0

    def forget(self) -> None:
        """Forget what articles and labels were: some of them were written."""
        self._articles.clear()
        self._labels.clear()
        self._named.clear()

    def look(self, kind: Kind, objects: Collection[SharedObject]) -> None:
        """Read what some objects need that lies in the file by now."""
        if kind is HIGHLIGHT:
            self._codebook = self.codebook_revision()
            claims = {one.shown("claim") for one in objects if one.there} - {None}
            self._claims = keys_there(self._lookup, schema.claim, sorted(claims))
            if not self._labels:
                rows = self._lookup.connection.execute(_REVISED)
                self._labels = {uuid: (key, revised) for uuid, key, revised in rows}

    def version(self, version: WorldVersion) -> Version:
        """Return a version by the keys of its replicas, which are made known."""
        for replica in version.keys() - self._replicas.keys():
            if self._lookup.find_key(schema.replica, replica) is None:
                self._door.wrote = True
                replicas.introduce(self._lookup, [replica])
            self._replicas[replica] = str(self._lookup.key(schema.replica, replica))
        return {self._replicas[replica]: counter for replica, counter in version.items()}

    def removal(self, found: SharedObject) -> Version:
        """Return the version that an object was removed with; {} of one that is not known."""
        return self.version(joined(found.removals))

    def shared(self, found: SharedObject, row: str, **more: Json) -> dict[str, Any]:
        """Return what is shared of an object whose row has an id; ``more`` are parts of that."""
        first = {name: values[0] for name, values in found.fields.items()}
        shared = {**self.names(found, row), **more}
        if any(one.version != found.version for one in first.values()):
            shared["dots"] = self._dots({name: one.version for name, one in first.items()})
        rivals = {
            name: [[self.version(one.version), one.value] for one in values[1:]]
            for name, values in found.fields.items()
            if len(values) > 1
        }
        if rivals or found.removals:
            shared["rivals"], shared["open"] = rivals, list(disputed(found))
            shared["removals"] = [self.version(one) for one in found.removals]
        told_here = TOLD[KINDS[found.kind]]
        unknown = {name: one.value for name, one in first.items() if name not in told_here}
        shared["held"] = unknown | more.get("held", {})
        return told(shared, self.version(found.version))

    def _dots(self, versions: dict[str, WorldVersion]) -> dict[str, Version]:
        """Return the versions of fields; that which most of them have is written once."""
        counts = Counter(tuple(sorted(one.items())) for one in versions.values())
        every = max(counts, key=lambda one: (counts[one], one))
        others = {
            name: one for name, one in versions.items() if tuple(sorted(one.items())) != every
        }
        dots = {EVERY: self.version(dict(every))}
        return dots | {name: self.version(one) for name, one in others.items()}

    def bury(self, found: SharedObject, row: str) -> None:
        """Let what is kept of an object be kept with its tombstone."""
        self._door.epitaphs[row] = self.names(found, row)

    @staticmethod
    def names(found: SharedObject, row: str) -> dict[str, Any]:
        """Return what is kept of an object whether it is there or not."""
        ids = {found.id, *found.aliases}
        kept = {"aliases": sorted(ids - {row}), "extra": dict(found.extra), AT: found.modified}
        return {name: one for name, one in kept.items() if one}

    def plain(self, kind: Kind, found: SharedObject, row: str) -> State:
        """Return the state of a claim record or the guideline, of which all is as it is told."""
        state = {name: found.shown(name) for name in TOLD[kind]}
        return _with(kind, state, self.shared(found, row))

    def highlight(self, found: SharedObject, before: State | None) -> State:
        """Return a highlight's state; ``before`` is the one that it has."""
        made, label = found.shown("made"), self._label(found.shown("label"))
        present = self._present(made["article"])
        place, others = self._place(found, present)
        claim = found.shown("claim")
        held = _words_before(found, place, before)
        if claim is not None and claim not in self._claims:
            held["claim"] = claim
        revision, outdated = self._codebook_revision(found, label[1], before)
        if outdated != found.shown("outdated"):
            held["outdated"] = found.shown("outdated")
        layout, unplaced = present.layout, place["unplaced"]
        state = {
            **self._placed(made, present, place),
            "label_key": label[0],
            "reviewer_key": self._lookup.key(schema.reviewer, found.shown("reviewer")),
            "claim_key": self._claims.get(claim) if claim is not None else None,
            "quote": place["quote"],
            "codebook_revision": revision,
            "modified": found.shown("modified"),
            "cue": layout.parts([Span(*place["cue"])]) if place["cue"] else [],
            "unplaced": _unplaced(layout, unplaced) if unplaced else {},
            "origin": found.shown("origin") or {},
        }
        shared = self.shared(found, found.id, places=others, held=held)
        return _with(HIGHLIGHT, _where_it_was(state, before), shared)

    def mark(self, found: SharedObject, before: State | None) -> State:
        """Return a mark's state; ``before`` is the one that it has."""
        made = found.shown("made")
        present = self._present(made["article"])
        place, others = self._place(found, present)
        reviewer = self._lookup.key(schema.reviewer, made["reviewer"])
        state = {**self._placed(made, present, place), "reviewer_key": reviewer}
        shared = self.shared(found, found.id, places=others)
        return _with(MARK, _where_it_was(state, before), shared)

    @staticmethod
    def _placed(made: Json, present: Present, place: Json) -> State:
        if not place["spans"]:
            raise EmptySpanError(0)
        return {
            "article_key": present.article,
            "revision_key": present.layout.revision,
            "created": made["created"],
            "parts": present.layout.parts([Span(*one) for one in place["spans"]]),
        }

    @staticmethod
    def _place(found: SharedObject, present: Present) -> tuple[Json, dict[str, Json]]:
        """Return an object's place in the present text, and those in other ones."""
        places = dict(found.shown(PLACE))
        if present.sha256 not in places:
            message = f"{found.kind} {found.id} has no place in the present text of its article"
            raise ValueError(message)
        return places.pop(present.sha256), places

    def _present(self, article_id: str) -> Present:
        known = self._articles.get(article_id)
        if known is None:
            row = rows_named(self._lookup.connection, ARTICLE, [article_id]).get(article_id)
            asked = self._lookup.connection.execute(_PRESENT, {"of_uuid": row}) if row else None
            found = asked.one_or_none() if asked is not None else None
            if found is None:
                raise NotFoundError(ARTICLE.name, article_id)
            key, revision, sha256 = found
            known = Present(key, sha256, self._layouts.of(self._lookup, revision))
            self._articles[article_id] = known
        return known

    def _label(self, label_id: str) -> tuple[int, int]:
        """Return the key of a label, and the revision of the codebook that last altered it."""
        if label_id not in self._named:
            # A row by that very id may be about to go, having become one with another.
            row = rows_named(self._lookup.connection, LABEL, [label_id]).get(label_id, "")
            if row not in self._labels:
                raise NotFoundError(LABEL.name, label_id)
            self._named[label_id] = self._labels[row]
        return self._named[label_id]

    def _codebook_revision(
        self, found: SharedObject, revised: int, before: State | None
    ) -> tuple[int, bool]:
        """Return the codebook's revision that a highlight was made under, as far as is told.

        Beside it stands whether that makes it outdated.
        """
        wanted = bool(found.shown("outdated"))
        if before is not None and (before["codebook_revision"] < revised) == wanted:
            revision = before["codebook_revision"]
        elif wanted and revised:
            revision = revised - 1
        else:
            revision = self._codebook
        return revision, revision < revised

    def codebook_revision(self, *, altered: bool = False) -> int:
        """Return the codebook's revision after this unit of work, if it alters a label or not."""
        now = int(self._lookup.connection.execute(_CODEBOOK).scalar_one())
        return now + (altered or self._door.altered_labels())


def _with(kind: Kind, state: State, shared: dict[str, Any]) -> State:
    return kind.brief({**state, SHARED: shared})


def _where_it_was(state: State, before: State | None) -> State:
    """Let an object that did not move belong to the revision that it belonged to."""
    same = before is not None and all(before[one] == state[one] for one in ("article_key", "parts"))
    if before is None or not same:
        return state
    return {**state, "revision_key": before["revision_key"]}


def _words_before(found: SharedObject, place: Json, before: State | None) -> dict[str, Json]:
    """Return the words that a highlight had before it was put on others, which nobody chose.

    Where that happened before, and nobody dealt with it since, they are those that it had first.
    """
    modified = found.shown("modified")
    known = ((before or {}).get(SHARED) or {}).get("held", {}).get(WAS)
    if known is not None and known["modified"] == modified:
        return {WAS: known}
    return {WAS: {"modified": modified, "quote": place[WAS]}} if WAS in place else {}


def _unplaced(layout: Layout, unplaced: Json) -> State:
    candidates = [
        [layout.parts([Span(*span) for span in one["spans"]]), one["score"]]
        for one in unplaced["candidates"]
    ]
    return {**unplaced, "candidates": candidates}
