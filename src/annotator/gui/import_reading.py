"""How a file that comes in is read: its encoding, its reader's ways, its columns; live."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.core.file_errors import BinaryFileError, EncodingError
from annotator.core.reading_errors import UnknownEncodingError, WrongEncodingError
from annotator.core.request_errors import UnknownReaderError
from annotator.gui.failures import sentence_on
from annotator.gui.import_mapping import MappingForm
from annotator.gui.job import Job
from annotator.gui.plain import plain_label
from annotator.gui.record_fields import ChoiceField
from annotator.service.article_ports import Doubt, ReadOptions
from annotator.service.choosing import reader_for
from annotator.service.column_mappings import Column, TableReader
from annotator.service.importing import Wishes, prepare
from annotator.service.watch import Watch

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.gui.job import Cancelled, Progress
    from annotator.service.arrivals import Arrival
    from annotator.service.article_ports import ArticleReader, ReadArticle
    from annotator.service.importing import Batch
    from annotator.service.project import Project

# Offered behind those that a reader names; the ones most met in files of articles.
ENCODINGS = (
    "UTF-8", "windows-1252", "windows-1251", "windows-1250", "windows-1256", "windows-1255",
    "windows-1253", "windows-1254", "KOI8-R", "KOI8-U", "IBM866", "ISO-8859-2", "ISO-8859-15",
    "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "UTF-16-LE", "UTF-16-BE",
)  # fmt: skip
_OF_ENCODING = (EncodingError, WrongEncodingError, UnknownEncodingError, BinaryFileError)
_Table: TypeAlias = tuple[tuple[Column, ...], tuple[tuple[str, str], ...]]
_VARIANT, _READER = "variant:", "reader:"


@dataclass(frozen=True, slots=True)
class Way:
    """How a file is to be read: by which reader, none for the fitting one, with what."""

    reader: str = ""
    options: ReadOptions = field(default_factory=ReadOptions)


class ReadingChoice(QWidget):
    """The choices; whatever is chosen is ``wanted`` at once."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.encoding = ChoiceField(self.tr("Encoding"))
        self.way = ChoiceField(self.tr("Read as"))
        self.mapping = MappingForm()
        self._marks = (
            plain_label("muted", self.tr("Encoding")),
            plain_label("muted", self.tr("Read as")),
        )
        self._current = Way()
        line = QHBoxLayout()
        line.setSpacing(12)
        for mark, choice in zip(self._marks, (self.encoding, self.way), strict=True):
            mark.setBuddy(choice)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(mark)
            column.addWidget(choice)
            line.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.mapping)
        self.encoding.edited.connect(self._want)
        self.way.edited.connect(self._want)
        self.mapping.wanted.connect(self._want_mapping)

    def show_file(
        self,
        arrival: Arrival,
        read: ReadArticle | None,
        way: Way,
        readers: tuple[ArticleReader, ...],
    ) -> None:
        """Offer how a file can be read, and show how it was."""
        self._current = way
        reader = reader_of(arrival.path, readers, way.reader)
        ways = [(_VARIANT + one, one) for one in reader.variants]
        ways += [(_READER + one.name, one.name) for one in readers[:1] if one is not reader]
        if way.reader and way.reader != reader_of(arrival.path, readers).name:
            ways.append(("", reader_of(arrival.path, readers).name))
        self._offer(self.way, ways, none=reader.name)
        self.way.show_value(_VARIANT + way.options.variant if way.options.variant else "")
        self._show_encodings(arrival, read, way)
        self._marks[1].setVisible(bool(ways))
        self.way.setVisible(bool(ways))
        table = isinstance(reader, TableReader)
        self.setVisible(bool(ways) or not self.encoding.isHidden() or table)

    def _show_encodings(self, arrival: Arrival, read: ReadArticle | None, way: Way) -> None:
        open_to_choice = bool(way.options.encoding) or isinstance(arrival.refused, _OF_ENCODING)
        if read is not None:
            open_to_choice = open_to_choice or Doubt.ENCODING in read.doubts
        self._marks[0].setVisible(open_to_choice)
        self.encoding.setVisible(open_to_choice)
        if not open_to_choice:
            return
        used = way.options.encoding or (read.source.encoding if read is not None else "")
        offered = dict.fromkeys((used, *(read.encodings if read is not None else ()), *ENCODINGS))
        self._offer(self.encoding, [(one, one) for one in offered if one], none=self.tr("As found"))
        self.encoding.show_value(used)

    def _offer(self, field: ChoiceField, choices: list[tuple[str, str]], *, none: str) -> None:
        field.clear()
        field.addItem(none, "")
        for key, title in choices:
            field.addItem(title, key)

    def _want(self) -> None:
        chosen = self.way.value()
        variant = chosen.removeprefix(_VARIANT) if chosen.startswith(_VARIANT) else ""
        reader = chosen.removeprefix(_READER) if chosen.startswith(_READER) else ""
        encoding = "" if self.encoding.isHidden() else self.encoding.value()
        options = replace(self._current.options, variant=variant, encoding=encoding)
        self.wanted.emit(Way(reader, options))

    def _want_mapping(self, mapping: tuple[tuple[str, str], ...]) -> None:
        options = replace(self._current.options, mapping=mapping)
        self.wanted.emit(Way(self._current.reader, options))


