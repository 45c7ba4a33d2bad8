"""What can be told of a file's annotations: sentences that know their kind and what they name.

They are written in English, as text; a window that speaks another language says them by kind.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.errors import AnnotatorError


class Said(str):
    """A sentence with the ``kind`` and ``fields`` it is made of, or the ``error`` that says it.

    It is a text like any other to whoever wants no more; one that has neither stays in English.

    >>> said = Remark.OUTSIDE.of(start=3, end=9)
    >>> said, said.kind.name, said.fields["end"]
    ('3 to 9 lies outside of the text', 'OUTSIDE', 9)
    """

    __slots__ = ("error", "fields", "kind")
    kind: Remark | None
    fields: Mapping[str, object]
    error: AnnotatorError | None

    def __deepcopy__(self, _known: object) -> Said:
        """Return itself, which nobody alters."""
        return self


class Remark(Enum):
    """All kinds of remarks by their sentence, with the names of its fields in braces."""

    OUTSIDE = "{start} to {end} lies outside of the text"
    READS_OTHERWISE = "{start} to {end} reads “{reads}”, not “{told}”"
    OTHER_TEXT = "the text is not the one that its SHA-256 says"
    ID_AGAIN = "the id {id} is there already"
    NO_NUMBER = "a position in {unit} is no number"
    OTHER_HULL = "its spans go from {start} to {end}, not from {told_start} to {told_end}"
    OTHER_UNITS = "it goes from {start} to {end} in {unit}, not from {told_start} to {told_end}"
    OTHER_QUOTE = "its quote is not all that stands from {start} to {end}"
    OTHER_PREFIX = "the words before it are not those of its prefix"
    OTHER_SUFFIX = "the words behind it are not those of its suffix"
    OTHER_LENGTH = "{start} to {end} is not as long as its quote, which has {count} characters"
    OTHER_LENGTH_IN = "{start} to {end} in {unit} is not as long as its quote"
    NOT_IN_QUOTE = "the quote of {start} to {end} is not in the whole quote there"
    NO_PARENT = "the label “{parent}” above “{name}” is none of the file's"
    NO_LABEL = "the label “{name}” is none of the file's"
    NO_LABEL_ID = "the label with the id {id} is none of the file's"
    OTHER_LABEL_ID = "the label “{name}” has not the id {id}"
    NO_REVIEWER = "the reviewer “{name}” is none of the file's"
    NO_REVIEWER_ID = "the reviewer with the id {id} is none of the file's"
    OTHER_REVIEWER_ID = "the reviewer “{name}” has not the id {id}"
    NO_ARTICLE = "the article {id} is none of the file's"
    OTHER_ARTICLE_TEXT = "its SHA-256 is not that of the text of its article"
    GUIDELINE = "the guideline in the file differs from the project's and is not taken"
    KEPT = "changed here and in the file"
    ID_TWICE = "the id {id} is there twice"
    AMBIGUOUS = "its place is ambiguous"
    LOST = "its place is lost"
    OTHER_VERDICTS = "the verdicts {verdicts} are in the file's list and not in the project's"
    OTHER_DEFINITION = "the label “{label}” is defined otherwise in the file; ours is kept"
    OTHER_COLOR = "the label “{label}” is {theirs} in the file; our color, {ours}, is kept"
    ONE_LABEL = "the file's labels {theirs} are one label here, “{label}”"
    HOMELESS = "its article “{name}” is neither in the file nor in the project"

    def of(self, **fields: object) -> Said:
        """Return the sentence with its fields filled in."""
        return _said(self.value.format_map(fields), kind=self, fields=fields)


def said_of(error: AnnotatorError) -> Said:
    """Return what an error says, which a window says by the error's class."""
    # Where it was raised from is of no use any more, and would keep all that was at hand there.
    return _said(str(error), error=error.with_traceback(None))


def _said(
    sentence: str,
    *,
    kind: Remark | None = None,
    fields: Mapping[str, object] | None = None,
    error: AnnotatorError | None = None,
) -> Said:
    made = Said(sentence)
    made.kind, made.fields, made.error = kind, fields or {}, error
    return made
