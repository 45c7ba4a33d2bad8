"""An article's counters of one reviewer's own work, kept where the file keeps those of everybody's.

In articles whose others' work is hidden, what the file keeps says too much. Counted once, the own
figures follow the history: each change costs the places of what it altered, whoever made it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.store.columns import of_json
from annotator.store.coverage import touched
from annotator.store.lookup import Recent
from annotator.store.prepared import Prepared
from annotator.store.states import HIGHLIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.store.coverage import Sentence
    from annotator.store.lookup import Lookup
    from annotator.store.prepared import Row
    from annotator.store.states import State

# Of so many articles figures are kept: of those that are open, and some more.
_ARTICLES: Final = 16
# Where more was altered since the last look, what is kept is not brought up to it.
MOST_FOLLOWED: Final = 2_000

_HIDING: Final = Prepared(
    text("""
SELECT sentences, revision_key, me, (SELECT coalesce(max(sequence), 0) FROM main.change)
FROM temp.hiding WHERE article_key = :article
""")
)
_HIGHLIGHTS: Final = Prepared(
    text("""
SELECT count(*) FROM main.highlight WHERE article_key = :article AND reviewer_key = :me
""")
)
_PARTS: Final = Prepared(
    text("""
SELECT part.paragraph_key, part.start, part.length FROM main.highlight AS one
JOIN main.part ON part.highlight_key = one."key"
WHERE one.article_key = :article AND one.reviewer_key = :me
UNION ALL
SELECT part.paragraph_key, part.start, part.length FROM main.mark AS one
JOIN main.mark_part AS part ON part.mark_key = one."key"
WHERE one.article_key = :article AND one.reviewer_key = :me
""")
)
_ALTERED: Final = Prepared(
    text("""
SELECT kind, "before", "after" FROM main.change_item
WHERE sequence > :known AND kind IN ('highlight', 'mark') LIMIT :most
""")
)


@dataclass(slots=True)
class _Kept:
    """The own figures of one article: under how many stretches each reviewed sentence lies."""

    revision: int
    highlights: int = 0
    under: Counter[Sentence] = field(default_factory=Counter)


class OwnFigures:
    """The own reviewed sentences and highlights of the articles that were asked for last.

    A first question costs what the reviewer did in the article; those after it cost what was
    altered in between, or as much as the first where that is very much.
    """

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._kept: Recent[int, _Kept] = Recent(_ARTICLES)
        # The newest change that all that is kept takes account of, 0 where that is not known, and
        # the state of the file that it is of.
        self._known = 0
        self._generation = lookup.generation

    def of(self, article: int) -> tuple[int, int, int] | None:
        """Return sentences, reviewed ones and highlights; None where nothing is hidden.

        It is to be asked within a transaction in which ``lookup`` took note of others' changes.
        """
        found = _HIDING.all(self._lookup.connection, {"article": article})
        if not found:
            return None
        sentences, revision, me, newest = found[0]
        self._follow(me, newest)
        kept = self._kept.get(article)
        if kept is None or kept.revision != revision:
            kept = self._counted(article, revision, me)
            self._kept.put(article, kept)
        return sentences, len(kept.under), kept.highlights

    def _counted(self, article: int, revision: int, me: int | None) -> _Kept:
        connection, asked = self._lookup.connection, {"article": article, "me": me}
        kept = _Kept(revision, _HIGHLIGHTS.all(connection, asked)[0][0])
        self._cover(kept, _PARTS.all(connection, asked), 1)
        return kept

    def _follow(self, me: int | None, newest: int) -> None:
        """Bring what is kept up to the newest change."""
        if newest == self._known and self._generation == self._lookup.generation:
            return
        # Whatever goes wrong on the way, what was taken in by half does not stay.
        known, self._known = self._known, 0
        asked = {"known": known, "most": MOST_FOLLOWED + 1}
        goes_on = 0 < known < newest and self._generation == self._lookup.generation
        rows = _ALTERED.all(self._lookup.connection, asked) if goes_on else []
        if goes_on and len(rows) <= MOST_FOLLOWED:
            self._take(rows, me)
        else:
            self._kept.clear()
        self._known, self._generation = newest, self._lookup.generation

    def _take(self, rows: Iterable[Row], me: int | None) -> None:
        for kind, before, after in rows:
            for side, sign in ((before, -1), (after, 1)):
                state: State | None = None if side is None else of_json(side)
                if state is not None and state["reviewer_key"] == me:
                    self._add(kind, state, sign)

    def _add(self, kind: str, state: State, sign: int) -> None:
        """Account for an own highlight or mark that is there from now on, or was until now."""
        kept = self._kept.get(state["article_key"])
        if kept is not None:
            kept.highlights += sign if kind == HIGHLIGHT.name else 0
            self._cover(kept, state["parts"], sign)

    def _cover(self, kept: _Kept, parts: Iterable[Sequence[int]], sign: int) -> None:
        """Account for stretches of the text that are an own one from now on, or were until now."""
        here = self._lookup.layout(kept.revision).starts
        places = [part[:3] for part in parts if part[0] in here]
        paragraphs = self._lookup.sentences({paragraph for paragraph, *_ in places})
        for paragraph, start, length in places:
            for number in touched(paragraphs[paragraph], start, length):
                sentence = paragraph, number
                kept.under[sentence] += sign
                if not kept.under[sentence]:
                    del kept.under[sentence]