def reader_of(path: Path, readers: tuple[ArticleReader, ...], named: str = "") -> ArticleReader:
    """Return the reader that a file is read by."""
    try:
        return reader_for(path, readers, named=named)
    except UnknownReaderError:
        return reader_for(path, readers)


class ReadingAgain(QObject):
    """Reads one file once more, beside the window; a newer wish lets go of the one before."""

    done = Signal(object, object)
    failed = Signal(str)

    def __init__(self, project: Project, wishes: Wishes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._wishes = project, wishes
        self._job: Job | None = None
        self._columns: Job | None = None

    @property
    def running(self) -> bool:
        """True while a file is read."""
        return self._job is not None

    def start(self, path: Path, way: Way) -> None:
        """Read a file in another way; ``done`` carries the path and the batch."""
        self.stop()
        wishes = replace(self._wishes, reader=way.reader, special={path: way.options})
        project = self._project

        def read(progress: Progress, cancelled: Cancelled) -> Batch | None:
            watch = Watch(progress, cancelled)
            return prepare(
                [path], project.surroundings, wishes, queries=project.queries, watch=watch
            )

        job = self._job = Job(read, parent=self)
        job.done.connect(lambda batch: self._take(job, path, batch))
        job.failed.connect(lambda error: self._fail(job, error))
        job.start()

    def columns(self, path: Path, reader: ArticleReader, way: Way, form: MappingForm) -> None:
        """Show the columns of a table in a form, once they are known; hide it for other files."""
        form.hide()
        if not isinstance(reader, TableReader):
            return
        options, remembered = way.options, self._project.surroundings.mappings.remembered

        def look(_progress: Progress, _cancelled: Cancelled) -> _Table:
            try:
                columns = reader.columns(path, options)
            except AnnotatorError:
                return (), ()  # why it cannot be read is told beside it
            # What was not chosen now was read as it was chosen the last time.
            return columns, options.mapping or remembered(one.name for one in columns)

        def show(table: _Table) -> None:
            columns, mapping = table
            if job is self._columns and columns:
                form.show_columns(columns, mapping)
                form.show()

        job = self._columns = Job(look, parent=self)
        job.done.connect(show)
        job.start()

    def close(self) -> None:
        """Stop, and wait for the end: nobody is there to be told any more."""
        reading, columns = self._job, self._columns
        self.stop()
        self._columns = None
        for job in (reading, columns):
            if job is not None:
                job.wait()

    def stop(self) -> None:
        """Let go of what is being read."""
        if self._job is not None:
            self._job.cancel()
            self._project.surroundings.stop_reading()
            self._job = None

    def _take(self, job: Job, path: Path, batch: Batch) -> None:
        if job is self._job:
            self._job = None
            self.done.emit(path, batch)
        elif batch is not None:
            batch.close()

    def _fail(self, job: Job, error: Exception) -> None:
        if job is self._job:
            self._job = None
        self.failed.emit(sentence_on(error))
