"""What giving an article a newer text would do, found out before anything is written.

Every highlight is anchored; what stays where it is, in paragraphs that both texts have, is left
alone. A highlight whose place nobody can tell waits, without text, where its words were.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.core.carried_sentences import carried_over
from annotator.core.paragraph_changes import KeptParagraphs, hunks_between
from annotator.core.records import Revision
from annotator.service.moved_highlights import HighlightMoves
from annotator.service.moved_marks import moved_marks
from annotator.service.watch import UNWATCHED
from annotator.service.work_left import brings_work

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    from annotator.core.anchor_values import Anchor
    from annotator.core.editable_sentences import Hunk
    from annotator.core.records import Article
    from annotator.core.span import Span
    from annotator.service.article_ports import PreparedArticle
    from annotator.service.following import Move
    from annotator.service.ports import Surroundings
    from annotator.service.revision_ports import Bearing
    from annotator.service.watch import Watch

    class Bearer(Protocol):
        """Who can be asked what lies in an article's text."""

        def bearing(self, article_id: str) -> Bearing:
            """Return all that giving the article another text has to move."""
            ...


COUNTED: Final = ("unchanged", "changed", "moved", "ambiguous", "lost", "waiting")
"""What becomes of highlights: same words in place, other words, same words elsewhere, and so on."""


@dataclass(frozen=True, slots=True)
class RevisionPlan:
    """All that ``ReviseArticle`` is to write.

    ``anchors`` tells, by key, of every highlight that does not simply stay; ``counts`` has how
    many there are of each of ``COUNTED``, those that waited before as "waiting". ``marks`` has
    the new span of each mark that moves, None for one whose sentences changed. ``reopens`` tells
    that the article is finished and will be no more, for its newer text brings work.
    """

    article: Article
    base_revision_id: str
    sequence: int
    prepared: PreparedArticle
    revision: Revision
    hunks: tuple[Hunk, ...]
    moves: Mapping[int, Move]
    marks: Mapping[int, Span | None]
    anchors: Mapping[int, Anchor]
    counts: Mapping[str, int]
    base_text: str
    reopens: bool = False

    @property
    def same_text(self) -> bool:
        """Tell whether the copy has the very text that the article has."""
        return not self.hunks


def plan_revision(
    queries: Bearer,
    article: Article,
    *,
    prepared: PreparedArticle,
    surroundings: Surroundings,
    watch: Watch = UNWATCHED,
) -> RevisionPlan:
    """Return what giving an article the text of a newer copy would do; writes nothing.

    Costs one comparison of the texts, and of highlights those whose words are not where they
    were.

    Raises:
        NotFoundError: there is no such article.
        StoppedError: whoever watches cancelled it.
    """
    bearing = queries.bearing(article.id)
    base = bearing.revision
    old, new = base.text.split("\n"), prepared.read.text.split("\n")
    hunks = hunks_between(old, new)
    kept = KeptParagraphs(old, new, hunks)
    revision = _revision(bearing, prepared, hunks, surroundings)
    moves = HighlightMoves(bearing, revision.text, kept)
    moves.follow(watch)
    marks = moved_marks(bearing, revision, kept=kept, compared=lambda: moves.map)
    return RevisionPlan(
        article=bearing.article,
        base_revision_id=base.id,
        sequence=bearing.sequence,
        prepared=prepared,
        revision=revision,
        hunks=tuple(hunks),
        moves=moves.moves,
        marks=marks,
        anchors=moves.anchors,
        counts={name: moves.counts[name] for name in COUNTED},
        base_text=base.text,
        reopens=bool(bearing.article.finished)
        and brings_work(bearing, revision, moves=moves, marks=marks, kept=kept),
    )


def _revision(
    bearing: Bearing,
    prepared: PreparedArticle,
    hunks: list[Hunk],
    surroundings: Surroundings,
) -> Revision:
    base, read = bearing.revision, prepared.read
    return Revision(
        id=surroundings.new_id(),
        article_id=bearing.article.id,
        number=base.number + 1,
        text=read.text,
        text_sha256=prepared.text_sha256,
        sentence_ends=carried_over(
            (base.text, base.sentence_ends),
            (read.text, prepared.sentence_ends),
            hunks=hunks,
            segmenter=surroundings.segmenter(prepared.language),
        ),
        segmenter=prepared.segmenter,
        source=read.source,
        created=surroundings.now(),
    )
