"""What the columns of an object say, as replicas exchange it: by ids and places, by no key."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from annotator.store import prepared, schema
from annotator.store.lookup import chunks
from annotator.store.shared_fields import PLACE, SHARED, TOLD, WAS, with_finishings
from annotator.store.states import ARTICLE, CLAIM, GUIDELINE, HIGHLIGHT, LABEL, MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sqlalchemy import Table

    from annotator.store.layouts import Layout
    from annotator.store.lookup import Lookup
    from annotator.store.shared_names import Names
    from annotator.store.states import Kind, State
    from annotator.team.shared import Json

# The layouts of so many paragraphs are remembered.
MOST_PARAGRAPHS: Final = 200_000
_article = schema.article.c
_TEXTS: Final = (
    select(_article.key, _article.revision_key, schema.revision.c.text_sha256, _article.shared)
    .join(schema.revision, schema.revision.c.key == _article.revision_key)
    .where(_article.key.in_(bindparam("of_keys", expanding=True)))
)
_DIGEST: Final = select(schema.revision.c.text_sha256).where(
    schema.revision.c.key == bindparam("of_key")
)
_REVISED: Final = select(schema.label.c.key, schema.label.c.revised)
# Past Core: there is one for every paragraph of a project.
_ENDS: Final = """
SELECT paragraph.sentence_ends FROM revision_paragraph
JOIN paragraph ON paragraph."key" = revision_paragraph.paragraph_key
WHERE revision_paragraph.revision_key = ? ORDER BY revision_paragraph.ordinal
"""


def cut_of(lookup: Lookup, revision: int) -> str:
    """Return the hash of the ends of a revision's sentences, as they are written in JSON."""
    rows = prepared.send(lookup.connection, _ENDS, [(revision,)])
    written = ",".join([ends for (ends,) in rows])
    return hashlib.sha256(f"[{written}]".encode()).hexdigest()


def text_of(lookup: Lookup, revision: int) -> Json:
    """Return what an article's field says whose present text is a revision's."""
    sha256 = lookup.connection.execute(_DIGEST, {"of_key": revision}).scalar_one()
    return {"sha256": sha256, "cut": cut_of(lookup, revision)}


@dataclass(frozen=True, slots=True)
class Texts:
    """The present text of an article, and the digests of those that stand against it."""

    revision: int
    sha256: str
    others: frozenset[str]


class LayoutMemory:
    """The layouts of many texts: objects come by their ids, not by their articles."""

    def __init__(self) -> None:
        self._layouts: dict[int, Layout] = {}
        self._paragraphs = 0

    def of(self, lookup: Lookup, revision: int) -> Layout:
        """Return the layout of a revision, which never changes."""
        known = self._layouts.get(revision)
        if known is None:
            known = lookup.layout(revision)
            self._paragraphs += len(known.keys)
            if self._paragraphs > MOST_PARAGRAPHS:
                self._layouts, self._paragraphs = {}, len(known.keys)
            self._layouts[revision] = known
        return known


