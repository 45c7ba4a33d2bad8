"""Two revisions of an article compared: which tagged sentences the publisher changed or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError
from annotator.core.records import Article
from annotator.gui.clock import day_and_time
from annotator.gui.flow import Flow
from annotator.gui.key_words import key_of, with_key
from annotator.gui.painted_list import PaintedList
from annotator.gui.plain import number, plain_label, tooltip
from annotator.gui.record_fields import ChoiceField
from annotator.gui.revision_comparing import ReportWriting, RevisionComparing
from annotator.gui.revision_rows import RevisionRows
from annotator.gui.revision_text import RevisionText, never_present_told, status_told
from annotator.gui.search_hit_painter import SearchHitPainter
from annotator.gui.table_words import ACTIONS as WORDS
from annotator.gui.table_words import said
from annotator.gui.ui_zoom import zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.gui.revision_comparing import Comparison
    from annotator.gui.theme import Theme
    from annotator.gui.window import Window
    from annotator.service.changes import Changes
    from annotator.service.revision_ports import RevisionSummary

LIST, TEXT, NARROWEST = 320, 560, 600


class RevisionView(QWidget):
    """Choosers above, altered sentences beside the words of both texts, the walk below."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self._known: list[RevisionSummary] = []
        self._of = ""
        self.comparison: Comparison | None = None
        self.comparing = RevisionComparing(self)
        self.writing = ReportWriting(window, self)
        self.rows = RevisionRows(self)
        self.painter = SearchHitPainter(self.rows, window.themes.theme, self)
        self._build()
        self._connect()
        self._show_state()

    def _build(self) -> None:
        self.head = plain_label("pageHead", self.tr("What the publisher changed"), wrapped=True)
        self.old = ChoiceField(self.tr("Older revision"))
        self.new = ChoiceField(self.tr("Newer revision"))
        self.export = _button(self.tr("Export report…"))
        self.export.setToolTip(tooltip(self.tr("As a web page, Markdown or JSON")))
        self.counts = plain_label("muted", wrapped=True)
        self.empty = plain_label("muted", wrapped=True)
        self.view = self._make_list()
        self.text = RevisionText(self._window.themes.theme)
        self.text.installEventFilter(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.view, self.text):
            self.splitter.addWidget(part)
        self.splitter.setSizes([LIST, TEXT])
        self.splitter.setStretchFactor(1, 1)
        self.previous = _button(self.tr("Previous change"), key="Shift+F8")
        self.next = _button(self.tr("Next change"), key="F8")
        self.place = plain_label("muted")
        self.place.setMinimumHeight(self.next.sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addLayout(self._choosers())
        for label in (self.counts, self.empty):
            column.addWidget(label)
        column.addWidget(self.splitter, 1)
        column.addLayout(_line(self.previous, self.next, self.export, self.place))
        column.addStretch(0)

    def _make_list(self) -> PaintedList:
        name = self.tr("Tagged sentences that the publisher changed or removed")
        view = PaintedList(self.rows, self.painter, name=name, ground="hits")
        view.setMinimumWidth(160)
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(lambda now, _: self._go_to(now.row()))
        return view

    def _choosers(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self._marks = (
            plain_label("muted", self.tr("From")),
            plain_label("muted", self.tr("to")),
        )
        for mark, field in zip(self._marks, (self.old, self.new), strict=True):
            mark.setBuddy(field)
            line.addWidget(mark)
            line.addWidget(field, 1)
        return line

    def _connect(self) -> None:
        reviewing = self._window.reviewing
        for field in (self.old, self.new):
            field.edited.connect(self._compare)
        self.export.clicked.connect(lambda _checked=False: self.export_report())
        self.previous.clicked.connect(lambda _checked=False: self.walk(-1))
        self.next.clicked.connect(lambda _checked=False: self.walk(1))
        self.comparing.found.connect(self._take_found)
        self.comparing.failed.connect(reviewing.failed)
        reviewing.article_changed.connect(self._follow)
        reviewing.project_changed.connect(self._follow)
        reviewing.changed.connect(self._take)
        reviewing.leaving.connect(self.comparing.close)
        self._window.themes.changed.connect(self._wear)

    def begin(self) -> None:
        """Compare the present revision with the one before, and take the keys."""
        self._fill()
        several = len(self._known) > 1
        (self.view if several else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        if self.isVisible():
            self._fill()

    def _take(self, changes: Changes) -> None:
        if any(True for _ in changes.of(Article)):
            self._follow()

    def _fill(self) -> None:
        """Offer the revisions of the open article; what was chosen of it stays."""
        reviewing = self._window.reviewing
        article = reviewing.article
        before, chosen = self._of, (self.old.value(), self.new.value())
        known_before, self._known, self._of = len(self._known), [], ""
        self.comparison = None
        self.comparing.stop()
        if reviewing.project is not None and article is not None:
            self._of = article.article.id
            try:
                self._known = reviewing.project.queries.revisions(self._of)
            except AnnotatorError as error:
                reviewing.failed.emit(error)
        for field in (self.old, self.new):
            field.clear()
            for one in reversed(self._known):
                field.addItem(_named(one), str(one.number))
        if before == self._of and known_before == len(self._known):
            values = chosen
        else:
            values = self._usual()
        for field, value in zip((self.old, self.new), values, strict=True):
            if value:
                field.show_value(value)
        self._compare()

    def _usual(self) -> tuple[str, str]:
        """Return the present revision, and the one before it, by their numbers."""
        new = next((one.number for one in self._known if one.current), 0)
        old = max((one.number for one in self._known if one.number < new), default=new)
        return str(old), str(new)

    def _compare(self) -> None:
        reviewing = self._window.reviewing
        self.comparison = None
        old, new = self.old.value(), self.new.value()
        if len(self._known) > 1 and old and new and reviewing.project and reviewing.article:
            article = reviewing.article.article
            self.comparing.ask(reviewing.project, article, old=int(old), new=int(new))
        self._show_state()

    def _take_found(self, found: Comparison) -> None:
        self.comparison = found
        article = self._window.reviewing.article
        sentences = found.report.sentences
        direction = article.article.direction if article is not None else "ltr"
        self.text.show_compared(found.pieces, sentences, direction)
        altered = [one for one in sentences if one.status != "unchanged"]
        self.rows.show_sentences(altered, self._window.reviewing.codebook)
        self._show_state()
        if altered:
            self.view.setCurrentIndex(self.rows.index(0))

    def _show_state(self) -> None:
        several, found = len(self._known) > 1, self.comparison
        for part in (self.old, self.new, self.export, self.splitter, *self._marks):
            part.setVisible(several)
        for part in (self.previous, self.next, self.place, self.counts):
            part.setVisible(several)
        self.empty.setVisible(not several)
        self.empty.setText(self._emptiness())
        self.export.setEnabled(found is not None)
        for button in (self.previous, self.next):
            button.setEnabled(found is not None and bool(self.text.changes))
        self.counts.setText(self._counted())
        self._show_place()

    def _emptiness(self) -> str:
        if self._window.reviewing.article is None:
            return self.tr("No article is open.")
        action = said(WORDS, "Add a newer copy of this article…")
        how = self.tr("This article has one text so far. {0} brings another one.")
        return how.format(with_key(action, key_of("file.newer-copy")))

    def _counted(self) -> str:
        if self.comparison is None:
            return self.tr("Comparing…")
        counts = self.comparison.report.counts
        parts = [f"{status_told(one)} {number(count)}" for one, count in counts.items() if count]
        told = self.tr("No sentence of the older revision bears a highlight.")
        if parts:
            told = self.tr("Tagged sentences: {0}").format("  ·  ".join(parts))
        note = never_present_told(self.comparison.report)
        return f"{told}\n{note}" if note else told

    def _show_place(self) -> None:
        at, count = self.text.at, len(self.text.changes)
        if self.comparison is None:
            self.place.setText("")
        elif not count:
            self.place.setText(self.tr("No word differs."))
        else:
            told = self.tr("Change {0} of {1}") if at >= 0 else self.tr("{1} changes")
            self.place.setText(told.format(number(at + 1), number(count)))

    def _go_to(self, row: int) -> None:
        """Show the words of a tagged sentence."""
        if self.comparison is not None and 0 <= row < len(self.rows.sentences):
            sentences = self.comparison.report.sentences
            self.text.go_to_sentence(sentences.index(self.rows.sentences[row]))

    def walk(self, step: int) -> None:
        """Go to the next change, or the one before; around the end."""
        if self.text.changes:
            self.text.go(self.text.at + step)
            self._show_place()

    def export_report(self) -> None:
        """Ask for a file and write the comparison there."""
        if self.comparison is not None:
            self.writing.ask(self.comparison.report)

    def _wear(self, theme: Theme) -> None:
        self.painter.theme = theme
        self.text.wear(theme)
        self.view.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the list above the text where there is no room beside it."""
        super().resizeEvent(event)
        beside = event.size().width() >= zoomed(NARROWEST)
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if way != self.splitter.orientation():
            self.splitter.setOrientation(way)
            self.splitter.setSizes([LIST, TEXT])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Walk from change to change; the keys are no commands of the page here."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F8:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.walk(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)


def _named(one: RevisionSummary) -> str:
    parts = [f"{one.number}", day_and_time(one.created), one.source.name]
    return " · ".join(filter(None, parts)) + (" ✓" if one.current else "")


def _button(name: str, *, key: str = "") -> QPushButton:
    button = QPushButton(name)
    button.setAutoDefault(False)
    button.setToolTip(tooltip(with_key(name, key)))
    return button


def _line(*parts: QWidget) -> Flow:
    line = Flow()
    for part in parts:
        line.addWidget(part)
    return line
