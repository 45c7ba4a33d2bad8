"""Records into states and back: ids become keys, positions become rows of paragraphs."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from annotator.core.finishings import shown
from annotator.core.records import (
    Article,
    ClaimRecord,
    Evidence,
    Guideline,
    Highlight,
    Label,
    Origin,
    Record,
    ReviewedMark,
    Revision,
    Source,
)
from annotator.store import schema
from annotator.store.finishings import finishing_seen, finishings_of
from annotator.store.shared_fields import SHARED
from annotator.store.states import (
    ARTICLE,
    CLAIM,
    GUIDELINE,
    HIGHLIGHT,
    LABEL,
    MARK,
    REVISION,
    Kind,
    State,
    kind_of,
)
from annotator.store.unplaced import unplaced_of, unplaced_state
from annotator.team.fields import FINISHED

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Table

    from annotator.store.layouts import Layout
    from annotator.store.lookup import Lookup


class Translator:
    """Turns records into states and back, with what ``lookup`` knows.

    ``key_of`` gives the keys of articles and revisions, which may be promised before they exist.
    """

    def __init__(self, lookup: Lookup, key_of: Callable[[Table, str], int] | None = None) -> None:
        self._lookup = lookup
        self._key_of = key_of or lookup.key

    def state(self, record: Record) -> State:
        """Return the state of a record, without its key.

        Raises:
            NotFoundError: if it names what the project does not hold.
            OutsideTextError: if a span ends after the text.
        """
        return kind_of(record).brief(self._state(record))

    def _state(self, record: Record) -> State:
        match record:
            case Article():
                return self._article_state(record)
            case Revision():
                return self._revision_state(record)
            case Label():
                return self._label_state(record)
            case Guideline() | ClaimRecord():
                return _simple_state(record)
            case Highlight():
                return self._highlight_state(record)
            case ReviewedMark():
                return self._mark_state(record)

    def record(self, kind: Kind, uuid: str, state: State) -> Record | None:
        """Return the record of a state; None for an article in the trash."""
        makers: dict[Kind, Callable[[str, State], Record | None]] = {
            ARTICLE: self._article,
            REVISION: self.revision,
            LABEL: self._label,
            GUIDELINE: _guideline,
            CLAIM: self.claim,
            HIGHLIGHT: self.highlight,
            MARK: self.mark,
        }
        return makers[kind](uuid, kind.full(state))

    def _article_state(self, article: Article) -> State:
        leaving = {"id", "revision_id", "finished", "finished_by", "finishings"}
        state = _plain(article, leaving=leaving)
        revision = self._key_of(schema.revision, article.revision_id)
        # Whoever works here: another reviewer may be the next one to look.
        finished, finisher = shown(article.finishings)
        held = {FINISHED + by: at for by, at in article.finishings}
        return state | {
            "revision_key": revision,
            "removed": 0,
            "finished": finished,
            SHARED: {"held": held} if held else {},
            "finisher_key": self._lookup.key(schema.reviewer, finisher) if finisher else None,
        }

    def _article(self, uuid: str, state: State) -> Article | None:
        if state["removed"]:
            return None
        revision = self._lookup.uuid(schema.revision, state["revision_key"])
        finishings = finishings_of(self._lookup, state)
        finished, finisher = finishing_seen(self._lookup, finishings)
        return Article(
            **_named(
                Article,
                state,
                id=uuid,
                revision_id=revision,
                authors=tuple(state["authors"]),
                finished=finished,
                finished_by=finisher,
                finishings=finishings,
            )
        )

    def _revision_state(self, revision: Revision) -> State:
        leaving = {"id", "article_id", "text", "sentence_ends", "source"}
        state = _plain(revision, leaving=leaving)
        source = {f"source_{name}": value for name, value in _plain(revision.source).items()}
        article = self._key_of(schema.article, revision.article_id)
        return state | source | {"article_key": article, "chars": len(revision.text)}

    def revision(self, uuid: str, state: State) -> Revision:
        """Return a revision with its text."""
        text, sentence_ends = self._lookup.text(state["key"])
        source = {one.name: state[f"source_{one.name}"] for one in fields(Source)}
        source["normalized"] = tuple(source["normalized"])
        return Revision(
            **_named(
                Revision,
                state,
                id=uuid,
                article_id=self._lookup.uuid(schema.article, state["article_key"]),
                text=text,
                sentence_ends=sentence_ends,
                source=Source(**source),
            )
        )

    def _label_state(self, label: Label) -> State:
        state = _plain(label, leaving={"id", "key", "parent_id", "archived"})
        parent = label.parent_id
        return state | {
            "slug": label.key,
            "parent_key": self._lookup.key(schema.label, parent) if parent else None,
            "archived": int(label.archived),
        }

    def _label(self, uuid: str, state: State) -> Label:
        parent = state["parent_key"]
        names = ("tests", "edge_cases", "examples", "fields")
        lists = {name: tuple(state[name]) for name in names}
        return Label(
            **_named(
                Label,
                state,
                id=uuid,
                key=state["slug"],
                parent_id=self._lookup.uuid(schema.label, parent) if parent else None,
                archived=bool(state["archived"]),
                **lists,
            )
        )

    def _highlight_state(self, highlight: Highlight) -> State:
        claim, layout = highlight.claim_id, self._layout_of(highlight)
        return {
            **self._placed_state(highlight),
            "label_key": self._lookup.key(schema.label, highlight.label_id),
            "claim_key": self._lookup.key(schema.claim, claim) if claim else None,
            "quote": highlight.quote,
            "codebook_revision": highlight.codebook_revision,
            "modified": highlight.modified,
            "parts": layout.parts(highlight.spans),
            "cue": layout.parts([highlight.cue]) if highlight.cue else [],
            "unplaced": unplaced_state(highlight.unplaced, layout),
            "origin": asdict(highlight.origin) if highlight.origin else {},
        }

    def highlight(self, uuid: str, state: State) -> Highlight:
        """Return a highlight, placed in the current revision or, failing that, in its own."""
        return self.highlight_in(self.layout_for(state), uuid, state)

    def highlight_in(self, layout: Layout, uuid: str, state: State) -> Highlight:
        """Return a highlight, placed in a revision whose layout holds it."""
        claim, cue, origin = state["claim_key"], state.get("cue"), state.get("origin")
        return Highlight(
            key=state["key"],
            id=uuid,
            article_id=self._lookup.uuid(schema.article, state["article_key"]),
            revision_id=self._lookup.uuid(schema.revision, layout.revision),
            spans=layout.spans(state["parts"]),
            label_id=self._lookup.uuid(schema.label, state["label_key"]),
            reviewer_id=self._lookup.uuid(schema.reviewer, state["reviewer_key"]),
            quote=state["quote"],
            codebook_revision=state["codebook_revision"],
            created=state["created"],
            modified=state["modified"],
            claim_id=self._lookup.uuid(schema.claim, claim) if claim else None,
            cue=layout.spans(cue)[0] if cue and layout.holds(cue) else None,
            unplaced=unplaced_of(state.get("unplaced"), layout),
            origin=Origin(**origin) if origin else None,
        )

    def claim(self, uuid: str, state: State) -> ClaimRecord:
        """Return a claim record."""
        evidence = tuple(Evidence(**one) for one in state["evidence"])
        return ClaimRecord(**_named(ClaimRecord, state, id=uuid, evidence=evidence))

    def _mark_state(self, mark: ReviewedMark) -> State:
        return {**self._placed_state(mark), "parts": self._layout_of(mark).parts([mark.span])}

    def mark(self, uuid: str, state: State) -> ReviewedMark:
        """Return a mark, placed in the current revision or, failing that, in its own."""
        layout = self.layout_for(state)
        return ReviewedMark(
            key=state["key"],
            id=uuid,
            article_id=self._lookup.uuid(schema.article, state["article_key"]),
            revision_id=self._lookup.uuid(schema.revision, layout.revision),
            span=layout.spans(state["parts"])[0],
            reviewer_id=self._lookup.uuid(schema.reviewer, state["reviewer_key"]),
            created=state["created"],
        )

    def _placed_state(self, record: Highlight | ReviewedMark) -> State:
        return {
            "article_key": self._lookup.key(schema.article, record.article_id),
            "revision_key": self._lookup.key(schema.revision, record.revision_id),
            "reviewer_key": self._lookup.key(schema.reviewer, record.reviewer_id),
            "created": record.created,
        }

    def _layout_of(self, record: Highlight | ReviewedMark) -> Layout:
        return self._lookup.layout(self._lookup.key(schema.revision, record.revision_id))

    def layout_for(self, state: State) -> Layout:
        """Return the layout that holds something placed: the current one, else its own."""
        current = self._lookup.current_revision(state["article_key"])
        if current is not None:
            layout = self._lookup.layout(current)
            if layout.holds(state["parts"]):
                return layout
        return self._lookup.layout(state["revision_key"])


def _simple_state(record: Guideline | ClaimRecord) -> State:
    state = _plain(record, leaving={"id"})
    if isinstance(record, ClaimRecord):
        state["evidence"] = [asdict(one) for one in record.evidence]
    return state


def _guideline(uuid: str, state: State) -> Guideline:
    return Guideline(uuid, state["text"], tuple(state["verdicts"]))


def _plain(record: Record | Source, *, leaving: set[str] = frozenset()) -> State:  # type: ignore[assignment]  # nobody adds to the default
    values = ((one.name, getattr(record, one.name)) for one in fields(record))
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values
        if name not in leaving
    }


def _named(kind: type[Any], state: State, **known: Any) -> dict[str, Any]:  # noqa: ANN401 - a record's fields are of every type
    return {one.name: state[one.name] for one in fields(kind) if one.name not in known} | known
