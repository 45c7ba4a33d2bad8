"""Highlights by filters alone, in the order of their age: how to come by them with little work.

Where an index names few enough that can fit, those are looked at. Else whoever speaks, the claim
records, or the labels give them one by one; only where nothing helps are all gone through.
"""

from __future__ import annotations

import json
from functools import cached_property
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.store.asking import NOTES
from annotator.store.filters import fts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.store.asking import Asking, Found

OF_HIGHLIGHT: Final = """
CROSS JOIN article ON article."key" = highlight.article_key AND article.removed = 0
LEFT JOIN claim ON claim."key" = highlight.claim_key
"""
# Filters that leave no more highlights than this are asked first.
NARROW: Final = 20_000
# Streams of more labels and guidelines than this are not worth merging.
_MOST_STREAMS: Final = 32
_FIRST_BATCH, _LAST_BATCH = 200, 3_200

_BY_FILTER: Final = f"""
SELECT highlight."key" AS highlight, highlight.article_key AS article, highlight.quote
FROM {{driver}} {OF_HIGHLIGHT}
WHERE {{wanted}}{{conditions}} ORDER BY {{order}} {{direction}}
"""  # noqa: S608 - the names are this program's own
_OF_SPEAKER: Final = (
    f"{NOTES} CROSS JOIN highlight ON highlight.claim_key = {NOTES}.rowid",
    f"{NOTES} MATCH :speaker",
    f"{NOTES}.rowid",
)
_WITH_CLAIM: Final = (
    'claim AS bearer CROSS JOIN highlight ON highlight.claim_key = bearer."key"',
    "{claims}",
    'bearer."key"',
)
_EVERY: Final = ("highlight", "1", 'highlight."key"')
_NAMED: Final = (
    'json_each(:keys) AS wanted CROSS JOIN highlight ON highlight."key" = wanted.value',
    "1",
    'highlight."key"',
)
_OF_LABELS: Final = """
SELECT "key" FROM highlight WHERE label_key IN ({labels}) LIMIT :limit
"""
_OLDER: Final = """
SELECT highlight."key" FROM label CROSS JOIN highlight
ON highlight.label_key = label."key" AND highlight.codebook_revision < label.revised
UNION ALL
SELECT highlight."key" FROM codebook_revision AS other CROSS JOIN label CROSS JOIN highlight
ON highlight.label_key = label."key" AND highlight.codebook_revision = other.revision
WHERE other.guideline <> (SELECT text FROM guideline) AND other.revision >= label.revised
LIMIT :limit
"""
_SPOKEN: Final = f"""
SELECT highlight."key" FROM {NOTES} CROSS JOIN highlight ON highlight.claim_key = {NOTES}.rowid
WHERE {NOTES} MATCH :speaker LIMIT :limit
"""  # noqa: S608 - the names are this program's own
_HOMES: Final = """
SELECT article."key", progress.highlights AS number
FROM article CROSS JOIN progress ON progress.article_key = article."key"
WHERE article.removed = 0{conditions}
"""
_AT_HOME: Final = """
SELECT highlight."key" FROM json_each(:homes) AS home
CROSS JOIN highlight ON highlight.article_key = home.value
"""
# Walks the index from one pair to the next, past all highlights in between.
_PAIRS: Final = """
WITH RECURSIVE pair (revision) AS (
    SELECT min(codebook_revision) FROM highlight WHERE label_key = :label
    UNION ALL
    SELECT (SELECT min(codebook_revision) FROM highlight
            WHERE label_key = :label AND codebook_revision > pair.revision)
    FROM pair WHERE pair.revision IS NOT NULL
)
SELECT revision FROM pair WHERE revision IS NOT NULL LIMIT :limit
"""
_STREAM: Final = """
SELECT "key" FROM highlight
WHERE label_key = :label AND codebook_revision = :revision ORDER BY "key" {direction}
"""


class _Stream(NamedTuple):
    """One index range, which gives its highlights newest first."""

    label: int
    revision: int


