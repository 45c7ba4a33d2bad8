"""Requests that a project cannot meet as they were made."""

from __future__ import annotations

from annotator.core.errors import AnnotatorError, Kind, UsageError


class NotFoundError(UsageError):
    """A record that the project does not hold."""

    def __init__(self, subject: str, record_id: str) -> None:
        self.subject, self.record_id = subject, record_id
        super().__init__(
            f"There is no {subject} {record_id} in this project; look up its id and try again."
        )


class AmbiguousIdError(UsageError):
    """A name, or a part of an id, that fits more than one record."""

    def __init__(self, subject: str, beginning: str) -> None:
        self.subject, self.beginning = subject, beginning
        super().__init__(
            f"More than one {subject} is called {beginning}; give its whole id or title."
        )


class OutsideTextError(UsageError):
    """A span that ends after the text."""

    def __init__(self, start: int, end: int, *, length: int) -> None:
        self.start, self.end, self.length = start, end, length
        super().__init__(
            f"The text has {length} characters, so {start} to {end} lies outside it; "
            f"give an end of {length} or less."
        )


class EmptySpanError(UsageError):
    """A span without a character, where one to tag is needed."""

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__(
            f"There is nothing to tag at {position}: give an end greater than the start."
        )


class UnorderedSpansError(UsageError):
    """Spans of one highlight that overlap or do not follow one another."""

    def __init__(self, first: int, second: int) -> None:
        self.first, self.second = first, second
        super().__init__(
            f"The spans at {first} and {second} overlap or are out of order; "
            "give them in the order of the text."
        )


class UnknownLabelError(UsageError):
    """A label key that the codebook does not have."""

    def __init__(self, key: str, *, known: tuple[str, ...]) -> None:
        self.key, self.known = key, known
        super().__init__(f"There is no label {key}; the codebook has {', '.join(known)}.")


class UnknownFieldError(UsageError):
    """A field that a claim record does not have."""

    def __init__(self, field: str, *, known: tuple[str, ...]) -> None:
        self.field, self.known = field, known
        super().__init__(f"A claim record has no field {field}; it has {', '.join(known)}.")


class UnknownFormatError(UsageError):
    """A format that no module reads or writes."""

    def __init__(self, name: str, *, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(f"There is no format {name}; this installation has {', '.join(known)}.")


class UnknownReaderError(UsageError):
    """A reader of article files that no module is."""

    def __init__(self, name: str, *, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(f"There is no reader {name}; this installation has {', '.join(known)}.")


class UnknownVariantError(UsageError):
    """Another way of reading that a reader of article files does not have."""

    def __init__(self, name: str, *, reader: str, known: tuple[str, ...]) -> None:
        self.name, self.reader, self.known = name, reader, known
        super().__init__(
            f"The reader {reader} has no variant {name}; it has {', '.join(known) or 'none'}."
        )


class UnknownFormVariantError(UsageError):
    """Another way of reading or writing that a format of annotations does not have."""

    def __init__(self, name: str, *, form: str, known: tuple[str, ...]) -> None:
        self.name, self.form, self.known = name, form, known
        remedy = f"choose {' or '.join(known)}, or none" if known else "leave it out"
        super().__init__(f"The format {form} has no variant “{name}”; {remedy}.")


class NothingToUndoError(AnnotatorError):
    """Undo was asked for and the history has nothing left to reverse."""

    kind = Kind.ANSWER

    def __init__(self) -> None:
        super().__init__("There is nothing to undo.")


class WentOnMeanwhileError(AnnotatorError):
    """Undo was asked for, and before it could be done something else came to be the newest step."""

    kind = Kind.ANSWER

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(
            f"Nothing was undone, for this came in between: {title}."
            " Undo once more to take that back."
        )


class NothingToRedoError(AnnotatorError):
    """Redo was asked for and nothing was undone since the last change."""

    kind = Kind.ANSWER

    def __init__(self) -> None:
        super().__init__("There is nothing to redo.")


class TooManyArticlesError(AnnotatorError):
    """More articles at once than one step can take in."""

    def __init__(self, *, limit: int) -> None:
        self.limit = limit
        super().__init__(
            f"No more than {limit:,} articles can be added at once, and here are more;"
            " divide the file, or add fewer files at a time."
        )
