"""The figures kept per article, added to and subtracted from by what a change touches."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from annotator.service.changes import Progress
from annotator.service.ports import Stats
from annotator.store import schema
from annotator.store.coverage import reviewed_delta, reviewed_in
from annotator.store.lookup import chunks
from annotator.store.prepared import Prepared
from annotator.store.states import HIGHLIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.records import Codebook
    from annotator.store.layouts import Part
    from annotator.store.lookup import Lookup
    from annotator.store.states import Kind, State

_progress = schema.progress.c
_BEGIN = Prepared(
    insert(schema.progress).values(
        article_key=bindparam("article_key"),
        sentences=bindparam("sentences"),
        reviewed=0,
        highlights=0,
    )
)
_START = insert(schema.progress).values(sentences=0, reviewed=0, highlights=0)
_ADD = Prepared(
    update(schema.progress)
    .where(_progress.article_key == bindparam("of_article"))
    .values(
        sentences=_progress.sentences + bindparam("more_sentences"),
        reviewed=_progress.reviewed + bindparam("more_reviewed"),
        highlights=_progress.highlights + bindparam("more_highlights"),
    )
    .returning(_progress.sentences, _progress.reviewed, _progress.highlights)
)
_count = insert(schema.label_count)
_ADD_COUNT = Prepared(
    _count.on_conflict_do_update(
        index_elements=["article_key", "label_key"],
        set_={"count": schema.label_count.c.count + _count.excluded.count},
    )
)
_FORGET_LABEL = delete(schema.label_count).where(
    schema.label_count.c.label_key == bindparam("of_label"), schema.label_count.c.count == 0
)
_READ = (
    select(schema.article.c.uuid, _progress.sentences, _progress.reviewed, _progress.highlights)
    .join(schema.article, schema.article.c.key == _progress.article_key)
    .where(_progress.article_key.in_(bindparam("of_articles", expanding=True)))
    .order_by(_progress.article_key)
)
_TOTALS = (
    select(
        func.count(),
        func.coalesce(func.sum(_progress.highlights), 0),
        func.coalesce(func.sum(_progress.sentences), 0),
        func.coalesce(func.sum(_progress.reviewed), 0),
    )
    .select_from(schema.progress)
    .join(schema.article, schema.article.c.key == _progress.article_key)
    .where(schema.article.c.removed == 0)
)
_BY_LABEL = (
    select(schema.label_count.c.label_key, func.sum(schema.label_count.c.count))
    .join(schema.article, schema.article.c.key == schema.label_count.c.article_key)
    .where(schema.article.c.removed == 0)
    .group_by(schema.label_count.c.label_key)
)
_OF_ARTICLE = (
    select(schema.label.c.uuid, schema.label_count.c.count)
    .join(schema.label, schema.label.c.key == schema.label_count.c.label_key)
    .where(schema.label_count.c.article_key == bindparam("of_article"))
)


class Counters:
    """Collects what one transaction adds to the figures and writes it once, at its end."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._articles: dict[int, None] = {}
        self._sentences: Counter[int] = Counter()
        self._reviewed: Counter[int] = Counter()
        self._highlights: Counter[int] = Counter()
        self._labels: Counter[tuple[int, int]] = Counter()

    def start(self, article: int) -> None:
        """Give a new article its row of figures."""
        self._lookup.connection.execute(_START, {"article_key": article})
        self.touch(article)

    def begin(self, sentences: Mapping[int, int]) -> None:
        """Give new articles their rows of figures, with so many sentences each."""
        rows = ({"article_key": key, "sentences": number} for key, number in sentences.items())
        _BEGIN.run(self._lookup.connection, rows)
        self._articles |= dict.fromkeys(sentences)

    def touch(self, article: int) -> None:
        """Tell of an article's figures at the end, whether they move or not."""
        self._articles[article] = None

    def place(self, kind: Kind, before: State | None, after: State | None) -> None:
        """Account for a highlight or a mark that comes, goes or alters."""
        if before is not None and after is not None and _left(before, after):
            self.place(kind, before, None)
            self.place(kind, None, after)
            return
        state = after or before
        assert state is not None  # noqa: S101 - one of the two is there
        article = state["article_key"]
        self._reviewed[article] += reviewed_delta(
            self._lookup,
            kind,
            state["key"],
            before=self._present(article, before),
            after=self._present(article, after),
        )
        self.count(kind, before, after)

    def review(self, article: int, more: int) -> None:
        """Account for more, or fewer, reviewed sentences that were counted otherwise."""
        self._reviewed[article] += more

    def count(self, kind: Kind, before: State | None, after: State | None) -> None:
        """Account for a highlight among those of its label; tell of the article's figures."""
        for state, sign in ((before, -1), (after, 1)):
            if state is not None:
                article = state["article_key"]
                self.touch(article)
                if kind is HIGHLIGHT:
                    self._highlights[article] += sign
                    self._labels[article, state["label_key"]] += sign

    def _present(self, article: int, state: State | None) -> list[Part]:
        """Return the parts that lie in the article's current revision."""
        current = self._lookup.current_revision(article)
        if state is None or current is None:
            return []
        starts = self._lookup.layout(current).starts
        return [part for part in state["parts"] if part[0] in starts]

    def relay(self, article: int, *, before: int | None, after: int) -> None:
        """Account for another revision becoming current, at the cost of what differs."""
        self.touch(article)
        old = set(self._lookup.layout(before).keys) if before is not None else set()
        new = set(self._lookup.layout(after).keys)
        for keys, sign in ((new - old, 1), (old - new, -1)):
            self._reviewed[article] += sign * reviewed_in(self._lookup, keys)
            self._sentences[article] += sign * _sentence_count(self._lookup, keys)

    def forget_label(self, label: int) -> None:
        """Take the figures of a label away that has no highlight left and is to go itself."""
        self._write_labels()
        self._lookup.connection.execute(_FORGET_LABEL, {"of_label": label})

    def unreviewed(self, article: int) -> int:
        """Return how many sentences of an article are not reviewed, what is collected included."""
        (kept,) = progress_of(self._lookup, [article])
        more = self._sentences[article] - self._reviewed[article]
        return kept.sentences - kept.reviewed + more

    def write(self) -> tuple[Progress, ...]:
        """Write what was collected and return the new figures of every article touched."""
        order = sorted(self._articles)
        still = [article for article in order if not any(self._more(article).values())]
        figures = {one.article_id: one for one in progress_of(self._lookup, still)}
        moved = self._articles.keys() - set(still)
        figures |= {one.article_id: one for article in sorted(moved) for one in self._add(article)}
        self._write_labels()
        self._lookup.learn_uuids(schema.article, order)
        ids = (self._lookup.uuid(schema.article, article) for article in order)
        return tuple(figures[one] for one in ids if one in figures)

    def _write_labels(self) -> None:
        counts = [
            {"article_key": article, "label_key": label, "count": count}
            for (article, label), count in self._labels.items()
            if count
        ]
        self._labels.clear()
        if counts:
            _ADD_COUNT.run(self._lookup.connection, counts)

    def _add(self, article: int) -> Iterable[Progress]:
        values = {"of_article": article, **self._more(article)}
        rows = _ADD.all(self._lookup.connection, values)
        return [Progress(self._lookup.uuid(schema.article, article), *row) for row in rows]

    def _more(self, article: int) -> dict[str, int]:
        return {
            "more_sentences": self._sentences[article],
            "more_reviewed": self._reviewed[article],
            "more_highlights": self._highlights[article],
        }


