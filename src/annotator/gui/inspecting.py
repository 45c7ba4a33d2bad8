"""What the inspector is to show now: the chosen highlight, else the sentence under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.gui.clock import day_and_time
from annotator.gui.inspector import Shown

if TYPE_CHECKING:
    from annotator.core.records import ClaimRecord, Codebook, Highlight, Label
    from annotator.gui.inspector import Inspector
    from annotator.gui.reviewing import Reviewing
    from annotator.service.open_article import OpenArticle

# More highlights over one sentence than these are not asked for whose they are.
MOST_ASKED = 40


def inspect(reviewing: Reviewing, inspector: Inspector) -> None:
    """Show what the reviewer looks at."""
    article, codebook = reviewing.article, reviewing.codebook
    if article is None or codebook is None:
        inspector.show_nothing()
        return
    highlight = reviewing.highlight(reviewing.page.chosen_highlight)
    if highlight is not None:
        inspector.show_highlight(_shown(highlight, reviewing, codebook), article, codebook)
        return
    number = reviewing.page.current_sentence
    if number < 0:
        inspector.show_nothing()
        return
    labels = _labels_of(number, article, codebook)
    whose = _whose(number, reviewing, article, codebook)
    inspector.show_sentence(number, article, labels=labels, codebook=codebook, whose=whose)


def _shown(highlight: Highlight, reviewing: Reviewing, codebook: Codebook) -> Shown:
    return Shown(
        highlight=highlight,
        label=_label(highlight.label_id, codebook),
        reviewer=reviewing.reviewer_name(highlight.reviewer_id),
        when=day_and_time(highlight.modified),
        claim=_claim(highlight, reviewing),
        was=reviewing.rereview.get(highlight.key),
        sharing=_sharing(highlight, reviewing),
        other_guideline=_is_of_other_guideline(highlight, reviewing, codebook),
    )


def _sharing(highlight: Highlight, reviewing: Reviewing) -> int:
    """Count the other highlights on the same record."""
    if highlight.claim_id is None or reviewing.project is None:
        return 0
    try:
        return max(0, len(reviewing.project.queries.sharing(highlight.claim_id)) - 1)
    except AnnotatorError as error:
        reviewing.failed.emit(error)
        return 0


def _is_of_other_guideline(highlight: Highlight, reviewing: Reviewing, codebook: Codebook) -> bool:
    # Nearly always it is of the present one, and then nothing is asked.
    if reviewing.project is None or highlight.codebook_revision == codebook.revision:
        return False
    try:
        return highlight.codebook_revision in reviewing.project.queries.other_guidelines()
    except AnnotatorError as error:
        reviewing.failed.emit(error)
        return False


def _claim(highlight: Highlight, reviewing: Reviewing) -> ClaimRecord | None:
    if highlight.claim_id is None or reviewing.project is None:
        return None
    try:
        return reviewing.project.queries.claim(highlight.claim_id)
    except AnnotatorError as error:
        reviewing.failed.emit(error)
        return None


def _label(label_id: str, codebook: Codebook) -> Label | None:
    return next((label for label in codebook.labels if label.id == label_id), None)


def _whose(
    number: int, reviewing: Reviewing, article: OpenArticle, codebook: Codebook
) -> list[tuple[str, str]]:
    """Return who gave a sentence which labels; nothing where all work is of one reviewer."""
    keys = article.highlights_over(article.sentences.span(number))[:MOST_ASKED]
    given: dict[str, list[str]] = {}
    for highlight in map(reviewing.highlight, keys):
        label = _label(highlight.label_id, codebook) if highlight is not None else None
        if highlight is not None and label is not None:
            names = given.setdefault(reviewing.reviewer_name(highlight.reviewer_id), [])
            names.append(label.name)
    if not reviewing.has_several_reviewers:
        return []
    return [(name, ", ".join(dict.fromkeys(labels))) for name, labels in given.items()]


def _labels_of(number: int, article: OpenArticle, codebook: Codebook) -> list[Label]:
    span = article.sentences.span(number)
    article.look_at(span)
    ids = {label_id for *_, label_id in article.index.overlapping(span.start, span.end)}
    return [label for label in codebook.labels if label.id in ids]
