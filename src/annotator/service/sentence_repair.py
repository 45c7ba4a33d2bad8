"""Sentences that the segmenter cut wrong: split one, or join some, of an open article.

A text never changes but by a new revision, and neither do its sentences: a correction is a
revision of the same text, which shares every paragraph but the corrected one. So it is kept,
undone, and followed by edits, as any revision is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.editable_sentences import Hunk
from annotator.core.sentences import JoinError, SentenceIndex, SplitError
from annotator.service.commands import ReviseText
from annotator.service.sentence_commands import CorrectSentences

if TYPE_CHECKING:
    from annotator.core.sentence_blocks import Place
    from annotator.service.open_article import OpenArticle
    from annotator.service.ports import Surroundings


def split_sentence(
    article: OpenArticle, position: int, surroundings: Surroundings
) -> CorrectSentences:
    """Return the command that cuts a sentence at a position, behind white space that follows.

    Raises:
        SplitError: if one of the halves would be without a word.
    """
    place = article.sentences.place_at(position)
    sentences = _sentences_of(place)
    try:
        sentences.split(position - place.start)
    except SplitError:
        raise SplitError(position) from None
    return _correction(article, place, sentences, surroundings, title="Split a sentence")


def join_sentences(
    article: OpenArticle, numbers: range, surroundings: Surroundings
) -> CorrectSentences:
    """Return the command that joins sentences, or a single one with the next.

    Raises:
        JoinError: if they are not all of one paragraph.
    """
    place = article.sentences.place_at(article.sentences.span(numbers[0]).start)
    sentences = _sentences_of(place)
    for _ in range(max(len(numbers) - 1, 1)):
        try:
            sentences.join(numbers[0] - place.first_sentence)
        except JoinError:
            raise JoinError(place.first_sentence + len(sentences) - 1) from None
    return _correction(article, place, sentences, surroundings, title="Join sentences")


def _sentences_of(place: Place) -> SentenceIndex:
    return SentenceIndex.from_boundaries(place.paragraph.text, [place.paragraph.ends])


def _correction(
    article: OpenArticle,
    place: Place,
    sentences: SentenceIndex,
    surroundings: Surroundings,
    *,
    title: str,
) -> CorrectSentences:
    base, number = article.revision, place.number
    ends = list(base.sentence_ends)
    ends[number] = sentences.paragraph_ends(0)
    revision = replace(
        base,
        id=surroundings.new_id(),
        sentence_ends=tuple(ends),
        created=surroundings.now(),
    )
    touched = range(number, number + 1)
    revise = ReviseText(revision, base.id, edits=(), hunks=(Hunk(touched, touched),))
    return CorrectSentences(revise, title)