def progress_of(lookup: Lookup, articles: Iterable[int]) -> tuple[Progress, ...]:
    """Return the figures of some articles as they stand."""
    return tuple(
        Progress(*row)
        for chunk in chunks(list(articles))
        for row in lookup.connection.execute(_READ, {"of_articles": chunk})
    )


def label_counts_of(lookup: Lookup, article: int) -> dict[str, int]:
    """Return how many highlights of each label id an article has."""
    rows = lookup.connection.execute(_OF_ARTICLE, {"of_article": article})
    return {label_id: count for label_id, count in rows if count}


def stats_of(lookup: Lookup, codebook: Codebook) -> Stats:
    """Return the project's figures, those of articles in the trash left out."""
    execute = lookup.connection.execute
    articles, highlights, sentences, reviewed = execute(_TOTALS).one()
    by_id = {lookup.uuid(schema.label, key): total for key, total in execute(_BY_LABEL).all()}
    shown = (one for one in codebook.labels if not one.archived or by_id.get(one.id))
    by_key = {one.key: by_id.get(one.id, 0) for one in shown}
    return Stats(articles, highlights, by_key, sentences, reviewed)


def _left(before: State, after: State) -> bool:
    """Tell whether something went into another article, as those of one text become one."""
    return bool(before["article_key"] != after["article_key"])


def _sentence_count(lookup: Lookup, keys: Iterable[int]) -> int:
    paragraph = schema.paragraph.c
    total = select(func.coalesce(func.sum(paragraph.sentences), 0))
    return sum(
        lookup.connection.execute(total.where(paragraph.key.in_(chunk))).scalar_one()
        for chunk in chunks(list(keys))
    )
