"""The metadata of an article that comes in: what its reader found, and what was guessed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.metadata import KEPT_AS
from annotator.gui.plain import plain_label, tooltip
from annotator.gui.record_fields import ChoiceField, LineField
from annotator.service.article_ports import Doubt

if TYPE_CHECKING:
    from annotator.service.article_ports import PreparedArticle, ReadArticle

# Which of them stand beside another; a row and a column of the form.
_PLACES = {
    "title": (0, 0, 2),
    "publisher": (1, 0, 1),
    "published": (1, 1, 1),
    "authors": (2, 0, 2),
    "url": (3, 0, 2),
    "language": (4, 0, 1),
    "direction": (4, 1, 1),
}
_UNKNOWN = "und"
_WORDS = re.compile(r"[\W_]+")


class ImportForm(QWidget):
    """A field for each; what its reader did not find in the file is marked as a guess in words.

    ``plain_reader`` is the name of the one that takes the title from the first line.
    """

    edited = Signal(str)

    def __init__(self, plain_reader: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain_reader = plain_reader
        self._titles = {
            "title": self.tr("Title"),
            "publisher": self.tr("Publisher"),
            "published": self.tr("Published"),
            "authors": self.tr("Authors, between semicolons"),
            "url": self.tr("Address (URL)"),
            "language": self.tr("Language"),
            "direction": self.tr("Direction"),
        }
        self.fields: dict[str, LineField | ChoiceField] = {}
        self.marks: dict[str, QLabel] = {}
        self._guesses: dict[str, str] = {}
        self._edited: set[str] = set()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(6)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        for name, (row, column, width) in _PLACES.items():
            layout.addLayout(self._field(name), row, column, 1, width)

    def _field(self, name: str) -> QVBoxLayout:
        title = self._titles[name]
        field: LineField | ChoiceField
        if name == "direction":
            field = ChoiceField(title)
            field.offer(
                (("ltr", self.tr("From left to right")), ("rtl", self.tr("From right to left")))
            )
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            field = LineField(title)
        mark = plain_label("muted", title)
        mark.setBuddy(field)
        # A guess that is cut off is not told.
        mark.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.fields[name], self.marks[name] = field, mark
        field.edited.connect(lambda: self._take(name))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(mark)
        column.addWidget(field)
        return column

    def show_article(self, read: ReadArticle, prepared: PreparedArticle) -> None:
        """Show an article's metadata; what it does not say is what preparing it guessed."""
        found = {
            "title": read.title,
            "publisher": read.publisher,
            "published": read.published,
            "authors": "; ".join(read.authors),
            "url": read.url,
            "language": _known(read.language or prepared.language),
            "direction": read.direction or prepared.direction,
        }
        self._guesses = self._guessed(read, prepared)
        self._edited = set()
        for name, value in found.items():
            self.fields[name].show_value(value)
            self._mark(name)

    def _guessed(self, read: ReadArticle, prepared: PreparedArticle) -> dict[str, str]:
        """Tell of each field that was guessed what it was guessed from."""
        guesses = {}
        from_text = self.tr("guessed from the text")
        if not read.language and _known(prepared.language):
            guesses["language"] = from_text
        if not read.direction and prepared.direction:
            guesses["direction"] = from_text
        first = read.text.lstrip().split("\n", 1)[0].strip()
        stem = read.source.name.rpartition(".")[0] or read.source.name
        if Doubt.EXTRACTION in read.doubts:
            found = [name for name in ("publisher", "published", "authors") if getattr(read, name)]
            guesses.update(dict.fromkeys(found, self.tr("guessed from the page")))
        if self._plain_reader and read.source.reader.startswith(self._plain_reader):
            if read.title == first:
                guesses["title"] = self.tr("guessed: the first line of the text")
            elif _bare(read.title) == _bare(stem):
                guesses["title"] = self.tr("guessed: the name of the file")
        return guesses

    def _mark(self, name: str) -> None:
        guess = self._guesses.get(name, "")
        title, field = self._titles[name], self.fields[name]
        marked = self.tr("{0}: guessed").format(title)
        self.marks[name].setText(marked if guess else title)
        self.marks[name].setToolTip(tooltip(guess))
        field.setAccessibleName(f"{title}, {guess}" if guess else title)
        field.setToolTip(tooltip(guess))

    def _take(self, name: str) -> None:
        """What a person typed is no guess."""
        self._guesses.pop(name, None)
        self._edited.add(name)
        self._mark(name)
        self.edited.emit(name)

    def corrected(self, read: ReadArticle) -> ReadArticle:
        """Return an article with what was typed into the fields; the others stay as they were.

        Raises:
            NoLanguageCodeError: what stands for the language is none.
            NoDayError: what stands for the day of publication is none.
            NoWebAddressError: what stands for the address is none.
        """
        said = {name: self.fields[name].value().strip() for name in self._edited}
        altered: dict[str, Any] = dict(said)
        for name in KEPT_AS.keys() & said.keys():
            altered[name] = KEPT_AS[name](said[name])
        if "authors" in said:
            names = (one.strip() for one in said["authors"].split(";"))
            altered["authors"] = tuple(name for name in names if name)
        if not altered.get("title", "-"):
            del altered["title"]  # an article without a title could not be found again
        return replace(read, **altered)

    def go_to_wrong(self) -> QWidget | None:
        """Put the cursor where something stands that cannot be kept; return that field."""
        for name in _PLACES:
            if name not in KEPT_AS or name not in self._edited:
                continue
            try:
                KEPT_AS[name](self.fields[name].value())
            except AnnotatorError:
                self.fields[name].setFocus()
                return self.fields[name]
        return None

    @property
    def direction(self) -> str:
        """The direction that the form shows."""
        return self.fields["direction"].value()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave it to the dialog how wide the form is."""
        return QSize(240, super().minimumSizeHint().height())


def _known(language: str) -> str:
    return "" if language == _UNKNOWN else language


def _bare(words: str) -> str:
    return _WORDS.sub(" ", words).strip().casefold()
