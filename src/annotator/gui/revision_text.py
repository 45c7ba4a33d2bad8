"""Two revisions in one text, word by word, the tagged sentences of the older one marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from annotator.core.word_differences import Piece, Side
from annotator.gui.plain import number
from annotator.gui.text_difference import DifferenceView, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.service.revision_report import ComparedSentence, RevisionReport


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of two texts; ``begins`` and ``ends`` name the tagged sentence that does so there."""

    piece: Piece
    begins: int | None = None
    ends: int | None = None


def tagged_runs(pieces: Sequence[Piece], sentences: Sequence[ComparedSentence]) -> list[Run]:
    """Return pieces parted where tagged sentences of the older text begin and end.

    >>> from annotator.service.revision_report import ComparedSentence
    >>> tagged = [ComparedSentence("changed", 3, 6, "red", ())]
    >>> runs = tagged_runs([Piece(Side.BOTH, "A: red.")], tagged)
    >>> [(run.piece.text, run.begins, run.ends) for run in runs]
    [('A: ', None, None), ('red', 0, 0), ('.', None, None)]
    """
    starts = {one.start: number for number, one in enumerate(sentences)}
    ends = {one.end: number for number, one in enumerate(sentences)}
    cuts = sorted({*starts, *ends})
    return list(_parted(pieces, cuts, starts, ends))


def _parted(
    pieces: Sequence[Piece], cuts: list[int], starts: dict[int, int], ends: dict[int, int]
) -> Iterator[Run]:
    position, cut = 0, 0
    for side, text in pieces:
        if side is Side.NEW:
            yield Run(Piece(side, text))
            continue
        end, taken = position + len(text), 0
        while taken < len(text):
            while cut < len(cuts) and cuts[cut] <= position:
                cut += 1
            until = min(cuts[cut], end) if cut < len(cuts) else end
            part = text[taken : taken + until - position]
            yield Run(Piece(side, part), starts.get(position), ends.get(until))
            taken, position = taken + len(part), until


class RevisionText(DifferenceView):
    """The words of both texts; each tagged sentence stands in brackets behind its labels."""

    _runs: Sequence[Run] = ()
    _sentences: Sequence[ComparedSentence] = ()

    def show_compared(
        self, pieces: Sequence[Piece], sentences: Sequence[ComparedSentence], direction: str
    ) -> None:
        """Show what differs, and which sentences of the older text bear highlights."""
        self._sentences = sentences
        self._runs = tagged_runs(pieces, sentences)
        self.show_pieces([run.piece for run in self._runs], direction)

    def go_to_sentence(self, number: int) -> None:
        """Bring a tagged sentence into sight, selected."""
        if number not in self._places:
            return
        start, end = self._places[number]
        cursor = self.textCursor()
        cursor.setPosition(end)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        # The next change is the first one of the sentence that is looked at.
        self.at = (
            next(
                (place for place, one in enumerate(self.changes) if one[1] > start),
                len(self.changes),
            )
            - 1
        )

    def _fill(self, cursor: QTextCursor) -> None:
        self._places: dict[int, tuple[int, int]] = {}
        started = 0
        # Where there are too many changes, what is shown ends before the runs do.
        shown = zip(visible(self._pieces), self._runs, self._beside, strict=False)
        for (side, text), run, beside in shown:
            if run.begins is not None:
                started = cursor.position()
                cursor.insertText(f"⟦{_labels(self._sentences[run.begins])} ▸ ", self._sign())
            self._put(cursor, side, text, beside=beside)
            if run.ends is not None:
                cursor.insertText("⟧", self._sign())
                self._places[run.ends] = started, cursor.position()

    def _sign(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setForeground(self._theme.accent)
        look.setBackground(self._theme.ground)
        return look


def _labels(sentence: ComparedSentence) -> str:
    return ", ".join(dict.fromkeys(tag.label for tag in sentence.tags))


def status_told(status: str) -> str:
    """Return in a sign and a word what became of a tagged sentence."""
    return {
        "changed": _tr("≠ Changed"),
        "removed": _tr("− Removed"),
        "unsure": _tr("? Look at it"),
        "moved": _tr("↕ Moved"),
        "unchanged": _tr("= Unchanged"),
    }[status]


def never_present_told(report: RevisionReport) -> str:
    """Return whose highlights are compared where the older text was never the present one."""
    if not report.never_present:
        return ""
    old = number(report.old.number)
    if report.tagged_in is None:
        told = _tr("Revision {0} was never the present text: no highlights lay in it.")
        return told.format(old)
    told = _tr(
        "Revision {0} was never the present text: its highlights are those of revision {1}, as far"
        " as their place in it is beyond doubt."
    )
    return told.format(old, number(report.tagged_in))


def _tr(text: str) -> str:
    return QCoreApplication.translate("revisions", text)
