"""Which sentence of a newer text stands where one of the older text stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.paragraph_changes import KeptParagraphs, hunks_between
from annotator.core.sentences import SentenceIndex
from annotator.core.span import Span

if TYPE_CHECKING:
    from annotator.core.records import Revision
    from annotator.service.open_article import OpenArticle


def followed_sentence(article: OpenArticle, revision: Revision, number: int) -> int:
    """Return the number of the sentence to go on with when an article goes to a revision.

    It is the same sentence where its paragraph stayed, else one where that was.
    """
    if not 0 <= number < len(article.sentences):
        return 0
    old, new = article.text.split("\n"), revision.text.split("\n")
    start = article.sentences.span(number).start
    kept = KeptParagraphs(old, new, hunks_between(old, new))
    there = kept.span(Span(start, start))
    if there is None:
        # Behind the paragraphs that stayed before it.
        ends = [run.end + run.shift + 1 for run in kept.runs if run.end <= start]
        place = min(ends[-1] if ends else 0, len(revision.text))
        there = Span(place, place)
    return SentenceIndex.from_boundaries(revision.text, revision.sentence_ends).at(there.start) or 0
