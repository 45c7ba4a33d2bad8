"""Objects out of files of JSON Lines, lists of objects, or objects written over several lines."""

from __future__ import annotations

import io
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from annotator.core.exchange_errors import DamagedAnnotationsError
from annotator.core.file_errors import EmptyFileError
from annotator.service.reading.dump_files import opened
from annotator.service.reading.encodings import known_encoding, marked_encoding
from annotator.service.reading.files import LARGEST_ARTICLE
from annotator.service.reading.json_values import BadJsonError, JsonStream, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from io import BufferedReader
    from pathlib import Path

    from annotator.core.errors import AnnotatorError
    from annotator.service.exchange_ports import ExchangeOptions

# Read object by object, so that only the disk limits them.
LARGEST_LINES = 8_000_000_000
# An article with all that is marked in it.
LONGEST_OBJECT = 2 * LARGEST_ARTICLE
_LOOKED_AT = 8_000_000
_LINES_LOOKED_AT = 20
_ITEMS_LOOKED_AT = 100
_MARK = "\ufeff"
# A line with more bytes is decoded piece by piece.
_LONG = 1_000_000
# A line end is several bytes in these.
_WIDE = ("UTF-16", "UTF-32")


class Found(NamedTuple):
    """One object of a file, and where it stands."""

    place: str
    values: dict[str, Any]


class LongLine(NamedTuple):
    """A line of which the text is never whole in memory."""

    data: bytes
    encoding: str
    passed: frozenset[str] = frozenset()

    def value(self) -> object:
        """Return the value that it is.

        Raises:
            BadJsonError: it is none.
            UnicodeError: it is not in the encoding.

        """
        file = io.BytesIO(self.data)
        with io.TextIOWrapper(file, encoding=self.encoding, newline="") as text:
            if text.read(1) != _MARK:
                text.seek(0)
            return JsonStream(text, longest=LONGEST_OBJECT, passed=self.passed).whole()


Line: TypeAlias = "str | LongLine | UnicodeError"


def written(value: object) -> str:
    """Return a value, which is an object most of the time, as one line without its end."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def first_object(path: Path, head: bytes) -> Mapping[str, Any]:
    """Return the first object of a file that begins as such a file does; empty without one.

    Of its long lists only the beginning is there.
    """
    mark = marked_encoding(head)
    start = head.decode(mark or "utf-8", "ignore").lstrip(_MARK + " \t\r\n[")[:1]
    if start != "{":
        return {}
    try:
        found = path.stat()
        return _first_object(path, found.st_mtime_ns, found.st_size, encoding=mark or "utf-8")
    except (OSError, ValueError):
        return {}


@lru_cache(maxsize=1)
def _first_object(path: Path, *as_it_was: int, encoding: str) -> Mapping[str, Any]:
    """Return the first object of a file as it was at some time: all formats ask for it in turn."""
    del as_it_was
    with path.open(encoding=encoding, errors="ignore", newline="\n") as text:
        if text.read(1) != _MARK:
            text.seek(0)
        return _first(JsonStream(text, longest=LONGEST_OBJECT, most=_ITEMS_LOOKED_AT))


def first_in(text: str) -> Mapping[str, Any]:
    """Return the first object in the beginning of a file's text; empty without one."""
    return _first(JsonStream(io.StringIO(text)))


def _first(stream: JsonStream) -> Mapping[str, Any]:
    try:
        value = next(stream.records(), None)
    except BadJsonError:
        return {}
    return value if isinstance(value, dict) else {}


def objects_in(
    path: Path, options: ExchangeOptions, *, passed: frozenset[str] = frozenset()
) -> Iterator[Found | AnnotatorError]:
    """Yield the objects of a file; what cannot be read is yielded as an error.

    Long lists under the keys ``passed`` may be cut off.

    In JSON Lines the line alone is lost, elsewhere all that follows. A file without anything
    in it has none.

    Raises:
        FileProblemError: it is not there, no file, unreadable or too large.
        UnknownEncodingError: the chosen encoding does not exist.

    """
    try:
        with opened(path, limit=LARGEST_LINES) as file:
            yield from objects_of(path, file, options, passed=passed)
    except EmptyFileError:
        return


def objects_under(
    path: Path, key: str, options: ExchangeOptions
) -> Iterator[Found | AnnotatorError]:
    """Yield the objects of the list that a file's one object has under a key, as ``objects_in``.

    Raises:
        FileProblemError: it is not there, no file, unreadable, empty or too large.
        UnknownEncodingError: the chosen encoding does not exist.

    """
    with opened(path, limit=LARGEST_LINES) as file:
        head = file.read(_LOOKED_AT)
        file.seek(0)
        chosen = options.encoding and known_encoding(path, options.encoding)
        text = io.TextIOWrapper(file, encoding=chosen or marked_encoding(head) or "UTF-8")
        try:
            if text.read(1) != _MARK:
                text.seek(0)
            stream = JsonStream(text, longest=LONGEST_OBJECT)
            yield from _told(path, text, stream.items_under(key, {}))
        except UnicodeError:
            reason = f"it is not in {text.encoding}"
            yield DamagedAnnotationsError(path, place="its beginning", reason=reason)
        finally:
            text.detach()  # the file is closed by who opened it


def sample_of(path: Path, options: ExchangeOptions, most: int) -> list[dict[str, Any]]:
    """Return the first few objects of a file.

    Raises:
        AnnotatorError: it cannot be read at all.

    """
    found: list[dict[str, Any]] = []
    for one in objects_in(path, options):
        if isinstance(one, Found):
            found.append(one.values)
        if len(found) >= most:
            break
    return found


