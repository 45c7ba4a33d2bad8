"""How values that SQLite does not have are kept in its columns."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sqlalchemy import LargeBinary, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

# What one column or one state can hold once it went through JSON.
Json: TypeAlias = Any

_UUID_BYTES: Final = 16
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_DECODER = json.JSONDecoder()
# Most lists and tables of a row are empty.
_EMPTY: Final[dict[type, str]] = {dict: "{}", list: "[]"}


def to_json(value: Json) -> str:
    """Return the one compact form in which we write a value: equal values give equal text."""
    if not value and type(value) in _EMPTY:
        return _EMPTY[type(value)]
    return _ENCODER.encode(value)


def to_bytes(value: Json) -> bytes:
    """Return the same as bytes."""
    return to_json(value).encode("utf-8", "surrogatepass")


def of_json(written: str) -> Json:
    """Return the value that ``to_json`` wrote.

    Raises:
        ValueError: nothing that we write looks so.

    >>> of_json('{"a":[1]}')
    {'a': [1]}
    """
    if written == "{}":
        return {}
    if written == "[]":
        return []
    value, end = _DECODER.raw_decode(written)
    if end != len(written):
        message = "something stands after a value"
        raise ValueError(message)
    return value


class UnreadableValueError(ValueError):
    """A value in the file that none of our writes can have left there."""


def uuid_bytes(uuid: str) -> bytes:
    """Return the sixteen bytes of a UUID string; there may be millions.

    Raises:
        ValueError: it is none.

    >>> uuid_bytes("00000000-0000-0000-0000-0000000000ff")[-1]
    255
    """
    found = bytes.fromhex(uuid.replace("-", ""))
    if len(found) != _UUID_BYTES:
        message = f"{uuid} is no UUID"
        raise ValueError(message)
    return found


def uuid_text(uuid: object) -> str:
    """Return the string of a UUID's bytes.

    Raises:
        UnreadableValueError: they are not sixteen bytes.

    >>> uuid_text(bytes(16))
    '00000000-0000-0000-0000-000000000000'
    """
    if not isinstance(uuid, bytes) or len(uuid) != _UUID_BYTES:
        message = "an id is not sixteen bytes long"
        raise UnreadableValueError(message)
    digits = uuid.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


class UuidBytes(TypeDecorator[str]):
    """A UUID: a string outside, sixteen bytes in the file."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002 - SQLAlchemy passes it
        """Return the bytes of a UUID string."""
        return None if value is None else uuid_bytes(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy passes it
        """Return the string of a UUID's bytes."""
        return None if value is None else uuid_text(value)


class JsonText(TypeDecorator[Json]):
    """A list or a dictionary: a value outside, compact JSON in the file."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Json, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy passes it
        """Return the JSON of a value."""
        return None if value is None else to_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Json:  # noqa: ARG002 - SQLAlchemy passes it
        """Return the value of a JSON text."""
        if value is None:
            return None
        try:
            return of_json(value)
        except (ValueError, TypeError, RecursionError) as error:
            message = "a list or a table of values is garbled"
            raise UnreadableValueError(message) from error


def lists_of_json(texts: list[str]) -> list[list[Json]]:
    """Return the lists that many values of a ``JsonText`` column hold, read in one go.

    >>> lists_of_json(["[1,2]", "[]"])
    [[1, 2], []]
    """
    try:
        lists: list[list[Json]] = json.loads(f"[{','.join(texts)}]")
    except (ValueError, TypeError, RecursionError) as error:
        message = "a list of values is garbled"
        raise UnreadableValueError(message) from error
    if len(lists) != len(texts) or any(type(one) is not list for one in lists):
        message = "a list of values is none"
        raise UnreadableValueError(message)
    return lists


def is_uuid(text: str) -> bool:
    """Tell whether a string from outside is a UUID at all."""
    return _UUID.fullmatch(text) is not None
