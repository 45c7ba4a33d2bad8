"""The tagged sentences that a newer text altered, as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.gui.revision_text import status_told
from annotator.gui.search_hits import SearchHits
from annotator.service.finding import SearchHit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.records import Codebook
    from annotator.service.revision_report import ComparedSentence


class RevisionRows(SearchHits):
    """One row for each tagged sentence that is not as it was, in the order of the older text."""

    sentences: tuple[ComparedSentence, ...] = ()

    def show_sentences(
        self, sentences: Sequence[ComparedSentence], codebook: Codebook | None
    ) -> None:
        """Show these and no others."""
        self.codebook = codebook
        self.sentences = tuple(sentences)
        ids = {label.name: label.id for label in codebook.labels} if codebook else {}
        self.show([_as_hit(one, ids, place) for place, one in enumerate(self.sentences)])

    def kind(self, hit: SearchHit) -> str:
        """Say what became of the sentence, and which labels it bears."""
        sentence = self.sentences[int(hit.rank)]
        labels = dict.fromkeys(tag.label for tag in sentence.tags)
        return " · ".join([status_told(sentence.status), ", ".join(labels)])


def _as_hit(one: ComparedSentence, ids: dict[str, str], place: int) -> SearchHit:
    label = one.tags[0].label if one.tags else ""
    return SearchHit(
        kind="highlight",
        article_id="",
        highlight_id=None,
        title=" ".join(one.now.split()),
        snippet=" ".join(one.was.split()),
        matches=(),
        span=None,
        rank=place,
        label_id=ids.get(label),
    )
