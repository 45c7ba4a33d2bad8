"""The field on top: type to find a command or an article, Enter runs or opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.announcing import announce
from annotator.gui.fuzzy import score
from annotator.gui.icons import icon
from annotator.gui.key_words import key_of, title_and_key
from annotator.gui.offer_painter import HINT, OfferPainter
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from annotator.gui.theme import Theme

MAX_FOUND = 12
WIDTH = 320
POPUP_WIDTH = 440
ROW = 30
MAX_RECENT = 8
# What it is typed behind is a command.
COMMANDS = ">"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something the field can find: its title, what stands beside it, and what it does.

    ``command`` is the id of what is a command.
    """

    title: str
    hint: str
    run: Callable[[], object]
    command: str = ""


def matching(query: str, offers: Iterable[Offer], recent: Sequence[str] = ()) -> list[Offer]:
    """Return the offers whose titles hold every word typed, those beginning with it first.

    What begins with ``>`` is looked for among the commands alone, and letters of a title will
    do; with nothing behind it, all commands are found, those given last first.
    """
    typed = query.casefold().strip()
    if typed.startswith(COMMANDS):
        return _commands(typed.removeprefix(COMMANDS), offers, recent)
    words = typed.split()
    found = [
        offer for offer in offers if words and all(word in offer.title.casefold() for word in words)
    ]
    return sorted(found, key=lambda offer: not offer.title.casefold().startswith(typed))[:MAX_FOUND]


def _commands(typed: str, offers: Iterable[Offer], recent: Sequence[str]) -> list[Offer]:
    places = {command: place for place, command in enumerate(recent)}
    scored = [
        (-found, places.get(offer.command, len(places)), offer)
        for offer in offers
        if offer.command and (found := score(typed, offer.title)) is not None
    ]
    return [offer for *_, offer in sorted(scored, key=lambda one: one[:2])]


class CommandField(QLineEdit):
    """Search or command; ``left`` says that the keys belong to the page again."""

    left = Signal()

    def __init__(
        self, offers: Callable[[], Iterable[Offer]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offers = offers
        # What is offered below all else that was found, whatever was typed.
        self.last: Callable[[str], Offer | None] = lambda _typed: None
        self._found: list[Offer] = []
        # The ids of the commands given last, the newest first; the session keeps them.
        self.recent: list[str] = []
        self.setPlaceholderText(self.tr("Search the project, or type a command"))
        self._hint = plain_label("muted", key_of("go.command"))
        self._hint.setParent(self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Search the project, or type a command"))
        self.setToolTip(tooltip(title_and_key("go.command")))
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(160)
        self.setMaximumWidth(WIDTH)
        self.textChanged.connect(self._find)
        self.popup = QFrame(parent)
        self.popup.setObjectName("floating")
        self.list = QListWidget()
        self.list.setItemDelegate(OfferPainter(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.itemClicked.connect(lambda _item: self._run())
        layout = QVBoxLayout(self.popup)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        self.popup.hide()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme's icon."""
        self.setMaximumWidth(zoomed(WIDTH))
        self._hint.resize(self._hint.sizeHint())
        self._sign.setIcon(icon("search", theme))

    def begin(self) -> None:
        """Take the keys."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def begin_command(self) -> None:
        """Take the keys, for commands alone."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(COMMANDS)

    def leave(self) -> None:
        """Forget what was typed and give the keys back."""
        self.clear()
        self.popup.hide()
        self.left.emit()

    def _find(self, query: str) -> None:
        self._show_hint()
        typed = query.strip()
        last = self.last(typed) if typed and not typed.startswith(">") else None
        found = matching(query, self._offers(), self.recent)
        self._found = [*found, *([last] if last else [])]
        self.list.clear()
        for offer in self._found:
            item = QListWidgetItem(offer.title)
            item.setData(HINT, offer.hint)
            spoken = f"{offer.title}, {offer.hint}" if offer.hint else offer.title
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setSizeHint(QSize(0, zoomed(ROW)))
            self.list.addItem(item)
        if not query.strip():
            self.popup.hide()
            return
        if not self._found:
            nothing = QListWidgetItem(self.tr("Nothing found: try fewer letters."))
            announce(self, nothing.text())
            nothing.setSizeHint(QSize(0, zoomed(ROW)))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self._stand_on(0)
        self._place_popup()

    def _stand_on(self, row: int) -> None:
        """Make a row the current one, and say it with its place."""
        self.list.setCurrentRow(row)
        if self._found:
            spoken = self.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
            place = self.tr("{0} of {1}").format(number(row + 1), number(len(self._found)))
            announce(self, f"{spoken}, {place}")

    def _place_popup(self) -> None:
        window = self.window()
        if self.popup.parentWidget() is not window:
            self.popup.setParent(window)
        rows = min(max(1, len(self._found)), MAX_FOUND)
        right = self.mapTo(window, QPoint(self.width(), self.height() + 4))
        width = min(zoomed(POPUP_WIDTH), window.width() - 16)
        left = max(8, min(right.x() - width, window.width() - width - 8))
        self.popup.setGeometry(left, right.y(), width, rows * zoomed(ROW) + 10)
        self.popup.show()
        self.popup.raise_()

    def _run(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            offer = self._found[row]
            if offer.command:
                others = (one for one in self.recent if one != offer.command)
                self.recent[:] = [offer.command, *others][:MAX_RECENT]
            self.leave()
            offer.run()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the key at the end of the field, as long as it covers no words."""
        size = self._hint.sizeHint()
        self._hint.resize(size)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            # Words in another script would begin where the key stands.
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        top = (self.height() - size.height()) // 2
        place = QRect(QPoint(self.width() - size.width() - 10, top), size)
        self._hint.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        self._show_hint()
        super().resizeEvent(event)

    def _show_hint(self) -> None:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        room = self.width() - self._hint.width() - 60
        self._hint.setVisible(not self.text() and words < room)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move in what was found, run it, or leave."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                if self._found:
                    self._stand_on((self.list.currentRow() + step) % len(self._found))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run()
            case Qt.Key.Key_Escape:
                self.leave()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Close the list when the keys go elsewhere."""
        self.popup.hide()
        super().focusOutEvent(event)
