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
    PLACED = "{place}: {said}"
    BAD_ID = "its id {id} is none"
    BAD_REVIEWER_ID = "its reviewer's id {id} is none"
    BAD_LABEL_ID = "its label's id {id} is none"
    BAD_ARTICLE_ID = "the id {id} of the article is none"
    BAD_ID_OF_LABEL = "the id {id} of the label “{label}” is none"
    BAD_LINE_STYLE = "“{name}” is no style of a line"
    BAD_TIME = "its time “{name}” is none"
    ONE_TIME = "one of its two times is none"
    BAD_IN_CLAIM = "“{told}”, which its claim record has as “{name}”, is none"
    UNCHOSEN = "its {name} is “{told}”, which is none of {choices}"
    UNCHOSEN_STANCE = "the stance of its evidence is “{told}”, which is none of {choices}"
    MISSPELLED_VERDICT = "its verdict “{told}” seems to be meant for “{meant}”"
    MISSPELLED = "“{told}” seems to be meant for “{meant}”"
    ARTICLE_OTHERWISE = "its article has “{told}” as “{name}” here and “{before}” before"
    REVIEWER_OTHERWISE = "the reviewer with the id {id} is “{told}” here and “{before}” before"
    LABEL_OTHERWISE = "the label {name} goes with “{told}” here and with “{before}” before"
    OTHER_TITLE = "the title “{told}” is not that of its article"
    BEGINS_OTHERWISE = "“{told}” does not stand at {start}"
    NO_SUCH_NAME = "{id} names {name}, which is not there"
    NO_WORDS = "{id} has no words"
    NO_RELATION = "the configuration declares no relation “{name}”"
    NO_EVENT = "the configuration declares no event “{name}”"
    NO_ATTRIBUTE = "the configuration declares no attribute “{name}”"
    UNDECLARED = "the type “{name}” is not declared"
    UNDECLARED_PART = "its type declares no “{name}”"
    NOTED_BADLY = "what this program noted of it is damaged, or another's"
    NOTED_NOTHING = "this program noted nothing of it"
    NO_WRITER = "it is missing, or does not say who wrote it"
    UNKNOWN_REFERENCE = "it refers to {id}, which is not there"
    UNKNOWN_MEMBER = "a view lists {id}, which is not there"
    NOTHING_SAID = "nothing is said of the highlight {id}"
    PLACELESS = "the highlight {id} has no place"
    OTHER_WORDS = "the words are not those of the text above them"
    OTHER_BEGINNING = "its article_id is not that of its beginning"
    OTHER_NAME = "the label “{label}” is called “{told}” there, and “{right}” in {file}"
    COLORED_OTHERWISE = "the label “{label}” is {told} there, and {right} in {file}"
    BELOW_ANOTHER = "the type “{name}” is not below the one that it is below in {file}"
    OTHER_TYPE = "the type “{told}” is not that of the label “{label}”"
    NO_FEATURE = "the card tells nothing of “{name}”, which the rows have"
    NO_COLUMN = "no row has “{name}”, of which the card tells"
    NO_LANGUAGE = "the card tells the languages {told}, and the rows have {right}"
    NO_ROWS = "its rows are not in {told}"
    OTHER_SIZE = "it tells the size {told}, and there are {count} rows"
    OTHER_TITLES = "it is called “{told}” above and “{right}” below"
    OTHER_LABELS = "its labels are {told} above and {right} below"
    UNCOVERED = "no token covers what stands at {start}"
    OVERLAPPED = "more than one token covers what stands at {start}"
    SENTENCELESS = "no sentence covers what stands at {start}"
    TWO_SENTENCES = "more than one sentence covers what stands at {start}"
    OTHER_DIGEST = "it says that its spans were marked anew, and they were not"
    OTHER_RECORD = "its id is not that of its article"
    NO_TAGS = "no tags are where its highlight is"
    BAD_SENTENCES = "its sentences do not end where its text does"
    OTHER_SENTENCES = "it lies in the sentences {right}, not {told}"
    NO_REASON = "“{told}” is no reason to wait for a place"
    APART = "its results do not lie in one place"
    NO_REGION = "a relation names the region {id}, which is not there"
    NO_CONTROL = "the configuration has nothing called “{name}”"
    NO_WAY = "the configuration does not lead from “{name}” to “{told}”"
    MARKED_OTHERWISE = "it is marked otherwise than the highlights in the page's block say"
    SHOWN_OTHERWISE = "the page shows “{told}”, where its block says “{right}”"
    UNSEALED = "nothing says that its pages are as they were printed"
    OTHER_PAGES = "they are not as they were printed: their SHA-256 is another"
    ADDED = "something was added to it after it was printed"
    NO_OUTCOME = "“{told}” is none of the outcomes that there are"
    NO_LIST = "its {name} is no list"
    PARTS_OTHERWISE = "its parts do not say the same as “{name}”"
    NO_USER = "its {name} {id} is none of the file's users"
    NO_NOTE = "the note {id} is none of the file's"
    NO_TIME = "its {name} “{told}” is no time"
    BAD_GUID = "its GUID {id} is none"
    BAD_USER = "its GUID is none, or another user's"
    CODED_OTHERWISE = "its coding has another {name}"
    TWO_USERS = "its modifyingUser is not its creatingUser"
    NOT_BOTH_TIMES = "it has not both of its times"
    BAD_REMARK = "the remark of this program cannot be read"
    OTHER_GUID = "the GUID of its coding does not follow from its own"
    NO_PART = "it is not part {part} of {id}"
    NO_CODE = "the code {id} is none of the file's"
    UNCODED = "its coding has no code"
    REVIEWED_OTHERWISE = "its {name} is “{told}”, and its highlight says “{right}”"
    OTHER_ADDRESS = "it appeared at another address than that of the review"
    ODD_STRETCH = "its start and its end are no stretch of a text"
    NOT_IN_ORDER = "it does not come behind the one before it, or not in the text"
    NO_END = "it leads to {id}, which is not there"
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


def said_of(error: AnnotatorError, short: str = "") -> Said:
    """Return what an error says, or that ``short``; a window says it by the error's class."""
    # Where it was raised from is of no use any more, and would keep all that was at hand there.
    return _said(short or str(error), error=error.with_traceback(None))


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
