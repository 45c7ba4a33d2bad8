"""Finding the articles that a text may be another copy of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import Integer
from sqlalchemy import text as sql

from annotator.core.likeness import ALIKE, resemblance, tells, text_shingles
from annotator.core.records import Article
from annotator.service.likeness import Resembling
from annotator.store.columns import UuidBytes
from annotator.store.new_articles import texts_there
from annotator.store.originals import original_of
from annotator.store.prepared import Prepared
from annotator.store.states import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from collections.abc import Set as AbstractSet

    from annotator.store.shelf import Shelf

# A long text is known by some of its runs, and a run that many have leads to the newest of them.
MOST_ASKED: Final = 256
MOST_LED_TO: Final = 50
MOST_COMPARED: Final = 4
_SHARED: Final = Prepared(
    sql("""
SELECT article.revision_key, article.uuid AS id, count(DISTINCT shingle.hash) AS shared
FROM json_each(:hashes) AS wanted
CROSS JOIN shingle ON shingle.hash = wanted.value AND shingle.paragraph_key >= coalesce((
    SELECT paragraph_key FROM shingle AS newer WHERE newer.hash = wanted.value
    ORDER BY paragraph_key DESC LIMIT 1 OFFSET :most
), 0)
CROSS JOIN revision_paragraph AS place ON place.paragraph_key = shingle.paragraph_key
CROSS JOIN article ON article.revision_key = place.revision_key AND article.removed = 0
GROUP BY article."key" HAVING shared >= :fewest
ORDER BY shared DESC, article."key" LIMIT :compared
""").columns(revision_key=Integer, id=UuidBytes, shared=Integer)
)
_AT: Final = Prepared(
    sql("""
SELECT uuid AS id FROM article WHERE url = :url AND url <> '' AND removed = 0 ORDER BY "key" DESC
""").columns(id=UuidBytes)
)


class LikenessAnswers:
    """Answers about texts that come in."""

    _shelf: Shelf

    def articles_at(self, url: str) -> list[Article]:
        """Return the articles outside the trash that came from an address, newest first."""
        with self._shelf.reading() as connection:
            found = _AT.all(connection, {"url": url})
            return [self._shelf.one(ARTICLE, one, Article) for (one,) in found]

    def texts_there(self, digests: Collection[str]) -> set[str]:
        """Return those of some digests that the current text of an article has."""
        with self._shelf.reading() as connection:
            return texts_there(connection, list(digests))

    def resembling(self, sample: AbstractSet[int]) -> list[Resembling]:
        """Return the articles whose present text is much like another one, most alike first.

        The other one is told by the sample of its shingles.
        """
        if not tells(sample):
            return []
        found = [one for one in self._compared(sample) if one.share >= ALIKE]
        return sorted(found, key=lambda one: -one.share)

    def original(self, sha256: str) -> bytes | None:
        """Return the bytes of a file that was kept, by their SHA-256; None where it was not."""
        with self._shelf.reading() as connection:
            return original_of(connection, sha256)

    def _compared(self, sample: AbstractSet[int]) -> Iterator[Resembling]:
        asked = sorted(sample)[:MOST_ASKED]
        values = {
            "hashes": json.dumps(asked),
            "most": MOST_LED_TO - 1,
            # What is half alike shares a third of either sample; less is not worth reading.
            "fewest": max(2, len(asked) // 4),
            "compared": MOST_COMPARED,
        }
        with self._shelf.reading() as connection:
            for revision, uuid, _ in _SHARED.all(connection, values):
                own, _ = self._shelf.lookup.text(revision)
                article = self._shelf.one(ARTICLE, uuid, Article)
                yield Resembling(article, resemblance(sample, text_shingles(own)))
