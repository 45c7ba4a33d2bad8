"""What is shown of a highlight without a place: itself, and the places to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.flow import Flow
from annotator.gui.import_words import percent
from annotator.gui.inspector_parts import Quote
from annotator.gui.key_words import key_of, with_key
from annotator.gui.page_offers import DASHES
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from annotator.core.records import Label
    from annotator.gui.theme import Theme
    from annotator.service.pending_places import Choice

LONGEST = 400
LISTED = 110
NUMBER = 18


class PlaceNumber(QWidget):
    """The number of a place in the frame that it has on the page: whole, or dashed."""

    def __init__(self, place: int, theme: Theme) -> None:
        super().__init__()
        self._place = place
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors, as large as the window's parts are."""
        self._theme = theme
        self.setFixedSize(zoomed(NUMBER), zoomed(NUMBER))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame and the number."""
        painter, best = QPainter(self), not self._place
        pen = QPen(self._theme.ink, 2)
        if not best:
            pen.setDashPattern(list(DASHES))
        painter.setPen(pen)
        inside = QRect(1, 1, self.width() - 2, self.height() - 2)
        if best:
            painter.fillRect(inside, self._theme.ink)
        painter.drawRect(inside)
        font = painter.font()
        font.setPixelSize(zoomed(11))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.page if best else self._theme.ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._place + 1))


class PlaceCard(QFrame):
    """One place: its number, how well it fits, its words, and the button that takes it."""

    taken = Signal()

    def __init__(self, place: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self._place = place
        self.number = PlaceNumber(place, theme)
        self.told = plain_label("muted")
        self.words = Quote(theme)
        self.button = _button(self.tr("Place here"), key=("1", "2")[place])
        self.button.clicked.connect(lambda _checked=False: self.taken.emit())
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(self.button)

    def show_choice(self, choice: Choice | None, label: Label | None) -> None:
        """Show the place of a choice; one that has no such place hides the card."""
        there = choice is not None and self._place < len(choice.candidates)
        self.setVisible(there)
        if choice is None or not there:
            return
        best, next_best = self.tr("Best place, {0}"), self.tr("Next best, {0}")
        if choice.lost:
            best, next_best = self.tr("Most like it, {0}"), self.tr("Next most like it, {0}")
        score = percent(choice.candidates[self._place].score)
        told = (next_best if self._place else best).format(score)
        words = shortened(choice.words[self._place])
        self.told.setText(told)
        self.words.show_text(words, label)
        self.button.setAccessibleDescription(f"{told}: {words}")

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self.number.set_theme(theme)
        self.words.set_theme(theme)


class ChoiceDetails(QWidget):
    """The chosen highlight as it was, its places, and what else can be done with it."""

    placed = Signal(int)
    by_hand = Signal()
    kept = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("side")
        self.quote = Quote(theme)
        self.none = plain_label("muted", wrapped=True)
        self.cards = (PlaceCard(0, theme), PlaceCard(1, theme))
        hand, keep, drop = key_of("review.place-here"), "K", key_of("edit.delete")
        self.hand = _button(self.tr("At the selection"), key=hand)
        self.hand.setToolTip(
            tooltip(
                self.tr("On the words selected on the page, or on the sentence with the cursor")
            )
        )
        self.keep = _button(self.tr("Keep the quote"), key=keep)
        self.keep.setToolTip(tooltip(self.tr("It has no place any more; its quote stays")))
        self.drop = _button(self.tr("Remove"), key=drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        for part in (self.quote, self.none, *self.cards, self.hand):
            column.addWidget(part)
        rest = Flow()
        for button in (self.keep, self.drop):
            rest.addWidget(button)
        column.addLayout(rest)
        column.addStretch(1)
        for place, card in enumerate(self.cards):
            card.taken.connect(lambda place=place: self.placed.emit(place))
        for button, signal in (
            (self.hand, self.by_hand),
            (self.keep, self.kept),
            (self.drop, self.dropped),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())

    def show_choice(self, choice: Choice | None, label: Label | None) -> None:
        """Show what can be done with a highlight that waits."""
        # The list shows the beginning of each.
        words = shortened(choice.highlight.quote) if choice else ""
        self.quote.show_text(words if len(words) > LISTED else "", label)
        lost = self.tr("Nothing like it was found. Select words on the page and press {0}.")
        self.none.setText(lost.format(key_of("review.place-here")))
        self.none.setVisible(choice is not None and not choice.candidates)
        for card in self.cards:
            card.show_choice(choice, label)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        for part in (self.quote, *self.cards):
            part.set_theme(theme)


def _button(name: str, *, key: str) -> QPushButton:
    button = QPushButton(with_key(name, key))
    button.setAutoDefault(False)
    button.setToolTip(tooltip(with_key(name, key)))
    return button


def shortened(text: str) -> str:
    """Return the beginning of a long text, its lines joined.

    >>> shortened(" One  line ")
    'One line'
    """
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rstrip() + " …"