def checked_text(path: Path, value: object, place: str) -> str | None:
    """Return the text of an article; None where there is none.

    Raises:
        DamagedAnnotationsError: it is something else, or has what no text can have.

    """
    if value is None:
        return None
    if not isinstance(value, str):
        raise DamagedAnnotationsError(path, place=place, reason="its text is no text")
    at = value.find("\0")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        at = error.start
    if at >= 0:
        reason = f"its text has a NUL or half a character at {at}"
        raise DamagedAnnotationsError(path, place=place, reason=reason)
    return value


def required_text(path: Path, value: object, place: str) -> str:
    """Return the text of an article.

    Raises:
        DamagedAnnotationsError: there is none, or none that a text can be.

    """
    text = checked_text(path, value, place)
    if text is None:
        raise DamagedAnnotationsError(path, place=place, reason="it has no text")
    return text


def objects_of(
    path: Path,
    file: BufferedReader | io.BytesIO,
    options: ExchangeOptions,
    *,
    passed: frozenset[str] = frozenset(),
) -> Iterator[Found | AnnotatorError]:
    """Yield the objects of a file that is open, or unpacked; else as ``objects_in`` does.

    Raises:
        UnknownEncodingError: the chosen encoding does not exist.

    """
    head = file.read(_LOOKED_AT)
    file.seek(0)
    chosen = options.encoding and known_encoding(path, options.encoding)
    encoding = chosen or marked_encoding(head) or "UTF-8"
    by_lines = _by_line(head.decode(encoding, "ignore"))
    if by_lines and not encoding.startswith(_WIDE):
        yield from objects_by_line(path, _decoded(file, encoding, passed))
        return
    text = io.TextIOWrapper(file, encoding=encoding, newline="\n")
    try:
        if by_lines:
            yield from objects_by_line(path, _read(text))
        else:
            yield from _by_values(path, text, passed)
    finally:
        text.detach()  # the file is closed by who opened it


def _by_line(head: str) -> bool:
    """Tell whether some of the first lines are whole objects, each of its own."""
    text = head.lstrip(_MARK + " \t\r\n")
    if text.startswith("["):
        return False
    lines = [one for one in text.split("\n", _LINES_LOOKED_AT)[:_LINES_LOOKED_AT] if one.strip()]
    return any(one.startswith("{") and _is_object(one) for one in lines)


def _is_object(line: str) -> bool:
    try:
        return isinstance(value_of(line), dict)
    except BadJsonError:
        return False


def _decoded(
    file: BufferedReader | io.BytesIO, encoding: str, passed: frozenset[str]
) -> Iterator[Line]:
    """Yield lines, each decoded by itself: a bad one spoils no other."""
    while line := file.readline(LONGEST_OBJECT):
        if len(line) > _LONG and not line.isspace():
            yield LongLine(line, encoding, passed)
            continue
        try:
            yield line.decode(encoding)
        except UnicodeError as error:
            yield error


def _read(text: io.TextIOWrapper) -> Iterator[str | UnicodeError]:
    while True:
        try:
            line = text.readline(LARGEST_ARTICLE)
        except UnicodeError as error:
            yield error
            return
        if not line:
            return
        yield line


def objects_by_line(
    path: Path, lines: Iterator[Line], *, first: int = 1
) -> Iterator[Found | AnnotatorError]:
    """Yield the object of each line, or what is wrong there; ``first`` is the first one's number.

    Empty lines are passed over.
    """
    for number, line in enumerate(lines, first):
        place = f"line {number}"
        if isinstance(line, UnicodeError):
            reason = "it is not in the encoding of the file"
            yield DamagedAnnotationsError(path, place=place, reason=reason)
            continue
        stripped = line.strip(_MARK + " \t\r\n") if isinstance(line, str) else line
        if stripped:
            yield _object(path, stripped, place)


def _object(path: Path, line: str | LongLine, place: str) -> Found | AnnotatorError:
    try:
        value = value_of(line) if isinstance(line, str) else line.value()
    except BadJsonError as error:
        return DamagedAnnotationsError(path, place=place, reason=str(error))
    except UnicodeError:
        reason = "it is not in the encoding of the file"
        return DamagedAnnotationsError(path, place=place, reason=reason)
    if not isinstance(value, dict):
        return DamagedAnnotationsError(path, place=place, reason="it is no object")
    return Found(place, value)


def _by_values(
    path: Path, text: io.TextIOWrapper, passed: frozenset[str]
) -> Iterator[Found | AnnotatorError]:
    try:
        if text.read(1) != _MARK:
            text.seek(0)
    except UnicodeError:
        reason = f"it is not in {text.encoding}"
        yield DamagedAnnotationsError(path, place="its beginning", reason=reason)
        return
    stream = JsonStream(text, longest=LONGEST_OBJECT, passed=passed)
    yield from _told(path, text, stream.records())


def _told(
    path: Path, text: io.TextIOWrapper, records: Iterator[object]
) -> Iterator[Found | AnnotatorError]:
    number = 0
    while True:
        number += 1
        place = f"object {number}"
        try:
            value = next(records)
        except StopIteration:
            return
        except BadJsonError as error:
            yield DamagedAnnotationsError(path, place=place, reason=str(error))
            return
        except UnicodeError:
            reason = f"it is not in {text.encoding}"
            yield DamagedAnnotationsError(path, place=f"{place} or after", reason=reason)
            return
        if isinstance(value, dict):
            yield Found(place, value)
        else:
            yield DamagedAnnotationsError(path, place=place, reason="it is no object")
