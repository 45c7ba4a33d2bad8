"""Objects of JSON written piece by piece, so that no long list in them is ever whole in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

from annotator.core.exchange_errors import CannotWriteError
from annotator.formats.shared.json_lines import LONGEST_OBJECT, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Json(str):
    """A value that is in JSON already, which takes less memory than what it is made of."""

    __slots__ = ()


def write_line(file: TextIO, values: Mapping[str, Any], *, form: str) -> None:
    """Write an object as a line, as ``write_object`` does; lines are limited by their bytes."""
    length = 0
    for piece in _object(values):
        length += len(piece) if piece.isascii() else len(piece.encode())
        _refuse_endless(length, form)
        file.write(piece)
    file.write("\n")


def write_object(file: TextIO, values: Mapping[str, Any], *, form: str) -> None:
    """Write an object as ``written`` says it; what an iterator gives becomes a list.

    ``form`` says what is written.

    Raises:
        CannotWriteError: it is longer than any that would be read again.

    """
    length = 0
    for piece in _object(values):
        length += file.write(piece)
        _refuse_endless(length, form)


def whole(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object with all that iterators in it give."""
    return {name: _gathered(value) for name, value in values.items()}


def _gathered(value: object) -> object:
    if isinstance(value, Iterator):
        return [_gathered(one) for one in value]
    return whole(value) if isinstance(value, dict) else value


def _refuse_endless(length: int, form: str) -> None:
    if length >= LONGEST_OBJECT:
        raise CannotWriteError(
            "an article of so many highlights",
            form=form,
            remedy="write it as JSON Lines of this program or as CSV",
        )


def _object(values: Mapping[str, Any]) -> Iterator[str]:
    between = "{"
    for name, value in values.items():
        yield f"{between}{written(name)}: "
        yield from _value(value)
        between = ", "
    yield "{}" if between == "{" else "}"


def _list(values: Iterable[object]) -> Iterator[str]:
    between = "["
    for value in values:
        yield between
        yield from _value(value)
        between = ", "
    yield "[]" if between == "[" else "]"


def _value(value: object) -> Iterator[str]:
    if isinstance(value, Json):
        yield value
    elif isinstance(value, Iterator):
        yield from _list(value)
    elif isinstance(value, dict) and any(isinstance(one, Iterator) for one in value.values()):
        yield from _object(value)
    else:
        yield written(value)