class Portable:
    """Tells what the columns of objects say, of the file as it is now."""

    def __init__(self, lookup: Lookup, names: Names, layouts: LayoutMemory) -> None:
        self._lookup = lookup
        self._names = names
        self._layouts = layouts
        self._texts: dict[int, Texts] = {}
        self._digests: dict[int, str] = {}
        self._revised: dict[int, int] = {}
        self._makers: dict[Kind, Callable[[State], dict[str, Json]]] = {
            ARTICLE: self._article,
            LABEL: self._label,
            GUIDELINE: self._plain(GUIDELINE),
            CLAIM: self._plain(CLAIM),
            HIGHLIGHT: self._highlight,
            MARK: self._mark,
        }

    def look(self, kind: Kind, states: Collection[State]) -> None:
        """Read what some objects need that lies in the file by now."""
        if kind.parts is None:
            return
        self._texts.clear()
        for chunk in chunks(list({state["article_key"] for state in states})):
            for row in self._lookup.connection.execute(_TEXTS, {"of_keys": chunk}):
                key, revision, sha256, shared = row
                rivals = shared.get("rivals", {}).get("text", ()) if shared else ()
                others = frozenset(value["sha256"] for _, value in rivals)
                self._texts[key] = Texts(revision, sha256, others)
        self._lookup.learn_uuids(schema.article, self._texts)
        if kind is HIGHLIGHT:
            self._revised = dict(iter(self._lookup.connection.execute(_REVISED)))
            claims = (state["claim_key"] for state in states)
            self._lookup.learn_uuids(schema.claim, [key for key in claims if key is not None])

    def texts(self, article: int) -> Texts:
        """Return the texts of an article of which an object was looked for."""
        return self._texts[article]

    def values(self, kind: Kind, state: State) -> dict[str, Json]:
        """Return what the columns say by field; what is ``held`` says it instead."""
        if kind is ARTICLE:
            state = with_finishings(state, partial(self._lookup.uuid, schema.reviewer))
        values = self._makers[kind](kind.full(state))
        held = (state.get(SHARED) or {}).get("held", {})
        told = {name: one for name, one in held.items() if name != WAS}
        return values | {name: self.named(kind, name, one) for name, one in told.items()}

    def named(self, kind: Kind, name: str, value: Json) -> Json:
        """Return a value with the ids that a team knows objects by."""
        if value is not None and (kind, name) in {(HIGHLIGHT, "label"), (LABEL, "parent")}:
            return self._names.canonical(value)
        if kind.parts is not None and name == "made":
            return {**value, "article": self._names.canonical(value["article"])}
        return value

    def _id(self, table: Table, key: int | None) -> str | None:
        return self._names.canonical(self._lookup.uuid(table, key)) if key is not None else None

    @staticmethod
    def _plain(kind: Kind) -> Callable[[State], dict[str, Json]]:
        return lambda state: {name: state[name] for name in TOLD[kind]}

    def _article(self, state: State) -> dict[str, Json]:
        said = {"text": text_of(self._lookup, state["revision_key"])}
        return {name: said[name] if name in said else state[name] for name in TOLD[ARTICLE]}

    def _label(self, state: State) -> dict[str, Json]:
        said = {
            "key": state["slug"],
            "parent": self._id(schema.label, state["parent_key"]),
            "archived": bool(state["archived"]),
        }
        return {name: said[name] if name in said else state[name] for name in TOLD[LABEL]}

    def _highlight(self, state: State) -> dict[str, Json]:
        layout = self._layout(state)
        claim = state["claim_key"]
        cue, unplaced = state["cue"], state["unplaced"]
        place = {
            "spans": _pairs(layout, state["parts"]),
            "quote": state["quote"],
            "cue": _pairs(layout, cue)[0] if cue and layout.holds(cue) else None,
            "unplaced": _unplaced(layout, unplaced) if unplaced else None,
        }
        return {
            "made": self._made(state),
            PLACE: self._places(state, layout, place),
            "label": self._id(schema.label, state["label_key"]),
            "reviewer": self._lookup.uuid(schema.reviewer, state["reviewer_key"]),
            "outdated": state["codebook_revision"] < self._revised[state["label_key"]],
            "claim": self._lookup.uuid(schema.claim, claim) if claim is not None else None,
            "origin": state["origin"] or None,
            "modified": state["modified"],
        }

    def _mark(self, state: State) -> dict[str, Json]:
        layout = self._layout(state)
        reviewer = self._lookup.uuid(schema.reviewer, state["reviewer_key"])
        place = {"spans": _pairs(layout, state["parts"])}
        made = {**self._made(state), "reviewer": reviewer}
        return {"made": made, PLACE: self._places(state, layout, place)}

    def _made(self, state: State) -> Json:
        article = self._id(schema.article, state["article_key"])
        return {"article": article, "created": state["created"]}

    def _places(self, state: State, layout: Layout, place: Json) -> Json:
        """Return a place by the digest of its text, and those in texts that stand against it."""
        texts = self._texts[state["article_key"]]
        here = texts.sha256
        if layout.revision != texts.revision:
            here = self._digest(layout.revision)
        others = (state.get(SHARED) or {}).get("places", {})
        kept = {text: one for text, one in others.items() if text in texts.others}
        return {**kept, here: place}

    def _digest(self, revision: int) -> str:
        if revision not in self._digests:
            asked = {"of_key": revision}
            found = self._lookup.connection.execute(_DIGEST, asked).scalar_one()
            self._digests[revision] = found
        return self._digests[revision]

    def _layout(self, state: State) -> Layout:
        """Return the layout of the present text if that holds an object, else of its own."""
        present = self._layouts.of(self._lookup, self._texts[state["article_key"]].revision)
        if present.holds(state["parts"]):
            return present
        return self._layouts.of(self._lookup, state["revision_key"])


def _pairs(layout: Layout, parts: list[list[int]]) -> list[list[int]]:
    return [[span.start, span.end] for span in layout.spans(parts)]


def _unplaced(layout: Layout, unplaced: State) -> Json:
    candidates = [
        {"spans": _pairs(layout, parts), "score": score}
        for parts, score in unplaced["candidates"]
        if layout.holds(parts)
    ]
    return {**unplaced, "candidates": candidates}
