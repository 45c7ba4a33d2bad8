"""What is shown of a conflict: both sides on the text, and their fields beside what was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.span import Span
from annotator.gui.conflict_words import disputed_words, side_title, value_words
from annotator.gui.inspector_parts import LabelLine
from annotator.gui.passage_view import PassageView
from annotator.gui.plain import plain_label
from annotator.gui.ui_zoom import zoomed
from annotator.gui.unplaced_parts import PlaceNumber
from annotator.team.joining import PRESENCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

    from annotator.core.records import Codebook
    from annotator.gui.theme import Theme
    from annotator.service.merging.conflicts import Conflict
    from annotator.service.merging.sides import Side, Sides

# As many values stand beside each other: what was before, and two sides.
COLUMNS = 3
# From this on two sides stand beside each other, more below one another.
WIDE = 340


class SideCard(QFrame):
    """One side: its number, as framed on the page, its label, and its words in the passage."""

    def __init__(self, place: int, name: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self.number = PlaceNumber(place, theme)
        self.name = plain_label("settingTitle", name, wrapped=True)
        self.label = LabelLine(theme)
        self.passage = PassageView(theme)
        self.told = plain_label("muted", wrapped=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.label, self.told, self.passage):
            column.addWidget(part)
        column.addStretch(1)

    def show_side(self, side: Side, sides: Sides, codebook: Codebook | None) -> None:
        """Show what a side says, on the passage where its place is known."""
        label = codebook.label_by_id(side.label_id) if codebook is not None else None
        self.label.show_label(label if side.there else None)
        moved = [Span(one.start - sides.start, one.end - sides.start) for one in side.spans]
        on_text = bool(side.there and moved and sides.passage)
        words = sides.passage if on_text else side.quote if side.there else ""
        spans = moved if on_text else [Span(0, len(words))] if words else []
        self.passage.show_passage(words, spans, label)
        told = "" if side.there else self.tr("✕ Removed")
        if side.there and not on_text:
            told = self.tr("Its place in the present text is not known.")
        self.told.setText(told)
        self.told.setVisible(bool(told))
        name = label.name if label is not None else ""
        heard = ": ".join(filter(None, [self.name.text(), told, name, side.quote]))
        self.setAccessibleName(heard)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        for part in (self.number, self.label, self.passage):
            part.set_theme(theme)


class FieldTable(QWidget):
    """The disputed fields: what each said before, what it says here, what each of them says."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self.rows: list[tuple[str, ...]] = []
        self.titles: tuple[str, ...] = ()
        self._wide = False

    def show_rows(self, titles: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
        """Show these fields, each with its name and a value for each title, and no others."""
        self.titles, self.rows = tuple(titles), list(rows)
        self._fill()
        self.setVisible(bool(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand in columns where there is room for them."""
        super().resizeEvent(event)
        if self._is_wide() != self._wide:
            self._fill()

    def _is_wide(self) -> bool:
        return self.width() >= zoomed(WIDE) and len(self.titles) <= COLUMNS

    def _fill(self) -> None:
        self._wide = self._is_wide()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        line = 0
        for name, *values in self.rows:
            self._grid.addWidget(plain_label("settingTitle", name, wrapped=True), line, 0, 1, 3)
            line += 1
            for place, (title, value) in enumerate(zip(self.titles, values, strict=True)):
                head = plain_label("muted", title, wrapped=True)
                words = self._words(value)
                words.setAccessibleName(f"{name}, {title}: {words.text()}")
                at_top = Qt.AlignmentFlag.AlignTop
                if self._wide:
                    self._grid.addWidget(head, line, place)
                    self._grid.addWidget(words, line + 1, place, at_top)
                else:
                    self._grid.addWidget(head, line + 2 * place, 0, 1, COLUMNS)
                    self._grid.addWidget(words, line + 2 * place + 1, 0, 1, COLUMNS)
            line += 2 if self._wide else 2 * len(values)

    def _words(self, value: str) -> QLabel:
        label = plain_label("" if value else "muted", value or self.tr("nothing"), wrapped=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


class ConflictDetails(QWidget):
    """Both sides of the chosen conflict, beside each other where there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("side")
        self.head = plain_label("settingTitle", wrapped=True)
        self.ours = SideCard(0, self.tr("Ours"), theme)
        self.theirs = [SideCard(1, self.tr("Theirs"), theme)]
        self._theme = theme
        self.context = PassageView(theme)
        self.fields = FieldTable()
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(10)
        self._cards.addWidget(self.ours, 1)
        self._cards.addWidget(self.theirs[0], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.context)
        column.addLayout(self._cards)
        column.addWidget(self.fields)
        column.addStretch(1)

    def show_conflict(
        self,
        conflict: Conflict,
        sides: Sides,
        codebook: Codebook | None,
        texts: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Show all sides; ``texts`` says of fields what else is to be told of each side."""
        title = sides.article.title if sides.article is not None else conflict.title
        self.head.setText(" ".join(title.split()))
        self.head.setVisible(bool(title))
        self._show_cards(conflict, sides, codebook)
        self._show_context(conflict, sides, codebook)
        numbers = (None, *range(conflict.rivals))
        titles = [
            self.tr("Before"),
            *(f"{key} · {side_title(conflict, one)}" for key, one in enumerate(numbers, 1)),
        ]
        self.fields.show_rows(titles, self._rows(conflict, sides, codebook, texts))
        self._lay_out()

    def _show_cards(self, conflict: Conflict, sides: Sides, codebook: Codebook | None) -> None:
        shown = sides.on_text and conflict.kind != "claim"
        while len(self.theirs) < len(sides.theirs):
            card = SideCard(1 + len(self.theirs), self.tr("Theirs"), self._theme)
            self._cards.addWidget(card, 1)
            self.theirs.append(card)
        for card in (self.ours, *self.theirs):
            card.hide()
        for number, (card, side) in enumerate(
            zip((self.ours, *self.theirs), sides.all, strict=False)
        ):
            if shown:
                card.name.setText(side_title(conflict, number - 1 if number else None))
                card.show_side(side, sides, codebook)
                card.show()

    def _show_context(self, conflict: Conflict, sides: Sides, codebook: Codebook | None) -> None:
        """Show what a claim record is of, which is the same on both sides."""
        side, claims = sides.ours, conflict.kind == "claim"
        label = codebook.label_by_id(side.label_id) if codebook is not None else None
        spans = [Span(one.start - sides.start, one.end - sides.start) for one in side.spans]
        self.context.show_passage(sides.passage if claims else "", spans, label)
        self.context.setAccessibleName(side.quote)

    def _rows(
        self,
        conflict: Conflict,
        sides: Sides,
        codebook: Codebook | None,
        texts: Mapping[str, tuple[str, ...]],
    ) -> list[tuple[str, ...]]:
        names = {one.id: one.name for one in codebook.labels} if codebook is not None else {}
        found = []
        for one in conflict.disputes:
            if sides.on_text and one.field == PRESENCE and conflict.kind == "highlight":
                continue
            before = value_words(conflict.kind, one.field, one.ancestor, names)
            if one.ancestor is None:
                before = self.tr("not known")
            numbers = (None, *range(conflict.rivals))
            told = [
                value_words(conflict.kind, one.field, one.said_by(side), names) for side in numbers
            ]
            if one.field in texts:
                known = texts[one.field]
                places = [1 + one.sides.index(side) if side in one.sides else 0 for side in numbers]
                told = [known[place] for place in places]
                before = f"…{one.before_told}…" if one.before_told else before
            if one.field == "label":
                told = [one.told_by(side) for side in numbers]
            if one.field == PRESENCE:
                before = self.tr("there")
            found.append((disputed_words(conflict.kind, one.field), before, *told))
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the sides beside each other where there is room."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        beside = sum(not card.isHidden() for card in (self.ours, *self.theirs)) < COLUMNS
        wide = beside and self.width() >= zoomed(WIDE)
        directions = QBoxLayout.Direction
        self._cards.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colors."""
        self._theme = theme
        for card in (self.ours, *self.theirs):
            card.set_theme(theme)
        self.context.set_theme(theme)
