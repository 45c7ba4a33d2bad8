"""The head of the table of highlights: its filter, quick filters, how many fit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.filter_field import FilterField
from annotator.gui.flow import Flow
from annotator.gui.plain import number, plain_label, tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.window import Window

MARGIN = 16


class HighlightFilters(QWidget):
    """The filter with its buttons; ``query_chosen`` carries what a button made of it."""

    query_chosen = Signal(str)
    left = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.field = FilterField(
            window,
            self.tr("Filter the highlights"),
            hint=self.tr("Words of the quote or the record, and filters; Down goes to the rows"),
        )
        self.field.setPlaceholderText(self.tr("Words, or label: reviewer: speaker: has: is: …"))
        self.count = plain_label("muted")
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setToolTip(tooltip(self.tr("Find no more; the rows stay as they were")))
        self.stop.hide()
        self.told = plain_label(wrapped=True)
        self.told.hide()
        self.quick: dict[str, QPushButton] = {}
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self._show_pieces())
        self._show_pieces()

    def _lay_out(self) -> None:
        away = QPushButton(self.tr("Close"))
        away.setToolTip(tooltip(self.tr("Back to the page (Esc)")))
        away.clicked.connect(lambda _checked=False: self.left.emit())
        line, below = QHBoxLayout(), QHBoxLayout()
        line.setSpacing(8)
        below.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(away)
        quick = Flow()
        for piece, title, meaning in self._quick_filters():
            quick.addWidget(self._quick_button(piece, title, meaning))
        below.addLayout(quick, 1)
        below.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 12, MARGIN, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addLayout(below)
        layout.addWidget(self.told)

    def _quick_filters(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("", self.tr("All"), self.tr("Every highlight of the project")),
            ("has:note", self.tr("With a note"), self.tr("Those whose record has a note")),
            (
                "is:older-guideline",
                self.tr("Older guideline"),
                self.tr("Those made before their label’s meaning changed"),
            ),
            (
                "is:just-imported",
                self.tr("Last import"),
                self.tr("Those that the last import of annotations added or changed"),
            ),
            ("is:orphaned", self.tr("Orphaned"), self.tr("Those whose text was taken out")),
        )

    def _quick_button(self, piece: str, title: str, meaning: str) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName("quick")
        button.setCheckable(True)
        button.setToolTip(tooltip(f"{meaning} ({piece})" if piece else meaning))
        button.clicked.connect(partial(self._toggle, piece))
        self.quick[piece] = button
        return button

    def _toggle(self, piece: str, _checked: object = None) -> None:
        """Put a filter into the query, or take it out; the empty one takes all out."""
        text = self.field.text()
        if not piece:
            text = ""
        elif piece in text.split():
            before, after = f" {text} ".split(f" {piece} ", 1)
            text = f"{before.strip()} {after.strip()}".strip()
        else:
            text = f"{text.strip()} {piece}".strip()
        self.query_chosen.emit(text)
        self._show_pieces()

    def _show_pieces(self) -> None:
        pieces = self.field.text().split()
        for piece, button in self.quick.items():
            button.setChecked(piece in pieces if piece else not pieces)

    def show_count(self, count: int, *, running: bool) -> None:
        """Show how many fit, so far or in all."""
        if running:
            told = self.tr("{0} …")
        else:
            told = self.tr("1 highlight") if count == 1 else self.tr("{0} highlights")
        self.count.setText(told.format(number(count)))
        # The layout follows later; until then the words must have their room.
        self.count.setMinimumWidth(self.count.sizeHint().width())

    def show_told(self, sentences: Sequence[str]) -> None:
        """Say what was not understood, or what failed."""
        self.told.setText("\n".join(sentences))
        self.told.setVisible(bool(sentences))
