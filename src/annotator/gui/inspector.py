"""The right column: the chosen highlight and its label's definition, else the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.gui.columns import INSPECTOR, NARROWEST, WIDTHS
from annotator.gui.inspector_parts import Facts, GuidelineCard, LabelLine, Quote
from annotator.gui.plain import number as written
from annotator.gui.plain import plain_label
from annotator.gui.record_form import RecordForm
from annotator.gui.record_signs import RecordSigns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.records import ClaimRecord, Codebook, Highlight, Label
    from annotator.gui.theme import Theme
    from annotator.service.open_article import OpenArticle

WIDTH = WIDTHS[INSPECTOR]
MARGIN = 16
MAX_QUOTE = 4_000
# Counting the highlights before one costs what there is before it; above this nobody reads it.
MAX_RANKED = 5_000


@dataclass(frozen=True, slots=True)
class Shown:
    """What the inspector says of a highlight beside the record itself."""

    highlight: Highlight
    label: Label | None
    reviewer: str
    when: str
    claim: ClaimRecord | None
    was: str | None = None
    sharing: int = 0
    # True where the guideline had another text.
    other_guideline: bool = False


class Inspector(QScrollArea):
    """Shows one highlight with its record's form, or the current sentence; it alters nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self.setMinimumWidth(NARROWEST[INSPECTOR])
        self.head = plain_label("sectionHead", wrapped=True)
        self.line = LabelLine(theme)
        self.quote = Quote(theme)
        self.facts = Facts()
        self.signs = RecordSigns()
        self.record = RecordForm()
        self.origin = Facts()
        self.guideline_head = plain_label("sectionHead", wrapped=True)
        self.guideline = GuidelineCard()
        inside = QWidget()
        inside.setObjectName("side")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(MARGIN, 18, MARGIN, MARGIN)
        layout.setSpacing(10)
        parts = (
            self.head,
            self.line,
            self.quote,
            self.facts,
            self.signs,
            self.record,
            self.origin,
            self.guideline_head,
            self.guideline,
        )
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(inside)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no article is open."""
        self.head.setText(self.tr("Inspector").upper())
        self.line.show_label(None)
        self.quote.show_text("")
        self.facts.show_rows([(None, self.tr("Open an article to see its highlights here."))])
        self._hide_record()
        self._show_guideline(None, None)

    def show_highlight(self, shown: Shown, article: OpenArticle, codebook: Codebook) -> None:
        """Show a highlight with its label's definition."""
        self.head.setText(self._rank(shown.highlight, article))
        self.line.show_label(shown.label)
        self.quote.show_text(_shortened(shown.highlight.quote), shown.label)
        marked = " · ".join(part for part in (shown.reviewer, shown.when) if part)
        self.origin.show_rows([(self.tr("Marked by"), marked)])
        self.facts.show_rows(self._edited_rows(shown))
        self.facts.setVisible(shown.was is not None)
        self.signs.show_highlight(
            shown.highlight,
            shown.label,
            sharing=shown.sharing,
            guideline=shown.other_guideline,
        )
        self.record.show_record(
            shown.highlight.id, shown.claim, label=shown.label, verdicts=codebook.verdicts
        )
        self.record.show()
        self.origin.show()
        self._show_guideline(shown.label, codebook)

    def _edited_rows(self, shown: Shown) -> list[tuple[str | None, str]]:
        if shown.was is None:
            return []
        lost = self.tr("The text under it was taken out; these were its words.")
        found = lost if shown.highlight.orphaned else self.tr("Its words were edited.")
        keys = self.tr("Shift+F8 keeps it, Delete removes it, F8 goes to the next.")
        return [(None, f"{found} {keys}"), (self.tr("Before"), _shortened(shown.was))]

    def _rank(self, highlight: Highlight, article: OpenArticle) -> str:
        number = article.progress.highlights
        over = {key for span in highlight.spans for key in article.highlights_over(span)}
        overlaps = len(over - {highlight.key})
        if number > MAX_RANKED:
            place = self.tr("Highlight · {0} in all").format(written(number))
        else:
            hits = article.index.overlapping(0, highlight.spans[0].start + 1)
            before = [article.highlight_key(hit[0]) for hit in hits]
            ranked = list(dict.fromkeys(before))
            rank = ranked.index(highlight.key) + 1 if highlight.key in ranked else len(ranked)
            place = self.tr("Highlight {0} of {1}").format(written(rank), written(number))
        overlap = self.tr(" · overlaps {0}").format(written(overlaps)) if overlaps else ""
        return (place + overlap).upper()

    def show_sentence(
        self,
        number: int,
        article: OpenArticle,
        *,
        labels: Sequence[Label],
        codebook: Codebook,
        whose: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show a sentence: what it bears, by ``whose`` hand where that is told, how to tag it."""
        self.head.setText(
            self.tr("Sentence {0} of {1}")
            .format(written(number + 1), written(len(article.sentences)))
            .upper()
        )
        self.line.show_label(None)
        self.quote.show_text(_shortened(article.sentence_text(number)))
        names = list(dict.fromkeys(label.name for label in labels))
        if names:
            state = self.tr("Tagged as {0}").format(", ".join(names))
        elif article.is_reviewed(number):
            state = self.tr("Reviewed, without a label")
        else:
            state = self.tr("Not reviewed yet")
        self.facts.show_rows([(None, state), *whose])
        self._hide_record()
        self._show_guideline(labels[0] if labels else None, codebook)

    def _hide_record(self) -> None:
        """Show no record; keys that were in it go back to the page by its signal."""
        if self.record.has_keys():
            self.record.left.emit()
        self.record.show_record(None, None, label=None)
        for part in (self.signs, self.record, self.origin):
            part.hide()
        self.facts.show()

    def _show_guideline(self, label: Label | None, codebook: Codebook | None) -> None:
        if codebook is None:
            self.guideline_head.hide()
            self.guideline.hide()
            return
        head = self.tr("Guideline · revision {0}") if label else self.tr("How to tag")
        self.guideline_head.setText(head.format(codebook.revision).upper())
        self.guideline_head.show()
        self.guideline.show()
        if label is None:
            self.guideline.show_keys(codebook)
        else:
            self.guideline.show_label(label)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self.line.set_theme(theme)
        self.quote.set_theme(theme)
        self.facts.set_zoom()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the column."""
        return QSize(WIDTH, 400)


def _shortened(text: str) -> str:
    return text if len(text) <= MAX_QUOTE else f"{text[:MAX_QUOTE]} …"