class HighlightStreams:
    """The highlights that filters leave, from the shortest list there is.

    They come newest first, or the other way round: that helps where the newest are all others.
    """

    def __init__(self, asking: Asking, *, newest_first: bool = True) -> None:
        self._asking = asking
        self._newest_first = newest_first
        self._direction = "DESC" if newest_first else "ASC"

    @property
    def lead(self) -> bool:
        """Tell whether the filters lead to few highlights, or to those of few claim records."""
        found = self._asking.conditions
        return found.speaker is not None or bool(found.on_claims) or self.few is not None

    def rows(self) -> Iterator[Found]:
        """Yield key, article and quote of each highlight that fits."""
        found = self._asking.conditions
        if self.few is not None:
            yield from self._named(self.few)
        elif found.speaker is not None:
            yield from self._driven(_OF_SPEAKER, speaker=fts(found.speaker))
        elif found.on_claims:
            yield from self._driven(_WITH_CLAIM)
        elif self._streams:
            yield from self._merged(self._streams)
        else:
            yield from self._driven(_EVERY)

    def _driven(self, by: tuple[str, str, str], **parameters: object) -> Iterator[Found]:
        driver, wanted, order = by
        found = self._asking.conditions
        claims = " AND ".join(found.on_claims) or "1"
        statement = _BY_FILTER.format(
            driver=driver,
            wanted=wanted.format(claims=claims),
            order=order,
            direction=self._direction,
            conditions=found.of_highlights(),
        )
        yield from self._asking.rows(statement, **parameters)

    def _named(self, keys: list[int]) -> Iterator[Found]:
        yield from self._driven(_NAMED, keys=json.dumps(keys))

    def _merged(self, streams: list[_Stream]) -> Iterator[Found]:
        """Look at what some streams give in batches, small ones first."""
        keys = merge(*map(self._keys_of, streams), reverse=self._newest_first)
        size = _FIRST_BATCH
        while batch := list(islice(keys, size)):
            yield from self._named(batch)
            size = min(2 * size, _LAST_BATCH)

    def _keys_of(self, stream: _Stream) -> Iterator[int]:
        statement = _STREAM.format(direction=self._direction)
        for row in self._asking.rows(statement, label=stream.label, revision=stream.revision):
            yield row[0]

    @cached_property
    def few(self) -> list[int] | None:
        """The keys of some highlights among which are all that fit, where those are few."""
        found = self._asking.conditions
        if found.labels is not None:
            keys = self._at_most(_OF_LABELS.format(labels=", ".join(map(str, found.labels))))
            if keys is not None:
                return keys
        if found.older:
            keys = self._at_most(_OLDER)
            if keys is not None:
                return keys
        if found.speaker is not None:
            keys = self._at_most(_SPOKEN, speaker=fts(found.speaker))
            if keys is not None:
                return keys
        return self._of_homes() if found.on_homes else None

    def _at_most(self, statement: str, **parameters: object) -> list[int] | None:
        asked = parameters | {"limit": NARROW + 1}
        # Counting costs a tenth of fetching so many keys.
        ((number,),) = self._asking.rows(f"SELECT count(*) FROM ({statement})", **asked)  # noqa: S608 - this module's own
        if number > NARROW:
            return None
        return [row[0] for row in self._asking.rows(statement, **asked)]

    def _of_homes(self) -> list[int] | None:
        """Return the highlights of the articles that fit, where these hold few."""
        homes: list[int] = []
        number = 0
        statement = _HOMES.format(conditions=self._asking.conditions.of_homes())
        for home, here in self._asking.rows(statement):
            homes.append(home)
            number += here
            if number > NARROW:
                return None
        return [row[0] for row in self._asking.rows(_AT_HOME, homes=json.dumps(homes))]

    @cached_property
    def _streams(self) -> list[_Stream]:
        """The streams that hold all that the labels asked for have; none where those are many."""
        streams: list[_Stream] = []
        for label in self._asking.conditions.labels or ():
            rows = self._asking.rows(_PAIRS, label=label, limit=_MOST_STREAMS + 1)
            streams += [_Stream(label, row[0]) for row in rows]
            if len(streams) > _MOST_STREAMS:
                return []
        return streams
