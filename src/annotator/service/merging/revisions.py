"""The texts of a bundle as revisions of the articles that they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from annotator.core.bundle_errors import DamagedBundleError
from annotator.core.records import Revision, Source
from annotator.service.bundle import layout
from annotator.service.bundle.content import RevisionFacts
from annotator.service.bundle.revision_lines import cuts_fit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

    from annotator.service.bundle.bundle import Bundle

_UNTOLD: Final = UUID("2f0a3f5c-8d24-5d0e-a5c3-7d3c1a2b9e64")


def arriving_revisions(
    content: Bundle,
    wanted: AbstractSet[tuple[str, str, str]],
    names: dict[str, str],
    text_here: Callable[[str], str | None],
) -> Iterator[tuple[str, Revision]]:
    """Yield those texts that are wanted, by article, hash and cut, with the ids of the articles.

    ``names`` has the ids that articles go by from now on, where those are others. What the bundle
    tells of and does not hold may be at hand here.

    Raises:
        DamagedBundleError: the sentences told do not fit a text.

    """
    for one in content.texts() if wanted else ():
        article_id = names.get(one.article, one.article)
        if (article_id, one.sha256, one.cut) not in wanted:
            continue
        text = content.text(one.sha256)
        text = text if text is not None else text_here(one.sha256)
        if text is None:
            continue
        if not cuts_fit(text, one.sentence_ends):
            member = layout.text_member(one.sha256)
            reason = "its sentences end elsewhere"
            raise DamagedBundleError(content.path, member, reason=reason)
        facts = one.revision or _untold(article_id, one.sha256, one.cut)
        yield (
            article_id,
            Revision(
                id=facts.id,
                article_id=article_id,
                number=facts.number,
                text=text,
                text_sha256=one.sha256,
                sentence_ends=one.sentence_ends,
                segmenter=facts.segmenter,
                source=facts.source,
                created=facts.created,
                extra=facts.extra,
            ),
        )


def _untold(article_id: str, sha256: str, cut: str) -> RevisionFacts:
    """Return what is put down of a text of which nobody told how it came about."""
    revision_id = str(uuid5(_UNTOLD, f"{article_id} {sha256} {cut}"))
    source = Source(name="", sha256=sha256, size=0, encoding="utf-8", reader="bundle")
    return RevisionFacts(revision_id, 1, "1970-01-01T00:00:00.000Z", "", source)
